"""Draw text, shapes, ink and pictures, in millimetres from the top left."""

import math
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from path_planner.pdf.content_stream import POINTS, ContentStream, alpha, colour, number
from path_planner.pdf.fpdf_backend import FpdfBackend
from path_planner.pdf.path_operators import (
    Outline,
    Paint,
    Stroke,
    ink_operators,
    outline_operators,
    path_operators,
)
from path_planner.pdf.text import line_operators
from path_planner.typography.fonts import Style
from path_planner.typography.glyphs import text_width
from path_planner.typography.line_breaking import Line

if TYPE_CHECKING:
    from path_planner.pdf.structure import Node


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in millimetres from the top left."""

    x: float
    y: float
    width: float
    height: float

    def touches(self, other: "Box") -> bool:
        """Whether two rectangles overlap."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )


@dataclass(frozen=True, slots=True)
class Drawing:
    """A form XObject: drawn once, placed on any number of pages."""

    name: str
    width: float
    height: float
    surface: ContentStream


class Canvas:
    """Draws on the current content stream, as content of the current structure element."""

    def __init__(self, backend: FpdfBackend) -> None:
        self.pictures: dict[bytes, str] = {}
        self.drawings: list[Drawing] = []
        self.opacities: set[float] = {1.0}
        self._backend = backend
        self._surface = ContentStream(-1, 0, 0, marked=False)
        self._node: Node | None = None
        self._view: Box | None = None

    def text_line(
        self,
        x: float,
        y: float,
        line: Line | str,
        *,
        style: Style,
        size: float,
        ink: str = "#000000",
        from_right: bool | None = None,
        turn: float = 0.0,
        opacity: float = 1.0,
    ) -> None:
        """Draw one line of text with its left end on the baseline at (x, y).

        `turn` is in degrees, clockwise; `size` in millimetres; `opacity` from 0 to 1.
        """
        given = line if isinstance(line, Line) else Line(line, text_width(line, style, size))
        right = given.from_right if from_right is None else from_right
        if not given.text.strip() or not self._in_view(x, y, size, given.width, turn):
            return
        # Screen readers join the lines of a paragraph, so the space between them is written too.
        text = f"{given.text} " if given.after else given.text
        left = x - (text_width(text, style, size) - text_width(given.text, style, size)) * right
        shown = line_operators(text, style, size * POINTS, from_right=right, backend=self._backend)
        place = self._matrix(left, y, turn)
        begin, end = self._opacity_operators(opacity)
        self._paint(f"{begin}{colour(ink)} rg BT {place} Tm {shown.glyphs} ET{end}")
        if shown.shapes:
            self._paint(f"q {begin}{colour(ink)} rg {place} cm {shown.shapes} f{end} Q")

    def _opacity_operators(self, opacity: float) -> tuple[str, str]:
        """Return the operators before and after something with this opacity."""
        if opacity >= 1:
            return "", ""
        self.opacities.add(opacity)
        return f"q /{alpha(opacity)} gs ", " Q"

    def shape(self, *outlines: Outline, paint: Paint, coarse: bool = False) -> None:
        """Draw outlines as one path; coarse ones are rounded to tenths of a point."""
        self.opacities.add(paint.opacity)
        operators = outline_operators(outlines, paint, self._surface.height, coarse=coarse)
        if operators:
            self._paint(operators)

    def ink(self, strokes: Iterable[Stroke]) -> None:
        """Draw freehand strokes in the order they were drawn."""
        drawn = list(strokes)
        self.opacities.update({pen.opacity for pen, _ in drawn})
        if drawn:
            self._paint(ink_operators(drawn, self._surface.height))

    def picture(self, data: bytes, box: Box, turn: float = 0.0, opacity: float = 1.0) -> None:
        """Draw an image (JPEG, PNG or others of Pillow) that fills the box.

        The box is turned clockwise about its centre, in degrees.
        """
        name = self.pictures.setdefault(data, f"I{len(self.pictures)}")
        begin, end = self._opacity_operators(opacity)
        centre = self._matrix(box.x + box.width / 2, box.y + box.height / 2, turn)
        width, height = box.width * POINTS, box.height * POINTS
        self._paint(
            f"{begin}q {centre} cm {number(width)} 0 0 {number(height)} "
            f"{number(-width / 2)} {number(-height / 2)} cm /{name} Do Q{end}"
        )

    @contextmanager
    def drawing(self, width: float, height: float) -> Iterator[Drawing]:
        """Draw into a form XObject that can be placed many times; it has no tags of its own."""
        name = f"D{len(self.drawings)}"
        drawing = Drawing(name, width, height, ContentStream(-1, width, height, marked=False))
        self.drawings.append(drawing)
        before, self._surface = self._surface, drawing.surface
        yield drawing
        self._surface = before

    def place(self, drawing: Drawing, x: float, y: float, scale: float = 1.0) -> None:
        """Put a drawing on the page, its top left corner at (x, y)."""
        left, low = number(x * POINTS), number(self._from_bottom(y + drawing.height * scale))
        self._paint(f"q {scale:.6g} 0 0 {scale:.6g} {left} {low} cm /{drawing.name} Do Q")

    @contextmanager
    def window(self, source: Box, x: float, y: float, scale: float = 1.0) -> Iterator[None]:
        """Clip to the part `source` of a larger drawing, with its top left corner at (x, y).

        Inside, coordinates are those of the larger drawing, scaled by `scale`.
        """
        height = self._surface.height
        self._surface.state(
            f"q {number(x * POINTS)} {number(self._from_bottom(y + source.height * scale))} "
            f"{number(source.width * scale * POINTS)} "
            f"{number(source.height * scale * POINTS)} re W n "
            f"{scale:.6g} 0 0 {scale:.6g} {number((x - scale * source.x) * POINTS)} "
            f"{number((height - y + scale * (source.y - height)) * POINTS)} cm"
        )
        before, self._view = self._view, source
        yield
        self._view = before
        self._surface.state("Q")

    @contextmanager
    def clipped(self, outline: Outline) -> Iterator[None]:
        """Draw only what lies inside an outline, by the even-odd rule."""
        self._surface.state(f"q {path_operators(outline, self._surface.height)} W* n")
        yield
        self._surface.state("Q")

    def _paint(self, operators: str | bytes) -> None:
        self._surface.paint(operators, self._node)

    def _from_bottom(self, y: float) -> float:
        return (self._surface.height - y) * POINTS

    def _matrix(self, x: float, y: float, turn: float) -> str:
        place = f"{number(x * POINTS)} {number(self._from_bottom(y))}"
        if not turn:
            return f"1 0 0 1 {place}"
        sine, cosine = math.sin(math.radians(-turn)), math.cos(math.radians(-turn))
        return f"{cosine:.5f} {sine:.5f} {-sine:.5f} {cosine:.5f} {place}"

    def _in_view(self, x: float, y: float, size: float, width: float, turn: float) -> bool:
        if self._view is None:
            return True
        reach = max(width, size)
        rotated_area = Box(x - reach, y - reach, 2 * reach, 2 * reach)
        line_area = Box(x, y - 1.2 * size, width, 1.8 * size)
        return self._view.touches(rotated_area if turn else line_area)
