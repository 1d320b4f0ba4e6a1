"""The fonts inside an SVG draw its words as the whole fonts do, and hold no other letters."""

import re
from base64 import b64decode
from typing import Any
from unicodedata import normalize

import pytest
import uharfbuzz as hb
from fontTools.pens.recordingPen import RecordingPen

from path_planner.scene.model import Text
from path_planner.scene.svg import font_faces
from path_planner.typography.bidi import runs
from path_planner.typography.fonts import FontFile, FontStack, Style
from tests.typography.sayings import SAYINGS

TEXTS = {
    **SAYINGS,
    "vowel signs of two parts": "கொ மொழி கோ கௌ কো কৌ",
    "accents apart": "cafe\u0301 and y\u0302",
    "joined letters": "ক্ষ ক্ষত্রিয় क्षत्रिय शृं ક્ષત્રિય ஸ்ரீ لا office",
}
each_text = pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
RULE = re.compile(
    r"@font-face\{font-family:'([^']+)';font-weight:(\w+);"
    r"src:url\(data:font/ttf;base64,([^)]+)\)\}"
)


def embedded(text: str, style: Style) -> dict[str, Any]:
    """Return the fonts in the style sheet of one line, by their families."""
    line = Text(text, x=0, baseline=0, size=1, width=1, colour="#000000", style=style)
    rules = RULE.findall(font_faces([line]))
    assert {weight for _, weight, _ in rules} == {"bold" if style.bold else "normal"}
    return {family: hb.Face(b64decode(content)) for family, _, content in rules}


def whole(face: FontFile, bold: bool) -> Any:
    """Return a font as it is in the package."""
    return hb.Face(hb.Blob.from_file_path(str(face.path(bold))))


def drawn(face: Any, words: str) -> list[tuple[Any, ...]]:
    """Return the outline and the place of every glyph of the words."""
    buffer, font = hb.Buffer(), hb.Font(face)
    buffer.add_str(words)
    buffer.guess_segment_properties()
    hb.shape(font, buffer, {})
    return [
        (outline(font, info.codepoint), place.position)
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]


def outline(font: Any, glyph: int) -> list[Any]:
    """Return the lines and curves of a glyph."""
    pen = RecordingPen()
    font.draw_glyph_with_pen(glyph, pen)
    return list(pen.value)


@pytest.mark.parametrize("bold", [False, True], ids=["regular", "bold"])
@pytest.mark.parametrize("hand", FontStack)
@each_text
def test_words_are_drawn_as_with_the_whole_font(text: str, hand: FontStack, bold: bool) -> None:
    inside = embedded(text, Style(hand, bold))
    parts = runs(text, hand)
    assert {run.face.family for run in parts} == {*inside}
    for run in parts:
        glyphs = drawn(inside[run.face.family], run.text)
        assert glyphs == drawn(whole(run.face, bold), run.text)
        assert any(steps for steps, _ in glyphs) or not run.text.strip()


@each_text
def test_no_letters_are_inside_but_those_of_the_words(text: str) -> None:
    # A shaper makes two letters of some vowels of Thai and Khmer.
    said = {*normalize("NFD", f"{text} "), *("\u0e4d\u0e32" if "\u0e33" in text else "")}
    said |= {"\u17c1"} if {*"\u17be\u17bf\u17c0\u17c4\u17c5"} & said else set()
    for face in embedded(text, Style()).values():
        assert {*normalize("NFD", "".join(map(chr, face.unicodes)))} <= said
