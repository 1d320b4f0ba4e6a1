"""What documents are made of: frozen values with an id, and the types of what people type.

Fields that this version does not know survive.
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, NamedTuple, TypeVar

from pydantic import (
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    TypeAdapter,
)

RecordId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,40}$")]
DocumentId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]{6,32}$")]


# C0 and C1 controls, lone surrogates, and the bidi overrides and isolates that reorder a line.
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


def clean_foreign(value: Any) -> Any:
    """Return a value of another program or a later version without control characters in it."""
    if isinstance(value, str):
        return _UNSAFE.sub("", value)
    if isinstance(value, list | tuple):
        return type(value)(map(clean_foreign, value))
    if isinstance(value, Mapping):
        return {clean_foreign(key): clean_foreign(inner) for key, inner in value.items()}
    return value


class Value(BaseModel):
    """A frozen value; unknown fields, as a later version may write them, are kept."""

    __pydantic_extra__: dict[str, Annotated[Any, BeforeValidator(clean_foreign)]]

    # A validation message would otherwise repeat what the person typed. Schemas are built at their
    # first use: a command that reads a session never needs those of visions and events.
    model_config = ConfigDict(
        frozen=True, extra="allow", hide_input_in_errors=True, defer_build=True
    )


class Record(Value):
    """A part of a document that can be changed by itself."""

    id: RecordId


class DocumentKind(NamedTuple):
    """The schema of a document type: its name, its single records and its collections."""

    name: str
    singles: Mapping[str, type[Value]]
    """Collections that hold one record, whose id is the collection's name."""
    collections: Mapping[str, TypeAdapter[Any]]
    """Collections keyed by id; order is a field of the records."""
    redacted_on_delete: frozenset[str] = frozenset()
    """Collections whose deleted records are erased from the history too (redaction)."""


class Document(Value):
    """Base of all documents; a subclass declares its schema in `kind`."""

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
    """Return the value with some fields changed, validated as a whole again."""
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
    """Return an `order` greater than that of every record."""
    return (
        max((float(getattr(record, "order", 0.0)) for record in records.values()), default=0.0)
        + _GAP
    )


def move(document: D, collection: str, record_id: str, steps: int) -> D:
    """Return the document with a record moved by `steps` (up if negative) within its stage.

    Orders are floats: the moved record gets the mean of its neighbours' orders, so that no other
    record changes. Only where the mean runs out of precision are all of them numbered anew.
    """
    records = getattr(document, collection)
    record = records[record_id]
    ordered = sorted_records(records, getattr(record, "stage", None))
    current = next(index for index, other in enumerate(ordered) if other.id == record_id)
    target = min(max(current + steps, 0), len(ordered) - 1)
    if target == current:
        return document
    ordered.insert(target, ordered.pop(current))
    return _with_order_at(document, collection, ordered, target)


def _with_order_at(document: D, collection: str, ordered: list[Any], index: int) -> D:
    before = ordered[index - 1].order if index else ordered[index + 1].order - 2 * _GAP
    after = (
        ordered[index + 1].order
        if index + 1 < len(ordered)
        else ordered[index - 1].order + 2 * _GAP
    )
    if after - before > _SMALLEST_GAP:
        moved = ordered[index].model_copy(update={"order": (before + after) / 2})
        return put(document, collection, moved)
    for position, record in enumerate(ordered):
        document = put(document, collection, record.model_copy(update={"order": position * _GAP}))
    return document


MOST_LETTERS = 10_000
MOST_LETTERS_IN_A_LINE = 300


def clean(text: object) -> object:
    """Return text in NFC without control characters, trimmed; return other types unchanged."""
    if not isinstance(text, str):
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _UNSAFE.sub("", lines)).strip()


def clean_line(text: object) -> object:
    """Return text as `clean` does, with each run of white space as one space."""
    cleaned = clean(text)
    return " ".join(cleaned.split()) if isinstance(cleaned, str) else cleaned


Words = Annotated[str, BeforeValidator(clean), StringConstraints(max_length=MOST_LETTERS)]
"""What somebody said or wrote, with its own line breaks."""

Code = Annotated[str, BeforeValidator(clean_line)]
"""A name that programs give to something, such as a language."""

Line = Annotated[
    str, BeforeValidator(clean_line), StringConstraints(max_length=MOST_LETTERS_IN_A_LINE)
]
"""A name or a title: one line."""
