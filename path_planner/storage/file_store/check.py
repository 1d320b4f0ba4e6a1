"""Integrity check of a folder of documents; it reports every problem and changes nothing."""

from collections.abc import Iterator
from typing import Any

from path_planner.errors import FileTooNew, PlannerError
from path_planner.i18n import N_
from path_planner.storage import notices
from path_planner.storage.decoder import parse
from path_planner.storage.file_store import history
from path_planner.storage.file_store.file_paths import AnyDocumentPaths, id_in_name
from path_planner.storage.file_store.folder import Folder
from path_planner.storage.file_store.index import Index
from path_planner.storage.file_store.loader import load
from path_planner.storage.file_store.recovery import notices_for
from path_planner.storage.file_store.trash import Trash
from path_planner.storage.notices import Message
from path_planner.storage.protocol import CheckResult, FileState

_WELL = Message(N_("This file is fine."))
_NOT_OURS = Message(N_("This file is not a plan made with Path Planner."))
_TWICE = Message(N_("This is a second file of the same plan. It is not shown."))
_HISTORY_DAMAGED = Message(N_("Part of the history is damaged. The file itself is fine."))
_NO_FILE = Message(N_("This is a history whose main file is missing."))
_INDEX_DAMAGED = Message(N_("The list of plans is damaged. It will be rebuilt."))
_BEHIND = Message(
    N_(
        "The newest changes are not in this file yet, only in the hidden folder beside it. "
        "Start Path Planner once before you copy this file."
    )
)
_OTHER_COPY = Message(
    N_("This is a copy of the changes from another computer. Open the plan once to join them.")
)
_SET_ASIDE_FILE = Message(N_("This is a damaged file that was set aside."))
_REMOVED = Message(N_("This deleted file is fine."))
_REMOVED_DAMAGED = Message(N_("This deleted file cannot be read."))


def check_folder(
    folder: Folder[Any, Any], index: Index[Any], trash: Trash[Any, Any]
) -> list[CheckResult]:
    """Return one result or more for every file of the folder."""
    findings = [
        *_documents(folder),
        *_orphans(folder),
        *_conflict_copies(folder),
        *_set_aside(folder),
        *_trashed(trash),
    ]
    if not index.is_valid():
        findings.append(CheckResult(index.file.name, "", _INDEX_DAMAGED, well=False))
    return findings


def _documents(folder: Folder[Any, Any]) -> Iterator[CheckResult]:
    seen: set[str] = set()
    # Files named by the store first, so that of two files with one id the copy is reported.
    for entry in sorted(
        folder.entries(),
        key=lambda file: (id_in_name(file.name, folder.document_type) is None, file.name),
    ):
        document_id = id_in_name(entry.name, folder.document_type) or folder.id_inside(entry.name)
        if document_id is None:
            yield CheckResult(entry.name, "", _NOT_OURS, well=False)
        elif document_id in seen:
            yield CheckResult(entry.name, document_id, _TWICE, well=False)
        else:
            seen.add(document_id)
            yield from _document(folder.paths_at(entry.name, document_id))


def _document(paths: AnyDocumentPaths) -> Iterator[CheckResult]:
    found_fault = False
    for fault in _faults(paths):
        found_fault = True
        yield CheckResult(paths.file.name, paths.id, fault, well=False)
    if not found_fault:
        yield CheckResult(paths.file.name, paths.id, _WELL, well=True)


def _faults(paths: AnyDocumentPaths) -> Iterator[Message]:
    try:
        files = load(paths)
        yield from notices_for(paths, files)
        file_revision = files.state.file_revision
        if file_revision is not None and file_revision < files.state.document.revision:
            yield _BEHIND
        if files.parsed_journal.foreign:
            yield _OTHER_COPY
    except PlannerError as error:
        yield Message(error.sentence, error.facts)
    except OSError:
        yield notices.NOT_ANSWERING
    if not all(_is_readable(paths, base) for base in history.snapshots(paths)):
        yield _HISTORY_DAMAGED
    journals = [history.read_journal(paths, base) for base in history.journals(paths)]
    if any(parsed is None or parsed.bad or parsed.torn for parsed in journals):
        yield _HISTORY_DAMAGED


def _is_readable(paths: AnyDocumentPaths, base: int) -> bool:
    try:
        parse(history.read_snapshot(paths, base) or b"", paths.document_type)
    except FileTooNew:
        return True
    except PlannerError:
        return False
    return True


def _orphans(folder: Folder[Any, Any]) -> Iterator[CheckResult]:
    """Yield the journals whose document was deleted by hand."""
    ids = {id_in_name(entry.name, folder.document_type) for entry in folder.entries()}
    for document_id in folder.journals().keys() - ids:
        try:
            folder.paths(document_id)
        except PlannerError:
            yield CheckResult(f"{document_id}.jsonl", document_id, _NO_FILE, well=False)


def _conflict_copies(folder: Folder[Any, Any]) -> Iterator[CheckResult]:
    """Yield the copies of journals that were not joined yet."""
    for document_id in sorted(folder.journals()):
        for path in sorted(folder.paths_at("", document_id).conflict_copies()):
            yield CheckResult(path.name, document_id, _OTHER_COPY, well=False)


def _set_aside(folder: Folder[Any, Any]) -> Iterator[CheckResult]:
    for path in sorted(folder.root.glob(f"*{folder.document_type.suffix}.damaged-*")):
        document_id = id_in_name(path.name.partition(".damaged-")[0], folder.document_type)
        yield CheckResult(path.name, document_id or "", _SET_ASIDE_FILE, well=True)


def _trashed(trash: Trash[Any, Any]) -> Iterator[CheckResult]:
    for entry, file in trash.entries():
        well = entry.state is not FileState.DAMAGED
        yield CheckResult(file, entry.id, _REMOVED if well else _REMOVED_DAMAGED, well=well)
