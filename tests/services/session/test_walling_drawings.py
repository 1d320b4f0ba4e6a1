"""A drawing from elsewhere comes onto the wall in one step, and can be taken back in one."""

from base64 import b64encode

import pytest

from path_planner.domain.marks import Card, Photo, Shape
from path_planner.errors import IsADrawing, NotASession, NotAWall
from path_planner.exports.session.wall_file import write_wall
from path_planner.processes.prompts import process_of
from path_planner.scene.geometry import Rectangle
from path_planner.scene.wall import card_pieces
from path_planner.scene.wall.marks import box_of_mark
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.session.documents import import_document
from path_planner.services.session.wall import apply_command
from path_planner.services.session.wall.commands import read_command
from path_planner.services.session.wall.drawings import import_drawing
from path_planner.storage.memory_store import MemoryStore
from path_planner.storage.session_type import SESSIONS
from tests.domain.builders import a_session
from tests.formats.drawn_elsewhere import CORPUS, PICTURES, element
from tests.formats.test_wall_file import a_file, a_photo
from tests.services.session.rooms import Group
from tests.services.session.walls import fresh, on_the_wall, stage_box, tell


def a_room() -> SessionContext:
    """Return a room with a session that has no wall yet."""
    store = MemoryStore(SESSIONS)
    return SessionContext(store, store.create(a_session()))


def test_marks_and_pictures_come_in_one_step() -> None:
    room = a_room()
    files = {"photo-abc": {"dataURL": a_photo()}}
    brought = import_drawing(room, a_file(*CORPUS, *PICTURES, files=files))
    assert brought.session.revision == room.document.revision + 1
    assert brought.marks == len(CORPUS) + len(PICTURES)
    (photo,) = (mark for mark in brought.session.marks.values() if isinstance(mark, Photo))
    assert photo.picture in brought.session.pictures
    stages = {stage.id for stage in process_of(brought.session).stages}
    assert {mark.stage for mark in brought.session.marks.values()} <= stages


def test_the_cards_stay_where_they_were_shown() -> None:
    brought = import_drawing(a_room(), a_file(element("ellipse", "e")))
    held = {mark.id for mark in brought.session.marks.values() if isinstance(mark, Card)}
    assert {"v1", "c1"} <= held


def test_the_same_file_twice_stands_there_twice() -> None:
    room = a_room()
    content = a_file(element("ellipse", "e"))
    first = import_drawing(room, content)
    again = import_drawing(SessionContext(room.store, first.session), content)
    assert len(again.session.marks) == len(first.session.marks) + 1


def test_a_file_with_nothing_for_a_wall_changes_nothing() -> None:
    room = a_room()
    brought = import_drawing(room, a_file(element("iframe", "i")))
    assert (brought.session, brought.marks) == (room.document, 0)
    assert brought.left_out == ("1 web page or film inside the drawing.",)


def test_no_drawing_is_refused_and_nothing_changes() -> None:
    room = a_room()
    with pytest.raises(NotAWall):
        import_drawing(room, b"{}")
    assert room.store.open(room.document.id).document == room.document


def test_what_was_brought_in_can_be_taken_to_another_wall() -> None:
    room = a_room()
    session = import_drawing(room, a_file(*CORPUS)).session
    other = a_room()
    brought = import_drawing(other, write_wall(session, process_of(session)))
    assert brought.marks == len(CORPUS)


def drop(group: Group, content: bytes, **where: str) -> tuple[str, SessionResult]:
    """Let a file come to the wall; return the id of the change, and what was saved."""
    change = fresh()
    message = {"id": change, "do": "import", "content": b64encode(content).decode(), **where}
    return change, group.does(apply_command(group.room, read_command(message)))


def test_a_drawing_lies_in_the_stage_that_was_chosen_and_covers_nothing() -> None:
    group = on_the_wall()
    before = group.session
    rows = [element("ellipse", f"e{n}", x=4000.0 * n, y=0, width=900, height=900) for n in (0, 1)]
    _, saved = drop(group, a_file(*rows), stage="goal")
    new = [mark for key, mark in saved.document.marks.items() if key not in before.marks]
    assert [mark.stage for mark in new] == ["goal", "goal"]
    region = stage_box(saved.document, "goal")
    cards = [piece.box for piece in card_pieces(saved.document, process_of(saved.document))]
    for mark in new:
        assert isinstance(mark, Shape)
        assert Rectangle(region).holds(box_of_mark(mark))
        assert not any(box_of_mark(mark).overlaps(card) for card in cards)
        assert mark.line_width < 4
    assert {key: saved.document.marks[key] for key in before.marks} == dict(before.marks)
    assert saved.told == ("2 things were added to the wall.",)


def test_a_small_drawing_keeps_its_size() -> None:
    group = on_the_wall()
    before = group.session
    small = element("ellipse", "e", x=9000, y=9000, width=60, height=40)
    _, saved = drop(group, a_file(small), stage="now")
    (mark,) = (mark for key, mark in saved.document.marks.items() if key not in before.marks)
    assert isinstance(mark, Shape)
    assert (mark.width, mark.height) == (60, 40)


def test_a_drawing_that_came_to_the_wall_is_taken_back_with_its_pictures() -> None:
    group = on_the_wall()
    before = group.session
    files = {"photo-abc": {"dataURL": a_photo()}}
    change, saved = drop(group, a_file(*CORPUS, *PICTURES, files=files), stage="dream")
    assert saved.document.pictures
    tell(group, "take_back", step=change)
    assert group.session.marks == before.marks
    assert not group.session.pictures


def test_a_drawing_that_is_sent_twice_is_there_once() -> None:
    group = on_the_wall()
    content = b64encode(a_file(element("ellipse", "e"))).decode()
    command = read_command({"id": fresh(), "do": "import", "content": content, "stage": "dream"})
    group.does(apply_command(group.room, command))
    once = group.session
    group.does(apply_command(group.room, command))
    assert group.session == once


@pytest.mark.parametrize("content", [b"", b"\x00\x01", b'{"type":"excalidraw"}', b"[" * 5000])
def test_what_is_no_drawing_is_refused_in_words(content: bytes) -> None:
    group = on_the_wall()
    before = group.session
    with pytest.raises(NotAWall):
        drop(group, content)
    assert group.session == before


def test_what_is_no_base64_is_no_drawing() -> None:
    message = {"id": fresh(), "do": "import", "content": "not base64!"}
    with pytest.raises(NotAWall):
        apply_command(on_the_wall().room, read_command(message))


def test_a_drawing_in_place_of_a_plan_is_told_where_it_can_go() -> None:
    store = MemoryStore(SESSIONS)
    with pytest.raises(IsADrawing, match="wall of a plan"):
        import_document(store, a_file(element("ellipse", "e")))
    with pytest.raises(NotASession, match="not a plan"):
        import_document(store, b"{}")
