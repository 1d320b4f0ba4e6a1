"""A program of before refuses what a newer version wrote: in words, and with every byte left."""

from collections.abc import Callable
from pathlib import Path

import orjson
import pytest

from path_planner.domain.base import Document
from path_planner.errors import FileTooNew
from path_planner.storage.file_store import journal
from path_planner.storage.file_store.store import FileStore
from path_planner.storage.protocol import FileState
from tests.domain.builders import NOON
from tests.storage.cases import CASES, AnyStore, Case
from tests.storage.writers import append, voice_change

Rewrite = Callable[[bytes, int], bytes]


def document_of(data: bytes, version: int) -> bytes:
    """Return a document file as a newer version may write it."""
    raw = orjson.loads(data)
    return orjson.dumps({**raw, "version": version, "voices": {"another": "shape"}})


def journal_of(data: bytes, version: int) -> bytes:
    """Return a journal of the same shape with the version of a newer program."""
    head, *steps = data.splitlines(keepends=True)
    header = orjson.loads(head.partition(b" ")[2])
    return journal.line(orjson.dumps({**header, "journal": version})) + b"".join(steps)


def another_journal(_data: bytes, version: int) -> bytes:
    """Return a journal of a shape that this version does not know."""
    head = {"journal": version, "since": {"base": 1}, "form": "new"}
    lines = (head, {"step": 2, "what": [["voices", "v9"]]}, {"step": 3})
    return b"".join(journal.line(orjson.dumps(body)) for body in lines)


def journal_of_another_format(data: bytes, _version: int) -> bytes:
    """Return a journal whose lines are in a format that this version does not know."""
    head, *steps = data.splitlines(keepends=True)
    header = orjson.loads(head.partition(b" ")[2])
    newer = {**header, "format": journal.FORMAT + 1}
    return journal.line(orjson.dumps(newer)) + b"".join(steps)


NEWER: dict[str, tuple[str, Rewrite]] = {
    "the document": ("*.json", document_of),
    "its journal": ("*/*.jsonl", journal_of),
    "its journal in another format of lines": ("*/*.jsonl", journal_of_another_format),
    "its journal in another shape": ("*/*.jsonl", another_journal),
}


@pytest.fixture(params=CASES, ids=str)
def case(request: pytest.FixtureRequest) -> Case:
    """Return one sort of document after the other."""
    found: Case = request.param
    return found


@pytest.fixture(params=NEWER)
def folder(request: pytest.FixtureRequest, tmp_path: Path, case: Case) -> Path:
    """Return a folder in which a newer version has written a part of a document."""
    store = FileStore(tmp_path / "plans", case.sort)
    document = store.create(case.make())
    append(store, document, [voice_change(case.voice("v2"))])
    where, rewrite = NEWER[request.param]
    (found,) = (path for path in (tmp_path / "plans").glob(where) if "catalogue" not in path.name)
    found.write_bytes(rewrite(found.read_bytes(), case.sort.version + 1))
    return tmp_path / "plans"


def written(folder: Path) -> dict[Path, bytes]:
    """Return the bytes of every document and journal, and of what was set aside of them."""
    found = (path for path in folder.rglob("*") if "k7f3q2" in str(path) and path.is_file())
    return {path: path.read_bytes() for path in found if path.suffix != ".lock"}


def asked(store: AnyStore, case: Case, document: Document) -> dict[str, Callable[[], object]]:
    """Return all that somebody may ask of a document."""
    return {
        "open": lambda: store.open(document.id),
        "append": lambda: append(store, document, [voice_change(case.voice("v3"))]),
        "checkpoint": lambda: store.checkpoint(document.id),
        "read": lambda: store.document(document.id),
        "history": lambda: store.history(document.id),
        "revision": lambda: store.at_revision(document.id, 0),
        "remove": lambda: store.remove(document.id, NOON),
    }


def test_it_is_refused_in_words_and_untouched(folder: Path, case: Case) -> None:
    before = written(folder)
    assert before
    store = FileStore(folder, case.sort)
    for name, ask in asked(store, case, case.make()).items():
        with pytest.raises(FileTooNew, match="newer version of Path Planner"):
            ask()
        assert written(folder) == before, name


def test_looking_after_the_folder_does_not_touch_it(folder: Path, case: Case) -> None:
    before = written(folder)
    store = FileStore(folder, case.sort)
    assert [entry.state for entry in store.summaries()] == [FileState.TOO_NEW]
    assert store.purge(NOON) == ()
    store.checkpoint_all()
    assert [finding.well for finding in store.check() if finding.document_id] == [False]
    assert store.due(NOON.date()) == []
    assert written(folder) == before
