"""What is special about files: names, rights, the catalogue, and leaving no trace."""

import os
import stat
import zlib
from datetime import timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from path_planner.domain.base import with_fields
from path_planner.domain.session import Session
from path_planner.errors import DocumentNotFound, UnknownStore
from path_planner.storage import atomic_io, serializer
from path_planner.storage.file_store import history
from path_planner.storage.file_store.folder import Folder
from path_planner.storage.file_store.open_document import OpenDocument
from path_planner.storage.file_store.store import MOST_OPEN, FileStore
from path_planner.storage.memory_store import MemoryStore
from path_planner.storage.session_type import SESSIONS
from path_planner.storage.store_registry import open_store, schemes
from tests.calls import calls
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
            if path.suffix == ".z":
                found.append(zlib.decompress(path.read_bytes()))
    return b"\n".join(found)


def test_a_store_is_found_by_what_its_location_says(tmp_path: Path) -> None:
    assert set(schemes()) >= {"files", "memory"}
    assert isinstance(open_store(str(tmp_path)), FileStore)
    assert isinstance(open_store(f"files:{tmp_path}"), FileStore)
    assert isinstance(open_store("C:\\Plans"), FileStore)
    assert isinstance(open_store("memory:"), MemoryStore)
    with pytest.raises(UnknownStore) as caught:
        open_store("cloud://plans")
    assert "files, memory" in str(caught.value)


def test_looking_at_an_empty_place_makes_nothing(folder: Path) -> None:
    store = FileStore(folder, SESSIONS)
    for found in (store.summaries(), store.trash(), store.check(), store.due(NOON.date())):
        assert found == []
    assert store.purge(NOON) == ()
    assert not folder.exists()


def test_a_file_name_tells_a_day_and_an_id_but_nobody(folder: Path) -> None:
    FileStore(folder, SESSIONS).create(a_session())
    assert [path.name for path in folder.glob("*.json")] == [NAME]


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_only_the_owner_can_look_into_files_and_folders(folder: Path) -> None:
    old = os.umask(0)
    try:
        store = FileStore(folder, SESSIONS)
        session = say(store, store.create(a_session()), "v2")
        turn_over(folder, session)
        store.create(a_session(id="other1"))
        store.remove("other1", NOON)
        (folder / NAME).write_bytes(b"damaged")
        store.open(session.id)
        store.summaries()
    finally:
        os.umask(old)
    paths = [folder, *folder.rglob("*")]
    assert len(paths) > 12
    for path in paths:
        # The set-aside copy is a new file of ours, the damaged one was the test's.
        expected = 0o700 if path.is_dir() else 0o600
        assert stat.S_IMODE(path.stat().st_mode) == expected, path


def test_every_snapshot_between_journals_is_reached(folder: Path) -> None:
    store = FileStore(folder, SESSIONS)
    states = [store.create(a_session(voices={}))]
    for number in range(12):
        states.append(say(store, states[-1], f"v{number}"))
        if number % 3 == 2:
            turn_over(folder, states[-1])
    again = FileStore(folder, SESSIONS)
    for state in states:
        assert again.at_revision("k7f3q2", state.revision) == state
    assert [step.revision for step in again.history("k7f3q2")] == list(range(13))


def test_old_snapshots_are_thinned_out_and_every_revision_still_reached(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "KEPT", 3)
    store = FileStore(folder, SESSIONS)
    states = [store.create(a_session(voices={}))]
    for number in range(12):
        states.append(say(store, states[-1], f"v{number}"))
        turn_over(folder, states[-1])
    shelf = Folder(folder, SESSIONS).paths("k7f3q2")
    # The first, the last older one of the day, and three.
    assert history.snapshots(shelf) == [0, 9, 10, 11, 12]
    assert len(history.journals(shelf)) == 12
    again = FileStore(folder, SESSIONS)
    for state in states:
        assert again.at_revision("k7f3q2", state.revision) == state


def test_a_late_writer_is_merged_with_what_only_the_history_knows(folder: Path) -> None:
    store = FileStore(folder, SESSIONS)
    begun = store.create(a_session())
    session = begun
    for number in range(3):
        session = say(store, session, f"n{number}")
        turn_over(folder, session)
    approved = with_fields(begun.voices["v1"], approved=True)
    again = FileStore(folder, SESSIONS)
    texted = with_fields(begun.voices["v1"], text="Roses")
    append(again, session, [voice_change(texted)])
    appended = append(FileStore(folder, SESSIONS), begun, [voice_change(approved)])
    assert appended.conflicts == ()
    assert appended.document.voices["v1"] == with_fields(texted, approved=True)


