"""Operations: the changes of one revision, as a line of the journal."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Any, NamedTuple

import orjson
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from path_planner.domain.base import RecordId
from path_planner.domain.diff import Change
from path_planner.domain.text_types import Line
from path_planner.errors import FileDamaged
from path_planner.storage import notices
from path_planner.storage.document_type import DocumentType
from path_planner.storage.limits import check_nesting


class Op(NamedTuple):
    """One operation: revision, id, time, author, and the changed records as they are after it."""

    rev: int
    op_id: str
    at: datetime
    by: str
    changes: tuple[Change, ...]

    @property
    def touched(self) -> tuple[tuple[str, str], ...]:
        """The collection and id of each changed record."""
        return tuple((collection, record_id) for collection, record_id, _ in self.changes)


class _Envelope(BaseModel):
    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    rev: Annotated[int, Field(ge=1, lt=2**53)]
    op_id: Annotated[str, Field(min_length=1, max_length=100)]
    at: AwareDatetime
    by: Line
    changes: list[tuple[str, RecordId, dict[str, Any] | None]]


class EncodedOp(NamedTuple):
    """A validated operation and its JSON: exactly the bytes that were validated are written."""

    op: Op
    facts: bytes
    """The JSON of id, time and author."""
    changes: tuple[bytes, ...]

    def line(self, rev: int, changes: Iterable[Change]) -> bytes:
        """Return the operation as one line of JSON; only what a merge has changed is re-encoded."""
        ready = {
            change[:2]: (change.record, encoded)
            for change, encoded in zip(self.op.changes, self.changes, strict=True)
        }
        parts = []
        for change in changes:
            record, encoded = ready[change[:2]]
            parts.append(encoded if record is change.record else _encode(change))
        return b'{"rev":%d,%b,"changes":[%b]}' % (rev, self.facts[1:-1], b",".join(parts))


def _encode(change: Change) -> bytes:
    record = b"null"
    if change.record is not None:
        record = change.record.__pydantic_serializer__.to_json(change.record)
    return orjson.dumps([change.collection, change.id])[:-1] + b"," + record + b"]"


def decode(parsed: dict[str, Any], document_type: DocumentType[Any, Any]) -> Op:
    """Decode an operation and validate every record in it; raise FileDamaged."""
    check_nesting(parsed)
    try:
        envelope = _Envelope.model_validate(parsed)
        changes = tuple(_decode(document_type, *change) for change in envelope.changes)
    except ValidationError:
        raise FileDamaged(why=notices.wrong_part("changes")) from None
    return Op(envelope.rev, envelope.op_id, envelope.at, envelope.by, changes)


def _decode(
    document_type: DocumentType[Any, Any],
    collection: str,
    record_id: str,
    raw: dict[str, Any] | None,
) -> Change:
    if collection in document_type.singles and raw is not None and record_id == collection:
        return Change(collection, record_id, document_type.singles[collection].model_validate(raw))
    if collection not in document_type.collections:
        raise FileDamaged(why=notices.wrong_part("changes"))
    record = None if raw is None else document_type.collections[collection].validate_python(raw)
    if record is not None and record.id != record_id:
        raise FileDamaged(why=notices.wrong_part(collection))
    return Change(collection, record_id, record)


def validated(op: Op, document_type: DocumentType[Any, Any]) -> EncodedOp:
    """Encode an operation and decode it again, so that nothing invalid is ever written."""
    changes = tuple(map(_encode, op.changes))
    raw = orjson.loads(b"[" + b",".join(changes) + b"]")
    read = decode({**op._asdict(), "changes": raw}, document_type)
    facts = orjson.dumps({"op_id": read.op_id, "at": read.at, "by": read.by})
    return EncodedOp(read, facts, changes)
