"""Drawings from files come onto the wall; what cannot come is named, and nothing can do harm."""

import base64
import io
import itertools
from typing import Any

import orjson
import pytest
from PIL import Image

from path_planner.domain.marks import Label, Photo, Shape, Stamp
from path_planner.domain.session import Session
from path_planner.domain.voice import Share
from path_planner.errors import FileTooLarge, NotAWall, PlannerError, TooManyRecords
from path_planner.exports.session.wall_file import write_wall
from path_planner.formats.excalidraw import opening
from path_planner.formats.excalidraw.import_ import Imported, Place, read_wall
from path_planner.processes.prompts import process_of
from path_planner.scene.marks import parts_of
from path_planner.scene.model import Shape as Drawn
from path_planner.scene.wall.marks import box_of_mark
from path_planner.services.session.photos import picture_from
from tests.domain.builders import a_session, a_voice
from tests.formats.drawn_elsewhere import CORPUS, PICTURES, TEXT, element


def a_file(*elements: Any, files: Any = None, **more: Any) -> bytes:
    """Return a file with these elements."""
    held = {"type": "excalidraw", "version": 2, "source": "https://drawing.example"}
    return orjson.dumps({**held, "elements": elements, "files": files or {}, **more})


def a_place(**facts: Any) -> Place:
    """Return a wall to bring something to."""
    numbers = itertools.count(1)
    given: dict[str, Any] = {
        "stage_at": lambda x, y: "dream" if x + y else "now",
        "fresh_id": lambda: f"new{next(numbers)}",
        "picture_from": picture_from,
    }
    return Place(**{**given, **facts})


def brought(*elements: Any, **more: Any) -> Imported:
    """Bring elements in."""
    return read_wall(a_file(*elements, **more), a_place())


def a_photo() -> str:
    """Return a small picture as an address."""
    held = io.BytesIO()
    Image.new("RGB", (8, 6), "#C2571A").save(held, "PNG")
    return f"data:image/png;base64,{base64.b64encode(held.getvalue()).decode()}"


def test_all_that_can_be_drawn_comes_along() -> None:
    files = {"photo-abc": {"id": "photo-abc", "mimeType": "image/png", "dataURL": a_photo()}}
    found = read_wall(a_file(*CORPUS, *PICTURES, files=files), a_place())
    assert found.left_out == ("The lettering of 1 text: the wall has a lettering of its own.",)
    assert len(found.marks) == len(CORPUS) + len(PICTURES)
    assert [mark.order for mark in found.marks] == [1.0 + n for n in range(len(found.marks))]
    stamp, photo = found.marks[-2:]
    assert isinstance(stamp, Stamp)
    assert isinstance(photo, Photo)
    assert [picture.id for picture in found.pictures] == [photo.picture]


def test_what_names_another_names_it_still_under_its_new_name() -> None:
    found = brought(*CORPUS)
    names = {raw["id"]: mark.id for raw, mark in zip(CORPUS, found.marks, strict=True)}
    by_id = {mark.id: mark for mark in found.marks}
    assert not set(names) & set(by_id)
    held, bent = by_id[names["held"]], by_id[names["bent"]]
    assert isinstance(held, Label)
    assert held.inside == names["box"]
    assert isinstance(bent, Shape)
    assert bent.foreign["endBinding"] == {"elementId": names["holder"], "focus": 0.2, "gap": 5}
    holder = by_id[names["holder"]]
    assert isinstance(holder, Shape)
    assert holder.foreign["boundElements"] == [{"type": "arrow", "id": names["bent"]}]


def test_two_of_one_name_both_come() -> None:
    found = brought(element("rectangle", "same"), element("ellipse", "same", x=5))
    assert len({mark.id for mark in found.marks}) == 2


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (element("frame", "f"), "1 frame. Its contents were added."),
        (element("embeddable", "e"), "1 web page or film inside the drawing."),
        (element("iframe", "e"), "1 web page or film inside the drawing."),
        (element("hologram", "h"), "1 thing that the wall cannot show."),
        (element("rectangle", "r", x=None), "1 thing that is damaged or far too large."),
        (element("freedraw", "r", points="x"), "1 thing that is damaged or far too large."),
        (element("image", "i", fileId="gone"), "1 picture that is missing from the file."),
    ],
    ids=lambda each: each["type"] if isinstance(each, dict) else "",
)
def test_what_cannot_come_is_named(raw: dict[str, Any], sentence: str) -> None:
    assert brought(raw) == Imported((), (), (sentence,))


