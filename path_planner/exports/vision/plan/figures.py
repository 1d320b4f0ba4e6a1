"""The drawings that people agreed to show, as figure blocks with alternative text."""

from collections.abc import Iterator, Sequence

from path_planner.domain.base import sorted_records
from path_planner.domain.vision.sources import Drawing
from path_planner.exports.vision.plan.blocks import (
    Block,
    Chapter,
    Figure,
    Figures,
    References,
    more,
)
from path_planner.exports.vision.plan.context import PlanContext
from path_planner.i18n import N_, _
from path_planner.pdf.path_operators import Pen, Stroke


def figures_of(context: PlanContext, drawings: Sequence[Drawing]) -> Figures:
    """Return drawings with their words, and where each was drawn."""
    return Figures(tuple(_figure(context, drawing) for drawing in drawings))


def _figure(context: PlanContext, drawing: Drawing) -> Figure:
    where = context.refs("sources", [drawing.source])
    return Figure(drawing.words, References(_("Drawn in:"), where, points=9), drawing)


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


def captioned(context: PlanContext) -> list[Drawing]:
    """Return the drawings that have words: without any, nobody can tell what a drawing says."""
    return [one for one in sorted_records(context.vision.drawings) if one.words.strip()]


def loose(context: PlanContext) -> list[Drawing]:
    """Return the drawings that are in no theme."""
    return [drawing for drawing in captioned(context) if drawing.theme not in context.vision.themes]


def content(context: PlanContext) -> Iterator[Block]:
    """Show all of them; without any, the chapter has nothing in it."""
    drawings = loose(context)
    if drawings:
        shown = drawings[: context.detail.drawings]
        yield from more(len(drawings) - len(shown))
        yield figures_of(context, shown)


CHAPTER = Chapter("drawings", N_("What people drew"), content, runs_on=True)


def all_content(context: PlanContext) -> Iterator[Block]:
    """Show every drawing that has words, for the evidence."""
    drawings = captioned(context)
    if drawings:
        yield figures_of(context, drawings)


ALL = Chapter("drawings", N_("What people drew"), all_content, runs_on=True)
