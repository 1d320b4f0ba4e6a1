"""A disk that is full, read-only or broken at any moment: what was saved before stays."""

import errno
import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

import filelock
import pytest

from path_planner.domain.base import with_fields
from path_planner.domain.diff import Change
from path_planner.domain.session import Session
from path_planner.errors import NotSaved, StoreLocked
from path_planner.storage.file_store import open_document
from path_planner.storage.file_store.folder import Locks
from path_planner.storage.file_store.store import FileStore
from path_planner.storage.session_type import SESSIONS
from tests.domain.builders import NOON, a_session, a_voice
from tests.storage.faults import failing
from tests.storage.writers import append, say, voice_change

MOST_CALLS = 200
SAID = {
    errno.ENOSPC: "the disk is full",
    errno.EROFS: "nothing can be written in this folder",
    errno.EIO: "the disk could not save it",
}


class Work:
    """A stretch of work that notes what was confirmed to it."""

    def __init__(self, folder: Path) -> None:
        """Begin in an empty folder."""
        self.folder = folder
        self.store = FileStore(folder, SESSIONS)
        self.confirmed: Session | None = None
        self.sent = 0

    def go_on(self) -> None:
        """Do the next steps until all are done or the disk fails."""
        if self.confirmed is None:
            self.confirmed = self.store.create(a_session(voices={}))
        while self.sent < 6:
            # What is written again and again makes the journal larger than the document.
            promise = with_fields(self.confirmed.agreement["p1"], text=str(self.sent) * 1500)
            changes = [voice_change(a_voice(f"v{self.sent}")), Change("agreement", "p1", promise)]
            appended = append(self.store, self.confirmed, changes, op_id=f"o{self.sent}")
            self.confirmed, self.sent = appended.document, self.sent + 1
            if self.sent == 3:
                self.store.checkpoint(self.confirmed.id)
        self.store.checkpoint(self.confirmed.id)
        self.store.summaries()

    def go_on_until_refused(self) -> str:
        """Do the same, and return what was said if the disk failed."""
        try:
            self.go_on()
        except NotSaved as trouble:
            return str(trouble)
        return ""

    def seen_by_another(self) -> Session:
        """Return what a program sees that is started afterwards."""
        return FileStore(self.folder, SESSIONS).open("k7f3q2").document