def test_only_so_many_sessions_are_held_in_memory(folder: Path) -> None:
    store = FileStore(folder, SESSIONS)
    ids = [store.create(a_session(id=f"session{n}")).id for n in range(MOST_OPEN + 3)]
    read = OpenDocument.__init__.__code__
    for held in ids[3:]:
        assert calls(partial(store.open, held))[read] == 0
    assert calls(partial(store.open, ids[2]))[read] == 1
    assert store.open("session0").document.id == "session0"


def test_the_list_is_kept_and_made_anew_when_it_is_gone(folder: Path) -> None:
    store = FileStore(folder, SESSIONS)
    for number in range(5):
        store.create(a_session(id=f"session{number}", updated=later(number)))
    entries = store.summaries()
    kept = (folder / "catalogue.json").read_bytes()
    assert FileStore(folder, SESSIONS).summaries() == entries
    assert (folder / "catalogue.json").read_bytes() == kept
    (folder / "catalogue.json").unlink()
    assert FileStore(folder, SESSIONS).summaries() == entries


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
    store = FileStore(folder, SESSIONS)
    store.create(a_session())
    entries = store.summaries()
    (folder / "catalogue.json").write_bytes(damage)
    again = FileStore(folder, SESSIONS)
    assert again.check()[-1].well == (damage == b"")
    assert again.summaries() == entries
    assert len(again.due(NOON.date() + timedelta(days=365))) == 1
    assert again.summaries() == entries
    assert all(finding.well for finding in again.check())


@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_any_flipped_bit_of_the_list_is_noticed_and_costs_nothing(place: float, bit: int) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        store = FileStore(folder, SESSIONS)
        store.create(a_session())
        store.create(a_session(id="other1"))
        entries, dues = store.summaries(), store.due(NOON.date() + timedelta(days=365))
        stored = bytearray((folder / "catalogue.json").read_bytes())
        stored[int(place * len(stored))] ^= 1 << bit
        (folder / "catalogue.json").write_bytes(stored)
        again = FileStore(folder, SESSIONS)
        # Without its name the checksum is not known as one: the list is made anew all the same.
        assert not again.check()[-1].well or b'"checksum"' not in stored
        assert again.summaries() == entries
        assert again.due(NOON.date() + timedelta(days=365)) == dues
        assert all(finding.well for finding in again.check())


def test_two_programs_share_the_list(folder: Path) -> None:
    ours, theirs = FileStore(folder, SESSIONS), FileStore(folder, SESSIONS)
    ours.create(a_session())
    assert len(theirs.summaries()) == 1
    theirs.create(a_session(id="other1"))
    assert len(ours.summaries()) == len(theirs.summaries()) == 2
    stored = orjson.loads((folder / "catalogue.json").read_bytes())
    assert set(stored) == {"sessions", "due", "checksum"}
    assert len(stored["sessions"]) == len(stored["due"]) == 2


def test_a_deleted_file_is_off_the_list(folder: Path) -> None:
    store = FileStore(folder, SESSIONS)
    store.create(a_session())
    assert len(store.summaries()) == 1
    (folder / NAME).unlink()
    assert store.summaries() == []
    assert b"Robin" not in (folder / "catalogue.json").read_bytes()
    with pytest.raises(DocumentNotFound):
        store.open("k7f3q2")


def test_saving_does_not_touch_the_list(folder: Path) -> None:
    store = FileStore(folder, SESSIONS)
    session = store.create(a_session())
    store.summaries()
    before = atomic_io.file_stamp(folder / "catalogue.json")
    session = say(store, session, "v2")
    store.checkpoint(session.id)
    assert atomic_io.file_stamp(folder / "catalogue.json") == before


