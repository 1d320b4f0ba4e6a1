"""Backups: all sessions and visions of a store in one zip of readable files, and opening it again.

A backup holds the newest state of each document and nothing else: no history, no trash and no
sidecar, so nothing that people took out. The same documents give the same bytes.
"""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any, NamedTuple

import orjson

from path_planner.domain.base import Document
from path_planner.domain.revoking import narrowed_document
from path_planner.domain.vision.sources import SharedVoice
from path_planner.domain.vision.vision import Vision
from path_planner.errors import (
    BackupDamaged,
    BackupTooLarge,
    DocumentNotFound,
    NotABackup,
    PlannerError,
)
from path_planner.exports.base import zip_bytes
from path_planner.i18n import N_
from path_planner.services.context import fresh_id, import_as_copy, now
from path_planner.services.safe_zip import SafeZip, ZipRules, open_zip
from path_planner.services.vision.withdrawal import withdrawn_by, without_the_same
from path_planner.storage import serializer
from path_planner.storage.document_type import DocumentType
from path_planner.storage.file_store.file_paths import file_name, id_in_name
from path_planner.storage.notices import Message
from path_planner.storage.protocol import Store, Stores
from path_planner.storage.type_registry import DOCUMENT_TYPES, document_type_of
from path_planner.storage.vision_type import VISIONS

SUFFIX = ".zip"
MANIFEST = "backup.json"
FORMAT = "path-planner/backup"
VERSION = 1
_MB = 2**20
MOST_PACKED = 512 * _MB
MOST_UNPACKED = 2048 * _MB
MOST_FILES = 20_000
MOST_MANIFEST = 8 * _MB

UNSAFE = Message(N_("it has files with names or types that do not belong in a backup"))


class Backup(NamedTuple):
    """A backup as bytes, and how many documents could not be read and are not in it."""

    content: bytes
    unreadable: int = 0


class Contents(NamedTuple):
    """The documents in a backup that is being opened, and the files that could not be read."""

    documents: tuple[Document, ...] = ()
    unreadable: tuple[str, ...] = ()
    """Names of files, which hold a date and an id and nobody's words."""


class Comparison(NamedTuple):
    """The documents of a backup, by what is here already."""

    new: tuple[Document, ...] = ()
    same: tuple[Document, ...] = ()
    different: tuple[Document, ...] = ()
    """The id is here, with other content, or in the trash."""


