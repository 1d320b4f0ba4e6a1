"""A printed sheet: words stay in their boxes, and are read once in the order they were written."""

from math import pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from path_planner.scene.geometry import Box
from path_planner.scene.model import Kind, Shape, Text
from path_planner.scene.sheet import ELLIPSIS, POINT, Sheet, Type, set_in_box
from tests.typography.sayings import SAYINGS

BOX = Box(20, 30, 60, 18)
TYPE = Type(20, 8)


@given(
    st.sampled_from([*SAYINGS, "x" * 400, "wide words " * 40, "1\n2\n3\n4\n5\n6\n7"]),
    st.sampled_from([0.0, 0.5, 1.0]),
    st.booleans(),
)
def test_words_stay_in_their_box(words: str, down: float, centred: bool) -> None:
    lines, end = set_in_box(words, BOX, Type(20, 8, down=down, centred=centred))
    assert lines
    assert BOX.y <= end <= BOX.bottom + 1e-6
    for line in lines:
        assert BOX.x - 1e-6 <= line.x
        assert line.x + line.width <= BOX.right + 1e-6
        assert 8 * POINT - 1e-9 <= line.size <= 20 * POINT
    whole = "".join(line.words for line in lines)
    assert "".join(whole.split()) == "".join(words.split()) or ELLIPSIS in lines[-1].words


def test_few_words_are_as_large_as_may_be_and_stand_where_they_should() -> None:
    top, low = (set_in_box("Hello", BOX, Type(20, 8, down=down))[0][0] for down in (0, 1))
    assert top.size == 20 * POINT
    assert top.baseline < low.baseline


def test_nothing_is_written_where_there_is_no_room_or_are_no_words() -> None:
    sheet = Sheet(210, 297, "Title", "en-GB")
    sheet.words("  ", BOX, TYPE)
    sheet.words("Hello", Box(0, 0, 0, 9), TYPE)
    assert sheet.scene().painting == ()


def test_what_is_drawn_twice_is_read_once() -> None:
    sheet = Sheet(100, 200, "Title", "en-GB")
    with sheet.upside_down_again((50, 100)):
        sheet.words("Seven", Box(10, 110, 60, 20), TYPE, Kind.TITLE)
        sheet.frame(Box(10, 110, 60, 20), line="#000000")
    texts = [part for part in sheet.scene().painting if isinstance(part, Text)]
    first, second = texts
    assert first.node
    assert not second.node
    assert second.turn == pytest.approx(pi)
    assert second.x == pytest.approx(100 - first.x)
    assert second.baseline == pytest.approx(200 - first.baseline)


def test_steps_of_the_reading_order_may_be_inside_each_other() -> None:
    sheet = Sheet(100, 100, "Title", "en-GB")
    with sheet.inside(Kind.TABLE), sheet.inside(Kind.ROW):
        sheet.words("Time", BOX, TYPE, Kind.COLUMN_HEAD)
        with sheet.inside(Kind.CELL):
            sheet.words("Half past nine", BOX, TYPE)
    kinds = [node.kind for node in sheet.scene().reading.walk()]
    assert kinds == [
        *(Kind.SECTION, Kind.TABLE, Kind.ROW, Kind.COLUMN_HEAD, Kind.CELL, Kind.PARAGRAPH)
    ]


def test_an_unknown_stamp_is_left_out_and_a_known_one_is_decoration() -> None:
    sheet = Sheet(100, 100, "Title", "en-GB")
    sheet.stamp("no such stamp", BOX)
    sheet.stamp("heart", BOX)
    (drawn,) = sheet.scene().painting
    assert isinstance(drawn, Shape)
    assert not drawn.node


def test_boxes_change_sides_where_reading_begins_on_the_right() -> None:
    inside = Box(10, 0, 80, 50)
    left = Box(10, 5, 20, 9)
    assert Sheet(100, 100, "", "en-GB").flipped(left, inside) == left
    assert Sheet(100, 100, "", "ur").flipped(left, inside) == Box(70, 5, 20, 9)
