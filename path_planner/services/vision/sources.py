"""Use cases of sources: add, update and withdraw sessions, events and conversation records."""

from collections.abc import Iterable
from functools import partial
from typing import Any, NamedTuple

from path_planner.domain.base import MOST_LETTERS_IN_A_LINE
from path_planner.domain.event.event import Event
from path_planner.domain.session import Session
from path_planner.domain.vision.sources import Publication, Source, SourceKind
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Share
from path_planner.errors import (
    DayNotAgreedToShare,
    NotAgreedToShare,
    NothingToShare,
    OlderPlan,
    UnknownRecord,
    WithdrawnBefore,
)
from path_planner.i18n import format_date
from path_planner.services.context import VisionContext, VisionResult
from path_planner.services.records import get, update
from path_planner.services.vision.anonymised_copy import (
    AnonymisedCopy,
    SourceDetails,
    anonymised_copy,
    source_of,
)
from path_planner.services.vision.event_copy import event_copy, sources_of_event
from path_planner.services.vision.imports.conversation import AboutRecord, Record, with_record
from path_planner.services.vision.imports.files import read_source, sure_record
from path_planner.services.vision.withdrawal import (
    other_visions_with,
    withdraw_in_trash,
    withdrawn,
    without_source,
    without_voices,
)

_SHARE_RANK = {share: rank for rank, share in enumerate(Share)}


class SharesLess(NamedTuple):
    """A source whose session no longer agrees to everything that the vision has of it."""

    source: str
    no_longer: bool
    """Its people no longer share any of it."""
    voices: int = 0
    """The number of voices that would be removed or get a lower share level."""


def shares_less(vision: Vision, source: Source, session: Session) -> SharesLess | None:
    """Return what a session no longer agrees to, or None."""
    voices = [voice for voice in vision.voices.values() if voice.source == source.id]
    if session.consent.share is not True:
        return SharesLess(source.id, no_longer=True, voices=len(voices))
    less = sum(
        _share_rank(session, voice.original) < _SHARE_RANK[voice.agreed_to or voice.share]
        for voice in voices
    )
    return SharesLess(source.id, no_longer=False, voices=less) if less else None


def _share_rank(session: Session, voice_id: str | None) -> int:
    voice = session.voices.get(voice_id or "")
    return _SHARE_RANK[voice.share] if voice else -1


def event_shares_less(vision: Vision, event: Event) -> SharesLess | None:
    """Return what an event no longer agrees to, over all its sources, or None."""
    sources = sources_of_event(vision, event.id)
    if not sources:
        return None
    ids = {source.id for source in sources}
    voices = [voice for voice in vision.voices.values() if voice.source in ids]
    if event.agreed.share is not True:
        return SharesLess(sources[0].id, no_longer=True, voices=len(voices))
    shares = {line.id: _SHARE_RANK[line.share] for line in event.voices.values()}
    less = sum(
        shares.get(voice.original or "", -1) < _SHARE_RANK[voice.agreed_to or voice.share]
        for voice in voices
    )
    return SharesLess(sources[0].id, no_longer=False, voices=less) if less else None


def about_again(source: Source) -> SourceDetails:
    """Return the details of a source, to update it with the same agreement."""
    return SourceDetails(drawings=source.agreed.drawings, how=source.agreed.how)


class GatherResult(NamedTuple):
    """The result of adding a source: counts of its voices, never their words."""

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
    changed: int = 0
    set_aside: int = 0
    moderated: int = 0
    unreadable: int = 0
    missing: int = 0
    others: tuple[str, ...] = ()
    """The ids of other visions in the store that still have what was removed from this one."""


def add_session(
    context: VisionContext,
    session: Session,
    about: SourceDetails | None = None,
    *,
    again: bool = False,
) -> GatherResult:
    """Add an anonymised copy of a session, or update it; `again` allows a withdrawn session.

    If the session is no longer shared, its copy is removed. Raises OlderPlan, NotAgreedToShare or
    WithdrawnBefore.
    """
    vision = context.document
    existing = source_of(vision, session.id)
    if existing and session.revision < existing.revision:
        # The consent in an older file may be outdated.
        raise OlderPlan
    if session.consent.share is not True:
        if existing is None:
            raise NotAgreedToShare
        removed = sum(voice.source == existing.id for voice in vision.voices.values())
        after = without_source(vision, existing.id, context.fresh_id, context.now())
        return _with_others(
            context, GatherResult(withdraw_in_trash(context, after), (), gone=removed)
        )
    if not again and existing is None:
        _check_not_withdrawn(vision, session.id)
    copy = anonymised_copy(
        vision, session, about or SourceDetails(), context.fresh_id, context.now()
    )
    return _gathered(context, copy)


def add_event(
    context: VisionContext,
    event: Event,
    about: SourceDetails | None = None,
    *,
    again: bool = False,
) -> GatherResult:
    """Add an anonymised copy of an event, a source for each topic and one for its café.

    What is there already is updated; if the event is no longer shared, its copies are removed.
    With `again` what was withdrawn as a whole may come once more. Raises OlderPlan,
    DayNotAgreedToShare, NothingToShare or WithdrawnBefore.
    """
    vision = context.document
    existing = sources_of_event(vision, event.id)
    if any(event.revision < source.revision for source in existing):
        raise OlderPlan
    if event.agreed.share is not True:
        if not existing:
            raise DayNotAgreedToShare
        return _without_event(context, [source.id for source in existing])
    copy = event_copy(vision, event, about or SourceDetails(), context.fresh_id, context.now())
    if not again:
        _check_sources_not_withdrawn(vision, copy.sources)
    if not copy.sources:
        raise NothingToShare
    gathered = GatherResult(
        withdraw_in_trash(context, copy.vision),
        copy.sources,
        came=copy.voices_total,
        new=copy.new,
        private=copy.private,
        withheld=copy.withheld,
        gone=copy.voices_removed,
        drawings=copy.drawings,
    )
    return _with_others(context, gathered)


