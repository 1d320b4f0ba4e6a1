"""Photos: their bytes are written once, and nobody who asks for a list has to read them."""

import os
from base64 import b64encode
from pathlib import Path

import pytest

from path_planner.domain.change import Change, difference
from path_planner.domain.editing import amend, put, take_out
from path_planner.domain.picture import Picture
from path_planner.domain.session import Session
from path_planner.domain.wall import Photo
from path_planner.errors import NotSaved
from path_planner.storage import document
from path_planner.storage.files_store import FilesStore
from path_planner.storage.sessions import SESSIONS
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
    store = FilesStore(folder, SESSIONS)
    begun = store.begin(a_session())
    placed = change_to(store, begun, with_a_photo(begun)).document
    # A journal as large as that is closed at once: the photo lies in the document now.
    before = journal_of(folder).stat().st_size
    assert before < 1_000
    assert PICTURE.base64.encode() in (folder / "2026-11-22_k7f3q2.path.json").read_bytes()
    for place in range(10):
        moved = put(placed, "marks", amend(placed.marks["ph1"], x=float(place), y=20.0))
        placed = change_to(store, placed, moved).document
    assert journal_of(folder).stat().st_size - before < 10 * 1_000
    again = FilesStore(folder, SESSIONS).open(begun.id).document
    assert again == placed
    assert again.pictures["i1"] == PICTURE
    assert again.marks["ph1"].x == 9


def test_a_moved_photo_is_one_change() -> None:
    before = with_a_photo(a_session())
    after = put(before, "marks", amend(before.marks["ph1"], turn=0.5))
    assert [change[:2] for change in difference(before, after)] == [("marks", "ph1")]
    assert after.pictures is before.pictures


def test_the_lists_do_not_read_photos(folder: Path) -> None:
    session = with_a_photo(a_session())
    data = document.write(session)
    short = document.without_bulk(data, SESSIONS)
    assert len(data) > LARGE
    assert len(short) < 4_000
    assert document.read(short, SESSIONS) == session.model_copy(
        update={"marks": {}, "pictures": {}}
    )
    store = FilesStore(folder, SESSIONS)
    store.begin(session)
    (entry,) = FilesStore(folder, SESSIONS).entries()
    assert (entry.title, entry.voices, entry.commitments) == ("Robin’s PATH", 1, 1)


def test_a_photo_comes_back_with_its_picture_from_the_history(folder: Path) -> None:
    store = FilesStore(folder, SESSIONS)
    begun = store.begin(a_session())
    placed = change_to(store, begun, with_a_photo(begun)).document
    gone = change_to(store, placed, take_out(take_out(placed, "marks", "ph1"), "pictures", "i1"))
    assert gone.document.pictures == {}
    store.settle(begun.id)
    then = FilesStore(folder, SESSIONS).at_revision(begun.id, placed.revision)
    assert then == placed


def test_what_is_no_picture_is_not_written_down(folder: Path) -> None:
    store = FilesStore(folder, SESSIONS)
    session = store.begin(a_session())
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
