"""A tablecloth with many strokes: draw one more, take one back, open the day, what windows get.

Processor time, each beside the same with few strokes in the same run.
"""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from statistics import median
from time import process_time
from typing import TypeVar

from path_planner.domain.base import put
from path_planner.domain.event.about import AboutEvent
from path_planner.domain.event.cafe import CafeTable, Round
from path_planner.domain.event.event import Event, cloth_stage
from path_planner.domain.marks import Pen, Stroke
from path_planner.sample.seeded_random import Chance
from path_planner.services.context import EventContext
from path_planner.services.event.cloth import draw, take_back_strokes
from path_planner.services.event.documents import begun
from path_planner.storage import serializer
from path_planner.storage.event_type import EVENTS
from path_planner.storage.protocol import EventStore
from path_planner.storage.store_registry import open_event_store
from path_planner.ui.event.cafe.cloth import payload
from path_planner.ui.sync.acks import Acks
from path_planner.ui.wall.presenter import WallMessage

FEW, MANY = 30, 3_000
_POINTS = 150
_TIMES = 7
Times = dict[str, float]
T = TypeVar("T")


def run() -> list[str]:
    """Measure with few and with many strokes; return lines to print."""
    few, many = _measured(FEW), _measured(MANY)
    return [
        f"{what}: {1000 * many[what]:.0f} ms with {MANY:,} strokes, "
        f"{1000 * few[what]:.1f} ms with {FEW} ({many[what] / few[what]:.1f} times)"
        for what in few
    ]


def _measured(count: int) -> Times:
    with tempfile.TemporaryDirectory() as folder:
        store = open_event_store(folder)
        context = EventContext(store, store.create(_day(count)), by="bench")
        drawn, undone = [], []
        for _turn in range(_TIMES):
            lines = [(Pen(), _points(Chance(_turn)))]
            before = set(context.document.marks)
            seconds, saved = _timed(partial(draw, context, "t1", "r1", lines))
            drawn.append(seconds)
            context = replace(context, document=saved.document)
            (new,) = set(saved.document.marks) - before
            seconds, saved = _timed(partial(take_back_strokes, context, [new]))
            undone.append(seconds)
            context = replace(context, document=saved.document)
        content = serializer.write(context.document)
        opened = [_timed(partial(serializer.read, content, EVENTS))[0] for _turn in range(3)]
        shown = [
            _timed(partial(_sent, replace(context, store=_fresh(context))))[0] for _t in range(3)
        ]
        news = []
        for turn in range(3):
            has = context.document.revision
            _sent(context)
            saved = draw(context, "t1", "r1", [(Pen(), _points(Chance(turn)))])
            context = replace(context, document=saved.document)
            news.append(_timed(partial(_sent, context, has))[0])
    return {
        "one more stroke": median(drawn),
        "a stroke taken back, also from the history": median(undone),
        "open the day": median(opened),
        "all of it, for the first window": median(shown),
        "one more stroke, for the second window": median(news),
    }


def _sent(context: EventContext, has: int | None = None) -> int:
    message = WallMessage("window", has, owner="a" * 20)
    return len(payload(context, "t1", message, Acks()))


def _fresh(context: EventContext) -> EventStore:
    """Return another store with this day, of which nothing has been shown yet."""
    store = open_event_store("memory:")
    store.create(context.document)
    return store


def _timed(act: Callable[[], T]) -> tuple[float, T]:
    begins = process_time()
    result = act()
    return process_time() - begins, result


def _day(count: int) -> Event:
    event = begun("A day", "world-cafe").model_copy(
        update={
            "about": AboutEvent(title="A day", method="world-cafe"),
            "tables": {"t1": CafeTable(id="t1")},
            "rounds": {"r1": Round(id="r1")},
        }
    )
    chance = Chance("cloth")
    for number in range(count):
        stroke = Stroke(
            id=f"k{number}",
            stage=cloth_stage("t1", "r1"),
            points=_points(chance),
            order=float(number),
        )
        event = put(event, "marks", stroke)
    return event


def _points(chance: Chance) -> tuple[float, ...]:
    return tuple(round(chance.between(0, 900), 1) for _point in range(2 * _POINTS))
