"""Days together to test in: a memory store, a clock that moves when it is told, ids that count."""

from dataclasses import dataclass, field, replace
from datetime import time
from typing import Any

from path_planner.domain.event.about import AboutEvent, Slot, SlotKind
from path_planner.domain.event.event import Event
from path_planner.domain.event.open_space import Room, Topic
from path_planner.services.context import EventContext, EventResult
from path_planner.storage.store_registry import open_event_store
from tests.domain.builders import NOON
from tests.services.session.rooms import Numbers, WallClock


@dataclass
class Day:
    """A day that goes on with each thing done in it."""

    context: EventContext
    clock: WallClock = field(default_factory=WallClock)

    @property
    def event(self) -> Event:
        """Return the event as it was last saved."""
        return self.context.document

    def does(self, saved: EventResult) -> EventResult:
        """Go on from what was saved."""
        self.context = replace(self.context, document=saved.document)
        return saved


def an_open_space(**collections: Any) -> Event:
    """Return a day of two rooms, two times and lunch, and three topics, one without a place."""
    rooms = {f"r{n}": Room(id=f"r{n}", name=f"Room {n}", order=n) for n in (1, 2)}
    slots = {
        "s1": Slot(id="s1", begins=time(10, 30), order=1),
        "lunch": Slot(id="lunch", kind=SlotKind.BREAK, begins=time(12, 30), order=2),
        "s2": Slot(id="s2", begins=time(13, 30), order=3),
    }
    topics = {
        "t1": Topic(id="t1", title="Buses", number=1, slot="s1", room="r1", order=1),
        "t2": Topic(id="t2", title="Quiet places", number=2, slot="s1", room="r2", order=2),
        "t3": Topic(id="t3", title="Dogs", number=3, order=3),
    }
    whole = {"rooms": rooms, "slots": slots, "topics": topics}
    about = AboutEvent(title="Our town", method="open-space", question="What would help?")
    facts = {"id": "k7f3q2", "begun": NOON, "updated": NOON, "about": about}
    return Event(**{**facts, **whole, **collections})


def a_day(event: Event | None = None) -> Day:
    """Return a day in a store of its own."""
    clock, store = WallClock(), open_event_store("memory:")
    document = store.create(event or an_open_space())
    return Day(EventContext(store, document, now=clock, fresh_id=Numbers()), clock)
