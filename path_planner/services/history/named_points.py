"""Restore points with a name, which people make; they are kept in a sidecar of the document.

A point names a revision, which only the store that has the history can rebuild. A copy, an export
or a backup has no history. So points are no part of the document: they stay beside its history, go
into the trash and come back with it, and are erased with it.
"""

from typing import Any

from pydantic import AwareDatetime, TypeAdapter, ValidationError

from path_planner.domain.base import Line, Record
from path_planner.errors import FileDamaged
from path_planner.services.context import EditContext
from path_planner.services.history.points import Point, PointKind
from path_planner.storage import notices
from path_planner.storage.protocol import Sidecar, Store

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
