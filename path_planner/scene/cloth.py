"""A tablecloth as a scene: words where they were put, and the ink between them.

What belongs to an earlier round is grey, and says in words of which round it is. A line that these
readers may not see is not on it; the ink is of those who were there, and is for them alone unless
drawings may leave the event.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from path_planner.analysis.cafe import (
    CLOTH_WIDTH,
    ink_of_cloth,
    is_locked,
    round_of_ink,
    rounds_of,
    tables_of,
)
from path_planner.analysis.event_lines import Readers, may_read
from path_planner.domain.event.contribution import Contribution
from path_planner.domain.event.event import Event
from path_planner.domain.marks import Stroke
from path_planner.i18n import _, document_language, ngettext
from path_planner.scene.cloth_words import (
    HEAD,
    MARGIN,
    NO_ROUND,
    WordsOnCloth,
    length_of,
    words_on_cloth,
)
from path_planner.scene.geometry import Box
from path_planner.scene.hand_drawn import rectangle
from path_planner.scene.model import (
    INK,
    QUIET,
    Drawing,
    Ink,
    Kind,
    Node,
    Part,
    Role,
    Scene,
    Shape,
)
from path_planner.scene.row_layout import Place
from path_planner.scene.text_boxes import Heading, card, heading
from path_planner.scene.wall import WallElement

_EDGE, _EDGE_COLOUR = 4.0, "#9A937F"


def table_title(event: Event, table_id: str) -> str:
    """Return what a table is called: its number, and its name if it has one."""
    tables = tables_of(event)
    number = next(n for n, table in enumerate(tables, start=1) if table.id == table_id)
    name = event.tables[table_id].name
    if name:
        return _("Table {number} · {name}", number=number, name=name)
    return _("Table {number}", number=number)


def head_of_cloth(event: Event, table_id: str, height: float) -> list[Part]:
    """Return the edge of a cloth of this height, and the name of the table at its top."""
    edge = rectangle(Box(0.0, 0.0, CLOTH_WIDTH, height).inset(_EDGE / 2))
    head = Heading(table_title(event, table_id), "cloth-title", 44.0, 20.0, centred=True)
    box = Box(MARGIN, MARGIN / 2, CLOTH_WIDTH - 2 * MARGIN, HEAD - MARGIN)
    return [Shape(edge, Role.GROUND, None, _EDGE_COLOUR, _EDGE), *heading(head, box)[0]]


def element_of_words(one: WordsOnCloth) -> WallElement:
    """Return a line on its cloth as an element of the wall."""
    place = Place(0, one.box, one.ems)
    parts = tuple(card(one.block, place, one.card.size, INK, False))
    return WallElement(one.line.id, one.card.stage, one.box, parts, one.card, written=True)


def ink_for(event: Event, table_id: str, readers: Readers) -> list[Stroke]:
    """Return the strokes of a cloth that these readers may see, in the order of drawing."""
    if readers is not Readers.CIRCLE and not (event.agreed.share and event.agreed.drawings):
        return []
    return ink_of_cloth(event, table_id)


def cloth_scene(
    event: Event,
    table_id: str,
    readers: Readers = Readers.CIRCLE,
    rounds: Iterable[str] | None = None,
) -> Scene:
    """Return the cloth of a table as these readers may see it; with `rounds` only what is theirs.

    Words stand in the same places for all readers.
    """
    words = words_on_cloth(event, table_id)
    strokes = ink_for(event, table_id, readers)
    height = length_of(words)
    shown = [one for one in words if may_read(event, one.line, readers)]
    if rounds is not None:
        chosen = set(rounds)
        shown = [one for one in shown if (one.line.round or NO_ROUND) in chosen]
        strokes = [each for each in strokes if round_of_ink(each) in chosen]
    painting = head_of_cloth(event, table_id, height)
    for one in shown:
        painting += element_of_words(one).parts
    painting += drawn_ink(event, strokes, Box(0, 0, CLOTH_WIDTH, height))
    return Scene(
        title=table_title(event, table_id),
        language=document_language(event.about.language),
        width=CLOTH_WIDTH,
        height=height,
        painting=tuple(painting),
        reading=_reading(event, [one.line for one in shown], strokes),
        cards=(),
        regions=(),
    )


def drawn_ink(
    event: Event, strokes: Iterable[Stroke], box: Box, scale: float = 1.0
) -> Iterator[Drawing]:
    """Yield a drawing for each round of these strokes, at a scale in a box of the sheet."""
    for round_id, drawn in groupby(strokes, key=round_of_ink):
        locked = is_locked(event, round_id)
        inks = tuple(
            Ink(QUIET if locked else each.pen.colour, each.pen.width, each.pen.opacity, each.points)
            for each in drawn
        )
        yield Drawing(f"ink-{round_id}", box, scale, (0.0, 0.0), inks)


def _reading(event: Event, lines: list[Contribution], strokes: list[Stroke]) -> Node:
    said = Node(
        "cloth-lines",
        Kind.LIST,
        tuple(Node(f"line-{line.id}", Kind.ITEM) for line in lines),
    )
    title = Node("cloth-title", Kind.TITLE)
    figures = figures_of_ink(event, strokes)
    return Node("cloth", Kind.SECTION, (title, *((said,) if lines else ()), *figures))


def figures_of_ink(event: Event, strokes: Iterable[Stroke]) -> tuple[Node, ...]:
    """Return a figure for the ink of each round, with what it is in words."""
    numbers = {each.id: number for number, each in enumerate(rounds_of(event), start=1)}
    counts: dict[str, int] = {}
    for stroke in strokes:
        counts[round_of_ink(stroke)] = counts.get(round_of_ink(stroke), 0) + 1
    return tuple(
        Node(f"ink-{round_id}", Kind.FIGURE, alt=_drawing_words(numbers.get(round_id, 0), count))
        for round_id, count in counts.items()
    )


def _drawing_words(number: int, count: int) -> str:
    return ngettext(
        "Drawing of round {number}, {count} stroke",
        "Drawing of round {number}, {count} strokes",
        count,
        number=number,
    )
