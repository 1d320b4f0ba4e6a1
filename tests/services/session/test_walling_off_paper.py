"""What lies off the paper is brought in: onto free ground, whole, and back again with one undo."""

import pytest

from path_planner.domain.marks import Card, Stroke
from path_planner.domain.session import Session
from path_planner.errors import RevisionNotFound
from path_planner.processes.prompts import process_of
from path_planner.scene.geometry import Box, Rectangle
from path_planner.scene.model import Audience
from path_planner.scene.wall import card_pieces, stage_boxes
from path_planner.scene.wall.marks import Loose, box_of_mark
from path_planner.scene.wall.off_paper import PAPER, count_off, marks_off
from path_planner.services.session.wall import apply_command
from path_planner.services.session.wall.bring_in import brought_in
from path_planner.services.session.wall.commands import read_command
from tests.domain.builders import a_session
from tests.services.session.rooms import Group, a_group
from tests.services.session.walls import a_line, fresh, on_the_wall, tell

BELOW = PAPER.bottom + 400


def count(session: Session) -> int:
    """Count what lies off the paper, for the circle."""
    return count_off(session, process_of(session), Audience.CIRCLE)


def mark(session: Session, mark_id: str) -> Loose:
    """Return a mark with a place of its own."""
    found = session.marks[mark_id]
    assert isinstance(found, Loose)
    return found


def put_in(group: Group) -> str:
    """Bring everything in; return the id of the change."""
    change = fresh()
    group.does(apply_command(group.room, read_command({"id": change, "do": "bring_in"})))
    return change


def test_a_mark_is_off_the_paper_if_its_middle_is() -> None:
    group = on_the_wall()
    tell(group, "put", element=a_line("edge", PAPER.right - 5, 500))
    assert count(group.session) == 0
    tell(group, "put", element=a_line("beside", PAPER.right + 5, 500))
    tell(group, "put", element=a_line("below", 500, BELOW))
    assert {*marks_off(group.session)} == {"beside", "below"}


def test_a_group_is_one_thing() -> None:
    group = on_the_wall()
    for number in range(3):
        tell(group, "put", element=a_line(f"l{number}", 90 * number, BELOW, groupIds=["a", "all"]))
    assert count(group.session) == 1


def test_what_is_brought_in_covers_nothing_and_nothing_else_moves() -> None:
    group = on_the_wall()
    for number in range(4):
        tell(group, "put", element=a_line(f"line{number}", 400 * number, BELOW + 90 * number))
    before = group.session
    put_in(group)
    after = group.session
    assert count(after) == 0
    assert after.marks["line"] == before.marks["line"]
    brought = [box_of_mark(mark(after, f"line{number}")) for number in range(4)]
    others = [piece.box for piece in card_pieces(after, process_of(after))]
    others.append(box_of_mark(mark(after, "line")))
    for place, box in enumerate(brought):
        assert not any(map(box.overlaps, [*others, *brought[:place]]))
    assert {key: one for key, one in after.marks.items() if isinstance(one, Card)} == {
        key: one for key, one in before.marks.items() if isinstance(one, Card)
    }


def test_strokes_that_make_one_drawing_stay_together() -> None:
    group = on_the_wall()
    for number in range(5):
        tell(group, "put", element=a_line(f"line{number}", 40 + 30 * number, BELOW + 8 * number))
    before = group.session
    put_in(group)
    shifts = set()
    for key in (f"line{number}" for number in range(5)):
        old, new = box_of_mark(mark(before, key)), box_of_mark(mark(group.session, key))
        shifts.add((round(new.x - old.x, 3), round(new.y - old.y, 3)))
    assert len(shifts) == 1


def test_a_card_off_the_paper_goes_back_to_its_stage() -> None:
    group = on_the_wall()
    tell(group, "place", card="v1", x=-3000, y=-2000, scale=1)
    stage = group.session.voices["v1"].stage
    assert count(group.session) == 1
    put_in(group)
    assert count(group.session) == 0
    assert group.session.voices["v1"].stage == stage


def test_what_is_wider_than_the_paper_lies_in_its_middle() -> None:
    group = on_the_wall()
    long = a_line("long", 0, BELOW, points=[[0, 0], [2 * PAPER.width, 10]])
    tell(group, "put", element=long)
    put_in(group)
    assert count(group.session) == 0
    assert box_of_mark(mark(group.session, "long")).width > PAPER.width


def test_one_undo_takes_all_back_and_redo_does_it_again() -> None:
    group = on_the_wall()
    for number in range(3):
        tell(group, "put", element=a_line(f"line{number}", 300 * number, BELOW))
    before = group.session.marks
    change = put_in(group)
    brought = group.session.marks
    tell(group, "take_back", step=change)
    assert group.session.marks == before
    undo = group.session.revision
    history = group.room.store.history(group.session.id)
    tell(group, "take_back", step=next(s.op_id for s in history if s.revision == undo))
    assert group.session.marks == brought


def test_what_was_moved_since_stays_where_it_was_put() -> None:
    group = on_the_wall()
    for number in range(2):
        tell(group, "put", element=a_line(f"line{number}", 900 * number, BELOW))
    change = put_in(group)
    tell(group, "put", element=a_line("line0", 700, 700))
    tell(group, "take_back", step=change)
    assert {*marks_off(group.session)} == {"line1"}
    assert isinstance(group.session.marks["line0"], Stroke)


def test_what_nobody_did_cannot_be_taken_back() -> None:
    group = a_group()
    with pytest.raises(RevisionNotFound):
        tell(group, "take_back", step=fresh())


def across(mark_id: str, box: Box) -> Stroke:
    """Return a stroke from corner to corner of a box."""
    return Stroke(id=mark_id, stage="dream", points=(box.x, box.y, box.right, box.bottom))


def test_where_all_stages_are_full_it_lies_beside_them() -> None:
    boxes = stage_boxes(a_session(), process_of(a_session())).values()
    cells = [
        Box(box.x + x * box.width / 4, box.y + y * box.height / 9, box.width / 5, box.height / 10)
        for box in boxes
        for x in range(4)
        for y in range(9)
    ]
    full = {f"full{number}": across(f"full{number}", cell) for number, cell in enumerate(cells)}
    wide = across("wide", Box(0, BELOW, 700, 120))
    session = brought_in(a_session(marks={**full, "wide": wide}))
    box = box_of_mark(mark(session, "wide"))
    assert Rectangle(PAPER).holds(box)
    assert not any(box.overlaps(stage) for stage in boxes)
