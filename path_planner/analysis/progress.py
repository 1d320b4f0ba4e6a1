"""The progress of a plan: the last reply to each action, and what is due."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from path_planner.domain.base import sorted_records
from path_planner.domain.vision.plan import Action, Answer, Progress, Reply, ReviewRound
from path_planner.domain.vision.vision import Vision

OVER = frozenset({Progress.DONE, Progress.CANNOT})
"""Final states: an action in one of them is never due again."""


class DueNow(NamedTuple):
    """What is due on a day: actions, and the next review."""

    actions: tuple[Action, ...]
    next_review: date | None
    """The date of the next review, if it is due."""


class Answers(NamedTuple):
    """How many people confirm a reply, and how many dispute it."""

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
    for review_round in rounds_in_order(vision):
        last |= replies_in(vision, review_round.id)
    return last


def answers_to(vision: Vision, reply_id: str) -> list[Answer]:
    """Return what people answered to a reply, in the order they did."""
    return [answer for answer in sorted_records(vision.answers) if answer.reply == reply_id]


def count_answers(answers: Iterable[Answer]) -> Answers:
    """Count who confirms and who disputes."""
    confirms = [answer.confirms for answer in answers]
    return Answers(confirms.count(True), confirms.count(False))


def next_review_date(vision: Vision) -> date | None:
    """Return the date of the next review, set by the last round, or else by the vision."""
    rounds = rounds_in_order(vision)
    return (rounds[-1].next_on if rounds else None) or vision.about.next_look


def upcoming_review(vision: Vision) -> date | None:
    """Return the date of the next review, or None if a round took place on it or later."""
    rounds, planned = rounds_in_order(vision), next_review_date(vision)
    latest = rounds[-1].on if rounds else None
    return planned if planned is not None and (latest is None or latest < planned) else None


def open_actions(vision: Vision) -> list[Action]:
    """Return the actions whose last reply is neither "done" nor "cannot be done"."""
    last = last_replies(vision)
    return [
        action
        for action in sorted_records(vision.actions)
        if action.id not in last or last[action.id].progress not in OVER
    ]


def due(vision: Vision, today: date) -> DueNow:
    """Return the open actions and the review that are due by today, the earliest first."""
    overdue = [
        action
        for action in open_actions(vision)
        if action.by_when is not None and action.by_when <= today
    ]
    overdue.sort(key=lambda one: one.by_when or today)
    review = upcoming_review(vision)
    return DueNow(tuple(overdue), review if review is not None and review <= today else None)
