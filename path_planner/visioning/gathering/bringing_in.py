"""Gathering: PATHs and conversations come into a vision as agreed, and go out when asked."""

from typing import NamedTuple

from path_planner.domain.session import Session
from path_planner.domain.text import MOST_LETTERS_IN_A_LINE
from path_planner.domain.vision.source import Printed
from path_planner.domain.vision.vision import Vision
from path_planner.errors import (
    NotAgreedToShare,
    OlderPlan,
    TakenBackBefore,
    UnknownRecord,
)
from path_planner.visioning.gathering.elsewhere import let_go, others_with
from path_planner.visioning.gathering.freezing import About, Frozen, frozen, source_of
from path_planner.visioning.gathering.taken_back import taken_back
from path_planner.visioning.gathering.withdrawing import without_source, without_voices
from path_planner.visioning.meeting import Kept, Meeting
from path_planner.visioning.records.conversations import AboutRecord, Record, with_record
from path_planner.visioning.records.files import read_source
from path_planner.words import say_date


class Gathered(NamedTuple):
    """What came into the vision and what stayed outside: numbers, and never words."""

    kept: Kept
    sources: tuple[str, ...]
    came: int = 0
    new: int = 0
    private: int = 0
    held_back: int = 0
    gone: int = 0
    drawings: int = 0
    cut: int = 0
    empty: int = 0
    others: tuple[str, ...] = ()
    """Other visions here that still hold what went out of this one, by their ids."""


def add_session(
    meeting: Meeting, session: Session, about: About | None = None, *, again: bool = False
) -> Gathered:
    """Freeze what a PATH shares, or bring it up to date; `again` after it was taken back.

    Where its people share it no longer, the PATH goes out of the vision.
    """
    vision = meeting.vision
    known = source_of(vision, session.id)
    if known and session.revision < known.revision:
        # What its people agreed to then is not what they agree to now.
        raise OlderPlan
    if session.consent.share is not True:
        if known is None:
            raise NotAgreedToShare
        gone = sum(voice.source == known.id for voice in vision.voices.values())
        after = without_source(vision, known.id, meeting.fresh_id, meeting.now())
        return _with_others(meeting, Gathered(let_go(meeting, after), (), gone=gone))
    if not again and known is None:
        _check_not_taken_back(vision, session.id)
    made = frozen(vision, session, about or About(), meeting.fresh_id, meeting.now())
    return _gathered(meeting, made)


def _check_not_taken_back(vision: Vision, session: str) -> None:
    days = [one.at for one in vision.withdrawals.values() if one.session == session]
    if days:
        raise TakenBackBefore(day=say_date(max(days).date()))


def _gathered(meeting: Meeting, made: Frozen) -> Gathered:
    gathered = Gathered(
        let_go(meeting, made.vision),
        (made.source,),
        came=made.came,
        new=made.new,
        private=made.private,
        held_back=made.held_back,
        gone=made.gone,
        drawings=made.drawings,
    )
    return _with_others(meeting, gathered)


def _with_others(meeting: Meeting, gathered: Gathered) -> Gathered:
    """Name the other visions that still hold what went out."""
    taken = taken_back(meeting.vision, gathered.kept.document)
    others = others_with(meeting.store, meeting.vision.id, taken)
    return gathered._replace(others=tuple(one.id for one in others))


def add_record(meeting: Meeting, record: Record, about: AboutRecord) -> Gathered:
    """Add a record of a conversation, as its people agreed."""
    added = with_record(meeting.vision, record, about, meeting.fresh_id, meeting.now())
    kept = meeting.keep(added.vision)
    return Gathered(
        kept,
        added.sources,
        came=added.came,
        new=added.came,
        cut=record.cut,
        empty=record.empty,
    )


def add_file(
    meeting: Meeting, name: str, content: bytes, about: About, about_record: AboutRecord
) -> Gathered:
    """Add what a file holds: the plan of a PATH, or a record of a conversation."""
    read = read_source(name, content)
    if isinstance(read, Session):
        return add_session(meeting, read, about)
    # The steering group finds it again by the name of its file.
    kept_as = about_record.kept_as or name[:MOST_LETTERS_IN_A_LINE]
    return add_record(meeting, read, about_record._replace(kept_as=kept_as))


def take_back(meeting: Meeting, record_id: str) -> Kept:
    """Take a voice or a whole source out, because its people took their yes back."""
    vision = meeting.vision
    if record_id in vision.sources:
        return let_go(meeting, without_source(vision, record_id, meeting.fresh_id, meeting.now()))
    if record_id not in vision.voices:
        raise UnknownRecord
    source = vision.voices[record_id].source
    after = without_voices(
        vision, source, [record_id], meeting.fresh_id, meeting.now(), for_good=True
    )
    return let_go(meeting, after)


def note_printed(
    meeting: Meeting, what: str, voices: tuple[str, ...], sources: tuple[str, ...] = ()
) -> Kept:
    """Note that a document went out, and which voices and whose drawings stood in it."""
    printed = Printed(
        id=meeting.fresh_id(), what=what, at=meeting.now(), voices=voices, sources=sources
    )
    after = {**meeting.vision.printed, printed.id: printed}
    return meeting.keep(meeting.vision.model_copy(update={"printed": after}))
