"""A sketch becomes a picture that holds nothing but numbers and colours."""

import re
from base64 import b64decode
from xml.etree import ElementTree as ET

from hypothesis import given, settings
from hypothesis import strategies as st

from path_planner.domain.marks import Pen, Sketch, Stroke
from path_planner.formats.sketch_svg import line_through, sketch_address, sketch_svg

SVG = "{http://www.w3.org/2000/svg}"


def a_stroke(*points: float, **pen: object) -> Stroke:
    """Return a stroke through these points."""
    return Stroke(id="k", stage="dream", sketch="s", points=points, pen=Pen.model_validate(pen))


def test_every_stroke_is_drawn_with_its_pen_and_the_highlighter_lies_beneath() -> None:
    """A highlighter drawn last must not hide what it lights up."""
    strokes = [
        a_stroke(0, 0, 10, 10, colour="#1F3A8A", width=14),
        a_stroke(0, 5, 10, 5, colour="#FFD54A", width=35, opacity=0.5),
    ]
    paths = list(ET.fromstring(sketch_svg(strokes, 100, 50)).iter(f"{SVG}path"))  # noqa: S314  (our own)
    assert [one.get("stroke") for one in paths] == ["#FFD54A", "#1F3A8A"]
    assert paths[0].get("stroke-opacity") == "0.5"
    assert paths[1].get("stroke-width") == "14"


def test_a_dot_is_a_line_of_no_length() -> None:
    """With round ends it is seen as a dot."""
    assert line_through((3, 4)) == "M3 4h0"


def test_a_line_bends_around_its_points_and_ends_at_the_last() -> None:
    """As the pad's own pen does."""
    assert line_through((0, 0, 10, 0, 10, 10)) == "M0 0Q0 0 5 0Q10 0 10 5L10 10"


@settings(deadline=None)
@given(st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=40).filter(lambda row: not len(row) % 2))
def test_whatever_the_numbers_the_picture_can_be_read(numbers: list[float]) -> None:
    """It is well formed, and its path holds nothing but numbers and commands."""
    picture = ET.fromstring(sketch_svg([a_stroke(*numbers)], 100, 50))  # noqa: S314  (our own)
    (path,) = picture.iter(f"{SVG}path")
    assert re.fullmatch(r"[MQLh0-9e.+\- ]+", path.get("d", ""))


def test_the_words_of_a_sketch_are_not_in_the_picture() -> None:
    """They stand beside it, as its description."""
    sketch = Sketch(id="s", stage="dream", words="<script>")
    address = sketch_address(sketch, [a_stroke(0, 0, 1, 1)])
    assert address.startswith("data:image/svg+xml;base64,")
    assert b"script" not in b64decode(address.partition(",")[2])
