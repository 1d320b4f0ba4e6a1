"""What leads to what: the priorities of a theme, and the actions and outcomes of priorities."""

from collections.abc import Collection, Iterable

from path_planner.domain.editing import in_order
from path_planner.domain.vision.plan import Action, Outcome
from path_planner.exports.plan.known import Known


def priorities_of(known: Known, theme: str) -> list[str]:
    """Return the ids of the priorities that come from a theme."""
    return [one.id for one in in_order(known.vision.priorities) if theme in one.themes]


def actions_of(known: Known, priorities: Collection[str]) -> list[str]:
    """Return the ids of the actions that work on any of these priorities."""
    return _led_to(in_order(known.vision.actions), priorities)


def outcomes_of(known: Known, priorities: Collection[str]) -> list[str]:
    """Return the ids of the outcomes that are hoped for from any of these priorities."""
    return _led_to(in_order(known.vision.outcomes), priorities)


def _led_to(records: Iterable[Action | Outcome], priorities: Collection[str]) -> list[str]:
    wanted = {*priorities}
    return [one.id for one in records if wanted & {*one.priorities}]
