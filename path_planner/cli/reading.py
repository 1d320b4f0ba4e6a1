"""Reading what people name on the command line: a file, or a plan by its file or its id."""

from pathlib import Path

from path_planner.cli.store_option import store_location
from path_planner.domain.session import Session
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


def the_plan(named: str, store: str | None) -> Session:
    """Open the plan with this file name, or else with this id."""
    from path_planner.storage.file_store.file_paths import JOURNAL, id_in_name
    from path_planner.storage.serializer import read
    from path_planner.storage.session_type import SESSIONS
    from path_planner.storage.store_registry import open_store

    file = Path(named)
    if not file.is_file():
        return open_store(store_location(store)).open(named).document
    session_id = id_in_name(file.name, SESSIONS)
    if session_id and (file.parent / SESSIONS.private / f"{session_id}{JOURNAL}").is_file():
        # What was said since the file was written stands in its journal.
        return open_store(str(file.parent)).open(session_id).document
    return read(read_plan(file), SESSIONS)
