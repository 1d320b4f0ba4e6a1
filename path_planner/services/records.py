"""Generic use cases for one record of any document: create, update, move, delete, restore."""

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

REQUIRED = {
    "people": "name",
    "voices": "text",
    "parked": "text",
    "agreement": "text",
    "themes": "name",
    "causes": "text",
    "disagreements": "about",
    "priorities": "title",
    "actions": "what",
    "outcomes": "statement",
    "steering": "name",
    "unheard": "who",
    "topics": "title",
    "rooms": "name",
    "groups": "title",
}
"""The required field by collection: a record is not created without it, nor changed to lose it."""


def get(document: Document, collection: str, record_id: str) -> Any:
    """Return a record; raise UnknownRecord if it does not exist (any more)."""
    records = getattr(document, collection)
    if record_id not in records:
        raise UnknownRecord
    return records[record_id]


_WORDS = ("text", "what", "title", "name", "statement", "about", "who", "kept_as", "tried", "words")
"""Fields that may have the words of a record; the first that is not empty stands for it."""


def main_words(record: object) -> str:
    """Return the words or the name that a record is known by, or an empty string."""
    return next((str(value) for name in _WORDS if (value := getattr(record, name, ""))), "")


def joined_id(*parts: object) -> str:
    """Return an id that is determined by these parts, so that the same parts are one record."""
    joined = "\n".join(map(str, parts))
    return blake2b(joined.encode(), digest_size=10).hexdigest()


def create(context: EditContext[D], collection: str, **facts: Any) -> SaveResult[D]:
    """Create a record after all others; nothing changes if its required field is empty."""
    order = next_order(getattr(context.document, collection))
    facts = {"id": context.fresh_id(), "order": order, **facts}
    record = validated(context.document, collection, facts)
    if _lacks_required_field(collection, record):
        return SaveResult(context.document)
    return upsert(context, collection, record)


def upsert(context: EditContext[D], collection: str, record: Record) -> SaveResult[D]:
    """Insert or replace a record."""
    return context.keep(put(context.document, collection, record))


def update(context: EditContext[D], collection: str, record_id: str, **facts: Any) -> SaveResult[D]:
    """Change some fields; nothing changes if the required field would become empty."""
    changed = with_fields(get(context.document, collection, record_id), **facts)
    if _lacks_required_field(collection, changed):
        return SaveResult(context.document)
    return upsert(context, collection, changed)


def reorder(context: EditContext[D], collection: str, record_id: str, steps: int) -> SaveResult[D]:
    """Move a record up (below zero) or down among those of its stage."""
    get(context.document, collection, record_id)
    return context.keep(move(context.document, collection, record_id, steps))


def delete(context: EditContext[D], collection: str, record_id: str) -> SaveResult[D]:
    """Delete a record; it stays in the history."""
    get(context.document, collection, record_id)
    return context.keep(remove(context.document, collection, record_id))


def restore(context: EditContext[D], collection: str, record: Record) -> SaveResult[D]:
    """Restore a deleted record; nothing changes if it exists again already."""
    if record.id in getattr(context.document, collection):
        return SaveResult(context.document)
    return upsert(context, collection, record)


def validated(document: Document, collection: str, facts: Any) -> Any:
    """Return a validated record of a collection from plain data."""
    return document.kind.collections[collection].validate_python(facts)


def _lacks_required_field(collection: str, record: Record) -> bool:
    return not getattr(record, REQUIRED.get(collection, "id"))
