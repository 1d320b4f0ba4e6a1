"""What is special about files: names, rights, the catalogue, and leaving no trace."""

import os
import stat
from datetime import timedelta
from pathlib import Path

import orjson
import pytest

from path_planner.domain.editing import amend
from path_planner.domain.session import Session
from path_planner.errors import SessionNotFound, UnknownStore
from path_planner.storage import disk, document, past
from path_planner.storage.at_hand import MOST_OPEN
from path_planner.storage.files_store import FilesStore
from path_planner.storage.memory_store import MemoryStore
from path_planner.storage.open_store import open_store, schemes
from path_planner.storage.sessions import SESSIONS
from tests.domain.builders import NOON, a_session, a_voice
from tests.storage.writers import append, later, say, turn_over, voice_change

NAME = "2026-11-22_k7f3q2.path.json"
CANARY = "Zanzibarth"


def everything(folder: Path) -> bytes:
    """Return all bytes of a folder, names too, packed files unpacked."""
    found = []
    for path in folder.rglob("*"):
        found.append(str(path).encode())
        if path.is_file():
            found.append(path.read_bytes())
            found.append(past._unpacked(path) or b"")
    return b"\n".join(found)


def test_a_store_is_found_by_what_its_location_says(tmp_path: Path) -> None:
    assert set(schemes()) >= {"files", "memory"}
    assert isinstance(open_store(str(tmp_path)), FilesStore)
    assert isinstance(open_store(f"files:{tmp_path}"), FilesStore)
    assert isinstance(open_store("C:\\Plans"), FilesStore)
    assert isinstance(open_store("memory:"), MemoryStore)
    with pytest.raises(UnknownStore) as caught:
        open_store("cloud://plans")
    assert "files, memory" in str(caught.value)


def test_looking_at_an_empty_place_makes_nothing(folder: Path) -> None:
    store = FilesStore(folder, SESSIONS)
    for found in (store.entries(), store.removed(), store.check(), store.due(NOON.date())):
        assert found == []
    assert store.sweep(NOON) == ()
    assert not folder.exists()


def test_a_file_name_tells_a_day_and_an_id_but_nobody(folder: Path) -> None:
    FilesStore(folder, SESSIONS).begin(a_session())
    assert [path.name for path in folder.glob("*.json")] == [NAME]


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_only_the_owner_can_look_into_files_and_folders(folder: Path) -> None:
    old = os.umask(0)
    try:
        store = FilesStore(folder, SESSIONS)
        session = say(store, store.begin(a_session()), "v2")
        turn_over(store, session)
        store.begin(a_session(id="other1"))
        store.remove("other1", NOON)
        (folder / NAME).write_bytes(b"damaged")
        store.open(session.id)
        store.entries()
    finally:
        os.umask(old)
    paths = [folder, *folder.rglob("*")]
    assert len(paths) > 12
    for path in paths:
        # The set-aside copy is a new file of ours, the damaged one was the test's.
        expected = 0o700 if path.is_dir() else 0o600
        assert stat.S_IMODE(path.stat().st_mode) == expected, path


def test_every_snapshot_between_journals_is_reached(folder: Path) -> None:
    store = FilesStore(folder, SESSIONS)
    states = [store.begin(a_session(voices={}))]
    for number in range(12):
        states.append(say(store, states[-1], f"v{number}"))
        if number % 3 == 2:
            turn_over(store, states[-1])
    again = FilesStore(folder, SESSIONS)
    for state in states:
        assert again.at_revision("k7f3q2", state.revision) == state
    assert [step.revision for step in again.history("k7f3q2")] == list(range(13))


