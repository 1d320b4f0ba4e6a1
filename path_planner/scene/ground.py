"""All that is painted before the words: paper, columns, circle, arrow, star and elastic."""

from collections.abc import Iterator

from path_planner.processes.process import Process, Region
from path_planner.scene import art
from path_planner.scene.geometry import Box
from path_planner.scene.model import INK, PAPER, QUIET, Part, Role, Shape
from path_planner.scene.outline import by_hand, polygon, rectangle, ring
from path_planner.scene.template import WIDTH, Template


def ground(bare: Template, process: Process, slots: dict[str, Box]) -> Iterator[Part]:
    """Yield all that is painted before the words: paper, columns, circle, arrow, star, elastic."""
    yield Shape(rectangle(Box(0, 0, WIDTH, bare.height)), Role.PAPER, fill=PAPER)
    fills = {stage.region: stage.colours.fill for stage in process.stages}
    circle = fills.get(Region.CIRCLE, PAPER)
    yield from _arrow_fills(process, slots)
    yield Shape(ring(bare.circle, "goal"), Role.GROUND, fill=circle)
    yield Shape(ring(bare.circle, "goal"), Role.LINE, line=art.RIM, width=13)
    yield Shape(ring(bare.circle.inset(15), "rim", amount=4), Role.LINE, line=art.RIM, width=2.5)
    head = polygon(bare.arrow[2:5])
    last = next((stage for stage in process.stages if stage.id == list(slots)[-1]), None)
    yield Shape(head, Role.GROUND, fill=last.colours.fill if last else PAPER)
    yield from art.arrow(bare.arrow)
    yield from _column_lines(slots)
    yield from _footsteps(bare, last.colours.ink if last else QUIET)
    yield from art.rays(bare.star, bare.star_points)
    outline = by_hand(bare.star_points, "star", amount=5)
    yield Shape(outline, Role.GROUND, fill=fills.get(Region.STAR, PAPER))
    yield Shape(outline, Role.LINE, line=art.SUN_LINE, width=11)
    yield from art.elastic(bare.elastic)


def _footsteps(bare: Template, ink: str) -> Iterator[Shape]:
    neck, tip = bare.arrow[2][0], bare.arrow[3]
    yield from art.footprints((neck + 16, tip[1]), (tip[0] - 44, tip[1]), 62, ink)


def _arrow_fills(process: Process, slots: dict[str, Box]) -> Iterator[Shape]:
    for stage in process.stages:
        if stage.id in slots:
            yield Shape(rectangle(slots[stage.id]), Role.GROUND, fill=stage.colours.fill)


def _column_lines(slots: dict[str, Box]) -> Iterator[Shape]:
    for stage, box in list(slots.items())[1:]:
        ends = [(box.x, box.y + 8), (box.x, box.bottom - 8)]
        line = by_hand(ends, f"column-{stage}", amount=3, closed=False)
        yield Shape(line, Role.LINE, line=INK, width=4.5)
