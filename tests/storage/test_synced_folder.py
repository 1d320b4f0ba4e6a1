"""Two or three machines write in one synced folder: nothing acknowledged is lost unseen."""

import random
from itertools import count
from pathlib import Path
from types import SimpleNamespace

import pytest

from path_planner.domain.voice import Share
from path_planner.errors import NotSaved
from path_planner.services.context import SessionContext, VisionContext
from path_planner.services.session.voices import change_voice
from path_planner.services.vision.sources import change_source, withdraw
from path_planner.storage.file_store import journal
from path_planner.storage.file_store.store import FileStore
from path_planner.storage.session_type import SESSIONS
from path_planner.storage.vision_type import VISIONS
from tests.domain.builders import a_session, a_voice
from tests.storage.cases import a_vision
from tests.storage.syncing import Cloud, contents, readable
from tests.storage.writers import append, later, say, voice_change

ID = "k7f3q2"
MOMENTS = count(1)
SHARED = {"v1", "shared"}
"""What was said before the machines went apart."""
JOINED = "Another copy of this plan was found in the folder. Changes added from it: {count}."


@pytest.fixture
def machines(tmp_path: Path) -> tuple[Cloud, list[Path]]:
    """Return three machines that have the same plan."""
    cloud, folders = Cloud(), [tmp_path / name for name in ("one", "two", "three")]
    store = FileStore(folders[0], SESSIONS)
    say(store, store.create(a_session()), "shared")
    store.checkpoint(ID)
    for folder in folders:
        folder.mkdir(exist_ok=True)
        cloud.sync(folder)
    return cloud, folders


def speak(folder: Path, *names: str, store: FileStore | None = None) -> None:
    """Say something on a machine, and let its readable file follow."""
    store = store or FileStore(folder, SESSIONS)
    for name in names:
        say_now(store, name, folder.name)
    store.checkpoint(ID)


def say_now(store: FileStore, voice_id: str, by: str) -> None:
    """Say something at a moment of its own, as clocks of machines have it."""
    change = voice_change(a_voice(voice_id, text=f"I said {voice_id}."))
    at = later(next(MOMENTS) / 60_000)
    append(store, store.open(ID).document, [change], by=by, at=at)


def voices(folder: Path, store: FileStore | None = None) -> set[str]:
    """Return the voices that a machine shows."""
    return set((store or FileStore(folder, SESSIONS)).open(ID).document.voices)


def test_what_two_machines_wrote_apart_is_joined_on_both(
    machines: tuple[Cloud, list[Path]],
) -> None:
    cloud, (one, two, _) = machines
    speak(one, "a1", "a2")
    speak(two, "b1", "b2", "b3")
    cloud.sync(one)
    cloud.sync(two)
    (finding,) = [
        found for found in FileStore(two, SESSIONS).check() if "another computer" in str(found)
    ]
    assert finding.document_id == ID
    opened = FileStore(two, SESSIONS).open(ID)
    assert JOINED.format(count=3) in map(str, opened.notices)
    assert set(opened.document.voices) == SHARED | {"a1", "a2", "b1", "b2", "b3"}
    cloud.sync(two)
    cloud.sync(one)
    assert voices(one) == voices(two)
    assert not list((one / ".path").glob(f"{ID}[!a-z0-9]*conflict*"))
    # What was joined is in the plan for good, and is not joined again.
    again = FileStore(two, SESSIONS).open(ID)
    assert (again.document, again.notices) == (opened.document, ())


def test_a_running_server_keeps_what_a_replaced_journal_has_lost(
    machines: tuple[Cloud, list[Path]],
) -> None:
    _, (one, two, _) = machines
    here = FileStore(one, SESSIONS)
    speak(one, "a1", "a2", "a3", store=here)
    speak(two, "b1")
    for name, content in contents(two).items():
        (one / name).write_bytes(content)
    opened = here.open(ID)
    assert JOINED.format(count=3) in map(str, opened.notices)
    assert set(opened.document.voices) == SHARED | {"a1", "a2", "a3", "b1"}
    assert voices(one) == set(opened.document.voices)


