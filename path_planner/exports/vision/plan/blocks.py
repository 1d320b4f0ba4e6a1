"""The block model of the plan: frozen values that both the PDF and the Word file are made from.

A block is content. Its hints on page breaks are in
millimetres, and a renderer whose pages are not its own leaves them out.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from path_planner.domain.vision.sources import Drawing
from path_planner.exports.vision.plan.context import PlanContext
from path_planner.i18n import _, ngettext
from path_planner.pdf.bar_chart import Bar
from path_planner.pdf.crossref import Ref
from path_planner.pdf.table import Cell, Column, Row
from path_planner.scene.model import Scene

POINTS = 12.0
"""The font size of body text in points."""
EM = POINTS * (25.4 / 72)
"""The font size of body text in millimetres."""
ROW = 9.0
"""About the height of a row of a table in millimetres."""


@dataclass(frozen=True, slots=True)
class ChapterStart:
    """The title of a chapter, with its key as anchor."""

    key: str
    title: str
    runs_on: bool = False
    """It may begin below another chapter if there is enough space."""
    keep: float = 0.0
    """The height that its beginning needs on one page."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a chapter; without points it has the size of its level."""

    text: str
    level: int = 2
    points: float = 0.0
    bookmarked: bool = True
    keep: float = 0.0
    """The height that must follow on the same page, if it is more than a few lines."""


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
    """A label with links; not drawn if there are no links."""

    label: str
    refs: tuple[Ref, ...]
    points: float = 10.0
    anchor: str = ""
    keep: float = 0.0


@dataclass(frozen=True, slots=True)
class BlockQuote:
    """A quote, its attribution, and links to where it is listed."""

    words: str
    language: str
    by: str
    refs: tuple[Ref, ...]
    points: float = POINTS
    voices: tuple[str, ...] = ()
    """The id of the voice that is quoted."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first cell of each row is its header."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    points: float = 0.0
    keep: float = 0.0
    voices: tuple[str, ...] = ()
    """The ids of the voices that are quoted in it."""


@dataclass(frozen=True, slots=True)
class BarChart:
    """A stacked bar chart with a heading, and a table with the same numbers."""

    title: str
    bars: tuple[Bar, ...]
    names: tuple[str, ...]
    """The legend: the name of each part of a bar."""
    given: str
    """What the bars count."""
    table: Table

    def in_words(self, bars: Sequence[Bar]) -> str:
        """Return the alternative text of some of the bars."""
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
    """A drawing, its alternative text, and links to its source."""

    words: str
    refs: References
    drawing: Drawing = field(hash=False)
    """Not part of the hash: it is long, and unknown fields may not be hashable."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Drawings in frames of one size."""

    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Poster:
    """The community's PATH on a landscape page."""

    scene: Scene


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Columns of blocks, of equal width or by shares."""

    columns: tuple[tuple["Block", ...], ...]
    shares: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Space:
    """Vertical space between blocks, in millimetres."""

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
    """Return typed text as paragraphs; none if it is empty."""
    parts = (part for part in text.split("\n\n") if part.strip())
    return tuple(Paragraph(part.strip("\n")) for part in parts)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: its title (a message id), and the function that returns its blocks."""

    key: str
    title: str
    content: Callable[[PlanContext], Iterable[Block]]
    runs_on: bool = False
    keep: float = 0.0
    """These two are as in its start."""

    def blocks(self, context: PlanContext) -> Iterator[Block]:
        """Yield the title and the blocks; nothing if there are no blocks."""
        content = tuple(self.content(context))
        if content:
            yield ChapterStart(self.key, _(self.title), self.runs_on, self.keep)
            yield from content


def more(count: int) -> tuple[Paragraph, ...]:
    """Return a sentence on what is not shown here; none if it is all shown."""
    if count <= 0:
        return ()
    words = ngettext("{count} more is in the evidence.", "{count} more are in the evidence.", count)
    return (Paragraph(words, small=True),)


def nothing_yet() -> Paragraph:
    """Return a paragraph that says that a chapter is empty."""
    return Paragraph(_("Nothing here yet."))


class Numbered(Protocol):
    """A record that has an id."""

    @property
    def id(self) -> str:
        """Return its id."""


Record = TypeVar("Record", bound=Numbered)


def numbered_table(
    context: PlanContext,
    collection: str,
    records: Iterable[Record],
    columns: tuple[Column, ...],
    *,
    row: Callable[[Record], Row],
    points: float,
) -> Table:
    """Return a table with a row for each record: its reference, then the cells of `row`."""
    names = ((record, context.name(collection, record.id)) for record in records)
    rows = tuple((Cell(name, anchor=name), *row(one)) for one, name in names)
    return Table(columns, rows, points=points)
