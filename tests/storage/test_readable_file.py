"""The document file is the plan: what is in it when, whoever reads it without its journal."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from path_planner.domain.base import remove, with_fields
from path_planner.domain.diff import Change
from path_planner.domain.people import PhotoConsent
from path_planner.domain.revoking import PERMISSIONS, revokes
from path_planner.domain.session import Session
from path_planner.domain.vision.sources import ConsentTerms, Source
from path_planner.domain.voice import Share
from path_planner.errors import DocumentNotFound, NotSaved
from path_planner.storage import serializer
from path_planner.storage.atomic_io import prepared
from path_planner.storage.file_store.store import FileStore
from path_planner.storage.file_store.writer import BackgroundCheckpoints, Schedule
from path_planner.storage.session_type import SESSIONS
from path_planner.storage.type_registry import DOCUMENT_TYPES
from tests.domain.builders import a_person, a_session, a_voice
from tests.storage.cases import CASES, Case
from tests.storage.writers import append, change_to, say, voice_change


def in_file(folder: Path, case: Case = CASES[0]) -> Any:
    """Return the document as its file alone says."""
    (file,) = folder.glob(f"*{case.sort.suffix}")
    return serializer.read(file.read_bytes(), case.sort)


def narrower_voice(session: Session) -> Session:
    """Return the session with its voice made private."""
    voice = with_fields(session.voices["v1"], share=Share.PRIVATE)
    return session.model_copy(update={"voices": {"v1": voice}})


def no_more_sharing(session: Session) -> Session:
    """Return the session without the consent to share it."""
    return session.model_copy(update={"consent": with_fields(session.consent, share=False)})


def not_in_photos(session: Session) -> Session:
    """Return the session in which Robin is not to be in photos any more."""
    robin = with_fields(session.people["robin"], photos=PhotoConsent.NO)
    return session.model_copy(update={"people": {**session.people, "robin": robin}})


def without(collection: str, record_id: str) -> Callable[[Session], Session]:
    """Return the deletion of a record."""

    def deletion(session: Session) -> Session:
        return remove(session, collection, record_id)

    return deletion


REVOKING = {
    "voice made private": narrower_voice,
    "sharing withdrawn": no_more_sharing,
    "photos withdrawn": not_in_photos,
    "voice deleted": without("voices", "v1"),
    "commitment deleted": without("commitments", "c1"),
    "person deleted": without("people", "asha"),
    "sketch deleted": without("marks", "s1"),
}


@pytest.mark.parametrize("change", REVOKING.values(), ids=REVOKING)
def test_what_revokes_is_in_the_file_before_it_counts_as_saved(
    folder: Path, files: FileStore, change: Callable[[Session], Session]
) -> None:
    agreed = {"consent": with_fields(a_session().consent, keep=True, share=True)}
    people = {
        "robin": a_person("robin", photos=PhotoConsent.YES),
        "asha": a_person("asha"),
    }
    before = say(files, files.create(a_session(**agreed, people=people)), "v2")
    assert in_file(folder) != before, "an ordinary change follows later"
    after = change_to(files, before, change(before)).document
    assert in_file(folder) == after


def test_a_source_that_may_no_longer_be_used_is_out_of_the_file_at_once(folder: Path) -> None:
    case = CASES[1]
    store = FileStore(folder, case.sort)
    vision = store.create(case.make())
    withdrawn = Source(id="s1", kept_as="Robin’s PATH", agreed=ConsentTerms(share=False))
    append(store, vision, [Change("sources", "s1", withdrawn)])
    assert not in_file(folder, case).sources["s1"].agreed.share


def test_a_failed_write_of_the_file_is_told_and_made_good_when_it_is_sent_again(
    folder: Path, files: FileStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = files.create(a_session())
    gone = [Change("voices", "v1", None)]

    def full(path: Path, data: bytes) -> Any:
        if path.name.endswith(SESSIONS.suffix):
            raise OSError(28, "No space left on device")
        return prepared(path, data)

    with monkeypatch.context() as disk:
        disk.setattr("path_planner.storage.atomic_io.prepared", full)
        with pytest.raises(NotSaved, match="disk is full"):
            append(files, session, gone, op_id="taken-out")
    assert "v1" in in_file(folder).voices
    append(files, session, gone, op_id="taken-out")
    assert "v1" not in in_file(folder).voices


def test_every_permission_of_a_record_is_known() -> None:
    """A new field that says yes or no must be named here, or among the permissions."""
    of_no_permission = {
        "present", "approved", "skipped", "hidden", "by_hand", "rounded", "supported", "checked",
        "reworded", "alone", "leads", "signed_off", "whole_source", "told",
        "by_proxy", "under", "confirms", "open", "chosen",
            "parked", "read_back",
    }  # fmt: skip
    found = set()
    for document_type in DOCUMENT_TYPES:
        kind = document_type.document.kind
        for adapter in kind.collections.values():
            for schema in adapter.json_schema().get("$defs", {}).values():
                found |= _yes_or_no(schema)
            found |= _yes_or_no(adapter.json_schema())
        for single in kind.singles.values():
            found |= _yes_or_no(single.model_json_schema())
    assert found - of_no_permission - set(PERMISSIONS) == set()


def _yes_or_no(schema: dict[str, Any]) -> set[str]:
    def is_boolean(field: dict[str, Any]) -> bool:
        kinds = [field, *field.get("anyOf", ())]
        return any(kind.get("type") == "boolean" for kind in kinds)

    return {name for name, field in schema.get("properties", {}).items() if is_boolean(field)}


def test_a_wider_level_or_a_new_record_revokes_nothing() -> None:
    voice = a_voice(share=Share.THEME)
    assert not revokes(None, voice)
    assert not revokes(voice, with_fields(voice, share=Share.NAMED, text="Other words"))
    assert revokes(voice, with_fields(voice, share=Share.CIRCLE))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_file_that_is_behind_is_named_and_brought_up_to_date(folder: Path, case: Case) -> None:
    """As after a kill: the next start writes what is in journals alone."""
    store = FileStore(folder, case.sort)
    session = store.create(case.make())
    assert [finding.well for finding in store.check()] == [True]
    after = append(store, session, [voice_change(case.voice("v2"))]).document
    (finding,) = store.check()
    assert not finding.well
    assert "not in this file yet" in str(finding)

    started_again = FileStore(folder, case.sort)
    assert started_again.checkpoint_all() == ()
    assert in_file(folder, case) == after
    assert [finding.well for finding in started_again.check()] == [True]


def test_a_file_is_replaced_while_others_go_on_saving(
    folder: Path, files: FileStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The state is written beside the file without the lock; what is saved meanwhile stays."""
    session = say(files, files.create(a_session()), "v2")

    def meanwhile(document: Session) -> bytes:
        data = write(document)
        if "v3" not in files.open(session.id).document.voices:
            say(files, session, "v3")
        return data

    write = serializer.write
    monkeypatch.setattr(serializer, "write", meanwhile)
    files.checkpoint(session.id)
    assert set(in_file(folder).voices) == {"v1", "v2"}
    assert set(FileStore(folder, SESSIONS).open(session.id).document.voices) == {"v1", "v2", "v3"}
    files.checkpoint(session.id)
    assert set(in_file(folder).voices) == {"v1", "v2", "v3"}
    assert list(folder.glob(".*.tmp")) == []


