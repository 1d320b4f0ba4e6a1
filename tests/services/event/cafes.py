"""A café to test in: tables and guests in a store, a clock that is moved, ids that count."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from path_planner.domain.event.about import Guest, Offer
from path_planner.domain.event.cafe import CafeTable, Round
from path_planner.domain.event.event import Event
from path_planner.domain.people import Role
from path_planner.services.context import EventContext, EventResult
from path_planner.storage.store_registry import open_event_store
from tests.services.session.rooms import Numbers, WallClock
from tests.storage.cases import an_event

NAMES = ("Rowena", "Femi", "Otis", "Yara", "Bo", "Keziah", "Nils", "Wilma")


def a_cafe(**collections: Any) -> Event:
    """Return a day with two tables of four, three rounds and eight guests; nobody is seated."""
    guests = {
        f"g{place}": Guest(id=f"g{place}", name=name, order=place)
        for place, name in enumerate(NAMES, start=1)
    }
    guests["g4"] = guests["g4"].model_copy(update={"needs": (Offer.STEP_FREE,)})
    guests["g5"] = guests["g5"].model_copy(update={"stays_with": "g4", "role": Role.SUPPORTER})
    whole: dict[str, Any] = {
        "guests": guests,
        "tables": {
            "t1": CafeTable(id="t1", name="Home", seats=4, host="g1", order=1),
            "t2": CafeTable(
                id="t2", name="Work", seats=4, host="g2", offers=(Offer.STEP_FREE,), order=2
            ),
        },
        "rounds": {
            f"r{place}": Round(id=f"r{place}", question=f"Question {place}?", order=place)
            for place in (1, 2, 3)
        },
        "voices": {},
    }
    return an_event(**{**whole, **collections})


@dataclass
class Cafe:
    """A café that goes on with each thing done in it."""

    context: EventContext
    clock: WallClock = field(default_factory=WallClock)

    @property
    def event(self) -> Event:
        """Return the event as it is stored."""
        return self.context.store.open(self.context.document.id).document

    def at(self, window: str = "window") -> EventContext:
        """Return a context of a window, of the newest state."""
        return replace(self.context, document=self.event, by=window)

    def does(self, result: EventResult) -> Event:
        """Go on from a result; return the event after it."""
        self.context = replace(self.context, document=result.document)
        return result.document


def a_stored_cafe(place: Path | None = None, event: Event | None = None) -> Cafe:
    """Return a café in a store: in the memory, or in a folder."""
    clock = WallClock()
    store = open_event_store(str(place) if place else "memory:")
    stored = store.create(event or a_cafe())
    return Cafe(EventContext(store, stored, now=clock, fresh_id=Numbers()), clock)
