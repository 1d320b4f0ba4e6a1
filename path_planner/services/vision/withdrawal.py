"""What is told when a yes was taken back: what went out, and what had been printed."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from path_planner.domain.base import put, with_fields
from path_planner.domain.vision.sources import Drawing, Publication, Source, Withdrawal
from path_planner.domain.vision.theme import Disagreement, Side
from path_planner.domain.vision.vision import Vision
from path_planner.errors import PlannerError
from path_planner.exports.registry import VISION_EXPORTS
from path_planner.i18n import _, format_date, ngettext
from path_planner.services.context import FreshId, VisionContext, VisionResult, fresh_id
from path_planner.storage.protocol import FileState, Store, VisionSummary


def people_to_notify(vision: Vision, withdrawal: Withdrawal) -> str:
    """Say how much was taken out, and in which documents it stands that are out already."""
    taken = ngettext(
        "{count} voice was removed on {day}.",
        "{count} voices were removed on {day}.",
        withdrawal.voices,
        day=format_date(withdrawal.at.date()),
    )
    return f"{taken} {_printed(vision, withdrawal.printed)} {_erased()}"


def would_notify(vision: Vision, record_id: str) -> str:
    """Say in which printed documents a voice, or anything of a source, stands."""
    return f"{_printed(vision, _with(vision, record_id))} {_will_be_erased()}"


def stands_in(vision: Vision, record_id: str) -> str:
    """Say in which printed documents it stands; nothing where it stands in none."""
    stands = _with(vision, record_id)
    return _printed(vision, stands) if stands else ""


def _with(vision: Vision, record_id: str) -> tuple[str, ...]:
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
    ordered = sorted(found, key=lambda one: (one.at, one.id))
    documents = ", ".join(dict.fromkeys(_document(one) for one in ordered))
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
    """Return the vision without these voices of a source, and with a withdrawal for them.

    `for_good` keeps them out when their session comes in again; else its share levels decide.
    """
    gone = {
        voice
        for voice in voices
        if voice in vision.voices and vision.voices[voice].source == source
    }
    if not gone:
        return vision
    originals = sorted(filter(None, (vision.voices[one].original for one in gone)))
    withdrawal = Withdrawal(
        id=fresh_id(),
        at=at,
        source=source,
        voices=len(gone),
        printed=_printed_with(vision, gone, None),
        originals=tuple(originals) if for_good else (),
        gone=tuple(sorted(gone)),
    )
    return put(_dropped(vision, gone), "withdrawals", withdrawal)


def without_source(vision: Vision, source: str, fresh_id: FreshId, at: datetime) -> Vision:
    """Return the vision without a source and all that came from it."""
    gone = {voice.id for voice in vision.voices.values() if voice.source == source}
    withdrawal = Withdrawal(
        id=fresh_id(),
        at=at,
        source=source,
        whole_source=True,
        voices=len(gone),
        printed=_printed_with(vision, gone, source),
        session=vision.sources[source].session,
        gone=tuple(sorted(gone)),
    )
    left = _dropped(without_drawings(vision, source, keep=()), gone)
    sources = {one.id: one for one in left.sources.values() if one.id != source}
    return put(left.model_copy(update={"sources": sources}), "withdrawals", withdrawal)


def without_drawings(vision: Vision, source: str, *, keep: Iterable[str]) -> Vision:
    """Return the vision without the drawings of a source, but for some."""
    kept = set(keep)
    left = {
        drawing.id: drawing for drawing in vision.drawings.values() if _stays(drawing, source, kept)
    }
    if len(left) == len(vision.drawings):
        return vision
    return vision.model_copy(update={"drawings": left})


def _stays(drawing: Drawing, source: str, kept: set[str]) -> bool:
    return drawing.source != source or drawing.id in kept


def _dropped(vision: Vision, gone: set[str]) -> Vision:
    placings = vision.placings.values()
    disagreements = vision.disagreements.values()
    return vision.model_copy(
        update={
            "voices": {voice.id: voice for voice in vision.voices.values() if voice.id not in gone},
            "placings": {
                assignment.id: assignment for assignment in placings if assignment.voice not in gone
            },
            "disagreements": {
                disagreement.id: _disagreement(disagreement, gone) for disagreement in disagreements
            },
        }
    )


def _disagreement(told: Disagreement, gone: set[str]) -> Disagreement:
    if gone.isdisjoint(told.one.voices) and gone.isdisjoint(told.other.voices):
        return told
    return with_fields(told, one=_side(told.one, gone), other=_side(told.other, gone))


def _side(side: Side, gone: set[str]) -> Side:
    return with_fields(side, voices=tuple(voice for voice in side.voices if voice not in gone))


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
    """Whose yes was taken back, as ids: nothing of what was said."""

    sources: Ids = frozenset()
    """Sources that were taken back whole; a copy of a vision has the same ids."""
    sessions: Ids = frozenset()
    """PATHs that were taken back whole, under whatever id they are a source."""
    voices: Ids = frozenset()
    originals: frozenset[tuple[str, str]] = frozenset()
    """Voices of a session: the session, and the voice in it."""
    drawings: Ids = frozenset()
    for_good: bool = False

    def __bool__(self) -> bool:
        """Say whether anything was taken back."""
        return any(self)


def withdrawn(before: Vision, after: Vision) -> Withdrawn:
    """Return what a vision no longer has."""
    sources = before.sources.keys() - after.sources.keys()
    new = [
        after.withdrawals[withdrawal]
        for withdrawal in after.withdrawals.keys() - before.withdrawals.keys()
    ]
    return _taken(
        before,
        sources,
        before.voices.keys() - after.voices.keys(),
        before.drawings.keys() - after.drawings.keys(),
        for_good=any(one.originals for one in new),
    )


def would_be_withdrawn(vision: Vision, record_id: str) -> Withdrawn:
    """Return what would go with a voice or a whole source."""
    voices = {voice.id for voice in vision.voices.values() if record_id in (voice.id, voice.source)}
    drawings = {drawing.id for drawing in vision.drawings.values() if drawing.source == record_id}
    return _taken(vision, {record_id} & vision.sources.keys(), voices, drawings)


def withdrawn_by(vision: Vision, withdrawal: Withdrawal) -> Withdrawn:
    """Return what a withdrawal took out of this vision."""
    whole, source = withdrawal.whole_source, vision.sources.get(withdrawal.source)
    session = withdrawal.session or (source.session if source else None)
    return Withdrawn(
        frozenset({withdrawal.source} if whole else ()),
        frozenset({session} if whole and session else ()),
        frozenset(withdrawal.gone),
        frozenset((session, one) for one in withdrawal.originals if session),
    )


def _taken(
    vision: Vision,
    sources: set[str],
    voices: set[str],
    drawings: set[str],
    *,
    for_good: bool = False,
) -> Withdrawn:
    sessions = {one: source.session for one, source in vision.sources.items() if source.session}
    gone = [vision.voices[voice] for voice in voices]
    return Withdrawn(
        frozenset(sources),
        frozenset(sessions[source] for source in sources if source in sessions),
        frozenset(voices),
        frozenset(
            (sessions[one.source], one.original)
            for one in gone
            if one.source in sessions and one.original
        ),
        frozenset(drawings),
        for_good,
    )


def sources_of(vision: Vision, taken: Withdrawn) -> list[Source]:
    """Return the sources of a vision that were taken back whole."""
    return [
        source
        for source in vision.sources.values()
        if source.id in taken.sources or source.session in taken.sessions
    ]


def voices_of(vision: Vision, taken: Withdrawn) -> dict[str, list[str]]:
    """Return the voices of a vision that were taken back one by one, by their source."""
    found: dict[str, list[str]] = {}
    for voice in vision.voices.values():
        source = vision.sources.get(voice.source)
        session = source.session if source else None
        if voice.id in taken.voices or (session, voice.original) in taken.originals:
            found.setdefault(voice.source, []).append(voice.id)
    return found


def holds(vision: Vision, taken: Withdrawn) -> bool:
    """Say whether a vision still holds anything of it."""
    return bool(
        sources_of(vision, taken)
        or voices_of(vision, taken)
        or vision.drawings.keys() & taken.drawings
    )


def without_the_same(vision: Vision, taken: Withdrawn, fresh_id: FreshId, at: datetime) -> Vision:
    """Return a vision without what was taken back in another one, and with its withdrawals."""
    for source in sources_of(vision, taken):
        vision = without_source(vision, source.id, fresh_id, at)
    for source_id, voices in voices_of(vision, taken).items():
        vision = without_voices(vision, source_id, voices, fresh_id, at, for_good=taken.for_good)
    if vision.drawings.keys() & taken.drawings:
        left = {
            drawing.id: drawing
            for drawing in vision.drawings.values()
            if drawing.id not in taken.drawings
        }
        vision = vision.model_copy(update={"drawings": left})
    return vision


def withdraw_in_trash(context: VisionContext, after: Vision) -> VisionResult:
    """Save a vision from which something was taken back; what is deleted forgets it first.

    A machine that stops in between leaves it where people still see it, and can do it again.
    """
    taken = withdrawn(context.document, after)
    if taken:
        moment = context.now()
        context.store.update_trashed(
            lambda one: without_the_same(one, taken, context.fresh_id, moment),
            op_id=fresh_id(20),
            by=context.by,
            at=moment,
        )
    return context.keep(after)


def other_visions_with(
    store: Store[Vision, VisionSummary], vision_id: str, taken: Withdrawn
) -> list[VisionSummary]:
    """Return the other visions here that still hold what is taken back."""
    if not taken:
        return []
    return [
        summary
        for summary in store.summaries()
        if summary.id != vision_id
        and summary.state is FileState.OK
        and _holds(store, summary.id, taken)
    ]


def _holds(store: Store[Vision, Any], vision_id: str, taken: Withdrawn) -> bool:
    try:
        return holds(store.open(vision_id).document, taken)
    except PlannerError:
        # It was deleted or damaged a moment ago.
        return False
