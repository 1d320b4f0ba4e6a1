"""A survey of a folder: is every file well? Nothing is changed, and all is said."""

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
_CATALOGUE = Message(N_("The list of plans is damaged. It will be rebuilt."))
_ASIDE = Message(N_("This is a damaged file that was set aside."))
_REMOVED = Message(N_("This deleted file is fine."))
_REMOVED_DAMAGED = Message(N_("This deleted file cannot be read."))


def check_folder(
    folder: Folder[Any, Any], catalogue: Index[Any], removed: Trash[Any, Any]
) -> list[CheckResult]:
    """Return what there is to say about every file."""
    findings = [*_documents(folder), *_orphans(folder), *_asides(folder), *_bin(removed)]
    if not catalogue.is_valid():
        findings.append(CheckResult(catalogue.file.name, "", _CATALOGUE, well=False))
    return findings


def _documents(folder: Folder[Any, Any]) -> Iterator[CheckResult]:
    seen: set[str] = set()
    # Files with our names first, so that a copy is called a copy.
    for listed in sorted(
        folder.entries(), key=lambda one: (id_in_name(one.name, folder.sort) is None, one.name)
    ):
        document_id = id_in_name(listed.name, folder.sort) or folder.id_inside(listed.name)
        if document_id is None:
            yield CheckResult(listed.name, "", _NOT_OURS, well=False)
        elif document_id in seen:
            yield CheckResult(listed.name, document_id, _TWICE, well=False)
        else:
            seen.add(document_id)
            yield from _document(folder.paths_at(listed.name, document_id))


def _document(paths: AnyDocumentPaths) -> Iterator[CheckResult]:
    found_fault = False
    for fact in _faults(paths):
        found_fault = True
        yield CheckResult(paths.file.name, paths.id, fact, well=False)
    if not found_fault:
        yield CheckResult(paths.file.name, paths.id, _WELL, well=True)


def _faults(paths: AnyDocumentPaths) -> Iterator[Message]:
    try:
        yield from notices_for(paths, load(paths))
    except PlannerError as trouble:
        yield Message(trouble.sentence, trouble.facts)
    except OSError:
        yield notices.NOT_ANSWERING
    if not all(_is_well(paths, base) for base in history.snapshots(paths)):
        yield _HISTORY_DAMAGED
    kept = [history.read_journal(paths, base) for base in history.journals(paths)]
    if any(lines is None or lines.bad or lines.torn for lines in kept):
        yield _HISTORY_DAMAGED


def _is_well(paths: AnyDocumentPaths, base: int) -> bool:
    try:
        parse(history.read_snapshot(paths, base) or b"", paths.document_type)
    except FileTooNew:
        return True
    except PlannerError:
        return False
    return True


def _orphans(folder: Folder[Any, Any]) -> Iterator[CheckResult]:
    """Find what is left of plans whose file was deleted by hand."""
    here = {id_in_name(listed.name, folder.sort) for listed in folder.entries()}
    for document_id in folder.journals().keys() - here:
        try:
            folder.paths(document_id)
        except PlannerError:
            yield CheckResult(f"{document_id}.jsonl", document_id, _NO_FILE, well=False)


def _asides(folder: Folder[Any, Any]) -> Iterator[CheckResult]:
    for path in sorted(folder.root.glob(f"*{folder.sort.suffix}.damaged-*")):
        document_id = id_in_name(path.name.partition(".damaged-")[0], folder.sort)
        yield CheckResult(path.name, document_id or "", _ASIDE, well=True)


def _bin(removed: Trash[Any, Any]) -> Iterator[CheckResult]:
    for entry, file in removed.entries():
        well = entry.state is not FileState.DAMAGED
        yield CheckResult(file, entry.id, _REMOVED if well else _REMOVED_DAMAGED, well=well)
