"""Every print of an event, found by its module, holds the same promises, whatever the day was."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pypdfium2 import raw

from path_planner.analysis.event_lines import Readers
from path_planner.domain.event.event import Event
from path_planner.errors import UnknownEventExport
from path_planner.exports.base import Choice, EventExport, EventOptions, Export
from path_planner.exports.registry import EVENT_EXPORTS
from path_planner.i18n import ENGLISH, PSEUDO, _, format_date, set_language
from tests.exports.event import days
from tests.exports.reading import spoken
from tests.exports.rendered import rendered_event
from tests.pdf.reading import complaints, elements, pdfium_text, unmarked

KEYS = {
    "agenda", "csv", "giveaway", "letter", "news-wall", "principles", "proceedings",
    "proceedings-easy", "report-forms", "route-cards", "rule-card", "table-tents", "tablecloths",
    "tally", "topic-sheets", "what-will-happen",
}  # fmt: skip
DAYS = {
    "a full day": days.a_day(),
    "nothing yet, open space": days.an_empty_day("open-space"),
    "nothing yet, café": days.an_empty_day("world-cafe"),
    "a later method": days.an_empty_day("something-of-tomorrow"),
    "one table": days.a_day_of_one_table(),
    "hostile and long words": days.a_hostile_day(),
    "from right to left": days.a_day_in_urdu(),
    "two hundred people": days.a_crowded_day(),
}
BEGINNINGS = {".csv": b"\xef\xbb\xbf", ".pdf": b"%PDF-1.", ".zip": b"PK\x03\x04"}
SEATED = {"route-cards", "rule-card"}
"""Cards that are only printed for a day on which people have seats."""


def can_be_written(export: EventExport, event: Event) -> bool:
    """Whether a day has what a print needs."""
    return export.key not in SEATED or export.offered(event)


def label(value: object) -> str:
    """Return the name of a test's parameter."""
    return value.key if isinstance(value, Export) else str(value)


each_export = pytest.mark.parametrize("export", EVENT_EXPORTS.known, ids=label)


def options_for(export: EventExport, **changes: Any) -> EventOptions:
    """Return the options of an export as a page would begin with them."""
    return EventOptions(**{"on": days.ON, "paper": export.paper, **changes})


def written(export: EventExport, event: Event, **changes: Any) -> bytes:
    """Return the document, rendered once in a run."""
    return rendered_event(export.key, event, options_for(export, **changes))


def test_all_prints_are_found_by_their_keys() -> None:
    assert {export.key for export in EVENT_EXPORTS.known} == KEYS
    assert len(EVENT_EXPORTS.known) == len(KEYS)
    assert EVENT_EXPORTS.find("Agenda").key == "agenda"
    with pytest.raises(UnknownEventExport, match=r"poster.*agenda"):
        EVENT_EXPORTS.find("poster")


@each_export
def test_its_name_is_in_words_and_its_file_has_an_ending(export: EventExport) -> None:
    assert export.suffix == {"csv": ".csv", "giveaway": ".zip"}.get(export.key, ".pdf")
    assert not export.quoted_ids(DAYS["a full day"]).voices
    assert export.paper in export.papers
    set_language(PSEUDO)
    try:
        assert _(export.name) == f"⟦{export.name}⟧"
    finally:
        set_language(ENGLISH)


@pytest.mark.parametrize(
    ("name", "export"),
    [
        (name, export)
        for name, event in DAYS.items()
        for export in EVENT_EXPORTS.known
        if can_be_written(export, event)
    ],
    ids=label,
)
def test_it_is_written_for_every_day(name: str, export: EventExport) -> None:
    assert written(export, DAYS[name]).startswith(BEGINNINGS[export.suffix])


@each_export
def test_the_same_day_gives_the_same_bytes(export: EventExport) -> None:
    event = DAYS["a full day"]
    assert export.render(event, options_for(export)) == written(export, event)


PRINTS = [export for export in EVENT_EXPORTS.known if export.suffix == ".pdf"]
each_print = pytest.mark.parametrize("export", PRINTS, ids=label)


