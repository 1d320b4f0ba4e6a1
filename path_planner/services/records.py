"""One record of any document: created, updated, moved, deleted and restored."""

from hashlib import blake2b
from typing import Any

from path_planner.domain.base import (
    D,
    Document,
    Record,
    move,
    next_order,
    put,
    remove,
    with_fields,
)
from path_planner.errors import UnknownRecord
from path_planner.services.context import EditContext, SaveResult

_REQUIRED = {
    "people": "name",
    "voices": "text",
    "agreement": "text",
    "themes": "name",
    "causes": "text",
    "disagreements": "about",
    "priorities": "title",
    "actions": "what",
    "outcomes": "statement",
    "steering": "name",
    "unheard": "who",
}
"""The words without which a record says nothing: it is not created, and keeps those it has."""


def get(document: Document, collection: str, record_id: str) -> Any:
    """Return a record; it may be gone, for others work on the document too."""
    records = getattr(document, collection)
    if record_id not in records:
        raise UnknownRecord
    return records[record_id]


def joined_id(*parts: object) -> str:
    """Return the id of what is said of these together: said twice, it is the same record."""
    joined = "\n".join(map(str, parts))
    return blake2b(joined.encode(), digest_size=10).hexdigest()


def create(context: EditContext[D], collection: str, **facts: Any) -> SaveResult[D]:
    """Create a record below all that are there; one that would say nothing is not created."""
    order = next_order(getattr(context.document, collection))
    facts = {"id": context.fresh_id(), "order": order, **facts}
    record = validated(context.document, collection, facts)
    if _says_nothing(collection, record):
        return SaveResult(context.document)
    return upsert(context, collection, record)


def upsert(context: EditContext[D], collection: str, record: Record) -> SaveResult[D]:
    """Put a record in, new or in place of the old one."""
    return context.keep(put(context.document, collection, record))


def update(context: EditContext[D], collection: str, record_id: str, **facts: Any) -> SaveResult[D]:
    """Change some fields; a record that would lose the words it needs stays as it is."""
    changed = with_fields(get(context.document, collection, record_id), **facts)
    if _says_nothing(collection, changed):
        return SaveResult(context.document)
    return upsert(context, collection, changed)


def reorder(context: EditContext[D], collection: str, record_id: str, steps: int) -> SaveResult[D]:
    """Move a record up (below zero) or down among those of its stage."""
    get(context.document, collection, record_id)
    return context.keep(move(context.document, collection, record_id, steps))


def delete(context: EditContext[D], collection: str, record_id: str) -> SaveResult[D]:
    """Take a record out; the history keeps it."""
    get(context.document, collection, record_id)
    return context.keep(remove(context.document, collection, record_id))


def restore(context: EditContext[D], collection: str, record: Record) -> SaveResult[D]:
    """Put a record back that was deleted a moment ago, where it stood.

    Where somebody else has put it back already, it stays as they have it.
    """
    if record.id in getattr(context.document, collection):
        return SaveResult(context.document)
    return upsert(context, collection, record)


def validated(document: Document, collection: str, facts: Any) -> Any:
    """Return a record of a collection, made of plain data."""
    return document.kind.collections[collection].validate_python(facts)


def _says_nothing(collection: str, record: Record) -> bool:
    return not getattr(record, _REQUIRED.get(collection, "id"))
