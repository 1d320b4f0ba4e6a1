"""Words that come from the wall: a card is a voice, and each record can be put right there."""

from typing import Any

from path_planner.domain.commitment import Commitment
from path_planner.domain.editing import amend, last_order, move, put
from path_planner.domain.mark import Mark, Stroke
from path_planner.domain.session import Session
from path_planner.domain.text import clean
from path_planner.domain.voice import Voice
from path_planner.domain.wall import Card, Label
from path_planner.errors import NotAChange, UnknownRecord
from path_planner.processes.asking import process_of
from path_planner.scene.wall import stage_at
from path_planner.workshop.room import Kept, Room
from path_planner.workshop.walling.cards import card_for, settled, with_room
from path_planner.workshop.walling.changes import Move, Write
from path_planner.workshop.walling.company import collection_of


def write_words(room: Room, change: Write) -> Kept:
    """Write down a new voice or a new promise, or put the words of a record right."""
    collection = collection_of(room.session, change.record)
    if collection is None:
        promises = change.collection == "commitments"
        return _new_promise(room, change) if promises else _new_voice(room, change)
    record = getattr(room.session, collection)[change.record]
    changed = reworded(record, change.text)
    return room.keep(with_room(put(room.session, collection, changed), change.record))


def reworded(record: Voice | Commitment | Mark, text: object) -> Any:
    """Return a record with other words; a voice or a label without words stays as it was."""
    if isinstance(record, Voice):
        if not clean(text) or clean(text) == record.text:
            return record
        return amend(record, text=text, approved=False)
    if isinstance(record, Commitment):
        return amend(record, what=text)
    if isinstance(record, Label):
        return amend(record, text=text) if clean(text) else record
    if isinstance(record, Card | Stroke):
        raise NotAChange
    return amend(record, words=text)


def _new_voice(room: Room, change: Write) -> Kept:
    session = room.session
    stage = _stage_of(session, change)
    if not change.text:
        return Kept(session)
    voice = Voice(
        id=change.record,
        stage=stage,
        text=change.text,
        said_by=change.by if change.by in session.people else None,
        order=last_order(session.voices),
        at=room.now(),
    )
    after = put(session, "voices", voice)
    if change.x is None or change.y is None:
        return room.keep(settled(after))
    card = card_for(after, voice.id)
    placed = amend(card, x=change.x, y=change.y, by_hand=True)
    return room.keep(settled(put(after, "marks", placed)))


def _new_promise(room: Room, change: Write) -> Kept:
    session = room.session
    stage = _stage_of(session, change)
    if not change.text:
        return Kept(session)
    promise = Commitment(
        id=change.record,
        stage=stage,
        what=change.text,
        who=change.by if change.by in session.people else None,
        by_when=change.by_when,
        order=last_order(session.commitments),
        at=room.now(),
    )
    return room.keep(settled(put(session, "commitments", promise)))


def _stage_of(session: Session, change: Write) -> str:
    process = process_of(session)
    if change.stage is not None:
        # Written in a form that the room has left since: no word is lost.
        return process.home(change.stage)
    if change.x is None or change.y is None:
        raise UnknownRecord
    return stage_at(session, process, change.x, change.y)


def move_record(room: Room, change: Move) -> Kept:
    """Move a record up or down among those of its stage."""
    records = getattr(room.session, change.collection)
    record = records.get(change.record)
    if record is None:
        raise UnknownRecord
    if isinstance(record, Card):
        raise NotAChange
    if change.collection == "marks":
        return room.keep(_among_its_kind(room.session, record, change.steps))
    return room.keep(move(room.session, change.collection, change.record, change.steps))


def _among_its_kind(session: Session, mark: Mark, steps: int) -> Session:
    """Move a mark among the others of its kind: what lies between them does not count."""
    alike = {key: one for key, one in session.marks.items() if one.kind == mark.kind}
    small = session.model_copy(update={"marks": alike})
    moved = move(small, "marks", mark.id, steps)
    return session.model_copy(update={"marks": {**session.marks, **moved.marks}})
