"""Photos: their bytes are written once, and nobody who asks for a list has to read them."""

import os
from base64 import b64encode
from pathlib import Path

import pytest

from path_planner.domain.base import put, remove, with_fields
from path_planner.domain.diff import Change, diff
from path_planner.domain.image import Picture
from path_planner.domain.marks import Photo
from path_planner.domain.session import Session
from path_planner.errors import NotSaved
from path_planner.storage import serializer
from path_planner.storage.file_store.store import FileStore
from path_planner.storage.session_type import SESSIONS
from tests.domain.builders import a_session
from tests.storage.writers import append, change_to

LARGE = 400_000
PICTURE = Picture(
    id="i1", width=800, height=600, base64=b64encode(os.urandom(LARGE * 3 // 4)).decode()
)
PHOTO = Photo(id="ph1", stage="now", picture="i1", width=400, height=300, words="The garden")


def with_a_photo(session: Session) -> Session:
    """Return the session with one photo on its wall."""
    return put(put(session, "marks", PHOTO), "pictures", PICTURE)


def journal_of(folder: Path) -> Path:
    """Return the journal of the one session."""
    (journal,) = (folder / ".path").glob("*.jsonl")
    return journal


def test_a_photo_that_is_moved_is_not_written_again(folder: Path) -> None:
    store = FileStore(folder, SESSIONS)
    begun = store.create(a_session())
    placed = change_to(store, begun, with_a_photo(begun)).document
    # A journal as large as that is closed at once: the photo lies in the document now.
    before = journal_of(folder).stat().st_size
    assert before < 1_000
    assert PICTURE.base64.encode() in (folder / "2026-11-22_k7f3q2.path.json").read_bytes()
    for place in range(10):
        moved = put(placed, "marks", with_fields(placed.marks["ph1"], x=float(place), y=20.0))
        placed = change_to(store, placed, moved).document
    assert journal_of(folder).stat().st_size - before < 10 * 1_000
    again = FileStore(folder, SESSIONS).open(begun.id).document
    assert again == placed
    assert again.pictures["i1"] == PICTURE
    assert again.marks["ph1"].x == 9


def test_a_moved_photo_is_one_change() -> None:
    before = with_a_photo(a_session())
    after = put(before, "marks", with_fields(before.marks["ph1"], turn=0.5))
    assert [change[:2] for change in diff(before, after)] == [("marks", "ph1")]
    assert after.pictures is before.pictures


def test_the_lists_do_not_read_photos(folder: Path) -> None:
    session = with_a_photo(a_session())
    data = serializer.write(session)
    short = serializer.without_heavy_collections(data, SESSIONS)
    assert len(data) > LARGE
    assert len(short) < 4_000
    assert serializer.read(short, SESSIONS) == session.model_copy(
        update={"marks": {}, "pictures": {}}
    )
    store = FileStore(folder, SESSIONS)
    store.create(session)
    (entry,) = FileStore(folder, SESSIONS).summaries()
    assert (entry.title, entry.voices, entry.commitments) == ("Robin’s PATH", 1, 1)


def test_a_photo_comes_back_with_its_picture_from_the_history(folder: Path) -> None:
    store = FileStore(folder, SESSIONS)
    begun = store.create(a_session())
    placed = change_to(store, begun, with_a_photo(begun)).document
    gone = change_to(store, placed, remove(remove(placed, "marks", "ph1"), "pictures", "i1"))
    assert gone.document.pictures == {}
    store.checkpoint(begun.id)
    then = FileStore(folder, SESSIONS).at_revision(begun.id, placed.revision)
    assert then == placed


def test_what_is_no_picture_is_not_written_down(folder: Path) -> None:
    store = FileStore(folder, SESSIONS)
    session = store.create(a_session())
    for wrong in (
        PICTURE.model_copy(update={"base64": "<script>"}),
        PICTURE.model_copy(update={"width": 0}),
    ):
        with pytest.raises(NotSaved):
            append(store, session, [Change("pictures", "i1", wrong)])
    deep: object = 1
    for _ in range(40):
        deep = {"in": deep}
    strange = Change("marks", "ph1", PHOTO.model_copy(update={"foreign": {"x": deep}}))
    with pytest.raises(NotSaved):
        append(store, session, [strange])
    assert store.open(session.id).document == session
