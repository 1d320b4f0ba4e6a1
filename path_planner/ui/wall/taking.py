"""Taking what a wall tells: each change is kept once; a bad one holds up nothing behind it."""

from dataclasses import replace

from path_planner.ui.line.answers import Answers, take_each
from path_planner.ui.line.report import Change
from path_planner.ui.wall.painted import painting_of
from path_planner.ui.wall.report import Report
from path_planner.ui.wall.told import note_own
from path_planner.words import say
from path_planner.workshop.room import Room
from path_planner.workshop.walling import take


def take_all(room: Room, report: Report, answers: Answers) -> Room:
    """Keep what a wall has told, in its order; return the room as it is afterwards."""

    def take_one(room: Room, change: Change) -> Room:
        return _take(room, report.wall, change)

    failed = say("One change on the wall could not be saved. All others are safe.")
    return take_each(room, report.changes, answers, take_one, failed=failed)


def _take(room: Room, wall: str, change: Change) -> Room:
    after = take(room, change).document
    element = change.get("element")
    # What an earlier wall left behind is not on the board of the one that tells it.
    if change.get("do") == "put" and isinstance(element, dict) and not change.get("left"):
        note_own(painting_of(room.store, after), wall, element, after)
    return replace(room, session=after)
