"""Reading plans that people name on the command line."""

from pathlib import Path

from path_planner.errors import FileTooLarge
from path_planner.storage.limits import MOST_BYTES

_MB = 1024 * 1024


def read_plan(path: Path) -> bytes:
    """Read a file, but never more of it than a plan can be."""
    with path.open("rb") as file:
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise FileTooLarge(limit=MOST_BYTES // _MB)
    return content
