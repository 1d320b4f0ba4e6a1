"""What comes first where not everything has room: many PATHs before few, dots before none."""

from datetime import date
from typing import NamedTuple

from path_planner.analysis.counts import Count, count_of
from path_planner.analysis.progress import last_replies
from path_planner.analysis.queries import voices_by_theme
from path_planner.analysis.tally import latest_round, tally
from path_planner.domain.base import sorted_records
from path_planner.domain.vision.plan import Action, Outcome, Progress
from path_planner.domain.vision.theme import Theme
from path_planner.domain.vision.vision import Vision
from path_planner.domain.vision.voting import Priority


class Ranked(NamedTuple):
    """A theme, and how many said it."""

    theme: Theme
    said: Count


def themes_by_weight(vision: Vision) -> list[Ranked]:
    """Return the themes, those that most PATHs and conversations speak of first."""
    held = voices_by_theme(vision)
    found = [
        Ranked(theme, count_of(vision, held[theme.id])) for theme in sorted_records(vision.themes)
    ]
    return sorted(found, key=_heaviest)


def _heaviest(weighed: Ranked) -> tuple[int, int]:
    said = weighed.said
    return (-(said.paths + said.conversations), -said.people)


def chosen(vision: Vision) -> list[Priority]:
    """Return the priorities the group decided to work on, in their order."""
    return [priority for priority in sorted_records(vision.priorities) if priority.chosen]


def priorities_by_weight(vision: Vision) -> list[Priority]:
    """Return what the plan works on: what was chosen, or all as long as nothing is.

    What got most in the round that counts comes first.
    """
    held = latest_round(vision)
    results = tally(vision, held.id).results if held else ()
    totals = {result.priority: result.total for result in results}
    asked = chosen(vision) or sorted_records(vision.priorities)
    return sorted(asked, key=lambda one: -totals.get(one.id, -1))


def actions_by_day(vision: Vision) -> list[Action]:
    """Return the actions that may still be done or are: those with a day first, soonest first."""
    last = last_replies(vision)
    never = {one.action for one in last.values() if one.progress is Progress.CANNOT}
    found = [action for action in sorted_records(vision.actions) if action.id not in never]
    return sorted(found, key=lambda one: one.by_when or date.max)


def outcomes_by_weight(vision: Vision) -> list[Outcome]:
    """Return the outcomes, those of what was chosen first."""
    places = {priority.id: place for place, priority in enumerate(priorities_by_weight(vision))}
    last = len(places)
    return sorted(
        sorted_records(vision.outcomes),
        key=lambda outcome: min(
            (places.get(each, last) for each in outcome.priorities), default=last
        ),
    )
