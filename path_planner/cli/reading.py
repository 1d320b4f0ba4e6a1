"""Reading what people name on the command line: plans and visions, by file or by id."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from path_planner.cli.store_option import store_location
from path_planner.domain.session import Session
from path_planner.errors import FileTooLarge
from path_planner.storage.limits import MOST_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable

    from path_planner.storage.sort import Sort
    from path_planner.storage.store import D, Store

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
    from path_planner.storage.open_store import open_store
    from path_planner.storage.sessions import SESSIONS

    return _named(named, store, SESSIONS, open_store)


def _named(
    named: str, store: str | None, sort: "Sort[D, Any]", opened: "Callable[[str], Store[D, Any]]"
) -> "D":
    """Open a document; where its journal stands beside its file, what was said since counts too."""
    from path_planner.storage.document import read
    from path_planner.storage.shelf import JOURNAL, id_in_name

    file = Path(named)
    if not file.is_file():
        return opened(store_location(store)).open(named).document
    document_id = id_in_name(file.name, sort)
    if document_id and (file.parent / sort.private / f"{document_id}{JOURNAL}").is_file():
        return opened(str(file.parent)).open(document_id).document
    return read(read_plan(file), sort)
