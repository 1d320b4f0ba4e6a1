"""Many writers at once: in tabs of one program, and in several programs."""

import os
import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import pytest

from path_planner.domain.base import with_fields
from path_planner.domain.diff import Change, apply
from path_planner.domain.session import Session
from path_planner.domain.voice import Voice
from path_planner.storage import serializer
from path_planner.storage.file_store import open_document
from path_planner.storage.file_store.store import FileStore
from path_planner.storage.protocol import SessionStore
from path_planner.storage.session_type import SESSIONS
from path_planner.storage.store_registry import open_store
from tests.domain.builders import NOON, a_session, a_voice
from tests.storage.writers import append, say, turn_over, voice_change

EDITS = 100

WRITER = """
import sys
from itertools import pairwise
from pathlib import Path
from path_planner.storage.file_store import open_document
from path_planner.storage.file_store.store import FileStore
from path_planner.storage.session_type import SESSIONS
from tests.storage.writers import say
open_document.SMALL_JOURNAL = 4_000
store, name = FileStore(Path(sys.argv[1]), SESSIONS), sys.argv[2]
session = store.open("k7f3q2").document
edits = int(sys.argv[3])
for number in range(edits):
    if number in (0, edits // 2):
        print("ready", flush=True)
        sys.stdin.readline()
    # Each goes on from what it saw last, so the other is always ahead.
    session = say(store, session, f"{name}{number}", by=name)
    if number % 20 == 7:
        store.checkpoint("k7f3q2")
        store.summaries()
print(len(session.voices))
"""


def started(folder: Path, name: str) -> subprocess.Popen[str]:
    """Start a program that writes."""
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), name, str(EDITS)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
        env=os.environ,
    )


def expected(*names: str) -> set[str]:
    """Return what all writers said."""
    return {f"{name}{number}" for name in names for number in range(EDITS)}


@pytest.mark.slow
def test_two_programs_with_a_hundred_edits_each_lose_none(folder: Path) -> None:
    FileStore(folder, SESSIONS).create(a_session(voices={}))
    programs = [started(folder, name) for name in ("robin", "asha")]
    for _half in range(2):
        # Neither begins a half before both are ready for it, so neither writes alone.
        for program in programs:
            assert program.stdout is not None
            assert program.stdout.readline() == "ready\n"
        for program in programs:
            assert program.stdin is not None
            program.stdin.write("go\n")
            program.stdin.flush()
    answers = [program.communicate() for program in programs]
    assert [program.returncode for program in programs] == [0, 0], answers
    opened = FileStore(folder, SESSIONS).open("k7f3q2")
    assert set(opened.document.voices) == expected("robin", "asha")
    assert opened.document.revision == 2 * EDITS
    assert opened.notices == ()
    steps = FileStore(folder, SESSIONS).history("k7f3q2")
    assert [step.revision for step in steps] == list(range(2 * EDITS + 1))
    assert FileStore(folder, SESSIONS).checkpoint_all() == ()
    assert all(finding.well for finding in FileStore(folder, SESSIONS).check())
    # That they wrote at the same time is seen by how their steps alternate.
    writers = [step.by for step in steps[1:]]
    assert sum(one != other for one, other in pairwise(writers)) > 1


@pytest.mark.slow
@pytest.mark.parametrize("shared", [True, False], ids=["one store", "a store each"])
def test_two_tabs_with_a_hundred_edits_each_lose_none(
    folder: Path, monkeypatch: pytest.MonkeyPatch, shared: bool
) -> None:
    monkeypatch.setattr(open_document, "SMALL_JOURNAL", 4_000)
    stores = (
        [FileStore(folder, SESSIONS)] * 2
        if shared
        else [FileStore(folder, SESSIONS), FileStore(folder, SESSIONS)]
    )
    begun = stores[0].create(a_session(voices={}))

    def tab(store: SessionStore, name: str) -> None:
        session = begun
        for number in range(EDITS):
            session = say(store, session, f"{name}{number}", by=name)
            assert store.revision(session.id) >= session.revision

    with ThreadPoolExecutor(2) as tabs:
        for done in [
            tabs.submit(tab, store, name)
            for store, name in zip(stores, ("robin", "asha"), strict=True)
        ]:
            done.result()
    opened = FileStore(folder, SESSIONS).open("k7f3q2")
    assert set(opened.document.voices) == expected("robin", "asha")
    assert opened.document.revision == 2 * EDITS
    assert {store.open("k7f3q2").document.revision for store in stores} == {2 * EDITS}


def test_another_program_sees_a_change_without_asking_for_the_whole_plan(folder: Path) -> None:
    ours, theirs = FileStore(folder, SESSIONS), FileStore(folder, SESSIONS)
    session = ours.create(a_session())
    assert theirs.open(session.id).document == session
    for number in range(5):
        session = say(ours, session, f"n{number}")
        assert theirs.revision(session.id) == session.revision
        assert theirs.open(session.id).document == session
    ours.checkpoint(session.id)
    assert theirs.open(session.id).document == session
    turn_over(folder, session)
    session = say(ours, session, "after")
    assert theirs.open(session.id).document == session
    ours.erase(session.id)
    assert theirs.summaries() == []


