"""Plans of unusual visions: empty, huge, from the right, hostile; all whole and readable."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from path_planner.domain.base import put, with_fields
from path_planner.domain.vision.plan import Action
from path_planner.domain.vision.sources import SharedVoice
from path_planner.domain.vision.theme import Disagreement, Side, ThemeAssignment
from path_planner.domain.vision.vision import Vision
from path_planner.domain.vision.voting import Priority
from path_planner.domain.voice import Share
from path_planner.exports.vision.plan.detail import MOST_PAGES
from tests.exports.plan.reading import evidence, links, pages, plan, text
from tests.exports.visions import vision
from tests.pdf.reading import complaints, letters, unmarked
from tests.typography.sayings import SAYINGS

MOMENT = datetime(2026, 11, 22, tzinfo=UTC)
HOSTILE = (
    '=HYPERLINK("http://x.example","y")',
    "<script>alert(1)</script>",
    "# Heading **bold** [link](javascript:1)",
    "(unbalanced \\ paren ) BT /F1 12 Tf ET",
    "\u200fright\u200f to left trick",
    "\\u202e {blank} %s %(x)d",
)


def saying(words: str, language: str = "") -> Vision:
    """Return a vision in which somebody says this, and is quoted."""
    told = vision(paths=2, themes=2)
    voice = SharedVoice(
        id="said", source="s1", text=words, share=Share.QUOTE, language=language, order=-1
    )
    told = put(told, "voices", voice)
    return put(told, "placings", ThemeAssignment(id="pl", voice="said", theme="t0"))


def test_an_empty_vision_gives_an_honest_plan(tmp_path: Path) -> None:
    made = plan(Vision(id="empty1", begun=MOMENT, updated=MOMENT))
    assert complaints(made, tmp_path) == []
    found = text(made)
    assert "Nobody has been heard yet." in found
    assert "Nothing here yet." in found
    assert "You said, we did" not in found


@pytest.mark.parametrize("language", SAYINGS)
def test_a_quote_in_any_language_keeps_all_its_letters(language: str, tmp_path: Path) -> None:
    words = SAYINGS[language]
    made = evidence(saying(words, language))
    found, wanted = letters(text(made)), letters(words)
    assert all(found.count(each) >= wanted.count(each) for each in {*wanted})
    if language in {"ur", "zh"}:
        assert complaints(made, tmp_path) == []


def test_a_plan_in_urdu_begins_at_the_right(tmp_path: Path) -> None:
    told = saying(SAYINGS["ur"], "ur")
    told = told.model_copy(
        update={"about": with_fields(told.about, language="ur", title="ہمارا منصوبہ")}
    )
    made = plan(told, language="ur")
    assert complaints(made, tmp_path) == []
    assert unmarked(made) == []


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_come_out_as_they_went_in(words: str) -> None:
    made = evidence(saying(words))
    found = "".join(text(made).split())
    wanted = "".join(each for each in words if each.isprintable() or each.isspace()).split()
    # A mark of direction turns the words of a line about, and loses none.
    assert all(word in found for word in wanted)
    assert "".join(wanted) in found or "\u200f" in words
    assert not any("javascript" in link.says for link in links(made))


def test_huge_texts_flow_over_their_pages_and_none_is_lost(tmp_path: Path) -> None:
    many = [f"word{n}" for n in range(700)]
    long = " ".join(many)
    told = saying(long)
    told = put(told, "themes", with_fields(told.themes["t0"], name="N" * 300, statement=long))
    told = put(told, "causes", with_fields(told.causes["c0"], text=long))
    told = put(told, "actions", Action(id="long", what=long, priorities=("p0",), who="W" * 300))
    sides = {"one": Side(words=long), "other": Side(words=long, voices=("said",))}
    told = put(told, "disagreements", Disagreement(id="d2", about=long, theme="t1", **sides))
    about = {"title": "T" * 300, "summary": long, "vision": long, "made_by": long, "how": long}
    told = told.model_copy(update={"about": with_fields(told.about, **about)})
    made, whole = plan(told), evidence(told)
    assert complaints(made, tmp_path) == []
    assert complaints(whole, tmp_path) == []
    assert len(pages(made)) <= MOST_PAGES
    found = text(whole).split()
    for word in (many[0], many[300], many[-1]):
        # Vision, summary, statement, quote, cause, action, both sides …
        assert found.count(word) >= 9
    assert len(pages(whole)) > 20


def test_an_action_for_very_many_priorities_has_a_row_taller_than_a_page(tmp_path: Path) -> None:
    told = vision(paths=1, themes=1)
    for n in range(1, 150):
        told = put(told, "priorities", Priority(id=f"p{n}", title=f"Wish {n}", order=n))
    everything = tuple(told.priorities)
    told = put(told, "actions", Action(id="all", what="One for all.", priorities=everything))
    assert complaints(plan(told), tmp_path) == []
    assert len(pages(plan(told))) <= MOST_PAGES
    made = evidence(told)
    assert complaints(made, tmp_path) == []
    rows = [page for page in pages(made) if "One for all." in page]
    assert rows
    says = [link.says for link in links(made)]
    assert all(any(one.startswith(f"Priority P{n}: ") for one in says) for n in range(1, 151))


def test_two_hundred_lone_voices_each_have_a_place() -> None:
    told = vision(paths=1, themes=1)
    for n in range(200):
        words = f"Only I say lonely{n}."
        voice = SharedVoice(id=f"l{n}", source="s1", text=words, share=Share.QUOTE, alone=True)
        told = put(told, "voices", voice)
    body, found = text(plan(told)).split(), text(evidence(told)).split()
    assert all(found.count(f"lonely{n}.") == 1 for n in range(200))
    # Up to twelve are in the body, with how many there are.
    assert sum(f"lonely{n}." in body for n in range(200)) == 11
    assert "201 voices are kept on their own." in text(plan(told))


def test_a_vision_of_any_size_has_a_body_of_25_pages(tmp_path: Path) -> None:
    """Twice as many records of each kind as a table shows, and each with a long text."""
    told = vision(paths=50, themes=45)
    long = "Many words that somebody wrote with care. " * 40
    for name in ("actions", "outcomes", "priorities", "causes", "disagreements", "unheard"):
        records = list(getattr(told, name).values())
        for n in range(130):
            record = records[n % len(records)]
            changed = {"id": f"more{n}", "order": 100 + n}
            for field in ("what", "statement", "title", "text", "why", "who", "measure"):
                if field in type(record).model_fields:
                    changed[field] = long[: 300 if field in {"title", "who"} else None]
            told = put(told, name, with_fields(record, **changed))
    made = plan(told)
    assert len(pages(made)) <= MOST_PAGES
    assert complaints(made, tmp_path) == []
