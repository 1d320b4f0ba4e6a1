"""A document: what is kept whole in one file, made of records that change one by one."""

from collections.abc import Mapping
from typing import Any, ClassVar, NamedTuple

from pydantic import AwareDatetime, Field, TypeAdapter

from path_planner.domain.record import DocumentId, Value


class Kind(NamedTuple):
    """What a sort of document is called, and what it consists of."""

    name: str
    singles: Mapping[str, type[Value]]
    """Collections that hold one record, whose id is the collection's name."""
    collections: Mapping[str, TypeAdapter[Any]]
    """Collections keyed by id; order is a field of the records."""
    for_good: frozenset[str] = frozenset()
    """Collections out of which a record is taken for good, in earlier states of it too."""


class Document(Value):
    """What all documents have; each sort names its kind."""

    kind: ClassVar[Kind]

    id: DocumentId
    revision: int = Field(default=0, ge=0)
    begun: AwareDatetime
    updated: AwareDatetime
