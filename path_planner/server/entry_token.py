"""The entry token: a secret of this user of the computer, kept in a file that nobody else can read.

It is the same after a restart, so that a browser that was let in once stays let in.
"""

import os
import re
import secrets
from contextlib import suppress
from pathlib import Path

from path_planner.storage import atomic_io

FILE = "entry-token"
_TOKEN = re.compile(rb"[A-Za-z0-9_-]{43}")
_BYTES = 32
_OTHERS = 0o077


def load_token(folder: Path) -> str:
    """Return the token kept in this folder; make one if there is none that others cannot know."""
    path = folder / FILE
    with suppress(OSError):
        kept = path.read_bytes().strip()
        if _TOKEN.fullmatch(kept) and not _readable_by_others(path):
            return kept.decode()
    token = secrets.token_urlsafe(_BYTES)
    # Where nothing can be kept, the token lasts as long as the server.
    with suppress(OSError):
        atomic_io.make_folder(folder)
        atomic_io.atomic_write(path, token.encode())
    return token


def _readable_by_others(path: Path) -> bool:
    # On Windows these bits say nothing: there the folder of the user keeps others out.
    return os.name != "nt" and bool(path.stat().st_mode & _OTHERS)
