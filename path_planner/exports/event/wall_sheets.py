"""Sheets for the wall: the tally of interest and of how many came, and the news wall."""

from collections.abc import Iterator
from typing import NamedTuple

from path_planner.analysis.event_places import numbered_topics
from path_planner.domain.event.event import Event
from path_planner.domain.event.open_space import Topic
from path_planner.exports.base import Choice, EventExport, EventOptions, Paper, none_quoted
from path_planner.exports.event.printing import (
    PDF,
    print_sheets,
    sheet_of,
    upright,
    where_and_when,
    with_topics,
)
from path_planner.i18n import N_, _
from path_planner.scene.geometry import Box
from path_planner.scene.model import QUIET, Kind, Scene
from path_planner.scene.sheet import Sheet, Type
from path_planner.typography.fonts import DOCUMENT_BOLD, LETTERING_BOLD

_RULE = "#8A8A8A"
_A4 = (210.0, 297.0)
_ROWS = 12
_SHARES = (0.44, 0.38, 0.18)
"""The widths of the columns: topic, who wants to come, how many came."""


def render_tally(event: Event, options: EventOptions) -> bytes:
    """Return the tally sheet as a tagged PDF: a row for each topic, and rows to write on."""
    return print_sheets(event, _("Tally sheet"), _tallies(event, upright(options)), options)


def _tallies(event: Event, size: tuple[float, float]) -> Iterator[Scene]:
    rows: list[tuple[int, Topic] | None] = [*numbered_topics(event)]
    # The last page has at least one row for a topic that comes late.
    rows += [None] * (_ROWS - len(rows) % _ROWS)
    for start in range(0, len(rows), _ROWS):
        yield _tally(event, size, rows[start : start + _ROWS])


def _tally(event: Event, size: tuple[float, float], rows: list[tuple[int, Topic] | None]) -> Scene:
    title = _("Tally sheet")
    sheet, scale = sheet_of(event, title, size), size[0] / _A4[0]
    room = sheet.box.inset(15 * scale, 14 * scale)
    head = Box(room.x, room.y, room.width, 13 * scale)
    sheet.words(title, head, Type(28 * scale, 16 * scale, LETTERING_BOLD), Kind.TITLE)
    line = Box(room.x, head.bottom, room.width, 7 * scale)
    sheet.words(where_and_when(event), line, Type(11 * scale, 7 * scale, ink=QUIET))
    line = Box(room.x, line.bottom, room.width, 8 * scale)
    hint = _("One mark for each person. Write no names.")
    sheet.words(hint, line, Type(13 * scale, 9 * scale))
    _table(sheet, Box(room.x, line.bottom, room.width, room.bottom - line.bottom), rows, scale)
    return sheet.scene()


def _table(sheet: Sheet, room: Box, rows: list[tuple[int, Topic] | None], scale: float) -> None:
    heads = (_("Topic"), _("Who wants to come"), _("How many came"))
    top = 10 * scale
    height = (room.height - top) / len(rows)
    with sheet.inside(Kind.TABLE):
        with sheet.inside(Kind.ROW):
            for words, box in zip(heads, _cells(sheet, room, room.y, top), strict=True):
                bold = Type(12 * scale, 7 * scale, DOCUMENT_BOLD, down=0.5)
                sheet.words(words, box.inset(2 * scale, 0), bold, Kind.COLUMN_HEAD)
        for at, row in enumerate(rows):
            y = room.y + top + at * height
            topic, interest, came = _cells(sheet, room, y, height)
            for box in (topic, interest, came):
                sheet.frame(box, line=_RULE, width=0.3, radius=0)
            with sheet.inside(Kind.ROW):
                with sheet.inside(Kind.ROW_HEAD):
                    words = f"{row[0]}  {row[1].title}" if row else ""
                    type_ = Type(14 * scale, 8 * scale, down=0.5)
                    sheet.words(words, topic.inset(2 * scale, 1 * scale), type_, None)
                for _empty in (interest, came):
                    with sheet.inside(Kind.CELL):
                        pass


