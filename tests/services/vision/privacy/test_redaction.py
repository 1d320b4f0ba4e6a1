"""What may tell who somebody is gets found, in words and numbers; people decide."""

import string
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from path_planner.analysis.counts import FEW
from path_planner.domain.people import Role
from path_planner.domain.vision.sources import Source
from path_planner.domain.vision.theme import Theme
from path_planner.domain.voice import Share
from path_planner.errors import NothingToUndo
from path_planner.services.vision.privacy.pii import PiiKind, find_numbers
from path_planner.services.vision.privacy.pii_checks import (
    amend_words,
    findings,
    tick_checked,
    unchecked,
    without,
)
from path_planner.services.vision.privacy.pii_names import (
    find_names,
    has_no_capitals,
    known_names_of,
)
from path_planner.services.vision.privacy.small_groups import Population, small_group_warning
from path_planner.services.vision.undo import undo
from tests.analysis.visions import a_source, a_vision, a_voice, placed
from tests.services.vision.circle import Circle, a_circle

NAMES = ("Jonah Applewhite", "Will Young", "عائشہ خان", "Kasia Nowak", "小明", "Mary O'Brien")
KNOWN = known_names_of(["the cleaner came and the baker too"], NAMES)


def marked(text: str) -> list[tuple[str, str]]:
    """Return what is found in a text, and what it may be."""
    found = sorted([*find_numbers(text), *find_names(text, KNOWN)])
    return [(text[one.start : one.end], one.kind.value) for one in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Margaret next door brings soup.", [("Margaret", "name")]),
        ("I met Bilal Khan.", [("Bilal Khan", "name")]),
        ("I live in Upper Quill.", [("Upper Quill", "place")]),
        ("We met at 4 Marrow Lane.", [("4 Marrow Lane", "place")]),
        ("Mrs pepper helps", [("pepper", "name")]),
        ("Then jonah came", [("jonah", "name")]),
        ("The Applewhites are loud", [("Applewhites", "name")]),
        ("I will go. I asked Will.", [("Will", "name")]),
        ("عائشہ آتی ہے", [("عائشہ", "name")]),
        ("ڈاکٹر احمد", [("احمد", "name")]),
        ("Idę z Kasią do Krakowa.", [("Kasią", "name"), ("Krakowa", "name")]),
        ("Dw i'n byw gyda Gwenllian.", [("Gwenllian", "name")]),
        ("我和小明去公园", [("小明", "name")]),
        ("O’Brien came", [("O’Brien", "name")]),
        ("Ring 07700 900123!", [("07700 900123", "telephone")]),
        ("+44 (0)20 7946 0018", [("+44 (0)20 7946 0018", "telephone")]),
        ("to jo.b@example.org.", [("jo.b@example.org.", "address")]),
        ("see www.example.org/jo", [("www.example.org/jo", "address")]),
        ("at SW1A 1AA now", [("SW1A 1AA", "address")]),
        ("no. 943 476 5919", [("943 476 5919", "number")]),
        ("I am born 3 March 1957", [("born 3 March 1957", "date")]),
        ("on 03/04/1957", [("03/04/1957", "date")]),
    ],
)
def test_it_is_found(text: str, found: list[tuple[str, str]]) -> None:
    assert marked(text) == [(words, "day" if kind == "date" else kind) for words, kind in found]


@pytest.mark.parametrize(
    "text",
    [
        "I want a bus on Tuesdays, in English and Welsh, at Christmas.",
        "My mum says: Go! The bus came. Nobody waited (I think).",
        "The Council and the NHS pay for BSL.",
        "[a friend] and I met [the pathfinder].",
        "I will mark it in may.",
        "Mieszkam sama. Wieczorem czytam gazety.",
        "Mae'r bws yn hwyr. Dydw i ddim yn hapus.",
        "Cleaner and baker, both of them.",
        "We were 25 people, from 3.30 to 5, and it was 24/7 in 2025.",
        "THE BUS IS LATE",
        "Arrange a forum. Ensure tenants agree. Consultation tires residents. A Rep is a partner.",
        "The Partnership Board asked about Advice and Guidance.",
        "",
    ],
)
def test_ordinary_words_are_left_alone(text: str) -> None:
    assert marked(text) == []


def test_the_own_name_is_no_finding_where_its_owner_wants_it_printed() -> None:
    text = "I am Mary O'Brien, and Jonah knows."
    found = find_names(text, KNOWN, own="Mary O'Brien")
    assert [text[one.start : one.end] for one in found] == ["Jonah"]


@pytest.mark.parametrize(("text", "blind"), [("میرا گھر", True), ("我的家", True), ("Dom", False)])
def test_scripts_without_capitals_are_said_to_hide_names(text: str, blind: bool) -> None:
    assert has_no_capitals(text) is blind


