"""Saving, listing and opening: what it costs, and that it does not grow with the number of plans.

Medians of one run on one disk, as ratios, because a disk may take 0.2 or 20 ms to confirm a write.
Reading waits for nothing but the processor: its time is processor time.
"""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from itertools import count
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from path_planner.domain.commitment import Commitment
from path_planner.domain.diff import Change
from path_planner.domain.marks import Sketch, Stroke
from path_planner.domain.people import Pathfinder, Person
from path_planner.domain.session import About, Session
from path_planner.domain.voice import Voice
from path_planner.storage import serializer
from path_planner.storage.file_store.file_paths import file_name
from path_planner.storage.file_store.store import FileStore
from path_planner.storage.protocol import SessionSummary
from path_planner.storage.session_type import SESSIONS

SessionFiles = FileStore[Session, SessionSummary]

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
FEW, MANY = 10, 1_000
SAVES = 300
STROKES, POINTS = 10_000, 75
MOST_GROWTH = 1.5
MOST_LISTING_MS = 50

_numbers = count()


def run() -> list[str]:
    """Measure everything in one run; return lines to print."""
    with TemporaryDirectory() as place:
        root = Path(place)
        few, many = _filled(root / "few", FEW), _filled(root / "many", MANY)
        return [
            *_saving(few, many),
            *_listing(root / "many"),
            *_opening(root / "large"),
        ]


def _filled(folder: Path, sessions: int) -> SessionFiles:
    folder.mkdir()
    for number in range(sessions):
        session = _session(f"session{number:05}")
        (folder / file_name(session, SESSIONS)).write_bytes(serializer.write(session))
    store = FileStore(folder, SESSIONS)
    store.summaries()
    return store


def _session(session_id: str, strokes: int = 20, points: int = POINTS) -> Session:
    """Make a plan of an ordinary evening: a few people, 60 voices, some strokes."""
    chance = Random(session_id)  # noqa: S311 - chance, not secrecy
    return Session(
        id=session_id,
        begun=NOON,
        updated=NOON,
        about=About(title=f"PATH {session_id}", pathfinder=Pathfinder(name="Robin Example")),
        people={f"p{n}": Person(id=f"p{n}", name=f"Person {n}") for n in range(8)},
        voices={
            f"v{n}": Voice(
                id=f"v{n}", stage="dream", text="A garden with bees in it. " * 3, order=n
            )
            for n in range(60)
        },
        commitments={
            f"c{n}": Commitment(
                id=f"c{n}",
                stage="first_steps",
                what="Ring the allotment",
                by_when=date(2026, 12, n),
            )
            for n in range(1, 4)
        },
        marks={
            "s": Sketch(id="s", stage="dream"),
            **{f"k{n}": _stroke(f"k{n}", points, chance) for n in range(strokes)},
        },
    )


def _stroke(stroke_id: str, points: int, chance: Random) -> Stroke:
    along = tuple(round(chance.uniform(0, 900), 1) for _ in range(2 * points))
    return Stroke(id=stroke_id, stage="dream", sketch="s", points=along)


def _timed(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return 1_000 * (perf_counter() - start)


def _worked(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return 1_000 * (process_time() - start)


def _saving(few: SessionFiles, many: SessionFiles) -> list[str]:
    """Save by turns here and there, so that whatever else the machine does hits both alike."""
    times: dict[int, list[float]] = {FEW: [], MANY: []}
    for _ in range(SAVES):
        for sessions, store in ((FEW, few), (MANY, many)):
            times[sessions].append(_timed(partial(_say, store)))
    growth = median(times[MANY]) / median(times[FEW])
    return [
        f"Save of one voice, to disk: {median(times[MANY]):.2f} ms with {MANY:,} plans",
        f"  against {FEW} plans: {growth:.2f}x {_judged(growth, MOST_GROWTH)}",
        f"  the slowest of 20: {sorted(times[MANY])[SAVES * 19 // 20]:.2f} ms",
    ]


def _say(store: SessionFiles) -> None:
    number = next(_numbers)
    voice = Voice(id=f"n{number}", stage="now", text="It is too quiet here.")
    store.append(
        "session00003",
        [Change("voices", voice.id, voice)],
        expected_revision=store.revision("session00003"),
        op_id=f"op{number}",
        by="Asha",
        at=NOON,
    )


def _listing(folder: Path) -> list[str]:
    FileStore(folder, SESSIONS).summaries()
    again = median(_worked(FileStore(folder, SESSIONS).summaries) for _ in range(7))
    warm = FileStore(folder, SESSIONS)
    warm.summaries()
    hot = median(_worked(warm.summaries) for _ in range(7))
    due = median(_worked(lambda: warm.due(date(2026, 12, 1))) for _ in range(7))
    parsing = _worked(
        lambda: [json.loads(path.read_bytes()) for path in folder.glob("*.path.json")]
    )
    (folder / "catalogue.json").unlink()
    anew = _worked(FileStore(folder, SESSIONS).summaries)
    return [
        f"List of {MANY:,} plans: {again:.1f} ms {_judged(again, MOST_LISTING_MS)}",
        f"  the second time {hot:.1f} ms; parsing every file takes {parsing / again:.0f}x",
        f"  what is due in all of them: {due:.1f} ms; the catalogue made anew: {anew:.0f} ms",
    ]


def _opening(folder: Path) -> list[str]:
    session = _session("large1", STROKES)
    folder.mkdir()
    file = folder / file_name(session, SESSIONS)
    file.write_bytes(serializer.write(session))
    size = file.stat().st_size / 1e6
    store = FileStore(folder, SESSIONS)
    first = _worked(lambda: store.open("large1"))
    parsing = _worked(lambda: json.loads(file.read_bytes()))
    again = median(_worked(lambda: store.open("large1")) for _ in range(7))
    stroke = _stroke("new", POINTS, Random(1))  # noqa: S311 - chance, not secrecy
    times = []
    for number in range(50):
        change = Change("marks", f"n{number}", stroke.model_copy(update={"id": f"n{number}"}))
        head = store.revision("large1")
        times.append(
            _timed(
                lambda change=change, head=head: store.append(  # type: ignore[misc] # bound at once
                    "large1", [change], expected_revision=head, op_id=change.id, by="", at=NOON
                )
            )
        )
    return [
        f"Open a plan of {STROKES:,} strokes, {size:.0f} MB, every value checked: {first:.0f} ms",
        f"  json.loads alone: {parsing:.0f} ms; a plan that is open: {again:.3f} ms",
        f"  one stroke more, to disk: {median(times):.2f} ms",
    ]


def _judged(found: float, most: float) -> str:
    return f"(at most {most:g}: {'well' if found <= most else 'TOO MUCH'})"
