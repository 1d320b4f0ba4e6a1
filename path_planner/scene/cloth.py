"""A tablecloth as a scene: words where they were put, and the ink between them.

What belongs to an earlier round is grey, and says in words of which round it is. A line that these
readers may not see is not on it; the ink is of those who were there, and is for them alone unless
drawings may leave the event.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from path_planner.analysis.cafe import (
    CLOTH_WIDTH,
    ink_of_cloth,
    round_of_ink,
    rounds_of,
    tables_of,
)
from path_planner.analysis.event_lines import Readers, may_read
from path_planner.domain.event.event import Event
from path_planner.domain.marks import Stroke
from path_planner.i18n import _, document_language, ngettext
from path_planner.scene.cloth_words import (
    HEAD,
    MARGIN,
    WordsOnCloth,
    block_of_line,
    length_of,
    words_on_cloth,
)
from path_planner.scene.geometry import Box
from path_planner.scene.hand_drawn import rectangle
from path_planner.scene.model import (
    INK,
    Drawing,
    Ink,
    Kind,
    Node,
    Part,
    Role,
    Scene,
    Shape,
    Text,
)
from path_planner.scene.row_layout import Place
from path_planner.scene.text_boxes import Heading, card, heading
from path_planner.scene.wall import WallElement
from path_planner.scene.wall.poster import moved

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


def cloth_scene(event: Event, table_id: str, readers: Readers = Readers.CIRCLE) -> Scene:
    """Return the cloth of a table as these readers may see it."""
    words = words_on_cloth(event, table_id)
    height = length_of(words)
    on_it = what_is_on(event, table_id, readers)
    title = Node("cloth-title", Kind.TITLE)
    return Scene(
        title=table_title(event, table_id),
        language=document_language(event.about.language),
        width=CLOTH_WIDTH,
        height=height,
        painting=(*head_of_cloth(event, table_id, height), *on_it.parts),
        reading=Node("cloth", Kind.SECTION, (title, *on_it.nodes)),
        cards=(),
        regions=(),
    )


class OnCloth(NamedTuple):
    """The words and the ink of a cloth in its units, and their reading order."""

    parts: tuple[Part, ...]
    nodes: tuple[Node, ...]
    length: float
    """The height of the cloth."""

    def placed_in(self, box: Box) -> tuple[Part, ...]:
        """Return the parts as large as a box allows, at its upper left corner."""
        scale = min(box.width / CLOTH_WIDTH, box.height / self.length)
        return tuple(moved(_scaled(part, scale), (box.x, box.y)) for part in self.parts)


def what_is_on(event: Event, table_id: str, readers: Readers) -> OnCloth:
    """Return what these readers may see of a cloth; words stand in the same places for all."""
    words = words_on_cloth(event, table_id)
    length = length_of(words)
    shown = [
        one._replace(block=block_of_line(event, one.line, readers))
        for one in words
        if may_read(event, one.line, readers)
    ]
    strokes = ink_for(event, table_id, readers)
    parts = [part for one in shown for part in element_of_words(one).parts]
    parts += drawn_ink(strokes, Box(0, 0, CLOTH_WIDTH, length))
    said = Node(
        "cloth-lines", Kind.LIST, tuple(Node(f"line-{one.line.id}", Kind.ITEM) for one in shown)
    )
    nodes = (*((said,) if shown else ()), *figures_of_ink(event, strokes))
    return OnCloth(tuple(parts), nodes, length)


def _scaled(part: Part, scale: float) -> Part:
    """Return words or ink made smaller about the corner of the cloth."""
    match part:
        case Text():
            return replace(
                part, x=part.x * scale, baseline=part.baseline * scale, size=part.size * scale,
                width=part.width * scale,
            )  # fmt: skip
        case Drawing():
            box = Box(*(side * scale for side in (0.0, 0.0, part.box.width, part.box.height)))
            return replace(part, box=box, scale=part.scale * scale)
        case _:
            return part


def drawn_ink(strokes: Iterable[Stroke], box: Box) -> Iterator[Drawing]:
    """Yield a drawing for each round of these strokes."""
    for round_id, drawn in by_round(strokes).items():
        inks = tuple(
            Ink(each.pen.colour, each.pen.width, each.pen.opacity, each.points) for each in drawn
        )
        yield Drawing(f"ink-{round_id}", box, 1.0, (0.0, 0.0), inks)


def by_round(strokes: Iterable[Stroke]) -> dict[str, list[Stroke]]:
    """Return strokes by the id of their round, in their order."""
    found: dict[str, list[Stroke]] = {}
    for stroke in strokes:
        found.setdefault(round_of_ink(stroke), []).append(stroke)
    return found


def figures_of_ink(event: Event, strokes: Iterable[Stroke]) -> tuple[Node, ...]:
    """Return a figure for the ink of each round, with what it is in words."""
    return tuple(
        Node(f"ink-{round_id}", Kind.FIGURE, alt=words_for_ink(event, round_id, len(drawn)))
        for round_id, drawn in by_round(strokes).items()
    )


def words_for_ink(event: Event, round_id: str, count: int) -> str:
    """Return what the ink of a round is, for those who do not see it."""
    numbers = {each.id: number for number, each in enumerate(rounds_of(event), start=1)}
    return ngettext(
        "Drawing of round {number}, {count} stroke",
        "Drawing of round {number}, {count} strokes",
        count,
        number=numbers.get(round_id, 0),
    )
