"""A tablecloth as a scene: the words of a table in columns, and its ink over them.

Words stand where they came, column by column; a new line moves no older one while there is
room. What belongs to an earlier round is grey, and says in words of which round it is. A line that
not everybody in the room may read is not on it.
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import groupby

from path_planner.analysis.cafe import (
    CLOTH_HEIGHT,
    CLOTH_WIDTH,
    ink_of_cloth,
    is_locked,
    lines_of_cloth,
    round_of_ink,
    rounds_of,
    tables_of,
)
from path_planner.analysis.event_lines import Readers, may_read, speaker_name
from path_planner.domain.event.contribution import Contribution
from path_planner.domain.event.event import Event
from path_planner.domain.marks import Stroke
from path_planner.i18n import _, document_language, is_rtl, language, ngettext
from path_planner.scene.geometry import Box
from path_planner.scene.model import INK, QUIET, Drawing, Ink, Kind, Node, Part, Scene
from path_planner.scene.row_layout import Place
from path_planner.scene.text_blocks import Block, Words
from path_planner.scene.text_boxes import Heading, card, heading

_MARGIN = 50.0
_GAP = 30.0
_COLUMNS = 3
_SIZES = (38.0, 32.0, 27.0, 23.0, 19.0, 16.0, 13.0, 10.0)
"""Font sizes of what people said: the first at which all of it fits."""
_FACTS_SCALE = 0.55


def table_title(event: Event, table_id: str) -> str:
    """Return what a table is called: its number, and its name if it has one."""
    tables = tables_of(event)
    number = next(n for n, table in enumerate(tables, start=1) if table.id == table_id)
    name = event.tables[table_id].name
    if name:
        return _("Table {number} · {name}", number=number, name=name)
    return _("Table {number}", number=number)


def cloth_scene(
    event: Event,
    table_id: str,
    rounds: Iterable[str] | None = None,
    *,
    without: Collection[str] = (),
) -> Scene:
    """Return the cloth of a table; with `rounds` only what was added in these.

    Strokes whose ids are in `without` are left out: a pad over the cloth shows them.
    """
    chosen = {each.id for each in rounds_of(event)} if rounds is None else set(rounds)
    lines = [
        line
        for line in lines_of_cloth(event, table_id)
        if may_read(event, line, Readers.CIRCLE) and _is_of(line, chosen, event)
    ]
    strokes = [
        each
        for each in ink_of_cloth(event, table_id)
        if round_of_ink(each) in chosen and each.id not in without
    ]
    title = table_title(event, table_id)
    head = Heading(title, "cloth-title", 44.0, 20.0, centred=True)
    box = Box(_MARGIN, _MARGIN / 2, CLOTH_WIDTH - 2 * _MARGIN, 60.0)
    painting: list[Part] = [*heading(head, box)[0]]
    painting += _words(event, lines)
    painting += _ink(event, strokes)
    return Scene(
        title=title,
        language=document_language(event.about.language),
        width=CLOTH_WIDTH,
        height=CLOTH_HEIGHT,
        painting=tuple(painting),
        reading=_reading(event, lines, strokes),
        cards=(),
        regions=(),
    )


def _is_of(line: Contribution, rounds: set[str], event: Event) -> bool:
    return line.round in rounds or line.round not in event.rounds


def _words(event: Event, lines: Iterable[Contribution]) -> Iterator[Part]:
    blocks = [_block(event, line) for line in lines]
    size, places = _places(blocks)
    for block, place in zip(blocks, places, strict=True):
        yield from card(block, place, size, INK, False)


def _block(event: Event, line: Contribution) -> Block:
    colour = QUIET if is_locked(event, line.round) else INK
    words = Words(line.text, f"line-{line.id}", colour=colour)
    facts = Words(facts_of_line(event, line), f"line-{line.id}", _FACTS_SCALE, colour=QUIET)
    return Block(line.id, (words, facts) if facts.words else (words,), down=0.2, paper=False)


def facts_of_line(event: Event, line: Contribution) -> str:
    """Return the round of a line, who wants to be named with it, and what it answers."""
    numbers = {each.id: number for number, each in enumerate(rounds_of(event), start=1)}
    facts = [
        _("round {number}", number=numbers[line.round]) if line.round in numbers else "",
        speaker_name(event, line),
        _("an answer") if line.answers else "",
        _("no longer so: {reason}", reason=line.struck) if line.struck else "",
    ]
    return " · ".join(filter(None, facts))


def _places(blocks: list[Block]) -> tuple[float, list[Place]]:
    """Return the largest size at which all blocks stand in the columns, and their places."""
    width = (CLOTH_WIDTH - 2 * _MARGIN - (_COLUMNS - 1) * _GAP) / _COLUMNS
    for size in _SIZES:
        places = _filled(blocks, width, size)
        if places is not None:
            return size, places
    size = _SIZES[-1]
    return size, _filled(blocks, width, size, endless=True) or []


def _filled(
    blocks: list[Block], width: float, size: float, *, endless: bool = False
) -> list[Place] | None:
    top, bottom = 120.0, CLOTH_HEIGHT - _MARGIN / 2
    column, y = 0, top
    places = []
    ems = width / size
    for block in blocks:
        height = block.height(ems) * size
        if y + height > bottom and not (endless and column == _COLUMNS - 1):
            column, y = column + 1, top
            if column == _COLUMNS or (height > bottom - top and not endless):
                return None
        places.append(Place(0, Box(_left(column, width), y, width, height), ems))
        y += height + size * 0.35
    return places


def _left(column: int, width: float) -> float:
    x = _MARGIN + column * (width + _GAP)
    return CLOTH_WIDTH - x - width if is_rtl(language()) else x


def _ink(event: Event, strokes: Iterable[Stroke]) -> Iterator[Part]:
    box = Box(0, 0, CLOTH_WIDTH, CLOTH_HEIGHT)
    for round_id, drawn in groupby(strokes, key=round_of_ink):
        locked = is_locked(event, round_id)
        inks = tuple(
            Ink(QUIET if locked else each.pen.colour, each.pen.width, each.pen.opacity, each.points)
            for each in drawn
        )
        yield Drawing(f"ink-{round_id}", box, 1.0, (0.0, 0.0), inks)


def _reading(event: Event, lines: list[Contribution], strokes: list[Stroke]) -> Node:
    said = Node(
        "cloth-lines",
        Kind.LIST,
        tuple(Node(f"line-{line.id}", Kind.ITEM) for line in lines),
    )
    numbers = {each.id: number for number, each in enumerate(rounds_of(event), start=1)}
    counts: dict[str, int] = {}
    for stroke in strokes:
        counts[round_of_ink(stroke)] = counts.get(round_of_ink(stroke), 0) + 1
    drawn = tuple(
        Node(f"ink-{round_id}", Kind.FIGURE, alt=_drawing_words(numbers.get(round_id, 0), count))
        for round_id, count in counts.items()
    )
    title = Node("cloth-title", Kind.TITLE)
    return Node("cloth", Kind.SECTION, (title, *((said,) if lines else ()), *drawn))


def _drawing_words(number: int, count: int) -> str:
    return ngettext(
        "Drawing of round {number}, {count} stroke",
        "Drawing of round {number}, {count} strokes",
        count,
        number=number,
    )
