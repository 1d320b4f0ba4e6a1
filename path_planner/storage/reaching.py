"""Reaching into the bin: a removed document is changed where it lies, and stays removed."""

from collections.abc import Callable
from datetime import datetime

from path_planner.errors import PlannerError
from path_planner.storage.bin import Bin
from path_planner.storage.folder import Folder
from path_planner.storage.locking import Locks
from path_planner.storage.shelf import Shelf
from path_planner.storage.steps import wished_of
from path_planner.storage.store import D, L
from path_planner.storage.volume import Volume


def change_in_bin(
    folder: Folder[D, L],
    locks: Locks,
    change: Callable[[D], D],
    *,
    op_id: str,
    by: str,
    at: datetime,
) -> list[L]:
    """Change each removed document as one step; return what could not be read for it."""
    unread = []
    for shelf, line in Bin(folder).shelves():
        with locks.held(folder.shelf_at("", shelf.id).lock):
            if not _changed(shelf, change, op_id=op_id, by=by, at=at):
                unread.append(line)
    return unread


def _changed(
    shelf: Shelf[D, L], change: Callable[[D], D], *, op_id: str, by: str, at: datetime
) -> bool:
    """Change one document, and say whether it could be read."""
    try:
        volume = Volume(shelf, writable=True)
    except PlannerError:
        return False
    if wished := wished_of(volume.document, change, op_id=op_id, by=by, at=at):
        volume.append(wished)
        volume.settle()
    return True
