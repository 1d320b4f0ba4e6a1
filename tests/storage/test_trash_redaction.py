"""What was taken back goes out of what was deleted, too: it does not come back with it."""

from pathlib import Path

import pytest

from path_planner.domain.base import remove
from path_planner.domain.vision.vision import Vision
from path_planner.storage.file_store.store import FileStore
from path_planner.storage.protocol import VisionStore
from path_planner.storage.store_registry import schemes
from path_planner.storage.vision_type import VISIONS
from tests.domain.builders import NOON
from tests.storage.cases import a_vision
from tests.storage.test_history_redaction import TOLD, on_the_disk, told_and_taken_back


@pytest.fixture(params=sorted(schemes()))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> VisionStore:
    """Return an empty store of every kind there is."""
    return schemes()[request.param].make(str(tmp_path / "plans")).visions


def forget(vision: Vision) -> Vision:
    """Take back what was told."""
    return remove(vision, "voices", "v2") if "v2" in vision.voices else vision


def test_what_comes_back_from_the_bin_has_not_what_was_taken_back(store: VisionStore) -> None:
    vision = told_and_taken_back(store)
    store.remove(vision.id, NOON)
    assert store.update_trashed(forget, op_id="one", by="me", at=NOON) == []
    store.restore(vision.id)
    assert set(store.open(vision.id).document.voices) == {"v1"}
    for step in store.history(vision.id):
        assert TOLD not in str(store.at_revision(vision.id, step.revision))


def test_what_needs_no_change_stays_as_it_was(store: VisionStore) -> None:
    vision = store.create(a_vision())
    store.remove(vision.id, NOON)
    store.update_trashed(forget, op_id="one", by="me", at=NOON)
    store.restore(vision.id)
    assert store.open(vision.id).document == vision


def test_nothing_in_the_bin_has_the_words_any_more(tmp_path: Path) -> None:
    store = FileStore(tmp_path, VISIONS)
    vision = told_and_taken_back(store)
    store.remove(vision.id, NOON)
    assert TOLD.encode() in on_the_disk(tmp_path)
    store.update_trashed(forget, op_id="one", by="me", at=NOON)
    assert TOLD.encode() not in on_the_disk(tmp_path)
    assert [one.entry.voices for one in store.trash()] == [1]


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    store = FileStore(tmp_path, VISIONS)
    vision = store.create(a_vision())
    store.remove(vision.id, NOON)
    (file,) = tmp_path.rglob("*.vision.json")
    file.write_bytes(b"{")
    unread = store.update_trashed(forget, op_id="one", by="me", at=NOON)
    assert [one.id for one in unread] == [vision.id]
    assert file.read_bytes() == b"{"


def test_one_that_could_not_forget_whole_goes_on_when_it_is_back(tmp_path: Path) -> None:
    store = FileStore(tmp_path, VISIONS)
    vision = told_and_taken_back(store)
    private = tmp_path / VISIONS.history_folder
    store.remove(vision.id, NOON)
    (place,) = (private / "removed").iterdir()
    mark = place / f"{vision.id}.forget"
    mark.write_bytes(b"")
    store.restore(vision.id)
    assert (private / mark.name).exists()
    store.open(vision.id)
    assert not (private / mark.name).exists()
