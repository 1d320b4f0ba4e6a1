"""Taking a yes back: what was said goes out of the vision, and what was printed is told."""

from collections.abc import Iterable
from datetime import datetime

from path_planner.domain.editing import amend, put
from path_planner.domain.vision.source import Drawing, Withdrawal
from path_planner.domain.vision.theme import Disagreement, Side
from path_planner.domain.vision.vision import Vision
from path_planner.workshop.saving import FreshId


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
    gone = {one for one in voices if one in vision.voices and vision.voices[one].source == source}
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
    gone = {one.id for one in vision.voices.values() if one.source == source}
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
    left = {one.id: one for one in vision.drawings.values() if _stays(one, source, kept)}
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
            "voices": {one.id: one for one in vision.voices.values() if one.id not in gone},
            "placings": {one.id: one for one in placings if one.voice not in gone},
            "disagreements": {one.id: _disagreement(one, gone) for one in disagreements},
        }
    )


def _disagreement(told: Disagreement, gone: set[str]) -> Disagreement:
    if gone.isdisjoint(told.one.voices) and gone.isdisjoint(told.other.voices):
        return told
    return amend(told, one=_side(told.one, gone), other=_side(told.other, gone))


def _side(side: Side, gone: set[str]) -> Side:
    return amend(side, voices=tuple(one for one in side.voices if one not in gone))


def _printed_with(vision: Vision, voices: set[str], source: str | None) -> tuple[str, ...]:
    return tuple(
        one.id
        for one in sorted(vision.printed.values(), key=lambda one: (one.at, one.id))
        if not voices.isdisjoint(one.voices) or source in one.sources
    )