def test_a_copy_is_found_while_the_plan_is_open(machines: tuple[Cloud, list[Path]]) -> None:
    cloud, (one, two, _) = machines
    here = FileStore(two, SESSIONS)
    speak(one, "a1")
    speak(two, "b1", store=here)
    cloud.sync(one)
    cloud.sync(two)
    assert voices(two, here) == SHARED | {"a1", "b1"}


def test_a_file_of_another_machine_takes_nothing_away(
    machines: tuple[Cloud, list[Path]],
) -> None:
    _, (one, two, _) = machines
    speak(one, "a1", "a2")
    speak(two, "b1")
    # Only the journal comes: the file beside it is that of this machine.
    (one / ".path" / f"{ID}.jsonl").write_bytes((two / ".path" / f"{ID}.jsonl").read_bytes())
    assert voices(one) == SHARED | {"a1", "a2", "b1"}


def test_the_narrower_level_stands(machines: tuple[Cloud, list[Path]]) -> None:
    cloud, (one, two, _) = machines
    for folder, share in ((one, Share.PRIVATE), (two, Share.QUOTE)):
        store = FileStore(folder, SESSIONS)
        window = SessionContext(store, store.open(ID).document, by=folder.name)
        change_voice(window, "shared", share=share)
        store.checkpoint(ID)
    for folder in (one, two, one, two):
        cloud.sync(folder)
        shown = FileStore(folder, SESSIONS).open(ID).document
    assert shown.voices["shared"].share is Share.PRIVATE
    assert FileStore(one, SESSIONS).open(ID).document.voices == shown.voices


def test_what_was_withdrawn_here_does_not_come_back_from_there(tmp_path: Path) -> None:
    cloud, folders = Cloud(), [tmp_path / name for name in ("one", "two")]
    FileStore(folders[0], VISIONS).create(a_vision())
    for number, folder in enumerate(folders):
        folder.mkdir(exist_ok=True)
        cloud.sync(folder)
        store = FileStore(folder, VISIONS)
        window = VisionContext(store, store.open(ID).document, by=folder.name)
        if number:
            change_source(window, "s1", place="Little Hopeford")
        else:
            withdraw(window, "s1")
        store.checkpoint(ID)
    for folder in folders * 2:
        cloud.sync(folder)
        vision = FileStore(folder, VISIONS).open(ID).document
        assert (vision.sources, vision.voices) == ({}, {})
        assert not any(b"sunflowers" in content for content in readable(folder))


def test_a_copy_that_cannot_be_read_is_left_and_named(
    machines: tuple[Cloud, list[Path]],
) -> None:
    _, (one, _, _) = machines
    newer = one / ".path" / f"{ID}.sync-conflict-20260102-101112-ABCDEFG.jsonl"
    newer.write_bytes(journal.line(b'{"journal":99,"base":0,"file":1,"seen":[]}'))
    before = newer.read_bytes()
    assert voices(one) == SHARED
    assert newer.read_bytes() == before
    assert [found.file for found in FileStore(one, SESSIONS).check() if not found.well] == [
        newer.name
    ]
    FileStore(one, SESSIONS).erase(ID)
    assert not newer.exists()


@pytest.mark.parametrize("version", [1, SESSIONS.version - 1, SESSIONS.version])
def test_a_copy_of_an_earlier_version_is_joined_too(
    machines: tuple[Cloud, list[Path]], version: int
) -> None:
    _, (one, two, _) = machines
    speak(one, "a1")
    speak(two, "b1", "b2")
    written = journal.parse((two / ".path" / f"{ID}.jsonl").read_bytes(), SESSIONS)
    assert written.header
    earlier = written._replace(header=written.header._replace(version=version))
    copy = one / ".path" / f"{ID}-LAPTOP.jsonl"
    copy.write_bytes(journal.lines_of(earlier))
    assert voices(one) == SHARED | {"a1", "b1", "b2"}
    assert not copy.exists()