def test_a_state_that_was_overtaken_never_replaces_a_newer_file(
    folder: Path, files: FileStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is deleted while its file is being written does not come back with it."""
    session = say(files, files.create(a_session()), "v2")

    def meanwhile(document: Session) -> bytes:
        data = write(document)
        if "v2" in files.open(session.id).document.voices and document.revision == 1:
            append(files, session, [Change("voices", "v2", None)])
        return data

    write = serializer.write
    monkeypatch.setattr(serializer, "write", meanwhile)
    files.checkpoint(session.id)
    assert set(in_file(folder).voices) == {"v1"}
    assert b"I said v2" not in b"".join(path.read_bytes() for path in folder.glob("*.json"))
    assert list(folder.glob(".*.tmp")) == []


def test_a_file_is_written_after_a_rest_and_soon_enough_without_one() -> None:
    schedule = Schedule(rest=1, longest=20)
    schedule.changed("a", 100)
    assert schedule.next_due(100) == ("a", 1)
    for tenths in range(195):
        schedule.changed("a", 100 + tenths / 10)
    assert schedule.next_due(119.5) == ("a", 0.5)
    schedule.changed("b", 119.5)
    schedule.hurry("b", 119.5)
    assert schedule.next_due(119.5) == ("b", 0)
    schedule.done("b")
    schedule.done("a")
    assert schedule.next_due(119.5) is None


def test_a_file_that_could_not_be_written_is_tried_again_or_after_the_next_change() -> None:
    schedule = Schedule(rest=1, longest=20)
    schedule.failed("a", 100)
    assert schedule.next_due(100) == ("a", 20)
    schedule.changed("a", 103)
    assert schedule.next_due(103) == ("a", 1)


def test_the_thread_tries_again_and_what_is_left_is_written_at_the_end() -> None:
    tried: list[str] = []
    again = Event()

    def checkpoint(document_id: str) -> None:
        tried.append(document_id)
        if len(tried) == 1:
            raise NotSaved(why="the disk is full")
        again.set()

    background = BackgroundCheckpoints(checkpoint, rest=0.01, longest=0.05)
    background.changed("a")
    assert again.wait(30)
    assert tried == ["a", "a"]

    slow = BackgroundCheckpoints(tried.append, rest=3600, longest=3600)
    slow.changed("b")
    slow.finish()
    assert tried == ["a", "a", "b"]


PROGRAM = """
import sys
from path_planner.storage.store_registry import open_store
from tests.domain.builders import a_session
from tests.storage.writers import say

store = open_store(sys.argv[1])
say(store, store.create(a_session()), "v2")
"""


def test_a_program_that_ends_leaves_the_file_up_to_date(folder: Path) -> None:
    subprocess.run([sys.executable, "-c", PROGRAM, str(folder)], check=True)
    assert set(in_file(folder).voices) == {"v1", "v2"}


def test_a_document_that_was_erased_meanwhile_is_not_written(folder: Path) -> None:
    store = FileStore(folder, SESSIONS)
    say(store, store.create(a_session()), "v2")
    store.erase("k7f3q2")
    with pytest.raises(DocumentNotFound):
        store.checkpoint("k7f3q2")
    assert list(folder.glob("*.path.json")) == []


def test_an_edit_that_leaves_size_and_time_as_they_were_is_seen(
    folder: Path, files: FileStore
) -> None:
    session = files.create(a_session())
    (file,) = folder.glob("*.path.json")
    before = file.stat()
    with file.open("r+b") as opened:
        data = opened.read().replace(b"sunflowers", b"sunflowerz")
        opened.seek(0)
        opened.write(data)
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    after = file.stat()
    assert (after.st_ino, after.st_size, after.st_mtime_ns) == (
        before.st_ino,
        before.st_size,
        before.st_mtime_ns,
    )
    assert files.open(session.id).document.voices["v1"].text == "I am growing sunflowerz."
