"""The “What will happen” card: the day in easy read, step by step and by the clock."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from path_planner.analysis.event_places import slot_times, slot_title, slots_in_order
from path_planner.domain.event.about import SlotKind
from path_planner.domain.event.event import Event
from path_planner.exports.base import Choice, EventExport, EventOptions, none_quoted
from path_planner.exports.event.printing import PDF, print_sheets, sheet_of, where_and_when
from path_planner.i18n import N_, _
from path_planner.methods.registry import method_of
from path_planner.scene.geometry import Box
from path_planner.scene.model import QUIET, Kind, Scene
from path_planner.scene.sheet import Sheet, Type
from path_planner.typography.fonts import DOCUMENT_BOLD

_A4 = (210.0, 297.0)
_MARGIN = 18.0
_BAND = 22.0
_GAP = 5.0
_TALLEST, _MOST_ROWS = 29.0, 11
_SPACIOUS = 20.0
"""Rows higher than this have room for two lines of 20 points."""
_FILLS = ("#E3EEF9", "#FFE9A3", "#E2F3DD", "#FFE1C7", "#EFE6F7", "#DDF0F5")
_PICTURES = {
    SlotKind.CIRCLE: "group",
    SlotKind.TALKS: "conversation",
    SlotKind.ROUND: "coffee",
    SlotKind.BREAK: "cup-of-tea",
    SlotKind.NEWS: "loudspeaker",
    SlotKind.HARVEST: "apple",
}


@dataclass(frozen=True, slots=True)
class _Row:
    picture: str
    strong: str
    words: str


def render(event: Event, options: EventOptions) -> bytes:
    """Return the card as a tagged PDF on A4: what happens, and on the other side when."""
    return print_sheets(event, _("What will happen"), _sheets(event), options)


def _sheets(event: Event) -> Iterator[Scene]:
    steps = [_Row(step.icon, "", _(step.sentence)) for step in method_of(event).will_happen]
    # A card for a day without times has one side.
    times = [
        _Row(_PICTURES[slot.kind], slot_times(slot), slot_title(slot))
        for slot in slots_in_order(event)
    ]
    yield from _sides(event, _("What will happen"), "question", steps)
    yield from _sides(event, _("When it happens"), "clock", times)


def _sides(event: Event, title: str, picture: str, rows: Sequence[_Row]) -> Iterator[Scene]:
    pages = -(-len(rows) // _MOST_ROWS)
    for page in range(pages):
        first = len(rows) * page // pages
        part = rows[first : len(rows) * (page + 1) // pages]
        sheet = sheet_of(event, title, _A4)
        top = _head(sheet, event, title, picture)
        _rows(sheet, part, Box(_MARGIN, top, _A4[0] - 2 * _MARGIN, _A4[1] - 17 - top))
        _foot(sheet)
        yield sheet.scene()


def _head(sheet: Sheet, event: Event, title: str, picture: str) -> float:
    """Write the head; return the y of its end."""
    band = Box(_MARGIN, 14, sheet.width - 2 * _MARGIN, _BAND)
    sheet.frame(band, fill="#FFF0BF", radius=4)
    icon = Box(band.x + 5, band.y + 3, _BAND - 6, _BAND - 6)
    sheet.stamp(picture, sheet.flipped(icon, band))
    room = Box(icon.right + 6, band.y, band.right - icon.right - 10, band.height)
    words = Type(28, 16, DOCUMENT_BOLD, down=0.5)
    sheet.words(title, sheet.flipped(room, band), words, Kind.TITLE)
    below = Box(band.x, band.bottom + 3, band.width, 13)
    return sheet.words(where_and_when(event), below, Type(14, 11, ink=QUIET)) + 5


def _rows(sheet: Sheet, rows: Sequence[_Row], room: Box) -> None:
    height = min(_TALLEST, (room.height - _GAP * (len(rows) - 1)) / len(rows))
    # With few rows the words are larger; as easy read wants it they are never below 14 points.
    type_ = Type(20 if height > _SPACIOUS else 15, 14, down=0.5)
    for at, row in enumerate(rows):
        line = Box(room.x, room.y + at * (height + _GAP), room.width, height)
        tile = Box(line.x, line.y, height, height)
        shown = sheet.flipped(tile, line)
        sheet.frame(shown, fill=_FILLS[at % len(_FILLS)], radius=height / 7)
        sheet.stamp(row.picture, shown.inset(height * 0.14))
        words = Box(tile.right + 8, line.y, line.width - height - 8, height)
        if not row.strong:
            sheet.words(row.words, sheet.flipped(words, line), type_)
            continue
        times = Box(words.x, line.y, 44, height)
        bold = Type(type_.largest, 14, DOCUMENT_BOLD, down=0.5)
        rest = Box(times.right + 5, line.y, words.right - times.right - 5, height)
        # The time and what happens then are one paragraph.
        with sheet.inside(Kind.PARAGRAPH):
            sheet.words(row.strong, sheet.flipped(times, line), bold, None)
            sheet.words(row.words, sheet.flipped(rest, line), type_, None)


def _foot(sheet: Sheet) -> None:
    words = _("You may move, rest or go home at any time. You do not have to say why.")
    room = Box(_MARGIN, sheet.height - 15, sheet.width - 2 * _MARGIN, 8)
    sheet.words(words, room, Type(13, 9, DOCUMENT_BOLD, centred=True))


EXPORTS = (
    EventExport(
        name=N_("“What will happen” card in easy read (PDF)"),
        key="what-will-happen",
        suffix=".pdf",
        mime=PDF,
        render=render,
        quoted_ids=none_quoted,
        takes=frozenset({Choice.LOW_INK}),
    ),
)
