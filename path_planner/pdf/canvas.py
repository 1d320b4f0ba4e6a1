"""Drawing in millimetres from the top left: words, shapes, ink and pictures."""

import math
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from path_planner.lettering.fonts import Style
from path_planner.lettering.measure import width
from path_planner.lettering.wrap import Line
from path_planner.pdf.ink import Stroke, ink_operators
from path_planner.pdf.outlines import Outline, Paint, outline_operators
from path_planner.pdf.surface import POINTS, Surface, alpha, colour, number
from path_planner.pdf.text import shown_line
from path_planner.pdf.typesetter import Typesetter

if TYPE_CHECKING:
    from path_planner.pdf.structure import Node


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in millimetres from the top left."""

    x: float
    y: float
    wide: float
    tall: float

    def touches(self, other: "Box") -> bool:
        """Tell whether two rectangles share any place."""
        return (
            self.x < other.x + other.wide
            and other.x < self.x + self.wide
            and self.y < other.y + other.tall
            and other.y < self.y + self.tall
        )


@dataclass(frozen=True, slots=True)
class Drawing:
    """Something drawn once, to be placed on any number of pages."""

    name: str
    wide: float
    tall: float
    surface: Surface


class Canvas:
    """Draws on the surface in front, for the element in hand; knows nothing of pages and tags."""

    def __init__(self, typesetter: Typesetter) -> None:
        self.pictures: dict[bytes, str] = {}
        self.drawings: list[Drawing] = []
        self.opacities: set[float] = {1.0}
        self._typesetter = typesetter
        self._surface = Surface(-1, 0, 0, marked=False)
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
        """Draw one line of words with its left end standing at (x, y), turned clockwise."""
        given = line if isinstance(line, Line) else Line(line, width(line, style, size))
        right = given.from_right if from_right is None else from_right
        if not given.text.strip() or not self._in_view(x, y, size, given.width, turn):
            return
        # Readers join the lines of a paragraph: the space between them is kept, though unseen.
        text = f"{given.text} " if given.after else given.text
        left = x - (width(text, style, size) - width(given.text, style, size)) * right
        shown = shown_line(
            text, style, size * POINTS, from_right=right, typesetter=self._typesetter
        )
        place = self._matrix(left, y, turn)
        begin, end = self._veil(opacity)
        self._paint(f"{begin}{colour(ink)} rg BT {place} Tm {shown.glyphs} ET{end}")
        if shown.shapes:
            self._paint(f"q {begin}{colour(ink)} rg {place} cm {shown.shapes} f{end} Q")

    def _veil(self, opacity: float) -> tuple[str, str]:
        """Return what to write before and after something that lets what lies behind through."""
        if opacity >= 1:
            return "", ""
        self.opacities.add(opacity)
        return f"q /{alpha(opacity)} gs ", " Q"

    def shape(self, *outlines: Outline, paint: Paint, coarse: bool = False) -> None:
        """Draw outlines, all painted in one go; coarse ones keep to tenths of a point."""
        self.opacities.add(paint.opacity)
        operators = outline_operators(outlines, paint, self._surface.tall, coarse=coarse)
        if operators:
            self._paint(operators)

    def ink(self, strokes: Iterable[Stroke]) -> None:
        """Draw freehand strokes in the order they were drawn."""
        found = list(strokes)
        self.opacities.update({pen.opacity for pen, _ in found})
        if found:
            self._paint(ink_operators(found, self._surface.tall))

    def picture(self, data: bytes, box: Box, turn: float = 0.0, opacity: float = 1.0) -> None:
        """Draw a photograph or another picture made of dots, filling the box.

        Then the box is turned clockwise about its middle.
        """
        name = self.pictures.setdefault(data, f"I{len(self.pictures)}")
        begin, end = self._veil(opacity)
        middle = self._matrix(box.x + box.wide / 2, box.y + box.tall / 2, turn)
        wide, tall = box.wide * POINTS, box.tall * POINTS
        self._paint(
            f"{begin}q {middle} cm {number(wide)} 0 0 {number(tall)} "
            f"{number(-wide / 2)} {number(-tall / 2)} cm /{name} Do Q{end}"
        )

    @contextmanager
    def drawing(self, wide: float, tall: float) -> Iterator[Drawing]:
        """Draw into something that can be placed again and again; a reader takes it as one."""
        name = f"D{len(self.drawings)}"
        made = Drawing(name, wide, tall, Surface(-1, wide, tall, marked=False))
        self.drawings.append(made)
        before, self._surface = self._surface, made.surface
        yield made
        self._surface = before

    def place(self, drawing: Drawing, x: float, y: float, scale: float = 1.0) -> None:
        """Put a drawing on the page, its top left corner at (x, y)."""
        left, low = number(x * POINTS), number(self._up(y + drawing.tall * scale))
        self._paint(f"q {scale:.6g} 0 0 {scale:.6g} {left} {low} cm /{drawing.name} Do Q")

    @contextmanager
    def window(self, source: Box, x: float, y: float, scale: float = 1.0) -> Iterator[None]:
        """Show a part of something larger with its top left at (x, y); draw in its own places."""
        tall = self._surface.tall
        self._surface.state(
            f"q {number(x * POINTS)} {number(self._up(y + source.tall * scale))} "
            f"{number(source.wide * scale * POINTS)} {number(source.tall * scale * POINTS)} re W n "
            f"{scale:.6g} 0 0 {scale:.6g} {number((x - scale * source.x) * POINTS)} "
            f"{number((tall - y + scale * (source.y - tall)) * POINTS)} cm"
        )
        before, self._view = self._view, source
        yield
        self._view = before
        self._surface.state("Q")

    def _paint(self, operators: str | bytes) -> None:
        self._surface.paint(operators, self._node)

    def _up(self, y: float) -> float:
        return (self._surface.tall - y) * POINTS

    def _matrix(self, x: float, y: float, turn: float) -> str:
        place = f"{number(x * POINTS)} {number(self._up(y))}"
        if not turn:
            return f"1 0 0 1 {place}"
        sine, cosine = math.sin(math.radians(-turn)), math.cos(math.radians(-turn))
        return f"{cosine:.5f} {sine:.5f} {-sine:.5f} {cosine:.5f} {place}"

    def _in_view(self, x: float, y: float, size: float, wide: float, turn: float) -> bool:
        if self._view is None:
            return True
        reach = max(wide, size)
        around = Box(x - reach, y - reach, 2 * reach, 2 * reach)
        along = Box(x, y - 1.2 * size, wide, 1.8 * size)
        return self._view.touches(around if turn else along)
