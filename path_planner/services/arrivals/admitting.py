"""Admitting what waits in the tray to the document, through the use cases of voices and lines."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from path_planner.domain.base import put
from path_planner.domain.event.contribution import Part
from path_planner.domain.event.event import Event
from path_planner.domain.image import Picture
from path_planner.domain.people import Role
from path_planner.domain.session import Session
from path_planner.domain.voice import Expressed, Share
from path_planner.errors import NothingTyped
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
from path_planner.services.event.contributions import contribute
from path_planner.services.session.voices import park_line, write_voice
from path_planner.services.session.wall.drawings import add_photo

LEAST_FIRST = (Share.PRIVATE, Share.CIRCLE, Share.THEME, Share.QUOTE, Share.NAMED)
Step = Callable[[EditContext[Any]], SaveResult[Any]]


def admit(
    context: EditContext[Any], arrival_id: str, place: Place | None = None, *, text: str = ""
) -> tuple[SaveResult[Any], Removed]:
    """Add an arrival to the document, with all that is joined to it, as one line and one change.

    It goes where it was sent to, or to `place`. `text` is what somebody typed who listened to a
    sound; the sound itself is in no document. Raises NothingTyped if there is nothing to add.

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
        steps = _steps(context.document, removed, place or removed[0].place, picture, text)
        results.append(as_one_change(replace(context, op_id=op_id), *steps))
        return read_by_now(tray, removed)

    update_tray(store, document_id, change)
    erase_unnamed(store, document_id)
    return results[-1], Removed(tuple(removed), tuple(blobs))


def words_of(arrivals: Sequence[Arrival], typed: str = "") -> str:
    """Return the words of arrivals that go together, each once, in lines of their own."""
    said = [one.text for one in arrivals if one.text]
    return "\n".join(dict.fromkeys([*said, *([typed.strip()] if typed.strip() else [])]))


def _steps(
    document: Any, arrivals: Sequence[Arrival], place: Place, picture: Picture | None, typed: str
) -> tuple[Step, ...]:
    words = words_of(arrivals, typed)
    if not words and picture is None:
        raise NothingTyped
    share = min((one.share for one in arrivals), key=LEAST_FIRST.index)
    if isinstance(document, Session):
        return _to_session(place, words, share, picture)
    if isinstance(document, Event):
        return _to_event(place, words, share, picture, arrivals)
    raise TypeError


def _to_session(
    place: Place, words: str, share: Share, picture: Picture | None
) -> tuple[Step, ...]:
    stage = place.stage or ""
    write = park_line if place.part is Part.PARKING else write_voice
    steps: list[Step] = []
    if picture is not None:
        steps.append(partial(add_photo, picture=picture, stage=stage, words=words))
    if words:
        facts: dict[str, Any] = {"share": share, "expressed": Expressed.WRITTEN}
        steps.append(partial(write, stage=stage, text=words, **facts))
    return tuple(steps)


def _to_event(
    place: Place, words: str, share: Share, picture: Picture | None, arrivals: Sequence[Arrival]
) -> tuple[Step, ...]:
    roles = {one.role for one in arrivals}
    facts: dict[str, Any] = {
        "topic": place.topic,
        "table": place.table,
        "round": place.round,
        "share": share,
        "expressed": Expressed.WRITTEN if words else Expressed.PICTURES,
        "supported": any(one.helped for one in arrivals),
        "role": roles.pop() if len(roles) == 1 else Role.OTHER,
        "picture": picture.id if picture else None,
    }
    line = partial(contribute, part=place.part, text=words, **facts)
    return (line,) if picture is None else (partial(_with_picture, picture=picture), line)


def _with_picture(context: EditContext[Event], picture: Picture) -> SaveResult[Event]:
    return context.keep(put(context.document, "pictures", picture))
