"""Inputs of commands: reads a file, and opens a plan or a vision by its file or its id."""

from pathlib import Path
from typing import TYPE_CHECKING

from path_planner.cli.command import store_location
from path_planner.cli.console import print_note
from path_planner.errors import DocumentExists, FileTooLarge, WrongEnding

if TYPE_CHECKING:
    from path_planner.domain.session import Session
    from path_planner.services.context import VisionContext
    from path_planner.storage.protocol import VisionStore

AUTHOR = "command line"
"""The author of changes by commands in the history."""
_MB = 1024 * 1024


def read_file(path: Path) -> bytes:
    """Read a file; raise FileTooLarge if it is larger than a plan can be."""
    from path_planner.storage.limits import MOST_BYTES

    with path.open("rb") as file:
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise FileTooLarge(limit=MOST_BYTES // _MB)
    return content


def read_plan(named: str, store: str | None) -> "Session":
    """Read the plan with this file name, or else with this id."""
    from path_planner.storage.serializer import read
    from path_planner.storage.session_type import SESSIONS
    from path_planner.storage.store_registry import open_store

    file = Path(named)
    if not file.is_file():
        return open_store(store_location(store)).open(named).document
    return read(read_newest(file), SESSIONS)


def read_newest(file: Path) -> bytes:
    """Read a file; if it is a plan, with the changes that are in the journal beside it alone."""
    from path_planner.storage.file_store.folder import Folder
    from path_planner.storage.session_type import SESSIONS
    from path_planner.storage.store_registry import open_store

    folder = Folder(file.parent, SESSIONS)
    plan = folder.paths_of(file.name) if file.name.endswith(SESSIONS.suffix) else None
    if plan is not None and plan.journal.is_file():
        return open_store(str(file.parent)).document(plan.id)
    return read_file(file)


def open_vision(named: str, store: str | None) -> "VisionContext":
    """Open the vision with this file name, or else with this id, through its store.

    A file is opened by the store of its folder: its journal and its history count too, and
    somebody who has the same vision open in the app is not written over.
    """
    from path_planner.storage.store_registry import open_vision_store

    file = Path(named)
    if not file.is_file():
        return _edit_context(open_vision_store(store_location(store)), named)
    file = file.resolve()
    return _edit_context(open_vision_store(str(file.parent)), _id_of(file))


def check_ending(file: Path) -> None:
    """Raise WrongEnding for a file name by which a store would not find a vision."""
    from path_planner.storage.vision_type import VISIONS

    if not file.name.endswith(VISIONS.suffix):
        raise WrongEnding(suffix=VISIONS.suffix)


def _id_of(file: Path) -> str:
    from path_planner.storage.file_store.file_paths import id_in_name
    from path_planner.storage.file_store.folder import Folder
    from path_planner.storage.serializer import read
    from path_planner.storage.vision_type import VISIONS

    vision_id = id_in_name(file.name, VISIONS) or read(read_file(file), VISIONS).id
    check_ending(file)
    if Folder(file.parent, VISIONS).paths(vision_id).file != file:
        # A copy beside its original: a store has each vision only once.
        raise DocumentExists(session_id=vision_id)
    return vision_id


def _edit_context(store: "VisionStore", vision_id: str) -> "VisionContext":
    from path_planner.services.context import VisionContext

    result = store.open(vision_id)
    for notice in result.notices:
        print_note(str(notice))
    return VisionContext(store, result.document, by=AUTHOR)
