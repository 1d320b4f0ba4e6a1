"""A document whose file was taken away, while its history was left."""

from pathlib import Path

import pytest

from path_planner.errors import DocumentNotFound
from path_planner.storage.file_store.erase import UNFINISHED
from path_planner.storage.file_store.store import FileStore
from path_planner.storage.session_type import SESSIONS
from tests.domain.builders import a_session
from tests.storage.writers import later, say

NAME = "2026-11-22_k7f3q2.path.json"


@pytest.mark.parametrize("settled", [True, False], ids=["settled", "behind"])
def test_it_is_rebuilt_with_all_its_changes_and_that_is_said(
    folder: Path, files: FileStore, settled: bool
) -> None:
    session = say(files, say(files, files.create(a_session()), "v2"), "v3")
    if settled:
        files.checkpoint(session.id)
    (folder / NAME).unlink()
    for store in (files, FileStore(folder, SESSIONS)):
        opened = store.open(session.id)
        assert opened.document == session
    (folder / NAME).unlink()
    opened = FileStore(folder, SESSIONS).open(session.id)
    assert [str(notice) for notice in opened.notices] == [
        "The file of this plan was missing. It was rebuilt from its history, with all its changes."
    ]
    assert set(say(files, session, "v4").voices) == {"v1", "v2", "v3", "v4"}


def test_it_is_listed_again_after_the_next_start(folder: Path, files: FileStore) -> None:
    session = say(files, files.create(a_session()), "v2")
    (folder / NAME).unlink()
    assert files.summaries() == []
    started_again = FileStore(folder, SESSIONS)
    assert started_again.checkpoint_all() == ()
    assert [entry.id for entry in started_again.summaries()] == [session.id]
    assert all(finding.well for finding in started_again.check())


def test_what_was_deleted_or_erased_does_not_come_back(folder: Path, files: FileStore) -> None:
    session = say(files, files.create(a_session()), "v2")
    journal = folder / ".path" / f"{session.id}.jsonl"
    left = journal.read_bytes()
    files.remove(session.id, later(1))
    # As if the power had gone after the file was moved and before its journal was.
    journal.write_bytes(left)
    for store in (files, FileStore(folder, SESSIONS)):
        assert store.checkpoint_all() == ()
        with pytest.raises(DocumentNotFound):
            store.open(session.id)
    files.erase(session.id)
    journal.write_bytes(left)
    (folder / ".path" / f"{session.id}{UNFINISHED}").write_text(NAME)
    with pytest.raises(DocumentNotFound):
        FileStore(folder, SESSIONS).open(session.id)
    assert not (folder / NAME).exists()
