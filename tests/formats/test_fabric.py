"""Strokes go to Fabric and come back as they were."""

import json
import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from path_planner.domain.marks import MOST_POINTS, Pen, Stroke
from path_planner.formats.fabric import (
    INK,
    Drawn,
    pairs,
    read_colour,
    read_drawing,
    read_object,
    write_drawing,
    write_object,
)

tenths = st.integers(-20_000, 20_000).map(lambda number: number / 10)
points = st.tuples(tenths, tenths)


def without_stops(row: list[tuple[float, float]]) -> tuple[float, ...]:
    """Return points as flat numbers, none twice in a row."""
    kept = [point for index, point in enumerate(row) if not index or point != row[index - 1]]
    return tuple(number for point in kept for number in point)


pens = st.builds(
    Pen,
    colour=st.from_regex(r"#[0-9A-F]{6}", fullmatch=True),
    width=st.integers(10, 4000).map(lambda number: number / 10),
    opacity=st.integers(1, 20).map(lambda number: number / 20),
)
drawn = st.tuples(pens, st.lists(points, min_size=1, max_size=40).map(without_stops))

A_BRUSH_STROKE: dict[str, Any] = {
    "type": "Path", "version": "7.4.0", "originX": "center", "originY": "center",
    "left": 90, "top": 215.2031, "width": 100.028, "height": 0, "fill": None,
    "stroke": "#FFD54A73", "strokeWidth": 14, "scaleX": 1, "scaleY": 1, "angle": 0,
    "path": [["M", 39.986, 215.203125], ["Q", 40, 215.203125, 90, 215.203125],
             ["L", 140.014, 215.203125]],
}  # fmt: skip
"""As the pad's own brush wrote it."""


@settings(deadline=None)
@given(st.lists(drawn, max_size=5))
def test_strokes_come_back_as_they_were(strokes: list[Drawn]) -> None:
    """Writing and reading again changes nothing, through JSON too."""
    again = read_drawing(json.loads(json.dumps(write_drawing(strokes))))
    assert list(again) == strokes


@settings(deadline=None)
@given(drawn, st.floats(-300, 300), st.floats(-300, 300), st.floats(0, 359), st.floats(0.3, 3))
def test_a_moved_turned_and_stretched_stroke_keeps_its_shape(
    stroke: Drawn, left: float, top: float, angle: float, growth: float
) -> None:
    """All distances between its points grow alike, and its pen with them."""
    pen, row = stroke
    plain = write_object(pen, row)
    moved = {
        **plain,
        "left": left,
        "top": top,
        "originX": "center",
        "originY": "center",
        "angle": angle,
        "scaleX": growth,
        "scaleY": growth,
    }
    read = read_object(moved)
    if pen.width * growth > 400:
        assert read == ()
        return
    ((new_pen, new_row),) = read
    assert new_pen.width == pytest.approx(pen.width * growth, abs=0.02)
    before, after = pairs(row), pairs(new_row)
    if len(before) == len(after):
        for one, other in zip(before[1:], after[1:], strict=True):
            assert math.dist(other, after[0]) == pytest.approx(
                growth * math.dist(one, before[0]), abs=0.6
            )


def test_the_points_are_where_the_pen_has_been() -> None:
    """The bends of the path are the points; its ends lie a hair beyond them."""
    ((pen, row),) = read_object(A_BRUSH_STROKE)
    assert row == (40, 215.2, 140, 215.2)
    assert pen == Pen(colour="#FFD54A", width=14, opacity=round(0x73 / 255, 3))


def test_a_stroke_moved_from_its_left_upper_corner_is_found() -> None:
    """Fabric up to its sixth version placed a path by its corner, its pen included."""
    corner = {"originX": "left", "originY": "top", "left": 0, "top": 0}
    ((_, row),) = read_object({**A_BRUSH_STROKE, **corner})
    assert row == (7, 7, 107, 7)


def test_a_mirrored_stroke_is_mirrored() -> None:
    """A flip turns left to right around the middle."""
    ((_, row),) = read_object({**A_BRUSH_STROKE, "flipX": True})
    assert row == (140, 215.2, 40, 215.2)


def test_a_bend_counts_in_where_a_path_stands() -> None:
    """The middle of a bent path is the middle of the line, not of its ends."""
    bent = write_object(Pen(width=10), (0, 0, 50, 100, 100, 0))
    high = max(step[-1] for step in bent["path"])
    ((_, row),) = read_object(
        {**bent, "left": 50, "top": 0, "originX": "center", "originY": "center"}
    )
    assert row[1] < -high / 2 + 0.1


@pytest.mark.parametrize(
    "foreign",
    [
        None,
        {},
        {"objects": "many"},
        {"objects": [None, 3, {"type": "circle", "radius": 3}, {"type": "Path"}]},
        {"objects": [{"type": "Path", "path": [["M", 1, 1]], "strokeWidth": 4}]},
        {"objects": [{"type": "Path", "path": [["M", 1, 1], ["Z", 1, 2]], "strokeWidth": 4}]},
        {"objects": [{"type": "Path", "path": [["M", 1, 1], ["L", math.nan, 2]]}]},
        {"objects": [{"type": "Path", "path": [["M", 1, 1], ["L", 1e300, 2]]}]},
        {"objects": [{"type": "Path", "path": [["M", 1, True], ["L", 1, 2]]}]},
        {"objects": [{**A_BRUSH_STROKE, "strokeWidth": "thick"}]},
        {"objects": [{**A_BRUSH_STROKE, "strokeWidth": 9_000}]},
    ],
)
def test_what_is_no_stroke_is_left_out(foreign: Any) -> None:
    """A drawing from a browser is not trusted."""
    assert read_drawing(foreign) == ()


@settings(deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(
                st.sampled_from(["objects", "type", "path", "left", "stroke", "scaleX"]), inner
            )
        ),
        max_leaves=12,
    )
)
def test_no_drawing_breaks_the_reader(anything: Any) -> None:
    """Whatever comes, it is read or left out."""
    read_object({**A_BRUSH_STROKE, "left": anything, "angle": anything, "stroke": anything})
    read_drawing({"objects": [anything, {"type": "path", "path": anything}]})


def test_a_very_long_stroke_becomes_several_that_meet() -> None:
    """Nothing of a long movement is lost, and the record limit holds."""
    long = tuple(float(number % 977) for number in range(2 * (2 * MOST_POINTS + 5)))
    parts = read_object(write_object(Pen(), long))
    assert len(parts) == 3
    for number, (_, row) in enumerate(parts):
        Stroke(id=f"k{number}", stage="dream", sketch="s", points=row)
    assert parts[0][1][-2:] == parts[1][1][:2]
    whole = [*pairs(parts[0][1]), *pairs(parts[1][1])[1:], *pairs(parts[2][1])[1:]]
    assert [number for point in whole for number in point] == list(long)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("#abc", ("#AABBCC", 1.0)),
        ("#abc8", ("#AABBCC", 0.533)),
        ("#1E2430", ("#1E2430", 1.0)),
        ("rgb(1, 2,300)", ("#0102FF", 1.0)),
        ("rgba(255,213,74,0.45)", ("#FFD54A", 0.45)),
        ("rgba(255,213,74,0)", ("#FFD54A", 0.05)),
        ("url(javascript:alert(1))", (INK, 1.0)),
        (None, (INK, 1.0)),
    ],
)
def test_colours_are_read_in_all_their_spellings(written: object, read: tuple[str, float]) -> None:
    """An unknown colour is the dark ink; a stroke is never invisible."""
    assert read_colour(written) == read
