"""Rendering of a scene as a tagged PDF: painted in z-order, tagged in reading order."""

from base64 import b64decode
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from math import degrees

from path_planner.pdf.canvas import Box as Place
from path_planner.pdf.canvas import Drawing as Placed
from path_planner.pdf.document import Document
from path_planner.pdf.metadata import Metadata
from path_planner.pdf.path_operators import Outline as Path
from path_planner.pdf.path_operators import Paint, Pen, Stroke
from path_planner.pdf.structure import Node as Element
from path_planner.scene import hand_drawn
from path_planner.scene.model import Drawing, Kind, Node, Photograph, Role, Scene, Shape, Text
from path_planner.typography.line_breaking import Line

_ROLES = {
    Kind.TITLE: "H1",
    Kind.HEADING: "H2",
    Kind.SECTION: "Sect",
    Kind.PARAGRAPH: "P",
    Kind.LIST: "L",
    Kind.ITEM: "LI",
    Kind.FIGURE: "Figure",
    Kind.TABLE: "Table",
    Kind.ROW: "TR",
    Kind.COLUMN_HEAD: "TH",
    Kind.ROW_HEAD: "TH",
    Kind.CELL: "TD",
}
_SCOPES = {Kind.COLUMN_HEAD: "Column", Kind.ROW_HEAD: "Row"}
_BOOKMARKED = frozenset({Kind.TITLE, Kind.HEADING})


