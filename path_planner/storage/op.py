"""Operations: the changes of one revision in the journal; and what redaction leaves of states."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Annotated, Any, NamedTuple

import orjson
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from path_planner.domain.base import Document, Line, RecordId
from path_planner.domain.diff import Change, apply, diff, record_of
from path_planner.domain.revoking import revokes
from path_planner.errors import FileDamaged, NeverSaved
from path_planner.storage import notices
from path_planner.storage.document_type import DocumentType
from path_planner.storage.limits import check_count, check_nesting
from path_planner.storage.migrations import Raw
from path_planner.storage.protocol import D
from path_planner.storage.type_registry import document_type_of

CurrentRecords = Mapping[str, Mapping[str, Any]]
"""The records of the newest state by collection and id, of the collections with redaction."""


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

    @property
    def deleted(self) -> tuple[tuple[str, str], ...]:
        """The collection and id of each deleted record."""
        return tuple(change[:2] for change in self.changes if change.record is None)

    def singles(self, document_type: DocumentType[Any, Any]) -> dict[str, dict[str, Any]]:
        """Return the changed single records as plain data, by name."""
        return {
            change.collection: change.record.model_dump(mode="json")
            for change in self.changes
            if change.record is not None and change.collection in document_type.singles
        }


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
            # A merge may add changes: the versions that two people wrote at once.
            record, encoded = ready.get(change[:2], (_ADDED, b""))
            parts.append(encoded if record is change.record else _encode(change))
        return b'{"rev":%d,%b,"changes":[%b]}' % (rev, self.facts[1:-1], b",".join(parts))


_ADDED = object()


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


class ProposedChange(NamedTuple):
    """Changes that somebody wants to append, with the revision that they were made to."""

    changes: tuple[Change, ...]
    expected_revision: int
    op_id: str
    by: str
    at: datetime
    encoded: EncodedOp


def propose(
    document_type: DocumentType[Any, Any],
    changes: Sequence[Change],
    expected_revision: int,
    *,
    op_id: str,
    by: str,
    at: datetime,
) -> ProposedChange:
    """Return a proposal, validated by encoding and decoding it; raise NeverSaved if that fails."""
    last_by_record = {(change.collection, change.id): change for change in changes}
    try:
        encoded = validated(Op(1, op_id, at, by, tuple(last_by_record.values())), document_type)
    except (FileDamaged, ValueError, TypeError):
        # ValueError: pydantic met a string that is not valid Unicode (a lone surrogate).
        raise NeverSaved from None
    op = encoded.op
    return ProposedChange(op.changes, expected_revision, op.op_id, op.by, op.at, encoded)


def proposal_of(
    document: D, change: Callable[[D], D], *, op_id: str, by: str, at: datetime
) -> ProposedChange | None:
    """Return the proposal for a change to the current document; None if it changes nothing."""
    changes = diff(document, change(document))
    if not changes:
        return None
    return propose(
        document_type_of(document), changes, document.revision, op_id=op_id, by=by, at=at
    )


def next_op(document: Document, proposal: ProposedChange, changes: Sequence[Change]) -> Op:
    """Return the operation that makes these changes, with the next revision."""
    return Op(document.revision + 1, proposal.op_id, proposal.at, proposal.by, tuple(changes))


def needs_redaction(
    document: Document, changes: Sequence[Change], document_type: DocumentType[Any, Any]
) -> bool:
    """Whether these changes delete or reword what must be redacted from the history."""
    rules = document_type.redaction_rules
    return any(
        change.collection in document.kind.redacted_on_delete
        if change.record is None
        else change.collection in rules
        and rules[change.collection].covers(
            getattr(document, change.collection).get(change.id), change.record
        )
        for change in changes
    )


def any_revokes(document: Document, changes: Sequence[Change]) -> bool:
    """Whether one of these changes takes back what others may see, or what may be kept."""
    return any(
        revokes(record_of(document, change.collection, change.id), change.record)
        for change in changes
    )


def apply_op(document: D, op: Op, document_type: DocumentType[D, Any]) -> D:
    """Return the document after an operation; raise TooManyRecords above the limits."""
    after = apply(document, op.changes).model_copy(
        update={"revision": op.rev, "updated": max(document.updated, op.at)}
    )
    limits = document_type.record_limits
    for collection in {change.collection for change in op.changes} & limits.keys():
        check_count(collection, getattr(after, collection), limits[collection])
    return after


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