def test_a_sender_that_repeats_after_a_crash_is_known_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_document, "SMALL_JOURNAL", 100)
    store = FileStore(folder, SESSIONS)
    session = store.create(a_session())
    promise = session.agreement["p1"]
    for number in range(30):
        changes = [
            voice_change(a_voice(f"v{number}")),
            Change("agreement", "p1", with_fields(promise, text=f"{number}" * 900)),
        ]
        session = append(store, session, changes, op_id=f"op{number}").document
    assert len(list((folder / ".path" / session.id).glob("*.jsonl.z"))) > 3
    for number in (0, 15, 29):
        again = FileStore(folder, SESSIONS)
        gone = [Change("voices", f"v{number}", a_voice(f"v{number}", text="Again"))]
        assert append(again, session, gone, op_id=f"op{number}").document == session


class Writer:
    """Somebody who edits a copy that is often out of date, and repeats what was not answered."""

    def __init__(
        self, name: str, store: SessionStore, session: Session, chance: random.Random
    ) -> None:
        """Begin from a state."""
        self.name, self.store, self.seen, self.chance = name, store, session, chance
        self.sent = 0
        self.told: list[object] = []

    def edit(self) -> None:
        """Change something, and send it once or twice."""
        self.sent += 1
        changes = [self._change() for _ in range(self.chance.randint(1, 3))]
        for _ in range(self.chance.choice([1, 1, 2])):
            appended = append(
                self.store, self.seen, changes, by=self.name, op_id=f"{self.name}-{self.sent}"
            )
            self.told.extend(appended.conflicts)
        if self.chance.random() < 0.7:
            self.seen = appended.document

    def _change(self) -> Change:
        voice_id = f"v{self.chance.randrange(4)}"
        voice = self.seen.voices.get(voice_id)
        kind = self.chance.randrange(4)
        if voice is None or kind == 0:
            return voice_change(a_voice(voice_id, text=f"{self.name} {self.sent}"))
        if kind == 1:
            return Change("voices", voice_id, None)
        field = {"approved": not voice.approved} if kind == 2 else {"order": self.sent}
        return voice_change(with_fields(voice, **field))


@pytest.mark.parametrize("seed", range(12))
def test_whatever_is_written_when_all_end_in_the_same_state(folder: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - chance, not secrecy
    stores = [FileStore(folder, SESSIONS), FileStore(folder, SESSIONS)]
    begun = stores[0].create(a_session(voices={}))
    writers = [Writer(f"w{n}", stores[n % 2], begun, chance) for n in range(3)]
    for _ in range(40):
        chance.choice(writers).edit()
        if chance.random() < 0.1:
            chance.choice(stores).checkpoint(begun.id)
    states = [store.open(begun.id).document for store in (*stores, FileStore(folder, SESSIONS))]
    assert states[0] == states[1] == states[2]
    assert serializer.read(stores[0].document(begun.id), SESSIONS) == states[0]
    assert stores[1].at_revision(begun.id, states[0].revision) == states[0]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(200))
def test_a_lost_word_is_always_told_and_always_kept(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - chance, not secrecy
    store = open_store("memory:")
    begun = store.create(a_session(voices={}))
    writers = [Writer(f"w{n}", store, begun, chance) for n in range(3)]
    for _ in range(30):
        writer = chance.choice(writers)
        before, base = store.open(begun.id).document, writer.seen
        told = len(writer.told)
        writer.edit()
        after = store.open(begun.id).document
        conflicts = {conflict.id for conflict in writer.told[told:]}  # type: ignore[attr-defined] # conflicts
        for voice_id, theirs in before.voices.items():
            now, was = after.voices.get(voice_id), base.voices.get(voice_id)
            assert voice_id in conflicts or not _overwritten(was, theirs, now)
    history = [store.at_revision(begun.id, step.revision) for step in store.history(begun.id)]
    rebuilt = history[0]
    for one, other in pairwise(history):
        rebuilt = apply(rebuilt, _steps(one, other))
    assert rebuilt.voices == store.open(begun.id).document.voices
    assert history[-1].updated == NOON


def _overwritten(was: Voice | None, theirs: Voice, now: Voice | None) -> bool:
    """Say whether something others had done since is not there any more."""
    if now is None:
        return theirs != was
    return (was is None or theirs.text != was.text) and now.text != theirs.text


def _steps(one: Session, other: Session) -> list[Change]:
    names = one.voices.keys() | other.voices.keys()
    return [
        Change("voices", name, other.voices.get(name))
        for name in sorted(names)
        if one.voices.get(name) != other.voices.get(name)
    ]
