"""Opening a vision that somebody names on the command line, to work on it."""

from pathlib import Path
from typing import TYPE_CHECKING

from path_planner.cli.reading import read_plan
from path_planner.cli.store_option import store_location
from path_planner.cli.telling import note
from path_planner.errors import DocumentExists, WrongEnding

if TYPE_CHECKING:
    from path_planner.services.context import VisionContext
    from path_planner.storage.protocol import VisionStore

WHO = "command line"
"""Who is named in the history for what commands change."""


def opened_vision(named: str, store: str | None) -> "VisionContext":
    """Open the vision with this file name, or else with this id, with all a store promises.

    A file is opened by the store of its folder: its journal and its history count too, and
    somebody who has the same vision open in the app is not written over.
    """
    from path_planner.storage.store_registry import open_vision_store

    file = Path(named)
    if not file.is_file():
        return _meeting(open_vision_store(store_location(store)), named)
    file = file.resolve()
    return _meeting(open_vision_store(str(file.parent)), _id_of(file))


def _id_of(file: Path) -> str:
    from path_planner.storage.file_store.file_paths import id_in_name
    from path_planner.storage.file_store.folder import Folder
    from path_planner.storage.serializer import read
    from path_planner.storage.vision_type import VISIONS

    vision_id = id_in_name(file.name, VISIONS) or read(read_plan(file), VISIONS).id
    check_ending(file)
    if Folder(file.parent, VISIONS).paths(vision_id).file != file:
        # A copy beside its original: a store keeps one vision once.
        raise DocumentExists(session_id=vision_id)
    return vision_id


def check_ending(file: Path) -> None:
    """Refuse a name by which a store would not find the file again."""
    from path_planner.storage.vision_type import VISIONS

    if not file.name.endswith(VISIONS.suffix):
        raise WrongEnding(suffix=VISIONS.suffix)


def _meeting(store: "VisionStore", vision_id: str) -> "VisionContext":
    from path_planner.services.context import VisionContext

    opened = store.open(vision_id)
    for notice in opened.notices:
        note(str(notice))
    return VisionContext(store, opened.document, by=WHO)
