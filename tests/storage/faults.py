"""A disk that fails when it is told to."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from path_planner.storage import atomic_io

CALLS = frozenset({"open", "write", "fsync", "fdatasync", "replace", "ftruncate"})


class FailingDisk:
    """Stands for `os` in the module that writes; from one call on, every call fails."""

    def __init__(self, fail_at: int, error: int, *, lasting: bool, cut_writes: bool) -> None:
        """Say which call is the first to fail, how, and whether those after it fail too."""
        self.calls: list[str] = []
        self._fail_at = fail_at
        self._error = error
        self._lasting = lasting
        self._cut_writes = cut_writes

    def __getattr__(self, name: str) -> Any:
        """Return a call of the system, or one that may fail."""
        real = getattr(os, name)
        return self._watched(name, real) if name in CALLS else real

    def _watched(self, name: str, real: Any) -> Any:
        def call(*arguments: Any, **named: Any) -> Any:
            self.calls.append(name)
            here = len(self.calls)
            if here == self._fail_at or (self._lasting and here > self._fail_at):
                if name == "write" and self._cut_writes:
                    handle, data = arguments
                    os.write(handle, bytes(data)[: len(data) // 2])
                raise OSError(self._error, os.strerror(self._error))
            return real(*arguments, **named)

        return call

    @property
    def has_failed(self) -> bool:
        """Say whether it came to that."""
        return len(self.calls) >= self._fail_at


@contextmanager
def failing(
    fail_at: int, error: int, *, lasting: bool = True, cut_writes: bool = False
) -> Iterator[FailingDisk]:
    """Let the disk fail for a while."""
    broken = FailingDisk(fail_at, error, lasting=lasting, cut_writes=cut_writes)
    try:
        atomic_io.os = broken  # type: ignore[assignment,attr-defined]
        yield broken
    finally:
        atomic_io.os = os  # type: ignore[attr-defined]
