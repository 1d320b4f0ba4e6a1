"""Synchronises the sketch pad: which drawn objects are saved as strokes, which are background.

The pad has only objects drawn in this window since it was opened; the other strokes of the sketch
are its background picture. So strokes of another window appear without disturbing the pen here,
and messages of the pad stay small. An object that is missing from a message is not a deletion.

An object that can never be saved, as the plan is full, is set aside: it stays on the pad, holds up
no other one, and is told until somebody has saved it as a file or discarded it.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from math import dist
from typing import Any, NamedTuple

from path_planner.domain.marks import Sketch, Stroke
from path_planner.domain.session import Session
from path_planner.errors import PlannerError
from path_planner.formats.fabric import Drawn, flat, pairs, read_object
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.session.sketches import (
    add_strokes,
    begin_sketch,
    delete_strokes,
    strokes_of,
)
from path_planner.ui.sync.acks import may_be_saved_later

WIDTH, HEIGHT = 1200, 900
HEAVY = 60_000
"""Characters in a message of the pad from which its objects become background."""

_NEAREST = 2.5
"""Points nearer to each other than this, in sketch units, are merged."""


class SetAside(NamedTuple):
    """An object of the pad that can never be saved, its strokes, and why."""

    drawn: dict[str, Any]
    strokes: list[Drawn]
    why: str


@dataclass
class SketchState:
    """The state of the sketch pad in one window."""

    slot: str
    """The widget key of the pad, the same before and after its sketch is created."""
    sketch: str | None = None
    known: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By fingerprint of an object on the pad: the ids of the strokes saved from it."""
    loaded: list[dict[str, Any]] = field(default_factory=list)
    """The objects that the pad is initialised with."""
    turns: int = 0
    """How often the pad was reset to the objects in `loaded`."""
    outdated: set[str] = field(default_factory=set)
    """Fingerprints from before the last reset; the pad may still send them once."""
    own_strokes: list[str] = field(default_factory=list)
    """The ids of the strokes drawn in this window, in their order."""
    set_aside: dict[str, SetAside] = field(default_factory=dict)
    """By fingerprint: what could not be saved, of this sketch and of those shown before it."""


def fingerprint(drawn: Any) -> str:
    """Return a hash that identifies a drawn object."""
    fields = drawn if not isinstance(drawn, dict) else [
        drawn.get(name) for name in ("path", "stroke", "strokeWidth")
    ]  # fmt: skip
    return hashlib.blake2b(json.dumps(fields).encode(), digest_size=12).hexdigest()


def save_drawn(
    context: SessionContext, sheet: SketchState, stage: str, objects: Sequence[Any]
) -> SessionResult:
    """Save the objects that are not saved yet, and remember what is on the pad."""
    by_fingerprint = {fingerprint(drawn): drawn for drawn in objects}
    sheet.outdated &= set(by_fingerprint)
    fresh = {
        print_: [simplified(stroke) for stroke in read_object(drawn)]
        for print_, drawn in by_fingerprint.items()
        if print_ not in sheet.known
    }
    saved = SessionResult(context.document)
    added: dict[str, tuple[str, ...]] = {}
    try:
        saved = _add(context, sheet, stage, fresh, added)
    except PlannerError as error:
        if may_be_saved_later(error):
            raise
        # Alone, so that what can never be saved holds up nothing else.
        for print_, strokes in fresh.items():
            alone = replace(context, document=saved.document)
            try:
                saved = _add(alone, sheet, stage, {print_: strokes}, added)
            except PlannerError as reason:
                if may_be_saved_later(reason):
                    raise
                sheet.set_aside[print_] = SetAside(by_fingerprint[print_], strokes, str(reason))
    sheet.known = {
        print_: sheet.known.get(print_, added.get(print_, ())) for print_ in by_fingerprint
    }
    return saved


def undo(context: SessionContext, sheet: SketchState) -> SessionResult:
    """Delete the last stroke drawn in this window, else the last one of the sketch."""
    if sheet.sketch is None:
        return SessionResult(context.document)
    there = [stroke.id for stroke in strokes_of(context.document, sheet.sketch)]
    last = next(
        (key for key in reversed(sheet.own_strokes) if key in there), there[-1] if there else None
    )
    return delete_strokes(context, [last]) if last else SessionResult(context.document)


