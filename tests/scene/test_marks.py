"""Marks of the wall: drawn at their places, turned, see-through, and never without their words."""

from base64 import b64decode, b64encode
from io import BytesIO
from math import hypot, pi

import pytest
from PIL import Image

from path_planner import stamps
from path_planner.domain.image import Encoding, Picture
from path_planner.domain.marks import (
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
from path_planner.scene.curves import bounds, through
from path_planner.scene.hand_drawn import CurveTo, LineTo, Move, extent
from path_planner.scene.marks import parts_of
from path_planner.scene.model import Part, Photograph, Role, Text
from path_planner.scene.model import Shape as Drawn
from path_planner.scene.wall.marks import Loose
from tests.scene import samples, walls

PLACE = {"stage": "now", "x": 100.0, "y": 200.0, "width": 300.0, "height": 160.0}
SESSION = samples.session(3)


def parts(mark: Loose) -> tuple[Part, ...]:
    """Draw a mark of a session that has a photo."""
    return parts_of(mark, SESSION.model_copy(update={"pictures": {"pic1": walls.picture()}}))


def drawn(mark: Loose) -> list[Drawn]:
    """Draw a mark that is all lines and areas."""
    found = parts(mark)
    assert all(isinstance(part, Drawn) for part in found)
    return [part for part in found if isinstance(part, Drawn)]


@pytest.mark.parametrize("form", [ShapeKind.BOX, ShapeKind.ELLIPSE, ShapeKind.DIAMOND])
def test_a_shape_fills_its_box_and_its_area_lies_under_its_line(form: ShapeKind) -> None:
    """The area first, then the line, both see-through as asked."""
    area, line = drawn(Shape(id="s", form=form, fill="#FFE08A", opacity=0.5, **PLACE))
    assert (area.role, area.fill, area.line) == (Role.AREA, "#FFE08A", None)
    assert (line.role, line.fill, line.line, line.width) == (Role.INK, None, "#1E2430", 4.0)
    assert area.opacity == line.opacity == 0.5
    box = extent(line.outline)
    assert (box.x, box.y, box.right, box.bottom) == pytest.approx((100, 200, 400, 360))


def test_a_round_corner_is_as_round_as_the_board_draws_it() -> None:
    """A quarter of the shorter side, and at most 32 units."""
    for side, radius in ((80.0, 20.0), (500.0, 32.0)):
        (line,) = drawn(
            Shape(
                id="s",
                form=ShapeKind.BOX,
                rounded=True,
                stage="now",
                x=0,
                y=0,
                width=side,
                height=side,
            )
        )
        assert line.outline[0] == Move((radius, 0))
        assert line.outline[1] == LineTo((side - radius, 0))
        assert isinstance(line.outline[2], CurveTo)


def test_dashes_are_as_long_as_the_board_draws_them_and_begin_anew_at_corners() -> None:
    """Their lengths follow from the width of the line, which is a little more than asked."""
    (dashed,) = drawn(Shape(id="s", form=ShapeKind.BOX, dash=Dash.DASHED, **PLACE))
    assert (dashed.dash, dashed.width) == ((8, 12), 4.5)
    assert [type(step) for step in dashed.outline] == [Move, LineTo] * 4
    (dotted,) = drawn(Shape(id="s", form=ShapeKind.ELLIPSE, dash=Dash.DOTTED, **PLACE))
    assert dotted.dash == (1.5, 10)


def test_a_turn_moves_every_point_about_the_middle() -> None:
    """A quarter turn of a wide box is a tall one with the same middle."""
    (line,) = drawn(Shape(id="s", form=ShapeKind.BOX, turn=pi / 2, **PLACE))
    box = extent(line.outline)
    assert (box.width, box.height) == pytest.approx((160, 300))
    assert box.centre == pytest.approx((250, 280))


def test_an_arrow_carries_its_head_at_the_end_it_points_to() -> None:
    """Two lines of 25 units, however wide the arrow is, and never over half its length."""
    long = Shape(
        id="a",
        form=ShapeKind.ARROW,
        points=(0, 0, 100, 0),
        end=Head.ARROW,
        line_width=9,
        stage="now",
    )
    line, *sides = drawn(long)
    assert line.outline == (Move((0, 0)), LineTo((100, 0)))
    assert len(sides) == 2
    for side in sides:
        start, tip = side.outline
        assert tip == LineTo((100, 0))
        assert hypot(start[0][0] - 100, start[0][1]) == pytest.approx(25)
        assert start[0][0] == pytest.approx(100 - 25 * 0.9397, abs=0.01)
    _, side, _ = drawn(long.model_copy(update={"points": (0, 0, 20, 0)}))
    assert hypot(side.outline[0][0][0] - 20, side.outline[0][0][1]) == pytest.approx(10)


@pytest.mark.parametrize(
    ("head", "shapes", "fills"),
    [(Head.NONE, 1, 0), (Head.BAR, 3, 0), (Head.TRIANGLE, 3, 1), (Head.DOT, 3, 1)],
)
def test_every_kind_of_head_is_drawn(head: Head, shapes: int, fills: int) -> None:
    """Bars are lines; triangles and dots are filled with the colour of the line."""
    arrow = Shape(id="a", form=ShapeKind.ARROW, points=(0, 0, 90, 90), start=head, stage="now")
    found = drawn(arrow)
    assert len(found) == shapes
    assert len([part for part in found if part.fill == arrow.line]) == fills


def test_a_line_is_filled_only_if_it_comes_back_to_where_it_began() -> None:
    """As on the board: an open line has no inside."""
    line = Shape(
        id="l", form=ShapeKind.LINE, points=(0, 0, 90, 0, 90, 90, 3, 3), fill="#FFFFFF", stage="now"
    )
    assert [part.role for part in drawn(line)] == [Role.AREA, Role.INK]
    away = line.model_copy(update={"points": (0, 0, 90, 0, 90, 90, 30, 30)})
    assert [part.role for part in drawn(away)] == [Role.INK]


def test_a_soft_line_turns_about_the_middle_of_its_curve() -> None:
    """Not about the middle of its corners: a curve swings beyond them."""
    points = [(0.0, 0.0), (100.0, 0.0), (100.0, 100.0)]
    curve = through(points)
    box = bounds(curve)
    assert box.right > 100
    assert box.y < 0
    flat = tuple(value for point in points for value in point)
    soft = Shape(id="l", form=ShapeKind.LINE, points=flat, rounded=True, turn=pi, stage="now")
    (line,) = drawn(soft)
    first = line.outline[0]
    assert isinstance(first, Move)
    assert first.to == pytest.approx((2 * box.centre[0], 2 * box.centre[1]))


def test_a_stroke_is_an_area_of_its_ink() -> None:
    """As wide as its pen at most, in its colour, see-through for a highlighter."""
    stroke = Stroke(
        id="s",
        stage="now",
        points=(100, 100, 150, 100, 200, 100, 250, 100),
        pressures=(1, 1, 1, 1),
        pen=Pen(colour="#B3261E", width=20, opacity=0.4),
    )
    (ink,) = drawn(stroke)
    assert (ink.fill, ink.line, ink.opacity, ink.role) == ("#B3261E", None, 0.4, Role.INK)
    assert 20 <= extent(ink.outline).height <= 40


def test_a_label_stands_line_by_line_in_its_box() -> None:
    """Lines 1.25 sizes apart; left, in the middle or right; empty ones leave their room."""
    label = Label(
        id="l", stage="now", text="one\n\nthree", size=40, x=10, y=20, width=400, height=150
    )
    for align, part in ((Align.LEFT, 0.0), (Align.CENTRE, 0.5), (Align.RIGHT, 1.0)):
        lines = parts(label.model_copy(update={"align": align}))
        first, third = (line for line in lines if isinstance(line, Text))
        assert (first.words, third.words) == ("one", "three")
        assert third.baseline - first.baseline == pytest.approx(100)
        assert first.baseline == pytest.approx(20 + 0.881 * 40)
        assert first.x == pytest.approx(10 + part * (400 - first.width))
    turned = parts(label.model_copy(update={"turn": pi}))
    assert isinstance(turned[0], Text)
    assert turned[0].x == pytest.approx(410)
    assert turned[0].turn == pi


def test_a_stamp_is_drawn_into_its_box_in_its_colour() -> None:
    """And an unknown one leaves a frame in its place: its words are read all the same."""
    icon = stamps.areas()[0].icons[0].id
    stamp = Stamp(id="s", icon=icon, colour="#1F6B33", **PLACE)
    (line,) = drawn(stamp)
    assert line.line == "#1F6B33"
    box = extent(line.outline)
    assert 100 <= box.x < box.right <= 400
    assert 200 <= box.y < box.bottom <= 360
    (frame,) = drawn(stamp.model_copy(update={"icon": "no such thing"}))
    assert frame.dash


def test_a_photo_keeps_its_bytes_and_a_lost_one_leaves_a_frame() -> None:
    """Turned and see-through as asked."""
    photo = Photo(id="p", picture="pic1", turn=0.2, opacity=0.7, **PLACE)
    (shown,) = parts(photo)
    assert isinstance(shown, Photograph)
    assert (shown.mime, shown.turn, shown.opacity) == ("image/jpeg", 0.2, 0.7)
    (frame,) = drawn(photo.model_copy(update={"picture": "gone"}))
    assert frame.dash


HALVES = Image.new("RGB", (400, 200), "#1B4B8F")
HALVES.paste("#C2571A", (0, 0, 200, 200))
CROP = {"x": 200, "y": 0, "width": 200, "height": 200, "naturalWidth": 400, "naturalHeight": 200}


def shown(encoding: Encoding = Encoding.PNG, **foreign: object) -> Image.Image | None:
    """Return the pixels that are printed of a photo, orange on the left and blue on the right."""
    written = BytesIO()
    HALVES.save(written, "PNG" if encoding is Encoding.PNG else "JPEG")
    body = b64encode(written.getvalue()).decode()
    whole = Picture(id="pic1", encoding=encoding, width=400, height=200, base64=body)
    photo = Photo(id="p", picture="pic1", foreign=foreign, **PLACE)
    (part,) = parts_of(photo, SESSION.model_copy(update={"pictures": {"pic1": whole}}))
    if not isinstance(part, Photograph):
        return None
    return Image.open(BytesIO(b64decode(part.base64)))


def orange(image: Image.Image | None) -> list[bool]:
    """Say of the left and the right edge of a picture whether it is orange."""
    assert image
    row = image.convert("RGB").load()
    return [row[x, image.height // 2][0] > 120 for x in (0, image.width - 1)]


@pytest.mark.parametrize("encoding", list(Encoding))
def test_of_a_cropped_photo_only_what_is_left_is_printed(encoding: Encoding) -> None:
    assert orange(shown(encoding)) == [True, False]
    left = shown(encoding, crop=CROP)
    assert left
    assert left.size == (200, 200)
    assert orange(left) == [False, False]
    # The picture was stored at half the size that it had when it was cropped.
    doubled = {name: 2 * value for name, value in CROP.items()}
    assert orange(shown(encoding, crop=doubled)) == [False, False]


def test_a_flipped_photo_is_printed_flipped() -> None:
    assert orange(shown(scale=[-1, 1])) == [False, True]
    assert orange(shown(scale=[-1, -1])) == [False, True]
    assert orange(shown(scale=[1, -1])) == [True, False]


@pytest.mark.parametrize(
    "crop",
    [
        "left half",
        {"x": 0},
        {**CROP, "width": float("nan")},
        {**CROP, "x": 900},
        {**CROP, "x": "0"},
    ],
    ids=str,
)
def test_a_photo_whose_crop_makes_no_sense_is_not_printed(crop: object) -> None:
    assert shown(crop=crop) is None


def test_a_flipped_stamp_is_drawn_flipped() -> None:
    stamp = Stamp(id="s", icon="house", **PLACE)
    (plain,), (flipped,) = (
        drawn(stamp),
        drawn(stamp.model_copy(update={"foreign": {"scale": [-1, 1]}})),
    )
    middle = 100 + 300 / 2
    mirrored = [(round(2 * middle - x, 6), round(y, 6)) for step in plain.outline for x, y in step]
    assert mirrored == [(round(x, 6), round(y, 6)) for step in flipped.outline for x, y in step]
