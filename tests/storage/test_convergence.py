"""Ten thousand merges of concurrent edits: all windows end alike, and nothing is lost."""

from contextlib import suppress
from itertools import permutations
from pathlib import Path
from random import Random
from typing import Any

import pytest
from pydantic import ValidationError

from path_planner.domain.base import with_fields
from path_planner.domain.diff import Change
from path_planner.domain.marks import Pen, Stroke
from path_planner.domain.session import Session
from path_planner.domain.voice import Share
from path_planner.storage import serializer
from path_planner.storage.file_store.store import FileStore
from path_planner.storage.memory_store import MemoryStore
from path_planner.storage.merge import record_of
from path_planner.storage.protocol import SessionStore
from path_planner.storage.session_type import SESSIONS
from tests.domain.builders import a_session
from tests.storage.walls import Intent, Wall
from tests.storage.writers import append

NARROW_TO_WIDE = tuple(Share)

BLOCKS = 20
MERGES = 500
"""In each block: so the blocks can be spread over processors."""
ROUNDS = 24

Key = tuple[str, str]


class Run:
    """One workshop: two or three windows, in an order that a seed decides."""

    def __init__(self, store: SessionStore, seed: int) -> None:
        """Begin."""
        self.chance = Random(f"order {seed}")  # noqa: S311 - chance, not secrecy
        self.store = store
        self.begun = store.create(a_session(marks={}))
        names = ("robin", "asha", "sam")[: self.chance.choice([2, 3])]
        self.walls = [
            Wall(name, store, self.begun, Random(f"{seed} {name}"))  # noqa: S311
            for name in names
        ]
        self.merges = 0
        self.done: list[Intent] = []
        self.expected: dict[Key, Any] = {
            (name, key): record
            for name in ("voices", "commitments", "marks")
            for key, record in getattr(self.begun, name).items()
        }

    def go(self) -> Session:
        """Let all windows work, then let everything arrive; return what the store has."""
        for _ in range(ROUNDS):
            wall = self.chance.choice(self.walls)
            wall.edit()
            if self.chance.random() < 0.6:
                self._arrive(wall, self.chance.randint(1, len(wall.waiting)))
            if self.chance.random() < 0.3:
                wall.hear()
        for wall in self.chance.sample(self.walls, len(self.walls)):
            while wall.waiting:
                self._arrive(wall, len(wall.waiting))
        for wall in self.walls:
            wall.hear()
        return self.store.open(self.begun.id).document

    def _arrive(self, wall: Wall, count: int) -> None:
        """Deliver what waits, oldest first, each until it is answered."""
        for intent in wall.waiting[:count]:
            self._keep(wall, intent)
            if self.chance.random() < 0.2:
                # No answer came: it is sent again later, and whatever came meanwhile is heard.
                return
            wall.hear()
            wall.waiting.remove(intent)

    def _keep(self, wall: Wall, intent: Intent) -> None:
        before = self.store.open(self.begun.id).document
        late = wall.deliver(intent)
        if intent in self.done:
            assert self.store.open(self.begun.id).document == before
            return
        self.merges += late and bool(intent.sent)
        self.done.append(intent)
        for change in intent.sent:
            _expect(self.expected, change, intent.base or before)
        if self.chance.random() < 0.2:
            # What was kept long ago may come by once more.
            self._keep(wall, self.chance.choice(self.done))


def _expect(expected: dict[Key, Any], change: Change, base: Session) -> None:
    """Do what somebody meant to what should be there: only the fields that they changed."""
    key = (change.collection, change.id)
    meant, was, here = change.record, record_of(base, *key), expected.get(key)
    if meant is None:
        expected.pop(key, None)
    elif was is None or here is None:
        if meant != was:
            expected[key] = meant
    else:
        old = dict(was)
        fields = {name: value for name, value in meant if value != old[name]}
        share = fields.get("share")
        # Of two share levels the narrower stands, whoever came later.
        if (
            share
            and old["share"] != here.share
            and NARROW_TO_WIDE.index(here.share) < (NARROW_TO_WIDE.index(share))
        ):
            fields["share"] = here.share
        expected[key] = meant
        with suppress(ValidationError):
            expected[key] = with_fields(here, **fields)


def check(run: Run, end: Session) -> None:
    """Hold that all windows end as the store does, and that this is what everybody meant."""
    for wall in run.walls:
        assert wall.shown == wall.heard == end
    there = {
        (name, key): record
        for name in ("voices", "commitments", "marks")
        for key, record in getattr(end, name).items()
    }
    assert there == run.expected
    assert serializer.read(serializer.write(end), SESSIONS) == end
    steps = run.store.history(end.id)
    assert [step.revision for step in steps] == list(range(end.revision + 1))


@pytest.mark.slow
@pytest.mark.parametrize("block", range(BLOCKS))
def test_ten_thousand_merges_of_concurrent_edits_converge(block: int) -> None:
    merges, seed = 0, block * 1_000_000
    while merges < MERGES:
        run = Run(MemoryStore(SESSIONS), seed)
        check(run, run.go())
        merges += run.merges
        seed += 1


@pytest.mark.parametrize("seed", range(6))
def test_files_merge_as_memory_does(folder: Path, seed: int) -> None:
    run = Run(FileStore(folder, SESSIONS), seed)
    end = run.go()
    check(run, end)
    assert end == Run(MemoryStore(SESSIONS), seed).go()
    assert FileStore(folder, SESSIONS).open(end.id).document == end


def test_changes_of_different_marks_end_alike_in_every_order() -> None:
    strokes = {
        name: Stroke(id=name, stage="now", points=(0, 0, 9, 9), pressures=(0.1, 0.2))
        for name in ("a", "b", "c", "d")
    }
    changes = [
        Change("marks", "a", with_fields(strokes["a"], pen=Pen(colour="#B3261E"))),
        Change("marks", "a", with_fields(strokes["a"], points=(5, 5, 14, 14))),
        Change("marks", "b", None),
        Change("marks", "c", with_fields(strokes["c"], stage="goal")),
        Change("marks", "e", strokes["d"].model_copy(update={"id": "e"})),
    ]
    ends = []
    for order in permutations(changes):
        store = MemoryStore(SESSIONS)
        begun = store.create(a_session(marks=strokes))
        conflicts = [append(store, begun, [change]).conflicts for change in order]
        assert not any(conflicts)
        ends.append(store.open(begun.id).document.marks)
    assert all(end == ends[0] for end in ends)
    assert ends[0]["a"].pen.colour == "#B3261E"
    assert ends[0]["a"].points == (5, 5, 14, 14)


def test_fields_that_do_not_fit_together_are_not_put_together() -> None:
    store = MemoryStore(SESSIONS)
    stroke = Stroke(id="k9", stage="now", points=(0, 0, 9, 9), pressures=(0.1, 0.2))
    begun = store.create(a_session(marks={"k9": stroke}))
    redrawn = with_fields(stroke, points=(1, 1, 2, 2, 3, 3), pressures=(0.3, 0.3, 0.3))
    append(store, begun, [Change("marks", "k9", redrawn)])
    moved = with_fields(stroke, points=(5, 5, 14, 14))
    merged = append(store, begun, [Change("marks", "k9", moved)])
    assert merged.document.marks["k9"] == moved
    (conflict,) = merged.conflicts
    assert conflict.theirs == redrawn
    assert set(conflict.fields) == {"points", "pressures"}
    assert serializer.read(serializer.write(merged.document), SESSIONS) == merged.document
