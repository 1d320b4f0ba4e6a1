"""How the plan stands: the last reply to each action, and what has come due."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from path_planner.domain.base import sorted_records
from path_planner.domain.vision.plan import Action, Answer, Progress, Reply, ReviewRound
from path_planner.domain.vision.vision import Vision

OVER = frozenset({Progress.DONE, Progress.CANNOT})
"""After these nothing of an action comes due any more."""


class DueNow(NamedTuple):
    """What should be looked at by a day: actions whose day has come, and the look itself."""

    actions: tuple[Action, ...]
    next_review: date | None
    """The day of the next look, where it has come."""


class Answers(NamedTuple):
    """How many of those who said it confirm a reply, and how many dispute it."""

    confirm: int
    dispute: int


def rounds_in_order(vision: Vision) -> list[ReviewRound]:
    """Return the review rounds, the first one first."""
    return sorted(
        vision.rounds.values(),
        key=lambda review_round: (review_round.on, review_round.order, review_round.id),
    )


def replies_in(vision: Vision, round_id: str) -> dict[str, Reply]:
    """Return the replies of one round by their action."""
    replies = sorted_records(vision.replies)
    return {reply.action: reply for reply in replies if reply.round == round_id}


def last_replies(vision: Vision) -> dict[str, Reply]:
    """Return the newest reply to each action that has one."""
    last: dict[str, Reply] = {}
    for held in rounds_in_order(vision):
        last |= replies_in(vision, held.id)
    return last


def answers_to(vision: Vision, reply_id: str) -> list[Answer]:
    """Return what people answered to a reply, in the order they did."""
    return [answer for answer in sorted_records(vision.answers) if answer.reply == reply_id]


def count_answers(answers: Iterable[Answer]) -> Answers:
    """Count who confirms and who disputes."""
    said = [answer.confirms for answer in answers]
    return Answers(said.count(True), said.count(False))


def next_review_date(vision: Vision) -> date | None:
    """Return the day of the next look: that of the last round, else that of the plan."""
    rounds = rounds_in_order(vision)
    return (rounds[-1].next_on if rounds else None) or vision.about.next_look


def upcoming_review(vision: Vision) -> date | None:
    """Return the day of the next look, unless the group has looked since."""
    rounds, look = rounds_in_order(vision), next_review_date(vision)
    looked = rounds[-1].on if rounds else None
    return look if look is not None and (looked is None or looked < look) else None


def open_actions(vision: Vision) -> list[Action]:
    """Return the actions that are neither done nor said to be impossible."""
    last = last_replies(vision)
    return [
        action
        for action in sorted_records(vision.actions)
        if action.id not in last or last[action.id].progress not in OVER
    ]


def due(vision: Vision, today: date) -> DueNow:
    """Return what has come due by today; done and impossible actions never do."""
    waiting = [
        action
        for action in open_actions(vision)
        if action.by_when is not None and action.by_when <= today
    ]
    waiting.sort(key=lambda one: one.by_when or today)
    look = upcoming_review(vision)
    return DueNow(tuple(waiting), look if look is not None and look <= today else None)
