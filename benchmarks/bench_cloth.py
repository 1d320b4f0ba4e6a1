"""A tablecloth with few and with many strokes: one more stroke, and the picture beneath the pad."""

from random import Random
from time import process_time

from path_planner.domain.event.cafe import CafeTable, Round
from path_planner.domain.event.contribution import Contribution
from path_planner.domain.event.event import Event, cloth_stage
from path_planner.domain.marks import Stroke
from path_planner.domain.pen import Pen
from path_planner.scene.cloth import cloth_scene
from path_planner.scene.svg import svg_of
from path_planner.services.context import EventContext, now
from path_planner.services.event.cloth import draw
from path_planner.storage.store_registry import open_event_store

COUNTS = (300, 3_000)
_LINES = 30
_POINTS = 30
_TIMES = 20


def run() -> list[str]:
    """Measure everything in one run; return lines to print."""
    found = {count: _measured(count) for count in COUNTS}
    few = found[COUNTS[0]]
    lines = [f"A cloth of {_LINES} lines, processor ms of one more stroke / of its picture, kB:"]
    for count, (stroke, picture, size) in found.items():
        ratios = f"{stroke / few[0]:.1f} / {picture / few[1]:.1f} of {COUNTS[0]}"
        lines.append(
            f"  {count:>5} strokes: {stroke:.1f} / {picture:.0f} ms, {size:.0f} kB ({ratios})"
        )
    return lines


def _measured(strokes: int) -> tuple[float, float, float]:
    store = open_event_store("memory:")
    event = store.create(_event(strokes))
    begun = process_time()
    for _time in range(_TIMES):
        context = EventContext(store, event)
        event = draw(context, "t1", "r1", [(Pen(), (1.0, 1.0, 9.0, 9.0))]).document
    stroke = 1000 * (process_time() - begun) / _TIMES
    svg_of(cloth_scene(event, "t1"))
    begun = process_time()
    picture = svg_of(cloth_scene(event, "t1"))
    return stroke, 1000 * (process_time() - begun), len(picture) / 1000


def _event(strokes: int) -> Event:
    random = Random(strokes)  # noqa: S311
    marks = {
        f"m{number}": Stroke(
            id=f"m{number}",
            stage=cloth_stage("t1", "r1"),
            points=tuple(random.uniform(0, 1000) for _each in range(2 * _POINTS)),
            order=number,
        )
        for number in range(strokes)
    }
    voices = {
        f"v{number}": Contribution(
            id=f"v{number}",
            table="t1",
            round="r1",
            text=f"No bus after six, {number}",
            order=number,
        )
        for number in range(_LINES)
    }
    return Event(
        id="k7f3q2",
        begun=now(),
        updated=now(),
        tables={"t1": CafeTable(id="t1", name="Getting about")},
        rounds={"r1": Round(id="r1")},
        voices=voices,
        marks=marks,
    )
