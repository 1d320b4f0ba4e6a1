"""The principles of the method, and the law of mobility, as a sheet for the wall."""

from path_planner.domain.event.event import Event
from path_planner.exports.base import Choice, EventExport, EventOptions, Paper, none_quoted
from path_planner.exports.event.printing import (
    PDF,
    credits_of,
    print_sheets,
    sheet_of,
    upright,
    where_and_when,
)
from path_planner.i18n import N_, _
from path_planner.methods.model import Principle
from path_planner.methods.registry import method_of
from path_planner.scene.geometry import Box
from path_planner.scene.model import QUIET, Kind, Scene
from path_planner.scene.sheet import Sheet, Type
from path_planner.typography.fonts import DOCUMENT_BOLD, LETTERING_BOLD

_A4_WIDTH = 210.0
_ACCENT = "#1F4E79"


def render(event: Event, options: EventOptions) -> bytes:
    """Return the principles as a tagged PDF on one page of the chosen paper."""
    title = _("How we work together")
    return print_sheets(event, title, [_scene(event, title, upright(options))], options)


def _scene(event: Event, title: str, size: tuple[float, float]) -> Scene:
    sheet, scale = sheet_of(event, title, size), size[0] / _A4_WIDTH
    method, room = method_of(event), sheet.box.inset(18 * scale, 15 * scale)
    head = Box(room.x, room.y, room.width, 17 * scale)
    sheet.words(
        title, head, Type(34 * scale, 16 * scale, LETTERING_BOLD, _ACCENT, down=0.5), Kind.TITLE
    )
    line = Box(room.x, head.bottom, room.width, 8 * scale)
    sheet.words(where_and_when(event), line, Type(12 * scale, 8 * scale, ink=QUIET))
    foot = Box(room.x, room.bottom - 11 * scale, room.width, 11 * scale)
    sheet_law = 36 * scale if method.law else 0.0
    top = line.bottom + 3 * scale
    listed = Box(room.x, top, room.width, foot.y - 5 * scale - sheet_law - top)
    _principles(sheet, method.principles, listed, scale)
    if method.law:
        law = Box(room.x, foot.y - 3 * scale - sheet_law, room.width, sheet_law)
        _law(sheet, method.law, law, scale)
    sheet.words(" ".join(credits_of(event)), foot, Type(9 * scale, 7 * scale, ink=QUIET, down=1.0))
    return sheet.scene()


def _principles(sheet: Sheet, principles: tuple[Principle, ...], room: Box, scale: float) -> None:
    gap = 3 * scale
    height = min((room.height - gap * (len(principles) - 1)) / len(principles), 36 * scale)
    with sheet.inside(Kind.LIST):
        for at, principle in enumerate(principles):
            row = Box(room.x, room.y + at * (height + gap), room.width, height)
            bar = sheet.flipped(Box(row.x, row.y, 1.6 * scale, height), row)
            sheet.frame(bar, fill=_ACCENT, line=_ACCENT, width=0.2 * scale, radius=0.8 * scale)
            words = Box(row.x + 7 * scale, row.y, row.width - 7 * scale, height)
            inner = sheet.flipped(words, row)
            with sheet.inside(Kind.ITEM):
                first = Box(inner.x, inner.y, inner.width, height * 0.5)
                bold = Type(22 * scale, 11 * scale, DOCUMENT_BOLD, down=1.0)
                sheet.words(_(principle.title), first, bold)
                below = Box(inner.x, first.bottom, inner.width, height * 0.5)
                sheet.words(_(principle.sentence), below, Type(16 * scale, 9 * scale))


def _law(sheet: Sheet, law: Principle, room: Box, scale: float) -> None:
    sheet.frame(room, fill="#FFF0BF", line=_ACCENT, width=0.8 * scale, radius=5 * scale)
    side = room.height - 12 * scale
    icon = Box(room.x + 7 * scale, room.y + 6 * scale, side, side)
    sheet.stamp("walking", sheet.flipped(icon, room), _ACCENT)
    inner = Box(icon.right + 8 * scale, room.y, room.right - icon.right - 15 * scale, room.height)
    words = sheet.flipped(inner, room)
    with sheet.inside(Kind.SECTION):
        first = Box(words.x, words.y + 3 * scale, words.width, words.height * 0.42)
        bold = Type(26 * scale, 12 * scale, DOCUMENT_BOLD, down=1.0)
        sheet.words(_(law.title), first, bold, Kind.HEADING)
        below = Box(words.x, first.bottom, words.width, words.bottom - first.bottom - 3 * scale)
        sheet.words(_(law.sentence), below, Type(17 * scale, 9 * scale))


EXPORTS = (
    EventExport(
        name=N_("Principles for the wall (PDF)"),
        key="principles",
        suffix=".pdf",
        mime=PDF,
        render=render,
        quoted_ids=none_quoted,
        takes=frozenset({Choice.PAPER, Choice.LOW_INK}),
        papers=(Paper.A4, Paper.A3, Paper.A2, Paper.A1),
    ),
)
