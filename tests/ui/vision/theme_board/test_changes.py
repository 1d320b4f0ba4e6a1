"""What a board tells is kept once, in one step to undo; what makes no sense is refused."""

from dataclasses import replace
from itertools import count
from typing import Any

import pytest

from path_planner.analysis.queries import single_voices, unassigned_voices, voices_in
from path_planner.domain.vision.theme import Side
from path_planner.domain.vision.vision import Member
from path_planner.errors import NotAChange, PlannerError, UnknownRecord
from path_planner.services.vision.theme_board_commands import apply_command, read_command
from path_planner.ui.sync.acks import Acks
from path_planner.ui.vision.theme_board import apply_changes
from tests.analysis.visions import a_source, a_voice
from tests.services.vision.circle import Circle, a_circle

_number = count(1)


def change(do: str, **facts: Any) -> dict[str, Any]:
    """Return a change with an id of its own."""
    return {"id": f"{next(_number):020}", "do": do, **facts}


@pytest.fixture
def circle() -> Circle:
    """Return a circle with four voices and no theme."""
    voices = [a_voice(f"q{n}", order=n, text=f"Voice {n}") for n in range(1, 5)]
    members = [Member(id="m1", name="Ada Quill"), Member(id="m2", name="Bo Larkspur")]
    return a_circle(sources=[a_source()], voices=voices, steering=members)


def does(circle: Circle, do: str, **facts: Any) -> dict[str, Any]:
    """Let the board tell a change, and return it."""
    told = change(do, **facts)
    circle.does(apply_command(circle.meeting, read_command(told)))
    return told


def themed(circle: Circle) -> dict[str, list[str]]:
    """Return the voices of each theme by its name."""
    vision = circle.vision
    return {
        theme.name: [voice.id for voice in voices_in(vision, theme.id)]
        for theme in vision.themes.values()
    }


def steps(circle: Circle) -> int:
    """Count the changes in the history, without its beginning."""
    return len(circle.meeting.store.history(circle.vision.id)) - 1


def test_a_theme_is_made_under_the_id_that_the_board_shows(circle: Circle) -> None:
    does(circle, "make", theme="t1", name="Home", voices=["q1", "q2"])
    assert themed(circle) == {"Home": ["q1", "q2"]}
    assert list(circle.vision.themes) == ["t1"]


def test_several_voices_move_in_one_step_and_come_back_in_one(circle: Circle) -> None:
    does(circle, "make", theme="t1", name="Home", voices=["q1", "q2", "q3"])
    does(circle, "make", theme="t2", name="Away")
    before = steps(circle)
    does(circle, "place", put=[["q1", "t2"], ["q2", "t2"]], take=[["q1", "t1"], ["q2", "t1"]])
    assert themed(circle) == {"Home": ["q3"], "Away": ["q1", "q2"]}
    assert steps(circle) == before + 1
    does(circle, "undo")
    assert themed(circle) == {"Home": ["q1", "q2", "q3"], "Away": []}


def test_one_voice_may_be_in_several_themes_and_stand_alone_in_none(circle: Circle) -> None:
    does(circle, "make", theme="t1", name="Home", voices=["q1"])
    does(circle, "make", theme="t2", name="Away", voices=["q1"])
    assert themed(circle) == {"Home": ["q1"], "Away": ["q1"]}
    does(circle, "place", alone=[["q1", True]])
    assert themed(circle) == {"Home": [], "Away": []}
    assert [voice.id for voice in single_voices(circle.vision)] == ["q1"]
    does(circle, "place", put=[["q1", "t2"]])
    assert not single_voices(circle.vision)
    assert [voice.id for voice in unassigned_voices(circle.vision)] == ["q2", "q3", "q4"]


def test_themes_are_named_moved_merged_split_and_taken_apart(circle: Circle) -> None:
    does(circle, "make", theme="t1", name="Home", voices=["q1", "q2"])
    does(circle, "make", theme="t2", name="Away", voices=["q3"])
    does(circle, "rename", theme="t1", name="My home")
    does(circle, "order", theme="t2", steps=-1)
    assert circle.vision.themes["t2"].order < circle.vision.themes["t1"].order
    does(circle, "split", theme="t1", name="Keys", voices=["q2"], **{"as": "t3"})
    assert themed(circle) == {"My home": ["q1"], "Away": ["q3"], "Keys": ["q2"]}
    does(circle, "merge", theme="t3", into="t2")
    assert themed(circle) == {"My home": ["q1"], "Away": ["q2", "q3"]}
    does(circle, "apart", theme="t2")
    assert themed(circle) == {"My home": ["q1"]}
    assert len(unassigned_voices(circle.vision)) == 3


