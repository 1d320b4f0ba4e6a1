"""Completeness of a plan: which records still lack something. It informs and never blocks."""

from typing import NamedTuple

from path_planner.analysis.ranking import chosen
from path_planner.domain.base import sorted_records
from path_planner.domain.vision.plan import Action, Outcome
from path_planner.domain.vision.vision import Vision
from path_planner.domain.vision.voting import Priority


class Completeness(NamedTuple):
    """The records of a plan that lack something, by what they lack."""

    no_action: tuple[Priority, ...]
    """Chosen priorities without an action."""
    nobody: tuple[Action, ...]
    no_day: tuple[Action, ...]
    no_measure: tuple[Outcome, ...]
    from_nothing: tuple[Action, ...]
    """Actions without a priority: their golden thread to a voice is broken."""

    @property
    def missing(self) -> int:
        """The number of entries in all fields."""
        return sum(map(len, self))


def completeness_of(vision: Vision) -> Completeness:
    """Return what a plan still lacks."""
    actions = sorted_records(vision.actions)
    with_action = {priority for action in actions for priority in action.priorities}
    return Completeness(
        no_action=tuple(priority for priority in chosen(vision) if priority.id not in with_action),
        nobody=tuple(action for action in actions if not action.who),
        no_day=tuple(action for action in actions if action.by_when is None),
        no_measure=tuple(
            outcome for outcome in sorted_records(vision.outcomes) if not outcome.measure
        ),
        from_nothing=tuple(
            action for action in actions if not vision.priorities.keys() & set(action.priorities)
        ),
    )
