"""Moved."""

from collections.abc import Mapping
from typing import Any

from path_planner.domain.base import Document
from path_planner.storage.document_type import DocumentType
from path_planner.storage.migrations import Raw
from path_planner.storage.protocol import D
from path_planner.storage.type_registry import document_type_of

Stands = Mapping[str, Mapping[str, Any]]
"""The records that stand now, of the collections that can forget."""


def redacted_row(document_type: DocumentType[Any, Any], name: str, row: Raw, stands: Stands) -> Raw:
    """Return what an earlier state keeps of a record."""
    if name not in stands:
        return row
    if row["id"] not in stands[name]:
        return dict(document_type.redacted_fields[name](row))
    rewording = document_type.redaction_rules.get(name)
    return rewording.forget(row, stands[name][row["id"]]) if rewording else row


def redacted_change(state: D, newest: Document) -> D:
    """Return an earlier state without what was taken out for good since."""
    document_type, update = document_type_of(state), {}
    for name in document_type.redacted_fields:
        stands: Stands = {name: getattr(newest, name)}
        update[name] = {
            one.id: _forgotten_record(document_type, name, one, stands)
            for one in getattr(state, name).values()
        }
    return state.model_copy(update=update)


def _forgotten_record(
    document_type: DocumentType[Any, Any], name: str, record: Any, stands: Stands
) -> Any:
    row = dict(record)
    after = redacted_row(document_type, name, row, stands)
    return record if after is row else document_type.collections[name].validate_python(after)
