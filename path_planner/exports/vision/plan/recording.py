"""A book that is told instead of drawn: its chapters leave behind words, tags and ink."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from path_planner.pdf.canvas import Box
from path_planner.pdf.document import Document
from path_planner.pdf.flow import PageStyle
from path_planner.pdf.metadata import Metadata
from path_planner.pdf.path_operators import Outline, Paint
from path_planner.pdf.report import Report
from path_planner.pdf.stroke_operators import Stroke
from path_planner.pdf.structure import Anchor, Content, Node
from path_planner.typography.fonts import DOCUMENT_BOLD, Style
from path_planner.typography.line_breaking import Line


@dataclass(frozen=True, slots=True)
class Said:
    """Words as they were set in one line, with what stood between them and the next line."""

    text: str
    bold: bool = False
    size: float = 0.0
    from_right: bool = False
    anchors: tuple[str, ...] = ()
    """Names that links lead to, which stand before these words."""


@dataclass(frozen=True, slots=True)
class Inked:
    """A drawing: the size of its sheet, and its strokes."""

    width: float
    height: float
    strokes: tuple[Stroke, ...]


class Told(Document):
    """Keeps the tree of the document; the stretches of its nodes are places in `said`."""

    def __init__(self, facts: Metadata) -> None:
        super().__init__(facts)
        self.said: list[Said] = []
        self.inked: dict[int, Inked] = {}
        """Drawings by the identity of their figure."""
        self._waiting: list[str] = []

    def text_line(
        self,
        _x: float,
        _y: float,
        line: Line | str,
        *,
        style: Style,
        size: float,
        ink: str = "",
        from_right: bool | None = None,
        turn: float = 0.0,
        opacity: float = 1.0,
    ) -> None:
        """Keep words for the element in hand; what only decorates is left out."""
        del ink, turn, opacity
        if self._node is None:
            return
        given = line if isinstance(line, Line) else Line(line, 0.0)
        right = given.from_right if from_right is None else from_right
        words = Said(
            given.text + given.after, style == DOCUMENT_BOLD, size, right, tuple(self._waiting)
        )
        self._waiting.clear()
        self._node.children.append(Content(self.here, len(self.said)))
        self.said.append(words)

    def anchor(self, name: str, top: float) -> Anchor:
        """Let links lead to the words that come next."""
        self._waiting.append(name)
        return super().anchor(name, top)

    def shape(self, *outlines: Outline, paint: Paint, coarse: bool = False) -> None:
        """Leave out what only decorates."""

    def picture(self, data: bytes, box: Box, turn: float = 0.0, opacity: float = 1.0) -> None:
        """Leave out pictures made of dots: no chapter has any."""

    @contextmanager
    def window(self, source: Box, x: float, y: float, scale: float = 1.0) -> Iterator[None]:
        """Keep the size of what is shown, for the ink in it; words in it belong to a picture."""
        del x, y, scale
        before = self._view, self._here
        self._view, self._here = source, Node("NonStruct")
        yield
        self._view, self._here = before

    def ink(self, strokes: Iterable[Stroke]) -> None:
        """Keep a drawing for its figure."""
        if self._node is not None and self._node.role == "Figure" and self._view is not None:
            view = self._view
            self.inked[id(self._node)] = Inked(view.width, view.height, tuple(strokes))

    def words_of(self, node: Node) -> list[Said]:
        """Return the words that stand in a node itself."""
        return [self.said[one.mark] for one in node.children if isinstance(one, Content)]


class ToldBook(Report):
    """A book whose pages nobody sees."""

    def __init__(self, facts: Metadata, *, look: PageStyle) -> None:
        super().__init__(facts, look=look)
        self.told = Told(facts)
        self.document = self.told
        self.new_page()