@pytest.mark.parametrize("version", [SESSIONS.version - 1, SESSIONS.version])
def test_a_copy_is_only_let_go_of_when_all_of_it_is_here(
    machines: tuple[Cloud, list[Path]], version: int
) -> None:
    _, (one, two, _) = machines
    speak(two, "b1")
    written = journal.parse((two / ".path" / f"{ID}.jsonl").read_bytes(), SESSIONS)
    assert written.header
    elsewhere = written._replace(header=written.header._replace(version=version, base=-1))
    copy = one / ".path" / f"{ID}-LAPTOP.jsonl"
    copy.write_bytes(journal.lines_of(elsewhere))
    assert ("b1" in voices(one)) == (not copy.exists())


def test_a_stick_that_is_pulled_out_takes_nothing_along(
    folder: Path, files: FileStore, tmp_path: Path
) -> None:
    session = say(files, files.create(a_session()), "before")
    pulled_out = tmp_path / "pocket"
    folder.rename(pulled_out)
    opened = files.open(session.id)
    assert opened.document == session
    assert str(opened.notices[-1]).startswith("The folder with the plans is not there.")
    with pytest.raises(NotSaved, match="connect it again"):
        say(files, session, "meanwhile")
    with pytest.raises(NotSaved, match="connect it again"):
        files.create(a_session().model_copy(update={"id": "another1"}))
    assert "before" in files.document(session.id).decode()
    assert files.summaries() == []
    assert not folder.exists()
    pulled_out.rename(folder)
    assert set(say(files, session, "meanwhile").voices) == {"v1", "before", "meanwhile"}
    assert files.open(session.id).notices == ()


def test_little_space_is_said_before_a_save_fails(
    files: FileStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = files.create(a_session())
    assert files.open(session.id).notices == ()
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: SimpleNamespace(free=10_000_000))
    (notice,) = files.open(session.id).notices
    assert str(notice).startswith("There is little space left on this disk.")


def test_a_journal_of_equal_length_from_elsewhere_is_not_taken_for_a_longer_one(
    machines: tuple[Cloud, list[Path]],
) -> None:
    _, (one, two, _) = machines
    here = FileStore(one, SESSIONS)
    speak(one, "a1", "a2", store=here)
    speak(two, "b1", "b2", "b3")
    journals = [folder / ".path" / f"{ID}.jsonl" for folder in (one, two)]
    journals[0].write_bytes(journals[1].read_bytes())
    assert voices(one, here) == SHARED | {"a1", "a2", "b1", "b2", "b3"}
    assert voices(one) == voices(one, here)


def test_three_machines_in_random_turns_lose_nothing(
    machines: tuple[Cloud, list[Path]], pytestconfig: pytest.Config
) -> None:
    cloud, folders = machines
    chance = random.Random(20261130)  # noqa: S311
    running = {folder: FileStore(folder, SESSIONS) for folder in folders}
    said = set(SHARED)
    for number in range(1_000 if pytestconfig.getoption("long") else 60):
        folder = chance.choice(folders)
        match chance.choice(("say", "say", "say", "sync", "sync", "start", "look", "turn")):
            case "say":
                name = f"r{number}"
                say_now(running[folder], name, folder.name)
                said.add(name)
            case "sync":
                cloud.sync(folder)
            case "start":
                running[folder] = FileStore(folder, SESSIONS)
            case "turn":
                running[folder].checkpoint(ID)
            case "look":
                running[folder].open(ID)
    for _ in range(4):
        for folder in folders:
            running[folder].checkpoint(ID)
            cloud.sync(folder)
            running[folder].open(ID)
    assert [voices(folder) for folder in folders] == [said] * len(folders)