def told_everything(store: FileStore, folder: Path) -> Session:
    """Write the canary everywhere a name can get to."""
    session = store.create(a_session(id="canary"))
    about = with_fields(session.about, title=CANARY, place=CANARY)
    titled = session.model_copy(update={"about": about})
    session = store.create(titled.model_copy(update={"id": "canary2"}))
    for number in range(3):
        voice = a_voice(f"v{number}", text=f"{CANARY} {number}")
        session = append(store, session, [voice_change(voice)], by=CANARY).document
        turn_over(folder, session)
        session = say(store, session, f"w{number}", CANARY)
        store.summaries()
    with (folder / ".path" / "canary2.jsonl").open("ab") as journal:
        journal.write(CANARY.encode())
    (folder / "2026-11-22_canary2.path.json").write_bytes(CANARY.encode())
    (folder / f".{NAME.replace('k7f3q2', 'canary2')}.abcd.tmp").write_bytes(CANARY.encode())
    (folder / ".path" / ".canary2.jsonl.abcd.tmp").write_bytes(CANARY.encode())
    (folder / "catalogue.json.bad").write_bytes(CANARY.encode())
    (folder / ".catalogue.json.abcd.tmp").write_bytes(CANARY.encode())
    return FileStore(folder, SESSIONS).open(session.id).document


@pytest.mark.parametrize("way", ["erase", "remove and erase", "remove and wait"])
def test_after_erasing_there_is_no_trace(folder: Path, way: str) -> None:
    store = FileStore(folder, SESSIONS)
    session = told_everything(store, folder)
    assert everything(folder).count(CANARY.encode()) > 20
    if way != "erase":
        store.remove(session.id, NOON)
    if way == "remove and wait":
        assert store.purge(NOON + timedelta(days=31)) == ()
        (erased,) = store.purge(NOON + timedelta(days=38))
        assert erased == session.id
    else:
        store.erase(session.id)
    left = everything(folder)
    assert CANARY.encode() not in left
    assert b"canary2" not in left
    assert [entry.id for entry in store.summaries()] == ["canary"]


def test_an_erasure_that_was_cut_short_is_finished(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = FileStore(folder, SESSIONS)
    session = told_everything(store, folder)

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as cut_short:
        cut_short.setattr("shutil.rmtree", stop)
        with pytest.raises(KeyboardInterrupt):
            store.erase(session.id)
    assert CANARY.encode() in everything(folder)
    again = FileStore(folder, SESSIONS)
    again.purge(NOON)
    again.summaries()
    assert CANARY.encode() not in everything(folder)


def test_old_temporary_files_are_cleared_and_young_ones_left(folder: Path) -> None:
    store = FileStore(folder, SESSIONS)
    session = say(store, store.create(a_session()), "v2")
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
    store.purge(NOON)
    assert young.exists()
    assert not any(path.exists() for path in olds)
    assert store.open(session.id).document == session


def test_removing_twice_keeps_both(folder: Path) -> None:
    store = FileStore(folder, SESSIONS)
    store.create(a_session(voices={}))
    store.remove("k7f3q2", NOON)
    store.create(a_session())
    store.remove("k7f3q2", later(1))
    assert [removed.removed_at for removed in store.trash()] == [later(1), NOON]
    store.restore("k7f3q2")
    assert set(store.open("k7f3q2").document.voices) == {"v1"}
    assert [removed.removed_at for removed in store.trash()] == [NOON]
    store.erase("k7f3q2")
    assert store.trash() == []


def test_a_note_in_the_bin_that_leads_elsewhere_is_not_followed(folder: Path) -> None:
    store = FileStore(folder, SESSIONS)
    store.create(a_session())
    place = folder / ".path" / "removed" / "trap"
    place.mkdir(parents=True)
    outside = folder.parent / "outside"
    outside.write_text("precious")
    note = {"id": "k7f3q2", "name": "../../../../outside", "at": "2020-01-01T00:00:00Z"}
    (place / "removed.json").write_bytes(orjson.dumps(note))
    assert store.trash() == []
    store.erase("k7f3q2")
    store.purge(NOON)
    assert outside.read_text() == "precious"


def test_settling_without_news_writes_nothing(folder: Path) -> None:
    store = FileStore(folder, SESSIONS)
    session = say(store, store.create(a_session()), "v2")
    store.checkpoint(session.id)
    before = {
        path: atomic_io.file_stamp(path) for path in folder.rglob("*.*") if path.suffix != ".lock"
    }
    store.checkpoint(session.id)
    FileStore(folder, SESSIONS).checkpoint(session.id)
    assert {path: atomic_io.file_stamp(path) for path in before} == before
    assert serializer.read((folder / NAME).read_bytes(), SESSIONS) == session
