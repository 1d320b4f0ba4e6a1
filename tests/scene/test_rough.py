"""Lines waver exactly as those of rough.js 4.6.4 do, whose output stands in rough_lines.json."""

from collections.abc import Callable
from pathlib import Path

import orjson
import pytest

from path_planner.scene.geometry import Box
from path_planner.scene.hand_drawn import Close, LineTo, Move, VectorPath
from path_planner.scene.rough import Hand, hachure_lines, hand_with, merged
from path_planner.scene.shapes import filling_of_curve, filling_of_path, rounded_box

KNOWN = orjson.loads(Path(__file__).with_name("rough_lines.json").read_bytes())
CORNERS = [(0.0, 0.0), (120.0, 0.0), (120.0, 90.0), (0.0, 90.0)]
TRIANGLE = [(0.0, 0.0), (100.0, 30.0), (40.0, 90.0)]
LOOP = [*TRIANGLE, (-30.0, 40.0), (0.0, 2.0)]
ROUND_BOX = rounded_box(Box(0, 0, 100, 80), 20)
Both = tuple[VectorPath, VectorPath]


def exact(seed: int = 1234) -> Hand:
    """Return a hand that ends lines where they should end."""
    return hand_with(seed, 1, exact_ends=True)


def box(style: str, gap: float = 16, seed: int = 1234) -> Both:
    """Draw a box, and lines that fill it."""
    hand = exact(seed)
    return hand.polyline(CORNERS, closed=True), hand.hatching(CORNERS, style, gap)


def triangle() -> Both:
    """Draw a full triangle."""
    hand = hand_with(1234, 1)
    return hand.polyline(TRIANGLE, closed=True), hand.area(TRIANGLE)


def ellipse(around: Box, fitting: float, *, full: bool) -> Both:
    """Draw an ellipse, full or hatched."""
    hand = hand_with(1234, 1)
    radii = hand.radii(around, fitting)
    line, corners = hand.ellipse(around, radii)
    return line, hand.ellipse(around, radii)[0] if full else hand.hatching(corners, "hachure", 16)


def curve(seed: int, points: list[tuple[float, float]], style: str) -> Both:
    """Draw a curve, and fill it."""
    hand = hand_with(seed, 1)
    line = hand.curve(points)
    filling = filling_of_curve(hand, points, style, 4)
    return line, filling.area + filling.lines


def round_box(seed: int, style: str) -> Both:
    """Draw a box with round corners, and fill it."""
    hand = exact(seed)
    line = hand.path(ROUND_BOX)
    filling = filling_of_path(hand, ROUND_BOX, style, 4)
    return line, filling.area + filling.lines


DRAWN: dict[str, Callable[[], Both]] = {
    "box, crossed": lambda: box("cross-hatch"),
    "box, zigzag": lambda: box("zigzag"),
    "polygon, solid": triangle,
    "ellipse, hachure": lambda: ellipse(Box(0, 0, 120, 80), 1, full=False),
    "circle, solid": lambda: ellipse(Box(40, 30, 20, 20), 0.95, full=True),
    "curve, solid": lambda: curve(77, TRIANGLE, "solid"),
    "loop, hachure": lambda: curve(78, LOOP, "hachure"),
    "round box, hachure": lambda: round_box(1234, "hachure"),
    "round box, solid": lambda: round_box(9, "solid"),
    "long line": lambda: (hand_with(5, 2).polyline([(0, 0), (600, 30), (300, 250)]), ()),
    "wide rows": lambda: box("hachure", 13.5, 15),
}


def numbers(path: VectorPath) -> list[float]:
    """Return all numbers of a path."""
    return [value for step in path if not isinstance(step, Close) for p in step for value in p]


@pytest.mark.parametrize("name", KNOWN)
def test_lines_and_areas_are_those_of_the_library(name: str) -> None:
    line, filling = DRAWN[name]()
    assert numbers(line) == pytest.approx(KNOWN[name]["line"], abs=1e-3)
    assert numbers(filling) == pytest.approx(KNOWN[name].get("filling", []), abs=1e-3)


def test_a_steady_hand_draws_each_line_once_and_straight() -> None:
    line = hand_with(7, 0).polyline(TRIANGLE, closed=True)
    assert [type(step) for step in line] == [Move, LineTo] * 3
    assert numbers(merged(line)) == [*(x for point in TRIANGLE for x in point), 0.0, 0.0]


def test_an_area_of_any_height_has_a_bounded_number_of_lines() -> None:
    tall = [(0.0, 0.0), (9.0, 0.0), (9.0, 1e6), (0.0, 1e6)]
    assert 0 < len(list(hachure_lines(tall, 4, 0, 1))) <= 5_000
    assert list(hachure_lines([(0.0, 0.0), (50.0, 0.0)], 4, 0, 1)) == []
