"""Marks of every kind for tests by property: all scripts, extreme numbers, all that they know."""

from typing import Any

from hypothesis import strategies as st

from path_planner.domain.marks import (
    FARTHEST,
    Align,
    Dash,
    Head,
    Label,
    Pen,
    Photo,
    Shape,
    ShapeKind,
    Stamp,
    Stroke,
)

ids = st.from_regex(r"[A-Za-z0-9_-]{1,40}", fullmatch=True)
maybe_id = st.none() | ids
numbers = st.floats(-FARTHEST, FARTHEST) | st.integers(-4000, 4000).map(lambda each: each / 100)
lengths = st.floats(0, FARTHEST) | st.integers(0, 4000).map(float)
colours = st.from_regex(r"#[0-9A-Fa-f]{6}", fullmatch=True)
words = st.text(max_size=40) | st.sampled_from(
    ["شجرة التفاح\nفي الحديقة", "🌻🧑🏽‍🦽 garden", "बगीचा", "  two\n  lines  ", "e\u0301", "公园"]
)
turns = st.floats(-10, 10)
shares = st.floats(0, 1)
orders = st.floats(-1e12, 1e12) | st.integers(0, 5000).map(float)
common = {
    "id": ids,
    "stage": ids,
    "by": maybe_id,
    "turn": turns,
    "groups": st.lists(st.text(max_size=12), max_size=3).map(tuple),
    "order": orders,
    "foreign": st.fixed_dictionaries(
        {},
        optional={
            "roughness": st.sampled_from([1, 2]),
            "fillStyle": st.sampled_from(["hachure", "zigzag"]),
            "link": st.just("https://gardens.example/a"),
            "frameId": ids,
            "locked": st.just(True),
            "boundElements": ids.map(lambda each: [{"type": "arrow", "id": each}]),
            "customData": st.just({"theirs": [1, "two"]}),
        },
    ),
}
boxed: dict[str, st.SearchStrategy[Any]] = {
    **common,
    "x": numbers,
    "y": numbers,
    "width": lengths,
    "height": lengths,
    "opacity": shares,
}
flat = st.lists(st.tuples(numbers, numbers), min_size=1, max_size=12).map(
    lambda pairs: tuple(number for pair in pairs for number in pair)
)


def _with_pressures(stroke: Stroke, draw: float) -> Stroke:
    return stroke.model_copy(update={"pressures": (draw,) * (len(stroke.points) // 2)})


plain_strokes = st.builds(
    Stroke,
    **common,
    pen=st.builds(
        Pen,
        colour=colours,
        width=st.floats(0, 400, exclude_min=True) | st.sampled_from([4.0, 8.0, 14.0]),
        opacity=st.floats(0, 1, exclude_min=True) | st.sampled_from([0.4, 1.0]),
    ),
    points=flat,
    signs=maybe_id,
)
strokes = plain_strokes | st.builds(_with_pressures, plain_strokes, shares)


def _with_box(shape: Shape) -> Shape:
    across, down = shape.points[::2], shape.points[1::2]
    box = {"x": min(across), "y": min(down)}
    box |= {"width": max(across) - min(across), "height": max(down) - min(down)}
    return shape.model_copy(update=box)


looks = {
    "line": st.none() | colours,
    "fill": st.none() | colours,
    "line_width": st.floats(0.01, 400),
    "dash": st.sampled_from(Dash),
    "rounded": st.booleans(),
    "words": words,
}
closed = st.sampled_from([ShapeKind.BOX, ShapeKind.ELLIPSE, ShapeKind.DIAMOND])
heads = st.sampled_from(Head)
near = st.floats(-FARTHEST / 2, FARTHEST / 2) | st.integers(-4000, 4000).map(float)
corners = st.lists(st.tuples(near, near), min_size=2, max_size=6).map(
    lambda pairs: tuple(number for pair in pairs for number in pair)
)
shapes = st.builds(Shape, **boxed, **looks, form=closed) | st.builds(
    Shape,
    **{**common, "opacity": shares},
    **looks,
    form=st.sampled_from([ShapeKind.LINE, ShapeKind.ARROW]),
    points=corners,
    start=heads,
    end=heads,
).map(_with_box)
marks_of_the_wall = (
    strokes
    | shapes
    | st.builds(
        Label,
        **boxed,
        text=words,
        size=st.floats(0.1, 2000),
        colour=colours,
        align=st.sampled_from(Align),
        inside=maybe_id,
    )
    | st.builds(
        Stamp,
        **boxed,
        icon=st.sampled_from(["home", "arrow-up-right", "fällt auf", "a-FFFFFF"]),
        colour=colours,
        words=words,
    )
    | st.builds(Photo, **boxed, picture=ids, words=words, under=st.booleans())
)