def test_a_link_that_could_do_harm_stays_out_and_its_thing_comes() -> None:
    found = brought(element("rectangle", "r", link="javascript:alert(1)"))
    assert len(found.marks) == 1
    assert found.left_out == ("1 unsafe link.",)


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("data:image/svg+xml;base64,PHN2Zz4=", "picture made of lines (SVG)"),
        ("data:image/svg+xml,<svg onload='alert(1)'/>", "picture made of lines (SVG)"),
        ("data:image/png;base64,AAAA", "could not be read"),
        ("data:text/html;base64,AAAA", "could not be read"),
        ("https://pictures.example/one.png", "could not be read"),
    ],
)
def test_a_picture_that_is_none_is_named(address: str, sentence: str) -> None:
    image = element("image", "i", fileId="one")
    found = brought(image, files={"one": {"dataURL": address}})
    assert found.marks == ()
    assert sentence in found.left_out[0]


def test_what_was_cropped_away_stays_out_of_the_plan() -> None:
    held = io.BytesIO()
    halves = Image.new("RGB", (3000, 1500), "#1B4B8F")
    halves.paste("#C2571A", (0, 0, 1500, 1500))
    halves.save(held, "PNG")
    address = f"data:image/png;base64,{base64.b64encode(held.getvalue()).decode()}"
    crop = {"x": 1500, "y": 0, "width": 1500, "height": 1500}
    crop |= {"naturalWidth": 3000, "naturalHeight": 1500}
    image = element("image", "i", fileId="one", width=300, height=300, crop=crop)
    found = brought(image, files={"one": {"dataURL": address}})
    (photo,), (picture,) = found.marks, found.pictures
    assert isinstance(photo, Photo)
    assert photo.picture == picture.id
    assert "crop" not in photo.foreign
    assert (picture.width, picture.height) == (1000, 1000)
    colours = Image.open(io.BytesIO(base64.b64decode(picture.base64))).convert("RGB").getcolors(99)
    assert colours
    assert all(blue > red for _, (red, _, blue) in colours)
    broken = brought({**image, "crop": {"x": 5}}, files={"one": {"dataURL": address}})
    assert broken == Imported((), (), ("1 picture that could not be read.",))


def test_other_lettering_is_named_and_that_of_the_machine_becomes_the_wall_s() -> None:
    plain = element("text", "t", **{**TEXT, "fontFamily": 2, "lineHeight": 1.15})
    found = brought(plain, element("text", "c", **{**TEXT, "fontFamily": 3}))
    first, second = found.marks
    assert found.left_out == ("The lettering of 2 texts: the wall has a lettering of its own.",)
    assert isinstance(first, Label)
    assert isinstance(second, Label)
    assert "fontFamily" not in first.foreign
    assert (first.foreign["lineHeight"], second.foreign["fontFamily"]) == (1.15, 3)


def test_a_drawing_far_away_is_brought_onto_the_wall() -> None:
    far = element("rectangle", "r", x=90_000, y=-50_000, width=300, height=200)
    row = element("freedraw", "k", x=90_000, y=-49_000, points=[[0, 0], [30, 40]], pressures=[])
    found = brought(far, row)
    boxes = [box_of_mark(mark) for mark in found.marks]  # type: ignore[arg-type]
    assert all(box.x >= 0 and box.right <= 3200 and box.y >= 0 for box in boxes)
    assert boxes[0].width == pytest.approx(302)


def test_hatching_is_still_there_when_a_drawing_is_made_smaller() -> None:
    look = {"fillStyle": "hachure", "backgroundColor": "#ffc9c9", "roughness": 0}
    (box,) = brought(element("rectangle", "r", x=0, y=0, width=9_000, height=6_000, **look)).marks
    assert isinstance(box, Shape)
    hatching, line = parts_of(box, a_session())
    assert isinstance(hatching, Drawn)
    assert isinstance(line, Drawn)
    assert len(hatching.outline) > 400
    assert (hatching.fill, hatching.line, line.line) == (None, "#ffc9c9", "#1e1e1e")