@pytest.fixture(autouse=True)
def _short_journals(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a journal be closed after a few steps, so that this can fail, too."""
    monkeypatch.setattr(open_document, "SMALL_JOURNAL", 100)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("error", "cut_writes", "lasting", "step"),
    [
        (errno.ENOSPC, True, True, 1),
        (errno.ENOSPC, True, False, 2),
        (errno.EROFS, False, True, 5),
        (errno.EIO, True, False, 3),
    ],
    ids=["full from then on", "full once", "read-only from then on", "broken once"],
)
def test_whatever_call_fails_nothing_confirmed_is_lost(
    tmp_path: Path, error: int, cut_writes: bool, lasting: bool, step: int
) -> None:
    refused = 0
    for fail_at in range(1, MOST_CALLS, step):
        work = Work(tmp_path / str(fail_at))
        with failing(fail_at, error, lasting=lasting, cut_writes=cut_writes) as disk:
            answer = work.go_on_until_refused()
        refused += bool(answer)
        assert not answer or SAID[error] in answer
        if not disk.has_failed:
            break
        if work.confirmed is not None:
            seen = work.seen_by_another()
            assert set(seen.voices) >= set(work.confirmed.voices)
            assert work.store.open("k7f3q2").document.revision >= work.confirmed.revision
        work.go_on()
        assert set(work.seen_by_another().voices) == {f"v{n}" for n in range(6)}
        assert work.seen_by_another() == work.store.open("k7f3q2").document
        assert not list(work.folder.rglob("*.tmp"))
    else:
        pytest.fail("the work was never done")
    assert refused > 30 / step
    assert fail_at > 60
    assert len(list((work.folder / ".path" / "k7f3q2").glob("*.jsonl.z"))) >= 1


def test_a_full_disk_leaves_the_file_and_the_journal_as_they_were(folder: Path) -> None:
    store = FileStore(folder, SESSIONS)
    session = say(store, store.create(a_session()), "v2")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with failing(1, errno.ENOSPC, cut_writes=True), pytest.raises(NotSaved):
        say(store, session, "v3")
    with failing(1, errno.ENOSPC, cut_writes=True), pytest.raises(NotSaved):
        store.checkpoint(session.id)
    assert {path: path.read_bytes() for path in before} == before
    assert store.open(session.id).document == session


@pytest.mark.parametrize("wrong", ["remove", "erase", "restore", "sweep", "begin"])
def test_other_work_on_a_failing_disk_is_refused_plainly(folder: Path, wrong: str) -> None:
    store = FileStore(folder, SESSIONS)
    session = say(store, store.create(a_session()), "v2")
    other = a_session(id="other1")
    if wrong in {"restore", "sweep"}:
        store.remove(session.id, NOON)
    asks: dict[str, Any] = {
        "remove": lambda: store.remove(session.id, NOON),
        "erase": lambda: store.erase(session.id),
        "restore": lambda: store.restore(session.id),
        "begin": lambda: store.create(other),
        "sweep": lambda: store.purge(NOON),
    }
    with failing(1, errno.EIO):
        try:
            asks[wrong]()
        except NotSaved:
            pass
        else:
            assert wrong == "sweep"
    if wrong == "begin":
        assert store.create(other) == other
    elif wrong in {"remove", "erase"}:
        assert store.open(session.id).document == session


def test_the_list_works_where_nothing_can_be_written(folder: Path) -> None:
    store = FileStore(folder, SESSIONS)
    say(store, store.create(a_session()), "v2")
    with failing(1, errno.EROFS):
        assert [entry.voices for entry in store.summaries()] == [2]
        assert len(store.due(NOON.date().replace(year=2027))) == 1
        assert [entry.voices for entry in store.summaries()] == [2]


def test_a_plan_on_a_read_only_stick_opens(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = FileStore(folder, SESSIONS)
    session = say(store, store.create(a_session()), "v2")
    with (folder / ".path" / "k7f3q2.jsonl").open("ab") as journal:
        journal.write(b"torn")

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(filelock.FileLock, "acquire", refuse)
    stick = FileStore(folder, SESSIONS)
    with failing(1, errno.EROFS):
        opened = stick.open(session.id)
        assert opened.document == session
        assert "not finished" in str(opened.notices[0])
        assert stick.revision(session.id) == 1
        assert len(stick.history(session.id)) == 2
        with pytest.raises(NotSaved, match="nothing can be written"):
            say(stick, session, "v3")


def test_a_plan_that_another_program_holds_too_long_is_said_to_be_in_use(folder: Path) -> None:
    store = FileStore(folder, SESSIONS, patience=0.01)
    session = store.create(a_session())
    with Locks().acquire(folder / ".path" / "k7f3q2.lock"), pytest.raises(StoreLocked):
        say(store, session, "v2")
    assert "v2" in say(store, session, "v2").voices


FULL = """
import resource, signal, sys
from pathlib import Path
from path_planner.errors import NotSaved
from path_planner.storage.file_store.folder import Locks
from path_planner.storage.file_store.store import FileStore
from path_planner.storage.session_type import SESSIONS
from tests.domain.builders import a_session
from tests.storage.writers import say
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = FileStore(Path(sys.argv[1]), SESSIONS)
session = store.create(a_session(voices={}))
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))
saved = 0
try:
    while saved < 1000:
        session = say(store, session, f"v{saved}", "x" * 1000)
        saved += 1
except NotSaved as trouble:
    print(saved, str(trouble))
"""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(resource, "RLIMIT_FSIZE"), reason="no such limit here")
def test_a_real_limit_of_the_system_is_met_like_a_full_disk(folder: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", FULL, str(folder)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
        env=os.environ,
    )
    saved, _, said = ran.stdout.partition(" ")
    assert "the disk is full" in said
    assert int(saved) > 5
    opened = FileStore(folder, SESSIONS).open("k7f3q2")
    assert len(opened.document.voices) == int(saved)
    assert opened.notices == ()
