"""Admitting what waits in the tray to the document, through the use cases of voices and lines."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from path_planner.domain.event.contribution import Part
from path_planner.domain.event.event import Event
from path_planner.domain.image import Picture
from path_planner.domain.people import Role
from path_planner.domain.session import Session
from path_planner.domain.voice import Expressed, Share
from path_planner.errors import NothingTyped
from path_planner.services.arrivals.joining import LEAST_FIRST, join_to_line
from path_planner.services.arrivals.tray import (
    Arrival,
    Place,
    Removed,
    Tray,
    contents,
    erase_unnamed,
    picture_of,
    read_by_now,
    update_tray,
)
from path_planner.services.context import EditContext, SaveResult, as_one_change
from path_planner.services.event.contributions import contribute, keep_picture
from path_planner.services.records import get
from path_planner.services.session.voices import park_line, write_voice
from path_planner.services.session.wall.drawings import add_photo

Step = Callable[[EditContext[Any]], SaveResult[Any]]


def admit(
    context: EditContext[Any],
    arrival_id: str,
    place: Place | None = None,
    *,
    text: str = "",
    joins: str = "",
) -> tuple[SaveResult[Any], Removed]:
    """Add an arrival to the document, with all that is joined to it, as one line and one change.

    It goes where it was sent to, or to `place`, or to the line `joins` of the document. `text` is
    what somebody typed who listened to a sound; the sound itself is in no document. Raises
    NothingTyped if there is nothing to add.

    After a crash it may still wait: admitted again, it is in the document once.
    """
    store, document_id = context.store, context.document.id
    results = list[SaveResult[Any]]()
    removed = list[Arrival]()
    blobs = list[bytes]()

    def change(tray: Tray) -> Tray:
        removed[:] = tray.group(arrival_id)
        blobs[:] = contents(store, document_id, removed)
        pictures = [picture_of(store, document_id, one) for one in removed]
        picture = next(filter(None, pictures), None)
        # The same operation again changes nothing; one that was undone is another.
        op_id = f"arrival-{arrival_id}-{removed[0].admissions}"
        where = place or removed[0].place
        steps = _steps(context.document, removed, where, picture, typed=text, joins=joins)
        results.append(as_one_change(replace(context, op_id=op_id), *steps))
        return read_by_now(tray, removed)

    update_tray(store, document_id, change)
    erase_unnamed(store, document_id)
    return results[-1], Removed(tuple(removed), tuple(blobs))


def put_line(context: EditContext[Any], line: Arrival) -> SaveResult[Any]:
    """Add what somebody typed for a person without a device, as if a phone had sent it."""
    return as_one_change(context, *_steps(context.document, [line], line.place))


def words_of(arrivals: Sequence[Arrival], typed: str = "") -> str:
    """Return the words of arrivals that go together, each once, in lines of their own."""
    said = [one.text for one in arrivals if one.text]
    return "\n".join(dict.fromkeys([*said, *([typed.strip()] if typed.strip() else [])]))


def _steps(
    document: Any,
    arrivals: Sequence[Arrival],
    place: Place,
    picture: Picture | None = None,
    *,
    typed: str = "",
    joins: str = "",
) -> tuple[Step, ...]:
    words = words_of(arrivals, typed)
    if not words and picture is None:
        raise NothingTyped
    share = min((one.share for one in arrivals), key=LEAST_FIRST.index)
    if joins:
        return _to_line(joins, words, share, picture, arrivals)
    if isinstance(document, Session):
        return _to_session(place, words, share, picture, arrivals)
    if isinstance(document, Event):
        return _to_event(place, words, share, picture, arrivals)
    raise TypeError


def _to_session(
    place: Place, words: str, share: Share, picture: Picture | None, arrivals: Sequence[Arrival]
) -> tuple[Step, ...]:
    stage = place.stage or ""
    write = park_line if place.part is Part.PARKING else write_voice
    steps: list[Step] = []
    if picture is not None:
        steps.append(partial(add_photo, picture=picture, stage=stage, words=words))
    if words:
        facts = {"share": share, "expressed": Expressed.WRITTEN, **_who(arrivals)}
        steps.append(partial(write, stage=stage, text=words, **facts))
    return tuple(steps)


def _to_event(
    place: Place, words: str, share: Share, picture: Picture | None, arrivals: Sequence[Arrival]
) -> tuple[Step, ...]:
    facts = {
        "topic": place.topic,
        "table": place.table,
        "round": place.round,
        **_facts_of_line(words, share, picture, arrivals),
    }
    line = partial(contribute, part=place.part, text=words, **facts)
    return (line,) if picture is None else (partial(keep_picture, picture=picture), line)


def _facts_of_line(
    words: str, share: Share, picture: Picture | None, arrivals: Sequence[Arrival]
) -> dict[str, Any]:
    return {
        "share": share,
        "expressed": Expressed.WRITTEN if words else Expressed.PICTURES,
        "picture": picture.id if picture else None,
        **_who(arrivals),
    }


def _to_line(
    line_id: str, words: str, share: Share, picture: Picture | None, arrivals: Sequence[Arrival]
) -> tuple[Step, ...]:
    facts = _facts_of_line(words, share, picture, arrivals)
    line = partial(join_to_line, line_id=line_id, words=words, arrivals=arrivals, facts=facts)
    if picture is None:
        return (line,)
    return (partial(_with_any_picture, picture=picture, words=words, line_id=line_id), line)


def _who(arrivals: Sequence[Arrival]) -> dict[str, Any]:
    """Return the role that all of them gave, and whether somebody helped."""
    roles = {one.role for one in arrivals}
    return {
        "role": roles.pop() if len(roles) == 1 else Role.OTHER,
        "supported": any(one.helped for one in arrivals),
    }


def _with_any_picture(
    context: EditContext[Any], picture: Picture, words: str, line_id: str
) -> SaveResult[Any]:
    """Add a picture beside a line that is there: on the wall of a PATH, or to an event."""
    if not isinstance(context.document, Session):
        return keep_picture(context, picture)
    voice = get(context.document, "voices", line_id)
    return add_photo(context, picture=picture, stage=voice.stage, words=words)
