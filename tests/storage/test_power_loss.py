"""The power goes at any moment of a save: the plan is as it was confirmed, or one step on."""

from pathlib import Path

import pytest

from path_planner.domain.base import with_fields
from path_planner.domain.diff import Change
from path_planner.domain.session import Session
from path_planner.errors import DocumentNotFound
from path_planner.storage import atomic_io
from path_planner.storage.file_store import open_document
from path_planner.storage.file_store.store import FileStore
from path_planner.storage.session_type import SESSIONS
from tests.domain.builders import a_session, a_voice
from tests.storage.power import Files, PowerRecorder
from tests.storage.writers import append, voice_change

pytestmark = pytest.mark.slow


def recorded(folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[PowerRecorder, list[Session]]:
    """Let a writer do all that writers do, and note what the disk may hold at each moment."""
    monkeypatch.setattr(open_document, "SMALL_JOURNAL", 100)
    folder.mkdir()
    power = PowerRecorder(folder)
    store = FileStore(folder, SESSIONS)
    with monkeypatch.context() as watched:
        watched.setattr(atomic_io, "os", power)
        states = [store.create(a_session(voices={}, marks={}))]
        power.confirm(states[-1])
        for number in range(16):
            # What is written again and again makes the journal larger than the document.
            promise = with_fields(states[-1].agreement["p1"], text=str(number) * 900)
            changes = [voice_change(a_voice(f"v{number}")), Change("agreement", "p1", promise)]
            states.append(append(store, states[-1], changes).document)
            power.confirm(states[-1])
            if number in {1, 4}:
                store.checkpoint("k7f3q2")
    assert len(list((folder / ".path" / "k7f3q2").glob("*.jsonl.z"))) >= 1
    return power, states


def made(folder: Path, files: Files) -> FileStore:
    """Put a disk back as it may be found."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return FileStore(folder, SESSIONS)


def test_whatever_the_disk_holds_is_a_state_that_was_and_has_all_that_was_confirmed(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    power, states = recorded(folder, monkeypatch)
    # What stands in the catalogue and what is a temporary file changes nothing.
    found: dict[tuple[tuple[str, bytes], ...], object] = {}
    for confirmed, possible in power.moments:
        for files in possible:
            found[tuple(sorted(files.items()))] = confirmed
    monkeypatch.setattr(atomic_io, "sync_folder", lambda _: None)
    monkeypatch.setattr("os.fsync", lambda _: None)
    for number, (held, confirmed) in enumerate(found.items()):
        store = made(tmp_path / f"disk{number}", dict(held))
        if confirmed is None:
            _begun_or_not(store, states[0])
            continue
        assert isinstance(confirmed, Session)
        opened = store.open("k7f3q2")
        assert opened.document in states
        assert opened.document.revision >= confirmed.revision
        assert store.at_revision("k7f3q2", confirmed.revision) == confirmed
        assert all("not finished" in str(notice) for notice in opened.notices)
    assert len(found) >= 1_000


def _begun_or_not(store: FileStore, begun: Session) -> None:
    try:
        assert store.open("k7f3q2").document == begun
    except DocumentNotFound:
        assert store.summaries() == []
