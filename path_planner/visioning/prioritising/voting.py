"""Voting: a round is opened, people give in secret or in the open, and it is closed."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from path_planner.domain.editing import amend, in_order, last_order, put, take_out
from path_planner.domain.vision.choosing import Ballot, Method, VoteRound
from path_planner.domain.vision.standing import Standing
from path_planner.domain.vision.vision import Vision
from path_planner.errors import (
    NothingToVoteOn,
    NotInThisVote,
    NotVotedThatWay,
    TooManyDots,
    TooManyKept,
    VoteClosed,
    VotesAreIn,
    VoteStillOpen,
)
from path_planner.visioning.meeting import Kept, Meeting
from path_planner.visioning.prioritising.ballot_box import change_box, in_the_box
from path_planner.visioning.recording import found, put_in, taken_out

MOST_KEPT = 1
"""Of how many things one person can say that they must not be lost."""


def open_vote(meeting: Meeting, method: Method, options: Iterable[str] = (), **facts: Any) -> Kept:
    """Ask the group about priorities, all of them unless some are named; one vote at a time."""
    vision = meeting.vision
    if open_round(vision) is not None:
        raise VoteStillOpen
    asked = tuple(dict.fromkeys(options)) or tuple(one.id for one in in_order(vision.priorities))
    if not asked:
        raise NothingToVoteOn
    if not vision.priorities.keys() >= set(asked):
        raise NotInThisVote
    facts.setdefault("held_on", meeting.now().astimezone().date())
    vote = VoteRound(
        id=meeting.fresh_id(),
        method=method,
        options=asked,
        order=last_order(vision.votes),
        **facts,
    )
    return put_in(meeting, "votes", vote)


def vote_again(meeting: Meeting, round_id: str) -> Kept:
    """Ask the same once more, after the talk; the first round stays beside the second."""
    before = found(meeting.vision, "votes", round_id)
    known = [one for one in before.options if one in meeting.vision.priorities]
    return open_vote(meeting, before.method, known, question=before.question, dots=before.dots)


def open_round(vision: Vision) -> VoteRound | None:
    """Return the round that is open now."""
    return next((one for one in in_order(vision.votes) if one.open), None)


def cast(
    meeting: Meeting,
    round_id: str,
    given: Mapping[str, int],
    *,
    standing: Standing = Standing.UNKNOWN,
    by_proxy: bool = False,
    not_lost: Iterable[str] = (),
    ballot_id: str = "",
) -> Kept:
    """Drop one person's secret ballot into the box; the same `ballot_id` again adds nothing."""
    ballot = Ballot(
        id=ballot_id or meeting.fresh_id(),
        round=round_id,
        standing=standing,
        by_proxy=by_proxy,
        given={priority: dots for priority, dots in given.items() if dots},
        not_lost=tuple(dict.fromkeys(not_lost)),
    )

    def dropped(box: dict[str, Ballot]) -> dict[str, Ballot]:
        # Looked at within the box's lock: the round may close in another window right now.
        newest = meeting.store.open(meeting.vision.id).document
        _fits(found(newest, "votes", round_id), ballot)
        return {**box, ballot.id: ballot}

    change_box(meeting.store, meeting.vision.id, dropped)
    return Kept(meeting.vision)


def waiting(meeting: Meeting, round_id: str) -> list[Ballot]:
    """Return the ballots in the box, in an order that tells nothing; never show their dots."""
    return list(in_the_box(meeting.store, meeting.vision.id, round_id).values())


def close_vote(meeting: Meeting, round_id: str) -> Kept:
    """Close a round: what waited in the box goes in all at once, and can be counted."""
    kept: list[Kept] = []

    def emptied(box: dict[str, Ballot]) -> dict[str, Ballot]:
        newest = meeting.store.open(meeting.vision.id).document
        after = put(newest, "votes", amend(found(newest, "votes", round_id), open=False))
        of_round = {one.id: one for one in box.values() if one.round == round_id}
        # A crash right after this keeps the box too; put in again, the same ids add nothing.
        after = after.model_copy(update={"ballots": {**after.ballots, **of_round}})
        kept.append(replace(meeting, vision=newest).keep(after))
        return {one.id: one for one in box.values() if one.round != round_id}

    change_box(meeting.store, meeting.vision.id, emptied)
    return kept[0]


def clear_vote(meeting: Meeting, round_id: str) -> Kept:
    """Take all votes of a round out and open it anew: one ballot alone can not be taken back."""
    vote = found(meeting.vision, "votes", round_id)
    other = open_round(meeting.vision)
    if other is not None and other.id != round_id:
        raise VoteStillOpen
    change_box(
        meeting.store,
        meeting.vision.id,
        lambda box: {one.id: one for one in box.values() if one.round != round_id},
    )
    after = put(meeting.vision, "votes", amend(vote, open=True))
    for ballot in meeting.vision.ballots.values():
        if ballot.round == round_id:
            after = take_out(after, "ballots", ballot.id)
    return meeting.keep(after)


def take_vote_out(meeting: Meeting, round_id: str) -> Kept:
    """Take out a round that nobody has voted in."""
    counted = any(one.round == round_id for one in meeting.vision.ballots.values())
    if counted or waiting(meeting, round_id):
        raise VotesAreIn
    return taken_out(meeting, "votes", round_id)


def _fits(vote: VoteRound, ballot: Ballot) -> None:
    """Refuse, in plain words, a ballot that this round does not ask for."""
    if not vote.open:
        raise VoteClosed
    if vote.method is not Method.DOTS:
        raise NotVotedThatWay
    if not set(vote.options) >= {*ballot.given, *ballot.not_lost}:
        raise NotInThisVote
    if sum(ballot.given.values()) > vote.dots:
        raise TooManyDots(most=vote.dots)
    if len(ballot.not_lost) > MOST_KEPT:
        raise TooManyKept
