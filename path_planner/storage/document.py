"""The document of a session: readable JSON, one record a line, whole in one file."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import orjson
from pydantic import ValidationError

from path_planner.domain.change import COLLECTIONS
from path_planner.domain.session import Session
from path_planner.errors import FileDamaged
from path_planner.storage import reasons
from path_planner.storage.door import FORMAT, parse
from path_planner.storage.limits import MOST_BYTES, check_count
from path_planner.storage.migrations import migrate, newest_version

__all__ = ["FORMAT", "MOST_BYTES", "VERSION", "Head", "assemble", "head", "read", "write"]

VERSION = newest_version()

_HEADING = ("format", "version", "title")
"""Keys of the document that are not fields of a session."""

_SINGLE_LINES = ("begun", "about", "consent", "clock")
_MARKS = b'\n"marks": ['
_END = b"\n}\n"

_HEAD = re.compile(
    rb'\s*\{\s*"format":\s*"' + FORMAT.encode() + rb'",'
    rb'\s*"version":\s*(\d{1,9}),\s*"id":\s*"([a-z0-9]{6,32})"'
)


class Head(NamedTuple):
    """What the first bytes of a document tell."""

    version: int
    id: str


def head(start: bytes) -> Head | None:
    """Return what the first bytes tell, if they are as we write them."""
    found = _HEAD.match(start.removeprefix(b"\xef\xbb\xbf"))
    return Head(int(found[1]), found[2].decode()) if found else None


def write(session: Session) -> bytes:
    """Write a session; the same session always gives the same bytes."""
    heading = {
        "format": FORMAT,
        "version": newest_version(),
        "id": session.id,
        "revision": session.revision,
        "title": session.about.title,
    }
    parts = [_line(key, orjson.dumps(value)) for key, value in heading.items()]
    known = session.model_dump_json(include={"updated", *_SINGLE_LINES})
    singles = orjson.loads(known)
    parts.extend(_line(key, orjson.dumps(singles[key])) for key in ("updated", *_SINGLE_LINES))
    for key, value in (session.model_extra or {}).items():
        parts.append(_line(key, orjson.dumps(value)))
    parts.extend(_line(name, _records(name, getattr(session, name))) for name in COLLECTIONS)
    return b"{\n" + b",\n".join(parts) + _END


def _line(key: str, value: bytes) -> bytes:
    return orjson.dumps(key) + b": " + value


def _records(collection: str, records: Mapping[str, Any]) -> bytes:
    dump = COLLECTIONS[collection].dump_json
    lines = [dump(record) for record in sorted(records.values(), key=_place)]
    return b"[\n" + b",\n".join(lines) + b"\n]" if lines else b"[]"


def _place(record: Any) -> tuple[str, str, bool, float, str]:
    """Put what belongs together side by side: by stage, a sketch before its strokes, in order."""
    sketch = getattr(record, "sketch", None)
    return (
        getattr(record, "stage", ""),
        sketch or record.id if hasattr(record, "kind") else "",
        sketch is not None,
        getattr(record, "order", 0.0),
        record.id,
    )


def read(data: bytes) -> Session:
    """Read a document of any version up to ours, or say plainly why it is not one."""
    return assemble(upgraded(parse(data)))


def upgraded(raw: dict[str, Any], version: int | None = None) -> dict[str, Any]:
    """Return a parsed document in a version, the newest if none is named."""
    try:
        return migrate(raw, version)
    except (LookupError, TypeError, AttributeError, ValueError):
        raise FileDamaged(why=reasons.CUT_OR_GARBLED) from None


def without_marks(data: bytes) -> bytes:
    """Return a document without its drawings, which are most of it."""
    start, found, _ = data.partition(_MARKS)
    return start + _MARKS + b"]}" if found and data.endswith(_END) else data


def assemble(raw: Mapping[str, Any]) -> Session:
    """Make a session of a parsed document of the newest version."""
    fields = {key: value for key, value in raw.items() if key not in _HEADING}
    for name in COLLECTIONS:
        fields[name] = _keyed(name, fields.get(name, []))
    try:
        return Session.model_validate(fields)
    except ValidationError as trouble:
        raise FileDamaged(why=_first(trouble)) from None


def _keyed(name: str, rows: object) -> dict[str, Any]:
    if not isinstance(rows, list):
        raise FileDamaged(why=reasons.wrong_part(name))
    check_count(name, rows)
    validate = COLLECTIONS[name].validate_python
    try:
        return _by_id(name, map(validate, rows))
    except ValidationError:
        # What pydantic says would repeat what people typed.
        raise FileDamaged(why=reasons.wrong_part(name)) from None


def _by_id(name: str, records: Iterable[Any]) -> dict[str, Any]:
    keyed: dict[str, Any] = {}
    for record in records:
        if record.id in keyed:
            raise FileDamaged(why=reasons.same_id(name))
        keyed[record.id] = record
    return keyed


def _first(trouble: ValidationError) -> Any:
    place = str(trouble.errors()[0]["loc"][0])
    return reasons.NO_HEADING if place in {"id", "revision"} else reasons.wrong_part(place)
