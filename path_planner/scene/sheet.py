"""A printed sheet, built up from boxes with words, frames and stamps, with its reading order.

Lengths are millimetres. What stands on a sheet never leaves its box: it is set smaller, and below
the smallest size that can be read it ends in “…”.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from math import pi

from path_planner import stamps
from path_planner.i18n import is_rtl
from path_planner.scene import hand_drawn
from path_planner.scene.geometry import Box
from path_planner.scene.marks import lines_of_stamp
from path_planner.scene.model import INK, Kind, Node, Part, Role, Scene, Shape, Text
from path_planner.scene.shapes import rounded_box
from path_planner.typography.bidi import reads_from_right
from path_planner.typography.fonts import DOCUMENT, Style
from path_planner.typography.glyphs import text_width
from path_planner.typography.line_breaking import Fitted, Line, fit
from path_planner.typography.segmentation import clusters

POINT = 25.4 / 72
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Type:
    """How words are set: the largest and smallest size in points, style, ink and place."""

    largest: float
    smallest: float
    style: Style = DOCUMENT
    ink: str = INK
    centred: bool = False
    """In the middle between left and right; otherwise on the side where reading begins."""
    down: float = 0.0
    """Where in the height of the box the words stand: 0 at the top, 0.5 in the middle, 1 below."""


@dataclass
class _Step:
    """A step of the reading order while it is being filled."""

    id: str
    kind: Kind
    alt: str = ""
    children: list["_Step"] = field(default_factory=list)

    @classmethod
    def of(cls, node: Node) -> "_Step":
        return cls(node.id, node.kind, node.alt, [cls.of(child) for child in node.children])

    def frozen(self) -> Node:
        return Node(self.id, self.kind, tuple(child.frozen() for child in self.children), self.alt)


class Sheet:
    """A sheet of paper that is filled from box to box."""

    def __init__(self, width: float, height: float, title: str, language: str) -> None:
        self.width = width
        self.height = height
        self.title = title
        self.language = language
        self.mirrored = is_rtl(language)
        self._painting: list[Part] = []
        self._root = _Step("sheet", Kind.SECTION)
        self._open = [self._root]
        self._count = 0

    @property
    def box(self) -> Box:
        """The whole sheet."""
        return Box(0, 0, self.width, self.height)

    @contextmanager
    def inside(self, kind: Kind, alt: str = "") -> Iterator[str]:
        """Add a step to the reading order: what is written inside belongs to it; yield its id."""
        step = self._step(kind, alt)
        self._open.append(step)
        yield step.id
        self._open.pop()

    def words(self, words: str, box: Box, type_: Type, kind: Kind | None = Kind.PARAGRAPH) -> float:
        """Write words into a box; return the y of their end.

        Without a kind they belong to the step that is open.
        """
        if not words.strip() or box.width <= 0 or box.height <= 0:
            return box.y
        step = self._open[-1] if kind is None else self._step(kind)
        lines, end = set_in_box(words, box, type_, step.id)
        self._painting += lines
        return end

    def frame(
        self,
        box: Box,
        *,
        fill: str | None = None,
        line: str | None = None,
        width: float = 0.4,
        dash: tuple[float, ...] = (),
        radius: float = 2.0,
    ) -> None:
        """Draw a rectangle with round corners, as decoration."""
        outline = rounded_box(box, min(radius, box.width / 2, box.height / 2))
        role = Role.CARD if line else Role.GROUND
        self._painting.append(Shape(outline, role, fill, line, width, dash))

    def line(
        self,
        points: Sequence[hand_drawn.Point],
        *,
        ink: str = INK,
        width: float = 0.4,
        dash: tuple[float, ...] = (),
    ) -> None:
        """Draw a line through points, as decoration."""
        path = hand_drawn.polygon(points, closed=False)
        self._painting.append(Shape(path, Role.LINE, None, ink, width, dash))

    def ruled(self, box: Box, pitch: float, ink: str) -> None:
        """Draw lines to write on, this far from each other, as decoration."""
        count = int(box.height / pitch + 1e-6)
        for number in range(1, count + 1):
            y = box.y + number * pitch
            self.line([(box.x, y), (box.right, y)], ink=ink, width=0.25)

    def stamp(self, icon: str, box: Box, ink: str = INK) -> None:
        """Draw a stamp as decoration: the words beside it say the same."""
        if not stamps.has(icon):
            return
        drawn = stamps.find(icon)
        scale = min(box.width, box.height) / drawn.size

        def onto_sheet(point: hand_drawn.Point) -> hand_drawn.Point:
            return box.x + point[0] * scale, box.y + point[1] * scale

        outline = hand_drawn.mapped(lines_of_stamp(icon), onto_sheet)
        self._painting.append(Shape(outline, Role.SIGN, None, ink, drawn.line * scale))

    def add(self, parts: Sequence[Part], nodes: Sequence[Node] = ()) -> None:
        """Add parts that were laid out elsewhere, and steps of the reading order for them."""
        self._painting += parts
        self._open[-1].children += [_Step.of(node) for node in nodes]

    @contextmanager
    def upside_down_again(self, about: hand_drawn.Point) -> Iterator[None]:
        """Draw what is drawn inside once more, turned by half a circle: it is read once."""
        start = len(self._painting)
        yield
        self._painting += [_half_turned(part, about) for part in self._painting[start:]]

    def flipped(self, box: Box, inside: Box) -> Box:
        """Return a box mirrored within another where reading begins on the right."""
        if not self.mirrored:
            return box
        return replace(box, x=inside.x + inside.right - box.right)

    def scene(self) -> Scene:
        """Return the sheet as a scene, whose unit is a millimetre."""
        return Scene(
            title=self.title,
            language=self.language,
            width=self.width,
            height=self.height,
            painting=tuple(self._painting),
            reading=self._root.frozen(),
            cards=(),
            regions=(),
        )

    def _step(self, kind: Kind, alt: str = "") -> _Step:
        self._count += 1
        step = _Step(f"s{self._count}", kind, alt)
        self._open[-1].children.append(step)
        return step


def set_in_box(words: str, box: Box, type_: Type, node: str = "") -> tuple[list[Text], float]:
    """Lay out words in a box; return their lines, and the y of their end."""
    largest, smallest = type_.largest * POINT, type_.smallest * POINT
    fitted = fit(words, box.width, box.height, type_.style, largest=largest, smallest=smallest)
    fitted = _shortened(fitted, box, type_.style)
    top = box.y + max(0.0, box.height - fitted.height) * type_.down
    lines = [
        Text(
            words=line.text,
            x=box.x + _spare(line, box, type_),
            baseline=baseline,
            size=fitted.size,
            width=line.width,
            colour=type_.ink,
            style=type_.style,
            from_right=line.from_right,
            node=node,
            after=line.after,
        )
        for baseline, line in fitted.baselines(top)
        if line.text.strip()
    ]
    return lines, top + fitted.height


def _spare(line: Line, box: Box, type_: Type) -> float:
    spare = box.width - line.width
    return spare / 2 if type_.centred else spare if line.from_right else 0.0


def _shortened(fitted: Fitted, box: Box, style: Style) -> Fitted:
    """Return a text without the lines that its box does not hold, and with “…” in their place."""
    most = max(1, int(box.height / fitted.metrics.line + 1e-6))
    if len(fitted.lines) <= most:
        return fitted
    last = fitted.lines[most - 1]
    letters = clusters(last.text)
    while letters and text_width("".join(letters) + ELLIPSIS, style, fitted.size) > box.width:
        letters.pop()
    text = "".join(letters).rstrip() + ELLIPSIS
    width = text_width(text, style, fitted.size)
    end = Line(text, width, reads_from_right(text), "\n")
    return replace(fitted, lines=(*fitted.lines[: most - 1], end))


def _half_turned(part: Part, about: hand_drawn.Point) -> Part:
    if isinstance(part, Shape):
        return replace(part, outline=hand_drawn.turned(part.outline, pi, about), node="")
    if isinstance(part, Text):
        x, y = hand_drawn.turned_point((part.x, part.baseline), pi, about)
        return replace(part, x=x, baseline=y, turn=part.turn + pi, node="")
    return part
