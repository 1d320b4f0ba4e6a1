"""The printed sheet from which phones join: Wi-Fi, page, a code to type, and what to know.

It is made only while phones are let in, as the link ends with that; so it is in no list of exports.
It uses little ink by itself: black codes and lines.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from path_planner.exports.scene_to_pdf import pages_of_scenes
from path_planner.i18n import _, document_language
from path_planner.pdf.metadata import Metadata
from path_planner.scene.geometry import Box
from path_planner.scene.model import Kind, Scene
from path_planner.scene.qr_code import draw_code
from path_planner.scene.sheet import Sheet, Type
from path_planner.typography.fonts import DOCUMENT_BOLD

PDF = "application/pdf"
_A4 = (210.0, 297.0)
_MARGIN = 16.0
_GAP = 8.0
_LINE = "#1b1b1b"
_CODES = 98.0
"""The height of the boxes with the codes."""
_ESCAPED_IN_WIFI = r'\;,:"'


@dataclass(frozen=True, slots=True)
class Wifi:
    """The network of the room; its password is on paper and in the code only."""

    name: str = ""
    password: str = ""

    @property
    def text(self) -> str:
        """Return what a code says from which phones join it; empty without a name."""
        if not self.name:
            return ""
        name, password = map(_escaped, (self.name, self.password))
        return f"WIFI:T:WPA;S:{name};P:{password};;" if password else f"WIFI:T:nopass;S:{name};;"


def _escaped(text: str) -> str:
    return "".join(f"\\{sign}" if sign in _ESCAPED_IN_WIFI else sign for sign in text)


@dataclass(frozen=True, slots=True)
class Joining:
    """How phones join: the address of the page with its token, and what people type instead."""

    title: str
    link: str
    address: str
    code: str
    language: str
    wifi: Wifi = Wifi()


def render(joining: Joining, made: datetime) -> bytes:
    """Return the sheet as a tagged PDF on A4."""
    language = document_language(joining.language)
    title = _("Join with your phone")
    metadata = Metadata(f"{title} · {joining.title}", language, made)
    return pages_of_scenes(metadata, [_sheet(joining, title, language)])


def _sheet(joining: Joining, title: str, language: str) -> Scene:
    sheet = Sheet(*_A4, title=title, language=language)
    width = sheet.width - 2 * _MARGIN
    end = sheet.words(title, Box(_MARGIN, 14, width, 14), Type(32, 18, DOCUMENT_BOLD), Kind.TITLE)
    end = sheet.words(joining.title, Box(_MARGIN, end + 1, width, 14), Type(18, 11))
    codes = Box(_MARGIN, max(end + 5, 42.0), width, _CODES)
    _codes(sheet, joining, codes)
    _typed(sheet, joining, Box(_MARGIN, codes.bottom + 6, width, 34))
    _sentences(sheet, Box(_MARGIN, codes.bottom + 46, width, sheet.height - codes.bottom - 60))
    return sheet.scene()


def _codes(sheet: Sheet, joining: Joining, room: Box) -> None:
    wifi, page = joining.wifi, [joining.address]
    if not wifi.text:
        box = Box(room.x + room.width / 4, room.y, room.width / 2, room.height)
        _code(sheet, box, _("Open the page"), joining.link, page)
        return
    width = (room.width - _GAP) / 2
    first = Box(room.x, room.y, width, room.height)
    second = Box(first.right + _GAP, room.y, width, room.height)
    typed = [wifi.name, wifi.password]
    _code(sheet, sheet.flipped(first, room), _("1. Join the Wi-Fi"), wifi.text, typed)
    _code(sheet, sheet.flipped(second, room), _("2. Open the page"), joining.link, page)


def _code(sheet: Sheet, box: Box, title: str, text: str, typed: Sequence[str]) -> None:
    sheet.frame(box, line=_LINE, radius=3)
    inner = box.inset(4)
    head = Type(18, 11, DOCUMENT_BOLD, centred=True, down=0.5)
    sheet.words(title, Box(inner.x, inner.y, inner.width, 10), head, Kind.HEADING)
    alt = _("QR code: {title}", title=title)
    draw_code(sheet, text, Box(inner.x, inner.y + 10, inner.width, 62), alt)
    below = Box(inner.x, inner.y + 73, inner.width, inner.bottom - inner.y - 73)
    sheet.words("\n".join(filter(None, typed)), below, Type(15, 7, centred=True, down=0.5))


def _typed(sheet: Sheet, joining: Joining, room: Box) -> None:
    words = _("Or type {address} and this code:", address=joining.address)
    end = sheet.words(words, Box(room.x, room.y, room.width, 10), Type(16, 10, centred=True))
    code = f"{joining.code[:3]} {joining.code[3:]}"
    large = Type(48, 30, DOCUMENT_BOLD, centred=True)
    sheet.words(code, Box(room.x, end + 1, room.width, 22), large)


def _sentences(sheet: Sheet, room: Box) -> None:
    y = room.y
    for sentence in (
        _("If your phone says that this Wi-Fi has no internet, stay connected to it."),
        _("No phone? Say it or write it on paper. Somebody types it for you."),
        _("Someone reads it first. You can take it back while it waits."),
        _("We do not ask for your name. Only photograph people who say yes."),
        _("Whoever knows the password of this Wi-Fi could read what phones send."),
    ):
        y = sheet.words(sentence, Box(room.x, y, room.width, 14), Type(14, 11)) + 3
