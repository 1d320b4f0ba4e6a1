"""Voices that may belong in a theme: ranked, with a reason, and never offered where refused."""

import pytest

from path_planner.domain.base import put
from path_planner.domain.people import Role
from path_planner.domain.vision.theme import Theme
from path_planner.domain.vision.vision import Vision
from path_planner.errors import UnknownRecord
from path_planner.i18n import PSEUDO, set_language
from path_planner.services.vision import theme_suggestions
from path_planner.services.vision.theme_board_commands import apply_command, read_command
from path_planner.services.vision.theme_offers import offers_of, person_key
from path_planner.services.vision.themes import assign, assign_many, refuse
from tests.analysis.visions import a_source, a_vision, a_voice, placed
from tests.services.vision.table import a_table

SAID = {
    "q1": "The last bus goes at six.",
    "q2": "Taxis eat my money.",
    "q3": "I want to learn to cook.",
    "q4": "No bus runs after six.",
    "q5": "no bus runs after six!",
    "q6": "A taxi costs too much money.",
    "q7": "Teach me cooking.",
    "q8": "The hospital is too loud.",
}


@pytest.fixture(autouse=True)
def _nothing_ready() -> None:
    theme_suggestions.CORPORA.clear()


def heard() -> Vision:
    """Return a vision with two themes, and five voices in neither."""
    voices = [
        a_voice(one, text=text, speaker=f"p{order}", order=order)
        for order, (one, text) in enumerate(SAID.items())
    ]
    themes = [Theme(id="t1", name="Getting about"), Theme(id="t2", name="Learning")]
    inside = [placed(voice, theme) for voice, theme in (("q1", "t1"), ("q2", "t1"), ("q3", "t2"))]
    return a_vision(sources=[a_source()], voices=voices, themes=themes, placings=inside)


def lines(vision: Vision, theme: str = "t1", like: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    return [line.voices for line in offers_of(vision, theme, like).lines]


def test_equal_answers_are_one_line_and_what_fits_best_comes_first() -> None:
    found = offers_of(heard(), "t1")
    assert {line.voices for line in found.lines[:2]} == {("q4", "q5"), ("q6",)}
    assert found.unassigned == 5
    assert {"q1", "q2"} == set(found.middle)


def test_each_line_says_why() -> None:
    because = {line.voices[0]: line.because for line in offers_of(heard(), "t1").lines}
    assert because["q4"] == "like “The last bus goes at six.”"
    assert all(because.values())


def test_reasons_are_in_the_language_of_the_one_who_asks() -> None:
    set_language(PSEUDO)
    try:
        found = offers_of(heard(), "t1")
    finally:
        set_language("en")
    assert found.lines[0].because.startswith("⟦")


def test_all_like_one_voice_come_first_and_it_is_not_offered_again() -> None:
    assert lines(heard(), "t2", ("q1",))[0] == ("q4", "q5")
    assert not any({"q4", "q5"} & set(line) for line in lines(heard(), "t1", ("q4",)))
    assert offers_of(heard(), "t2", ("q1",)).lines[0].sure


def test_what_was_refused_is_never_offered_again_but_may_be_put_there() -> None:
    table = a_table(heard())
    table.does(refuse(table.meeting, "t1", ["q4", "q5"]))
    assert ("q4", "q5") not in lines(table.vision)
    assert table.vision.voices["q4"].not_in == ("t1",)
    table.does(assign(table.meeting, "q4", "t1"))
    assert table.vision.voices["q4"].not_in == ()
    assert table.vision.voices["q5"].not_in == ("t1",)


def test_a_lot_is_put_there_in_one_step_and_taken_back_in_one() -> None:
    table = a_table(heard())
    before = len(table.meeting.store.history(table.vision.id))
    pairs = [[voice, "t1"] for voice in ("q4", "q5", "q6")]
    message = {"id": "a" * 20, "do": "place", "put": pairs}
    table.does(apply_command(table.meeting, read_command(message)))
    assert len(table.meeting.store.history(table.vision.id)) == before + 1
    assert offers_of(table.vision, "t1").unassigned == 2
    table.does(apply_command(table.meeting, read_command({"id": "b" * 20, "do": "undo"})))
    assert offers_of(table.vision, "t1").unassigned == 5


def test_a_refusal_is_taken_back_too() -> None:
    table = a_table(heard())
    message = {"id": "a" * 20, "do": "refuse", "theme": "t1", "voices": ["q4", "q5"]}
    table.does(apply_command(table.meeting, read_command(message)))
    assert ("q4", "q5") not in lines(table.vision)
    table.does(apply_command(table.meeting, read_command({"id": "b" * 20, "do": "undo"})))
    assert ("q4", "q5") in lines(table.vision)


def test_nothing_is_kept_if_one_voice_or_the_theme_is_gone() -> None:
    table = a_table(heard())
    for use_case in (assign_many, refuse):
        with pytest.raises(UnknownRecord):
            use_case(table.meeting, "t1", ["q4", "gone"])
        with pytest.raises(UnknownRecord):
            use_case(table.meeting, "gone", ["q4"])
    assert table.vision.voices["q4"].not_in == ()


def test_a_person_has_one_key_in_a_file_and_nobody_noted_has_none() -> None:
    vision = heard()
    vision = put(vision, "sources", a_source("s1", file="f1"))
    vision = put(vision, "sources", a_source("s2", file="f1"))
    vision = put(vision, "voices", a_voice("q4", "s2", text=SAID["q4"], speaker="p1"))
    one, other = (person_key(vision, vision.voices[voice]) for voice in ("q2", "q4"))
    assert one == other == "f1/p1"
    nobody = vision.voices["q4"].model_copy(update={"speaker": None, "role": Role.OTHER})
    assert person_key(vision, nobody) == "f1/"


def test_a_theme_without_voices_is_offered_what_its_name_says() -> None:
    vision = put(heard(), "themes", Theme(id="t3", name="Hospitals and doctors"))
    assert lines(vision, "t3")[0] == ("q8",)
