"""A drawing from elsewhere comes onto the wall in one step, and can be taken back in one."""

import pytest

from path_planner.domain.wall_items import Card, Photo
from path_planner.errors import NotAWall
from path_planner.formats.excalidraw.export import write_wall
from path_planner.processes.prompts import process_of
from path_planner.services.context import SessionContext
from path_planner.services.session.excalidraw_import import import_drawing
from path_planner.storage.memory_store import MemoryStore
from path_planner.storage.session_type import SESSIONS
from tests.domain.builders import a_session
from tests.formats.drawn_elsewhere import CORPUS, PICTURES, element
from tests.formats.test_wall_file import a_file, a_photo


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
