"""A circle that goes on with each thing done in its meeting, on a store in memory."""

from dataclasses import dataclass, replace
from typing import Any

from path_planner.domain.vision.theme import Theme
from path_planner.domain.vision.vision import Vision
from path_planner.domain.vision.voting import Priority
from path_planner.services.context import VisionContext, VisionResult
from path_planner.storage.store_registry import open_stores
from tests.analysis.visions import NOON, a_vision
from tests.services.session.rooms import Numbers


@dataclass
class Circle:
    """A meeting that always holds what was saved last."""

    meeting: VisionContext

    @property
    def vision(self) -> Vision:
        """Return the vision as it was last saved."""
        return self.meeting.document

    def does(self, kept: VisionResult) -> VisionResult:
        """Go on from what was kept."""
        self.meeting = replace(self.meeting, document=kept.document)
        return kept


def a_circle(location: str = "memory:", **collections: Any) -> Circle:
    """Return a circle around a vision with these records, or around two themes."""
    store = open_stores(location).visions
    given = collections or {
        "themes": [Theme(id="t1", name="Home"), Theme(id="t2", name="Getting about", order=1)]
    }
    vision = store.create(a_vision(**given))
    return Circle(VisionContext(store, vision, now=lambda: NOON, fresh_id=Numbers()))


def with_priorities(count: int = 3) -> Circle:
    """Return a circle that can vote on p1, p2, p3 …."""
    many = [Priority(id=f"p{n}", title=f"Priority {n}", order=n) for n in range(1, count + 1)]
    return a_circle(priorities=many)