@pytest.mark.parametrize(
    ("name", "export"),
    [
        (name, export)
        for name in (
            *("a full day", "nothing yet, open space"),
            *("from right to left", "hostile and long words"),
        )
        for export in PRINTS
        if can_be_written(export, DAYS[name])
    ],
    ids=label,
)
@pytest.mark.parametrize("low_ink", [False, True], ids=["colour", "low ink"])
def test_it_is_an_accessible_pdf(
    name: str, export: EventExport, low_ink: bool, tmp_path: Path
) -> None:
    pdf = written(export, DAYS[name], low_ink=low_ink)
    assert complaints(pdf, tmp_path) == []
    assert unmarked(pdf) == []
    assert elements(pdf)[0][0] == "Document"
    assert any(role == "H1" for role, _alt in elements(pdf))


@each_print
def test_with_low_ink_no_area_is_coloured(export: EventExport) -> None:
    assert Choice.LOW_INK in export.takes
    event = DAYS["a full day"]
    pale = [colour for colour in fills(written(export, event, low_ink=True)) if is_pale(colour)]
    assert pale == []
    words = pdfium_text(written(export, event, low_ink=True)).split()
    assert words == pdfium_text(written(export, event)).split()


def test_what_counts_as_a_coloured_area_is_found_in_colour() -> None:
    export = EVENT_EXPORTS.find("what-will-happen")
    assert any(is_pale(colour) for colour in fills(written(export, DAYS["a full day"])))


def fills(pdf: bytes) -> Iterator[tuple[float, ...]]:
    """Yield the colour of each area that is filled, letters aside."""
    with pikepdf.open(BytesIO(pdf)) as document:
        for page in document.pages:
            colour: tuple[float, ...] = (0.0, 0.0, 0.0)
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) == "rg":
                    colour = tuple(map(float, operands))
                if re.fullmatch(r"f\*?|B\*?", str(operator)):
                    yield colour


def is_pale(colour: tuple[float, ...]) -> bool:
    """Whether an area of this colour takes ink: it is neither white nor that of a letter."""
    return min(colour) < 1 and max(colour) > 0.6


@pytest.mark.parametrize(
    "export", [export for export in EVENT_EXPORTS.known if export.suffix != ".zip"], ids=label
)
def test_it_says_for_whom_it_is_only_if_lines_are_in_it(export: EventExport) -> None:
    """A print for the room has no lines, whatever the readers; the others ask for whom it is."""
    event = DAYS["a full day"]
    circle = written(export, event, audience=Readers.CIRCLE)
    contributed = "Nobody should have to guess when the bus comes."
    cloth = "Marlow’s cousin drives a minibus. Ask her!"
    words = circle.decode() if export.suffix == ".csv" else joined_words(circle)
    has_lines = contributed in words or cloth in words
    assert has_lines == (Choice.AUDIENCE in export.takes)


def joined_words(pdf: bytes) -> str:
    """Return the words of a document with single spaces."""
    return " ".join(pdfium_text(pdf).split())


@each_print
def test_none_of_our_words_stands_in_english_in_another_language(export: EventExport) -> None:
    empty = days.an_empty_day("both")
    full = DAYS["a full day"]
    nobody = {key: guest.model_copy(update={"name": ""}) for key, guest in full.guests.items()}
    seated = full.model_copy(update={"about": empty.about, "guests": nobody})
    set_language(PSEUDO)
    try:
        pdf = written(export, seated if export.key in SEATED else empty)
        read = " ".join(words for _role, words in spoken(pdf))
    finally:
        set_language(ENGLISH)
    ours = re.sub(r"⟦[^⟧]*⟧", "", read).replace(format_date(days.ON), "")
    assert "⟦" in read
    assert re.findall(r"[A-Za-z]{2,}", ours) == []


@pytest.mark.parametrize(
    ("name", "export"),
    [
        (name, export)
        for name in ("hostile and long words", "two hundred people", "from right to left")
        for export in PRINTS
        if can_be_written(export, DAYS[name])
    ],
    ids=label,
)
def test_nothing_leaves_its_page(name: str, export: EventExport) -> None:
    """Letters reach a little beyond their line, but never over the edge of the paper."""
    with pypdfium2.PdfDocument(written(export, DAYS[name])) as document:
        for page in document:
            width, height = page.get_size()
            for part in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
                left, bottom, right, top = part.get_bounds()
                assert 0 <= left <= right <= width
                assert 0 <= bottom <= top <= height
