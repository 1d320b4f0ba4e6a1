"""The ink of a tablecloth in a report: a figure, with what it is in words."""

from collections.abc import Sequence

from path_planner.domain.event.event import Event
from path_planner.domain.marks import Stroke
from path_planner.pdf.path_operators import Pen
from path_planner.pdf.report import Report
from path_planner.scene.cloth import words_for_ink
from path_planner.scene.wall.marks import box_of_mark

_WIDEST, _HIGHEST = 120.0, 75.0
"""The largest width and height of a drawing in millimetres."""
_LARGEST = 0.15
"""The largest scale, in millimetres a unit of the cloth: a short line stays a short line."""


def draw_ink(report: Report, event: Event, round_id: str, strokes: Sequence[Stroke]) -> None:
    """Draw what a round left on a cloth, as large as there is room for it."""
    if not strokes:
        return
    boxes = [box_of_mark(stroke) for stroke in strokes]
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    width = max(box.right for box in boxes) - left
    height = max(box.bottom for box in boxes) - top
    scale = min(_LARGEST, min(_WIDEST, report.width) / width, _HIGHEST / height)
    with report.figure(words_for_ink(event, round_id, len(strokes)), height * scale) as place:
        x = place.x + (place.width - width * scale if report.mirrored else 0.0)
        report.document.ink(
            (
                Pen(stroke.pen.colour, stroke.pen.width * scale, stroke.pen.opacity),
                [
                    (x + (across - left) * scale, place.y + (down - top) * scale)
                    for across, down in zip(stroke.points[::2], stroke.points[1::2], strict=True)
                ],
            )
            for stroke in strokes
        )
    report.space(report.page_style.size * 0.55)
