"""Another form or order of columns: what stands in a region moves along with it."""

from collections.abc import Mapping

from path_planner.domain.editing import put, take_out
from path_planner.domain.mark import Mark, Sketch, Stroke
from path_planner.domain.session import Session
from path_planner.domain.wall import Card
from path_planner.processes.asking import process_of
from path_planner.scene.geometry import Box
from path_planner.scene.wall import has_wall, stage_boxes
from path_planner.workshop.walling.cards import box_on_wall, settled
from path_planner.workshop.walling.places import Fit, box_of, carried, carried_card


def follow_regions(before: Session, after: Session) -> Session:
    """Return the session with each mark where its region has gone; those outside all stay."""
    if not has_wall(before):
        return after
    old = stage_boxes(before, process_of(before))
    found = ((key, _lies(before, mark, old)) for key, mark in before.marks.items())
    lying = {key: stage for key, stage in found if stage}
    ways = _ways(old, stage_boxes(after, process_of(after)), after, set(lying.values()))
    moved = after
    for key, stage in lying.items():
        mark = after.marks.get(key)
        if mark is not None and ways[stage].old != ways[stage].new:
            moved = _moved(moved, mark, ways[stage])
    return settled(moved)


def _moved(session: Session, mark: Mark, fit: Fit) -> Session:
    if isinstance(mark, Sketch):
        return session
    if not isinstance(mark, Card):
        return put(session, "marks", carried(mark, fit))
    if not mark.by_hand:
        # It was laid out for them: it is laid out anew.
        return take_out(session, "marks", mark.id)
    return put(session, "marks", carried_card(mark, fit))


def _lies(session: Session, mark: Mark, boxes: Mapping[str, Box]) -> str | None:
    """Return the stage whose region the middle of a mark is in."""
    if isinstance(mark, Sketch) or (isinstance(mark, Stroke) and (mark.sketch or mark.signs)):
        return None
    box = box_on_wall(session, mark) if isinstance(mark, Card) else box_of(mark)
    x, y = box.centre
    inside = (
        stage
        for stage, around in boxes.items()
        if around.x <= x <= around.right and around.y <= y <= around.bottom
    )
    return next(inside, None)


def _ways(
    old: Mapping[str, Box], new: Mapping[str, Box], after: Session, used: set[str]
) -> dict[str, Fit]:
    """Return where each region goes; those that become one share its place from top to bottom."""
    process = process_of(after)
    sources: dict[str, list[str]] = {}
    for stage in old:
        if stage in used:
            sources.setdefault(process.home(stage), []).append(stage)
    ways = {}
    for home, stages in sources.items():
        whole = new[home]
        tall = whole.height / len(stages)
        for number, stage in enumerate(stages):
            place = Box(whole.x, whole.y + number * tall, whole.width, tall)
            ways[stage] = Fit(old[stage], place)
    return ways