def save_backup(stores: Stores) -> Backup:
    """Return a backup of everything in the stores; raise BackupTooLarge above the limit."""
    files: dict[str, bytes] = {}
    unreadable = 0
    for name, content in _documents(stores):
        if content is None:
            unreadable += 1
        else:
            files[name] = content
    content = zip_bytes(sorted({**files, MANIFEST: _manifest(files)}.items()))
    if len(content) > MOST_PACKED or sum(map(len, files.values())) > MOST_UNPACKED:
        raise BackupTooLarge(limit=MOST_PACKED // _MB)
    return Backup(content, unreadable)


def _documents(stores: Iterable[Store[Any, Any]]) -> Iterator[tuple[str, bytes | None]]:
    """Yield the name and the file of each document; None for one that cannot be read."""
    for store in stores:
        for summary in store.summaries():
            try:
                document = store.open(summary.id).document
            except DocumentNotFound:
                # Somebody deleted it a moment ago.
                continue
            except PlannerError:
                yield summary.id, None
            else:
                yield _name(document), serializer.write(document)


def _typed(stores: Stores) -> Iterator[tuple[DocumentType[Any, Any], Store[Any, Any]]]:
    yield from zip(DOCUMENT_TYPES, stores, strict=True)


def _name(document: Document) -> str:
    document_type = document_type_of(document)
    return f"{document_type.name}s/{file_name(document, document_type)}"


def _manifest(files: Mapping[str, bytes]) -> bytes:
    listed = {name: {"sha256": sha256(content).hexdigest()} for name, content in files.items()}
    manifest = {"format": FORMAT, "version": VERSION, "files": dict(sorted(listed.items()))}
    return orjson.dumps(manifest, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def read_backup(content: bytes) -> Contents:
    """Return the documents in a backup.

    A zip with anything else in it is refused whole: NotABackup, BackupDamaged, BackupTooLarge or
    FileTooNew. A document that is damaged itself is left out and named.
    """
    with open_zip(content, _rules()) as files:
        listed = files.listed()
        named = {name: _type_of(name) for name in sorted(listed)}
        if files.names - {MANIFEST} - listed.keys():
            raise BackupDamaged(why=UNSAFE)
        documents: list[Document] = []
        unreadable: list[str] = []
        for name, document_type in named.items():
            document = _document(files, name, listed[name].sha256, document_type)
            if document is None:
                unreadable.append(name)
            else:
                documents.append(document)
    return Contents(tuple(documents), tuple(unreadable))


def _rules() -> ZipRules:
    return ZipRules(
        foreign=NotABackup,
        damaged=BackupDamaged,
        too_large=BackupTooLarge,
        unsafe=UNSAFE,
        most_packed=MOST_PACKED,
        most_unpacked=MOST_UNPACKED,
        most_files=MOST_FILES,
        most_manifest=MOST_MANIFEST,
        manifest=MANIFEST,
        format=FORMAT,
        version=VERSION,
    )


def _type_of(name: str) -> DocumentType[Any, Any]:
    """Return the type of a document by its name in the zip; raise BackupDamaged for other names."""
    for document_type in DOCUMENT_TYPES:
        folder, _, file = name.partition("/")
        if folder == f"{document_type.name}s" and id_in_name(file, document_type):
            return document_type
    raise BackupDamaged(why=UNSAFE)


def _document(
    files: SafeZip, name: str, fingerprint: str, document_type: DocumentType[Any, Any]
) -> Document | None:
    """Return a document of the zip, or None if it is missing, changed or damaged."""
    if name not in files.names:
        return None
    try:
        content = files.read(name, serializer.MOST_BYTES)
        if sha256(content).hexdigest() != fingerprint:
            return None
        document: Document = serializer.read(content, document_type)
    except PlannerError:
        return None
    return document if _name(document) == name else None


def compare(stores: Stores, contents: Contents) -> Comparison:
    """Say which documents of a backup are new here, here as they are, or here with other content.

    Nothing that was withdrawn, reworded or narrowed here since comes back with them.
    """
    found: dict[str, list[Document]] = {"new": [], "same": [], "different": []}
    used = {store: _used_ids(store) for store in stores}
    visions = list(_open_visions(stores.visions))
    for document in contents.documents:
        store = _store_of(stores, document)
        allowed = _without_withdrawn(document, visions)
        if document.id not in used[store]:
            found["new"].append(allowed)
            continue
        here = _opened(store, document.id)
        if here == document:
            found["same"].append(document)
        else:
            found["different"].append(_allowed_by(allowed, here))
    return Comparison(**{name: tuple(documents) for name, documents in found.items()})


def _used_ids(store: Store[Any, Any]) -> set[str]:
    here = {summary.id for summary in store.summaries()}
    return here | {trashed.entry.id for trashed in store.trash()}


def _store_of(stores: Stores, document: Document) -> Store[Any, Any]:
    types = (document_type.document for document_type, _ in _typed(stores))
    by_type: dict[type[Document], Store[Any, Any]] = dict(zip(types, stores, strict=True))
    return by_type[type(document)]


def _opened(store: Store[Any, Any], document_id: str) -> Document | None:
    try:
        document: Document = store.open(document_id).document
    except PlannerError:
        # It is in the trash, or damaged.
        return None
    return document


def _allowed_by(document: Document, here: Document | None) -> Document:
    """Return a document with no wider permissions than the one that is here, if that is newer."""
    if here is None or here.updated < document.updated:
        return document
    return narrowed_document(document, here)


def _without_withdrawn(document: Document, here: list[Vision]) -> Document:
    """Return a document; a vision without what was withdrawn or reworded in one that is here."""
    if not isinstance(document, Vision):
        return document
    for vision in here:
        for withdrawal in vision.withdrawals.values():
            removed = withdrawn_by(vision, withdrawal)
            document = without_the_same(document, removed, fresh_id, now())
        voices = {
            key: _reworded(voice, vision.voices.get(key)) for key, voice in document.voices.items()
        }
        if voices != document.voices:
            document = document.model_copy(update={"voices": voices})
    return document


def _reworded(voice: SharedVoice, here: SharedVoice | None) -> SharedVoice:
    """Return a voice in the words that took the place of what must not be read any more."""
    if here is None or voice.reworded or not here.reworded:
        return voice
    rule = VISIONS.redaction_rules["voices"]
    return voice.model_copy(update={name: getattr(here, name) for name in rule.fields})


def _open_visions(store: Store[Vision, Any]) -> Iterator[Vision]:
    for summary in store.summaries():
        try:
            yield store.open(summary.id).document
        except PlannerError:
            continue


def add_documents(stores: Stores, documents: tuple[Document, ...]) -> tuple[Document, ...]:
    """Store documents of a backup and return them as stored.

    Nothing is overwritten: one whose id is here gets a new id.
    """
    return tuple(import_as_copy(_store_of(stores, document), document) for document in documents)
