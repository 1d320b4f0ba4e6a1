"""The model of a scene: frozen parts in painting order, and nodes in reading order."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from path_planner.scene.geometry import Area, Box
from path_planner.scene.hand_drawn import VectorPath
from path_planner.typography.fonts import LETTERING, Style

PAPER = "#FFFDF7"
INK = "#23283A"
QUIET = "#565B6B"
"""A softer ink, still with a contrast above 6 on the paper."""


class Audience(StrEnum):
    """Who will see the poster: private voices are for the pathfinder alone."""

    PATHFINDER = "pathfinder"
    CIRCLE = "circle"


class Kind(StrEnum):
    """The role of a node in the reading order, for screen readers."""

    TITLE = "title"
    HEADING = "heading"
    SECTION = "section"
    PARAGRAPH = "paragraph"
    LIST = "list"
    ITEM = "item"
    FIGURE = "figure"
    TABLE = "table"
    ROW = "row"
    COLUMN_HEAD = "column head"
    ROW_HEAD = "row head"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Node:
    """One step of the reading order; texts and drawings name the node they belong to."""

    id: str
    kind: Kind
    children: tuple["Node", ...] = ()
    alt: str = ""
    stage: str = ""

    def walk(self) -> Iterator["Node"]:
        """Yield this node and all below it in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


class Role(StrEnum):
    """The purpose of a shape; only grounds and shadows use much ink."""

    PAPER = "paper"
    GROUND = "ground"
    SHADOW = "shadow"
    CARD = "card"
    LINE = "line"
    SIGN = "sign"
    INK = "ink"
    """Drawn by people: it stays as it is, however little ink a printer should use."""
    AREA = "area"
    """An area that people filled with colour."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A path with a fill, a line, or both."""

    outline: VectorPath
    role: Role
    fill: str | None = None
    line: str | None = None
    width: float = 0.0
    dash: tuple[float, ...] = ()
    opacity: float = 1.0
    node: str = ""
    """The step of the reading order it belongs to; empty for decoration."""
    clip: VectorPath = ()
    """Only what lies inside this path, by the even-odd rule, is drawn; empty for everything."""
    even_odd: bool = False
    """Whether the fill leaves out what the outline encloses twice."""


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text: its start on the baseline, its measured width, and its node."""

    words: str
    x: float
    baseline: float
    size: float
    width: float
    colour: str
    style: Style = LETTERING
    from_right: bool = False
    node: str = ""
    after: str = ""
    """The white space between it and the next line; empty where a word was broken."""
    turn: float = 0.0
    """The rotation in radians, clockwise, about the start of the baseline."""
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Ink:
    """One movement of a pen in units of its drawing."""

    colour: str
    width: float
    opacity: float
    points: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A sketch: its strokes in their own units, and the scale and shift into its box."""

    node: str
    box: Box
    scale: float
    shift: tuple[float, float]
    strokes: tuple[Ink, ...]


@dataclass(frozen=True, slots=True)
class Photograph:
    """A raster image: it fills its box, which is then turned about its middle."""

    node: str
    box: Box
    mime: str
    base64: str
    turn: float = 0.0
    """Radians, clockwise."""
    opacity: float = 1.0
    clip: VectorPath = ()
    """Only what lies inside this path is drawn; empty for everything."""


Part = Shape | Text | Drawing | Photograph


@dataclass(frozen=True, slots=True)
class Card:
    """The place of a record's card in a scene."""

    record: str
    region: str
    box: Box


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole poster: parts in painting order, and the reading order beside it."""

    title: str
    language: str
    width: float
    height: float
    painting: tuple[Part, ...]
    reading: Node
    cards: tuple[Card, ...]
    regions: tuple[tuple[str, Area], ...]

    @property
    def texts(self) -> Iterator[Text]:
        """Yield the lines of words in painting order."""
        return (part for part in self.painting if isinstance(part, Text))

    @property
    def drawings(self) -> Iterator[Drawing]:
        """Yield the sketches in painting order."""
        return (part for part in self.painting if isinstance(part, Drawing))

    def smallest_letters(self, paper_width: float) -> float:
        """Return the smallest font size when the scene is printed at this width, in its unit."""
        sizes = [text.size for text in self.texts]
        return min(sizes) * paper_width / self.width if sizes else 0.0
