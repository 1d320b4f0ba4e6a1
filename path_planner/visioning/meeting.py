"""The meeting: a vision as one window sees it, the store that keeps it, the time, fresh ids."""

from dataclasses import dataclass, field

from path_planner.domain.vision.vision import Vision
from path_planner.storage.store import VisionStore
from path_planner.workshop.saving import FreshId, Now, Saved, fresh_id, now, save

Kept = Saved[Vision]
"""What every use case of a vision gives back; the vision is its `document`."""


@dataclass(frozen=True)
class Meeting:
    """Everything a use case needs; tests give their own time and ids."""

    store: VisionStore
    vision: Vision
    by: str = "window"
    now: Now = field(default=now)
    fresh_id: FreshId = field(default=fresh_id)
    op_id: str | None = None
    """The id of the change that is being kept, where its sender may tell it twice."""

    @property
    def document(self) -> Vision:
        """Return what this meeting is about."""
        return self.vision

    def keep(self, after: Vision) -> Kept:
        """Save what changed; it is on the disk when this returns."""
        return save(self.store, self.vision, after, by=self.by, op_id=self.op_id, at=self.now)
