"""A backup holds everything that is here and nothing that was taken out; nothing is replaced."""

import stat
import zipfile
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import orjson
import pytest

from path_planner.domain.base import put, remove, with_fields
from path_planner.domain.people import PhotoConsent
from path_planner.domain.session import Consent
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Share
from path_planner.errors import BackupDamaged, BackupTooLarge, FileTooNew, NotABackup, PlannerError
from path_planner.services import backup
from path_planner.services.backup import MANIFEST, add_documents, compare, read_backup, save_backup
from path_planner.services.context import fresh_id
from path_planner.services.vision.withdrawal import without_voices
from path_planner.storage.protocol import Stores
from path_planner.storage.serializer import write
from path_planner.storage.session_type import SESSIONS
from path_planner.storage.store_registry import open_stores
from tests.domain.builders import NOON, a_person, a_session, a_voice
from tests.services.vision.zips import zipped
from tests.storage.cases import a_shared_voice, a_vision
from tests.storage.writers import change_to, later

DELETED = "my aunt drinks"
PLAN = "sessions/2026-11-22_k7f3q2.path.json"


def full(location: str = "memory:") -> Stores:
    """Return stores with a session and a vision."""
    stores = open_stores(location)
    stores.sessions.create(a_session())
    stores.visions.create(a_vision())
    return stores


def opened(stores: Stores, content: bytes) -> tuple[Any, ...]:
    """Open a backup, and add copies of what is here with other content."""
    found = compare(stores, read_backup(content))
    return add_documents(stores, (*found.new, *found.different))


