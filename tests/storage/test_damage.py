"""Damaged files: what can be read is opened, the rest is set aside, and people are told."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from path_planner.domain.base import put, with_fields
from path_planner.domain.session import Session
from path_planner.errors import FileDamaged, FileTooNew
from path_planner.storage import serializer
from path_planner.storage.file_store.store import FileStore
from path_planner.storage.session_type import SESSIONS
from tests.domain.builders import a_session, a_voice
from tests.storage.writers import change_to, say, turn_over

NAME = "2026-11-22_k7f3q2.path.json"
JOURNAL = "k7f3q2.jsonl"

EXAMPLES = settings.default.max_examples if settings.get_current_profile_name() == "long" else 50
"""Damages of each kind."""


def written(folder: Path, voices: int = 6, settled_at: int = 3) -> Session:
    """Write a plan voice by voice, its document brought up to date once on the way."""
    store = FileStore(folder, SESSIONS)
    session = store.create(a_session(voices={}))
    for number in range(voices):
        session = say(store, session, f"v{number}")
        if number == settled_at:
            store.checkpoint(session.id)
    return session


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def made_again(parent: Path, files: dict[str, bytes]) -> Path:
    """Make a folder with these files in a new place."""
    folder = Path(tempfile.mkdtemp(dir=parent))
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Session, dict[str, bytes]]:
    """Return a place to work in, a session, and its files."""
    parent = tmp_path_factory.mktemp("plans")
    session = written(parent / "first")
    files = tree(parent / "first")
    return parent, session, {name: data for name, data in files.items() if data}


Plan = tuple[Path, Session, dict[str, bytes]]


def lost(opened: Session, session: Session) -> set[str]:
    """Return the voices that are not there any more, and see that nothing else is wrong."""
    for voice_id, voice in opened.voices.items():
        assert session.voices[voice_id] == voice
    assert opened.people == session.people
    assert opened.about == session.about
    return set(session.voices) - set(opened.voices)


@pytest.mark.slow
@given(data=st.data())
@settings(deadline=None, max_examples=EXAMPLES)
def test_any_flipped_bit_in_the_journal_costs_that_line_and_is_told(
    plan: Plan, data: st.DataObject
) -> None:
    parent, session, files = plan
    journal = bytearray(files[f".path/{JOURNAL}"])
    place = data.draw(st.integers(0, len(journal) - 1))
    journal[place] ^= 1 << data.draw(st.integers(0, 7))
    folder = made_again(parent, {**files, f".path/{JOURNAL}": bytes(journal)})
    opened = FileStore(folder, SESSIONS).open(session.id)
    missing = lost(opened.document, session)
    # Settled was up to v3; a damaged line end joins two lines.
    assert missing in ({"v4"}, {"v5"}, {"v4", "v5"}, set())
    assert opened.notices or (opened.document == session and not missing)
    assert opened.notices or place == len(journal) - 1
    if opened.notices:
        assert any(bytes(journal[-40:]) in kept for kept in tree(folder).values())
    again = FileStore(folder, SESSIONS).open(session.id)
    assert again.document == opened.document
    assert again.notices == ()
    assert FileStore(folder, SESSIONS).checkpoint_all() == ()
    assert all(finding.well for finding in FileStore(folder, SESSIONS).check())


@pytest.mark.slow
@given(data=st.data())
@settings(deadline=None, max_examples=EXAMPLES)
def test_a_journal_cut_off_anywhere_keeps_all_whole_lines(plan: Plan, data: st.DataObject) -> None:
    parent, session, files = plan
    whole = files[f".path/{JOURNAL}"]
    length = data.draw(st.integers(1, len(whole) - 1))
    cut = whole[:length]
    folder = made_again(parent, {**files, f".path/{JOURNAL}": cut})
    opened = FileStore(folder, SESSIONS).open(session.id)
    # A line that lacks no more than its end is whole.
    ended = whole[length : length + 1] == b"\n"
    lines = whole[: length + ended].split(b"\n")[:-1]
    kept = {f"v{n}" for n in range(6) if any(f'"v{n}"'.encode() in line for line in lines)}
    # Up to v3 the document has them, whatever becomes of the journal.
    assert set(opened.document.voices) == kept | {"v0", "v1", "v2", "v3"}
    assert opened.notices or cut.endswith(b"\n") or ended
    again = FileStore(folder, SESSIONS)
    assert again.open(session.id).document == opened.document
    assert "after" in say(again, opened.document, "after").voices


@pytest.mark.slow
@given(data=st.data())
@settings(deadline=None, max_examples=EXAMPLES)
def test_any_flipped_bit_in_the_document_loses_nothing(plan: Plan, data: st.DataObject) -> None:
    parent, session, files = plan
    file = bytearray(files[NAME])
    file[data.draw(st.integers(0, len(file) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    folder = made_again(parent, {**files, NAME: bytes(file)})
    store = FileStore(folder, SESSIONS)
    try:
        opened = store.open(session.id)
    except FileTooNew:
        # The flip made it a version that nobody has yet: it is told, and nothing is touched.
        assert (folder / NAME).read_bytes() == bytes(file)
        return
    # Either it was put together again, or the flip reads like an edit by hand: then it is told.
    assert opened.document.voices.keys() >= {"v4", "v5"}
    assert opened.notices
    if "damaged" in str(opened.notices[0]):
        assert opened.document == session
        assert bytes(file) in tree(folder).values()
    assert store.at_revision(session.id, session.revision) == session
    again = FileStore(folder, SESSIONS).open(session.id)
    assert again.document == opened.document
    assert again.notices == ()


@pytest.mark.parametrize("length", [0, 1, 100, 700])
def test_a_cut_off_document_is_set_aside_and_put_together_again(plan: Plan, length: int) -> None:
    parent, session, files = plan
    folder = made_again(parent, {**files, NAME: files[NAME][:length]})
    store = FileStore(folder, SESSIONS)
    findings = [str(finding) for finding in store.check() if not finding.well]
    opened = store.open(session.id)
    assert opened.document == session
    (notice,) = opened.notices
    assert "Nothing is lost" in str(notice)
    (aside,) = folder.glob("*.damaged-*")
    assert aside.name in str(notice)
    assert aside.read_bytes() == files[NAME][:length]
    assert serializer.read((folder / NAME).read_bytes(), SESSIONS) == session
    assert findings
    assert all(finding.well for finding in store.check())
    assert store.summaries()[0].voices == 6


def test_damage_twice_keeps_both_copies(plan: Plan) -> None:
    parent, session, files = plan
    folder = made_again(parent, files)
    for damage in (b"first", b"second"):
        (folder / NAME).write_bytes(damage)
        assert FileStore(folder, SESSIONS).open(session.id).document == session
    asides = {path.read_bytes() for path in folder.glob("*.damaged-*")}
    assert asides == {b"first", b"second"}


def test_a_damaged_document_and_journal_open_in_the_last_good_state(plan: Plan) -> None:
    parent, session, files = plan
    folder = made_again(parent, {**files, NAME: b"", f".path/{JOURNAL}": b"gone"})
    opened = FileStore(folder, SESSIONS).open(session.id)
    assert opened.document == a_session(voices={})
    assert any("may be missing" in str(notice) for notice in opened.notices)
    assert FileStore(folder, SESSIONS).open(session.id).document == opened.document


def test_where_nothing_good_is_left_it_is_said_and_nothing_is_touched(plan: Plan) -> None:
    parent, session, files = plan
    folder = made_again(parent, dict.fromkeys(files, bytes(50)))
    store = FileStore(folder, SESSIONS)
    for _ in range(2):
        with pytest.raises(FileDamaged):
            store.open(session.id)
    assert {name: data for name, data in tree(folder).items() if data} == dict.fromkeys(
        files, bytes(50)
    )


def test_a_damaged_document_without_a_history_is_left_alone(folder: Path) -> None:
    folder.mkdir()
    (folder / NAME).write_bytes(b'{"format": "path-planner/session", "vers')
    with pytest.raises(FileDamaged):
        FileStore(folder, SESSIONS).open("k7f3q2")
    assert (folder / NAME).read_bytes() == b'{"format": "path-planner/session", "vers'


def test_a_damaged_snapshot_in_the_history_costs_nothing(folder: Path) -> None:
    session = written(folder, voices=4)
    past = folder / ".path" / session.id / "00000000.json.z"
    past.write_bytes(b"damaged")
    store = FileStore(folder, SESSIONS)
    assert store.open(session.id).document == session
    assert [str(finding) for finding in store.check() if not finding.well] == [
        "Part of the history is damaged. The file itself is fine."
    ]


def test_an_edit_by_hand_is_taken_in(folder: Path) -> None:
    session = written(folder, settled_at=5)
    file = folder / NAME
    file.write_bytes(file.read_bytes().replace(b"I said v2.", b"I sang v2."))
    store = FileStore(folder, SESSIONS)
    opened = store.open(session.id)
    assert opened.document.voices["v2"].text == "I sang v2."
    assert opened.document.revision == session.revision + 1
    assert "changed outside" in str(opened.notices[0])
    assert store.at_revision(session.id, session.revision) == session
    assert FileStore(folder, SESSIONS).open(session.id) == (opened.document, ())


def test_an_edit_by_hand_does_not_undo_what_came_after_it(folder: Path) -> None:
    session = written(folder, settled_at=3)
    file = folder / NAME
    file.write_bytes(file.read_bytes().replace(b"I said v2.", b"I sang v2."))
    opened = FileStore(folder, SESSIONS).open(session.id).document
    assert set(opened.voices) == set(session.voices)
    assert opened.voices["v2"].text == "I sang v2."


def test_an_open_session_notices_an_edit_by_hand(folder: Path) -> None:
    session = written(folder, settled_at=5)
    store = FileStore(folder, SESSIONS)
    assert store.open(session.id).document == session
    file = folder / NAME
    file.write_bytes(file.read_bytes().replace(b"I said v2.", b"I sang v2."))
    assert store.revision(session.id) == session.revision + 1
    after = say(store, session, "v9")
    assert after.voices["v2"].text == "I sang v2."
    assert "v9" in after.voices


def test_saving_a_file_again_in_an_editor_changes_nothing(folder: Path) -> None:
    session = written(folder, settled_at=5)
    file = folder / NAME
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert FileStore(folder, SESSIONS).open(session.id) == (session, ())


def test_an_older_copy_put_in_its_place_does_not_take_work_away(folder: Path) -> None:
    store = FileStore(folder, SESSIONS)
    session = store.create(a_session())
    older = (folder / NAME).read_bytes()
    session = say(store, session, "v2")
    turn_over(folder, session)
    session = say(store, session, "v3")
    (folder / NAME).write_bytes(older)
    opened = FileStore(folder, SESSIONS).open(session.id)
    assert opened.document == session
    assert "older copy" in str(opened.notices[0])


def test_a_file_that_was_worked_on_elsewhere_is_taken_over(folder: Path, tmp_path: Path) -> None:
    session = written(folder, settled_at=5)
    elsewhere = FileStore(tmp_path / "stick", SESSIONS)
    travelled = elsewhere.create(serializer.read((folder / NAME).read_bytes(), SESSIONS))
    for number in range(3):
        travelled = say(elsewhere, travelled, f"away{number}")
    elsewhere.checkpoint(travelled.id)
    (folder / NAME).write_bytes((tmp_path / "stick" / NAME).read_bytes())
    store = FileStore(folder, SESSIONS)
    opened = store.open(session.id)
    assert opened.document.voices == travelled.voices
    assert opened.document.revision > travelled.revision
    assert "changed outside" in str(opened.notices[0])
    assert store.at_revision(session.id, session.revision) == session


def test_a_file_from_a_stick_is_found_under_any_name(folder: Path, tmp_path: Path) -> None:
    store = FileStore(folder, SESSIONS)
    written(tmp_path / "stick", settled_at=5)
    folder.mkdir()
    (folder / "Robin [1] *.path.json").write_bytes((tmp_path / "stick" / NAME).read_bytes())
    assert [(entry.id, entry.voices) for entry in store.summaries()] == [("k7f3q2", 6)]
    session = say(store, store.open("k7f3q2").document, "v9")
    store.checkpoint(session.id)
    assert [entry.voices for entry in store.summaries()] == [7]
    assert serializer.read((folder / "Robin [1] *.path.json").read_bytes(), SESSIONS) == session
    assert [path.name for path in folder.glob("*.path.json")] == ["Robin [1] *.path.json"]


def test_a_renamed_file_stays_the_same_plan(folder: Path) -> None:
    session = written(folder)
    store = FileStore(folder, SESSIONS)
    store.open(session.id)
    (folder / NAME).rename(folder / "ours.path.json")
    assert store.open(session.id).document == session
    assert "v9" in say(store, session, "v9").voices


def test_a_second_file_of_the_same_plan_is_not_shown_but_named(folder: Path) -> None:
    session = written(folder, settled_at=5)
    (folder / "copy.path.json").write_bytes((folder / NAME).read_bytes())
    store = FileStore(folder, SESSIONS)
    assert len(store.summaries()) == 1
    assert store.open(session.id).document == session
    assert [finding.file for finding in store.check() if not finding.well] == ["copy.path.json"]


def test_the_history_of_a_plan_deleted_by_hand_is_named(folder: Path) -> None:
    written(folder)
    (folder / NAME).unlink()
    store = FileStore(folder, SESSIONS)
    assert store.summaries() == []
    assert [str(finding) for finding in store.check()] == [
        "This is a history whose main file is missing."
    ]


def test_checking_changes_nothing(plan: Plan) -> None:
    parent, _, files = plan
    torn = files[f".path/{JOURNAL}"][:-9]
    folder = made_again(parent, {**files, f".path/{JOURNAL}": torn, NAME: files[NAME][:-9]})
    (folder / "catalogue.json").write_bytes(b"{")
    before = tree(folder)
    assert (
        len([finding for finding in FileStore(folder, SESSIONS).check() if not finding.well]) >= 3
    )
    assert tree(folder) == before


def test_notices_stay_until_the_program_ends(plan: Plan) -> None:
    parent, session, files = plan
    folder = made_again(parent, {**files, NAME: b""})
    store = FileStore(folder, SESSIONS)
    (notice,) = store.open(session.id).notices
    session = change_to(store, session, put(session, "voices", a_voice("v9"))).document
    assert store.open(session.id).notices == (notice,)
    renamed = session.model_copy(update={"about": with_fields(session.about, title="New")})
    change_to(store, session, renamed)
    assert store.open(session.id).notices == (notice,)
