"""The check marks who may be recognised, and hardly anything else; people have the last say."""

import pytest

from benchmarks.bench_names import Comments, labelled, measured
from path_planner.domain.vision.sources import Source, SourceKind
from path_planner.domain.vision.theme import Theme
from path_planner.domain.vision.vision import AboutVision, Vision
from path_planner.services.records import delete
from path_planner.services.vision.privacy.pii_checks import (
    clear_own_text,
    clear_words,
    findings,
    left_in_own_words,
    marks_of,
)
from path_planner.services.vision.privacy.pii_names import find_names, known_names_of
from path_planner.services.vision.privacy.pii_places import sources_of_many
from path_planner.services.vision.sources import withdraw
from tests.analysis.visions import a_source, a_vision, a_voice
from tests.services.vision.circle import Circle, a_circle

MOST_FALSE_IN_100 = {"services": 4.0, "town": 6.6}
"""What the check reached when the sets were written; the public ones are in the benchmark."""


_FEWEST_NAMES = 9


def marked(text: str, *texts: str, of_many: bool = False) -> list[str]:
    """Return the likely names and places in a text, beside others of the same conversation."""
    known = known_names_of((text, *texts), ("Will Young",), ("Bowhampton, Marrowshire",))
    return [text[one.start : one.end] for one in find_names(text, known, of_many=of_many)]


@pytest.mark.parametrize("comments", list(labelled()), ids=lambda one: one.name)
def test_of_the_labelled_sets_nothing_is_missed_and_little_is_marked_in_vain(
    comments: Comments,
) -> None:
    found = measured(comments)
    assert found.missed == ()
    assert found.names >= _FEWEST_NAMES
    assert 100 * len(found.false) / found.voices <= MOST_FALSE_IN_100[comments.name]


@pytest.mark.parametrize(
    "text",
    [
        "The lady I saw was kind, and the nurse I spoke to as well.",
        "I need the Dr to listen, but Dr was busy.",
        "We met over MS Teams because of Covid.",
        "Shorten the queue. Deterioration of the mill. Utterly SPLENDID.",
        "The Physiotherapist, two HCAs and the OT's came.",
        "You'd think Dr XXXX would know. Hmmmm.",
        "I live in Bowhampton, and Bowhampton is in Marrowshire.",
        "The budget of 2015-2016 was cut.",
        "InformatIve and FrIendly.",
    ],
)
def test_what_is_no_name_is_not_marked(text: str) -> None:
    assert marked(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Then Margaret Bowhampton rang us at home.", ["Margaret"]),
        ("Mrs Bowhampton rang.", ["Bowhampton"]),
        ("Ask VICKY please.", ["VICKY"]),
        ("We asked McKinley.", ["McKinley"]),
        ("MS Quillonby came, and Ms Potter.", ["Quillonby", "Potter"]),
        ("Doctor Ada Quillonby came.", ["Ada", "Quillonby"]),
        ("Thank-you Quillonby for all.", ["Quillonby"]),
        ("I asked Will.", ["Will"]),
        ("Auntie June and nurse JO came with Doctor DC.", ["June", "JO", "DC"]),
    ],
)
def test_a_name_is_still_marked_beside_what_is_none(text: str, found: list[str]) -> None:
    assert marked(text) == found
    assert set(found) <= {*marked(text, of_many=True)} | {"Bowhampton"}


@pytest.mark.parametrize(
    ("text", "is_public"),
    [
        ("The potholes on Kiln Road are deep.", True),
        ("I want a pool like the one in Thistledown.", True),
        ("Keep the Greenway open.", True),
        ("We should have what Wendale hospital has.", True),
        ("We live at 23 Kiln Road.", False),
        ("My son lives near Kiln Road.", False),
        ("Ask Alasdair in Kiln Road.", False),
        ("The Quillonbys are loud.", False),
        ("Jane Quill, ward sister, was kind.", False),
    ],
)
def test_among_many_a_place_is_marked_only_where_somebody_lives(
    text: str, *, is_public: bool
) -> None:
    assert marked(text)
    assert (marked(text, of_many=True) == []) is is_public


