"""Withdrawal of consent: remove voices and sources, also in the trash; notices to people."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from path_planner.domain.base import put, with_fields
from path_planner.domain.vision.plan import still_said
from path_planner.domain.vision.sources import Drawing, Publication, Source, Withdrawal
from path_planner.domain.vision.theme import Disagreement, Side
from path_planner.domain.vision.vision import Vision
from path_planner.errors import PlannerError
from path_planner.exports.registry import VISION_EXPORTS
from path_planner.i18n import _, format_date, ngettext
from path_planner.services.context import FreshId, VisionContext, VisionResult, fresh_id
from path_planner.storage.protocol import FileState, Store, VisionSummary


def people_to_notify(vision: Vision, withdrawal: Withdrawal) -> str:
    """Return a text on a withdrawal: how many voices, and which published documents have them."""
    removed = ngettext(
        "{count} voice was removed on {day}.",
        "{count} voices were removed on {day}.",
        withdrawal.voices,
        day=format_date(withdrawal.at.date()),
    )
    return f"{removed} {_printed(vision, withdrawal.printed)} {_erased()}"


def would_notify(vision: Vision, record_id: str) -> str:
    """Return a text on which published documents have a voice or anything of a source."""
    return f"{_printed(vision, _publications_with(vision, record_id))} {_will_be_erased()}"


def stands_in(vision: Vision, record_id: str) -> str:
    """Return a text on the published documents that have it; empty if there are none."""
    publications = _publications_with(vision, record_id)
    return _printed(vision, publications) if publications else ""


def _publications_with(vision: Vision, record_id: str) -> tuple[str, ...]:
    voices = {voice.id for voice in vision.voices.values() if record_id in (voice.id, voice.source)}
    return tuple(
        publication.id
        for publication in vision.printed.values()
        if not voices.isdisjoint(publication.voices) or record_id in publication.sources
    )


def _erased() -> str:
    return _(
        "The words are deleted here, and from the history "
        "of this vision and from deleted visions too."
    )


def _will_be_erased() -> str:
    return _(
        "The words are deleted here for good, and from the history of this vision and from "
        "deleted visions too. Copies of this vision that were made elsewhere still have them."
    )


def _printed(vision: Vision, ids: tuple[str, ...]) -> str:
    found = [vision.printed[record_id] for record_id in ids if record_id in vision.printed]
    if not found:
        return _("It has not been printed in any document.")
    ordered = sorted(found, key=lambda publication: (publication.at, publication.id))
    documents = ", ".join(dict.fromkeys(map(_document, ordered)))
    return _(
        "It is printed in documents that have already been shared: {documents}. "
        "You cannot get them back. Please tell the people who have them.",
        documents=documents,
    )


def _document(printed: Publication) -> str:
    names = {export.key: export.name for export in VISION_EXPORTS.known}
    what = _(names[printed.what]) if printed.what in names else printed.what
    return _("{what} from {day}", what=what, day=format_date(printed.at.date()))


def without_voices(
    vision: Vision,
    source: str,
    voices: Iterable[str],
    fresh_id: FreshId,
    at: datetime,
    *,
    for_good: bool = False,
) -> Vision:
    """Return the vision without these voices of a source, and with a withdrawal that names them.

    With `for_good` an update from their session leaves them out; otherwise its share levels decide.
    """
    present = vision.voices.keys() & set(voices)
    removed = {voice for voice in present if vision.voices[voice].source == source}
    if not removed:
        return vision
    originals = sorted(filter(None, (vision.voices[voice].original for voice in removed)))
    withdrawal = Withdrawal(
        id=fresh_id(),
        at=at,
        source=source,
        voices=len(removed),
        printed=_printed_with(vision, removed, None),
        originals=tuple(originals) if for_good else (),
        gone=tuple(sorted(removed)),
    )
    return put(_without(vision, removed), "withdrawals", withdrawal)


def without_source(vision: Vision, source: str, fresh_id: FreshId, at: datetime) -> Vision:
    """Return the vision without a source, its voices and drawings, and with a withdrawal."""
    removed = {voice.id for voice in vision.voices.values() if voice.source == source}
    withdrawal = Withdrawal(
        id=fresh_id(),
        at=at,
        source=source,
        whole_source=True,
        voices=len(removed),
        printed=_printed_with(vision, removed, source),
        session=vision.sources[source].session,
        gone=tuple(sorted(removed)),
    )
    left = _without(without_drawings(vision, source, keep=()), removed)
    update = {
        "sources": {other.id: other for other in left.sources.values() if other.id != source},
        "set_aside": {
            empty.id: empty for empty in left.set_aside.values() if empty.source != source
        },
    }
    return put(left.model_copy(update=update), "withdrawals", withdrawal)


def without_drawings(vision: Vision, source: str, *, keep: Iterable[str]) -> Vision:
    """Return the vision without the drawings of a source, except the ids in `keep`."""
    kept_ids = set(keep)
    left = {
        drawing.id: drawing
        for drawing in vision.drawings.values()
        if _stays(drawing, source, kept_ids)
    }
    if len(left) == len(vision.drawings):
        return vision
    return vision.model_copy(update={"drawings": left})


def _stays(drawing: Drawing, source: str, kept: set[str]) -> bool:
    return drawing.source != source or drawing.id in kept


def _without(vision: Vision, removed: set[str]) -> Vision:
    placings = vision.placings.values()
    disagreements = vision.disagreements.values()
    voices = {voice.id: voice for voice in vision.voices.values() if voice.id not in removed}
    return vision.model_copy(
        update={
            "voices": voices,
            "cleared": still_said(vision.cleared, vision.voices, voices),
            "placings": {
                assignment.id: assignment
                for assignment in placings
                if assignment.voice not in removed
            },
            "disagreements": {
                disagreement.id: _disagreement(disagreement, removed)
                for disagreement in disagreements
            },
        }
    )


def _disagreement(disagreement: Disagreement, removed: set[str]) -> Disagreement:
    one, other = disagreement.one, disagreement.other
    if removed.isdisjoint(one.voices) and removed.isdisjoint(other.voices):
        return disagreement
    return with_fields(disagreement, one=_side(one, removed), other=_side(other, removed))


def _side(side: Side, removed: set[str]) -> Side:
    return with_fields(side, voices=tuple(voice for voice in side.voices if voice not in removed))


def _printed_with(vision: Vision, voices: set[str], source: str | None) -> tuple[str, ...]:
    return tuple(
        publication.id
        for publication in sorted(
            vision.printed.values(), key=lambda publication: (publication.at, publication.id)
        )
        if not voices.isdisjoint(publication.voices) or source in publication.sources
    )


Ids = frozenset[str]


class Withdrawn(NamedTuple):
    """The ids of everything withdrawn, without any words."""

    sources: Ids = frozenset()
    """Sources withdrawn as a whole; copies of a vision have the same ids."""
    sessions: Ids = frozenset()
    """Sessions withdrawn as a whole, whatever the id of their source."""
    voices: Ids = frozenset()
    originals: frozenset[tuple[str, str]] = frozenset()
    """Voices by the id of their session and their id in it."""
    drawings: Ids = frozenset()
    for_good: bool = False

    def __bool__(self) -> bool:
        """Whether anything was withdrawn."""
        return any(self)


def withdrawn(before: Vision, after: Vision) -> Withdrawn:
    """Return what was removed between two states of a vision."""
    sources = before.sources.keys() - after.sources.keys()
    new = after.withdrawals.keys() - before.withdrawals.keys()
    return _withdrawn(
        before,
        sources,
        before.voices.keys() - after.voices.keys(),
        before.drawings.keys() - after.drawings.keys(),
        for_good=any(after.withdrawals[key].originals for key in new),
    )


def would_be_withdrawn(vision: Vision, record_id: str) -> Withdrawn:
    """Return what the withdrawal of a voice or a whole source would remove."""
    voices = {voice.id for voice in vision.voices.values() if record_id in (voice.id, voice.source)}
    drawings = {drawing.id for drawing in vision.drawings.values() if drawing.source == record_id}
    return _withdrawn(vision, {record_id} & vision.sources.keys(), voices, drawings)


def withdrawn_by(vision: Vision, withdrawal: Withdrawal) -> Withdrawn:
    """Return what a recorded withdrawal removed from this vision."""
    whole, source = withdrawal.whole_source, vision.sources.get(withdrawal.source)
    session = withdrawal.session or (source.session if source else None)
    return Withdrawn(
        frozenset({withdrawal.source} if whole else ()),
        frozenset({session} if whole and session else ()),
        frozenset(withdrawal.gone),
        frozenset((session, original) for original in withdrawal.originals if session),
    )


def _withdrawn(
    vision: Vision,
    sources: set[str],
    voices: set[str],
    drawings: set[str],
    *,
    for_good: bool = False,
) -> Withdrawn:
    sessions = {key: source.session for key, source in vision.sources.items() if source.session}
    removed = [vision.voices[voice] for voice in voices]
    return Withdrawn(
        frozenset(sources),
        frozenset(sessions[source] for source in sources if source in sessions),
        frozenset(voices),
        frozenset(
            (sessions[voice.source], voice.original)
            for voice in removed
            if voice.source in sessions and voice.original
        ),
        frozenset(drawings),
        for_good,
    )


def sources_of(vision: Vision, removed: Withdrawn) -> list[Source]:
    """Return the sources of a vision that were withdrawn as a whole."""
    return [
        source
        for source in vision.sources.values()
        if source.id in removed.sources or source.session in removed.sessions
    ]


def voices_of(vision: Vision, removed: Withdrawn) -> dict[str, list[str]]:
    """Return the voices of a vision that were withdrawn one by one, by source."""
    by_source: dict[str, list[str]] = {}
    for voice in vision.voices.values():
        source = vision.sources.get(voice.source)
        session = source.session if source else None
        if voice.id in removed.voices or (session, voice.original) in removed.originals:
            by_source.setdefault(voice.source, []).append(voice.id)
    return by_source


def holds(vision: Vision, removed: Withdrawn) -> bool:
    """Whether a vision still has anything of what was withdrawn."""
    return bool(
        sources_of(vision, removed)
        or voices_of(vision, removed)
        or vision.drawings.keys() & removed.drawings
    )


def without_the_same(vision: Vision, removed: Withdrawn, fresh_id: FreshId, at: datetime) -> Vision:
    """Return a vision without what was withdrawn from another one."""
    for source in sources_of(vision, removed):
        vision = without_source(vision, source.id, fresh_id, at)
    for source_id, voices in voices_of(vision, removed).items():
        vision = without_voices(vision, source_id, voices, fresh_id, at, for_good=removed.for_good)
    if vision.drawings.keys() & removed.drawings:
        left = {
            drawing.id: drawing
            for drawing in vision.drawings.values()
            if drawing.id not in removed.drawings
        }
        vision = vision.model_copy(update={"drawings": left})
    return vision


def withdraw_in_trash(context: VisionContext, after: Vision) -> VisionResult:
    """Save a vision after a withdrawal; the visions in the trash are redacted first.

    After a crash in between, the vision still has what was withdrawn, and people can repeat it.
    """
    removed = withdrawn(context.document, after)
    if removed:
        at = context.now()
        context.store.update_trashed(
            lambda trashed: without_the_same(trashed, removed, context.fresh_id, at),
            op_id=fresh_id(20),
            by=context.by,
            at=at,
        )
    return context.keep(after)


def other_visions_with(
    store: Store[Vision, VisionSummary], vision_id: str, removed: Withdrawn
) -> list[VisionSummary]:
    """Return the other visions in the store that still have what was withdrawn."""
    if not removed:
        return []
    return [
        summary
        for summary in store.summaries()
        if summary.id != vision_id
        and summary.state is FileState.OK
        and _holds(store, summary.id, removed)
    ]


def _holds(store: Store[Vision, Any], vision_id: str, removed: Withdrawn) -> bool:
    try:
        return holds(store.open(vision_id).document, removed)
    except PlannerError:
        # It was deleted or damaged in the meantime.
        return False