@dataclass
class PdfSceneRenderer:
    """Draws one scene on one or more pages; each text is tagged once, where it first appears."""

    document: Document
    scene: Scene
    scale: float
    """Millimetres to a unit of the scene."""
    in_pieces: bool = False
    """Whether the lines of a card may be drawn out of order, as on the sheets of a tiled poster."""
    bookmarked: bool = True
    """Whether titles and headings become bookmarks."""
    elements: dict[str, Element] = field(default_factory=dict)
    _read: set[int] = field(default_factory=set)
    _marked: set[str] = field(default_factory=set)
    _lines: dict[int, Element] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Build the structure tree in reading order; it is filled in painting order."""
        for node in self.scene.reading.children:
            self._grow(node, None)
        self._kinds = {node.id: node.kind for node in self.scene.reading.walk()}

    def _grow(self, node: Node, parent: Element | None) -> None:
        scope = _SCOPES.get(node.kind, "")
        made = self.document.branch(_ROLES[node.kind], parent=parent, alt=node.alt, scope=scope)
        if node.kind is Kind.LIST:
            made.numbering = "None"
        if node.kind is Kind.ITEM:
            made = self.document.branch("LBody", parent=made)
        self.elements[node.id] = made
        for child in node.children:
            self._grow(child, made)

    def whole(self) -> None:
        """Draw everything on the current page."""
        for part in self.scene.painting:
            if isinstance(part, Text):
                self.text(part)
            else:
                with self.belonging(part.node):
                    self.drawn(part)

    def belonging(self, node: str) -> AbstractContextManager[None]:
        """Draw into the element of a node, or as an artifact if it has none."""
        return self.document.inside(self.elements[node]) if node else self.document.artifact()

    def drawn(self, part: Shape | Drawing | Photograph) -> None:
        """Draw a part other than text into the current element."""
        match part:
            case Shape():
                self.shape(part)
            case Drawing():
                self.ink(part)
            case Photograph():
                self.photograph(part)

    def shape(self, shape: Shape) -> None:
        """Draw an outline."""
        paint = Paint(
            shape.fill,
            shape.line,
            shape.width * self.scale,
            tuple(length * self.scale for length in shape.dash),
            shape.opacity,
            shape.even_odd,
        )
        ink = shape.role is Role.INK
        with self._inside(shape.clip):
            self.document.shape(_path(shape.outline, self.scale), paint=paint, coarse=ink)

    def _inside(self, clip: hand_drawn.VectorPath) -> AbstractContextManager[None]:
        return self.document.clipped(_path(clip, self.scale)) if clip else nullcontext()

    def photograph(self, photo: Photograph) -> None:
        """Draw a raster image."""
        box, scale = photo.box, self.scale
        place = Place(box.x * scale, box.y * scale, box.width * scale, box.height * scale)
        data = b64decode(photo.base64)
        with self._inside(photo.clip):
            self.document.picture(data, place, degrees(photo.turn), photo.opacity)

    def text(self, text: Text) -> None:
        """Draw a line of text into its element, or as an artifact if it has none any more."""
        if id(text) in self._read or not text.node:
            with self.document.artifact():
                self.letters(text)
            return
        self._read.add(id(text))
        with self.document.inside(self.elements[text.node]):
            self._bookmark(text)
            if not self.in_pieces:
                self.letters(text)
                return
            with self.document.tag("Span") as line:
                self.letters(text)
            self._lines[id(text)] = line

    def put_lines_in_order(self) -> None:
        """Sort the lines of each card in the structure tree, whichever sheet showed them first."""
        turns = (self._lines.get(id(text)) for text in self.scene.texts)
        order = {id(line): turn for turn, line in enumerate(turns) if line}
        for element in self.elements.values():
            element.children.sort(key=lambda child: order.get(id(child), 0))

    def letters(self, text: Text) -> None:
        """Draw a line of text into the current element."""
        line = Line(text.words, text.width * self.scale, text.from_right, text.after)
        self.document.text_line(
            text.x * self.scale,
            text.baseline * self.scale,
            line,
            style=text.style,
            size=text.size * self.scale,
            ink=text.colour,
            turn=degrees(text.turn),
            opacity=text.opacity,
        )

    def _bookmark(self, text: Text) -> None:
        kind = self._kinds[text.node]
        if not self.bookmarked or kind not in _BOOKMARKED or text.node in self._marked:
            return
        self._marked.add(text.node)
        lines = (each.words for each in self.scene.texts if each.node == text.node)
        level = 0 if kind is Kind.TITLE else 1
        top = max(0.0, (text.baseline - 2 * text.size) * self.scale)
        self.document.bookmark(" ".join(lines), level, top)

    def ink(self, drawing: Drawing, *, at_home: bool = True) -> None:
        """Draw a sketch at its place, or at the origin for a form XObject."""
        self.document.ink(self._strokes(drawing, at_home))

    def as_placed(self, drawing: Drawing) -> Placed:
        """Draw a sketch once, to be placed on several pages."""
        box = drawing.box
        with self.document.drawing(box.width * self.scale, box.height * self.scale) as made:
            self.ink(drawing, at_home=False)
        return made

    def _strokes(self, drawing: Drawing, at_home: bool) -> Iterator[Stroke]:
        scale = drawing.scale * self.scale
        across, down = drawing.shift
        if not at_home:
            across, down = across - drawing.box.x, down - drawing.box.y
        across, down = across * self.scale, down * self.scale
        for ink in drawing.strokes:
            x = [value * scale + across for value in ink.points[::2]]
            y = [value * scale + down for value in ink.points[1::2]]
            yield (
                Pen(ink.colour, ink.width * scale, ink.opacity),
                list(zip(x, y, strict=True)),
            )


def pages_of_scenes(metadata: Metadata, scenes: Iterable[Scene]) -> bytes:
    """Return scenes in millimetres as one tagged PDF, a page of its own size for each."""
    document = Document(metadata)
    for scene in scenes:
        document.page(scene.width, scene.height)
        PdfSceneRenderer(document, scene, 1.0).whole()
    return document.finish()


def _path(outline: hand_drawn.VectorPath, scale: float) -> Path:
    path = Path()
    here = (0.0, 0.0)
    for step in outline:
        curve = hand_drawn.with_handles(here, step) if isinstance(step, hand_drawn.PullTo) else step
        match curve:
            case hand_drawn.Move((x, y)):
                path.move(x * scale, y * scale)
            case hand_drawn.LineTo((x, y)):
                path.line(x * scale, y * scale)
            case hand_drawn.CurveTo((a, b), (c, d), (x, y)):
                path.curve((a * scale, b * scale), (c * scale, d * scale), (x * scale, y * scale))
            case hand_drawn.Close():
                path.close()
        here = step[-1] if step else here
    return path
