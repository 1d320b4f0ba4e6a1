"""Tablecloths: the question in the middle, the words and ink so far, and room to write."""

from collections.abc import Iterator, Sequence

from path_planner.analysis.event_lines import readable_lines, threaded
from path_planner.analysis.event_places import question_at, table_label
from path_planner.domain.base import sorted_records
from path_planner.domain.event.cafe import CafeTable, Round
from path_planner.domain.event.contribution import Contribution, Part
from path_planner.domain.event.event import Event
from path_planner.exports.base import Choice, EventExport, EventOptions, Paper, none_quoted
from path_planner.exports.event.printing import (
    PDF,
    event_title,
    joined,
    print_sheets,
    sheet_of,
    with_tables,
)
from path_planner.i18n import N_, _, ngettext
from path_planner.scene.cloth import OnCloth, ink_for, what_is_on
from path_planner.scene.cloth_words import block_of_line
from path_planner.scene.fragment import CardArea, place_blocks
from path_planner.scene.geometry import Box, Rectangle
from path_planner.scene.model import QUIET, Kind, Node, Scene
from path_planner.scene.sheet import Sheet, Type
from path_planner.scene.text_blocks import Block
from path_planner.typography.fonts import DOCUMENT_BOLD, LETTERING_BOLD

_A1_WIDTH = 841.0
_GREY = "#6A6F7C"
_WORDS_SHARE = 0.42
"""The part of the cloth's width that words of earlier rounds may take."""
_CLOTH_SHARE = 0.55
"""The part of it that a cloth with ink takes."""
_MOST_LINES = 60
_LARGEST = 17.0
"""The largest lettering of earlier words, in millimetres on A1."""


def render(event: Event, options: EventOptions) -> bytes:
    """Return a cloth for each table as a tagged PDF."""
    return print_sheets(event, _("Tablecloths"), _sheets(event, options), options)


def _sheets(event: Event, options: EventOptions) -> Iterator[Scene]:
    lines = [line for line in readable_lines(event, options.audience) if line.part is Part.TABLE]
    for table in sorted_records(event.tables) or [CafeTable(id="blank")]:
        said = [line for line in lines if line.table == table.id]
        yield _cloth(event, table, said, options)


def _cloth(
    event: Event, table: CafeTable, said: Sequence[Contribution], options: EventOptions
) -> Scene:
    size, readers = options.paper.size, options.audience
    scale = size[0] / _A1_WIDTH
    sheet = sheet_of(event, _("Tablecloth"), size)
    edge = sheet.box.inset(18 * scale)
    sheet.frame(edge, line="#9A937F", width=1.0 * scale, radius=14 * scale)
    inside = edge.inset(22 * scale, 16 * scale)
    label = table_label(event, table) if table.id in event.tables else _("Table")
    head = Box(inside.x, inside.y, inside.width, 34 * scale)
    type_ = Type(72 * scale, 30 * scale, LETTERING_BOLD, centred=True, down=0.5)
    sheet.words(label, head, type_, Kind.TITLE)
    question = question_at(event, table, _next_round(event))
    below = Box(inside.x + 40 * scale, head.bottom, inside.width - 80 * scale, 62 * scale)
    asked = Type(58 * scale, 20 * scale, DOCUMENT_BOLD, centred=True, down=0.4)
    sheet.words(question, below, asked, Kind.HEADING)
    foot = Box(inside.x, inside.bottom - 16 * scale, inside.width, 16 * scale)
    rest = Box(inside.x, below.bottom + 8 * scale, inside.width, foot.y - below.bottom - 16 * scale)
    if ink_for(event, table.id, readers):
        _cloth_so_far(sheet, what_is_on(event, table.id, readers), rest, scale)
    elif said:
        blocks = [block_of_line(event, thread.line, readers) for thread in threaded(said)]
        _words_so_far(sheet, blocks, rest, scale)
    hint = _("Write and draw here. Add, never rub out: to disagree, write your answer beside it.")
    words = Type(24 * scale, 12 * scale, ink=QUIET, centred=True, down=1.0)
    sheet.words(joined([hint, event_title(event)]), foot, words)
    return sheet.scene()


def _next_round(event: Event) -> Round | None:
    """Return the round that is played now or comes next: the cloth asks its question."""
    rounds = sorted_records(event.rounds)
    return next((each for each in rounds if each.ended is None), rounds[-1] if rounds else None)


def _cloth_so_far(sheet: Sheet, cloth: OnCloth, room: Box, scale: float) -> None:
    """Draw the cloth as it is, words and ink in their places, where reading begins."""
    side = sheet.flipped(Box(room.x, room.y, room.width * _CLOTH_SHARE, room.height), room)
    title = Box(side.x, side.y, side.width, 14 * scale)
    words = Type(26 * scale, 12 * scale, DOCUMENT_BOLD, _GREY)
    end = sheet.words(_("So far"), title, words, Kind.HEADING) + 4 * scale
    sheet.add(cloth.placed_in(Box(side.x, end, side.width, side.bottom - end)), cloth.nodes)


def _words_so_far(sheet: Sheet, blocks: Sequence[Block], room: Box, scale: float) -> None:
    """Lay out earlier words on the side where reading begins; the rest of the cloth is free."""
    shown = blocks[:_MOST_LINES]
    side = sheet.flipped(Box(room.x, room.y, room.width * _WORDS_SHARE, room.height), room)
    title = Box(side.x, side.y, side.width, 14 * scale)
    words = Type(26 * scale, 12 * scale, DOCUMENT_BOLD, _GREY)
    end = sheet.words(_("So far"), title, words, Kind.HEADING)
    more = len(blocks) - len(shown)
    low = 12 * scale if more else 0.0
    area = Rectangle(Box(side.x, end, side.width, side.bottom - low - end))
    fragment, _size = place_blocks(shown, (), CardArea(area, "cloth", _GREY, _LARGEST * scale))
    nodes = tuple(Node(f"line-{block.record}", Kind.ITEM) for block in shown)
    sheet.add(fragment.painting, [Node("so-far", Kind.LIST, nodes)])
    if more:
        rest = ngettext("and {count} more line", "and {count} more lines", more)
        below = Box(side.x, side.bottom - low, side.width, low)
        sheet.words(rest, below, Type(20 * scale, 10 * scale, ink=_GREY))


EXPORTS = (
    EventExport(
        name=N_("Tablecloths with room to write (PDF)"),
        key="tablecloths",
        suffix=".pdf",
        mime=PDF,
        render=render,
        quoted_ids=none_quoted,
        takes=frozenset({Choice.PAPER, Choice.LOW_INK, Choice.AUDIENCE}),
        paper=Paper.A1,
        papers=(Paper.A2, Paper.A1),
        offered=with_tables,
    ),
)
