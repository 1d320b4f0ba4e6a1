"""A give-away zip comes back as the vision it was made from; a hostile one does not come in."""

import stat
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from path_planner.analysis.publishable import publishable
from path_planner.analysis.queries import without_reidentifiable
from path_planner.domain.vision.vision import Vision
from path_planner.errors import (
    FileTooNew,
    IsASession,
    NotAnOpenDataPackage,
    OpenDataPackageDamaged,
    OpenDataPackageTooLarge,
    PlannerError,
)
from path_planner.exports.base import VisionOptions
from path_planner.exports.registry import VISION_EXPORTS
from path_planner.exports.vision import open_dataset_zip
from path_planner.exports.vision.open_dataset.package import MANIFEST, VISION, zip_package
from path_planner.services.vision import documents
from path_planner.services.vision.documents import (
    import_document,
    import_open_data,
    is_open_data_package,
    read_open_data_package,
)
from path_planner.storage.serializer import write
from path_planner.storage.store_registry import open_vision_store
from path_planner.storage.vision_type import VISIONS
from tests.analysis.test_publishable import PRIVATE, with_secrets
from tests.analysis.visions import small, visions
from tests.domain.builders import a_session
from tests.services.vision.zips import (
    GOOD,
    broken_inside,
    good,
    large_list,
    listing,
    locked,
    lying_sizes,
    manifest,
    sixty_four,
    with_file,
    zipped,
)

ON = VisionOptions(on=date(2026, 11, 22))


