"""The power goes at any moment of a save: the plan is as it was confirmed, or one step on."""

from pathlib import Path
from typing import Any

import pytest

from path_planner.domain.base import Document, with_fields
from path_planner.domain.diff import Change
from path_planner.errors import DocumentNotFound
from path_planner.storage import atomic_io
from path_planner.storage.file_store import open_document
from path_planner.storage.file_store.store import FileStore
from tests.storage.cases import CASES, AnyStore, Case
from tests.storage.power import Files, PowerRecorder
from tests.storage.writers import append, voice_change

pytestmark = pytest.mark.slow


SESSION, _VISION, EVENT = CASES


def recorded(
    folder: Path, monkeypatch: pytest.MonkeyPatch, case: Case = SESSION
) -> tuple[PowerRecorder, list[Any]]:
    """Let a writer do all that writers do, and note what the disk may hold at each moment."""
    monkeypatch.setattr(open_document, "SMALL_JOURNAL", 100)
    folder.mkdir()
    power = PowerRecorder(folder)
    store: AnyStore = FileStore(folder, case.sort)
    with monkeypatch.context() as watched:
        watched.setattr(atomic_io, "os", power)
        scarce = {case.scarce: {"p1": case.scarce_record}}
        states = [store.create(case.make(voices={}, **scarce))]
        power.confirm(states[-1])
        for number in range(16):
            # What is written again and again makes the journal larger than the document.
            promise = with_fields(case.scarce_record, **{case.scarce_words: str(number) * 900})
            changes = [voice_change(case.voice(f"v{number}")), Change(case.scarce, "p1", promise)]
            states.append(append(store, states[-1], changes).document)
            power.confirm(states[-1])
            if number in {1, 4}:
                store.checkpoint("k7f3q2")
    assert len(list((folder / case.sort.history_folder / "k7f3q2").glob("*.jsonl.z"))) >= 1
    return power, states


def made(folder: Path, files: Files, case: Case = SESSION) -> AnyStore:
    """Put a disk back as it may be found."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return FileStore(folder, case.sort)


@pytest.mark.parametrize("case", [SESSION, EVENT], ids=str)
def test_whatever_the_disk_holds_is_a_state_that_was_and_has_all_that_was_confirmed(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: Case
) -> None:
    power, states = recorded(folder, monkeypatch, case)
    # What stands in the catalogue and what is a temporary file changes nothing.
    found: dict[tuple[tuple[str, bytes], ...], object] = {}
    for confirmed, possible in power.moments:
        for files in possible:
            found[tuple(sorted(files.items()))] = confirmed
    monkeypatch.setattr(atomic_io, "sync_folder", lambda _: None)
    monkeypatch.setattr("os.fsync", lambda _: None)
    for number, (held, confirmed) in enumerate(found.items()):
        store = made(tmp_path / f"disk{number}", dict(held), case)
        if confirmed is None:
            _begun_or_not(store, states[0])
            continue
        assert isinstance(confirmed, Document)
        opened = store.open("k7f3q2")
        assert opened.document in states
        assert opened.document.revision >= confirmed.revision
        assert store.at_revision("k7f3q2", confirmed.revision) == confirmed
        assert all("not finished" in str(notice) for notice in opened.notices)
    assert len(found) >= 800


def _begun_or_not(store: AnyStore, begun: Document) -> None:
    try:
        assert store.open("k7f3q2").document == begun
    except DocumentNotFound:
        assert store.summaries() == []
