"""Marks from the wall: drawn, moved, taken off and brought back, each in its stage."""

import base64
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from path_planner.domain.marks import Photo, Stamp, Stroke
from path_planner.errors import NotAChange, NotAMark, NotAPhoto, PlannerError, UnknownRecord
from path_planner.services.session.wall import apply_command
from path_planner.services.session.wall.commands import read_command
from tests.services.session.rooms import a_group
from tests.services.session.walls import a_line, an_image, fresh, middle, on_the_wall, tell


def a_photo() -> dict[str, str]:
    """Return the file of a small photo."""
    out = BytesIO()
    Image.new("RGB", (40, 30), "#336699").save(out, "JPEG")
    return {
        "id": "x",
        "mimeType": "image/jpeg",
        "dataURL": "data:image/jpeg;base64," + base64.b64encode(out.getvalue()).decode(),
    }


def test_a_line_is_kept_in_the_stage_it_lies_in() -> None:
    group = on_the_wall()
    line = group.session.marks["line"]
    assert isinstance(line, Stroke)
    assert line.stage == "dream"
    assert line.sketch is None
    assert line.points[:4] == (*_corner(group), *_corner(group, 20, 20))


def _corner(group: Any, right: float = 0, down: float = 0) -> tuple[float, float]:
    x, y = middle(group.session, "dream")
    return round(x - 20 + right, 2), round(y - 10 + down, 2)


def test_the_same_change_told_again_changes_nothing_even_when_all_else_went_on() -> None:
    group = a_group()
    drawn = {"id": fresh(), "do": "put", "element": a_line("line", 100, 900)}
    group.does(apply_command(group.room, read_command(drawn)))
    tell(group, "put", element=a_line("line", 300, 900))
    before = group.session
    group.does(apply_command(group.room, read_command(drawn)))
    assert group.session == before


def test_a_mark_keeps_its_stage_until_it_is_moved_into_another_region() -> None:
    group = on_the_wall()
    tell(group, "amend", collection="marks", record="line", fields={"stage": "now"})
    x, y = middle(group.session, "dream")
    tell(group, "put", element=a_line("line", x + 5, y))
    assert group.session.marks["line"].stage == "now"
    tell(group, "put", element=a_line("line", *middle(group.session, "goal")))
    assert group.session.marks["line"].stage == "goal"


def test_the_first_mark_writes_down_where_the_cards_stand() -> None:
    group = on_the_wall()
    assert group.session.marks["v1"].kind == "card"
    assert group.session.marks["c1"].kind == "card"
    assert group.session.marks["s1-card"].kind == "card"


def test_what_was_amended_is_not_undone_by_a_browser_that_did_not_know() -> None:
    group = on_the_wall()
    tell(group, "amend", collection="marks", record="line", fields={"by": "asha"})
    tell(group, "put", element=a_line("line", 40, 40, customData={"part": "mark", "by": None}))
    assert group.session.marks["line"].by == "asha"


def test_a_mark_is_taken_off_once() -> None:
    group = on_the_wall()
    tell(group, "gone", mark="line")
    assert "line" not in group.session.marks
    assert tell(group, "gone", mark="line").changes == ()


def test_a_photo_is_kept_with_its_picture_and_goes_with_it() -> None:
    group = on_the_wall()
    tell(group, "put", element=an_image("photo1", 2000, 1000, words="A boat"), file=a_photo())
    photo = group.session.marks["photo1"]
    assert isinstance(photo, Photo)
    assert photo.words == "A boat"
    assert photo.picture in group.session.pictures
    tell(group, "gone", mark="photo1")
    assert group.session.pictures == {}


def test_undo_brings_a_photo_back_with_its_picture() -> None:
    group = on_the_wall()
    tell(group, "put", element=an_image("photo1", 2000, 1000), file=a_photo())
    picture = group.session.marks["photo1"].picture
    tell(group, "gone", mark="photo1")
    tell(group, "put", element=an_image("photo1", 2000, 1000, picture=picture))
    assert set(group.session.pictures) == {picture}


def test_a_photo_that_two_marks_show_stays_until_both_are_gone() -> None:
    group = on_the_wall()
    for name in ("one", "two"):
        tell(group, "put", element=an_image(name, 2000, 1000), file=a_photo())
    tell(group, "gone", mark="one")
    assert len(group.session.pictures) == 1


def test_a_stamp_has_its_name_as_words() -> None:
    group = on_the_wall()
    tell(group, "put", element=an_image("st", 900, 900, stamp="home", words="Home"))
    stamp = group.session.marks["st"]
    assert isinstance(stamp, Stamp)
    assert (stamp.icon, stamp.words) == ("home", "Home")


@pytest.mark.parametrize("taken", ["s1", "k1", "v1"])
def test_a_mark_never_takes_the_place_of_a_card_a_sketch_or_its_ink(taken: str) -> None:
    group = on_the_wall()
    before = group.session
    with pytest.raises(NotAChange):
        tell(group, "put", element=a_line(taken, 50, 50))
    with pytest.raises(NotAChange):
        tell(group, "gone", mark=taken)
    assert group.room.store.open(before.id).document == before


HOSTILE: list[dict[str, Any]] = [
    {"element": {}},
    {"element": None},
    {"element": []},
    {"element": {"id": "../../x", "type": "freedraw", "x": 0, "y": 0, "points": [[0, 0]]}},
    {"element": {"id": "a", "type": "freedraw", "x": 0, "y": 0, "points": "many"}},
    {"element": {"id": "a", "type": "freedraw", "x": 1e300, "y": 0, "points": [[0, 0]]}},
    {"element": {"id": "a", "type": "freedraw", "x": float("nan"), "y": 0, "points": [[0, 0]]}},
    {"element": {"id": "a", "type": "freedraw", "x": {}, "y": [], "points": [[None, {}]]}},
    {"element": {"id": "a", "type": "iframe", "x": 0, "y": 0, "link": "javascript:alert(1)"}},
    {"element": {"id": ["a"], "type": "freedraw"}},
    {"element": an_image("a", 0, 0)},
    {"element": an_image("a", 0, 0, picture="nothing")},
    {"element": an_image("a", 0, 0), "file": {"dataURL": "data:image/png;base64,AAAA"}},
    {"element": an_image("a", 0, 0), "file": {"dataURL": "data:text/html;base64,AAAA"}},
    {"element": an_image("a", 0, 0), "file": {"dataURL": "data:image/png;base64,§"}},
    {"element": an_image("a", 0, 0), "file": {"dataURL": 7}},
    {"element": an_image("a", 0, 0), "file": "x"},
]


@pytest.mark.parametrize("facts", HOSTILE)
def test_what_cannot_be_a_mark_is_refused_with_a_sentence(facts: dict[str, Any]) -> None:
    group = on_the_wall()
    with pytest.raises((NotAChange, NotAMark, NotAPhoto, UnknownRecord)) as refused:
        tell(group, "put", **facts)
    assert isinstance(refused.value, PlannerError)
    assert str(refused.value)
    assert "a" not in group.room.store.open(group.session.id).document.marks


def test_ten_thousand_brackets_are_no_way_in() -> None:
    group = on_the_wall()
    deep: Any = []
    for _ in range(10_000):
        deep = [deep]
    with pytest.raises(PlannerError):
        tell(group, "put", element={**a_line("a", 9, 9), "points": deep})
    tell(group, "put", element={**a_line("b", 9, 9), "customData": {"part": "mark", "deep": deep}})
    tell(group, "put", element={**a_line("c", 9, 9), "appendix": deep})
    assert {"b", "c"} <= set(group.session.marks)
