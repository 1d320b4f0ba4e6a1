"""A survey of a folder: is every file well? Nothing is changed, and all is said."""

from collections.abc import Iterator
from typing import Any

from path_planner.errors import FileTooNew, PlannerError
from path_planner.storage import past, reasons
from path_planner.storage.bin import Bin
from path_planner.storage.catalogue import Catalogue
from path_planner.storage.door import parse
from path_planner.storage.facts import Fact
from path_planner.storage.folder import Folder
from path_planner.storage.mending import told
from path_planner.storage.reading import look
from path_planner.storage.shelf import AnyShelf, id_in_name
from path_planner.storage.store import FileState, Finding
from path_planner.words import mark

_WELL = Fact(mark("This plan is well."))
_NOT_OURS = Fact(mark("This file is not a plan made with Path Planner."))
_TWICE = Fact(mark("This is a second file of the same plan. It is not shown."))
_HISTORY_DAMAGED = Fact(mark("A part of the history is damaged. The plan itself is well."))
_NO_FILE = Fact(mark("This is the history of a plan whose file is not here."))
_CATALOGUE = Fact(mark("The list of plans is damaged. It will be made anew."))
_ASIDE = Fact(mark("This is a damaged file that was set aside."))
_REMOVED = Fact(mark("This removed plan is well."))
_REMOVED_DAMAGED = Fact(mark("This removed plan cannot be read."))


def survey(
    folder: Folder[Any, Any], catalogue: Catalogue[Any], removed: Bin[Any, Any]
) -> list[Finding]:
    """Return what there is to say about every file."""
    findings = [*_documents(folder), *_orphans(folder), *_asides(folder), *_bin(removed)]
    if not catalogue.is_well():
        findings.append(Finding(catalogue.file.name, "", _CATALOGUE, well=False))
    return findings


def _documents(folder: Folder[Any, Any]) -> Iterator[Finding]:
    seen: set[str] = set()
    # Files with our names first, so that a copy is called a copy.
    for listed in sorted(
        folder.listed(), key=lambda one: (id_in_name(one.name, folder.sort) is None, one.name)
    ):
        document_id = id_in_name(listed.name, folder.sort) or folder.id_inside(listed.name)
        if document_id is None:
            yield Finding(listed.name, "", _NOT_OURS, well=False)
        elif document_id in seen:
            yield Finding(listed.name, document_id, _TWICE, well=False)
        else:
            seen.add(document_id)
            yield from _document(folder.shelf_at(listed.name, document_id))


def _document(shelf: AnyShelf) -> Iterator[Finding]:
    found_fault = False
    for fact in _faults(shelf):
        found_fault = True
        yield Finding(shelf.file.name, shelf.id, fact, well=False)
    if not found_fault:
        yield Finding(shelf.file.name, shelf.id, _WELL, well=True)


def _faults(shelf: AnyShelf) -> Iterator[Fact]:
    try:
        yield from told(shelf, look(shelf))
    except PlannerError as trouble:
        yield Fact(trouble.sentence, trouble.facts)
    except OSError:
        yield reasons.NOT_ANSWERING
    if not all(_is_well(shelf, base) for base in past.bases(shelf)):
        yield _HISTORY_DAMAGED
    kept = [past.read_journal(shelf, base) for base in past.journals(shelf)]
    if any(lines is None or lines.bad or lines.torn for lines in kept):
        yield _HISTORY_DAMAGED


def _is_well(shelf: AnyShelf, base: int) -> bool:
    try:
        parse(past.read_base(shelf, base) or b"", shelf.sort)
    except FileTooNew:
        return True
    except PlannerError:
        return False
    return True


def _orphans(folder: Folder[Any, Any]) -> Iterator[Finding]:
    """Find what is left of plans whose file was deleted by hand."""
    here = {id_in_name(listed.name, folder.sort) for listed in folder.listed()}
    for document_id in folder.journals().keys() - here:
        try:
            folder.shelf(document_id)
        except PlannerError:
            yield Finding(f"{document_id}.jsonl", document_id, _NO_FILE, well=False)


def _asides(folder: Folder[Any, Any]) -> Iterator[Finding]:
    for path in sorted(folder.root.glob(f"*{folder.sort.suffix}.damaged-*")):
        document_id = id_in_name(path.name.partition(".damaged-")[0], folder.sort)
        yield Finding(path.name, document_id or "", _ASIDE, well=True)


def _bin(removed: Bin[Any, Any]) -> Iterator[Finding]:
    for entry, file in removed.entries():
        well = entry.state is not FileState.DAMAGED
        yield Finding(file, entry.id, _REMOVED if well else _REMOVED_DAMAGED, well=well)
