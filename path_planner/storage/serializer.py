"""Serialisation of documents: readable JSON in one file, with one record a line."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import orjson
from pydantic import TypeAdapter, ValidationError

from path_planner.domain.base import Document
from path_planner.errors import FileDamaged
from path_planner.storage import notices
from path_planner.storage.decoder import parse
from path_planner.storage.document_type import DocumentType
from path_planner.storage.limits import MOST_BYTES, check_count
from path_planner.storage.migrations import Raw, migrate
from path_planner.storage.protocol import D
from path_planner.storage.type_registry import document_type_of

__all__ = ["MOST_BYTES", "Head", "from_raw", "head", "read", "write"]

_HEADING = ("format", "version", "title")
"""Keys on disk that are not fields of the document."""

_END = b"\n}\n"

_HEAD = re.compile(
    rb'\s*\{\s*"format":\s*"(path-planner/[a-z]{1,20})",'
    rb'\s*"version":\s*(\d{1,9}),\s*"id":\s*"([a-z0-9]{6,32})"'
    rb'(?:,\s*"revision":\s*(\d{1,15}))?'
)


HEAD_BYTES = 512
"""The head is in so many first bytes of a file."""


class Head(NamedTuple):
    """The first fields of a document file."""

    format: str
    version: int
    id: str
    revision: int | None
    """None if it has another place in the file."""


def head(start: bytes) -> Head | None:
    """Return the head from the first bytes of a file, or None if they have another form."""
    match = _HEAD.match(start.removeprefix(b"\xef\xbb\xbf"))
    if match is None:
        return None
    revision = int(match[4]) if match[4] else None
    return Head(match[1].decode(), int(match[2]), match[3].decode(), revision)


def write(document: Document) -> bytes:
    """Return the bytes of a document file; the same document always gives the same bytes."""
    document_type = document_type_of(document)
    heading = {
        "format": document_type.format,
        "version": document_type.version,
        "id": document.id,
        "revision": document.revision,
        "title": document_type.summary_of(document).title,
    }
    parts = [_line(key, orjson.dumps(value)) for key, value in heading.items()]
    single_lines = ("updated", "begun", *document_type.singles)
    singles = orjson.loads(document.model_dump_json(include=set(single_lines)))
    parts.extend(_line(key, orjson.dumps(singles[key])) for key in single_lines)
    for key, value in (document.model_extra or {}).items():
        parts.append(_line(key, orjson.dumps(value)))
    parts.extend(
        _line(name, _records(kind, getattr(document, name)))
        for name, kind in document_type.collections.items()
    )
    return b"{\n" + b",\n".join(parts) + _END


def _line(key: str, value: bytes) -> bytes:
    return orjson.dumps(key) + b": " + value


def _records(kind: TypeAdapter[Any], records: Mapping[str, Any]) -> bytes:
    lines = [kind.dump_json(record) for record in sorted(records.values(), key=_sort_key)]
    return b"[\n" + b",\n".join(lines) + b"\n]" if lines else b"[]"


def _sort_key(record: Any) -> tuple[str, str, bool, float, str]:
    """Sort key of records: by stage, a sketch before its strokes, then by order and id."""
    sketch = getattr(record, "sketch", None)
    return (
        getattr(record, "stage", None) or "",
        sketch or record.id if hasattr(record, "kind") else "",
        sketch is not None,
        getattr(record, "order", 0.0),
        record.id,
    )


def read(data: bytes, document_type: DocumentType[D, Any]) -> D:
    """Read a document of any version up to the newest; raise a PlannerError if it is not valid."""
    return from_raw(upgraded(parse(data, document_type), document_type), document_type)


def upgraded(raw: Raw, document_type: DocumentType[Any, Any], version: int | None = None) -> Raw:
    """Return a parsed document migrated to a version, by default the newest."""
    try:
        return migrate(raw, document_type.migrations, version)
    except (LookupError, TypeError, AttributeError, ValueError):
        raise FileDamaged(why=notices.CUT_OR_GARBLED) from None


def without_heavy_collections(data: bytes, document_type: DocumentType[Any, Any]) -> bytes:
    """Return the bytes of a document up to its heavy collections, such as drawings."""
    if document_type.heavy_collections is None:
        return data
    begins = f'\n"{document_type.heavy_collections}": ['.encode()
    start, found, _ = data.partition(begins)
    return start + begins + b"]}" if found and data.endswith(_END) else data


def from_raw(raw: Mapping[str, Any], document_type: DocumentType[D, Any]) -> D:
    """Return the document of parsed JSON in the newest version; raise FileDamaged."""
    fields = {key: value for key, value in raw.items() if key not in _HEADING}
    for name in document_type.collections:
        fields[name] = _keyed(name, fields.get(name, []), document_type)
    try:
        return document_type.document.model_validate(fields)
    except ValidationError as trouble:
        raise FileDamaged(why=_reason(trouble)) from None


def _keyed(name: str, rows: object, document_type: DocumentType[Any, Any]) -> dict[str, Any]:
    if not isinstance(rows, list):
        raise FileDamaged(why=notices.wrong_part(name))
    check_count(name, rows, document_type.record_limits[name])
    validate = document_type.collections[name].validate_python
    try:
        return _by_id(name, map(validate, rows))
    except ValidationError:
        # The message of pydantic would repeat what people typed.
        raise FileDamaged(why=notices.wrong_part(name)) from None


def _by_id(name: str, records: Iterable[Any]) -> dict[str, Any]:
    keyed: dict[str, Any] = {}
    for record in records:
        if record.id in keyed:
            raise FileDamaged(why=notices.same_id(name))
        keyed[record.id] = record
    return keyed


def _reason(error: ValidationError) -> Any:
    field = str(error.errors()[0]["loc"][0])
    return notices.NO_HEADING if field in {"id", "revision"} else notices.wrong_part(field)