def test_what_many_name_is_public_and_whom_many_name_is_not() -> None:
    texts = [f"{start} Wendaling go?" for start in ("Did", "Has", "Let", "Will")]
    assert marked(texts[0], of_many=True) == ["Wendaling"]
    assert marked(*texts, of_many=True) == []
    thanked = [f"Thank you Wendaling {end}" for end in ("for all.", "so much.", "again.")]
    assert marked(*thanked, of_many=True) == ["Wendaling"]
    named = [f"Did Natasha {end}" for end in ("go?", "win?", "see?", "come?")]
    assert marked(*named, of_many=True) == ["Natasha"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mehr Bänke im Park, und die Straßenbeleuchtung soll in der Nacht heller werden.", []),
        (
            "Ich danke Katarzyna Nowak für die Hilfe mit den Anträgen im Rathaus.",
            ["Katarzyna Nowak"],
        ),
        ("Im Rathaus hat mir Frau Quillmeier mit den Anträgen sehr geholfen.", ["Quillmeier"]),
    ],
)
def test_where_nouns_are_capitalised_a_capital_alone_is_no_mark(
    text: str, found: list[str]
) -> None:
    assert marked(text, of_many=True) == found


def a_survey(count: int, *sources: Source) -> Vision:
    """Return a vision with so many voices, dealt out to these sources."""
    voices = [a_voice(f"q{n}", sources[n % len(sources)].id, text="A bus.") for n in range(count)]
    return a_vision(sources=list(sources), voices=voices)


def test_many_wrote_a_survey_and_few_are_in_a_circle() -> None:
    days = [a_source(f"s{n}", what=SourceKind.WRITTEN, file="f1") for n in (1, 2)]
    path = a_source("s1", what=SourceKind.PATH)
    assert sources_of_many(a_survey(50, *days)) == {"s1", "s2"}
    assert sources_of_many(a_survey(49, *days)) == frozenset()
    assert sources_of_many(a_survey(80, path)) == frozenset()


def a_gathered_circle() -> Circle:
    """Return a circle in which the same word is marked in two quotes and a theme."""
    return a_circle(
        about=AboutVision(community="Bowhampton"),
        sources=[a_source("s1", names=("Jonah Applewhite",), place="Nether Wend")],
        voices=[
            a_voice("q1", text="I asked Quillonby."),
            a_voice("q2", text="Quillonby’s bread, please."),
            a_voice("q3", text="I asked Jonah in Bowhampton."),
            a_voice("q4", text="I am from Nether Wend."),
        ],
        themes=[
            Theme(id="t1", name="We and Quillonby"),
            Theme(id="t2", name="We ring 07700 900123"),
        ],
    )


def test_one_press_says_that_a_word_is_no_name_wherever_it_stands() -> None:
    circle = a_gathered_circle()
    assert set(findings(circle.vision)) == {"q1", "q2", "q3"}
    assert [own.id for own in left_in_own_words(circle.vision)] == ["t1", "t2"]
    circle.does(clear_words(circle.meeting, " Quillonby\n"))
    circle.does(clear_words(circle.meeting, "Quillonby"))
    (cleared,) = circle.vision.cleared.values()
    assert cleared.words == "Quillonby"
    assert set(findings(circle.vision)) == {"q3"}
    assert [own.id for own in left_in_own_words(circle.vision)] == ["t2"]
    assert marks_of(circle.vision) == (1, 1)
    assert marks_of(circle.vision, ["q1"]) == (0, 1)
    circle.does(delete(circle.meeting, "cleared", cleared.id))
    assert set(findings(circle.vision)) == {"q1", "q2", "q3"}


def test_the_name_of_somebody_who_was_there_stays_marked() -> None:
    circle = a_gathered_circle()
    circle.does(clear_words(circle.meeting, "Jonah"))
    assert "q3" in findings(circle.vision)


def test_a_text_of_our_own_stays_in_until_it_is_changed() -> None:
    circle = a_gathered_circle()
    circle.does(clear_own_text(circle.meeting, "We ring 07700 900123"))
    assert [own.id for own in left_in_own_words(circle.vision)] == ["t1"]
    assert not any(text.words for text in circle.vision.cleared.values())
    themes = {"t2": Theme(id="t2", name="We ring 07700 900124")}
    changed = circle.vision.model_copy(update={"themes": themes})
    assert [own.id for own in left_in_own_words(changed)] == ["t2"]


def test_a_word_goes_with_the_last_voice_that_said_it() -> None:
    circle = a_gathered_circle()
    circle.does(clear_words(circle.meeting, "Quillonby"))
    circle.does(clear_own_text(circle.meeting, "We ring 07700 900123"))
    circle.does(withdraw(circle.meeting, "q1"))
    assert "Quillonby" in {text.words for text in circle.vision.cleared.values()}
    circle.does(withdraw(circle.meeting, "q2"))
    assert [text.words for text in circle.vision.cleared.values()] == [""]
