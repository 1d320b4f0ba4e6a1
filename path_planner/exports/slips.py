"""Slips for a count, one for each person, to cut apart and hand out: numbers and nothing else."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from path_planner.exports.scene_to_pdf import pages_of_scenes
from path_planner.i18n import _, document_language
from path_planner.pdf.metadata import Metadata
from path_planner.scene.geometry import Box
from path_planner.scene.model import Kind, Scene
from path_planner.scene.sheet import Sheet, Type
from path_planner.typography.fonts import DOCUMENT_BOLD

_A4 = (210.0, 297.0)
_MARGIN = 12.0
_TOP = 26.0
_COLUMNS, _ROWS = 3, 8
_CUT = "#8a8a8a"


def render_slips(slips: Sequence[str], title: str, language: str, made: datetime) -> bytes:
    """Return the slips as a tagged PDF on A4, 24 on a page."""
    name = _("Slips")
    tag = document_language(language)
    return pages_of_scenes(Metadata(f"{name} · {title}", tag, made), _pages(slips, title, tag))


def _pages(slips: Sequence[str], title: str, language: str) -> Iterator[Scene]:
    for first in range(0, len(slips), _COLUMNS * _ROWS):
        sheet = Sheet(*_A4, title=title, language=language)
        width, height = sheet.width - 2 * _MARGIN, sheet.height - _TOP - _MARGIN
        head = _("{title}: one slip a person. Cut along the lines.", title=title)
        sheet.words(head, Box(_MARGIN, 10, width, 12), Type(13, 9, DOCUMENT_BOLD), Kind.TITLE)
        for number, slip in enumerate(slips[first : first + _COLUMNS * _ROWS]):
            row, column = divmod(number, _COLUMNS)
            box = Box(
                _MARGIN + column * width / _COLUMNS,
                _TOP + row * height / _ROWS,
                width / _COLUMNS,
                height / _ROWS,
            )
            _slip(sheet, box, slip)
        yield sheet.scene()


def _slip(sheet: Sheet, box: Box, slip: str) -> None:
    sheet.frame(box, line=_CUT, width=0.2, dash=(2.0, 2.0), radius=0.1)
    inner = box.inset(4)
    with sheet.inside(Kind.PARAGRAPH):
        hint = Box(inner.x, inner.y, inner.width, 10)
        sheet.words(_("My number:"), hint, Type(11, 8, centred=True), None)
        room = Box(inner.x, inner.y + 8, inner.width, inner.height - 8)
        shown = f"{slip[:4]} {slip[4:]}"
        sheet.words(shown, room, Type(22, 14, DOCUMENT_BOLD, centred=True, down=0.4), None)
