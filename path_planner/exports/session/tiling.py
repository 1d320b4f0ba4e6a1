"""Tiled posters: a poster on several sheets to glue together, with a map of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil

from path_planner.exports.base import Paper
from path_planner.exports.scene_to_pdf import PdfSceneRenderer
from path_planner.i18n import _, ngettext
from path_planner.pdf.canvas import Box
from path_planner.pdf.canvas import Drawing as Placed
from path_planner.pdf.document import Document
from path_planner.pdf.path_operators import Paint, polygon, rectangle, rounded
from path_planner.scene.hand_drawn import extent
from path_planner.scene.model import Drawing, Part, Photograph, Scene, Shape, Text
from path_planner.typography.fonts import DOCUMENT, DOCUMENT_BOLD, Style
from path_planner.typography.glyphs import text_width
from path_planner.typography.line_breaking import fit


@dataclass(frozen=True, slots=True)
class Layer:
    """A line of text, or a form XObject, and the part of the poster that it covers."""

    node: str
    box: Box
    home: Box
    """Where its upper left corner is placed."""
    placed: Placed | None = None
    text: Text | None = None


def layers_of(pencil: PdfSceneRenderer) -> list[Layer]:
    """Return the scene as layers in z-order; consecutive shapes are one layer."""
    return [
        layer
        for key, parts in groupby(pencil.scene.painting, key=_together)
        for layer in _layers(pencil, key, list(parts))
    ]


def _together(part: Part) -> tuple[str, str, int]:
    """Return a grouping key: consecutive parts with the same key make one layer."""
    alone = 0 if isinstance(part, Shape | Text) else id(part)
    return type(part).__name__, part.node if not isinstance(part, Text) else "", alone


def _layers(
    pencil: PdfSceneRenderer, key: tuple[str, str, int], parts: list[Part]
) -> Iterator[Layer]:
    first = parts[0]
    if isinstance(first, Text):
        lines = (part for part in parts if isinstance(part, Text))
        yield from (_line(text, pencil.scale) for text in lines)
    elif isinstance(first, Drawing):
        box = _scaled([_box(first)], pencil.scale)
        yield Layer(first.node, box, box, pencil.as_placed(first))
    else:
        yield _drawn_once(pencil, key[1], parts)


def _line(text: Text, scale: float) -> Layer:
    height, width = text.size * scale, text.width * scale
    x, y = text.x * scale, text.baseline * scale
    box = Box(x, y - 1.2 * height, width, 1.8 * height)
    if text.turn:
        reach = max(width, 1.2 * height)
        box = Box(x - reach, y - reach, 2 * reach, 2 * reach)
    return Layer(text.node, box, box, text=text)


def _drawn_once(pencil: PdfSceneRenderer, node: str, parts: Iterable[Part]) -> Layer:
    scene, scale = pencil.scene, pencil.scale
    shown = [part for part in parts if not isinstance(part, Text)]
    with pencil.document.drawing(scene.width * scale, scene.height * scale) as made:
        for part in shown:
            pencil.drawn(part)
    return Layer(node, _scaled([_box(part) for part in shown], scale), Box(0, 0, 0, 0), made)


def _box(part: Drawing | Photograph | Shape) -> Box:
    """Return a bounding box of a part, its line included, for any rotation."""
    if isinstance(part, Shape):
        around = extent(part.outline)
        edge = part.width / 2
    else:
        around = part.box
        # A rotated photo reaches no farther than half its diagonal.
        turned = isinstance(part, Photograph) and part.turn
        edge = (around.width + around.height) / 4 if turned else 0.0
    return Box(around.x - edge, around.y - edge, around.width + 2 * edge, around.height + 2 * edge)


def _scaled(boxes: list[Box], scale: float) -> Box:
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right = max(box.x + box.width for box in boxes)
    bottom = max(box.y + box.height for box in boxes)
    return Box(left * scale, top * scale, (right - left) * scale, (bottom - top) * scale)


MARGIN = 10.0
"""The unprintable margin of printers, in millimetres."""
OVERLAP = 10.0
"""The overlap of neighbouring sheets in millimetres, for the glue."""
_LEAST, _MOST = 0.9, 1.1
"""How much smaller and larger than asked a tiled poster may be."""
_MARK = Paint(stroke="#000000", width=0.2)
_GRID = Paint(stroke="#B3261E", width=0.4)
_LABEL = Paint(fill="#FFFFFF", stroke="#B3261E", width=0.4)
_INK = "#1B1B1B"


@dataclass(frozen=True, slots=True)
class Grid:
    """The grid of sheets that cover a poster, all with parts of one size."""

    sheet: tuple[float, float]
    poster: tuple[float, float]
    columns: int
    rows: int

    @property
    def window(self) -> tuple[float, float]:
        """Return the width and height of the part of the poster that each sheet shows."""
        return (
            (self.poster[0] - OVERLAP) / self.columns + OVERLAP,
            (self.poster[1] - OVERLAP) / self.rows + OVERLAP,
        )

    def shows(self, row: int, column: int) -> Box:
        """Return the part of the poster on a sheet; row and column count from 0."""
        width, height = self.window
        return Box(column * (width - OVERLAP), row * (height - OVERLAP), width, height)

    def places(self) -> Iterator[tuple[int, int]]:
        """Yield row and column of every sheet, row by row."""
        for row in range(self.rows):
            for column in range(self.columns):
                yield row, column

    def in_words(self) -> str:
        """Return how many sheets there are, and how large they are when joined."""
        return ngettext(
            "{count} sheet and a map of it: {width} × {height} cm when joined.",
            "{count} sheets and a map of them: {width} × {height} cm when joined.",
            self.rows * self.columns,
            width=round(self.poster[0] / 10),
            height=round(self.poster[1] / 10),
        )


def grid_for(poster: tuple[float, float], paper: Paper) -> Grid:
    """Return the grid that needs the fewest sheets, for a poster of about this size.

    The poster is made a little smaller or larger, so that it fills whole sheets.
    """
    grids = [
        grid
        for sheet in (paper.size, paper.size[::-1])
        for columns in range(1, _most(poster[0], sheet[0]) + 1)
        for rows in range(1, _most(poster[1], sheet[1]) + 1)
        if (grid := _filled(sheet, poster, columns, rows)).poster[0] >= _LEAST * poster[0]
    ]
    return min(grids, key=lambda grid: (grid.rows * grid.columns, -grid.poster[0]))


def _filled(
    sheet: tuple[float, float], poster: tuple[float, float], columns: int, rows: int
) -> Grid:
    """Return a grid with the largest poster that fits it, within limits."""
    spans = [
        _step(side) * count + OVERLAP for side, count in zip(sheet, (columns, rows), strict=True)
    ]
    scale = min(_MOST, *(span / side for span, side in zip(spans, poster, strict=True)))
    return Grid(sheet, (poster[0] * scale, poster[1] * scale), columns, rows)


def _step(side: float) -> float:
    """Return how much of a poster a sheet adds that joins another."""
    return side - 2 * MARGIN - OVERLAP


def _most(length: float, side: float) -> int:
    return max(1, ceil((_MOST * length - OVERLAP) / _step(side)))


def tile_poster(
    document: Document, scene: Scene, poster: tuple[float, float], paper: Paper
) -> None:
    """Draw the map and all sheets."""
    grid = grid_for(poster, paper)
    tiler = _Tiler(document, scene, grid)
    tiler.map_page()
    for row, column in grid.places():
        tiler.sheet(row, column)
    tiler.pencil.put_lines_in_order()


class _Tiler:
    def __init__(self, document: Document, scene: Scene, grid: Grid) -> None:
        self.document = document
        self.scene = scene
        self.grid = grid
        # In the reading order the map comes before the poster, too.
        self.guide = document.branch("Sect")
        self.pencil = PdfSceneRenderer(
            document, scene, grid.poster[0] / scene.width, in_pieces=True
        )
        self.layers = layers_of(self.pencil)
        self.shown: set[str] = set()

    def map_page(self) -> None:
        """Draw the map of the sheets, and instructions."""
        width, height = max(self.grid.sheet), min(self.grid.sheet)
        self.document.page(width, height)
        below = self._instructions(width, height)
        scale = min((width - 30) / self.grid.poster[0], (height - below - 20) / self.grid.poster[1])
        left = (width - self.grid.poster[0] * scale) / 2
        whole = Box(0, 0, *self.grid.poster)
        with self.document.artifact():
            with self.document.window(whole, left, below, scale):
                for layer in self.layers:
                    if layer.placed:
                        self.document.place(layer.placed, layer.home.x, layer.home.y)
                    if layer.text:
                        self.pencil.letters(layer.text)
            self._lines_of_map(left, below, scale)

    def _instructions(self, width: float, height: float) -> float:
        rows, columns = self.grid.rows, self.grid.columns
        said: Sequence[tuple[str, Style]] = (
            (_("How to join up this poster"), DOCUMENT_BOLD),
            (
                _(
                    "{count} sheets: {rows} rows of {columns} sheets.",
                    count=rows * columns,
                    rows=rows,
                    columns=columns,
                ),
                DOCUMENT,
            ),
            (
                _("Print at 100%, not “fit to page”. The corners of each sheet have cut marks."),
                DOCUMENT,
            ),
            (
                _(
                    "Trim the left and top edge of each sheet along the marks, "
                    "if it joins another sheet. Lay it over the sheet before "
                    "it: they overlap by {overlap} mm. Glue or tape them.",
                    overlap=round(OVERLAP),
                ),
                DOCUMENT,
            ),
        )
        top = MARGIN + 4
        with self.document.inside(self.guide):
            for words, style in said:
                top = self._paragraph(words, style, Box(15, top, width - 30, height / 6)) + 1.5
        return top + 4

    def _paragraph(self, words: str, style: Style, box: Box) -> float:
        largest = 7.0 if style.bold else 4.4
        fitted = fit(words, box.width, box.height, style, largest=largest, smallest=2.5)
        with self.document.tag("P"):
            for baseline, line in fitted.baselines(box.y):
                self.document.text_line(
                    box.x, baseline, line, style=style, size=fitted.size, ink=_INK
                )
        return box.y + fitted.height

    def _lines_of_map(self, left: float, top: float, scale: float) -> None:
        for row, column in self.grid.places():
            part = self.grid.shows(row, column)
            x, y = left + part.x * scale, top + part.y * scale
            self.document.shape(
                rectangle(x, y, part.width * scale, part.height * scale), paint=_GRID
            )
            size = min(7.0, part.height * scale / 3)
            words = f"{row + 1}/{column + 1}"
            width = text_width(words, DOCUMENT_BOLD, size)
            label = rounded(x + 1, y + 1, width + size * 0.6, size * 1.3, size * 0.3)
            self.document.shape(label, paint=_LABEL)
            self.document.text_line(
                x + 1 + size * 0.3,
                y + 1 + size,
                words,
                style=DOCUMENT_BOLD,
                size=size,
                ink="#B3261E",
            )

    def sheet(self, row: int, column: int) -> None:
        """Draw one sheet: its part of the poster, cut marks and position."""
        self.document.page(*self.grid.sheet)
        part = self.grid.shows(row, column)
        with self.document.window(part, MARGIN, MARGIN):
            for layer in self.layers:
                if layer.box.touches(part):
                    self._layer(layer)
        with self.document.artifact():
            self._marks(part, row, column)

    def _layer(self, layer: Layer) -> None:
        if layer.text:
            self.pencil.text(layer.text)
        if not layer.placed:
            return
        # A drawing is tagged once, on the sheet that shows it first.
        first = layer.node not in self.shown
        self.shown.add(layer.node)
        with self.pencil.belonging(layer.node if first else ""):
            self.document.place(layer.placed, layer.home.x, layer.home.y)

    def _marks(self, part: Box, row: int, column: int) -> None:
        left, top = MARGIN, MARGIN
        right, low = left + part.width, top + part.height
        for x in (left, right):
            for y in (top, low):
                out_x, out_y = (-1 if x == left else 1), (-1 if y == top else 1)
                level = polygon([(x + out_x, y), (x + 6 * out_x, y)], closed=False)
                upright = polygon([(x, y + out_y), (x, y + 6 * out_y)], closed=False)
                self.document.shape(level, upright, paint=_MARK)
        label = _(
            "Row {row} of {rows}, sheet {column} of {columns}",
            row=row + 1,
            rows=self.grid.rows,
            column=column + 1,
            columns=self.grid.columns,
        )
        self.document.text_line(
            left + 12, low + 5.5, label, style=DOCUMENT, size=3.2, ink="#444444"
        )