def _cells(sheet: Sheet, room: Box, y: float, height: float) -> list[Box]:
    x, cells = room.x, []
    for share in _SHARES:
        cells.append(sheet.flipped(Box(x, y, room.width * share, height), room))
        x += room.width * share
    return cells


def render_news(event: Event, options: EventOptions) -> bytes:
    """Return the news wall as a tagged PDF on one page across, with room for notes."""
    return print_sheets(event, _("News wall"), [_news(event, options.paper.size)], options)


class _Column(NamedTuple):
    picture: str
    name: str
    question: str


_COLUMNS = (
    _Column("light-bulb", N_("New"), N_("What should everybody know?")),
    _Column("question", N_("Asked"), N_("Who knows something about this?")),
    _Column("helping-hands", N_("Offered"), N_("What can I give, lend or do?")),
)


def _news(event: Event, size: tuple[float, float]) -> Scene:
    title = _("News wall")
    sheet, scale = sheet_of(event, title, size), size[0] / _A4[1]
    room = sheet.box.inset(14 * scale, 12 * scale)
    head = Box(room.x, room.y, room.width, 17 * scale)
    sheet.words(title, head, Type(38 * scale, 20 * scale, LETTERING_BOLD, down=0.5), Kind.TITLE)
    line = Box(room.x, head.bottom, room.width, 7 * scale)
    sheet.words(where_and_when(event), line, Type(12 * scale, 8 * scale, ink=QUIET))
    gap, top = 6 * scale, line.bottom + 3 * scale
    width = (room.width - gap * (len(_COLUMNS) - 1)) / len(_COLUMNS)
    for at, column in enumerate(_COLUMNS):
        place = Box(room.x + at * (width + gap), top, width, room.bottom - top)
        _draw_column(sheet, column, sheet.flipped(place, room), scale)
    return sheet.scene()


def _draw_column(sheet: Sheet, column: _Column, box: Box, scale: float) -> None:
    sheet.frame(box, line=_RULE, width=0.6 * scale, dash=(2.5 * scale, 2 * scale), radius=4 * scale)
    head = Box(box.x, box.y, box.width, 17 * scale)
    sheet.frame(head, fill="#FFF0BF", radius=4 * scale)
    icon = Box(head.x + 4 * scale, head.y + 3 * scale, 11 * scale, 11 * scale)
    sheet.stamp(column.picture, sheet.flipped(icon, head))
    beside = Box(icon.right + 4 * scale, head.y, head.right - icon.right - 8 * scale, head.height)
    words = Type(22 * scale, 10 * scale, DOCUMENT_BOLD, down=0.5)
    sheet.words(_(column.name), sheet.flipped(beside, head), words, Kind.HEADING)
    below = Box(box.x + 4 * scale, head.bottom + 2 * scale, box.width - 8 * scale, 12 * scale)
    sheet.words(_(column.question), below, Type(13 * scale, 8 * scale, ink=QUIET))


EXPORTS = (
    EventExport(
        name=N_("Tally sheet: who wants to come, and how many came (PDF)"),
        key="tally",
        suffix=".pdf",
        mime=PDF,
        render=render_tally,
        quoted_ids=none_quoted,
        takes=frozenset({Choice.PAPER, Choice.LOW_INK}),
        papers=(Paper.A4, Paper.A3),
        offered=with_topics,
    ),
    EventExport(
        name=N_("News wall with room for notes (PDF)"),
        key="news-wall",
        suffix=".pdf",
        mime=PDF,
        render=render_news,
        quoted_ids=none_quoted,
        takes=frozenset({Choice.PAPER, Choice.LOW_INK}),
        paper=Paper.A3,
        papers=(Paper.A4, Paper.A3, Paper.A2, Paper.A1),
    ),
)