HOSTILE = [
    "1" * 10_000,
    "1 " * 5_000,
    "a@" * 5_000,
    "(" * 10_000,
    "Mr " * 3_000,
    "A" * 10_000,
    "A " * 5_000,
    "Road " * 2_000,
    "1-" * 5_000,
    "www." * 2_500,
    "[" * 10_000,
    "'" * 10_000,
    "A'" * 5_000,
    "born " * 2_000,
    "\u200b" * 10_000,
    "1/1/" * 2_500,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:6]))
def test_no_text_makes_the_search_long(text: str) -> None:
    # A search that goes back and forth would not end before the test run does.
    found = [*find_numbers(text), *find_names(text, KNOWN)]
    assert all(0 <= one.start < one.end <= len(text) for one in found)


letters = st.text(
    alphabet=string.ascii_letters + string.digits + " .@'-/[]+()\n’éŁżਮمے我\u200b", max_size=120
)


@given(text=letters)
def test_what_is_found_stands_in_the_text_and_can_be_taken_out(text: str) -> None:
    for found in (find_numbers(text), find_names(text, KNOWN)):
        ends = 0
        for one in found:
            assert ends <= one.start < one.end <= len(text)
            ends = one.end
        assert without(text, found).count("[") >= len(found)


def a_gathered_circle() -> Circle:
    """Return a circle around voices of every printing level."""
    return a_circle(
        sources=[Source.model_validate({**dict(a_source("s1")), "names": ("Jonah Applewhite",)})],
        voices=[
            a_voice("q1", text="jonah came."),
            a_voice("q2", text="Ring 07700 900123", share=Share.NAMED, named="Ada"),
            a_voice("q3", text="Jonah again", share=Share.THEME),
            a_voice("q4", text="A bus."),
            a_voice("q5", text="Jonah was here", checked=True),
        ],
    )


def test_only_quotes_that_nobody_looked_at_wait_for_the_check() -> None:
    circle = a_gathered_circle()
    assert [one.id for one in unchecked(circle.vision)] == ["q1", "q2", "q4"]
    assert set(findings(circle.vision)) == {"q1", "q2"}
    circle.does(tick_checked(circle.meeting, ["q1", "q4"]))
    assert [one.id for one in unchecked(circle.vision)] == ["q2"]
    text = circle.vision.voices["q2"].text
    circle.does(amend_words(circle.meeting, "q2", without(text, findings(circle.vision)["q2"])))
    after = circle.vision.voices["q2"]
    assert (after.text, after.reworded, after.checked) == ("Ring [a number]", True, True)
    assert unchecked(circle.vision) == []
    assert {one.value for one in PiiKind} == {
        "name", "place", "telephone", "address", "number", "day",
    }  # fmt: skip


def test_a_name_that_is_taken_out_stays_in_no_earlier_state(tmp_path: Path) -> None:
    circle = a_circle(
        str(tmp_path), sources=[a_source("s1")], voices=[a_voice("q1", text="Margaret rang.")]
    )
    circle.does(tick_checked(circle.meeting, ["q1"], checked=False))
    circle.does(amend_words(circle.meeting, "q1", "Margaret called."))
    circle.does(amend_words(circle.meeting, "q1", "[a name] called."))
    store, vision = circle.meeting.store, circle.vision
    for step in store.history(vision.id):
        assert "Margaret" not in str(store.at_revision(vision.id, step.revision))
    for file in tmp_path.rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            assert b"Margaret" not in (zlib.decompress(data) if file.suffix == ".z" else data)
    # Theming that was done before can still be taken back; the words cannot.
    with pytest.raises(NothingToUndo):
        undo(circle.meeting)


def test_fewer_than_five_are_told_by_theme_group_role_and_place() -> None:
    voices = [
        a_voice(f"q{n}", "s1", speaker=f"p{n}", role=Role.NEIGHBOUR if n else Role.INTERPRETER)
        for n in range(FEW + 1)
    ]
    voices.append(a_voice("q9", "s2", speaker="p1", share=Share.NAMED, named="Ada"))
    vision = a_vision(
        sources=[a_source("s1", place="Quill", group="Sewers", people=30), a_source("s2")],
        voices=voices,
        themes=[Theme(id="t1", name="Few"), Theme(id="t2", name="Many"), Theme(id="t3", name="-")],
        placings=[placed("q0", "t1"), *(placed(f"q{n}", "t2") for n in range(FEW))],
    )
    warnings = small_group_warning(vision)
    assert [(one.among, one.what, one.people, one.voices) for one in warnings] == [
        (Population.THEME, "Few", 1, ("q0",)),
        (Population.ROLE_AND_PLACE, "Quill", 1, ("q0",)),
        (Population.ROLE_AND_GROUP, "Sewers", 1, ("q0",)),
    ]
    assert str(warnings[1]) == (
        "Interpreter, Quill: only 1 person with this role is known in this place."
    )
    assert str(warnings[0]) == "The theme “Few”: only 1 person is known to have spoken."
