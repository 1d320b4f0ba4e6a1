"""Paint the background of the poster: paper, columns, circle, arrow, star and elastic."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from path_planner.processes.model import Process, Region, Stage
from path_planner.scene import decorations
from path_planner.scene.geometry import Box
from path_planner.scene.hand_drawn import polygon, rectangle, ring, roughened
from path_planner.scene.model import INK, PAPER, QUIET, Part, Role, Shape
from path_planner.scene.template import WIDTH, Template


class Painted(NamedTuple):
    """One element of the background, and the stage that it belongs to, if any."""

    id: str
    stage: str
    parts: tuple[Part, ...]


def background_parts(
    template: Template, process: Process, slots: Mapping[str, Box]
) -> Iterator[Part]:
    """Yield all parts of the background in painting order."""
    for element in painted(template, process, slots):
        yield from element.parts


def painted(template: Template, process: Process, slots: Mapping[str, Box]) -> Iterator[Painted]:
    """Yield the elements of the background in painting order."""
    stages = {stage.region: stage for stage in process.stages}
    columns = [stage for stage in process.stages if stage.id in slots]
    last = next((stage for stage in columns if stage.id == list(slots)[-1]), None)
    paper = rectangle(Box(0, 0, WIDTH, template.height))
    yield Painted("paper", "", (Shape(paper, Role.PAPER, fill=PAPER),))
    for stage in columns:
        fill = Shape(rectangle(slots[stage.id]), Role.GROUND, fill=stage.colours.fill)
        yield Painted(f"column-{stage.id}", stage.id, (fill,))
    yield _stage_element("circle", stages.get(Region.CIRCLE), lambda fill: _circle(template, fill))
    yield Painted("arrow", "", tuple(_arrow(template, slots, last)))
    yield _stage_element("star", stages.get(Region.STAR), lambda fill: _star(template, fill))
    yield Painted("elastic", "", tuple(decorations.elastic(template.elastic)))


def _stage_element(
    name: str, stage: Stage | None, drawn: Callable[[str], Iterator[Part]]
) -> Painted:
    fill = stage.colours.fill if stage else PAPER
    return Painted(name, stage.id if stage else "", tuple(drawn(fill)))


def _circle(template: Template, fill: str) -> Iterator[Part]:
    yield Shape(ring(template.circle, "goal"), Role.GROUND, fill=fill)
    yield Shape(ring(template.circle, "goal"), Role.LINE, line=decorations.RIM, width=13)
    yield Shape(
        ring(template.circle.inset(15), "rim", amount=4), Role.LINE, line=decorations.RIM, width=2.5
    )


def _arrow(template: Template, slots: Mapping[str, Box], last: Stage | None) -> Iterator[Part]:
    head = polygon(template.arrow[2:5])
    yield Shape(head, Role.GROUND, fill=last.colours.fill if last else PAPER)
    yield from decorations.arrow(template.arrow)
    yield from _column_lines(slots)
    yield from _footsteps(template, last.colours.ink if last else QUIET)


def _star(template: Template, fill: str) -> Iterator[Part]:
    yield from decorations.rays(template.star, template.star_points)
    outline = roughened(template.star_points, "star", amount=5)
    yield Shape(outline, Role.GROUND, fill=fill)
    yield Shape(outline, Role.LINE, line=decorations.SUN_LINE, width=11)


def _footsteps(template: Template, ink: str) -> Iterator[Shape]:
    neck, tip = template.arrow[2][0], template.arrow[3]
    yield from decorations.footprints((neck + 16, tip[1]), (tip[0] - 44, tip[1]), 62, ink)


def _column_lines(slots: Mapping[str, Box]) -> Iterator[Shape]:
    for stage, box in list(slots.items())[1:]:
        ends = [(box.x, box.y + 8), (box.x, box.bottom - 8)]
        line = roughened(ends, f"column-{stage}", amount=3, closed=False)
        yield Shape(line, Role.LINE, line=INK, width=4.5)