def unpacked(content: bytes) -> dict[str, bytes]:
    """Return the files of a zip."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("place", ["memory:", "folder"])
def test_it_comes_back_elsewhere_as_it_was_and_gives_the_same_bytes(
    place: str, tmp_path: Path
) -> None:
    location = str(tmp_path / "one") if place == "folder" else place
    saved = save_backup(full(location))
    elsewhere = open_stores(str(tmp_path / "other"))
    opened(elsewhere, saved.content)
    assert save_backup(elsewhere).content == saved.content
    assert elsewhere.sessions.open("k7f3q2").document == a_session()
    assert elsewhere.visions.open("k7f3q2").document == a_vision()


def test_the_files_in_it_are_those_that_the_store_would_write() -> None:
    files = unpacked(save_backup(full()).content)
    assert files[PLAN] == write(a_session())
    assert set(files) == {MANIFEST, PLAN, "visions/2026-11-22_k7f3q2.vision.json"}


def test_what_was_deleted_is_in_no_backup(tmp_path: Path) -> None:
    stores = full(str(tmp_path))
    session = stores.sessions.open("k7f3q2").document
    session = change_to(
        stores.sessions, session, put(session, "voices", a_voice("v2", text=DELETED))
    )
    change_to(stores.sessions, session.document, remove(session.document, "voices", "v2"))
    vision = stores.visions.open("k7f3q2").document
    shared = put(vision, "voices", a_shared_voice("v2", text=DELETED))
    after = change_to(stores.visions, vision, shared).document
    change_to(stores.visions, after, remove(after, "voices", "v2"))
    stores.visions.update_sidecar("k7f3q2", lambda _: DELETED.encode())
    stores.sessions.create(a_session(id="removed1", voices={"v2": a_voice("v2", text=DELETED)}))
    stores.sessions.remove("removed1", NOON)
    files = unpacked(save_backup(stores).content)
    assert len(files) == 3
    assert all(DELETED.encode() not in content for content in files.values())


def test_what_is_here_stays_and_other_content_comes_beside_it() -> None:
    stores = full()
    content = save_backup(stores).content
    session = stores.sessions.open("k7f3q2").document
    newer = change_to(stores.sessions, session, put(session, "voices", a_voice("v2"))).document
    found = compare(stores, read_backup(content))
    assert [len(part) for part in found] == [0, 1, 1]
    (copy,) = opened(stores, content)
    assert copy.id != "k7f3q2"
    assert copy.voices == a_session().voices
    assert stores.sessions.open("k7f3q2").document == newer


def test_a_document_in_the_trash_stays_there_and_comes_back_as_a_copy() -> None:
    stores = full()
    content = save_backup(stores).content
    stores.sessions.remove("k7f3q2", NOON)
    (copy,) = opened(stores, content)
    assert copy.id != "k7f3q2"
    assert [trashed.entry.id for trashed in stores.sessions.trash()] == ["k7f3q2"]


def test_what_was_withdrawn_since_does_not_come_back_with_an_old_backup() -> None:
    stores = open_stores("memory:")
    voices = {"v1": a_shared_voice(), "v2": a_shared_voice("v2", text=DELETED)}
    vision = stores.visions.create(a_vision(voices=voices))
    copied = stores.visions.create(a_vision(id="copy1234", voices=voices))
    content = save_backup(stores).content
    change_to(stores.visions, vision, without_voices(vision, "s1", {"v2"}, fresh_id, NOON))
    stores.visions.erase(copied.id)
    assert {document.id for document in opened(stores, content)} > {"copy1234"}
    for summary in stores.visions.summaries():
        assert DELETED.encode() not in stores.visions.document(summary.id)


def test_words_that_were_reworded_since_do_not_come_back_with_an_old_backup() -> None:
    stores = open_stores("memory:")
    vision = stores.visions.create(a_vision(voices={"v1": a_shared_voice(text=DELETED)}))
    content = save_backup(stores).content
    gentle = with_fields(vision.voices["v1"], text="somebody drinks", reworded=True)
    change_to(stores.visions, vision, put(vision, "voices", gentle))
    (copy,) = opened(stores, content)
    assert copy.voices["v1"].text == "somebody drinks"


def test_an_old_backup_widens_no_permission() -> None:
    stores = open_stores("memory:")
    before = a_session(
        consent=Consent(keep=True, share=True),
        voices={"v1": a_voice(share=Share.NAMED)},
        people={"robin": a_person(photos=PhotoConsent.YES)},
    )
    stores.sessions.create(before)
    content = save_backup(stores).content
    after = before.model_copy(
        update={
            "consent": Consent(keep=True, share=False),
            "voices": {"v1": a_voice(share=Share.PRIVATE)},
            "people": {"robin": a_person(photos=PhotoConsent.NO)},
        }
    )
    change_to(stores.sessions, before, after)
    (copy,) = opened(stores, content)
    assert copy.consent == after.consent
    assert copy.voices == after.voices
    assert copy.people == after.people


def test_a_permission_that_was_given_after_what_is_here_stays_given() -> None:
    stores = open_stores("memory:")
    stores.sessions.create(a_session(updated=later(9), consent=Consent(share=True)))
    content = save_backup(stores).content
    behind = open_stores("memory:")
    behind.sessions.create(a_session(consent=Consent()))
    (copy,) = opened(behind, content)
    assert copy.consent.share is True


def test_a_file_that_cannot_be_read_is_counted_and_the_rest_is_saved(tmp_path: Path) -> None:
    stores = full(str(tmp_path))
    stores.sessions.create(a_session(id="damaged1"))
    (path,) = tmp_path.glob("*damaged1.path.json")
    path.write_bytes(write(a_session()).replace(NEWEST, b'"version": 99'))
    saved = save_backup(open_stores(str(tmp_path)))
    assert saved.unreadable == 1
    assert len(unpacked(saved.content)) == 3


def listing(files: dict[str, bytes], **changes: Any) -> bytes:
    """Return a list of files, right or changed."""
    listed = {name: {"sha256": sha256(content).hexdigest()} for name, content in files.items()}
    return orjson.dumps({"format": backup.FORMAT, "version": 1, "files": listed, **changes})


def packed(files: dict[str, bytes], **facts: Any) -> bytes:
    """Pack files with a list that knows them all."""
    return zipped({**files, MANIFEST: listing(files)}, **facts)


NEWEST = b'"version": %d' % SESSIONS.version
GOOD = {PLAN: write(a_session())}
REFUSED: dict[str, tuple[bytes, type[PlannerError]]] = {
    "nothing": (b"", NotABackup),
    "a plan": (write(a_session()), NotABackup),
    "another zip": (zipped({"a.txt": b"a"}), NotABackup),
    "another list of files": (zipped({MANIFEST: listing({}, format="x")}), NotABackup),
    "a list without a version": (zipped({MANIFEST: listing({}, version=None)}), BackupDamaged),
    "a newer version": (zipped({MANIFEST: listing({}, version=2)}), FileTooNew),
    "cut in half": (packed(GOOD)[:200], BackupDamaged),
    "a remark at the end": (packed(GOOD, comment=b"hello"), BackupDamaged),
    "links": (packed(GOOD, mode=stat.S_IFLNK | 0o777), BackupDamaged),
    "packed in a way of its own": (packed(GOOD, way=zipfile.ZIP_BZIP2), BackupDamaged),
    "the same name twice": (packed(GOOD, twice=PLAN), BackupDamaged),
    "a name that climbs": (packed({**GOOD, "../../etc/passwd": b"x"}), BackupDamaged),
    "a name from the root": (packed({**GOOD, f"/{PLAN}": b"x"}), BackupDamaged),
    "a program": (packed({**GOOD, "setup.exe": b"x"}), BackupDamaged),
    "a plan in a wrong folder": (
        packed({PLAN.replace("sessions", "visions"): b"x"}),
        BackupDamaged,
    ),
    "a file that is not in the list": (
        zipped({**GOOD, "more.txt": b"x", MANIFEST: listing(GOOD)}),
        BackupDamaged,
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_backup_is_refused_in_a_sentence(name: str) -> None:
    content, error = REFUSED[name]
    stores = open_stores("memory:")
    with pytest.raises(error) as refused:
        opened(stores, content)
    assert type(refused.value) is error
    assert str(refused.value).endswith(".")
    assert "{" not in str(refused.value)
    assert stores.sessions.summaries() == []


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup, "MOST_UNPACKED", 2**20)
    bomb = packed({PLAN: bytes(2**20)})
    assert len(bomb) < 2**14
    with pytest.raises(BackupTooLarge):
        read_backup(bomb)


def test_too_many_files_and_too_large_a_zip_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup, "MOST_FILES", 1)
    with pytest.raises(BackupTooLarge):
        read_backup(packed(GOOD))
    monkeypatch.undo()
    monkeypatch.setattr(backup, "MOST_PACKED", 100)
    with pytest.raises(BackupTooLarge):
        read_backup(packed(GOOD))
    with pytest.raises(BackupTooLarge):
        save_backup(full())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        GOOD[PLAN][:-9],
        write(a_session(id="another1")),
        write(a_vision()),
        GOOD[PLAN].replace(NEWEST, b'"version": 99'),
    ],
    ids=["empty", "cut", "another plan", "a vision", "too new"],
)
def test_a_damaged_document_is_left_out_and_named_and_the_others_come_in(content: bytes) -> None:
    other = "sessions/2026-11-22_another2.path.json"
    contents = read_backup(packed({PLAN: content, other: write(a_session(id="another2"))}))
    assert [document.id for document in contents.documents] == ["another2"]
    assert contents.unreadable == (PLAN,)


def test_a_document_that_was_changed_in_the_zip_is_left_out() -> None:
    changed = {PLAN: GOOD[PLAN].replace(b"sunflowers", b"moonflower")}
    contents = read_backup(zipped({**changed, MANIFEST: listing(GOOD)}))
    assert contents.unreadable == (PLAN,)


def test_a_vision_and_a_session_may_have_the_same_id() -> None:
    documents = read_backup(save_backup(full()).content).documents
    assert [isinstance(document, Vision) for document in documents] == [False, True]
