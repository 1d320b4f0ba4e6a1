"""Output of commands: results to standard output or a file, the rest to standard error."""

import errno
import os
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from path_planner.errors import PlannerError
from path_planner.i18n import _

PROGRAM = "path-planner"
STANDARD_OUTPUT = "-"
_WHOLE = 100


def print_line(line: str) -> None:
    """Print a line to standard output, and flush it."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def print_note(line: str) -> None:
    """Print a note to standard error."""
    sys.stderr.write(f"{PROGRAM}: {line}\n")


def print_error(error: PlannerError | OSError, about: str = "") -> None:
    """Print an error as one line; `about` is the file or id it is about."""
    print_note(f"{about}: {_one_line(error)}" if about else _one_line(error))


def _one_line(error: PlannerError | OSError) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror}: {error.filename}" if error.filename else error.strerror
    return " ".join(str(error).split())


def check_output(out: Path, *, source: Path, of_vision: bool) -> None:
    """Raise OSError if the output cannot be written there, or would replace a document."""
    if not out.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(out.parent))
    if out.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(out))
    if out.exists() and not out.is_file():
        # Writing a file there would replace a device.
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM), str(out))
    if out.is_file() and _is_document(out, source, of_vision=of_vision):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(out))


def _is_document(out: Path, source: Path, *, of_vision: bool) -> bool:
    """Say whether a file is a plan or a vision: the exported one, or one of a store."""
    from path_planner.storage.type_registry import DOCUMENT_TYPES

    if source.is_file() and source.samefile(out):
        return True
    document_type = next(
        (candidate for candidate in DOCUMENT_TYPES if out.name.endswith(candidate.suffix)),
        None,
    )
    return document_type is not None and (
        of_vision or (out.parent / document_type.history_folder).is_dir()
    )


def write_output(out: Path, content: bytes) -> None:
    """Write a file atomically and print its name; “-” is standard output."""
    from path_planner.storage.atomic_io import atomic_write

    if str(out) == STANDARD_OUTPUT:
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
        return
    atomic_write(out, content)
    print_line(str(out))


class Progress:
    """A progress line on a terminal, removed at the end."""

    def __init__(self) -> None:
        """Create it; it prints nothing unless standard error is a terminal."""
        self._on_terminal = sys.stderr.isatty()
        self._shown = -1

    def __call__(self, done: float) -> None:
        """Show the progress, from 0 to 1."""
        percent = round(min(max(done, 0.0), 1.0) * _WHOLE)
        if self._on_terminal and percent > self._shown:
            self._shown = percent
            line = _("{percent}% done", percent=percent)
            sys.stderr.write(f"\r{line}")
            sys.stderr.flush()

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Remove the line."""
        if self._shown >= 0:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()
