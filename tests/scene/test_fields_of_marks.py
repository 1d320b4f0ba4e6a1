"""Every field of a mark is drawn or has no look: a new field fails here until that is decided."""

from collections.abc import Mapping
from typing import Any

import pytest

from path_planner.domain.image import Encoding
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
from path_planner.formats.excalidraw import marks
from path_planner.formats.excalidraw.import_ import undrawn
from path_planner.scene.foreign_fields import DRAWN, WITHOUT_LOOK
from path_planner.scene.marks import parts_of
from path_planner.scene.model import Part
from path_planner.scene.wall.marks import Loose
from tests.formats.drawn_elsewhere import CORPUS, PICTURES
from tests.scene import samples, walls

PLACE = {"stage": "now", "x": 100.0, "y": 200.0, "width": 300.0, "height": 160.0}
LOOP = (0.0, 0.0, 90.0, 20.0, 60.0, 90.0, 1.0, 1.0)
ARROW = Shape(
    id="m", form=ShapeKind.ARROW, points=(0, 0, 200, 0, 200, 150), end=Head.TRIANGLE, **PLACE
)
BOX = Shape(id="m", form=ShapeKind.BOX, fill="#FFE08A", **PLACE)
ROUND = BOX.model_copy(update={"rounded": True})
ROUGH = BOX.model_copy(update={"foreign": {"roughness": 1, "seed": 5}})
LABEL = Label(id="m", text="two\nlines", align=Align.CENTRE, turn=0.2, **PLACE)
STAMP = Stamp(id="m", icon="house", **PLACE)
PHOTO = Photo(id="m", picture="pic1", **PLACE)
STROKE = Stroke(id="m", stage="now", points=LOOP)
SESSION = samples.session(3)

PLACES = {"x": 7.0, "y": 8.0, "width": 90.0, "height": 60.0, "opacity": 0.5, "turn": 0.4}
BARE = {"id", "kind", "stage", "by", "groups", "order", "foreign", "words"}
"""What a mark is, not how it looks; words are read, and the order is that of painting."""
FIELDS: Mapping[type, tuple[Any, Mapping[str, Any], set[str]]] = {
    Stroke: (
        STROKE,
        {
            "points": (0.0, 0.0, 9.0, 9.0),
            "pen": Pen(colour="#B3261E"),
            "pressures": (0.1, 0.9, 0.4, 0.2),
            "turn": 0.4,
        },
        # Strokes of a sketch and signatures are drawn with their sketch and their card.
        (BARE - {"words"}) | {"sketch", "signs"},
    ),
    Shape: (
        BOX,
        {
            **PLACES,
            "form": ShapeKind.ELLIPSE,
            "line": "#B3261E",
            "fill": None,
            "line_width": 9.0,
            "dash": Dash.DOTTED,
            "rounded": True,
        },
        BARE | {"points", "start", "end"},
    ),
    Label: (
        LABEL,
        {**PLACES, "text": "one", "size": 20.0, "colour": "#B3261E", "align": Align.RIGHT}
        | {"inside": "m2"},
        BARE - {"words"},
    ),
    Stamp: (STAMP, {**PLACES, "icon": "heart", "colour": "#B3261E"}, BARE),
    # A photo that lies under all is painted first: the poster sees to that.
    Photo: (PHOTO, {**PLACES, "picture": "pic2"}, BARE | {"under"}),
}
CROP = {"x": 0, "y": 0, "width": 20, "height": 20, "naturalWidth": 40, "naturalHeight": 40}
FOREIGN: Mapping[str, tuple[tuple[Loose, Any], ...]] = {
    "crop": ((PHOTO, CROP), (STAMP, CROP)),
    "scale": ((PHOTO, [-1, 1]), (STAMP, [1, -1])),
    "roughness": ((BOX, 1), (ROUND, 2), (ARROW, 1)),
    "seed": ((ROUGH, 6),),
    "fillStyle": ((BOX, "hachure"), (BOX, "cross-hatch"), (BOX, "zigzag"), (ROUND, "hachure")),
    "backgroundColor": ((STROKE, "#ffc9c9"), (BOX, "#ffe08a80")),
    "strokeColor": ((BOX, "#1e243080"), (STROKE, "#1e243080"), (LABEL, "#1e243080")),
    "roundness": ((ROUND, {"type": 3, "value": 8}), (PHOTO, {"type": 3}), (STAMP, {"type": 2})),
    "startArrowhead": ((ARROW.model_copy(update={"start": Head.DOT}), "circle_outline"),),
    "endArrowhead": tuple(
        (ARROW, kind)
        for kind in (
            *("bar", "arrow", "triangle_outline", "diamond", "diamond_outline", "circle"),
            *("circle_outline", "crowfoot_one", "crowfoot_many", "crowfoot_one_or_many"),
        )
    ),
    "elbowed": ((ARROW, True),),
    "lineHeight": ((LABEL, 2.0),),
    "fontFamily": ((LABEL, 7), (LABEL, 6)),
}


def parts(mark: Loose) -> tuple[Part, ...]:
    """Draw a mark of a session that has two photos and an arrow with a label."""
    pictures = {"pic1": walls.picture(), "pic2": walls.picture("pic2", Encoding.PNG)}
    held = {mark.id: mark, "m2": ARROW.model_copy(update={"id": "m2"})}
    return parts_of(mark, SESSION.model_copy(update={"pictures": pictures, "marks": held}))


@pytest.mark.parametrize("kind", FIELDS, ids=lambda kind: kind.__name__)
def test_each_field_of_a_mark_is_drawn_or_has_no_look(kind: type) -> None:
    mark, changes, bare = FIELDS[kind]
    assert {*changes, *bare} == set(type(mark).model_fields)
    assert not set(changes) & bare
    plain = parts(mark)
    for name, value in changes.items():
        assert parts(mark.model_copy(update={name: value})) != plain, name


def test_the_corners_and_the_heads_of_a_line_are_drawn() -> None:
    for name, value in {"points": (0, 0, 9, 9), "start": Head.BAR, "end": Head.NONE}.items():
        assert parts(ARROW.model_copy(update={name: value})) != parts(ARROW), name


def test_each_foreign_field_is_drawn_or_has_no_look_or_is_named() -> None:
    assert set(FOREIGN) == set(DRAWN)
    assert not set(DRAWN) & set(WITHOUT_LOOK)
    for name, cases in FOREIGN.items():
        for mark, value in cases:
            changed = mark.model_copy(update={"foreign": {**mark.foreign, name: value}})
            assert parts(changed) != parts(mark), (name, value)
            assert undrawn(changed) == ()
    for name in WITHOUT_LOOK:
        for mark in (BOX, ARROW, LABEL, STAMP, PHOTO, STROKE):
            odd = mark.model_copy(update={"foreign": {name: "odd"}})
            assert (parts(odd), undrawn(odd)) == (parts(mark), ()), name
    assert undrawn(BOX.model_copy(update={"foreign": {"shadow": 4}})) == ("shadow",)
    assert undrawn(BOX.model_copy(update={"foreign": {"fillStyle": "dots"}})) == ("fillStyle",)


@pytest.mark.parametrize("raw", [*CORPUS, *PICTURES], ids=lambda raw: raw["id"])
def test_nothing_that_excalidraw_itself_writes_is_left_undrawn(raw: dict[str, Any]) -> None:
    picture = {"customData": {"picture": "pic1"}} if raw["type"] == "image" else {}
    assert undrawn(marks.read({**raw, **picture}, stage="now").mark) == ()
