"""Writing what a command made: into a file, or to standard output; never over a plan."""

import argparse
import errno
import os
import sys
from pathlib import Path

from path_planner.cli.telling import tell

STANDARD_OUTPUT = "-"


def check_out(arguments: argparse.Namespace, out: Path) -> None:
    """Refuse, before any work, a place where the file cannot be or would bury something."""
    if not out.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(out.parent))
    if out.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(out))
    if out.exists() and not out.is_file():
        # A file that takes its place would be there instead of the device.
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM), str(out))
    if _is_a_document(arguments, out):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(out))


def _is_a_document(arguments: argparse.Namespace, out: Path) -> bool:
    """Say whether a plan or a vision lies there: the one that is exported, or one of a store."""
    from path_planner.storage.type_registry import DOCUMENT_TYPES

    sort = next((one for one in DOCUMENT_TYPES if out.name.endswith(one.suffix)), None)
    if not out.is_file():
        return False
    named = Path(arguments.plan)
    if named.is_file() and named.samefile(out):
        return True
    return sort is not None and (bool(arguments.form) or (out.parent / sort.private).is_dir())


def put_out(out: Path, content: bytes) -> None:
    """Write a file as a whole and name it; “-” is standard output, and is not named."""
    from path_planner.storage.atomic_io import atomic_write

    if str(out) == STANDARD_OUTPUT:
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
        return
    atomic_write(out, content)
    tell(str(out))