def test_old_snapshots_are_thinned_out_and_every_revision_still_reached(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(past, "KEPT", 3)
    store = FilesStore(folder, SESSIONS)
    states = [store.begin(a_session(voices={}))]
    for number in range(12):
        states.append(say(store, states[-1], f"v{number}"))
        turn_over(store, states[-1])
    shelf = store._folder.shelf("k7f3q2")
    # The first, the last older one of the day, and three.
    assert past.bases(shelf) == [0, 9, 10, 11, 12]
    assert len(past.journals(shelf)) == 12
    again = FilesStore(folder, SESSIONS)
    for state in states:
        assert again.at_revision("k7f3q2", state.revision) == state


def test_a_late_writer_is_merged_with_what_only_the_history_knows(folder: Path) -> None:
    store = FilesStore(folder, SESSIONS)
    begun = store.begin(a_session())
    session = begun
    for number in range(3):
        session = say(store, session, f"n{number}")
        turn_over(store, session)
    approved = amend(begun.voices["v1"], approved=True)
    again = FilesStore(folder, SESSIONS)
    texted = amend(begun.voices["v1"], text="Roses")
    append(again, session, [voice_change(texted)])
    appended = append(FilesStore(folder, SESSIONS), begun, [voice_change(approved)])
    assert appended.conflicts == ()
    assert appended.document.voices["v1"] == amend(texted, approved=True)


def test_only_so_many_sessions_are_held_in_memory(folder: Path) -> None:
    store = FilesStore(folder, SESSIONS)
    for number in range(MOST_OPEN + 3):
        store.begin(a_session(id=f"session{number}"))
    assert len(store._volumes) == MOST_OPEN
    assert store.open("session0").document.id == "session0"


def test_the_list_is_kept_and_made_anew_when_it_is_gone(folder: Path) -> None:
    store = FilesStore(folder, SESSIONS)
    for number in range(5):
        store.begin(a_session(id=f"session{number}", updated=later(number)))
    entries = store.entries()
    kept = (folder / "catalogue.json").read_bytes()
    assert FilesStore(folder, SESSIONS).entries() == entries
    assert (folder / "catalogue.json").read_bytes() == kept
    (folder / "catalogue.json").unlink()
    assert FilesStore(folder, SESSIONS).entries() == entries


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"[]",
        b'{"sessions": 3}',
        b'{"sessions": {"a": {}}}',
        b"\xff\xfe",
        b'{"due": [1]}',
        b'{"due": {"a": {"by_when": "2026-01-01"}}}',
    ],
)
def test_a_damaged_list_is_made_anew_without_fuss(folder: Path, damage: bytes) -> None:
    store = FilesStore(folder, SESSIONS)
    store.begin(a_session())
    entries = store.entries()
    (folder / "catalogue.json").write_bytes(damage)
    again = FilesStore(folder, SESSIONS)
    assert again.check()[-1].well == (damage == b"")
    assert again.entries() == entries
    assert len(again.due(NOON.date() + timedelta(days=365))) == 1
    assert again.entries() == entries
    assert all(finding.well for finding in again.check())


def test_two_programs_share_the_list(folder: Path) -> None:
    ours, theirs = FilesStore(folder, SESSIONS), FilesStore(folder, SESSIONS)
    ours.begin(a_session())
    assert len(theirs.entries()) == 1
    theirs.begin(a_session(id="other1"))
    assert len(ours.entries()) == len(theirs.entries()) == 2
    stored = orjson.loads((folder / "catalogue.json").read_bytes())
    assert set(stored) == {"sessions", "due"}
    assert len(stored["sessions"]) == len(stored["due"]) == 2


def test_a_deleted_file_is_off_the_list(folder: Path) -> None:
    store = FilesStore(folder, SESSIONS)
    store.begin(a_session())
    assert len(store.entries()) == 1
    (folder / NAME).unlink()
    assert store.entries() == []
    assert b"Robin" not in (folder / "catalogue.json").read_bytes()
    with pytest.raises(SessionNotFound):
        store.open("k7f3q2")


def test_saving_does_not_touch_the_list(folder: Path) -> None:
    store = FilesStore(folder, SESSIONS)
    session = store.begin(a_session())
    store.entries()
    before = disk.trace(folder / "catalogue.json")
    session = say(store, session, "v2")
    store.settle(session.id)
    assert disk.trace(folder / "catalogue.json") == before


def told_everything(store: FilesStore, folder: Path) -> Session:
    """Write the canary everywhere a name can get to."""
    session = store.begin(a_session(id="canary"))
    about = amend(session.about, title=CANARY, place=CANARY)
    titled = session.model_copy(update={"about": about})
    session = store.begin(titled.model_copy(update={"id": "canary2"}))
    for number in range(3):
        voice = a_voice(f"v{number}", text=f"{CANARY} {number}")
        session = append(store, session, [voice_change(voice)], by=CANARY).document
        turn_over(store, session)
        session = say(store, session, f"w{number}", CANARY)
        store.entries()
    with (folder / ".path" / "canary2.jsonl").open("ab") as journal:
        journal.write(CANARY.encode())
    (folder / "2026-11-22_canary2.path.json").write_bytes(CANARY.encode())
    (folder / f".{NAME.replace('k7f3q2', 'canary2')}.abcd.tmp").write_bytes(CANARY.encode())
    (folder / ".path" / ".canary2.jsonl.abcd.tmp").write_bytes(CANARY.encode())
    (folder / "catalogue.json.bad").write_bytes(CANARY.encode())
    (folder / ".catalogue.json.abcd.tmp").write_bytes(CANARY.encode())
    return FilesStore(folder, SESSIONS).open(session.id).document


