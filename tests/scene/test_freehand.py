"""Freehand ink: the outline is the one that the board in the browser draws."""

import json
from itertools import pairwise
from math import cos, sin
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from path_planner.scene.freehand import corners_of, outline_of
from path_planner.scene.hand_drawn import Close, LineTo, Move, PullTo, extent
from path_planner.scene.svg import freehand_path

KNOWN: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "freehand_corners.json").read_text("utf-8")
)
"""Strokes, and the corners that perfect-freehand 1.2 finds for them with the board's settings."""


@pytest.mark.parametrize("known", KNOWN, ids=range(len(KNOWN)))
def test_the_outline_has_the_corners_that_the_browser_draws(known: dict[str, Any]) -> None:
    """Dots, two points, curves, sharp turns; with a pen that feels pressure and without."""
    found = corners_of(known["points"], known["pressures"], known["size"])
    assert [(each.real, each.imag) for each in found] == [
        pytest.approx(corner, abs=2e-3) for corner in known["corners"]
    ]


def test_the_outline_goes_through_the_middles_between_its_corners() -> None:
    """Soft where it bends, straight where nobody would see a bend, and closed."""
    points = [value for step in range(30) for value in (step * 9.0, 40 * sin(step / 3))]
    corners = corners_of(points, (), 17)
    move, *steps, back, close = outline_of(points, (), 17)
    assert move == Move((corners[0].real, corners[0].imag))
    middles = [(one + two) / 2 for one, two in pairwise([*corners, corners[0]])]
    assert [complex(*step[-1]) for step in steps] == middles
    assert {type(step) for step in steps} == {PullTo, LineTo}
    assert back == LineTo(move.to)
    assert isinstance(close, Close)


@given(
    points=st.lists(st.tuples(st.floats(-500, 500), st.floats(-500, 500)), min_size=1, max_size=40),
    pressed=st.booleans(),
    size=st.floats(0.5, 80),
)
def test_whatever_a_pen_does_leaves_an_outline_about_it(
    points: list[tuple[float, float]], pressed: bool, size: float
) -> None:
    """No stroke breaks it, and its ink stays near the points."""
    flat = [value for point in points for value in point]
    pressures = [abs(cos(place)) for place in range(len(points))] if pressed else []
    box = extent(outline_of(flat, pressures, size))
    reach = 2 * size + 2
    assert min(flat[::2]) - reach <= box.x
    assert box.right <= max(flat[::2]) + reach
    assert min(flat[1::2]) - reach <= box.y
    assert box.bottom <= max(flat[1::2]) + reach


def test_ink_is_written_from_point_to_point_without_drifting() -> None:
    """Rounded numbers add up to the rounded places, however long the line is."""
    points = [(step * 1.04, 0.0) for step in range(1, 200)]
    outline = (Move((0.0, 0.0)), *(LineTo(point) for point in points), Close())
    numbers = freehand_path(outline).removeprefix("m0 0l").removesuffix("z").split()
    assert sum(map(float, numbers[::2])) == pytest.approx(round(points[-1][0], 1))
    assert freehand_path((Move((-1.26, 2.0)), PullTo((0.0, 0.0), (3.0, -0.04)))) == (
        "m-1.3 2q1.3-2 4.3-2"
    )
