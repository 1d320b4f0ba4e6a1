"""Words that were changed so that nobody is recognised leave nothing of the old ones behind."""

from pathlib import Path
from typing import Any

import pytest

from path_planner.domain.base import put, with_fields
from path_planner.domain.vision.vision import Vision
from path_planner.storage.file_store.store import FileStore
from path_planner.storage.protocol import VisionStore
from path_planner.storage.store_registry import schemes
from path_planner.storage.vision_type import VISIONS
from tests.storage.cases import a_shared_voice, a_vision
from tests.storage.test_history_redaction import kept, on_the_disk
from tests.storage.writers import change_to

FIRST, HALF, LAST = "Quentin sings", "Quentin hums", "[a name] hums"


@pytest.fixture(params=sorted(schemes()))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> VisionStore:
    """Return an empty store of every kind there is."""
    return schemes()[request.param].make(str(tmp_path / "plans")).visions


def reworded(store: Any, vision: Vision, text: str) -> Vision:
    """Change the words of v2 for printing."""
    voice = with_fields(vision.voices["v2"], text=text, reworded=True, came_as="mark", checked=True)
    return kept(store, vision, "voices", voice)


def told(store: Any) -> Vision:
    """Say something with a name in it, and go on working."""
    vision = kept(store, store.create(a_vision()), "voices", a_shared_voice("v2", text=FIRST))
    store.checkpoint(vision.id)
    return kept(store, vision, "voices", with_fields(vision.voices["v2"], alone=True))


def test_no_earlier_state_has_the_old_words(store: VisionStore) -> None:
    vision = reworded(store, reworded(store, told(store), HALF), LAST)
    for step in store.history(vision.id):
        before = store.at_revision(vision.id, step.revision)
        assert "Quentin" not in str(before)
        assert before.voices["v1"].text == "I am growing sunflowers."
    assert store.at_revision(vision.id, 2).voices["v2"].alone
    assert store.open(vision.id).document.voices["v2"].text == LAST


@pytest.mark.parametrize("half_done", [False, True])
def test_a_window_that_did_not_know_brings_no_old_words_back(
    store: VisionStore, half_done: bool
) -> None:
    old = told(store)
    before = reworded(store, old, HALF) if half_done else old
    reworded(store, before, LAST)
    changed = put(before, "voices", with_fields(before.voices["v2"], alone=False))
    appended = change_to(store, before, changed)
    assert appended.conflicts == ()
    voice = appended.document.voices["v2"]
    assert (voice.text, voice.alone, voice.checked) == (LAST, False, True)
    assert "Quentin" not in str(appended.document)


def test_words_may_be_changed_again_and_put_back(store: VisionStore) -> None:
    vision = reworded(store, told(store), LAST)
    vision = reworded(store, vision, "Somebody hums")
    assert vision.voices["v2"].text == "Somebody hums"
    back = with_fields(vision.voices["v2"], text=FIRST, reworded=False, came_as="")
    vision = kept(store, vision, "voices", back)
    assert store.open(vision.id).document.voices["v2"].text == FIRST


def test_nothing_on_the_disk_has_the_old_words(tmp_path: Path) -> None:
    store = FileStore(tmp_path, VISIONS)
    vision = told(store)
    store.cache_path(vision.id).write_bytes(FIRST.encode())
    file = next(tmp_path.glob("*.vision.json"))
    aside = file.with_name(f"{file.name}.damaged-x")
    aside.write_text(f'["voices","v2",{{"text":"{FIRST}"', "utf-8")
    assert b"Quentin" in on_the_disk(tmp_path)
    reworded(store, vision, LAST)
    assert b"Quentin" not in on_the_disk(tmp_path)
    assert LAST.encode() in on_the_disk(tmp_path)
    assert all(finding.well for finding in store.check())


def test_another_program_knows_no_old_words(tmp_path: Path) -> None:
    here, there = FileStore(tmp_path, VISIONS), FileStore(tmp_path, VISIONS)
    old = told(here)
    there.open(old.id)
    gone = reworded(here, old, LAST)
    assert there.open(old.id).document == gone
    assert "Quentin" not in str(there.at_revision(old.id, old.revision))
