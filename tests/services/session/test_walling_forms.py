"""Another form or order of columns takes along what stands in its regions."""

import pytest

from path_planner.domain.marks import Card, Stamp, Stroke
from path_planner.domain.session import Columns
from path_planner.processes.prompts import process_of
from path_planner.scene.wall import card_pieces, stage_at
from path_planner.services.session.people import describe_session
from path_planner.services.session.wall.relayout import box_of
from tests.services.session.rooms import Group, a_group
from tests.services.session.walls import a_line, an_image, middle, on_the_wall, stage_box, tell


def under(group: Group, mark_id: str) -> str:
    """Return the stage in whose region the middle of a mark lies."""
    mark = group.session.marks[mark_id]
    assert isinstance(mark, Stroke | Stamp)
    return stage_at(group.session, process_of(group.session), *box_of(mark).centre)


def with_marks_everywhere() -> Group:
    """Return a group with a line and a stamp in the middle of each stage."""
    group = on_the_wall()
    for stage in process_of(group.session).stages:
        x, y = middle(group.session, stage.id)
        tell(group, "put", element=a_line(f"l-{stage.id}", x, y))
        tell(group, "put", element=an_image(f"s-{stage.id}", x, y + 100, stamp="home"))
    return group


@pytest.mark.parametrize("facts", [{"process": "path8"}, {"columns": Columns.AS_ASKED}])
def test_marks_stay_in_their_stages(facts: dict[str, object]) -> None:
    group = with_marks_everywhere()
    stages = [stage.id for stage in process_of(group.session).stages]
    group.does(describe_session(group.room, **facts))
    form = process_of(group.session)
    for stage in stages:
        for mark in (f"l-{stage}", f"s-{stage}"):
            assert group.session.marks[mark].stage == form.stage_for(stage)
            assert under(group, mark) == form.stage_for(stage)


def test_there_and_back_again_is_where_it_was() -> None:
    group = with_marks_everywhere()
    before = group.session.marks
    for columns in (Columns.AS_ASKED, Columns.NEAR_TO_FAR):
        group.does(describe_session(group.room, columns=columns))
    for name, mark in group.session.marks.items():
        if isinstance(mark, Stroke):
            assert mark.points == pytest.approx(before[name].points)


def test_stages_that_become_one_lie_below_each_other() -> None:
    group = a_group()
    group.does(describe_session(group.room, process="path8"))
    stages = [stage.id for stage in process_of(group.session).stages]
    for stage in stages:
        x, y = middle(group.session, stage)
        tell(group, "put", element=a_line(f"l-{stage}", x, y))
    group.does(describe_session(group.room, process="path6"))
    form = process_of(group.session)
    middles = [box_of(group.session.marks[f"l-{stage}"]).centre for stage in stages]  # type: ignore[arg-type]
    assert len({(round(x), round(y)) for x, y in middles}) == len(stages)
    assert all(under(group, f"l-{stage}") == form.stage_for(stage) for stage in stages)


def test_what_lies_outside_all_regions_stays() -> None:
    group = on_the_wall()
    tell(group, "put", element=a_line("far", -900, -900))
    before = group.session.marks["far"]
    group.does(describe_session(group.room, process="path8"))
    assert group.session.marks["far"] == before


def test_cards_put_by_hand_go_along_and_others_are_laid_out_anew_without_overlap() -> None:
    group = on_the_wall()
    box = stage_box(group.session, "first_steps")
    tell(group, "place", card="c1", x=box.x + 10, y=box.y + 200, scale=0.6)
    for number in range(6):
        tell(group, "write", record=f"n{number}", text=f"Now number {number}", stage="now")
    group.does(describe_session(group.room, columns=Columns.AS_ASKED))
    home = stage_box(group.session, "first_steps")
    card = group.session.marks["c1"]
    assert isinstance(card, Card)
    assert card.by_hand
    assert home.x <= card.x <= home.right
    boxes = [one.box for one in card_pieces(group.session, process_of(group.session))]
    assert not any(a.overlaps(b) for at, a in enumerate(boxes) for b in boxes[:at])


def test_a_session_without_a_wall_gets_none() -> None:
    group = a_group()
    group.does(describe_session(group.room, process="path8"))
    assert set(group.session.marks) == {"s1", "k1", "k2"}


def test_the_ink_of_pads_is_not_touched() -> None:
    group = on_the_wall()
    group.does(describe_session(group.room, columns=Columns.AS_ASKED))
    ink = group.session.marks["k1"]
    assert isinstance(ink, Stroke)
    assert ink.points == (0, 0, 10, 10)
