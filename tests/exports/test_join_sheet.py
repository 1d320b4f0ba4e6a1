"""The join sheet: what phones read from its codes, what people type, and whoever hears it read."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import segno

from path_planner import i18n
from path_planner.exports.join_sheet import Joining, Wifi, render
from path_planner.exports.slips import render_slips
from path_planner.scene.geometry import Box
from path_planner.scene.model import Shape
from path_planner.scene.qr_code import QUIET_MODULES, draw_code
from path_planner.scene.sheet import Sheet
from tests.exports.reading import words_of
from tests.pdf.reading import complaints

ON = datetime(2026, 6, 6, tzinfo=UTC)
LINK = "http://192.168.137.1:8765/j/0123456789abcdefghijkl"


def joining(**changes: Any) -> Joining:
    """Return how phones join a day."""
    facts = {"title": "Our street", "link": LINK, "address": "192.168.137.1:8765",
             "code": "K7F3Q2", "language": "en", **changes}  # fmt: skip
    return Joining(**facts)


@pytest.mark.parametrize(
    ("name", "password", "text"),
    [
        ("Day; Room", 'river"lamp', 'WIFI:T:WPA;S:Day\\; Room;P:river\\"lamp;;'),
        ("a\\b,c:d", "e,f:g;h", "WIFI:T:WPA;S:a\\\\b\\,c\\:d;P:e\\,f\\:g\\;h;;"),
        ("Open", "", "WIFI:T:nopass;S:Open;;"),
        ("", "unused", ""),
    ],
)
def test_the_code_of_a_network_is_one_that_phones_read(name: str, password: str, text: str) -> None:
    assert Wifi(name, password).text == text


def test_it_says_all_that_people_type() -> None:
    words = " ".join(words_of(render(joining(wifi=Wifi("Thistledown", "river lamp spoon")), ON)))
    for said in ("Join with your phone", "Our street", "K7F 3Q2", "192.168.137.1:8765",
                 "Thistledown", "river lamp spoon", "could read what phones send"):  # fmt: skip
        assert said in words
    # The token is in the code alone.
    assert "0123456789abcdefghijkl" not in words


def test_without_wifi_there_is_one_code() -> None:
    words = " ".join(words_of(render(joining(), ON)))
    assert "Open the page" in words
    assert "Join the Wi-Fi" not in words


def test_a_code_is_drawn_module_by_module_with_its_white_edge() -> None:
    sheet = Sheet(100, 100, "", "en")
    draw_code(sheet, LINK, Box(10, 10, 60, 60), "The page")
    (shape,) = sheet.scene().painting
    assert isinstance(shape, Shape)
    matrix = segno.make(LINK, error="m", micro=False).matrix
    module = 60 / (len(matrix) + 2 * QUIET_MODULES)
    corners = [step.to for step in shape.outline if hasattr(step, "to")]
    rectangles = [corners[at : at + 4] for at in range(0, len(corners), 4)]
    dark = {
        (
            round((y - 10) / module) - QUIET_MODULES,
            round((x - 10) / module) + column - QUIET_MODULES,
        )
        for (x, y), (right, _top), *_rest in rectangles
        for column in range(round((right - x) / module))
    }
    assert dark == {
        (row, column) for row, line in enumerate(matrix) for column, on in enumerate(line) if on
    }
    (figure,) = sheet.scene().reading.children
    assert figure.alt == "The page"


@pytest.mark.parametrize("language", ["en", "ur"])
def test_it_is_one_accessible_page_with_little_ink(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(i18n, "languages", lambda: ("en", language))
    title = "میرا اپنا باغ ہو" if language == "ur" else "A long name of a day " * 20
    pdf = render(joining(title=title, language=language, wifi=Wifi("a" * 32, "b" * 63)), ON)
    assert complaints(pdf, tmp_path) == []
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == 1
        pixels = document[0].render(scale=1, grayscale=True).to_numpy()
    assert (pixels < 128).mean() < 0.12


def test_slips_stand_24_on_an_accessible_page(tmp_path: Path) -> None:
    slips = [f"ABCD{number:04}" for number in range(30)]
    pdf = render_slips(slips, "Our <day>", "en", ON)
    assert complaints(pdf, tmp_path) == []
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == 2
    words = " ".join(words_of(pdf))
    assert all(f"{slip[:4]} {slip[4:]}" in words for slip in slips)
