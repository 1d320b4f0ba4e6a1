"""The plan as plain text."""

import re
from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from path_planner.domain.commitment import Review
from path_planner.exports.base import Options
from path_planner.exports.registry import SESSION_EXPORTS
from path_planner.exports.session.markdown import plain
from path_planner.processes import find
from path_planner.processes.prompts import stage_title
from path_planner.scene.poster import scene_of
from tests.scene import samples


def outline(session: object = None, **options: object) -> str:
    """Write a session as Markdown."""
    chosen = session or samples.session(40)
    return SESSION_EXPORTS.find(".md").render(chosen, Options(**options)).decode()


def test_stages_stand_in_order_with_what_was_said() -> None:
    """Headings in the order of asking, voices below their own."""
    session = samples.session(12)
    told = outline(session)
    titles = re.findall(r"^## (.*)$", told, re.MULTILINE)
    stages = [stage_title(session, stage) for stage in find("path6").stages]
    assert [title for title in titles if title in stages] == stages
    for title, part in zip(stages, re.split(r"^## ", told, flags=re.MULTILINE)[3:], strict=False):
        assert part.startswith(title)
    dream = told.partition("## Dream")[2].partition("## ")[0]
    assert "- I live by the sea with a dog called Biscuit." in dream
    assert "- Drawing: A house by the sea with a green door" in dream


def test_steps_are_boxes_to_tick_with_who_when_and_coach() -> None:
    """As a list that anybody can work with."""
    told = outline(samples.session(12))
    assert (
        "- [x] Ring the Harbour Homes office and ask for the list · Asha "
        "Marrow · by 1 December 2026 · coach: Ngozi Wren · Done · agreed"
    ) in told
    assert "- [ ] Walk past the choir hall" in told


def test_the_words_of_the_outline_are_the_words_of_the_poster() -> None:
    """The same plan in another dress."""
    session = samples.session(40, sketches=0)
    scene = scene_of(session, find("path6"))
    laid = Counter(bare(" ".join(text.words for text in scene.texts)))
    told = unescaped(outline(session)).replace("- [x]", "")
    assert Counter(bare(told)) == laid


def test_looking_back_is_told_as_well() -> None:
    """Reviews are part of the whole plan."""
    review = Review(id="r1", on=date(2027, 2, 20), tried="The bus, twice", next="The choir")
    told = outline(samples.session(3).model_copy(update={"reviews": {"r1": review}}))
    assert "## Review on 20 February 2027" in told
    assert "- What we tried: The bus, twice" in told


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("# no heading", r"\# no heading"),
        ("- no list", r"\- no list"),
        ("1. no number", r"1\. no number"),
        ("*not* _bold_ [x](y)", r"\*not\* \_bold\_ \[x\](y)"),
        ("<b>&amp;</b>", r"\<b\>\&amp;\</b\>"),
        ("two\nlines", "two lines"),
        ("https://example.org www.example.org", r"https\://example.org www\.example.org"),
        ("It is 5 o’clock - really", "It is 5 o’clock - really"),
    ],
)
def test_signs_of_markdown_are_kept_as_signs(typed: str, written: str) -> None:
    """What was typed is what is read."""
    assert plain(typed) == written


@given(st.text(max_size=200))
def test_nothing_typed_is_lost_in_markdown(typed: str) -> None:
    """Taking the escapes away gives the words back."""
    assert unescaped(plain(typed)) == " ".join(typed.split()).replace("\\", "")


def unescaped(told: str) -> str:
    """Take the escapes of Markdown away."""
    return told.replace("\\", "")


def bare(words: str) -> list[str]:
    """Return the words without the signs between them."""
    return re.findall(r"[^\W_]+", words)
