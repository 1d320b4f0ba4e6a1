"""What a store must know of each sort of document that it keeps."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic

from pydantic import TypeAdapter

from path_planner.domain.base import Value
from path_planner.storage.migrations import Raw, Step
from path_planner.storage.protocol import D, Due, L


@dataclass(frozen=True)
class RedactionRule:
    """How words that were changed so that nobody is recognised leave no trace of the old ones."""

    covers: Callable[[Any, Any], bool]
    """Says whether a record, as it was and as it becomes, is changed so."""
    forget: Callable[[Raw, Any], Raw]
    """Returns what an earlier state keeps of a record, given as it stands now."""
    stand: Callable[[Any, Any], bool]
    """Says whether the words as they stand now stay, whatever was made of an earlier state."""
    fields: tuple[str, ...]
    """The words, and what is noted of them."""


@dataclass(frozen=True)
class DocumentType(Generic[D, L]):
    """Sessions or visions: how their files are called, how much they hold, what lists tell."""

    document: type[D]
    suffix: str
    private: str
    """The folder for what stands behind the documents; each sort has its own."""
    index_name: str
    """The file of what the lists ask."""
    record_limits: Mapping[str, int]
    """How many records each collection can hold."""
    steps: Mapping[int, Step]
    """The steps from each version of the document to the next one."""
    summary: type[L]
    summary_of: Callable[[D], L]
    dues_of: Callable[[D], Iterable[Due]]
    counted: str
    """The collection that lists only count, and do not look into."""
    redacted_fields: Mapping[str, Callable[[Raw], Raw]] = field(default_factory=dict)
    """What earlier states keep of records that were taken out for good, by collection."""
    redaction_rules: Mapping[str, RedactionRule] = field(default_factory=dict)
    """Collections whose words may be changed so that nobody is recognised."""
    heavy_collections: str | None = None
    """Where that which is most of a file begins; the lists know all they need from before it."""

    @property
    def name(self) -> str:
        """Return what this sort is called."""
        return self.document.kind.name

    @property
    def format(self) -> str:
        """Return what a document says it is."""
        return f"path-planner/{self.name}"

    @property
    def singles(self) -> Mapping[str, type[Value]]:
        """Return the collections that hold one record."""
        return self.document.kind.singles

    @property
    def collections(self) -> Mapping[str, TypeAdapter[Any]]:
        """Return the collections keyed by id, in the order in which they are written."""
        return self.document.kind.collections

    @property
    def version(self) -> int:
        """Return the version that is written."""
        return 1 + len(self.steps)
