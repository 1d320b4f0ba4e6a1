"""Rankings of themes, priorities, actions and outcomes, for lists that may be cut short."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from path_planner.analysis.counts import Count, count_of, is_written
from path_planner.analysis.progress import last_replies
from path_planner.analysis.queries import by_stakeholder_group, voices_by_theme
from path_planner.analysis.tally import latest_round, tally
from path_planner.domain.base import sorted_records
from path_planner.domain.vision.plan import Action, Outcome, Progress
from path_planner.domain.vision.sources import SharedVoice, StakeholderGroup
from path_planner.domain.vision.theme import Theme
from path_planner.domain.vision.vision import Vision
from path_planner.domain.vision.voting import Priority

MOST_EASY_THEMES = 8
"""The most themes of the easy read edition: those that matter most to people."""


class Ranked(NamedTuple):
    """A theme, and the count of those who said it."""

    theme: Theme
    said: Count


def themes_by_weight(vision: Vision) -> list[Ranked]:
    """Return the themes by how many people said them, those of most people first.

    PATHs and conversations make one order, surveys another, and the list takes turns between the
    two: the first theme of each comes before the second of either. In each order, people who plan
    for themselves come first, then all others, and professionals only decide between equals.
    """
    themes, voices = sorted_records(vision.themes), voices_by_theme(vision)
    met, answered = (
        _ranks([_weight(vision, voices[theme.id], surveys=surveys) for theme in themes])
        for surveys in (False, True)
    )
    order = sorted(
        range(len(themes)), key=lambda at: (min(met[at], answered[at]), met[at], answered[at])
    )
    return [Ranked(themes[at], count_of(vision, voices[themes[at].id])) for at in order]


def themes_that_matter(vision: Vision) -> list[Ranked]:
    """Return the themes of the edition: at most eight, those of most people first."""
    return [one for one in themes_by_weight(vision) if one.said.everyone][:MOST_EASY_THEMES]


def without_easy_words(vision: Vision) -> list[Theme]:
    """Return those of these themes that nobody has put in easy words; they are not printed."""
    return [one.theme for one in themes_that_matter(vision) if not one.theme.easy.strip()]


_Weight = tuple[int, int, int]
"""The number of people who plan for themselves, of others, and of professionals."""


def _weight(vision: Vision, voices: Sequence[SharedVoice], *, surveys: bool) -> _Weight:
    """Return how many people said it, among those who met or those who answered surveys."""
    groups = by_stakeholder_group(
        voice for voice in voices if is_written(vision.sources[voice.source]) is surveys
    )
    lived = groups.pop(StakeholderGroup.LIVED, [])
    paid = groups.pop(StakeholderGroup.PROFESSIONAL, [])
    others = [voice for some in groups.values() for voice in some]
    counts = (count_of(vision, some) for some in (lived, others, paid))
    mine, rest, work = (count.people + count.written for count in counts)
    return mine, rest, work


def _ranks(weights: Sequence[_Weight]) -> list[int]:
    """Return the rank of each weight, from 0; equal ones share a rank, those of nobody are last."""
    ordered = sorted((weight for weight in weights if any(weight)), reverse=True)
    return [ordered.index(weight) if any(weight) else len(weights) for weight in weights]


def chosen(vision: Vision) -> list[Priority]:
    """Return the priorities the group decided to work on, in their order."""
    return [priority for priority in sorted_records(vision.priorities) if priority.chosen]


def priorities_by_weight(vision: Vision) -> list[Priority]:
    """Return the chosen priorities, or all of them while none is chosen.

    They are sorted by the latest closed round: a fist of five by its average, others by the total.
    """
    vote_round = latest_round(vision)
    results = tally(vision, vote_round.id).results if vote_round else ()
    places = {result.priority: place for place, result in enumerate(results)}
    listed = chosen(vision) or sorted_records(vision.priorities)
    return sorted(listed, key=lambda priority: places.get(priority.id, len(places)))


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
