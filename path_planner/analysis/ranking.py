"""Rankings of themes, priorities, actions and outcomes, for lists that may be cut short."""

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
    """A theme, and the count of those who said it."""

    theme: Theme
    said: Count


def themes_by_weight(vision: Vision) -> list[Ranked]:
    """Return the themes by the number of PATHs and conversations, then people, largest first."""
    voices = voices_by_theme(vision)
    found = [
        Ranked(theme, count_of(vision, voices[theme.id])) for theme in sorted_records(vision.themes)
    ]
    return sorted(found, key=_weight_key)


def _weight_key(ranked: Ranked) -> tuple[int, int]:
    said = ranked.said
    return (-(said.paths + said.conversations), -said.people)


def chosen(vision: Vision) -> list[Priority]:
    """Return the priorities the group decided to work on, in their order."""
    return [priority for priority in sorted_records(vision.priorities) if priority.chosen]


def priorities_by_weight(vision: Vision) -> list[Priority]:
    """Return the chosen priorities, or all of them while none is chosen.

    They are sorted by their total in the latest closed round, largest first.
    """
    vote_round = latest_round(vision)
    results = tally(vision, vote_round.id).results if vote_round else ()
    totals = {result.priority: result.total for result in results}
    listed = chosen(vision) or sorted_records(vision.priorities)
    return sorted(listed, key=lambda priority: -totals.get(priority.id, -1))


def actions_by_day(vision: Vision) -> list[Action]:
    """Return the actions that were not reported impossible, by date, those without one last."""
    replies = last_replies(vision).values()
    impossible = {reply.action for reply in replies if reply.progress is Progress.CANNOT}
    actions = [action for action in sorted_records(vision.actions) if action.id not in impossible]
    return sorted(actions, key=lambda action: action.by_when or date.max)


def outcomes_by_weight(vision: Vision) -> list[Outcome]:
    """Return the outcomes, ordered by the highest-ranked of their priorities."""
    ranks = {priority.id: rank for rank, priority in enumerate(priorities_by_weight(vision))}
    last = len(ranks)
    return sorted(
        sorted_records(vision.outcomes),
        key=lambda outcome: min(
            (ranks.get(each, last) for each in outcome.priorities), default=last
        ),
    )
