"""Signing: a person enrols with their own ink."""

import pytest

from path_planner.domain.marks import Stroke
from path_planner.errors import PlannerError
from path_planner.processes.prompts import process_of
from path_planner.scene.wall import card_pieces
from path_planner.services.session.wall import apply_command
from path_planner.services.session.wall.commands import read_command
from tests.services.session.rooms import a_group
from tests.services.session.walls import a_line, an_image, fresh, on_the_wall, tell

INK = [a_line("ink1", 100, 50), a_line("ink2", 160, 60)]


def test_somebody_of_the_circle_signs() -> None:
    group = a_group()
    facts = {"who": "asha", "what": "I drive", "stage": "enrol", "elements": INK}
    tell(group, "sign", commitment="new", **facts)
    promise = group.session.commitments["new"]
    assert (promise.who, promise.what, promise.said_yes) == ("asha", "I drive", True)
    assert promise.stage == "enrol"
    ink = [group.session.marks[name] for name in ("ink1", "ink2")]
    assert all(isinstance(one, Stroke) and one.signs == "new" for one in ink)
    assert {one.by for one in ink} == {"asha"}


def test_somebody_new_becomes_one_of_the_circle_and_is_in_the_room() -> None:
    group = a_group()
    tell(group, "sign", commitment="new", who=" Bo  Quill ", what="", stage="enrol", elements=[])
    person = group.session.people[group.session.commitments["new"].who or ""]
    assert (person.name, person.present) == ("Bo Quill", True)
    tell(group, "sign", commitment="more", who="bo quill", what="", stage="enrol", elements=[])
    assert group.session.commitments["more"].who == person.id


def test_an_enrolment_goes_to_the_stage_that_gathers_them() -> None:
    group = a_group()
    tell(group, "sign", commitment="new", who="asha", what="", stage="dream", elements=[])
    assert group.session.commitments["new"].stage == "enrol"


def test_what_was_promised_before_is_signed() -> None:
    group = on_the_wall()
    tell(group, "sign", commitment="c1", who="asha", what="", stage="enrol", elements=INK)
    promise = group.session.commitments["c1"]
    assert (promise.said_yes, promise.what) == (True, "Ring the allotment")
    assert promise.stage == "first_steps"


def test_the_ink_stands_on_the_card() -> None:
    group = on_the_wall()
    tell(group, "sign", commitment="new", who="asha", what="I drive", stage="enrol", elements=INK)
    pieces = card_pieces(group.session, process_of(group.session))
    piece = next(one for one in pieces if one.id == "new")
    assert any(getattr(part, "node", "") == "signature-new" for part in piece.parts)


def test_dropping_the_promise_takes_the_ink_along() -> None:
    group = on_the_wall()
    tell(group, "sign", commitment="new", who="asha", what="I drive", stage="enrol", elements=INK)
    tell(group, "drop", collection="commitments", record="new")
    assert {"ink1", "ink2", "new"}.isdisjoint(group.session.marks)
    tell(group, "restore", collection="commitments", record="new")
    assert {"ink1", "ink2", "new"} <= set(group.session.marks)


def test_who_signs_again_signs_in_place_of_the_first_ink() -> None:
    """Two signatures would lie over each other; a name written later leaves the ink alone."""
    group = on_the_wall()
    facts = {"commitment": "new", "who": "asha", "what": "I drive", "stage": "enrol"}
    tell(group, "sign", **facts, elements=INK)
    tell(group, "sign", **facts, elements=[a_line("ink3", 90, 40)])
    tell(group, "sign", **facts, elements=[])
    signed = [key for key, mark in group.session.marks.items() if getattr(mark, "signs", "")]
    assert [key for key in signed if key.startswith("ink")] == ["ink3"]


def test_a_signature_sent_again_is_kept_once_and_not_refused() -> None:
    group = a_group()
    facts = {"commitment": "new", "who": "Bo Quill", "what": "", "stage": "enrol"}
    signed = read_command({"id": fresh(), "do": "sign", **facts, "elements": INK})
    group.does(apply_command(group.room, signed))
    after = group.session
    # The server ended, came back, and knows of no answer any more.
    group.does(apply_command(group.room, signed))
    assert group.session == after


@pytest.mark.parametrize(
    "facts",
    [
        {"who": "  "},
        {"elements": [an_image("i", 0, 0, stamp="home")]},
        {"elements": [{}]},
        {"elements": INK * 200},
        {"elements": [a_line("k1", 0, 0)]},
    ],
)
def test_what_is_no_signature_is_refused(facts: dict[str, object]) -> None:
    group = a_group()
    whole = {"who": "asha", "what": "", "stage": "enrol", "elements": [], **facts}
    with pytest.raises(PlannerError) as refused:
        tell(group, "sign", commitment="new", **whole)
    assert str(refused.value)
    assert "new" not in group.room.store.open(group.session.id).document.commitments
