"""The sheet on the pad: which drawn objects are already kept as strokes, and which lie beneath.

The pad holds only what was drawn in this window since it was opened; all else of the sketch lies
beneath it as a picture. So what another window draws appears without touching the pen here, and a
message of the pad stays small. What vanishes from the pad is never taken as taken out.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from math import dist
from typing import Any

from path_planner.domain.marks import Sketch, Stroke
from path_planner.domain.session import Session
from path_planner.formats.fabric import Drawn, flat, pairs, read_object
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.session.sketches import (
    add_strokes,
    begin_sketch,
    delete_strokes,
    strokes_of,
)

WIDTH, HEIGHT = 1200, 750
HEAVY = 60_000
"""Letters in a message of the pad from which on its objects are laid beneath."""

_NEAREST = 2.5
"""Points nearer to each other than this, in units of the sheet, are one."""


@dataclass
class SketchState:
    """What one window knows of the sheet on its pad."""

    slot: str
    """Its name while it has no sketch yet; the pad keeps it when it gets one."""
    sketch: str | None = None
    known: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The objects on the pad, by fingerprint, and the strokes they are kept as."""
    loaded: list[dict[str, Any]] = field(default_factory=list)
    """The objects that the pad was told to begin with."""
    turns: int = 0
    """How often the pad was told to begin anew, with what is in `loaded`."""
    left: set[str] = field(default_factory=set)
    """What was on the pad before it began anew; it may still tell of it once."""
    mine: list[str] = field(default_factory=list)
    """The strokes drawn in this window, the last one last."""


def fingerprint(drawn: Any) -> str:
    """Return what tells one drawn object from another."""
    facts = drawn if not isinstance(drawn, dict) else [
        drawn.get(name) for name in ("path", "stroke", "strokeWidth")
    ]  # fmt: skip
    return hashlib.blake2b(json.dumps(facts).encode(), digest_size=12).hexdigest()


def keep_drawn(
    context: SessionContext, sheet: SketchState, stage: str, by: str | None, objects: Sequence[Any]
) -> SessionResult:
    """Keep the objects that are not kept yet, and remember what is on the pad."""
    found = {fingerprint(drawn): drawn for drawn in objects}
    sheet.left &= set(found)
    fresh = {
        print_: [lighter(stroke) for stroke in read_object(drawn)]
        for print_, drawn in found.items()
        if print_ not in sheet.known
    }
    drawn = [stroke for strokes in fresh.values() for stroke in strokes]
    kept = _added(context, sheet, stage, by, drawn) if drawn else SessionResult(context.document)
    ids = iter([change.id for change in kept.changes if isinstance(change.record, Stroke)])
    added = {print_: tuple(islice(ids, len(strokes))) for print_, strokes in fresh.items()}
    sheet.mine.extend(key for keys in added.values() for key in keys)
    sheet.known = {print_: sheet.known.get(print_, added.get(print_, ())) for print_ in found}
    return kept


def undo(context: SessionContext, sheet: SketchState) -> SessionResult:
    """Take away the last stroke drawn in this window, else the last one of the sketch."""
    if sheet.sketch is None:
        return SessionResult(context.document)
    there = [stroke.id for stroke in strokes_of(context.document, sheet.sketch)]
    last = next((key for key in reversed(sheet.mine) if key in there), there[-1] if there else None)
    return delete_strokes(context, [last]) if last else SessionResult(context.document)


def on_pad(sheet: SketchState, objects: Iterable[Any], session: Session) -> list[Any]:
    """Return what stays on the pad; where strokes were taken out, it begins anew without them."""
    found = {fingerprint(drawn): drawn for drawn in objects}
    sheet.left &= set(found)
    gone = {
        print_
        for print_ in found
        if any(key not in session.marks for key in sheet.known.get(print_, ()))
    }
    news = gone - sheet.left
    sheet.left |= news
    staying = [drawn for print_, drawn in found.items() if print_ not in sheet.left]
    if news:
        sheet.loaded = staying
        sheet.turns += 1
    return staying


def lay_beneath(sheet: SketchState) -> None:
    """Empty the pad; what was drawn on it lies beneath from now on."""
    sheet.left |= set(sheet.known)
    sheet.loaded = []
    sheet.turns += 1


def weight(objects: Iterable[Any]) -> int:
    """Return about how many letters a message of the pad has."""
    return sum(len(str(drawn.get("path"))) for drawn in objects if isinstance(drawn, dict))


def beneath(sheet: SketchState, objects: Iterable[Any], session: Session) -> list[Stroke]:
    """Return the strokes of the sketch that are not among these objects of the pad."""
    if sheet.sketch is None:
        return []
    shown = {key for drawn in objects for key in sheet.known.get(fingerprint(drawn), ())}
    return [stroke for stroke in strokes_of(session, sheet.sketch) if stroke.id not in shown]


def lighter(drawn: Drawn) -> Drawn:
    """Return a stroke without points that only make it heavier."""
    pen, points = drawn
    row = pairs(points)
    kept = row[:1]
    kept.extend(point for point in row[1:-1] if dist(point, kept[-1]) >= _NEAREST)
    kept.extend(row[1:][-1:])
    return pen, flat(kept)


def _added(
    context: SessionContext, sheet: SketchState, stage: str, by: str | None, drawn: list[Drawn]
) -> SessionResult:
    session = context.document
    if not isinstance(session.marks.get(sheet.sketch or ""), Sketch):
        begun = begin_sketch(context, stage, WIDTH, HEIGHT, by)
        session = begun.document
        sheet.sketch = begun.changes[0].id
        sheet.mine.clear()
    return add_strokes(replace(context, document=session), sheet.sketch or "", drawn)
