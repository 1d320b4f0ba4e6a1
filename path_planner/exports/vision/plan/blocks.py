"""Blocks that the chapters are made of: frozen values that the PDF and the Word file both read.

A block says what stands in the plan. The hints on how a page keeps things together are in
millimetres, and a renderer whose pages are not its own leaves them out.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from path_planner.domain.vision.sources import Drawing
from path_planner.exports.vision.plan.context import PlanContext
from path_planner.i18n import _
from path_planner.pdf.bar_chart import Bar
from path_planner.pdf.crossref import Ref
from path_planner.pdf.table import Column, Row
from path_planner.scene.model import Scene

POINTS = 12.0
"""The size of body text."""
EM = POINTS * (25.4 / 72)
"""The same in millimetres."""
ROW = 9.0
"""About the height of a row of a table in millimetres."""


@dataclass(frozen=True, slots=True)
class ChapterStart:
    """The title of a chapter; links lead to its key."""

    key: str
    title: str
    runs_on: bool = False
    """It is short, and begins below another where there is room."""
    keep: float = 0.0
    """The room that its beginning wants on one page."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a chapter; without points it has the size of its level."""

    text: str
    level: int = 2
    points: float = 0.0
    bookmarked: bool = True
    keep: float = 0.0
    """The height of what must stand on the same page, where that is more than some lines."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of plain text; a line break in it begins a new line."""

    text: str
    bold: bool = False
    small: bool = False


@dataclass(frozen=True, slots=True)
class Lead:
    """A sentence in large letters that all should read."""

    text: str
    points: float = 17.0


@dataclass(frozen=True, slots=True)
class Label:
    """A bold line that stands for what follows, without an entry in any list of contents."""

    text: str
    anchor: str = ""
    keep: float = 0.0


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list with a dot before each item."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class References:
    """A label and the links after it; nothing at all where there are no links."""

    label: str
    refs: tuple[Ref, ...]
    points: float = 10.0
    anchor: str = ""
    keep: float = 0.0


@dataclass(frozen=True, slots=True)
class BlockQuote:
    """Words that somebody said, who said them, and links to where they are listed."""

    words: str
    language: str
    by: str
    refs: tuple[Ref, ...]
    points: float = POINTS


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose first cell in each row names the row."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    points: float = 0.0
    keep: float = 0.0


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars of several parts below a heading, and the table that says the same in numbers."""

    title: str
    bars: tuple[Bar, ...]
    names: tuple[str, ...]
    """What each part of a bar stands for."""
    given: str
    """What the bars count."""
    table: Table

    def in_words(self, bars: Sequence[Bar]) -> str:
        """Say what some of the bars show, for those who do not see them."""
        sums = "; ".join(f"{bar.label}: {sum(bar.parts)}" for bar in bars)
        return _(
            "Chart. {given}: {told}. The table below shows the same, and how each group voted.",
            given=self.given,
            told=sums,
        )


@dataclass(frozen=True, slots=True)
class ThemeOpener:
    """The beginning of a theme: its number, name, statement, and the stamp chosen for it."""

    name: str
    label: str
    title: str
    statement: str
    stamp: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing, the words that stand for it, and links to where it was drawn."""

    words: str
    refs: References
    drawing: Drawing = field(hash=False)
    """Ink is long, and a record may hold what has no hash; it is compared where the rest agrees."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Drawings in frames of one size."""

    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Poster:
    """The community's PATH, as large as a page on its side."""

    scene: Scene


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Columns of blocks, as wide as each other or with shares of the width."""

    columns: tuple[tuple["Block", ...], ...]
    shares: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Space:
    """Room left between blocks, in millimetres."""

    height: float


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The end of a page."""


Block = (
    ChapterStart
    | Heading
    | Paragraph
    | Lead
    | Label
    | BulletList
    | References
    | BlockQuote
    | Table
    | BarChart
    | ThemeOpener
    | Figures
    | Poster
    | SideBySide
    | Space
    | PageBreak
)


def prose(text: str) -> tuple[Paragraph, ...]:
    """Return what people wrote, each of its parts as a paragraph; nothing where it is empty."""
    parts = (part for part in text.split("\n\n") if part.strip())
    return tuple(Paragraph(part.strip("\n")) for part in parts)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A title, an id of the catalogue, and what returns the blocks below it."""

    key: str
    title: str
    content: Callable[[PlanContext], Iterable[Block]]
    runs_on: bool = False
    keep: float = 0.0
    """These two are as in its start."""

    def blocks(self, known: PlanContext) -> Iterator[Block]:
        """Yield the chapter from its title on; a chapter without content is left out."""
        content = tuple(self.content(known))
        if content:
            yield ChapterStart(self.key, _(self.title), self.runs_on, self.keep)
            yield from content


def nothing_yet() -> Paragraph:
    """Say honestly that a chapter is empty."""
    return Paragraph(_("Nothing here yet."))
