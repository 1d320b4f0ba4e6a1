"""The font files and font stacks of the app, and fonts loaded once with HarfBuzz."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import pylopdf_fonts_zh_cn
import uharfbuzz as hb

from path_planner.errors import FontMissing
from path_planner.resources import package_file


@dataclass(frozen=True, slots=True)
class FontFile:
    """A typeface: its family name, and the stem of its files (Regular and Bold)."""

    family: str
    stem: str
    has_bold: bool = True
    right_to_left: bool = False

    def path(self, bold: bool) -> Path:
        """Return the path of the regular or bold file; some have no bold one."""
        if self.stem == CHINESE_STEM:
            return pylopdf_fonts_zh_cn.sans_path()
        weight = "Bold" if bold and self.has_bold else "Regular"
        return package_file(f"wall_component/fonts/{self.stem}-{weight}.ttf")


CHINESE_STEM = "NotoSansSC"

SHANTELL = FontFile("Shantell Sans", "ShantellSans")
NOTO = FontFile("Noto Sans", "NotoSans")
NASKH = FontFile("Noto Naskh Arabic", "NotoNaskhArabic", right_to_left=True)
BENGALI = FontFile("Noto Sans Bengali", "NotoSansBengali")
GURMUKHI = FontFile("Noto Sans Gurmukhi", "NotoSansGurmukhi")
GUJARATI = FontFile("Noto Sans Gujarati", "NotoSansGujarati")
DEVANAGARI = FontFile("Noto Sans Devanagari", "NotoSansDevanagari")
TAMIL = FontFile("Noto Sans Tamil", "NotoSansTamil")
HEBREW = FontFile("Noto Sans Hebrew", "NotoSansHebrew", right_to_left=True)
THAI = FontFile("Noto Sans Thai", "NotoSansThai")
ETHIOPIC = FontFile("Noto Sans Ethiopic", "NotoSansEthiopic")
SINHALA = FontFile("Noto Sans Sinhala", "NotoSansSinhala")
TELUGU = FontFile("Noto Sans Telugu", "NotoSansTelugu")
MALAYALAM = FontFile("Noto Sans Malayalam", "NotoSansMalayalam")
GEORGIAN = FontFile("Noto Sans Georgian", "NotoSansGeorgian")
ARMENIAN = FontFile("Noto Sans Armenian", "NotoSansArmenian")
KHMER = FontFile("Noto Sans Khmer", "NotoSansKhmer")
BURMESE = FontFile("Noto Sans Myanmar", "NotoSansMyanmar")
KOREAN = FontFile("Noto Sans KR", "NotoSansKR", has_bold=False)
CHINESE = FontFile("Noto Sans SC", CHINESE_STEM, has_bold=False)
EMOJI = FontFile("Noto Emoji", "NotoEmoji", has_bold=False)

INDIC = frozenset(
    {BENGALI, GURMUKHI, GUJARATI, DEVANAGARI, TAMIL, SINHALA, TELUGU, MALAYALAM, KHMER, BURMESE}
)
"""Fonts of Indic scripts and their kin, whose shaping reorders glyphs relative to the text."""


class FontStack(StrEnum):
    """The two stacks of fonts: hand lettering for posters, plain for documents."""

    LETTERING = "lettering"
    DOCUMENT = "document"

    @property
    def face(self) -> FontFile:
        """The first font of the stack."""
        return SHANTELL if self is FontStack.LETTERING else NOTO

    @property
    def preference(self) -> tuple[FontFile, ...]:
        """The fonts to try, in order, for characters whose script has no font of its own."""
        return _PREFERENCE[self]


_PREFERENCE = {
    FontStack.LETTERING: (SHANTELL, NOTO, CHINESE, EMOJI),
    FontStack.DOCUMENT: (NOTO, SHANTELL, CHINESE, EMOJI),
}


@dataclass(frozen=True, slots=True)
class Style:
    """The font stack and weight of a text; size and colour are apart."""

    stack: FontStack = FontStack.LETTERING
    bold: bool = False


LETTERING = Style()
LETTERING_BOLD = Style(bold=True)
DOCUMENT = Style(FontStack.DOCUMENT)
DOCUMENT_BOLD = Style(FontStack.DOCUMENT, bold=True)


class Font:
    """A loaded font file: its characters, and its ascent and descent in ems."""

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise FontMissing(file=path.name)
        self.path = path
        # uharfbuzz has no type information.
        self._face: Any = hb.Face(hb.Blob.from_file_path(str(path)))
        self.shaper: Any = hb.Font(self._face)
        self.units: int = self._face.upem
        self.characters = frozenset(map(chr, self._face.unicodes))
        extents = self.shaper.get_font_extents("ltr")
        self.ascent: float = extents.ascender / self.units
        self.descent: float = -extents.descender / self.units

    @cached_property
    def has_no_outline(self) -> int:
        """The glyph of the space, used instead of glyph 0 (.notdef)."""
        glyph: int = self.shaper.get_nominal_glyph(ord(" "))
        return glyph

    @cached_property
    def box(self) -> tuple[int, int]:
        """The glyph and advance of the box that is drawn for an unknown character."""
        glyph = self.shaper.get_nominal_glyph(ord("□"))
        return glyph, self.shaper.get_glyph_h_advance(glyph)

    def subset(self, characters: str) -> bytes:
        """Return a font file with these characters only, and every glyph they may be shaped to."""
        options = hb.SubsetInput()
        options.flags = (
            hb.SubsetFlags.NO_HINTING
            | hb.SubsetFlags.DESUBROUTINIZE
            | hb.SubsetFlags.NOTDEF_OUTLINE
        )
        options.unicode_set.update(map(ord, characters))
        # All features of the layout, not only those that HarfBuzz keeps by default.
        options.layout_feature_tag_set.clear()
        options.layout_feature_tag_set.invert()
        return bytes(hb.subset(self._face, options).blob.data)


@cache
def font(face: FontFile, bold: bool = False) -> Font:
    """Return a font, loaded once in the process; raise FontMissing."""
    return _font_at(face.path(bold))


@cache
def _font_at(path: Path) -> Font:
    return Font(path)
