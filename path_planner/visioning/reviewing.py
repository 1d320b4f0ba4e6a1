"""Reviewing: you said, we did, and whether those who said it agree."""

from datetime import date
from typing import Any

from path_planner.domain.editing import amend, in_order, last_order, put, take_out
from path_planner.domain.vision.plan import Answer, Progress, Reading, Reply, Round
from path_planner.domain.vision.standing import Standing
from path_planner.domain.vision.vision import Vision
from path_planner.errors import ReasonMissing
from path_planner.visioning.meeting import Kept, Meeting
from path_planner.visioning.recording import found, joined_id, put_in, taken_out


def begin_review(meeting: Meeting, words: str = "") -> Kept:
    """Begin to look back together, today; a round that was begun and waits is that round."""
    today = meeting.now().astimezone().date()
    if not words and waiting_review(meeting.vision, today):
        return Kept(meeting.vision)
    order = last_order(meeting.vision.rounds)
    held = Round(id=meeting.fresh_id(), on=today, words=words, order=order)
    return put_in(meeting, "rounds", held)


def waiting_review(vision: Vision, today: date) -> Round | None:
    """Return the round of today in which nothing was said yet, if there is one."""
    said = {one.round for one in vision.replies.values()}
    said |= {one.round for one in vision.readings.values()}
    return next(
        (
            one
            for one in in_order(vision.rounds)
            if one.on == today and not one.words and one.id not in said
        ),
        None,
    )


def change_review(meeting: Meeting, round_id: str, **facts: Any) -> Kept:
    """Write into a round; it always keeps a day."""
    if facts.get("on", ...) is None:
        del facts["on"]
    return put_in(meeting, "rounds", amend(found(meeting.vision, "rounds", round_id), **facts))


def look_again_on(meeting: Meeting, day: date | None, round_id: str | None = None) -> Kept:
    """Say when the plan is looked at next, in it and in the round where this was agreed."""
    about = amend(meeting.vision.about, next_look=day)
    after = meeting.vision.model_copy(update={"about": about})
    if round_id is not None:
        held = found(meeting.vision, "rounds", round_id)
        after = put(after, "rounds", amend(held, next_on=day))
    return meeting.keep(after)


def take_review_out(meeting: Meeting, round_id: str) -> Kept:
    """Take a round out, with all that was said in it; the history keeps it."""
    found(meeting.vision, "rounds", round_id)
    after = take_out(meeting.vision, "rounds", round_id)
    replies = {one.id for one in after.replies.values() if one.round == round_id}
    for collection, gone in (
        ("replies", replies),
        ("answers", {one.id for one in after.answers.values() if one.reply in replies}),
        ("readings", {one.id for one in after.readings.values() if one.round == round_id}),
    ):
        for record_id in gone:
            after = take_out(after, collection, record_id)
    return meeting.keep(after)


def reply(
    meeting: Meeting, round_id: str, action_id: str, progress: Progress, **facts: Any
) -> Kept:
    """Say what became of an action; one reply a round, and a “cannot” says why and who decided."""
    found(meeting.vision, "rounds", round_id)
    found(meeting.vision, "actions", action_id)
    reply_id = joined_id(round_id, action_id)
    before = meeting.vision.replies.get(reply_id) or Reply(
        id=reply_id, round=round_id, action=action_id, order=last_order(meeting.vision.replies)
    )
    after = amend(before, progress=progress, **facts)
    if after.progress is Progress.CANNOT and not (after.why and after.who_decided):
        raise ReasonMissing
    return put_in(meeting, "replies", after)


def answer(
    meeting: Meeting,
    reply_id: str,
    confirms: bool,
    words: str = "",
    standing: Standing = Standing.UNKNOWN,
) -> Kept:
    """Keep what somebody who said it answers: it is so, or it is not."""
    found(meeting.vision, "replies", reply_id)
    said = Answer(
        id=meeting.fresh_id(),
        reply=reply_id,
        confirms=confirms,
        words=words,
        standing=standing,
        order=last_order(meeting.vision.answers),
    )
    return put_in(meeting, "answers", said)


def take_answer_out(meeting: Meeting, answer_id: str) -> Kept:
    """Take an answer out that was put in by mistake; the history keeps it."""
    return taken_out(meeting, "answers", answer_id)


def read_measure(meeting: Meeting, round_id: str, outcome_id: str, words: str) -> Kept:
    """Write down what a measure shows in a round; without words there is no reading."""
    found(meeting.vision, "rounds", round_id)
    found(meeting.vision, "outcomes", outcome_id)
    reading = Reading(
        id=joined_id(round_id, outcome_id),
        round=round_id,
        outcome=outcome_id,
        words=words,
        order=last_order(meeting.vision.readings),
    )
    if not reading.words:
        return meeting.keep(take_out(meeting.vision, "readings", reading.id))
    return put_in(meeting, "readings", reading)