@pytest.fixture(autouse=True)
def _no_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the PDFs: they are made from the same vision, and take long."""
    monkeypatch.setattr(VISION_EXPORTS, "known", ())


@settings(deadline=None, max_examples=25)
@given(visions())
def test_what_was_given_away_comes_back_and_is_given_away_again_the_same(vision: Vision) -> None:
    once = open_dataset_zip.render(vision, ON)
    brought = read_open_data_package(once)
    assert brought.vision == publishable(without_reidentifiable(vision))
    assert brought.notices == ()
    assert open_dataset_zip.render(brought.vision, ON) == once


@pytest.mark.parametrize("place", ["memory:", "folder"])
def test_it_is_the_same_after_a_stay_in_a_store(place: str, tmp_path: Any) -> None:
    once = open_dataset_zip.render(with_secrets(), ON)
    store = open_vision_store(str(tmp_path) if place == "folder" else place)
    kept = import_open_data(store, once).vision
    again = store.open(kept.id).document
    assert open_dataset_zip.render(again, ON) == once
    assert PRIVATE.lower().encode() not in store.document(kept.id).lower()


def test_a_vision_that_is_here_stays_as_it_is_and_the_other_comes_beside_it() -> None:
    store = open_vision_store("memory:")
    whole = store.create(with_secrets())
    kept = import_open_data(store, open_dataset_zip.render(whole, ON)).vision
    assert kept.id != whole.id
    assert store.open(whole.id).document == whole
    assert store.open(kept.id).document.voices.keys() == publishable(whole).voices.keys()


def test_the_same_zip_can_be_brought_in_twice() -> None:
    store = open_vision_store("memory:")
    content = open_dataset_zip.render(small(), ON)
    one, other = (import_open_data(store, content).vision for _ in range(2))
    assert one.id == small().id
    assert other.id != one.id


def test_what_must_not_travel_is_left_out_on_the_way_in_too() -> None:
    brought = read_open_data_package(zip_package({VISION: write(with_secrets())}))
    assert PRIVATE.lower() not in brought.vision.model_dump_json().lower()


@pytest.mark.parametrize(
    "changed",
    [
        lambda files: {**files, "README.txt": b"Read somebody else."},
        lambda files: {**files, "more.txt": b"Buy this!"},
        lambda files: {name: files[name] for name in files if name != "README.txt"},
    ],
    ids=["changed", "more", "missing"],
)
def test_other_files_that_are_not_as_they_were_are_told(
    changed: Callable[[dict[str, bytes]], dict[str, bytes]],
) -> None:
    whole = {**GOOD, MANIFEST: manifest(GOOD)}
    brought = read_open_data_package(zipped(changed(whole)))
    assert brought.vision == publishable(small())
    assert "The vision itself is complete" in str(brought.notices[0])


def test_a_zip_that_somebody_packed_anew_is_let_in() -> None:
    whole = {**GOOD, MANIFEST: manifest(GOOD)}
    for way in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        assert read_open_data_package(zipped(whole, way=way)).notices == ()
    assert read_open_data_package(zipped({"data/": b"", **whole})).notices == ()


BAD_VISION = GOOD[VISION].replace(b"Little Hopeford", b"Little Wobbling")
NOW = b'"version": %d' % VISIONS.version
REFUSED: dict[str, tuple[bytes, type[PlannerError]]] = {
    "nothing": (b"", NotAnOpenDataPackage),
    "a letter": (b"Dear Robin", NotAnOpenDataPackage),
    "a plan": (write(a_session()), NotAnOpenDataPackage),
    "another zip": (zipped({"a.txt": b"a"}), NotAnOpenDataPackage),
    "only the beginning": (b"PK\x03\x04" + bytes(80), OpenDataPackageDamaged),
    "only an end": (b"PK\x05\x06" + bytes(18), NotAnOpenDataPackage),
    "cut in half": (good()[: len(good()) // 2], OpenDataPackageDamaged),
    "one byte short": (good()[:-1], OpenDataPackageDamaged),
    "a remark at the end": (good(comment=b"hello"), OpenDataPackageDamaged),
    "locked": (locked(), OpenDataPackageDamaged),
    "a broken file": (broken_inside(), OpenDataPackageDamaged),
    "sizes that lie": (lying_sizes(), OpenDataPackageDamaged),
    "a list of files beyond all": (large_list(), OpenDataPackageTooLarge),
    "a zip for the very large": (sixty_four(), OpenDataPackageTooLarge),
    "packed in a way of its own": (good(way=zipfile.ZIP_BZIP2), OpenDataPackageDamaged),
    "links": (good(mode=stat.S_IFLNK | 0o777), OpenDataPackageDamaged),
    "devices": (good(mode=stat.S_IFCHR | 0o666), OpenDataPackageDamaged),
    "the same name twice": (good(twice=VISION), OpenDataPackageDamaged),
    "a name that climbs": (with_file("../../etc/passwd"), OpenDataPackageDamaged),
    "a name that climbs inside": (with_file("data/../../x"), OpenDataPackageDamaged),
    "a name from the root": (with_file("/etc/passwd"), OpenDataPackageDamaged),
    "a name with a drive": (with_file("C:/x"), OpenDataPackageDamaged),
    "a name with backslashes": (with_file("..\\x"), OpenDataPackageDamaged),
    "a name with a bell": (with_file("a\x07b"), OpenDataPackageDamaged),
    "no list of files": (zipped(GOOD), NotAnOpenDataPackage),
    "a list of files that is none": (zipped({**GOOD, MANIFEST: b"[" * 9999}), NotAnOpenDataPackage),
    "another list of files": (listing(format="another"), NotAnOpenDataPackage),
    "a list without a version": (listing(version=None), OpenDataPackageDamaged),
    "a version that is text": (listing(version="1"), OpenDataPackageDamaged),
    "files that are a list": (listing(files=[]), OpenDataPackageDamaged),
    "a newer version": (listing(version=2), FileTooNew),
    "no fingerprint": (listing(files={VISION: {}}), OpenDataPackageDamaged),
    "no vision in the list": (listing(files={}), OpenDataPackageDamaged),
    "no vision": (zipped({MANIFEST: manifest(GOOD)}), OpenDataPackageDamaged),
    "another vision": (
        zipped({**GOOD, VISION: BAD_VISION, MANIFEST: manifest(GOOD)}),
        OpenDataPackageDamaged,
    ),
    "a vision that is a plan": (zip_package({VISION: write(a_session())}), IsASession),
    "a newer vision": (
        zip_package({VISION: GOOD[VISION].replace(NOW, b'"version": 99')}),
        FileTooNew,
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_whole_give_away_is_refused_in_plain_words(name: str) -> None:
    content, error = REFUSED[name]
    store = open_vision_store("memory:")
    with pytest.raises(error) as refused:
        import_open_data(store, content)
    assert type(refused.value) is error
    assert str(refused.value).endswith(".")
    assert "{" not in str(refused.value)
    assert store.summaries() == []


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "MOST_UNPACKED", 2**20)
    files = {**GOOD, "zeros.txt": bytes(2**20)}
    bomb = zip_package(files)
    assert len(bomb) < 2**14
    with pytest.raises(OpenDataPackageTooLarge):
        read_open_data_package(bomb)


def test_too_many_files_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "MOST_FILES", 2)
    with pytest.raises(OpenDataPackageTooLarge):
        read_open_data_package(zip_package(GOOD))


def test_a_zip_that_is_too_large_itself_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "MOST_PACKED", 100)
    with pytest.raises(OpenDataPackageTooLarge) as refused:
        read_open_data_package(zip_package(GOOD))
    assert "MB" in str(refused.value)


def test_a_vision_or_a_list_that_is_too_large_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "MOST_MANIFEST", 20)
    with pytest.raises(OpenDataPackageTooLarge):
        read_open_data_package(zip_package(GOOD))
    monkeypatch.undo()
    monkeypatch.setattr(documents.serializer, "MOST_BYTES", 20)
    with pytest.raises(OpenDataPackageTooLarge):
        read_open_data_package(zip_package(GOOD))


def test_a_zip_inside_is_only_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "MOST_UNPACKED", 2**20)
    inner = zip_package({"zeros.txt": bytes(2**21)})
    assert read_open_data_package(
        zip_package({**GOOD, "documents/x.zip": inner})
    ).vision == publishable(small())


def test_a_zip_is_told_from_a_document() -> None:
    assert is_open_data_package(zip_package(GOOD))
    assert not is_open_data_package(write(a_session()))


def test_the_list_of_visions_takes_documents_and_zips_alike() -> None:
    store = open_vision_store("memory:")
    from_zip = import_document(store, open_dataset_zip.render(small(), ON))
    from_file = import_document(store, write(small()))
    assert from_zip.vision.id == small().id
    assert from_file.vision.id != small().id
    assert from_file.vision.voices == small().voices
    assert from_zip.notices == from_file.notices == ()
