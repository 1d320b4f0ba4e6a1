"""A made-up vision to look at: marked as such, and as if its group had just looked back."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from path_planner.domain.editing import amend
from path_planner.domain.vision.vision import Vision
from path_planner.sample.visions import sample_vision
from path_planner.words import say

PATHS = 12


def vision_to_try(now: datetime, *, seed: int | str = 1) -> Vision:
    """Make a vision of some PATHs whose last look back was yesterday."""
    made = sample_vision(PATHS, seed=seed)
    looked = max(one.on for one in made.rounds.values())
    by = now.astimezone().date() - looked - timedelta(days=1)
    moved = Vision.model_validate(_moved(made.model_dump(), by))
    title = say("{title} (made up)", title=moved.about.title)
    about = amend(moved.about, title=title)
    return moved.model_copy(update={"about": about, "updated": now})


def _moved(told: Any, by: timedelta) -> Any:
    """Return plain facts with each of their days so much later."""
    if isinstance(told, date):
        return told + by
    if isinstance(told, Mapping):
        return {name: _moved(one, by) for name, one in told.items()}
    if isinstance(told, list | tuple):
        return [_moved(one, by) for one in told]
    return told
