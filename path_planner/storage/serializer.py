"""A document as it lies on disk: readable JSON, one record a line, whole in one file."""

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
)


class Head(NamedTuple):
    """What the first bytes of a document tell."""

    format: str
    version: int
    id: str


def head(start: bytes) -> Head | None:
    """Return what the first bytes tell, if they are as we write them."""
    found = _HEAD.match(start.removeprefix(b"\xef\xbb\xbf"))
    return Head(found[1].decode(), int(found[2]), found[3].decode()) if found else None


def write(document: Document) -> bytes:
    """Write a document; the same document always gives the same bytes."""
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
    lines = [kind.dump_json(record) for record in sorted(records.values(), key=_place)]
    return b"[\n" + b",\n".join(lines) + b"\n]" if lines else b"[]"


def _place(record: Any) -> tuple[str, str, bool, float, str]:
    """Put what belongs together side by side: by stage, a sketch before its strokes, in order."""
    sketch = getattr(record, "sketch", None)
    return (
        getattr(record, "stage", None) or "",
        sketch or record.id if hasattr(record, "kind") else "",
        sketch is not None,
        getattr(record, "order", 0.0),
        record.id,
    )


def read(data: bytes, document_type: DocumentType[D, Any]) -> D:
    """Read a document of any version up to ours, or say plainly why it is not one."""
    return from_raw(upgraded(parse(data, document_type), document_type), document_type)


def upgraded(raw: Raw, document_type: DocumentType[Any, Any], version: int | None = None) -> Raw:
    """Return a parsed document in a version, the newest if none is named."""
    try:
        return migrate(raw, document_type.steps, version)
    except (LookupError, TypeError, AttributeError, ValueError):
        raise FileDamaged(why=notices.CUT_OR_GARBLED) from None


def without_heavy_collections(data: bytes, document_type: DocumentType[Any, Any]) -> bytes:
    """Return a document without that which is most of it, such as drawings."""
    if document_type.heavy_collections is None:
        return data
    begins = f'\n"{document_type.heavy_collections}": ['.encode()
    start, found, _ = data.partition(begins)
    return start + begins + b"]}" if found and data.endswith(_END) else data


def from_raw(raw: Mapping[str, Any], document_type: DocumentType[D, Any]) -> D:
    """Make a document of what was parsed, in the newest version."""
    fields = {key: value for key, value in raw.items() if key not in _HEADING}
    for name in document_type.collections:
        fields[name] = _keyed(name, fields.get(name, []), document_type)
    try:
        return document_type.document.model_validate(fields)
    except ValidationError as trouble:
        raise FileDamaged(why=_first(trouble)) from None


def _keyed(name: str, rows: object, document_type: DocumentType[Any, Any]) -> dict[str, Any]:
    if not isinstance(rows, list):
        raise FileDamaged(why=notices.wrong_part(name))
    check_count(name, rows, document_type.record_limits[name])
    validate = document_type.collections[name].validate_python
    try:
        return _by_id(name, map(validate, rows))
    except ValidationError:
        # What pydantic says would repeat what people typed.
        raise FileDamaged(why=notices.wrong_part(name)) from None


def _by_id(name: str, records: Iterable[Any]) -> dict[str, Any]:
    keyed: dict[str, Any] = {}
    for record in records:
        if record.id in keyed:
            raise FileDamaged(why=notices.same_id(name))
        keyed[record.id] = record
    return keyed


def _first(trouble: ValidationError) -> Any:
    place = str(trouble.errors()[0]["loc"][0])
    return notices.NO_HEADING if place in {"id", "revision"} else notices.wrong_part(place)
