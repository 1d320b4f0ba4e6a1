"""Use cases of records on the wall, together with their cards, strokes and signatures."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from typing import Any

from path_planner.domain.base import clean, move, next_order, put, remove, with_fields
from path_planner.domain.commitment import Commitment
from path_planner.domain.marks import (
    Card,
    CardSubject,
    Label,
    Mark,
    Photo,
    Shape,
    Sketch,
    Stamp,
    Stroke,
    card_id,
)
from path_planner.domain.session import Session
from path_planner.domain.voice import Voice
from path_planner.errors import NotAChange, UnknownRecord, UnknownStage
from path_planner.processes.prompts import process_of
from path_planner.scene.wall import has_wall, stage_at
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.records import get, reorder
from path_planner.services.session.wall import cards
from path_planner.services.session.wall.commands import (
    AddVoice,
    DeleteRecord,
    EditRecord,
    MoveRecord,
    RestoreRecord,
)
from path_planner.services.session.wall.marks import loose_mark, previous_mark, without_mark

_WITH_CARDS = ("voices", "commitments")


def dependents(session: Session, collection: str, record_id: str) -> Iterator[tuple[str, str]]:
    """Yield a record and everything deleted and restored with it, as collection and id."""
    yield collection, record_id
    mark = session.marks.get(record_id)
    if collection in _WITH_CARDS or isinstance(mark, Sketch):
        card = card_id(CardSubject(collection), record_id)
        if isinstance(session.marks.get(card), Card):
            yield "marks", card
        yield from (("marks", stroke.id) for stroke in _ink(session, record_id))
    elif isinstance(mark, Photo) and mark.picture in session.pictures:
        yield "pictures", mark.picture


def _ink(session: Session, record_id: str) -> Iterator[Stroke]:
    for mark in session.marks.values():
        if isinstance(mark, Stroke) and record_id in (mark.sketch, mark.signs):
            yield mark


def collection_of(session: Session, record_id: str) -> str | None:
    """Return the collection of a record; cards do not count."""
    for collection in ("voices", "commitments"):
        if record_id in getattr(session, collection):
            return collection
    mark = session.marks.get(record_id)
    return "marks" if mark is not None and not isinstance(mark, Card) else None


def without_record(session: Session, collection: str, record_id: str) -> Session:
    """Return the session without a record and its dependents."""
    for part_of, part_id in list(dependents(session, collection, record_id)):
        session = remove(session, part_of, part_id)
    return session


def delete_record(context: SessionContext, change: DeleteRecord) -> SessionResult:
    """Delete a record with its dependents; nothing changes if it does not exist any more."""
    session = context.document
    record = getattr(session, change.collection).get(change.record)
    if record is None:
        return SessionResult(session)
    if change.collection == "marks" and not isinstance(record, Sketch):
        return context.keep(without_mark(session, loose_mark(record)))
    return context.keep(without_record(session, change.collection, change.record))


def delete_with_card(context: SessionContext, collection: str, record_id: str) -> SessionResult:
    """Delete a record with its card and signature; they stay in the history."""
    get(context.document, collection, record_id)
    return context.keep(without_record(context.document, collection, record_id))


def restore_with_card(context: SessionContext, collection: str, record: Any) -> SessionResult:
    """Restore a deleted record, with its card where it was."""
    after = put(context.document, collection, record)
    with suppress(UnknownRecord):
        after = with_company(context, after, collection, record.id)
    return cards.keep_on_wall(context, cards.apart(after, record.id), record.id)


def restore_record(context: SessionContext, change: RestoreRecord) -> SessionResult:
    """Restore a deleted record as it was, with its dependents."""
    session = context.document
    if change.record in getattr(session, change.collection):
        return SessionResult(session)
    after = with_company(context, session, change.collection, change.record)
    return cards.keep_on_wall(context, cards.apart(after, change.record), change.record)


def with_company(
    context: SessionContext, session: Session, collection: str, record_id: str
) -> Session:
    """Return the session with a deleted record and its dependents as they were."""
    earlier = previous_mark(context, collection, record_id)
    for name, key in dependents(earlier, collection, record_id):
        if key not in getattr(session, name):
            session = put(session, name, getattr(earlier, name)[key])
    return session


def write_words(context: SessionContext, change: AddVoice) -> SessionResult:
    """Add a voice or a commitment, or change the words of an existing record."""
    collection = collection_of(context.document, change.record)
    if collection is None:
        is_commitment = change.collection == "commitments"
        return _new_commitment(context, change) if is_commitment else _new_voice(context, change)
    record = getattr(context.document, collection)[change.record]
    after = put(context.document, collection, reworded(record, change.text))
    return cards.keep_on_wall(
        context, cards.with_room(after, change.record, context.document), change.record
    )


def reworded(record: Voice | Commitment | Mark, text: object) -> Any:
    """Return a record with other words; a voice or a label without words stays as it was."""
    if isinstance(record, Voice):
        if not clean(text) or clean(text) == record.text:
            return record
        return with_fields(record, text=text, approved=False)
    if isinstance(record, Commitment):
        return with_fields(record, what=text)
    if isinstance(record, Label):
        return with_fields(record, text=text) if clean(text) else record
    if isinstance(record, Card | Stroke):
        raise NotAChange
    return with_fields(record, words=text)


def _new_voice(context: SessionContext, change: AddVoice) -> SessionResult:
    session = context.document
    stage = _stage_of(session, change)
    if not change.text:
        return SessionResult(session)
    voice = Voice(
        id=change.record,
        stage=stage,
        text=change.text,
        said_by=change.by if change.by in session.people else None,
        order=next_order(session.voices),
        at=context.now(),
    )
    after = put(session, "voices", voice)
    if change.x is not None and change.y is not None:
        card = cards.card_for(after, voice.id)
        after = put(after, "marks", with_fields(card, x=change.x, y=change.y, by_hand=True))
    return _keep_new(context, after, voice.id)


def _new_commitment(context: SessionContext, change: AddVoice) -> SessionResult:
    session = context.document
    stage = _stage_of(session, change)
    if not change.text:
        return SessionResult(session)
    commitment = Commitment(
        id=change.record,
        stage=stage,
        what=change.text,
        who=change.by if change.by in session.people else None,
        by_when=change.by_when,
        order=next_order(session.commitments),
        at=context.now(),
    )
    return _keep_new(context, put(session, "commitments", commitment), commitment.id)


def _keep_new(context: SessionContext, after: Session, record_id: str) -> SessionResult:
    # The first card makes it a wall: others keep the places where they were shown before.
    after = after if has_wall(context.document) else cards.settled(after)
    return cards.keep_on_wall(context, after, record_id)


def _stage_of(session: Session, change: AddVoice) -> str:
    process = process_of(session)
    if change.stage is not None:
        # Written in another process, which the group has left since: its stage is mapped.
        return process.stage_for(change.stage)
    if change.x is None or change.y is None:
        raise UnknownRecord
    return stage_at(session, process, change.x, change.y)


def move_record(context: SessionContext, change: MoveRecord) -> SessionResult:
    """Move a record up or down among those of its stage."""
    if change.collection != "marks":
        return reorder(context, change.collection, change.record, change.steps)
    mark: Mark = get(context.document, "marks", change.record)
    if isinstance(mark, Card):
        raise NotAChange
    return context.keep(_among_its_kind(context.document, mark, change.steps))


def _among_its_kind(session: Session, mark: Mark, steps: int) -> Session:
    """Move a mark among the marks of its kind; other kinds do not count."""
    of_kind = {key: other for key, other in session.marks.items() if other.kind == mark.kind}
    reduced = session.model_copy(update={"marks": of_kind})
    moved = move(reduced, "marks", mark.id, steps)
    return session.model_copy(update={"marks": {**session.marks, **moved.marks}})


_SAME_NAME: Mapping[type, frozenset[str]] = {
    Voice: frozenset({"share", "approved", "expressed"}),
    Commitment: frozenset({"by_when", "said_yes", "status", "note"}),
    Photo: frozenset({"under"}),
    Shape: frozenset({"line", "fill"}),
    Stamp: frozenset({"icon"}),
}
"""Fields with the same name in messages and in records, by type of record."""

_PEOPLE: Mapping[type, Mapping[str, str]] = {
    Voice: {"by": "said_by", "said_by": "said_by", "supported_by": "supported_by"},
    Commitment: {"by": "who", "who": "who", "coach": "coach"},
}
_MAKER = {"by": "by"}
_WORDS = frozenset({"words", "text", "what"})


def edit_record(context: SessionContext, change: EditRecord) -> SessionResult:
    """Change fields of a record."""
    session = context.document
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
            after = cards.relaid_cards(after, record.id)
        elif not _WORDS.isdisjoint(fields):
            after = cards.with_room(after, record.id, session)
    if hidden is not None:
        card = cards.card_for(after, record.id)
        after = put(after, "marks", with_fields(card, hidden=hidden))
    return cards.keep_on_wall(context, after, record.id)


def _amended(session: Session, record: Any, fields: Mapping[str, Any]) -> Any:
    facts: dict[str, Any] = {}
    for name, value in fields.items():
        if name in _WORDS:
            record = reworded(record, value)
        else:
            facts.update(_fact(session, record, name, value))
    return with_fields(record, **facts)


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
    if name in _SAME_NAME.get(type(record), ()):
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
    Stroke: lambda stroke, value: {"pen": with_fields(stroke.pen, colour=value)},
    Shape: lambda _, value: {"line": value},
    Label: lambda _, value: {"colour": value},
    Stamp: lambda _, value: {"colour": value},
}
