"""Use cases of reviews ("you said, we did"): rounds, replies, answers, measure readings."""

from datetime import date
from typing import Any

from path_planner.domain.base import next_order, put, remove, sorted_records, with_fields
from path_planner.domain.vision.plan import Answer, MeasureReading, Progress, Reply, ReviewRound
from path_planner.domain.vision.sources import StakeholderGroup
from path_planner.domain.vision.vision import Vision
from path_planner.errors import ReasonMissing
from path_planner.services.context import VisionContext, VisionResult
from path_planner.services.records import get, joined_id, upsert


def begin_review(context: VisionContext, words: str = "") -> VisionResult:
    """Begin a review round with today's date, unless one of today is still empty."""
    today = context.now().astimezone().date()
    if not words and waiting_review(context.document, today):
        return VisionResult(context.document)
    order = next_order(context.document.rounds)
    review_round = ReviewRound(id=context.fresh_id(), on=today, words=words, order=order)
    return upsert(context, "rounds", review_round)


def waiting_review(vision: Vision, today: date) -> ReviewRound | None:
    """Return the round of today without any reply or reading, or None."""
    replied = {reply.round for reply in vision.replies.values()}
    replied |= {reading.round for reading in vision.readings.values()}
    return next(
        (
            review_round
            for review_round in sorted_records(vision.rounds)
            if review_round.on == today
            and not review_round.words
            and review_round.id not in replied
        ),
        None,
    )


def change_review(context: VisionContext, round_id: str, **facts: Any) -> VisionResult:
    """Change a round; its date cannot be cleared."""
    if facts.get("on", ...) is None:
        del facts["on"]
    return upsert(
        context, "rounds", with_fields(get(context.document, "rounds", round_id), **facts)
    )


def set_next_review(
    context: VisionContext, day: date | None, round_id: str | None = None
) -> VisionResult:
    """Set the date of the next review, in the vision and in the round that agreed on it."""
    about = with_fields(context.document.about, next_look=day)
    after = context.document.model_copy(update={"about": about})
    if round_id is not None:
        review_round = get(context.document, "rounds", round_id)
        after = put(after, "rounds", with_fields(review_round, next_on=day))
    return context.keep(after)


def delete_review(context: VisionContext, round_id: str) -> VisionResult:
    """Delete a round with its replies, answers and readings; they stay in the history."""
    get(context.document, "rounds", round_id)
    after = remove(context.document, "rounds", round_id)
    replies = {reply.id for reply in after.replies.values() if reply.round == round_id}
    for collection, ids in (
        ("replies", replies),
        ("answers", {answer.id for answer in after.answers.values() if answer.reply in replies}),
        (
            "readings",
            {reading.id for reading in after.readings.values() if reading.round == round_id},
        ),
    ):
        for record_id in ids:
            after = remove(after, collection, record_id)
    return context.keep(after)


def reply(
    context: VisionContext, round_id: str, action_id: str, progress: Progress, **facts: Any
) -> VisionResult:
    """Set the reply to an action in a round; raise ReasonMissing for a bare "cannot be done"."""
    get(context.document, "rounds", round_id)
    get(context.document, "actions", action_id)
    reply_id = joined_id(round_id, action_id)
    before = context.document.replies.get(reply_id) or Reply(
        id=reply_id, round=round_id, action=action_id, order=next_order(context.document.replies)
    )
    after = with_fields(before, progress=progress, **facts)
    if after.progress is Progress.CANNOT and not (after.why and after.who_decided):
        raise ReasonMissing
    return upsert(context, "replies", after)


def answer(
    context: VisionContext,
    reply_id: str,
    confirms: bool,
    words: str = "",
    standing: StakeholderGroup = StakeholderGroup.UNKNOWN,
) -> VisionResult:
    """Add an answer to a reply: whether somebody concerned confirms or disputes it."""
    get(context.document, "replies", reply_id)
    record = Answer(
        id=context.fresh_id(),
        reply=reply_id,
        confirms=confirms,
        words=words,
        standing=standing,
        order=next_order(context.document.answers),
    )
    return upsert(context, "answers", record)


def read_measure(
    context: VisionContext, round_id: str, outcome_id: str, words: str
) -> VisionResult:
    """Set or clear the reading of a measure in a round."""
    get(context.document, "rounds", round_id)
    get(context.document, "outcomes", outcome_id)
    reading = MeasureReading(
        id=joined_id(round_id, outcome_id),
        round=round_id,
        outcome=outcome_id,
        words=words,
        order=next_order(context.document.readings),
    )
    if not reading.words:
        return context.keep(remove(context.document, "readings", reading.id))
    return upsert(context, "readings", reading)
