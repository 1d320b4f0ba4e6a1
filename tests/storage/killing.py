"""Kill a real writer again and again, in the middle of its work, and look what is left.

Run as a program: `python -m tests.storage.killing FOLDER KILLS SEED SORT`; prints what it found
as JSON.
Each writer is a fork of this one program, and confirms each change through a pipe.
"""

import json
import os
import random
import signal
import sys
import time
from pathlib import Path
from typing import NoReturn

from path_planner.domain.diff import Change
from path_planner.errors import PlannerError
from path_planner.storage import serializer
from path_planner.storage.file_store import open_document
from path_planner.storage.file_store.store import FileStore
from tests.domain.builders import NOON
from tests.storage.cases import CASES, Case

KILLS_A_FOLDER = 25
MOST_ACKS = 12


def write_until_killed(folder: Path, first: int, pipe: int, case: Case) -> NoReturn:
    """Write voices, numbered on from the first, and confirm each when the store has."""
    store = FileStore(folder, case.sort)
    session = store.open("k7f3q2").document
    for number in range(first, first + 10_000):
        # Written again and again, this makes the journal larger than the document.
        again = case.voice("again", text=chr(97 + number % 26) * 900)
        session = store.append(
            session.id,
            [
                Change("voices", f"v{number}", case.voice(f"v{number}")),
                Change("voices", "again", again),
            ],
            expected_revision=session.revision,
            op_id=f"o{number}",
            by="asha",
            at=NOON,
        ).document
        os.write(pipe, number.to_bytes(4, "big"))
        if number % 3 == 0:
            store.checkpoint(session.id)
        if number % 5 == 0:
            store.summaries()
    os._exit(1)


class Tally:
    """What was found."""

    def __init__(self) -> None:
        """Begin to count."""
        self.kills = self.confirmed = self.lost = self.unreadable = 0
        self.unfinished_files = self.torn_lines = self.other_notices = self.unwell = 0
        self.closed_journals = self.behind = 0


def one_kill(
    folder: Path, known: set[int], tally: Tally, chance: random.Random, case: Case
) -> None:
    """Let a writer work for a moment, kill it, and look what is left."""
    reading, writing = os.pipe()
    first = max(known, default=0) + 100
    child = os.fork()
    if child == 0:
        os.close(reading)
        write_until_killed(folder, first, writing, case)
    os.close(writing)
    for _ in range(chance.randrange(MOST_ACKS)):
        known.add(int.from_bytes(os.read(reading, 4), "big"))
    # A save takes milliseconds: the kill falls anywhere into one of the next.
    time.sleep(chance.random() * 0.02)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while rest := os.read(reading, 4):
        known.add(int.from_bytes(rest, "big"))
    os.close(reading)
    tally.kills += 1
    look(folder, known, tally, case)


def look(folder: Path, known: set[int], tally: Tally, case: Case) -> None:
    """Open what a killed writer left."""
    tally.unfinished_files += len(list(folder.rglob("*.tmp")))
    store = FileStore(folder, case.sort)
    try:
        opened = store.open("k7f3q2")
        listed = store.summaries()
    except PlannerError:
        tally.unreadable += 1
        return
    tally.lost += sum(f"v{number}" not in opened.document.voices for number in known)
    tally.lost += listed[0].voices != len(opened.document.voices)
    torn = ["not finished" in str(notice) for notice in opened.notices]
    tally.torn_lines += sum(torn)
    tally.other_notices += len(torn) - sum(torn)
    tally.behind += len(store.checkpoint_all())
    (file,) = folder.glob(f"*{case.sort.suffix}")
    tally.behind += serializer.read(file.read_bytes(), case.sort) != opened.document
    tally.unwell += sum(not finding.well for finding in store.check())


def main(place: Path, kills: int, seed: int, name: str) -> None:
    """Kill so many writers and print what was found."""
    open_document.SMALL_JOURNAL = 4_000
    case = next(case for case in CASES if str(case) == name)
    chance, tally = random.Random(seed), Tally()  # noqa: S311 - chance, not secrecy
    for begun in range(0, kills, KILLS_A_FOLDER):
        folder, known = place / str(begun), set[int]()
        FileStore(folder, case.sort).create(case.make(voices={}))
        for _ in range(KILLS_A_FOLDER):
            one_kill(folder, known, tally, chance, case)
        tally.confirmed += len(known)
        tally.closed_journals += len(
            list((folder / case.sort.history_folder).glob("k7f3q2/*.jsonl.z"))
        )
    print(json.dumps(vars(tally)))  # noqa: T201 - this is its answer


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
