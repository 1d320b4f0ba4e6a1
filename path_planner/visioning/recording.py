"""Recording: one record of a vision written down, put right, moved, taken out, brought back."""

from hashlib import blake2b
from typing import Any

from path_planner.domain.editing import amend, last_order, move, put, take_out
from path_planner.domain.record import Record
from path_planner.domain.vision.vision import Vision
from path_planner.errors import UnknownRecord
from path_planner.visioning.meeting import Kept, Meeting

_NEEDED = {
    "themes": "name",
    "causes": "text",
    "disagreements": "about",
    "priorities": "title",
    "actions": "what",
    "outcomes": "statement",
    "steering": "name",
    "unheard": "who",
}
"""The words without which a record says nothing: it is not written down, and keeps those it has."""


def found(vision: Vision, collection: str, record_id: str) -> Any:
    """Return a record; it may be gone, for others work on the vision too."""
    records = getattr(vision, collection)
    if record_id not in records:
        raise UnknownRecord
    return records[record_id]


def joined_id(*parts: object) -> str:
    """Return the id of what is said of these together: said twice, it is the same record."""
    joined = "\n".join(map(str, parts))
    return blake2b(joined.encode(), digest_size=10).hexdigest()


def write_down(meeting: Meeting, collection: str, **facts: Any) -> Kept:
    """Write a new record down, below all that are there."""
    order = last_order(getattr(meeting.vision, collection))
    kind = Vision.kind.collections[collection]
    record = kind.validate_python({"id": meeting.fresh_id(), "order": order, **facts})
    if not getattr(record, _NEEDED[collection]):
        return Kept(meeting.vision)
    return put_in(meeting, collection, record)


def put_in(meeting: Meeting, collection: str, record: Record) -> Kept:
    """Put a record in, new or in place of the old one."""
    return meeting.keep(put(meeting.vision, collection, record))


def put_right(meeting: Meeting, collection: str, record_id: str, **facts: Any) -> Kept:
    """Change some fields; a record that would lose the words it needs stays as it is."""
    changed = amend(found(meeting.vision, collection, record_id), **facts)
    if not getattr(changed, _NEEDED.get(collection, "id")):
        return Kept(meeting.vision)
    return put_in(meeting, collection, changed)


def moved(meeting: Meeting, collection: str, record_id: str, steps: int) -> Kept:
    """Move a record up (below zero) or down."""
    found(meeting.vision, collection, record_id)
    return meeting.keep(move(meeting.vision, collection, record_id, steps))


def taken_out(meeting: Meeting, collection: str, record_id: str) -> Kept:
    """Take a record out; the history keeps it."""
    found(meeting.vision, collection, record_id)
    return meeting.keep(take_out(meeting.vision, collection, record_id))
