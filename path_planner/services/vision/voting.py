"""The ballot box: secret ballots wait in it until a round closes, and then go in all together.

What is saved step by step keeps the time of each step. A secret ballot saved that way would tell
who gave what to anybody who knows in which order people came to the screen. So ballots wait beside
the vision, as one small file without times, sorted by random ids and without history; closing the
round writes all of them at once. What can still be told: how many voted and from where they speak,
and by somebody who can watch the disk while the vote is open, each change of that file.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter, ValidationError

from path_planner.domain.base import next_order, put, remove, sorted_records, with_fields
from path_planner.domain.vision.sources import StakeholderGroup
from path_planner.domain.vision.vision import Vision
from path_planner.domain.vision.voting import Ballot, Method, VoteRound
from path_planner.errors import (
    FileDamaged,
    NothingToVoteOn,
    NotInThisVote,
    TooManyDots,
    TooManyNotLost,
    VoteClosed,
    VotesAreIn,
    VoteStillOpen,
    WrongVoteMethod,
)
from path_planner.services.context import VisionContext, VisionResult
from path_planner.services.records import delete, get, upsert
from path_planner.storage import notices

_BALLOTS = TypeAdapter(dict[str, Ballot])

Change = Callable[[dict[str, Ballot]], dict[str, Ballot]]
"""Takes what is in the box and returns what shall be in it."""


def pending_ballots(store: Any, vision_id: str, round_id: str) -> dict[str, Ballot]:
    """Return the ballots of a round that wait, by id."""
    waiting = _read(store.get_sidecar(vision_id)).values()
    return {one.id: one for one in waiting if one.round == round_id}


def update_pending(store: Any, vision_id: str, change: Change) -> None:
    """Change what waits, as one step: nobody else reaches into the box meanwhile."""
    store.update_sidecar(vision_id, lambda data: _written(change(_read(data))))


def _read(data: bytes | None) -> dict[str, Ballot]:
    try:
        return _BALLOTS.validate_json(data) if data else {}
    except ValidationError:
        raise FileDamaged(why=notices.CUT_OR_GARBLED) from None


def _written(ballots: dict[str, Ballot]) -> bytes | None:
    # Sorted by random ids: the order of the file says nothing of the order of people.
    return _BALLOTS.dump_json(dict(sorted(ballots.items()))) if ballots else None


MOST_KEPT = 1
"""Of how many things one person can say that they must not be lost."""


def open_vote(
    context: VisionContext, method: Method, options: Iterable[str] = (), **facts: Any
) -> VisionResult:
    """Ask the group about priorities, all of them unless some are named; one vote at a time."""
    vision = context.document
    if open_round(vision) is not None:
        raise VoteStillOpen
    asked = tuple(dict.fromkeys(options)) or tuple(
        priority.id for priority in sorted_records(vision.priorities)
    )
    if not asked:
        raise NothingToVoteOn
    if not vision.priorities.keys() >= set(asked):
        raise NotInThisVote
    facts.setdefault("held_on", context.now().astimezone().date())
    vote = VoteRound(
        id=context.fresh_id(),
        method=method,
        options=asked,
        order=next_order(vision.votes),
        **facts,
    )
    return upsert(context, "votes", vote)


def vote_again(context: VisionContext, round_id: str) -> VisionResult:
    """Ask the same once more, after the talk; the first round stays beside the second."""
    before = get(context.document, "votes", round_id)
    known = [option for option in before.options if option in context.document.priorities]
    return open_vote(context, before.method, known, question=before.question, dots=before.dots)


def open_round(vision: Vision) -> VoteRound | None:
    """Return the round that is open now."""
    return next(
        (vote_round for vote_round in sorted_records(vision.votes) if vote_round.open), None
    )


def cast_ballot(
    context: VisionContext,
    round_id: str,
    given: Mapping[str, int],
    *,
    standing: StakeholderGroup = StakeholderGroup.UNKNOWN,
    by_proxy: bool = False,
    not_lost: Iterable[str] = (),
    ballot_id: str = "",
) -> VisionResult:
    """Drop one person's secret ballot into the box; the same `ballot_id` again adds nothing."""
    ballot = Ballot(
        id=ballot_id or context.fresh_id(),
        round=round_id,
        standing=standing,
        by_proxy=by_proxy,
        given={priority: dots for priority, dots in given.items() if dots},
        not_lost=tuple(dict.fromkeys(not_lost)),
    )

    def dropped(box: dict[str, Ballot]) -> dict[str, Ballot]:
        # Looked at within the box's lock: the round may close in another window right now.
        newest = context.store.open(context.document.id).document
        _fits(get(newest, "votes", round_id), ballot)
        return {**box, ballot.id: ballot}

    update_pending(context.store, context.document.id, dropped)
    return VisionResult(context.document)


def waiting(context: VisionContext, round_id: str) -> list[Ballot]:
    """Return the ballots in the box, in an order that tells nothing; never show their dots."""
    return list(pending_ballots(context.store, context.document.id, round_id).values())


def close_vote(context: VisionContext, round_id: str) -> VisionResult:
    """Close a round: what waited in the box goes in all at once, and can be counted."""
    kept: list[VisionResult] = []

    def emptied(box: dict[str, Ballot]) -> dict[str, Ballot]:
        newest = context.store.open(context.document.id).document
        after = put(newest, "votes", with_fields(get(newest, "votes", round_id), open=False))
        of_round = {one.id: one for one in box.values() if one.round == round_id}
        # A crash right after this keeps the box too; put in again, the same ids add nothing.
        after = after.model_copy(update={"ballots": {**after.ballots, **of_round}})
        kept.append(replace(context, document=newest).keep(after))
        return {one.id: one for one in box.values() if one.round != round_id}

    update_pending(context.store, context.document.id, emptied)
    return kept[0]


def clear_vote(context: VisionContext, round_id: str) -> VisionResult:
    """Take all votes of a round out and open it anew: one ballot alone can not be taken back."""
    vote = get(context.document, "votes", round_id)
    other = open_round(context.document)
    if other is not None and other.id != round_id:
        raise VoteStillOpen
    update_pending(
        context.store,
        context.document.id,
        lambda box: {one.id: one for one in box.values() if one.round != round_id},
    )
    after = put(context.document, "votes", with_fields(vote, open=True))
    for ballot in context.document.ballots.values():
        if ballot.round == round_id:
            after = remove(after, "ballots", ballot.id)
    return context.keep(after)


def delete_vote(context: VisionContext, round_id: str) -> VisionResult:
    """Take out a round that nobody has voted in."""
    counted = any(ballot.round == round_id for ballot in context.document.ballots.values())
    if counted or waiting(context, round_id):
        raise VotesAreIn
    return delete(context, "votes", round_id)


def _fits(vote: VoteRound, ballot: Ballot) -> None:
    """Refuse, in plain words, a ballot that this round does not ask for."""
    if not vote.open:
        raise VoteClosed
    if vote.method is not Method.DOTS:
        raise WrongVoteMethod
    if not set(vote.options) >= {*ballot.given, *ballot.not_lost}:
        raise NotInThisVote
    if sum(ballot.given.values()) > vote.dots:
        raise TooManyDots(most=vote.dots)
    if len(ballot.not_lost) > MOST_KEPT:
        raise TooManyNotLost
