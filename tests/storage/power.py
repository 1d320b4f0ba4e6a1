"""What may be on a disk when the power goes: every state that the calls of a writer allow.

A write counts when its file is synced, a name when its folder is. What is not synced may be
there, be missing, be there in half, or be zeros; names that are not synced arrive in order.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, product
from pathlib import Path
from typing import Any

Files = dict[str, bytes]
MOST_STATES = 1_000


@dataclass
class _File:
    synced: bytes = b""
    now: bytes = b""

    def possible(self) -> list[bytes]:
        """Return what may be found in it."""
        if self.now == self.synced:
            return [self.synced]
        if not self.now.startswith(self.synced):
            return [self.synced, self.now]
        new = self.now[len(self.synced) :]
        eighths = [new[: len(new) * part // 8] for part in range(8)]
        blanks = [part + bytes(len(new) - len(part)) for part in eighths]
        return [self.synced + part for part in (new, new[:-1], *eighths, *blanks)]


@dataclass
class PowerRecorder:
    """Stands for `os` in the module that writes, and notes what would be left at each moment."""

    root: Path
    files: list[_File] = field(default_factory=list)
    handles: dict[int, int | Path] = field(default_factory=dict)
    lasting: dict[str, int] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    pending: list[tuple[Path, str | None, str, int]] = field(default_factory=list)
    moments: list[tuple[object, list[Files]]] = field(default_factory=list)
    confirmed: object = None

    def __getattr__(self, name: str) -> Any:
        """Return a call of the system."""
        return getattr(os, name)

    def open(self, path: Path, flags: int, mode: int = 0o777) -> int:
        """Open, and perhaps make, a file; or look at a folder."""
        handle = os.open(path, flags, mode)
        name = str(path.relative_to(self.root))
        if path.is_dir():
            self.handles[handle] = path
        elif flags & os.O_CREAT:
            self.files.append(_File())
            self.handles[handle] = self.names[name] = len(self.files) - 1
            self.pending.append((path.parent, None, name, len(self.files) - 1))
        else:
            self.handles[handle] = self.names[name]
        return handle

    def write(self, handle: int, data: bytes) -> int:
        """Write; it does not count yet."""
        written = os.write(handle, data)
        self._file(handle).now += bytes(data[:written])
        self._note()
        return written

    def ftruncate(self, handle: int, length: int) -> None:
        """Cut a file off; that does not count yet."""
        os.ftruncate(handle, length)
        self._file(handle).now = self._file(handle).now[:length]
        self._note()

    def fsync(self, handle: int) -> None:
        """Make a file or the names in a folder count."""
        os.fsync(handle)
        folder = self.handles[handle]
        if isinstance(folder, Path):
            for pending in [one for one in self.pending if one[0] == folder]:
                self.pending.remove(pending)
                _rename(self.lasting, pending)
        else:
            self._file(handle).synced = self._file(handle).now
        self._note()

    fdatasync = fsync

    def replace(self, old: Path, new: Path) -> None:
        """Give a file the place of another one; the name does not count yet."""
        os.replace(old, new)  # noqa: PTH105 - as it was called
        names = (str(old.relative_to(self.root)), str(new.relative_to(self.root)))
        self.pending.append((new.parent, *names, self.names.pop(names[0])))
        self.names[names[1]] = self.pending[-1][3]
        self._note()

    def _file(self, handle: int) -> _File:
        place = self.handles[handle]
        assert isinstance(place, int)
        return self.files[place]

    def confirm(self, state: object) -> None:
        """Note what was confirmed to whoever asked for the write."""
        self.confirmed = state
        self._note()

    def _note(self) -> None:
        self.moments.append((self.confirmed, list(self._states())))

    def _states(self) -> Iterator[Files]:
        names = dict(self.lasting)
        for pending in (None, *self.pending):
            if pending is not None:
                _rename(names, pending)
            choices = [self.files[number].possible() for number in names.values()]
            # A writer that syncs has few; one that does not would have more than can be tried.
            for contents in islice(product(*choices), MOST_STATES):
                yield dict(zip(names, contents, strict=True))


def _rename(names: dict[str, int], pending: tuple[Path, str | None, str, int]) -> None:
    _, old, new, number = pending
    if old is not None:
        names.pop(old, None)
    names[new] = number
