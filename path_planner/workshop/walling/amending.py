"""Changing what is known of a record from the wall: only what the wall may know of."""

from collections.abc import Callable, Mapping
from typing import Any

from path_planner.domain.commitment import Commitment
from path_planner.domain.editing import amend, put
from path_planner.domain.mark import Mark, Stroke
from path_planner.domain.session import Session
from path_planner.domain.voice import Voice
from path_planner.domain.wall import Card, Label, Photo, Shape, Stamp
from path_planner.errors import NotAChange, UnknownRecord, UnknownStage
from path_planner.processes.asking import process_of
from path_planner.workshop.room import Kept, Room
from path_planner.workshop.walling.cards import card_for, laid_anew, with_room
from path_planner.workshop.walling.changes import Amend
from path_planner.workshop.walling.words import reworded

_PLAIN: Mapping[type, frozenset[str]] = {
    Voice: frozenset({"share", "approved", "expressed"}),
    Commitment: frozenset({"by_when", "said_yes", "status", "note"}),
    Photo: frozenset({"under"}),
    Shape: frozenset({"line", "fill"}),
    Stamp: frozenset({"icon"}),
}
"""Fields that are called on the wall as they are called here."""

_PEOPLE: Mapping[type, Mapping[str, str]] = {
    Voice: {"by": "said_by", "said_by": "said_by", "supported_by": "supported_by"},
    Commitment: {"by": "who", "who": "who", "coach": "coach"},
}
_MAKER = {"by": "by"}
_WORDS = frozenset({"words", "text", "what"})


def amend_record(room: Room, change: Amend) -> Kept:
    """Change some facts of a record."""
    session = room.session
    record = getattr(session, change.collection).get(change.record)
    if record is None or isinstance(record, Card):
        raise UnknownRecord
    fields = dict(change.fields)
    hidden = fields.pop("hidden", None)
    after = session
    if fields:
        changed = _amended(session, record, fields)
        after = put(after, change.collection, changed)
        if changed.stage != record.stage:
            after = laid_anew(after, record.id)
        elif not _WORDS.isdisjoint(fields):
            after = with_room(after, record.id)
    if hidden is not None:
        card = card_for(after, record.id)
        after = put(after, "marks", amend(card, hidden=hidden))
    return room.keep(after)


def _amended(session: Session, record: Any, fields: Mapping[str, Any]) -> Any:
    facts: dict[str, Any] = {}
    for name, value in fields.items():
        if name in _WORDS:
            record = reworded(record, value)
        else:
            facts.update(_fact(session, record, name, value))
    return amend(record, **facts)


def _fact(
    session: Session, record: Voice | Commitment | Mark, name: str, value: Any
) -> dict[str, Any]:
    people = _PEOPLE.get(type(record), _MAKER)
    if name in people:
        return {people[name]: _person(session, value)}
    if name == "stage":
        return {"stage": _stage(session, value)}
    if name == "colour":
        return _colour(record, value)
    if name in _PLAIN.get(type(record), ()):
        return {name: value}
    raise NotAChange


def _person(session: Session, value: object) -> str | None:
    if value is None or value == "":
        return None
    if not isinstance(value, str) or value not in session.people:
        raise UnknownRecord
    return value


def _stage(session: Session, value: object) -> str:
    if not isinstance(value, str) or process_of(session).stage(value) is None:
        raise UnknownStage(stage=str(value)[:40])
    return value


def _colour(record: object, value: object) -> dict[str, Any]:
    for kind, change in _COLOURS.items():
        if isinstance(record, kind):
            return change(record, value)
    raise NotAChange


_COLOURS: Mapping[type, Callable[[Any, object], dict[str, Any]]] = {
    Stroke: lambda stroke, value: {"pen": amend(stroke.pen, colour=value)},
    Shape: lambda _, value: {"line": value},
    Label: lambda _, value: {"colour": value},
    Stamp: lambda _, value: {"colour": value},
}
