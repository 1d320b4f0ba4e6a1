"""Changes that revoke: a deletion, a narrower share level, a permission that is withdrawn."""

from functools import cache

from path_planner.domain.base import D, Document, V, Value
from path_planner.domain.marks import Card, Label, Shape, Stamp, Stroke
from path_planner.domain.people import PhotoConsent
from path_planner.domain.vision.theme import ThemeAssignment
from path_planner.domain.voice import Share

PERMISSIONS = ("keep", "share", "photos", "drawings", "printed", "agreed", "said_yes")
"""The fields, of records of any type, that say what is allowed."""
_REARRANGED = (Stroke, Card, Label, Shape, Stamp, ThemeAssignment)
"""Records that are deleted all the time while people draw and sort; nobody withdraws with them."""
_NARROW_TO_WIDE = tuple(Share)


def revokes(before: Value | None, after: Value | None) -> bool:
    """Whether a change of one record takes back what others may see, or what may be kept."""
    if before is None:
        return False
    if after is None:
        return not isinstance(before, _REARRANGED)
    return any(
        is_narrower(getattr(before, name, None), getattr(after, name, None)) for name in PERMISSIONS
    )


def is_narrower(before: object, after: object) -> bool:
    """Whether a permission allows less than it did."""
    if isinstance(before, Value):
        return not isinstance(after, Value) or revokes(before, after)
    return _breadth(after) < _breadth(before)


def narrowest(before: object, ours: object, theirs: object) -> object:
    """Return the permission that stands where two people changed it at once: the narrower one.

    Of a value with parts, each part that one side alone changed is as that side wants it, and of
    the others ours stands, but for permissions.
    """
    if not isinstance(ours, Value) or type(ours) is not type(theirs):
        return theirs if is_narrower(ours, theirs) else ours
    was = dict(before) if isinstance(before, Value) else {}
    mine, other = dict(ours), dict(theirs)
    parts = {
        name: _part(name, was.get(name), mine.get(name), other.get(name)) for name in mine | other
    }
    return ours.model_copy(update=parts)


def _part(name: str, before: object, ours: object, theirs: object) -> object:
    if ours in (before, theirs):
        return theirs
    if theirs == before or name not in PERMISSIONS:
        return ours
    return narrowest(before, ours, theirs)


def _breadth(permission: object) -> int:
    """Return how much a permission allows: 0 is nothing, or a question that was never asked."""
    if isinstance(permission, Share):
        return _NARROW_TO_WIDE.index(permission)
    return int(permission is True or permission is PhotoConsent.YES)


@cache
def _has_permissions(kind: type[Value]) -> bool:
    return not kind.model_fields.keys().isdisjoint(PERMISSIONS)


def has_permissions(record: Value) -> bool:
    """Whether a record says what is allowed."""
    return _has_permissions(type(record))


def narrowed(record: V, newest: Value) -> V:
    """Return an earlier record that allows no more than the newest one of it."""
    if not has_permissions(record):
        return record
    update: dict[str, object] = {}
    for name in PERMISSIONS:
        earlier, now = getattr(record, name, None), getattr(newest, name, None)
        if isinstance(earlier, Value) and isinstance(now, Value):
            update[name] = narrowed(earlier, now)
        elif hasattr(record, name) and hasattr(newest, name) and not is_narrower(now, earlier):
            update[name] = now
    changed = {name: value for name, value in update.items() if value != getattr(record, name)}
    return record.model_copy(update=changed) if changed else record


def newest_record(newest: Document, collection: str, record_id: str) -> Value | None:
    """Return the newest state of a record, also if it was moved to another collection.

    A voice that is parked is such a record.
    """
    for name in (collection, *newest.kind.collections):
        record: Value | None = getattr(newest, name).get(record_id)
        if record is not None and (name == collection or has_permissions(record)):
            return record
    return None


def narrowed_document(document: D, newest: D) -> D:
    """Return an earlier state in which no record allows more than the newest state does."""
    update: dict[str, object] = {
        name: narrowed(getattr(document, name), getattr(newest, name))
        for name in document.kind.singles
    }
    for name in document.kind.collections:
        update[name] = {
            key: narrowed(record, present)
            if (present := newest_record(newest, name, key)) is not None
            else record
            for key, record in getattr(document, name).items()
        }
    return document.model_copy(update=update)
