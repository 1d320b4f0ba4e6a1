"""Recording: one record of a vision written down, put right, moved, taken out, brought back."""

from hashlib import blake2b
from typing import Any

from path_planner.domain.base import Record, move, next_order, put, remove, with_fields
from path_planner.domain.vision.vision import Vision
from path_planner.errors import UnknownRecord
from path_planner.services.context import VisionContext, VisionResult

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


def get(vision: Vision, collection: str, record_id: str) -> Any:
    """Return a record; it may be gone, for others work on the vision too."""
    records = getattr(vision, collection)
    if record_id not in records:
        raise UnknownRecord
    return records[record_id]


def joined_id(*parts: object) -> str:
    """Return the id of what is said of these together: said twice, it is the same record."""
    joined = "\n".join(map(str, parts))
    return blake2b(joined.encode(), digest_size=10).hexdigest()


def create(context: VisionContext, collection: str, **facts: Any) -> VisionResult:
    """Write a new record down, below all that are there."""
    order = next_order(getattr(context.document, collection))
    kind = Vision.kind.collections[collection]
    record = kind.validate_python({"id": context.fresh_id(), "order": order, **facts})
    if not getattr(record, _NEEDED[collection]):
        return VisionResult(context.document)
    return upsert(context, collection, record)


def upsert(context: VisionContext, collection: str, record: Record) -> VisionResult:
    """Put a record in, new or in place of the old one."""
    return context.keep(put(context.document, collection, record))


def update(context: VisionContext, collection: str, record_id: str, **facts: Any) -> VisionResult:
    """Change some fields; a record that would lose the words it needs stays as it is."""
    changed = with_fields(get(context.document, collection, record_id), **facts)
    if not getattr(changed, _NEEDED.get(collection, "id")):
        return VisionResult(context.document)
    return upsert(context, collection, changed)


def reorder(context: VisionContext, collection: str, record_id: str, steps: int) -> VisionResult:
    """Move a record up (below zero) or down."""
    get(context.document, collection, record_id)
    return context.keep(move(context.document, collection, record_id, steps))


def delete(context: VisionContext, collection: str, record_id: str) -> VisionResult:
    """Take a record out; the history keeps it."""
    get(context.document, collection, record_id)
    return context.keep(remove(context.document, collection, record_id))
