"""What a plan still lacks: gentle to say, and never a reason to hold anything back."""

from typing import NamedTuple

from path_planner.analysis.ranking import chosen
from path_planner.domain.base import sorted_records
from path_planner.domain.vision.plan import Action, Outcome
from path_planner.domain.vision.vision import Vision
from path_planner.domain.vision.voting import Priority


class Completeness(NamedTuple):
    """The records of a plan that something is missing of."""

    no_action: tuple[Priority, ...]
    """Chosen priorities that no action comes from."""
    nobody: tuple[Action, ...]
    no_day: tuple[Action, ...]
    no_measure: tuple[Outcome, ...]
    from_nothing: tuple[Action, ...]
    """Actions that no priority leads to: nobody could say whose voice they answer."""

    @property
    def missing(self) -> int:
        """Return how many things are missing."""
        return sum(map(len, self))


def completeness_of(vision: Vision) -> Completeness:
    """Find what is still missing."""
    actions = sorted_records(vision.actions)
    answered = {priority for action in actions for priority in action.priorities}
    return Completeness(
        no_action=tuple(priority for priority in chosen(vision) if priority.id not in answered),
        nobody=tuple(action for action in actions if not action.who),
        no_day=tuple(action for action in actions if action.by_when is None),
        no_measure=tuple(
            outcome for outcome in sorted_records(vision.outcomes) if not outcome.measure
        ),
        from_nothing=tuple(
            action for action in actions if not vision.priorities.keys() & set(action.priorities)
        ),
    )
