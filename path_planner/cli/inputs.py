"""Inputs of commands: reads a file, and opens a document by its file or its id."""

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from path_planner.cli.command import store_location
from path_planner.cli.console import print_note
from path_planner.errors import DocumentExists, FileTooLarge, WrongEnding

if TYPE_CHECKING:
    from path_planner.domain.base import Document
    from path_planner.domain.event.event import Event
    from path_planner.domain.session import Session
    from path_planner.services.context import EditContext, EventContext, VisionContext
    from path_planner.storage.document_type import DocumentType
    from path_planner.storage.protocol import Store

AUTHOR = "command line"
"""The author of changes by commands in the history."""
_MB = 1024 * 1024

D = TypeVar("D", bound="Document")


def read_file(path: Path) -> bytes:
    """Read a file; raise FileTooLarge if it is larger than a plan can be."""
    from path_planner.storage.limits import MOST_BYTES

    with path.open("rb") as file:
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise FileTooLarge(limit=MOST_BYTES // _MB)
    return content


def read_plan(named: str, store: str | None) -> "Session":
    """Read the plan with this file name, or else with this id."""
    from path_planner.storage.session_type import SESSIONS

    return _read(named, store, SESSIONS)


def read_event(named: str, store: str | None) -> "Event":
    """Read the event with this file name, or else with this id."""
    from path_planner.storage.event_type import EVENTS

    return _read(named, store, EVENTS)


def _read(named: str, store: str | None, document_type: "DocumentType[D, Any]") -> D:
    from path_planner.storage.serializer import read

    file = Path(named)
    if not file.is_file():
        opened: D = _store_of(store_location(store), document_type).open(named).document
        return opened
    return read(read_newest(file), document_type)


def read_newest(file: Path) -> bytes:
    """Read a file; of a plan or an event, with the changes that are in its journal alone."""
    from path_planner.storage.event_type import EVENTS
    from path_planner.storage.session_type import SESSIONS

    journalled: tuple[DocumentType[Any, Any], ...] = (SESSIONS, EVENTS)
    for document_type in journalled:
        if file.name.endswith(document_type.suffix):
            from path_planner.storage.file_store.folder import Folder

            paths = Folder(file.parent, document_type).paths_of(file.name)
            if paths is not None and paths.journal.is_file():
                return _store_of(str(file.parent), document_type).document(paths.id)
    return read_file(file)


def open_vision(named: str, store: str | None) -> "VisionContext":
    """Open the vision with this file name, or else with this id, through its store.

    A file is opened by the store of its folder: its journal and its history count too, and
    somebody who has the same vision open in the app is not written over.
    """
    from path_planner.storage.vision_type import VISIONS

    return _open(named, store, VISIONS)


def open_event(named: str, store: str | None) -> "EventContext":
    """Open the event with this file name, or else with this id, as `open_vision` does."""
    from path_planner.storage.event_type import EVENTS

    return _open(named, store, EVENTS)


def _open(named: str, store: str | None, document_type: "DocumentType[D, Any]") -> "EditContext[D]":
    file = Path(named)
    if not file.is_file():
        return _edit_context(_store_of(store_location(store), document_type), named)
    file = file.resolve()
    opened = _store_of(str(file.parent), document_type)
    return _edit_context(opened, _id_of(file, document_type))


def _store_of(location: str, document_type: "DocumentType[D, Any]") -> "Store[D, Any]":
    from path_planner.storage.store_registry import open_stores
    from path_planner.storage.type_registry import DOCUMENT_TYPES

    stores: tuple[Store[Any, Any], ...] = open_stores(location)
    return stores[DOCUMENT_TYPES.index(document_type)]


def check_new(file: Path, document_type: "DocumentType[Any, Any]") -> None:
    """Raise an error unless a new document of this type can be written there."""
    _check_ending(file, document_type)
    if not file.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(file.parent))
    if file.exists() or file.is_symlink():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(file))


def _check_ending(file: Path, document_type: "DocumentType[Any, Any]") -> None:
    """Raise WrongEnding for a file name by which a store would not find a document."""
    if not file.name.endswith(document_type.suffix):
        raise WrongEnding(suffix=document_type.suffix)


def _id_of(file: Path, document_type: "DocumentType[Any, Any]") -> str:
    from path_planner.storage.file_store.file_paths import id_in_name
    from path_planner.storage.file_store.folder import Folder
    from path_planner.storage.serializer import read

    document_id = id_in_name(file.name, document_type) or read(read_file(file), document_type).id
    _check_ending(file, document_type)
    if Folder(file.parent, document_type).paths(document_id).file != file:
        # A copy beside its original: a store has each document only once.
        raise DocumentExists(session_id=document_id)
    return str(document_id)


def _edit_context(store: "Store[D, Any]", document_id: str) -> "EditContext[D]":
    from path_planner.services.context import EditContext

    result = store.open(document_id)
    for notice in result.notices:
        print_note(str(notice))
    return EditContext(store, result.document, by=AUTHOR)
