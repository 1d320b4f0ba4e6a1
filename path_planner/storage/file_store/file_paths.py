"""Where the files of one document are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Generic

from path_planner.domain.base import Document
from path_planner.storage.document_type import DocumentType
from path_planner.storage.protocol import D, L

TRASH = "removed"
JOURNAL = ".jsonl"
LOCK = ".lock"
SIDECAR = ".waiting"
CACHE = ".spare"
REDACTION_MARKER = ".forget"

_NAME = re.compile(r"\d{4}-\d\d-\d\d_([a-z0-9]{6,32})")
_ID = re.compile(r"[a-z0-9]{6,32}")


@dataclass(frozen=True, slots=True)
class DocumentPaths(Generic[D, L]):
    """The files of one document: the readable document and what stands behind it."""

    id: str
    file: Path
    private: Path
    document_type: DocumentType[D, L]

    @property
    def journal(self) -> Path:
        """Return the file of the steps since the last snapshot."""
        return self.private / f"{self.id}{JOURNAL}"

    @property
    def sidecar(self) -> Path:
        """Return the file of what is not yet part of the document, such as secret ballots."""
        return self.private / f"{self.id}{SIDECAR}"

    @property
    def cache(self) -> Path:
        """Return the file of what was worked out from the document and is safe to lose."""
        return self.private / f"{self.id}{CACHE}"

    @property
    def redaction_marker(self) -> Path:
        """Return the mark that stands while earlier states must still forget something."""
        return self.private / f"{self.id}{REDACTION_MARKER}"

    @property
    def history_dir(self) -> Path:
        """Return the folder of earlier snapshots and journals."""
        return self.private / self.id

    @property
    def lock(self) -> Path:
        """Return the file that is locked while something is written."""
        return self.private / f"{self.id}{LOCK}"

    def set_aside(self) -> Iterator[Path]:
        """Yield the damaged copies that lie beside the document."""
        yield from self.file.parent.glob(f"{_literal(self.file.name)}.damaged-*")

    def leftovers(self) -> Iterator[Path]:
        """Yield the temporary files that a crash left of this document."""
        yield from self.file.parent.glob(f".{_literal(self.file.name)}.*.tmp")
        yield from self.private.glob(f".{self.id}.*.tmp")


AnyDocumentPaths = DocumentPaths[Any, Any]


def is_id(text: str) -> bool:
    """Say whether something can be the id of a document, and so part of a path."""
    return _ID.fullmatch(text) is not None


def file_name(document: Document, sort: DocumentType[Any, Any]) -> str:
    """Name the file of a document by its day and its id: never by what people typed."""
    return f"{document.begun:%Y-%m-%d}_{document.id}{sort.suffix}"


def id_in_name(name: str, sort: DocumentType[Any, Any]) -> str | None:
    """Return the id in the name of a file that was named by us."""
    found = _NAME.fullmatch(name.removesuffix(sort.suffix))
    return found[1] if found and name.endswith(sort.suffix) else None


def timestamp(moment_ns: int) -> str:
    """Write the moment of a file so that it can stand in a file name."""
    moment = datetime.fromtimestamp(moment_ns / 1e9, UTC)
    return f"{moment:%Y%m%dT%H%M%S}"


def _literal(name: str) -> str:
    """Take the meaning of a pattern out of a file name that people chose."""
    return re.sub(r"([*?[])", r"[\1]", name)
