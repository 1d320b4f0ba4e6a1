"""Lines of a journal name the line before them: what is missing or foreign is noticed."""

from pathlib import Path

import pytest

from path_planner.services.context import VisionContext
from path_planner.services.vision.sources import change_source, withdraw
from path_planner.storage.file_store import journal
from path_planner.storage.file_store.store import FileStore
from path_planner.storage.session_type import SESSIONS
from path_planner.storage.vision_type import VISIONS
from tests.domain.builders import a_session
from tests.storage.cases import a_vision
from tests.storage.syncing import contents, readable, write
from tests.storage.writers import say

ID = "k7f3q2"
SAMPLES = Path(__file__).parents[1] / "samples"
SHARED = {"v1", "shared"}
JOINED = "Another copy of this plan was found in the folder. Changes added from it: {count}."
MISSING = "This plan was also changed on another computer"


def journal_of(folder: Path) -> Path:
    """Return the path of the journal in a folder."""
    (found,) = folder.glob(f".*/{ID}.jsonl")
    return found


def speak(folder: Path, *names: str) -> None:
    """Say something; the readable file does not follow."""
    store = FileStore(folder, SESSIONS)
    session = store.open(ID).document
    for name in names:
        session = say(store, session, name)


def notices(store: FileStore) -> list[str]:
    """Return what is said about the plan."""
    return list(map(str, store.open(ID).notices))


def findings(folder: Path) -> str:
    """Return what a check of a folder finds."""
    return " ".join(str(found) for found in FileStore(folder, SESSIONS).check())


def voices(folder: Path) -> set[str]:
    """Return the voices that a new start shows."""
    return set(FileStore(folder, SESSIONS).open(ID).document.voices)


def copy_folder(one: Path, two: Path) -> None:
    """Copy what is in a folder to another machine."""
    for name, content in contents(one).items():
        write(two / name, content)


@pytest.fixture
def both(tmp_path: Path) -> tuple[Path, Path]:
    """Return two folders that went apart after the voice `shared`."""
    one, two = tmp_path / "one", tmp_path / "two"
    store = FileStore(one, SESSIONS)
    store.create(a_session())
    speak(one, "shared")
    copy_folder(one, two)
    return one, two


def lines(folder: Path) -> list[bytes]:
    """Return the lines of the journal."""
    return journal_of(folder).read_bytes().splitlines(keepends=True)


@pytest.mark.parametrize("number", [1, journal.FORMAT])
def test_journals_of_every_format_open(tmp_path: Path, number: int) -> None:
    (tmp_path / ".path").mkdir()
    document = (SAMPLES / "journal.path.json").read_bytes()
    (tmp_path / f"{ID}.path.json").write_bytes(document)
    (tmp_path / ".path" / f"{ID}.jsonl").write_bytes(
        (SAMPLES / f"journal_v{number}.jsonl").read_bytes()
    )
    store = FileStore(tmp_path, SESSIONS)
    opened = store.open(ID)
    assert opened.document.revision == 3
    assert set(opened.document.voices) == {"v1", "first", "second", "third"}
    say(store, opened.document, "fourth")
    assert notices(FileStore(tmp_path, SESSIONS)) == []
    assert voices(tmp_path) == {"v1", "first", "second", "third", "fourth"}


def test_each_line_names_the_one_before(both: tuple[Path, Path]) -> None:
    one, _ = both
    speak(one, "a1", "a2")
    FileStore(one, SESSIONS).checkpoint(ID)
    speak(one, "a3")
    before = None
    for line in lines(one):
        if before is not None:
            assert b'"after":"%b"' % before[:8] in line
        before = line


def test_lines_that_two_machines_numbered_alike_are_joined(both: tuple[Path, Path]) -> None:
    one, two = both
    speak(one, "a1", "a2")
    speak(two, "b1", "b2", "b3")
    common = len([line for line in lines(one) if line in lines(two)])
    journal_of(one).write_bytes(b"".join([*lines(one), *lines(two)[common:]]))
    assert "from another computer" in findings(one)
    store = FileStore(one, SESSIONS)
    assert JOINED.format(count=3) in notices(store)
    everything = SHARED | {"a1", "a2", "b1", "b2", "b3"}
    assert voices(one) == everything
    assert notices(FileStore(one, SESSIONS)) == []


def test_two_journals_that_were_put_into_one_are_joined(both: tuple[Path, Path]) -> None:
    one, two = both
    speak(one, "a1", "a2")
    speak(two, "b1", "b2", "b3")
    journal_of(one).write_bytes(b"".join([*lines(one), *lines(two)]))
    store = FileStore(one, SESSIONS)
    assert JOINED.format(count=3) in notices(store)
    assert voices(one) == SHARED | {"a1", "a2", "b1", "b2", "b3"}
    assert notices(FileStore(one, SESSIONS)) == []


def test_what_was_withdrawn_does_not_come_back_with_foreign_lines(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    FileStore(one, VISIONS).create(a_vision())
    copy_folder(one, two)
    elsewhere = FileStore(two, VISIONS)
    change_source(VisionContext(elsewhere, elsewhere.open(ID).document), "s1", place="Nether Wold")
    here = FileStore(one, VISIONS)
    withdraw(VisionContext(here, here.open(ID).document), "s1")
    _header, *foreign = lines(two)
    assert any(b"Nether Wold" in line for line in foreign)
    journal_of(one).write_bytes(b"".join([*lines(one), *foreign]))
    vision = FileStore(one, VISIONS).open(ID).document
    assert (vision.sources, vision.voices) == ({}, {})
    assert not any(b"Nether Wold" in content for content in readable(one))


def test_lines_that_were_lost_between_others_are_told_once(both: tuple[Path, Path]) -> None:
    one, two = both
    speak(one, "a1", "a2", "a3")
    speak(two, "b1", "b2")
    assert len(lines(one)) == len(lines(two)) + 1
    # The numbers go on without a gap: only the names of the lines before tell.
    journal_of(one).write_bytes(b"".join([*lines(two), lines(one)[-1]]))
    assert MISSING in findings(one)
    store = FileStore(one, SESSIONS)
    assert MISSING in "".join(notices(store))
    assert voices(one) == SHARED | {"b1", "b2", "a3"}
    assert notices(FileStore(one, SESSIONS)) == []


def test_a_running_server_notices_lines_that_follow_others(both: tuple[Path, Path]) -> None:
    one, two = both
    store = FileStore(one, SESSIONS)
    assert notices(store) == []
    speak(two, "b1", "b2")
    with journal_of(one).open("ab") as end:
        end.write(lines(two)[-1])
    assert MISSING in "".join(notices(store))


def test_lines_of_an_earlier_program_among_chained_ones_are_read(
    both: tuple[Path, Path],
) -> None:
    one, _ = both
    speak(one, "a1", "a2")
    *before, last = lines(one)
    unchained = journal.line(b"{" + last.split(b",", 1)[1].rstrip(b"\n"))
    assert b"after" not in unchained
    journal_of(one).write_bytes(b"".join([*before, unchained]))
    store = FileStore(one, SESSIONS)
    assert notices(store) == []
    assert voices(one) == SHARED | {"a1", "a2"}
