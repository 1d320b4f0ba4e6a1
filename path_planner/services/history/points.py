"""Restore points that nobody has to make: a pure rule finds them in the revisions of a document.

A point is made at each stage that is reached, at each break, for each hour of work, and before
something is imported, restored or deleted in numbers. Points with a name are made by
people, and kept in a sidecar of the document.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Any, NamedTuple

from pydantic import AwareDatetime, TypeAdapter, ValidationError

from path_planner.domain.base import Line, Record
from path_planner.domain.timer import TimerKind
from path_planner.errors import FileDamaged
from path_planner.services.context import IMPORT, EditContext
from path_planner.storage import notices
from path_planner.storage.protocol import Revision, Sidecar, Store

AN_HOUR = timedelta(hours=1)
MANY_DELETED = 10
"""From so many records on, a deletion has a point before it."""
RESTORE = "restore-"
"""The beginning of the op id of a restored point; the revision follows."""
_IMPORTER = "import"
"""The author of imports by command."""
_GATHERED = "sources"


class PointKind(StrEnum):
    """Why there is a restore point."""

    BEGUN = "begun"
    STAGE = "stage"
    BREAK = "break"
    HOUR = "hour"
    IMPORT = "import"
    DELETION = "deletion"
    RESTORE = "restore"
    NAMED = "named"


class Point(NamedTuple):
    """A restore point: a revision, its time, why it is one, and the stage that began."""

    revision: int
    at: datetime
    kind: PointKind
    stage: str = ""
    name: str = ""
    """What people called it; empty for all kinds but NAMED."""
    id: str = ""
    """The id of a point with a name."""


def points(revisions: Sequence[Revision], named: Iterable[Point] = ()) -> list[Point]:
    """Return all points of a document, newest first; those whose revision is gone are left out."""
    present = {step.revision for step in revisions}
    found = [*automatic_points(revisions), *named]
    existing = (point for point in found if point.revision in present)
    return sorted(existing, key=lambda point: (point.revision, point.at, point.id), reverse=True)


def automatic_points(revisions: Sequence[Revision]) -> list[Point]:
    """Return the points that the revisions give by themselves, oldest first, one a revision."""
    if not revisions:
        return []
    first = revisions[0]
    found = {first.revision: Point(first.revision, first.at, PointKind.BEGUN)}
    clock: Mapping[str, Any] = first.singles.get("clock", {})
    sources: set[str] = set()
    last_at = first.at
    for before, step in pairwise(revisions):
        for point in _points_at(before, step, clock, sources, last_at):
            last_at = max(last_at, step.at)
            found.setdefault(point.revision, point)
        clock = step.singles.get("clock", clock)
        sources |= _touched(step, _GATHERED)
    return [found[revision] for revision in sorted(found)]


def _points_at(
    before: Revision, step: Revision, clock: Mapping[str, Any], sources: set[str], last_at: datetime
) -> Iterator[Point]:
    """Yield the points that one revision gives: before its change, or with it."""
    if kind := _large_change(step, sources):
        yield Point(before.revision, before.at, kind)
    now = step.singles.get("clock")
    if now is not None and now.get("stage") and now.get("stage") != clock.get("stage"):
        yield Point(step.revision, step.at, PointKind.STAGE, str(now["stage"]))
    elif now is not None and _is_break(now) and not _is_break(clock):
        yield Point(step.revision, step.at, PointKind.BREAK)
    elif not kind and step.at - last_at >= AN_HOUR:
        yield Point(before.revision, before.at, PointKind.HOUR)


def _large_change(step: Revision, sources: set[str]) -> PointKind | None:
    """Return why there is a point before a revision, or None if there is none."""
    if step.op_id.startswith(RESTORE):
        return PointKind.RESTORE
    new_sources = _touched(step, _GATHERED) - set(sources) - _ids(step.deleted, _GATHERED)
    if step.op_id.startswith(IMPORT) or step.by == _IMPORTER or new_sources:
        return PointKind.IMPORT
    return PointKind.DELETION if len(step.deleted) >= MANY_DELETED else None


def _touched(step: Revision, collection: str) -> set[str]:
    return _ids(step.changes, collection)


def _ids(keys: Iterable[tuple[str, str]], collection: str) -> set[str]:
    return {record_id for name, record_id in keys if name == collection}


def _is_break(clock: Mapping[str, Any]) -> bool:
    return clock.get("kind") == TimerKind.BREAK and clock.get("ends_at") is not None


MOST_POINTS = 500


class NamedPoint(Record):
    """A named point as it is stored."""

    name: Line
    revision: int
    at: AwareDatetime


_POINTS = TypeAdapter(dict[str, NamedPoint])


def named_points(store: Store[Any, Any], document_id: str) -> list[Point]:
    """Return the points with a name, in the order in which they were made."""
    stored = _read(store.get_sidecar(document_id, Sidecar.POINTS)).values()
    return [
        Point(point.revision, point.at, PointKind.NAMED, name=point.name, id=point.id)
        for point in sorted(stored, key=lambda point: (point.at, point.id))
    ]


def name_point(context: EditContext[Any], name: str) -> None:
    """Make a point of the newest state; nothing happens without a name, or twice for one state."""
    point = NamedPoint(
        id=context.fresh_id(),
        name=name,
        revision=context.store.revision(context.document.id),
        at=context.now(),
    )
    if point.name:
        _update(context, lambda points: _with(points, point))


def _with(points: dict[str, NamedPoint], point: NamedPoint) -> dict[str, NamedPoint]:
    there = {(other.revision, other.name) for other in points.values()}
    if (point.revision, point.name) in there:
        return points
    newest = sorted([*points.values(), point], key=lambda each: each.at)[-MOST_POINTS:]
    return {each.id: each for each in newest}


def delete_point(context: EditContext[Any], point_id: str) -> None:
    """Delete a point with a name; the state that it names stays in the history."""
    _update(
        context,
        lambda points: {key: point for key, point in points.items() if key != point_id},
    )


def _update(context: EditContext[Any], change: Any) -> None:
    context.store.update_sidecar(
        context.document.id, lambda data: _written(change(_read(data))), Sidecar.POINTS
    )


def _read(data: bytes | None) -> dict[str, NamedPoint]:
    try:
        return _POINTS.validate_json(data) if data else {}
    except ValidationError:
        raise FileDamaged(why=notices.CUT_OR_GARBLED) from None


def _written(points: dict[str, NamedPoint]) -> bytes | None:
    return _POINTS.dump_json(points) if points else None
