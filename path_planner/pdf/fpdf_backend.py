"""Wrap fpdf2, which embeds the fonts and writes the pages; nothing else uses its internals."""

# ruff: noqa: SLF001 - fpdf2 has no public way to place glyphs that were shaped elsewhere.

from collections import defaultdict
from datetime import datetime
from io import BytesIO
from typing import Any

from fpdf import FPDF
from fpdf.enums import ResourceAccessPolicy

from path_planner.typography.fonts import FontFile

FAR_JOINER = "\u034f"
"""The text of the second and further glyphs of a cluster: an invisible character (U+034F)."""

_SPACE = 0x20


class FpdfBackend:
    """An fpdf2 document of which only the fonts and the bare pages are used."""

    def __init__(self, created: datetime) -> None:
        self._pdf = FPDF(unit="pt")
        self._pdf.resource_access_policy = ResourceAccessPolicy.NONE
        self._pdf.set_creation_date(created)
        self._pdf.set_auto_page_break(False)
        self._keys: dict[tuple[FontFile, bool], str] = {}
        self._codes: dict[tuple[str, int, str], tuple[int, int]] = {}
        self.texts: defaultdict[int, dict[int, str]] = defaultdict(dict)
        """The text of each code, by number of the font and code; for ToUnicode maps."""

    def font(self, face: FontFile, bold: bool) -> tuple[int, str]:
        """Return the number and the key of a font, embedding it at its first use."""
        key = self._keys.get((face, bold))
        if key is None:
            key = self._keys[face, bold] = self._embed(face, bold)
        return self._pdf.fonts[key].i, key

    def code(self, key: str, glyph: int, text: str) -> tuple[int, int]:
        """Return the code of a glyph with this text, and its width in 1/1000 em."""
        code = self._codes.get((key, glyph, text))
        if code is None:
            code = self._codes[key, glyph, text] = self._new_code(key, glyph, text)
        return code

    def finish(self, pages: list[tuple[float, float, bytes]]) -> bytes:
        """Write the pages, each of its width and height in points, and return the document."""
        pdf = self._pdf
        for width, height, content in pages:
            pdf.add_page(format=(width, height))
            for font in pdf.fonts.values():
                pdf._out(pdf._set_font_for_page(font, 1))
            pdf._out(content)
        return bytes(pdf.output())

    def _embed(self, face: FontFile, bold: bool) -> str:
        path = face.path(bold)
        key = path.stem.lower()
        if key not in self._pdf.fonts:
            # Glyphs are found by number, so fpdf2 need not read the whole character map.
            self._pdf.add_font(path.stem, fname=path, unicode_range=[_SPACE])
            _prepare(self._pdf.fonts[key])
        return key

    def _new_code(self, key: str, glyph: int, text: str) -> tuple[int, int]:
        font: Any = self._pdf.fonts[key]
        name = font.ttfont.getGlyphName(glyph)
        width = round(font.scale * font.ttfont["hmtx"].metrics[name][0])
        characters = text or FAR_JOINER
        code = font.subset.pick_glyph(
            font.subset.get_glyph(glyph, tuple(map(ord, characters)), name, width)
        )
        self.texts[font.i][code] = characters
        return code, width


def _prepare(font: Any) -> None:
    """Load the font file into memory, and drop its shaping tables: text is shaped by HarfBuzz."""
    # A document that is never finished would leave the file open.
    reader = font.ttfont.reader
    with reader.file as opened:
        opened.seek(0)
        reader.file = BytesIO(opened.read())
    for table in ("GSUB", "GPOS", "GDEF"):
        if table in font.ttfont:
            del font.ttfont[table]
