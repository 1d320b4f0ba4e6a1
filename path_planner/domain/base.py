"""What all parts of a document share: they are frozen, have an id, and lose nothing unknown."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, NamedTuple, TypeVar

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter

RecordId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,40}$")]
DocumentId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]{6,32}$")]


class Value(BaseModel):
    """A frozen value; fields of a later version are kept as they came."""

    # A validation message would otherwise repeat what the person typed.
    model_config = ConfigDict(frozen=True, extra="allow", hide_input_in_errors=True)


class Record(Value):
    """A part of a document that can be changed by itself."""

    id: RecordId


class DocumentKind(NamedTuple):
    """What a sort of document is called, and what it consists of."""

    name: str
    singles: Mapping[str, type[Value]]
    """Collections that hold one record, whose id is the collection's name."""
    collections: Mapping[str, TypeAdapter[Any]]
    """Collections keyed by id; order is a field of the records."""
    redacted_on_delete: frozenset[str] = frozenset()
    """Collections out of which a record is taken for good, in earlier states of it too."""


class Document(Value):
    """What all documents have; each sort names its kind."""

    kind: ClassVar[DocumentKind]

    id: DocumentId
    revision: int = Field(default=0, ge=0)
    begun: AwareDatetime
    updated: AwareDatetime


V = TypeVar("V", bound=Value)
R = TypeVar("R", bound=Record)
D = TypeVar("D", bound=Document)

_GAP = 1.0
_SMALLEST_GAP = 1e-6


def put(document: D, collection: str, record: Record) -> D:
    """Return the document with this record in it, new or in place of the old one."""
    records = {**getattr(document, collection), record.id: record}
    return document.model_copy(update={collection: records})


def remove(document: D, collection: str, record_id: str) -> D:
    """Return the document without this record."""
    records = dict(getattr(document, collection))
    records.pop(record_id, None)
    return document.model_copy(update={collection: records})


def with_fields(value: V, **fields: Any) -> V:
    """Return the value with some fields changed and all of it checked again."""
    return type(value).model_validate({**dict(value), **fields})


def sorted_records(records: Mapping[str, R], stage: str | None = None) -> list[R]:
    """Return the records in their order, all of them or those of one stage."""
    chosen = [
        record
        for record in records.values()
        if stage is None or getattr(record, "stage", None) == stage
    ]
    return sorted(chosen, key=lambda record: (getattr(record, "order", 0.0), record.id))


def next_order(records: Mapping[str, Record]) -> float:
    """Return an order after all that are there."""
    return (
        max((float(getattr(record, "order", 0.0)) for record in records.values()), default=0.0)
        + _GAP
    )


def move(document: D, collection: str, record_id: str, steps: int) -> D:
    """Return the document with a record moved up (below zero) or down among those of its stage."""
    records = getattr(document, collection)
    record = records[record_id]
    row = sorted_records(records, getattr(record, "stage", None))
    here = next(index for index, other in enumerate(row) if other.id == record_id)
    there = min(max(here + steps, 0), len(row) - 1)
    if there == here:
        return document
    row.insert(there, row.pop(here))
    return _placed(document, collection, row, there)


def _placed(document: D, collection: str, row: list[Any], index: int) -> D:
    before = row[index - 1].order if index else row[index + 1].order - 2 * _GAP
    after = row[index + 1].order if index + 1 < len(row) else row[index - 1].order + 2 * _GAP
    if after - before > _SMALLEST_GAP:
        moved = row[index].model_copy(update={"order": (before + after) / 2})
        return put(document, collection, moved)
    for place, record in enumerate(row):
        document = put(document, collection, record.model_copy(update={"order": place * _GAP}))
    return document
