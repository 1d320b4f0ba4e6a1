"""Measure the width and height of lines, in the unit of the given font size."""

from dataclasses import dataclass
from functools import cache, lru_cache

from path_planner.typography.bidi import Run, pieces_in_runs, runs
from path_planner.typography.fonts import FontFile, Style, font
from path_planner.typography.glyphs import shape
from path_planner.typography.segmentation import one_line


@dataclass(frozen=True, slots=True)
class LineMetrics:
    """The ascent and descent of a line, above and below the baseline."""

    ascent: float
    descent: float

    @property
    def line(self) -> float:
        """The line height: the distance from one baseline to the next."""
        return self.ascent + self.descent

    def times(self, size: float) -> "LineMetrics":
        """Return the metrics scaled to a font size."""
        return LineMetrics(self.ascent * size, self.descent * size)


def text_width(text: str, style: Style, size: float = 1.0) -> float:
    """Return the width of a line of text, in the unit of `size`."""
    return size * sum(width for _, width in piece_widths(text, style))


def piece_widths(text: str, style: Style) -> list[tuple[str, float]]:
    """Return the pieces a line is shaped in, each with its width in ems."""
    return [
        (piece, _runs_width(piece_runs, style.bold))
        for piece, piece_runs in pieces_in_runs(one_line(text), style.stack)
    ]


def line_metrics(text: str, style: Style, size: float = 1.0) -> LineMetrics:
    """Return the metrics of lines of this text: the maximum over the fonts that it uses."""
    return _ems(text, style).times(size)


@lru_cache(maxsize=8192)
def _ems(text: str, style: Style) -> LineMetrics:
    faces = {style.stack.face, *(run.face for run in runs(text, style.stack))}
    metrics = [_face_height(face, style.bold) for face in faces]
    return LineMetrics(max(each.ascent for each in metrics), max(each.descent for each in metrics))


@lru_cache(maxsize=65536)
def _runs_width(piece_runs: tuple[Run, ...], bold: bool) -> float:
    return sum(shape(run, bold, run.face.right_to_left).width for run in piece_runs)


@cache
def _face_height(face: FontFile, bold: bool) -> LineMetrics:
    loaded = font(face, bold)
    return LineMetrics(loaded.ascent, loaded.descent)
