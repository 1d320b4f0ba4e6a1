"""A table to theme at: a vision in a store, and windows that go on from what was kept."""

from dataclasses import dataclass, replace
from itertools import count

from path_planner.domain.vision.vision import Vision
from path_planner.services.context import VisionContext
from path_planner.storage.store_registry import open_vision_store
from tests.analysis.visions import NOON
from tests.services.vision.circle import Circle

_numbers = count(1)


def _fresh_id() -> str:
    return f"n{next(_numbers)}"


@dataclass
class Table(Circle):
    """A circle with several windows."""

    def another_window(self, by: str = "other") -> "Table":
        """Return another window on the same vision."""
        newest = self.meeting.store.open(self.vision.id).document
        return Table(replace(self.meeting, document=newest, by=by))

    def look_again(self) -> None:
        """See what others did meanwhile."""
        newest = self.meeting.store.open(self.vision.id).document
        self.meeting = replace(self.meeting, document=newest)


def a_table(vision: Vision, location: str = "memory:") -> Table:
    """Return a table with this vision on it."""
    store = open_vision_store(location)
    return Table(
        VisionContext(
            store=store,
            document=store.create(vision),
            by="mine",
            now=lambda: NOON,
            fresh_id=_fresh_id,
        )
    )


def content(vision: Vision) -> dict[str, object]:
    """Return all that a vision holds, without when it was saved."""
    return {name: dict(getattr(vision, name)) for name in vision.kind.collections}


def members(vision: Vision) -> dict[str, frozenset[str]]:
    """Return which voices are in which theme."""
    return {
        theme: frozenset(one.voice for one in vision.placings.values() if one.theme == theme)
        for theme in vision.themes
    }
