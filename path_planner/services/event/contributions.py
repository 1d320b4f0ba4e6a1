"""Use cases of contributions: add a line, answer it, strike it, take one's own back.

Additive only: no function here changes the words of a contribution. To disagree or to correct is to
add an answer. What is taken back by its owner is erased from the history too.
"""

from collections.abc import Callable
from typing import Any

from path_planner.domain.base import next_order, put, remove, with_fields
from path_planner.domain.event.contribution import Contribution, Part
from path_planner.domain.event.event import Event
from path_planner.domain.image import Picture
from path_planner.domain.voice import Expressed, Share
from path_planner.errors import UnknownRecord, WordsStay
from path_planner.services.context import EventContext, EventResult, as_one_change
from path_planner.services.records import get

_CHANGEABLE = frozenset(
    {"share", "struck", "group", "speaker", "supported", "supported_by", "role", "expressed",
     "language", "order", "part", "picture"}
)  # fmt: skip
"""What may be changed of a contribution; its words, and where it was said, may not."""


def contribute(context: EventContext, part: Part, text: str, **facts: Any) -> EventResult:
    """Add a line; `facts` are fields of Contribution, such as topic, table, round and speaker.

    Nothing changes if there are neither words nor a picture. Raises UnknownRecord if its topic,
    table, round, speaker or the line that it answers does not exist.
    """
    event = context.document
    if facts.get("role") is None and (speaker := event.guests.get(facts.get("speaker") or "")):
        facts["role"] = speaker.role
    if facts.get("role") is None:
        facts.pop("role", None)
    facts["supported"] = bool(facts.get("supported") or facts.get("supported_by"))
    line = Contribution(
        id=context.fresh_id(),
        part=part,
        text=text,
        order=next_order(event.voices),
        at=context.now(),
        **facts,
    )
    _check_places(event, line)
    if not line.text and line.picture is None:
        return EventResult(event)
    return context.keep(put(event, "voices", line))


def _check_places(event: Event, line: Contribution) -> None:
    for record_id, collection in (
        (line.topic, event.topics),
        (line.table, event.tables),
        (line.round, event.rounds),
        (line.answers, event.voices),
        (line.speaker, event.guests),
        (line.supported_by, event.guests),
        (line.picture, event.pictures),
    ):
        if record_id is not None and record_id not in collection:
            raise UnknownRecord


def contribute_picture(
    context: EventContext,
    write: Callable[..., EventResult],
    part: Part,
    text: str,
    picture: Picture,
    **facts: Any,
) -> EventResult:
    """Add a picture as a line, with words for those who do not see it, as one change.

    `write` adds the line, as `contribute` does.
    """
    how = {"expressed": Expressed.PICTURES, **facts, "picture": picture.id}
    return as_one_change(
        context,
        lambda draft: keep_picture(draft, picture),
        lambda draft: write(draft, part, text, **how),
    )


def keep_picture(context: EventContext, picture: Picture) -> EventResult:
    """Save a picture that a line is to show."""
    return context.keep(put(context.document, "pictures", picture))


def answer(context: EventContext, voice_id: str, text: str, **facts: Any) -> EventResult:
    """Answer a line, at the same place; `facts` are further fields, such as round and speaker."""
    line: Contribution = get(context.document, "voices", voice_id)
    places = {"topic": line.topic, "table": line.table, "round": line.round}
    return contribute(context, line.part, text, **{**places, **facts, "answers": voice_id})


def annotate(context: EventContext, voice_id: str, **facts: Any) -> EventResult:
    """Change what is recorded about a line; raise WordsStay for its words or its place."""
    if not facts.keys() <= _CHANGEABLE:
        raise WordsStay
    line = with_fields(get(context.document, "voices", voice_id), **facts)
    return context.keep(put(context.document, "voices", line))


def set_share(context: EventContext, voice_id: str, share: Share) -> EventResult:
    """Change how far a line may be shared, as the person who said it wants it."""
    return annotate(context, voice_id, share=share)


def strike(context: EventContext, voice_id: str, reason: str) -> EventResult:
    """Grey a line, with the reason; an empty reason takes the mark off again."""
    return annotate(context, voice_id, struck=reason)


def take_back(context: EventContext, voice_id: str) -> EventResult:
    """Remove a line for the person who said it; it is erased from the history too.

    Answers to it stay, as answers to what is no longer there. Its picture goes with it, and its
    place on a cloth.
    """
    event = context.document
    line: Contribution = get(event, "voices", voice_id)
    after = remove(remove(event, "voices", voice_id), "marks", voice_id)
    if line.picture and not any(each.picture == line.picture for each in after.voices.values()):
        after = remove(after, "pictures", line.picture)
    return context.keep(after)


def last_line_of(event: Event, ids: tuple[str, ...]) -> Contribution | None:
    """Return the newest of these lines that is still there: the one to take back first."""
    return next((event.voices[one] for one in reversed(ids) if one in event.voices), None)
