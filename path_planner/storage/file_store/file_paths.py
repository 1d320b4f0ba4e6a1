"""The paths of all files of one document."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any, Generic

from path_planner.domain.base import Document
from path_planner.storage.document_type import DocumentType
from path_planner.storage.protocol import D, L, Sidecar

TRASH = "removed"
JOURNAL = ".jsonl"
LOCK = ".lock"
_SIDECARS = {Sidecar.BALLOTS: ".waiting", Sidecar.POINTS: ".points", Sidecar.TRAY: ".tray"}
_BLOBS = ".blobs"
CACHE = ".spare"
REDACTION_MARKER = ".forget"

_NAME = re.compile(r"\d{4}-\d\d-\d\d_([a-z0-9]{6,32})")
_ID = re.compile(r"[a-z0-9]{6,32}")
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class DocumentPaths(Generic[D, L]):
    """The paths of one document: its JSON file, and its journal, history, lock and others."""

    id: str
    file: Path
    private: Path
    document_type: DocumentType[D, L]

    @cached_property
    def journal(self) -> Path:
        """The journal: the operations since the last snapshot."""
        return self.private / f"{self.id}{JOURNAL}"

    def sidecar(self, kind: Sidecar) -> Path:
        """Return the path of a sidecar."""
        return self.private / f"{self.id}{_SIDECARS[kind]}"

    @cached_property
    def sidecars(self) -> tuple[Path, ...]:
        """The paths of all sidecars that a document may have."""
        return tuple(map(self.sidecar, Sidecar))

    @cached_property
    def blobs_dir(self) -> Path:
        """The folder of bytes beside the document, such as pictures that wait."""
        return self.private / f"{self.id}{_BLOBS}"

    def blob(self, digest: str) -> Path | None:
        """Return the path of bytes by their digest, or None if it is no digest."""
        return self.blobs_dir / digest if _DIGEST.fullmatch(digest) else None

    def blobs(self) -> Iterator[Path]:
        """Yield the files of all bytes beside the document."""
        for path in self.blobs_dir.glob("*"):
            if _DIGEST.fullmatch(path.name):
                yield path

    @cached_property
    def cache(self) -> Path:
        """The cache: derived data that may be lost, such as embeddings."""
        return self.private / f"{self.id}{CACHE}"

    @cached_property
    def redaction_marker(self) -> Path:
        """The marker that exists while a redaction of the history is not finished."""
        return self.private / f"{self.id}{REDACTION_MARKER}"

    @cached_property
    def history_dir(self) -> Path:
        """The folder of earlier snapshots and journals."""
        return self.private / self.id

    @cached_property
    def lock(self) -> Path:
        """The lock file of writers."""
        return self.private / f"{self.id}{LOCK}"

    def set_aside(self) -> Iterator[Path]:
        """Yield the damaged copies that were set aside next to the document."""
        yield from self.file.parent.glob(f"{_glob_escaped(self.file.name)}.damaged-*")

    def conflict_copies(self) -> Iterator[Path]:
        """Yield the copies of the journal that a service of synced folders put beside it."""
        for path in self.private.glob(f"{self.id}[!a-z0-9]*{JOURNAL}"):
            if path.is_file() and not path.is_symlink() and path != self.journal:
                yield path

    def conflicting_files(self) -> Iterator[Path]:
        """Yield the copies of the document file that such a service put beside it.

        What people copied and named themselves is not among them.
        """
        stem = _glob_escaped(self.file.stem)
        for pattern in (f"*{self.id}*[Cc]onflict*.json", f"{stem}-[A-Za-z0-9]*.json"):
            for path in self.file.parent.glob(pattern):
                if path.is_file() and not path.is_symlink():
                    yield path

    def leftovers(self) -> Iterator[Path]:
        """Yield the temporary files that a crash left of this document."""
        yield from self.file.parent.glob(f".{_glob_escaped(self.file.name)}.*.tmp")
        yield from self.private.glob(f".{self.id}.*.tmp")


AnyDocumentPaths = DocumentPaths[Any, Any]


def is_id(text: str) -> bool:
    """Whether a text is a valid document id, and so safe as part of a path."""
    return _ID.fullmatch(text) is not None


def file_name(document: Document, document_type: DocumentType[Any, Any]) -> str:
    """Return the file name of a document: its date and id, never anything that people typed."""
    return f"{document.begun:%Y-%m-%d}_{document.id}{document_type.suffix}"


def id_in_name(name: str, document_type: DocumentType[Any, Any]) -> str | None:
    """Return the id in a file name made by `file_name`, or None for other names."""
    match = _NAME.fullmatch(name.removesuffix(document_type.suffix))
    return match[1] if match and name.endswith(document_type.suffix) else None


def timestamp(moment_ns: int) -> str:
    """Format a time in nanoseconds for a file name: `20250131T235959`, in UTC."""
    moment = datetime.fromtimestamp(moment_ns / 1e9, UTC)
    return f"{moment:%Y%m%dT%H%M%S}"


def _glob_escaped(name: str) -> str:
    """Escape the glob characters in a file name that people chose."""
    return re.sub(r"([*?[])", r"[\1]", name)
