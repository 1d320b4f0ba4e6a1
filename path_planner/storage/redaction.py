"""Redaction of one record or state: what earlier states keep of erased records and words."""

from collections.abc import Mapping
from typing import Any

from path_planner.domain.base import Document
from path_planner.storage.document_type import DocumentType
from path_planner.storage.migrations import Raw
from path_planner.storage.protocol import D
from path_planner.storage.type_registry import document_type_of

CurrentRecords = Mapping[str, Mapping[str, Any]]
"""The records of the newest state by collection and id, of the collections with redaction."""


def redacted_row(
    document_type: DocumentType[Any, Any], name: str, row: Raw, records: CurrentRecords
) -> Raw:
    """Return what an earlier state keeps of a record: the same `row` if nothing is redacted."""
    if name not in records:
        return row
    if row["id"] not in records[name]:
        return dict(document_type.redacted_fields[name](row))
    rule = document_type.redaction_rules.get(name)
    return rule.forget(row, records[name][row["id"]]) if rule else row


def redacted_change(state: D, newest: Document) -> D:
    """Return an earlier state without the records and words that were erased since."""
    document_type, update = document_type_of(state), {}
    for name in document_type.redacted_fields:
        records: CurrentRecords = {name: getattr(newest, name)}
        update[name] = {
            record.id: _redacted_record(document_type, name, record, records)
            for record in getattr(state, name).values()
        }
    return state.model_copy(update=update)


def _redacted_record(
    document_type: DocumentType[Any, Any], name: str, record: Any, records: CurrentRecords
) -> Any:
    row = dict(record)
    after = redacted_row(document_type, name, row, records)
    return record if after is row else document_type.collections[name].validate_python(after)
