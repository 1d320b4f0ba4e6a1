"""Much ink is drawn with fewer points on a page: the same strokes at the same places."""

from dataclasses import replace
from functools import cache
from itertools import pairwise
from math import dist

import pytest

from path_planner.domain.marks import Pen, Stroke
from path_planner.exports.base import Options
from path_planner.exports.session.poster import render_for_page, render_svg, scene_for
from path_planner.scene.hand_drawn import Close, Point, extent
from path_planner.scene.marks import parts_of
from path_planner.scene.model import Scene, Shape
from path_planner.scene.svg import MUCH_INK, simplified
from tests.scene import walls

NEAR = 1.6
"""Units of the wall: less than a dot on a page."""


@cache
def scene_with(strokes: int) -> Scene:
    """Compose a wall with so many strokes."""
    session = walls.session(strokes=strokes)
    return scene_for(session, Options())


def corners(shape: Shape) -> list[Point]:
    """Return where the steps of an outline end."""
    return [step.to for step in shape.outline if not isinstance(step, Close)]


def far_from(point: Point, line: list[Point]) -> float:
    """Return how far a point lies from a line through others."""
    return min(_beside(complex(*point), complex(*a), complex(*b)) for a, b in pairwise(line))


def _beside(point: complex, begin: complex, end: complex) -> float:
    along = end - begin
    if not along:
        return abs(point - begin)
    part = ((point - begin) * along.conjugate()).real / abs(along) ** 2
    return abs(point - begin - min(1.0, max(0.0, part)) * along)


def test_little_ink_stays_as_it_is() -> None:
    scene = scene_with(12)
    assert simplified(scene) is scene


@pytest.mark.slow
def test_much_ink_gets_fewer_points_that_lie_on_the_same_outlines() -> None:
    whole = scene_with(MUCH_INK + 1)
    light = simplified(whole)
    assert len(light.painting) == len(whole.painting)
    before = after = checked = 0
    for old, new in zip(whole.painting, light.painting, strict=True):
        if old == new:
            continue
        assert isinstance(old, Shape)
        assert isinstance(new, Shape)
        before += len(old.outline)
        after += len(new.outline)
        checked += 1
        if checked % 40 == 0:
            left = [*corners(new), corners(new)[0]]
            assert max(far_from(point, left) for point in corners(old)) < NEAR
            assert set(corners(new)) <= set(corners(old))
    assert checked >= MUCH_INK
    assert after < 0.9 * before


@pytest.mark.parametrize("width", [0.5, 2.0, 8.0, 40.0])
def test_a_dot_stays_a_dot(width: float) -> None:
    dot = Stroke(id="dot", stage="now", points=(100.0, 100.0), pen=Pen(width=width))
    many = scene_with(MUCH_INK + 1)
    (part,) = parts_of(dot, walls.session(strokes=0))
    assert isinstance(part, Shape)
    with_dot = replace(many, painting=(*many.painting, part))
    seen = simplified(with_dot).painting[-1]
    assert isinstance(seen, Shape)
    old, new = extent(part.outline), extent(seen.outline)
    assert dist((old.width, old.height), (new.width, new.height)) < NEAR


@pytest.mark.slow
def test_the_file_to_take_home_keeps_all_points() -> None:
    session = walls.session(strokes=MUCH_INK + 1)
    taken, shown = render_svg(session, Options()), render_for_page(session, Options()).svg
    assert len(shown) < len(taken)
    assert shown.count(b"<path") == taken.count(b"<path")
