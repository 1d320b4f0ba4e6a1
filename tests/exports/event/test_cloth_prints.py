"""Ink of tablecloths in print: for its readers alone, tagged, in its place beside the words."""

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest

from path_planner.analysis.event_lines import Readers
from path_planner.domain.event.contribution import Contribution
from path_planner.domain.event.event import Event, cloth_stage
from path_planner.domain.marks import Pen, Stroke
from path_planner.domain.vision.sources import ConsentTerms
from path_planner.domain.voice import Share
from path_planner.exports.base import EventOptions, Paper
from path_planner.exports.registry import EVENT_EXPORTS
from path_planner.scene.cloth_words import words_on_cloth
from tests.exports.event import days
from tests.exports.reading import words_of
from tests.exports.rendered import rendered_event
from tests.pdf.reading import complaints, elements

RED = Pen(colour="#E00020", width=30)
AGREED = ConsentTerms(share=True, drawings=True)
FIGURES = ["Drawing of round 1, 2 strokes", "Drawing of round 2, 1 stroke"]


def a_day(agreed: ConsentTerms = AGREED) -> Event:
    """Return a day with words of each share level and ink of two rounds at one table."""
    lines = [
        Contribution(id=str(share), text=f"said {share}", table="c2", round="k1", share=share)
        for share in Share
    ]
    answer = Contribution(
        id="answer", text="said back", table="c2", round="k2", share=Share.QUOTE, answers="circle"
    )
    strokes = [
        Stroke(
            id=f"ink{number}", stage=cloth_stage("c2", round_id), order=number, pen=RED,
            points=(200.0, 800.0 + 20 * number, 1400.0, 800.0 + 20 * number),
        )
        for number, round_id in enumerate(("k1", "k1", "k2"))
    ]  # fmt: skip
    return days.a_day().model_copy(
        update={
            "voices": days.by_id([*lines, answer]),
            "marks": days.by_id(strokes),
            "agreed": agreed,
        }
    )


def printed(key: str, event: Event, readers: Readers) -> bytes:
    """Return a print for some readers."""
    export = EVENT_EXPORTS.find(key)
    return rendered_event(
        key, event, EventOptions(on=days.ON, paper=export.paper or Paper.A4, audience=readers)
    )


@pytest.mark.slow
@pytest.mark.parametrize("key", ["tablecloths", "proceedings"])
@pytest.mark.parametrize(
    ("readers", "agreed", "expected"),
    [
        (Readers.CIRCLE, ConsentTerms(), FIGURES),
        (Readers.EVERYBODY, AGREED, FIGURES),
        (Readers.EVERYBODY, ConsentTerms(share=True), []),
        (Readers.EVERYBODY, ConsentTerms(drawings=True), []),
    ],
)
def test_ink_is_a_figure_with_its_words_for_those_who_may_see_it(
    key: str, readers: Readers, agreed: ConsentTerms, expected: list[str], tmp_path: Path
) -> None:
    pdf = printed(key, a_day(agreed), readers)
    assert [alt for role, alt in elements(pdf) if role == "Figure"] == expected
    assert complaints(pdf, tmp_path) == []


@pytest.mark.parametrize("key", ["tablecloths", "proceedings"])
def test_words_on_a_cloth_with_ink_are_those_that_readers_may_see(key: str) -> None:
    everybody, circle = (
        " ".join(words_of(printed(key, a_day(), readers)))
        for readers in (Readers.EVERYBODY, Readers.CIRCLE)
    )
    for words, shown in ((everybody, ("quote", "named")), (circle, ("circle", "quote", "named"))):
        levels = [share for share in Share if f"said {share}" in words.replace("\n", " ")]
        assert levels == [share for share in Share if share in shown]
        assert "said back" in words


def test_ink_is_drawn_on_the_cloth_and_below_the_round_in_the_book() -> None:
    for key in ("tablecloths", "proceedings"):
        with pypdfium2.PdfDocument(BytesIO(printed(key, a_day(), Readers.CIRCLE))) as document:
            red = [_red(page) for page in document]
        assert sum(count > 50 for count in red) == 1


def _red(page: pypdfium2.PdfPage) -> int:
    picture = page.render(scale=400 / page.get_width()).to_pil().convert("RGB")
    pixels = picture.getcolors(maxcolors=picture.width * picture.height) or []
    return sum(count for count, (r, g, b) in pixels if r > 200 and g < 60 and b < 80)


def test_words_stand_in_the_same_place_for_all_readers() -> None:
    (quoted,) = (one for one in words_on_cloth(a_day(), "c2") if one.line.id == "quote")
    assert quoted.box.bottom < 790