def test_who_agreed_to_a_statement_is_kept_with_it_in_one_step(circle: Circle) -> None:
    does(circle, "make", theme="t1", name="Home")
    before = steps(circle)
    does(circle, "state", theme="t1", statement="I choose.", agreed=["m1", "m2"])
    assert circle.vision.themes["t1"].agreed_by == ("m1", "m2")
    assert steps(circle) == before + 1
    does(circle, "state", theme="t1", statement="I choose.", agreed=["m2"])
    assert circle.vision.themes["t1"].agreed_by == ("m2",)
    does(circle, "state", theme="t1", statement="We choose.", agreed=[])
    assert circle.vision.themes["t1"].statement == "We choose."
    assert circle.vision.themes["t1"].agreed_by == ()


def test_a_disagreement_keeps_both_sides(circle: Circle) -> None:
    one, other = {"words": "Early", "voices": ["q1"]}, {"words": "Late", "voices": ["q2", "q3"]}
    does(circle, "disagree", about="When?", theme=None, one=one, other=other, what_next="Ask")
    (kept,) = circle.vision.disagreements.values()
    assert (kept.about, kept.what_next) == ("When?", "Ask")
    assert kept.one == Side(words="Early", voices=("q1",))
    assert kept.other == Side(words="Late", voices=("q2", "q3"))
    assert steps(circle) == 1


EVERY = (
    {"do": "make", "theme": "t9", "name": "New", "voices": ["q4"]},
    {"do": "place", "put": [["q4", "t1"]], "take": [["q1", "t1"]]},
    {"do": "place", "alone": [["q4", True]]},
    {"do": "rename", "theme": "t1", "name": "Other"},
    {"do": "state", "theme": "t1", "statement": "I.", "agreed": ["m1"]},
    {"do": "merge", "theme": "t2", "into": "t1"},
    {"do": "split", "theme": "t1", "as": "t8", "name": "Part", "voices": ["q1"]},
    {"do": "order", "theme": "t1", "steps": 1},
    {"do": "apart", "theme": "t2"},
    {"do": "disagree", "about": "When?", "one": {"voices": ["q1"]}, "other": {"voices": ["q2"]}},
    {"do": "undo"},
)


@pytest.mark.parametrize("facts", EVERY, ids=lambda facts: str(facts["do"]))
def test_a_change_told_again_is_kept_once(circle: Circle, facts: dict[str, Any]) -> None:
    does(circle, "make", theme="t1", name="Home", voices=["q1", "q2"])
    does(circle, "make", theme="t2", name="Away", voices=["q3"])
    told = change(**facts)
    circle.does(apply_command(circle.meeting, read_command(told)))
    after = circle.vision
    assert steps(circle) == 3
    # The server ended, came back, and knows of no answer any more.
    circle.does(apply_command(circle.meeting, read_command(told)))
    assert circle.vision == after
    assert steps(circle) == 3


BAD: tuple[dict[str, Any], ...] = (
    {"do": "fly"},
    {"do": "place", "put": [["q1"]]},
    {"do": "place", "put": [["q1", "../t1"]]},
    {"do": "place", "alone": [["q1", "perhaps"]]},
    {"do": "make", "theme": "t1", "name": "Twice"},
    {"do": "make", "theme": "t 1", "name": "Blank"},
    {"do": "order", "theme": "t1", "steps": "up"},
    {"do": "rename", "theme": "t1", "name": ["x"]},
    {"do": "disagree", "about": 7},
)


@pytest.mark.parametrize("facts", BAD, ids=str)
def test_what_is_no_change_is_refused(circle: Circle, facts: dict[str, Any]) -> None:
    does(circle, "make", theme="t1", name="Home")
    before = circle.vision
    with pytest.raises(NotAChange):
        apply_command(circle.meeting, read_command(change(**facts)))
    assert circle.meeting.store.open(before.id).document == before


def test_one_bad_step_of_several_leaves_all_undone(circle: Circle) -> None:
    does(circle, "make", theme="t1", name="Home")
    with pytest.raises(UnknownRecord):
        does(circle, "place", put=[["q1", "t1"], ["nobody", "t1"]])
    assert themed(circle) == {"Home": []}
    with pytest.raises(PlannerError):
        does(circle, "place", put=[["q1", "gone"]])


def test_a_bad_change_holds_up_nothing_behind_it(circle: Circle) -> None:
    answers = Acks()
    good, bad = change("make", theme="t1", name="Home"), change("rename", theme="gone", name="x")
    after = change("place", put=[["q1", "t1"]])
    meeting = apply_changes(circle.meeting, (good, bad, after), answers)
    assert answers.acknowledged == {good["id"], after["id"]}
    assert list(answers.refused) == [bad["id"]]
    assert [voice.id for voice in voices_in(meeting.document, "t1")] == ["q1"]


def test_two_windows_at_once_keep_what_both_did(circle: Circle) -> None:
    does(circle, "make", theme="t1", name="Home")
    here, there = circle.meeting, replace(circle.meeting, by="other")
    apply_command(here, read_command(change("place", put=[["q1", "t1"]])))
    kept = apply_command(there, read_command(change("place", put=[["q2", "t1"]])))
    assert {voice.id for voice in voices_in(kept.document, "t1")} == {"q1", "q2"}