@pytest.mark.parametrize("way", ["erase", "remove and erase", "remove and wait"])
def test_after_erasing_there_is_no_trace(folder: Path, way: str) -> None:
    store = FilesStore(folder, SESSIONS)
    session = told_everything(store, folder)
    assert everything(folder).count(CANARY.encode()) > 20
    if way != "erase":
        store.remove(session.id, NOON)
    if way == "remove and wait":
        (erased,) = store.sweep(NOON + timedelta(days=31))
        assert erased == session.id
    else:
        store.erase(session.id)
    left = everything(folder)
    assert CANARY.encode() not in left
    assert b"canary2" not in left
    assert [entry.id for entry in store.entries()] == ["canary"]


def test_an_erasure_that_was_cut_short_is_finished(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = FilesStore(folder, SESSIONS)
    session = told_everything(store, folder)

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as cut_short:
        cut_short.setattr("shutil.rmtree", stop)
        with pytest.raises(KeyboardInterrupt):
            store.erase(session.id)
    assert CANARY.encode() in everything(folder)
    again = FilesStore(folder, SESSIONS)
    again.sweep(NOON)
    again.entries()
    assert CANARY.encode() not in everything(folder)


def test_old_temporary_files_are_cleared_and_young_ones_left(folder: Path) -> None:
    store = FilesStore(folder, SESSIONS)
    session = say(store, store.begin(a_session()), "v2")
    young = folder / f".{NAME}.1234.tmp"
    olds = [
        folder / f".{NAME}.abcd.tmp",
        folder / ".path" / ".k7f3q2.jsonl.abcd.tmp",
        folder / ".path" / session.id / ".00000000.json.z.abcd.tmp",
    ]
    for path in (young, *olds):
        path.write_bytes(b"half")
        age = 10 if path is young else 3_700
        os.utime(path, (NOON.timestamp() - age,) * 2)
    store.sweep(NOON)
    assert young.exists()
    assert not any(path.exists() for path in olds)
    assert store.open(session.id).document == session


def test_removing_twice_keeps_both(folder: Path) -> None:
    store = FilesStore(folder, SESSIONS)
    store.begin(a_session(voices={}))
    store.remove("k7f3q2", NOON)
    store.begin(a_session())
    store.remove("k7f3q2", later(1))
    assert [removed.removed_at for removed in store.removed()] == [later(1), NOON]
    store.restore("k7f3q2")
    assert set(store.open("k7f3q2").document.voices) == {"v1"}
    assert [removed.removed_at for removed in store.removed()] == [NOON]
    store.erase("k7f3q2")
    assert store.removed() == []


def test_a_note_in_the_bin_that_leads_elsewhere_is_not_followed(folder: Path) -> None:
    store = FilesStore(folder, SESSIONS)
    store.begin(a_session())
    place = folder / ".path" / "removed" / "trap"
    place.mkdir(parents=True)
    outside = folder.parent / "outside"
    outside.write_text("precious")
    note = {"id": "k7f3q2", "name": "../../../../outside", "at": "2020-01-01T00:00:00Z"}
    (place / "removed.json").write_bytes(orjson.dumps(note))
    assert store.removed() == []
    store.erase("k7f3q2")
    store.sweep(NOON)
    assert outside.read_text() == "precious"


def test_settling_without_news_writes_nothing(folder: Path) -> None:
    store = FilesStore(folder, SESSIONS)
    session = say(store, store.begin(a_session()), "v2")
    store.settle(session.id)
    before = {path: disk.trace(path) for path in folder.rglob("*.*") if path.suffix != ".lock"}
    store.settle(session.id)
    FilesStore(folder, SESSIONS).settle(session.id)
    assert {path: disk.trace(path) for path in before} == before
    assert document.read((folder / NAME).read_bytes(), SESSIONS) == session