def test_a_drawing_too_large_is_made_smaller() -> None:
    width = element("text", "t", **{**TEXT, "x": -5_000, "y": 0, "width": 32_000, "height": 100})
    (label,) = brought(width).marks
    assert isinstance(label, Label)
    assert label.width == pytest.approx(0.9 * 3200)
    assert label.size == pytest.approx(28 * 0.09)


def a_full_session() -> Session:
    """Return a session with cards, marks and something private."""
    voices = {
        "v1": a_voice("v1", said_by="robin"),
        "v2": a_voice("v2", text="Not for everybody", share=Share.PRIVATE),
    }
    marks = {
        "box": Shape(id="box", stage="now", form="box", x=9, y=9, width=80, height=50),
        "home": Stamp(id="home", stage="now", icon="house", x=500, y=500, width=90, height=90),
    }
    return a_session(voices=voices, marks=marks)


def test_our_own_wall_brings_its_marks_and_not_its_ground_or_its_known_cards() -> None:
    session = a_full_session()
    written = write_wall(session, process_of(session))
    found = read_wall(written, a_place(records={"v1", "c1"}, people={"robin"}))
    assert [type(mark) for mark in found.marks] == [Shape, Stamp]
    box, _ = found.marks
    assert isinstance(box, Shape)
    assert (box.x, box.y, box.width, box.height) == (9, 9, 80, 50)
    assert found.left_out == ("2 cards that are already in this plan.",)


def test_cards_of_another_plan_come_as_words_on_paper() -> None:
    session = a_full_session()
    found = read_wall(write_wall(session, process_of(session)), a_place())
    words = [mark.text for mark in found.marks if isinstance(mark, Label)]
    assert any("sunflowers" in text for text in words)


def test_private_words_are_in_no_file() -> None:
    session = a_full_session()
    assert b"Not for everybody" not in write_wall(session, process_of(session))


def test_a_file_of_ours_is_whole_in_the_eyes_of_excalidraw() -> None:
    session = a_full_session()
    document = orjson.loads(write_wall(session, process_of(session)))
    assert (document["type"], document["version"]) == ("excalidraw", 2)
    assert set(document["files"]) >= {"stamp-house-1E2430"}
    assert len({row["id"] for row in document["elements"]}) == len(document["elements"])
    assert not any(row.get("link") for row in document["elements"])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b"{",
        b'{"type": "excalidraw"}',
        b'{"type": "excalidraw", "elements": {}}',
        b'{"type": "path", "elements": []}',
        b'{"type": "excalidraw", "elements": ' + b"[" * 5_000 + b"]" * 5_000 + b"}",
        b'{"type": "excalidraw", "elements": [{"x": NaN}]}',
        b"\xff\xfe",
        b"\x89PNG\r\n\x1a\n",
    ],
)
def test_what_is_no_drawing_gets_a_sentence(data: bytes) -> None:
    with pytest.raises(NotAWall):
        read_wall(data, a_place())


def test_what_is_too_much_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_BYTES", 1_000)
    with pytest.raises(FileTooLarge):
        read_wall(b" " * 1_001, a_place())
    monkeypatch.undo()
    many = b"[1,2]," * opening.MOST_POINTS_IN_A_FILE
    with monkeypatch.context() as unread:
        unread.setattr(opening, "orjson", None)
        for too_much in (many + b"[", b"1," * (len(many) + 1)):
            with pytest.raises(TooManyRecords):
                read_wall(too_much, a_place())
    monkeypatch.setattr(opening, "MOST_ELEMENTS", 3)
    with pytest.raises(TooManyRecords):
        read_wall(a_file(*(element("ellipse", f"e{n}") for n in range(4))), a_place())


@pytest.mark.parametrize("odd", [None, 7, "x", [], [[]], {}, {"type": {}}, {"id": []}], ids=str)
def test_odd_rows_do_not_stop_the_others(odd: Any) -> None:
    found = brought(odd, element("ellipse", "e"))
    assert len(found.marks) == 1


@pytest.mark.parametrize("key", sorted(CORPUS[9].keys() - {"id", "type"}))
@pytest.mark.parametrize("value", [None, "x", -1e308, [[]], {"a": {}}, True], ids=str)
def test_no_value_of_any_field_does_harm(key: str, value: Any) -> None:
    for raw in (CORPUS[9], CORPUS[12], CORPUS[14], PICTURES[0]):
        try:
            brought({**raw, key: value}, element("ellipse", "e"))
        except PlannerError:
            pytest.fail("one odd thing stopped the others")
