"""The drawings that people agreed to show, as figure blocks with alternative text."""

from collections.abc import Iterator, Sequence

from path_planner.domain.base import sorted_records
from path_planner.domain.vision.sources import Drawing
from path_planner.exports.vision.plan.blocks import Block, Figure, Figures, References
from path_planner.exports.vision.plan.chapter import Chapter
from path_planner.exports.vision.plan.context import PlanContext
from path_planner.i18n import N_, _
from path_planner.pdf.stroke_operators import Pen, Stroke


def figures_of(context: PlanContext, drawings: Sequence[Drawing]) -> Figures:
    """Return drawings with their words, and where each was drawn."""
    return Figures(tuple(_figure(context, drawing) for drawing in drawings))


def _figure(context: PlanContext, drawing: Drawing) -> Figure:
    source = context.name("sources", drawing.source)
    words = drawing.words or _("A drawing of source {name}", name=source)
    where = context.refs("sources", [drawing.source])
    return Figure(words, References(_("Drawn in:"), where, points=9), drawing)


def strokes_of(drawing: Drawing, scale: float) -> list[Stroke]:
    """Return the strokes of a drawing in millimetres; `scale` is millimetres per unit."""
    return [
        (
            Pen(stroke.pen.colour, stroke.pen.width * scale, stroke.pen.opacity),
            [
                (x * scale, y * scale)
                for x, y in zip(stroke.points[::2], stroke.points[1::2], strict=True)
            ],
        )
        for stroke in sorted(drawing.strokes, key=lambda stroke: (stroke.order, stroke.id))
    ]


def loose(context: PlanContext) -> list[Drawing]:
    """Return the drawings that are in no theme."""
    return [
        drawing
        for drawing in sorted_records(context.vision.drawings)
        if drawing.theme not in context.vision.themes
    ]


def content(context: PlanContext) -> Iterator[Block]:
    """Show all of them; without any, the chapter has nothing in it."""
    drawings = loose(context)
    if drawings:
        yield figures_of(context, drawings)


CHAPTER = Chapter("drawings", N_("What people drew"), content, runs_on=True)
