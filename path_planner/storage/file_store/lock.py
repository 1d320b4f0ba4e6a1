"""Locks: one writer at a time for each path, among threads and processes."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock, RLock

from filelock import FileLock, Timeout

from path_planner.errors import StoreLocked
from path_planner.storage import atomic_io

PATIENCE = 10.0
"""The timeout in seconds; a save takes milliseconds."""


class _Lock:
    """A reentrant lock of threads, and a file lock of processes."""

    def __init__(self, path: Path, patience: float) -> None:
        self.threads = RLock()
        self.programs = FileLock(
            path, timeout=patience, mode=atomic_io.OWNER_ONLY, thread_local=False
        )


class Locks:
    """The locks of one store."""

    def __init__(self, patience: float = PATIENCE) -> None:
        """Set the timeout in seconds."""
        self._patience = patience
        self._creating = Lock()
        self._locks: dict[Path, _Lock] = {}

    @contextmanager
    def acquire(self, path: Path) -> Iterator[None]:
        """Hold the lock of a path; raise StoreLocked after the timeout."""
        with self._creating:
            lock = self._locks.get(path) or self._make(path)
        if not lock.threads.acquire(timeout=self._patience):
            raise StoreLocked
        try:
            atomic_io.make_folder(path.parent)
            with self._between_processes(lock):
                yield
        finally:
            lock.threads.release()

    def _make(self, path: Path) -> _Lock:
        self._locks[path] = _Lock(path, self._patience)
        return self._locks[path]

    @contextmanager
    def _between_processes(self, lock: _Lock) -> Iterator[None]:
        try:
            lock.programs.acquire()
        except Timeout:
            raise StoreLocked from None
        try:
            yield
        finally:
            lock.programs.release()
