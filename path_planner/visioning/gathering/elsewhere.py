"""A yes that is taken back reaches deleted visions too, and others here are named."""

from typing import Any

from path_planner.domain.vision.vision import Vision
from path_planner.errors import PlannerError
from path_planner.storage.store import FileState, Store, VisionEntry
from path_planner.visioning.gathering.taken_back import (
    TakenBack,
    holds,
    taken_back,
    without_the_same,
)
from path_planner.visioning.meeting import Kept, Meeting
from path_planner.workshop.saving import fresh_id


def let_go(meeting: Meeting, after: Vision) -> Kept:
    """Save a vision from which something was taken back; what is deleted forgets it first.

    A machine that stops in between leaves it where people still see it, and can do it again.
    """
    taken = taken_back(meeting.vision, after)
    if taken:
        moment = meeting.now()
        meeting.store.change_removed(
            lambda one: without_the_same(one, taken, meeting.fresh_id, moment),
            op_id=fresh_id(20),
            by=meeting.by,
            at=moment,
        )
    return meeting.keep(after)


def others_with(
    store: Store[Vision, VisionEntry], vision_id: str, taken: TakenBack
) -> list[VisionEntry]:
    """Return the other visions here that still hold what is taken back."""
    if not taken:
        return []
    return [
        one
        for one in store.entries()
        if one.id != vision_id and one.state is FileState.WELL and _holds(store, one.id, taken)
    ]


def _holds(store: Store[Vision, Any], vision_id: str, taken: TakenBack) -> bool:
    try:
        return holds(store.open(vision_id).document, taken)
    except PlannerError:
        # It was deleted or damaged a moment ago.
        return False