def _without_event(context: VisionContext, source_ids: Iterable[str]) -> GatherResult:
    vision, after = context.document, context.document
    for source_id in source_ids:
        after = without_source(after, source_id, context.fresh_id, context.now())
    removed = len(vision.voices) - len(after.voices)
    return _with_others(context, GatherResult(withdraw_in_trash(context, after), (), gone=removed))


def _check_sources_not_withdrawn(vision: Vision, source_ids: Iterable[str]) -> None:
    new = set(source_ids) - vision.sources.keys()
    days = [
        withdrawal.at
        for withdrawal in vision.withdrawals.values()
        if withdrawal.whole_source and withdrawal.source in new
    ]
    if days:
        raise WithdrawnBefore(day=format_date(max(days).date()))


def _check_not_withdrawn(vision: Vision, session: str) -> None:
    days = [
        withdrawal.at for withdrawal in vision.withdrawals.values() if withdrawal.session == session
    ]
    if days:
        raise WithdrawnBefore(day=format_date(max(days).date()))


def _gathered(context: VisionContext, copy: AnonymisedCopy) -> GatherResult:
    gathered = GatherResult(
        withdraw_in_trash(context, copy.vision),
        (copy.source,),
        came=copy.voices_total,
        new=copy.new,
        private=copy.private,
        withheld=copy.withheld,
        gone=copy.voices_removed,
        drawings=copy.drawings,
    )
    return _with_others(context, gathered)


def _with_others(context: VisionContext, gathered: GatherResult) -> GatherResult:
    """Add the ids of other visions that still have what was removed."""
    removed = withdrawn(context.document, gathered.saved.document)
    others = other_visions_with(context.store, context.document.id, removed)
    return gathered._replace(others=tuple(summary.id for summary in others))


def add_record(context: VisionContext, record: Record, about: AboutRecord) -> GatherResult:
    """Add a conversation or survey, or what is new and changed in a newer export of it."""
    added = with_record(context.document, record, about, context.fresh_id, context.now())
    keep = partial(withdraw_in_trash, context) if added.gone else context.keep
    saved = keep(added.vision)
    result = GatherResult(
        saved,
        added.sources,
        came=added.came,
        new=added.came,
        withheld=added.withheld,
        gone=added.gone,
        cut=record.cut,
        empty=record.empty,
        changed=added.changed,
        set_aside=added.set_aside,
        moderated=len(record.moderated),
        unreadable=len(record.unreadable),
        missing=added.missing,
    )
    return _with_others(context, result) if added.gone else result


def add_file(
    context: VisionContext,
    name: str,
    content: bytes,
    about: SourceDetails,
    about_record: AboutRecord,
) -> GatherResult:
    """Add the content of a file, if it is sure what is in it: a session, an event or a record."""
    opened = read_source(name, content)
    if isinstance(opened, Event):
        return add_event(context, opened, about)
    if isinstance(opened, Session):
        return add_session(context, opened, about)
    # Without a title the file name is used, by which the steering group recognises it.
    kept_as = about_record.kept_as or name[:MOST_LETTERS_IN_A_LINE]
    return add_record(context, sure_record(opened), about_record._replace(kept_as=kept_as))


def bring_back(context: VisionContext, voice_ids: Iterable[str]) -> VisionResult:
    """Put empty answers that are set aside among the voices."""
    aside, voices = dict(context.document.set_aside), dict(context.document.voices)
    for voice_id in voice_ids:
        if voice_id not in aside:
            raise UnknownRecord
        voices[voice_id] = aside.pop(voice_id)
    update = {"set_aside": aside, "voices": voices}
    return context.keep(context.document.model_copy(update=update))


def withdraw(context: VisionContext, record_id: str) -> VisionResult:
    """Withdraw a voice or a whole source: its people revoked their consent."""
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
    """Record the publication of a document, with the voices and drawings in it."""
    publication = Publication(
        id=context.fresh_id(), what=what, at=context.now(), voices=voices, sources=sources
    )
    after = {**context.document.printed, publication.id: publication}
    return context.keep(context.document.model_copy(update={"printed": after}))


OF_A_PATH = frozenset(("place", "group"))
"""The fields of a source that came from a document which the group edits."""
OF_A_CONVERSATION = OF_A_PATH | {"kept_as", "what", "held_on", "people"}


def change_source(context: VisionContext, source_id: str, **facts: Any) -> VisionResult:
    """Change the editable fields of a source; its consent stays."""
    source: Source = get(context.document, "sources", source_id)
    allowed = may_be_changed(source)
    fields = {name: value for name, value in facts.items() if name in allowed}
    if fields.get("what") is SourceKind.PATH:
        del fields["what"]
    if "held_on" in fields and source.agreed.given_on == source.held_on:
        # The consent was given on the day of the conversation, so its date moves along.
        fields["agreed"] = source.agreed.model_copy(update={"given_on": fields["held_on"]})
    return update(context, "sources", source_id, **fields)


def may_be_changed(source: Source) -> frozenset[str]:
    """Return the names of the fields of a source that the group can edit."""
    return OF_A_PATH if source.session or source.event else OF_A_CONVERSATION