def on_pad(sheet: SketchState, objects: Iterable[Any], session: Session) -> list[Any]:
    """Return the objects that stay on the pad; it is reset if any of their strokes was deleted."""
    by_fingerprint = {fingerprint(drawn): drawn for drawn in objects}
    sheet.outdated &= set(by_fingerprint)
    deleted = {
        print_
        for print_ in by_fingerprint
        if any(key not in session.marks for key in sheet.known.get(print_, ()))
    }
    news = deleted - sheet.outdated
    sheet.outdated |= news
    staying = [drawn for print_, drawn in by_fingerprint.items() if print_ not in sheet.outdated]
    if news:
        sheet.loaded = staying
        sheet.turns += 1
    return staying


def flatten(sheet: SketchState) -> None:
    """Empty the pad but for what is set aside; its strokes become part of the background."""
    staying = {print_ for print_ in sheet.set_aside if print_ in sheet.known}
    sheet.outdated |= set(sheet.known) - staying
    sheet.loaded = [sheet.set_aside[print_].drawn for print_ in sheet.known if print_ in staying]
    sheet.turns += 1


def discard_set_aside(sheet: SketchState, objects: Iterable[Any]) -> None:
    """Take what is set aside off the pad; nothing keeps it any more."""
    by_fingerprint = {fingerprint(drawn): drawn for drawn in objects}
    sheet.outdated |= set(sheet.set_aside) & set(by_fingerprint)
    sheet.loaded = [
        drawn for print_, drawn in by_fingerprint.items() if print_ not in sheet.outdated
    ]
    sheet.set_aside = {}
    sheet.turns += 1


def weight(sheet: SketchState, objects: Iterable[Any]) -> int:
    """Return the approximate number of characters that `flatten` would take off the pad."""
    return sum(
        len(str(drawn.get("path")))
        for drawn in objects
        if isinstance(drawn, dict) and fingerprint(drawn) not in sheet.set_aside
    )


def background_strokes(
    sheet: SketchState, objects: Iterable[Any], session: Session
) -> list[Stroke]:
    """Return the strokes of the background: those not among these objects of the pad."""
    if sheet.sketch is None:
        return []
    shown = {key for drawn in objects for key in sheet.known.get(fingerprint(drawn), ())}
    return [stroke for stroke in strokes_of(session, sheet.sketch) if stroke.id not in shown]


def simplified(drawn: Drawn) -> Drawn:
    """Return a stroke without points that are nearly the same as their neighbours."""
    pen, points = drawn
    row = pairs(points)
    kept = row[:1]
    kept.extend(point for point in row[1:-1] if dist(point, kept[-1]) >= _NEAREST)
    kept.extend(row[1:][-1:])
    return pen, flat(kept)


def _add(
    context: SessionContext,
    sheet: SketchState,
    stage: str,
    fresh: dict[str, list[Drawn]],
    added: dict[str, tuple[str, ...]],
) -> SessionResult:
    """Save the strokes of fresh objects, all or none, and note in `added` the ids they got."""
    drawn = [stroke for strokes in fresh.values() for stroke in strokes]
    if not drawn:
        return SessionResult(context.document)
    session = context.document
    if not isinstance(session.marks.get(sheet.sketch or ""), Sketch):
        begun = begin_sketch(context, stage, WIDTH, HEIGHT, None)
        session = begun.document
        sheet.sketch = begun.changes[0].id
        sheet.own_strokes.clear()
    saved = add_strokes(replace(context, document=session), sheet.sketch or "", drawn)
    stroke_ids = [change.id for change in saved.changes if isinstance(change.record, Stroke)]
    sheet.own_strokes.extend(stroke_ids)
    ids = iter(stroke_ids)
    added |= {print_: tuple(islice(ids, len(strokes))) for print_, strokes in fresh.items()}
    return saved
