"""Atomic and durable file writes: after a crash a file has its old content or its new one.

The usual recipe for POSIX: write a temporary file beside the target, fsync it, rename it over the
target, fsync the folder. Appending fsyncs, and truncates back to the old end on any error.
"""

import os
import secrets
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

OWNER_ONLY = 0o600
OWNER_ONLY_FOLDER = 0o700
TEMPORARY = ".tmp"
_BINARY = getattr(os, "O_BINARY", 0)
_TRIES = 20
_PAUSE = 0.1
"""On Windows a virus scanner may hold a file for a moment: 20 tries are two seconds."""


class FileStamp(NamedTuple):
    """If nothing of it has changed, the content is the same; times are in nanoseconds."""

    inode: int = 0
    size: int = -1
    mtime: int = 0
    ctime: int = 0
    """The change time: an editor can set back the modification time, but not this one.

    On Windows it is the time of creation.
    """


MISSING = FileStamp()


def file_stamp(path: Path) -> FileStamp:
    """Return the stamp of a file, or `MISSING`."""
    try:
        return stamp_of(path.stat())
    except FileNotFoundError:
        return MISSING


def stamp_of(status: os.stat_result) -> FileStamp:
    """Return the stamp from a stat result."""
    return FileStamp(status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)


def read(path: Path) -> bytes | None:
    """Return the content of a file, or None if there is no such file."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def make_folder(folder: Path) -> None:
    """Make a folder and its parents, accessible to their owner alone (mode 0700)."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(mode=OWNER_ONLY_FOLDER, exist_ok=True)
        sync_folder(folder.parent)


def atomic_write(path: Path, data: bytes) -> None:
    """Replace the content of a file atomically."""
    with prepared(path, data) as replace:
        replace()


@contextmanager
def prepared(path: Path, data: bytes) -> Iterator[Callable[[], None]]:
    """Write new content beside a file; yield the function that replaces the file by it.

    If it is not called, the new content is deleted.
    """
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}{TEMPORARY}")
    try:
        _write_new(temporary, data)
        yield partial(_commit, temporary, path)
    finally:
        with suppress(OSError):
            temporary.unlink()


def _commit(temporary: Path, path: Path) -> None:
    _replace(temporary, path)
    sync_folder(path.parent)


def atomic_update(path: Path, change: Callable[[bytes | None], bytes | None]) -> None:
    """Replace the content of a file by `change` of it, atomically; None deletes the file."""
    before = read(path)
    after = change(before)
    if after == before:
        return
    if after is None:
        path.unlink(missing_ok=True)
        sync_folder(path.parent)
    else:
        make_folder(path.parent)
        atomic_write(path, after)


def _write_new(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, OWNER_ONLY)
    try:
        _write_all(handle, data)
        os.fsync(handle)
        _flush_drive_cache(handle)
    finally:
        os.close(handle)


def append(path: Path, data: bytes, at: int) -> FileStamp:
    """Append to a file whose size is `at`; on any error it is truncated to that size again."""
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | _BINARY)
    try:
        try:
            _write_all(handle, data)
            _sync(handle)
        except BaseException:
            with suppress(OSError):
                os.ftruncate(handle, at)
            raise
        return stamp_of(os.fstat(handle))
    finally:
        os.close(handle)


def truncate(path: Path, at: int) -> None:
    """Truncate a file to `at` bytes."""
    handle = os.open(path, os.O_WRONLY | _BINARY)
    try:
        os.ftruncate(handle, at)
        os.fsync(handle)
    finally:
        os.close(handle)


def _write_all(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _sync(handle: int) -> None:
    getattr(os, "fdatasync", os.fsync)(handle)
    _flush_drive_cache(handle)


def _flush_drive_cache(handle: int) -> None:
    if sys.platform == "darwin":
        # On macOS fsync leaves the data in the drive's write cache.
        import fcntl  # noqa: PLC0415 - there is none on Windows

        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)


def _replace(temporary: Path, path: Path) -> None:
    for _ in range(_TRIES if os.name == "nt" else 1):
        try:
            os.replace(temporary, path)  # noqa: PTH105 - kept beside the other calls of the system
        except PermissionError:
            time.sleep(_PAUSE if os.name == "nt" else 0)
        else:
            return
    os.replace(temporary, path)  # noqa: PTH105


def sync_folder(folder: Path) -> None:
    """Flush the directory entries of a folder to the disk; Windows does that by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
