"""Locks: one writer at a time for each session, among threads and among programs."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock, RLock

from filelock import FileLock, Timeout

from path_planner.errors import StoreLocked
from path_planner.storage import disk

PATIENCE = 10.0
"""Seconds to wait for another program: a save takes milliseconds."""


class Locks:
    """The locks of one store."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._guard = Lock()
        self._threads: defaultdict[str, RLock] = defaultdict(RLock)
        self._depth: defaultdict[str, int] = defaultdict(int)

    @contextmanager
    def held(self, path: Path) -> Iterator[None]:
        """Hold a lock; whoever holds it may ask for it again."""
        key = str(path)
        with self._guard:
            thread = self._threads[key]
        if not thread.acquire(timeout=self._patience):
            raise StoreLocked
        try:
            with self._between_programs(path, key):
                yield
        finally:
            thread.release()

    @contextmanager
    def _between_programs(self, path: Path, key: str) -> Iterator[None]:
        if self._depth[key]:
            yield
            return
        disk.make_folder(path.parent)
        lock = FileLock(path, timeout=self._patience, mode=disk.OWNER_ONLY)
        try:
            lock.acquire()
        except Timeout:
            raise StoreLocked from None
        self._depth[key] = 1
        try:
            yield
        finally:
            self._depth[key] = 0
            lock.release()
