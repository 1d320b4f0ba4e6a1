"""Gathering: PATHs and conversations come into a vision as agreed, and go out when asked."""

from typing import Any, NamedTuple

from path_planner.domain.base import MOST_LETTERS_IN_A_LINE
from path_planner.domain.session import Session
from path_planner.domain.vision.sources import Publication, Source, SourceKind
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Share
from path_planner.errors import NotAgreedToShare, OlderPlan, UnknownRecord, WithdrawnBefore
from path_planner.i18n import format_date
from path_planner.services.context import VisionContext, VisionResult
from path_planner.services.records import get, update
from path_planner.services.vision.anonymised_copy import (
    AnonymisedCopy,
    SourceDetails,
    anonymised_copy,
    source_of,
)
from path_planner.services.vision.imports.conversation import AboutRecord, Record, with_record
from path_planner.services.vision.imports.files import read_source
from path_planner.services.vision.withdrawal import (
    other_visions_with,
    withdraw_in_trash,
    withdrawn,
    without_source,
    without_voices,
)

_REACH = {share: reach for reach, share in enumerate(Share)}


class SharesLess(NamedTuple):
    """A source whose PATH no longer agrees to all that the vision has of it."""

    source: str
    no_longer: bool
    """Its people no longer share any of it."""
    voices: int = 0
    """How many voices here would go out, or may travel less far."""


def shares_less(vision: Vision, source: Source, session: Session) -> SharesLess | None:
    """Return what a PATH no longer agrees to, None where all stands as it was agreed."""
    here = [voice for voice in vision.voices.values() if voice.source == source.id]
    if session.consent.share is not True:
        return SharesLess(source.id, no_longer=True, voices=len(here))
    less = sum(_reach(session, one.original) < _REACH[one.agreed_to or one.share] for one in here)
    return SharesLess(source.id, no_longer=False, voices=less) if less else None


def _reach(session: Session, voice_id: str | None) -> int:
    voice = session.voices.get(voice_id or "")
    return _REACH[voice.share] if voice else -1


def about_again(source: Source) -> SourceDetails:
    """Return what was noted of a PATH, to gather it again as it was agreed."""
    return SourceDetails(drawings=source.agreed.drawings, how=source.agreed.how)


class GatherResult(NamedTuple):
    """What came into the vision and what stayed outside: numbers, and never words."""

    saved: VisionResult
    sources: tuple[str, ...]
    came: int = 0
    new: int = 0
    private: int = 0
    withheld: int = 0
    gone: int = 0
    drawings: int = 0
    cut: int = 0
    empty: int = 0
    others: tuple[str, ...] = ()
    """Other visions here that still hold what went out of this one, by their ids."""


def add_session(
    context: VisionContext,
    session: Session,
    about: SourceDetails | None = None,
    *,
    again: bool = False,
) -> GatherResult:
    """Freeze what a PATH shares, or bring it up to date; `again` after it was taken back.

    Where its people share it no longer, the PATH goes out of the vision.
    """
    vision = context.document
    known = source_of(vision, session.id)
    if known and session.revision < known.revision:
        # What its people agreed to then is not what they agree to now.
        raise OlderPlan
    if session.consent.share is not True:
        if known is None:
            raise NotAgreedToShare
        gone = sum(voice.source == known.id for voice in vision.voices.values())
        after = without_source(vision, known.id, context.fresh_id, context.now())
        return _with_others(context, GatherResult(withdraw_in_trash(context, after), (), gone=gone))
    if not again and known is None:
        _check_not_taken_back(vision, session.id)
    made = anonymised_copy(
        vision, session, about or SourceDetails(), context.fresh_id, context.now()
    )
    return _gathered(context, made)


def _check_not_taken_back(vision: Vision, session: str) -> None:
    days = [
        withdrawal.at for withdrawal in vision.withdrawals.values() if withdrawal.session == session
    ]
    if days:
        raise WithdrawnBefore(day=format_date(max(days).date()))


def _gathered(context: VisionContext, made: AnonymisedCopy) -> GatherResult:
    gathered = GatherResult(
        withdraw_in_trash(context, made.vision),
        (made.source,),
        came=made.came,
        new=made.new,
        private=made.private,
        withheld=made.withheld,
        gone=made.gone,
        drawings=made.drawings,
    )
    return _with_others(context, gathered)


def _with_others(context: VisionContext, gathered: GatherResult) -> GatherResult:
    """Name the other visions that still hold what went out."""
    taken = withdrawn(context.document, gathered.saved.document)
    others = other_visions_with(context.store, context.document.id, taken)
    return gathered._replace(others=tuple(one.id for one in others))


def add_record(context: VisionContext, record: Record, about: AboutRecord) -> GatherResult:
    """Add a record of a conversation, as its people agreed."""
    added = with_record(context.document, record, about, context.fresh_id, context.now())
    kept = context.keep(added.vision)
    return GatherResult(
        kept,
        added.sources,
        came=added.came,
        new=added.came,
        cut=record.cut,
        empty=record.empty,
    )


def add_file(
    context: VisionContext,
    name: str,
    content: bytes,
    about: SourceDetails,
    about_record: AboutRecord,
) -> GatherResult:
    """Add what a file holds: the plan of a PATH, or a record of a conversation."""
    read = read_source(name, content)
    if isinstance(read, Session):
        return add_session(context, read, about)
    # The steering group finds it again by the name of its file.
    kept_as = about_record.kept_as or name[:MOST_LETTERS_IN_A_LINE]
    return add_record(context, read, about_record._replace(kept_as=kept_as))


def withdraw(context: VisionContext, record_id: str) -> VisionResult:
    """Take a voice or a whole source out, because its people took their yes back."""
    vision = context.document
    if record_id in vision.sources:
        return withdraw_in_trash(
            context, without_source(vision, record_id, context.fresh_id, context.now())
        )
    if record_id not in vision.voices:
        raise UnknownRecord
    source = vision.voices[record_id].source
    after = without_voices(
        vision, source, [record_id], context.fresh_id, context.now(), for_good=True
    )
    return withdraw_in_trash(context, after)


def note_printed(
    context: VisionContext, what: str, voices: tuple[str, ...], sources: tuple[str, ...] = ()
) -> VisionResult:
    """Note that a document went out, and which voices and whose drawings stood in it."""
    printed = Publication(
        id=context.fresh_id(), what=what, at=context.now(), voices=voices, sources=sources
    )
    after = {**context.document.printed, printed.id: printed}
    return context.keep(context.document.model_copy(update={"printed": after}))


OF_A_PATH = frozenset(("place", "group"))
"""What a PATH does not tell by itself; the rest comes from its session each time."""
OF_A_CONVERSATION = OF_A_PATH | {"kept_as", "what", "held_on", "people"}


def change_source(context: VisionContext, source_id: str, **facts: Any) -> VisionResult:
    """Put right what the group noted of a source; what its people agreed to stays as it is."""
    source: Source = get(context.document, "sources", source_id)
    allowed = may_be_changed(source)
    here = {name: value for name, value in facts.items() if name in allowed}
    if here.get("what") is SourceKind.PATH:
        del here["what"]
    if "held_on" in here and source.agreed.given_on == source.held_on:
        # Nobody noted another day for the yes than that of the conversation.
        here["agreed"] = source.agreed.model_copy(update={"given_on": here["held_on"]})
    return update(context, "sources", source_id, **here)


def may_be_changed(source: Source) -> frozenset[str]:
    """Return the fields of a source that the group notes itself."""
    return OF_A_PATH if source.what is SourceKind.PATH else OF_A_CONVERSATION
