"""Several use cases kept as one change: one line in the journal, one step to undo."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace

from path_planner.domain.vision.vision import Vision
from path_planner.visioning.meeting import Kept, Meeting

Step = Callable[[Meeting], Kept]


@dataclass(frozen=True)
class _Draft(Meeting):
    """A meeting in which nothing is saved yet."""

    def keep(self, after: Vision) -> Kept:
        """Give back what would be saved."""
        return Kept(after)


def in_one(meeting: Meeting, *steps: Step) -> Kept:
    """Call use cases one after the other and save what came of all; if one fails, nothing is."""
    draft = _Draft(**{field.name: getattr(meeting, field.name) for field in fields(meeting)})
    for step in steps:
        draft = replace(draft, vision=step(draft).document)
    return meeting.keep(draft.vision)
