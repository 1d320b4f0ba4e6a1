"""Document types: what a store must know about sessions or visions, and their JSON Schema."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, Literal, get_args

from pydantic import AwareDatetime, Field, TypeAdapter, create_model

from path_planner.domain.base import DocumentId, Value
from path_planner.storage.migrations import Raw, Step
from path_planner.storage.protocol import D, Due, L


@dataclass(frozen=True)
class RedactionRule:
    """How the old words of a record, reworded for anonymity, are redacted from the history."""

    covers: Callable[[Any, Any], bool]
    """`covers(before, after)`: whether this change of a record needs redaction."""
    forget: Callable[[Raw, Any], Raw]
    """`forget(row, newest)`: what an earlier state may keep of a record."""
    stand: Callable[[Any, Any], bool]
    """`stand(before, newest)`: whether the newest words win a merge in any case."""
    fields: tuple[str, ...]
    """The fields that the rule protects: the words, and what is recorded about them."""


@dataclass(frozen=True)
class DocumentType(Generic[D, L]):
    """A type of document: its file names, limits, migrations, summary and redaction rules."""

    document: type[D]
    suffix: str
    history_folder: str
    """The folder of journals, history and locks; each type has its own."""
    index_name: str
    """The file of the index that lists are made from."""
    record_limits: Mapping[str, int]
    """The most records of each collection."""
    migrations: Mapping[int, Step]
    """The migration from each version of the document to the next one."""
    summary: type[L]
    summary_of: Callable[[D], L]
    dues_of: Callable[[D], Iterable[Due]]
    counted_collection: str
    """The collection of which lists need the number of records alone."""
    redacted_fields: Mapping[str, Callable[[Raw], Raw]] = field(default_factory=dict)
    """By collection: what earlier states may keep of records that were redacted."""
    redaction_rules: Mapping[str, RedactionRule] = field(default_factory=dict)
    """By collection: the rule for words that were reworded for anonymity."""
    heavy_collections: str | None = None
    """The collection from which on a file can be skipped when only a summary is needed."""

    @cached_property
    def name(self) -> str:
        """The name of this type, such as `session`."""
        return self.document.kind.name

    @cached_property
    def format(self) -> str:
        """The value of `format` in files of this type."""
        return f"path-planner/{self.name}"

    @cached_property
    def singles(self) -> Mapping[str, type[Value]]:
        """The collections that hold one record."""
        return self.document.kind.singles

    @cached_property
    def collections(self) -> Mapping[str, TypeAdapter[Any]]:
        """The collections keyed by id, in the order in which they are written."""
        return self.document.kind.collections

    @property
    def version(self) -> int:
        """The version that is written: the newest."""
        return 1 + len(self.migrations)


def schema(document_type: DocumentType[Any, Any]) -> dict[str, Any]:
    """Return the schema of the newest version; additional fields are allowed."""
    fields: dict[str, Any] = {
        "format": (Literal[document_type.format], ...),
        "version": (Literal[document_type.version], ...),
        "id": (DocumentId, ...),
        "revision": (int, Field(default=0, ge=0)),
        "title": (str, ""),
        "updated": (AwareDatetime, ...),
        "begun": (AwareDatetime, ...),
    }
    fields |= {name: (kind, kind()) for name, kind in document_type.singles.items()}
    fields |= {name: (list[_record(document_type, name)], []) for name in document_type.collections}  # type: ignore[misc]  # known at run time
    document = create_model(f"PathPlanner{document_type.name.title()}", __base__=Value, **fields)
    described: dict[str, Any] = document.model_json_schema()
    described["description"] = document_type.document.__doc__
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **described}


def _record(document_type: DocumentType[Any, Any], collection: str) -> Any:
    keyed_by_id = document_type.document.model_fields[collection].annotation
    return get_args(keyed_by_id)[1]
