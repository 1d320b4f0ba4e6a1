"""Areas: a row they offer lies wholly inside."""

from math import hypot

from hypothesis import given
from hypothesis import strategies as st

from path_planner.scene.geometry import Box, Rectangle, ellipse_area, polygon_area
from path_planner.scene.hand_drawn import ellipse, extent, ring, roughened, slip, smooth
from path_planner.scene.template import star_points

AROUND = Box(100, 50, 600, 400)
HEIGHTS = st.floats(50, 450)


@given(HEIGHTS, HEIGHTS)
def test_a_row_of_an_ellipse_lies_inside_it(one: float, other: float) -> None:
    """All four corners of the row are within the curve."""
    top, bottom = sorted((one, other))
    area = ellipse_area(AROUND)
    left, right = area.span(top, bottom)
    for x in (left, right):
        for y in (top, bottom):
            if right > left:
                assert hypot((x - 400) / 300, (y - 250) / 200) <= 1 + 1e-6
    assert left + right == 2 * 400


@given(HEIGHTS)
def test_a_row_of_the_star_ends_at_its_edge(height: float) -> None:
    """No row reaches beyond the box of the star, and the middle belongs to it."""
    area = polygon_area(star_points(AROUND))
    left, right = area.span(height, height)
    assert left >= AROUND.x - 1e-6
    assert right <= AROUND.right + 1e-6


def test_the_star_is_narrow_at_its_tip_and_width_at_its_arms() -> None:
    """Its rows follow its shape."""
    area = polygon_area(star_points(AROUND))
    tip, arms, legs = (
        right - left
        for left, right in (
            area.span(AROUND.y + part * AROUND.height, AROUND.y + (part + 0.02) * AROUND.height)
            for part in (0.05, 0.38, 0.7)
        )
    )
    assert tip < legs < arms


def test_no_row_is_offered_outside_of_an_area() -> None:
    """Above and below there is no room."""
    area = ellipse_area(AROUND)
    left, right = area.span(AROUND.y - 20, AROUND.y + 20)
    assert left == right


def test_boxes_that_share_an_edge_do_not_overlap() -> None:
    """Side by side is not one over the other."""
    assert not Box(0, 0, 10, 10).overlaps(Box(10, 0, 10, 10))
    assert Box(0, 0, 10, 10).overlaps(Box(9, 9, 10, 10))
    assert Rectangle(AROUND).holds(AROUND)
    assert not Rectangle(AROUND).holds(Box(90, 50, 20, 20))


def test_a_seed_draws_alike_and_another_seed_draws_otherwise() -> None:
    """The wobble of the hand is no accident."""
    corners = [(0.0, 0.0), (500.0, 0.0), (500.0, 300.0)]
    assert roughened(corners, "a") == roughened(corners, "a")
    assert roughened(corners, "a") != roughened(corners, "b")


def test_a_hand_drawn_outline_keeps_its_corners_and_strays_little() -> None:
    """It is a wobble and not another shape."""
    corners = [(0.0, 0.0), (500.0, 0.0), (500.0, 300.0), (0.0, 300.0)]
    drawn = roughened(corners, "box", amount=3)
    points = {(round(x, 6), round(y, 6)) for x, y in (step[-1] for step in drawn if step)}
    assert set(corners) <= points
    box = extent(drawn)
    assert box.x > -12
    assert box.right < 512


def test_round_outlines_fill_their_boxes() -> None:
    """An ellipse, a ring and a slip are as large as they should be."""
    for outline in (ellipse(AROUND), ring(AROUND, "r"), slip(AROUND, "s", radius=10)):
        box = extent(outline)
        assert abs(box.width - AROUND.width) < 15
        assert abs(box.height - AROUND.height) < 15


def test_a_smooth_line_goes_through_its_points() -> None:
    """Curves end where the points are."""
    points = [(0.0, 0.0), (10.0, 5.0), (20.0, 0.0)]
    assert [step[-1] for step in smooth(points, closed=False)] == points
