"""What was taken out of a vision for good is nowhere on the disk any more, and stays out."""

import errno
import zlib
from pathlib import Path
from typing import Any

import pytest

from path_planner.domain.base import put, remove, with_fields
from path_planner.domain.diff import diff
from path_planner.domain.vision.sources import Drawing, Source
from path_planner.domain.vision.vision import Vision
from path_planner.errors import NotSaved
from path_planner.storage.file_store import open_document
from path_planner.storage.file_store.store import FileStore
from path_planner.storage.protocol import VisionStore
from path_planner.storage.store_registry import schemes
from path_planner.storage.vision_type import VISIONS
from tests.storage.cases import a_shared_voice, a_vision
from tests.storage.faults import failing
from tests.storage.writers import append, change_to

TOLD = "my aunt drinks"
STAYS = "I am growing sunflowers."


def told_and_taken_back(store: Any) -> Vision:
    """Say something, go on working, and take it back."""
    vision = store.create(a_vision())
    vision = kept(store, vision, "voices", a_shared_voice("v2", text=TOLD))
    store.checkpoint(vision.id)
    return kept(store, vision, "voices", with_fields(vision.voices["v2"], checked=True))


def kept(store: Any, vision: Vision, collection: str, record: Any) -> Vision:
    """Put one record in, and return the vision with it."""
    after: Vision = change_to(store, vision, put(vision, collection, record)).document
    return after


def without(store: Any, vision: Vision, collection: str, record_id: str) -> Vision:
    """Take one record out, and return the vision without it."""
    after: Vision = change_to(store, vision, remove(vision, collection, record_id)).document
    return after


def on_the_disk(folder: Path) -> bytes:
    """Return all that is written anywhere in a folder, unpacked."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return b"\n".join(
        zlib.decompress(path.read_bytes()) if path.suffix == ".z" else path.read_bytes()
        for path in files
    )


@pytest.fixture(params=sorted(schemes()))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> VisionStore:
    """Return an empty store of every kind there is."""
    return schemes()[request.param].make(str(tmp_path / "plans")).visions


def test_no_earlier_state_has_the_words_any_more(store: VisionStore) -> None:
    vision = without(store, told_and_taken_back(store), "voices", "v2")
    for step in store.history(vision.id):
        before = store.at_revision(vision.id, step.revision)
        assert TOLD not in str(before)
        assert before.voices["v1"].text == STAYS
    assert [step.revision for step in store.history(vision.id)] == [0, 1, 2, 3]


def test_a_window_that_did_not_know_does_not_bring_it_back(store: VisionStore) -> None:
    old = told_and_taken_back(store)
    without(store, old, "voices", "v2")
    after = kept(store, old, "voices", with_fields(old.voices["v2"], alone=True))
    assert set(after.voices) == {"v1"}
    assert TOLD not in str(store.open(old.id).document)


def test_a_whole_source_is_forgotten_with_its_names_and_its_ink(store: VisionStore) -> None:
    vision = store.create(a_vision())
    vision = kept(store, vision, "sources", Source(id="s2", names=(TOLD,), place=TOLD))
    drawing = Drawing(id="d1", source="s2", words=TOLD, width=9, height=9)
    vision = kept(store, vision, "drawings", drawing)
    vision = without(store, vision, "drawings", "d1")
    vision = without(store, vision, "sources", "s2")
    for step in store.history(vision.id):
        assert TOLD not in str(store.at_revision(vision.id, step.revision))


def test_nothing_on_the_disk_has_the_words_any_more(tmp_path: Path) -> None:
    store = FileStore(tmp_path, VISIONS)
    old = told_and_taken_back(store)
    store.cache_path(old.id).write_bytes(TOLD.encode())
    file = next(tmp_path.glob("*.vision.json"))
    aside = file.with_name(f"{file.name}.damaged-x")
    torn = tmp_path / ".vision" / old.id / f"{old.id}.jsonl.torn-x"
    for path in (aside, torn):
        path.write_text(f'["voices","v2",{{"text":"{TOLD}"')
    assert TOLD.encode() in on_the_disk(tmp_path)
    without(store, old, "voices", "v2")
    assert TOLD.encode() not in on_the_disk(tmp_path)
    assert STAYS.encode() in on_the_disk(tmp_path)
    assert all(finding.well for finding in store.check())


def test_another_program_forgets_it_too(tmp_path: Path) -> None:
    here, there = FileStore(tmp_path, VISIONS), FileStore(tmp_path, VISIONS)
    old = told_and_taken_back(here)
    there.open(old.id)
    gone = without(here, old, "voices", "v2")
    assert there.open(old.id).document == gone
    assert TOLD not in str(there.at_revision(old.id, old.revision))
    assert TOLD.encode() not in on_the_disk(tmp_path)


def test_an_old_copy_put_back_by_hand_does_not_bring_it_back(tmp_path: Path) -> None:
    store = FileStore(tmp_path, VISIONS)
    old = told_and_taken_back(store)
    file = next(tmp_path.glob("*.vision.json"))
    store.checkpoint(old.id)
    copy = file.read_bytes()
    without(store, old, "voices", "v2")
    file.write_bytes(copy)
    assert set(FileStore(tmp_path, VISIONS).open(old.id).document.voices) == {"v1"}


@pytest.mark.parametrize("fail_at", range(1, 60))
def test_a_disk_that_fails_in_between_is_caught_up_with(tmp_path: Path, fail_at: int) -> None:
    store = FileStore(tmp_path, VISIONS)
    old = told_and_taken_back(store)
    refused = False
    with failing(fail_at, errno.ENOSPC, cut_writes=True):
        try:
            without(store, old, "voices", "v2")
        except NotSaved:
            refused = True
    again = FileStore(tmp_path, VISIONS)
    if refused:
        newest = again.open(old.id).document
        append(again, newest, diff(newest, remove(newest, "voices", "v2")))
    newest = again.open(old.id).document
    assert set(newest.voices) == {"v1"}
    assert TOLD.encode() not in on_the_disk(tmp_path)


def test_journals_that_were_closed_long_ago_forget_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_document, "SMALL_JOURNAL", 100)
    store = FileStore(tmp_path, VISIONS)
    vision = told_and_taken_back(store)
    for number in range(40):
        text = f"{STAYS} {number}" * 20
        vision = kept(store, vision, "voices", a_shared_voice("v1", text=text))
    assert len(list((tmp_path / ".vision" / vision.id).glob("*.z"))) > 4
    without(store, vision, "voices", "v2")
    assert TOLD.encode() not in on_the_disk(tmp_path)
    assert store.at_revision(vision.id, 30).voices["v1"].text.startswith(f"{STAYS} 27")
