"""A give-away zip comes back as the vision it was made from; a hostile one does not come in."""

import stat
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from path_planner.domain.vision.vision import Vision
from path_planner.errors import (
    FileTooNew,
    GiveAwayDamaged,
    GiveAwayTooLarge,
    IsAPlan,
    NotAGiveAway,
    PlannerError,
)
from path_planner.evidence.linking import unlinked
from path_planner.evidence.shareable import shareable
from path_planner.exports import give_away
from path_planner.exports.giving.packing import MANIFEST, VISION, packed
from path_planner.exports.vision_export import VisionOptions
from path_planner.storage.document import write
from path_planner.storage.open_store import open_vision_store
from path_planner.visioning import bringing_back, zip_door
from path_planner.visioning.bringing_back import bring_back, looks_given_away, read_given_away
from path_planner.visioning.keeping import bring_in
from tests.domain.builders import a_session
from tests.evidence.test_shareable import PRIVATE, with_secrets
from tests.evidence.visions import small, visions
from tests.visioning.zips import (
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
    monkeypatch.setattr(give_away, "_documents", lambda _vision, _options: ())


@settings(deadline=None, max_examples=25)
@given(visions())
def test_what_was_given_away_comes_back_and_is_given_away_again_the_same(vision: Vision) -> None:
    once = give_away.render(vision, ON)
    brought = read_given_away(once)
    assert brought.vision == shareable(unlinked(vision))
    assert brought.notices == ()
    assert give_away.render(brought.vision, ON) == once


@pytest.mark.parametrize("place", ["memory:", "folder"])
def test_it_is_the_same_after_a_stay_in_a_store(place: str, tmp_path: Any) -> None:
    once = give_away.render(with_secrets(), ON)
    store = open_vision_store(str(tmp_path) if place == "folder" else place)
    kept = bring_back(store, once).vision
    again = store.open(kept.id).document
    assert give_away.render(again, ON) == once
    assert PRIVATE.lower().encode() not in store.document(kept.id).lower()


def test_a_vision_that_is_here_stays_as_it_is_and_the_other_comes_beside_it() -> None:
    store = open_vision_store("memory:")
    whole = store.begin(with_secrets())
    kept = bring_back(store, give_away.render(whole, ON)).vision
    assert kept.id != whole.id
    assert store.open(whole.id).document == whole
    assert store.open(kept.id).document.voices.keys() == shareable(whole).voices.keys()


def test_the_same_zip_can_be_brought_in_twice() -> None:
    store = open_vision_store("memory:")
    content = give_away.render(small(), ON)
    one, other = (bring_back(store, content).vision for _ in range(2))
    assert one.id == small().id
    assert other.id != one.id


def test_what_must_not_travel_is_left_out_on_the_way_in_too() -> None:
    brought = read_given_away(packed({VISION: write(with_secrets())}))
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
    brought = read_given_away(zipped(changed(whole)))
    assert brought.vision == shareable(small())
    assert "The vision itself is whole" in str(brought.notices[0])


def test_a_zip_that_somebody_packed_anew_is_let_in() -> None:
    whole = {**GOOD, MANIFEST: manifest(GOOD)}
    for way in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        assert read_given_away(zipped(whole, way=way)).notices == ()
    assert read_given_away(zipped({"data/": b"", **whole})).notices == ()


BAD_VISION = GOOD[VISION].replace(b"Little Hopeford", b"Little Wobbling")
REFUSED: dict[str, tuple[bytes, type[PlannerError]]] = {
    "nothing": (b"", NotAGiveAway),
    "a letter": (b"Dear Robin", NotAGiveAway),
    "a plan": (write(a_session()), NotAGiveAway),
    "another zip": (zipped({"a.txt": b"a"}), NotAGiveAway),
    "only the beginning": (b"PK\x03\x04" + bytes(80), GiveAwayDamaged),
    "only an end": (b"PK\x05\x06" + bytes(18), NotAGiveAway),
    "cut in half": (good()[: len(good()) // 2], GiveAwayDamaged),
    "one byte short": (good()[:-1], GiveAwayDamaged),
    "a remark at the end": (good(comment=b"hello"), GiveAwayDamaged),
    "locked": (locked(), GiveAwayDamaged),
    "a broken file": (broken_inside(), GiveAwayDamaged),
    "sizes that lie": (lying_sizes(), GiveAwayDamaged),
    "a list of files beyond all": (large_list(), GiveAwayTooLarge),
    "a zip for the very large": (sixty_four(), GiveAwayTooLarge),
    "packed in a way of its own": (good(way=zipfile.ZIP_BZIP2), GiveAwayDamaged),
    "links": (good(mode=stat.S_IFLNK | 0o777), GiveAwayDamaged),
    "devices": (good(mode=stat.S_IFCHR | 0o666), GiveAwayDamaged),
    "the same name twice": (good(twice=VISION), GiveAwayDamaged),
    "a name that climbs": (with_file("../../etc/passwd"), GiveAwayDamaged),
    "a name that climbs inside": (with_file("data/../../x"), GiveAwayDamaged),
    "a name from the root": (with_file("/etc/passwd"), GiveAwayDamaged),
    "a name with a drive": (with_file("C:/x"), GiveAwayDamaged),
    "a name with backslashes": (with_file("..\\x"), GiveAwayDamaged),
    "a name with a bell": (with_file("a\x07b"), GiveAwayDamaged),
    "no list of files": (zipped(GOOD), NotAGiveAway),
    "a list of files that is none": (zipped({**GOOD, MANIFEST: b"[" * 9999}), NotAGiveAway),
    "another list of files": (listing(format="another"), NotAGiveAway),
    "a list without a version": (listing(version=None), GiveAwayDamaged),
    "a version that is text": (listing(version="1"), GiveAwayDamaged),
    "files that are a list": (listing(files=[]), GiveAwayDamaged),
    "a newer version": (listing(version=2), FileTooNew),
    "no fingerprint": (listing(files={VISION: {}}), GiveAwayDamaged),
    "no vision in the list": (listing(files={}), GiveAwayDamaged),
    "no vision": (zipped({MANIFEST: manifest(GOOD)}), GiveAwayDamaged),
    "another vision": (
        zipped({**GOOD, VISION: BAD_VISION, MANIFEST: manifest(GOOD)}),
        GiveAwayDamaged,
    ),
    "a vision that is a plan": (packed({VISION: write(a_session())}), IsAPlan),
    "a newer vision": (
        packed({VISION: GOOD[VISION].replace(b'"version": 1', b'"version": 99')}),
        FileTooNew,
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_whole_give_away_is_refused_in_plain_words(name: str) -> None:
    content, error = REFUSED[name]
    store = open_vision_store("memory:")
    with pytest.raises(error) as refused:
        bring_back(store, content)
    assert type(refused.value) is error
    assert str(refused.value).endswith(".")
    assert "{" not in str(refused.value)
    assert store.entries() == []


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_door, "MOST_UNPACKED", 2**20)
    files = {**GOOD, "zeros.txt": bytes(2**20)}
    bomb = packed(files)
    assert len(bomb) < 2**14
    with pytest.raises(GiveAwayTooLarge):
        read_given_away(bomb)


def test_too_many_files_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_door, "MOST_FILES", 2)
    with pytest.raises(GiveAwayTooLarge):
        read_given_away(packed(GOOD))


def test_a_zip_that_is_too_large_itself_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_door, "MOST_PACKED", 100)
    with pytest.raises(GiveAwayTooLarge) as refused:
        read_given_away(packed(GOOD))
    assert "MB" in str(refused.value)


def test_a_vision_or_a_list_that_is_too_large_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bringing_back, "_MOST_MANIFEST", 20)
    with pytest.raises(GiveAwayTooLarge):
        read_given_away(packed(GOOD))
    monkeypatch.undo()
    monkeypatch.setattr(bringing_back.document, "MOST_BYTES", 20)
    with pytest.raises(GiveAwayTooLarge):
        read_given_away(packed(GOOD))


def test_a_zip_inside_is_only_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_door, "MOST_UNPACKED", 2**20)
    inner = packed({"zeros.txt": bytes(2**21)})
    assert read_given_away(packed({**GOOD, "documents/x.zip": inner})).vision == shareable(small())


def test_a_zip_is_told_from_a_document() -> None:
    assert looks_given_away(packed(GOOD))
    assert not looks_given_away(write(a_session()))


def test_the_list_of_visions_takes_documents_and_zips_alike() -> None:
    store = open_vision_store("memory:")
    from_zip = bring_in(store, give_away.render(small(), ON))
    from_file = bring_in(store, write(small()))
    assert from_zip.vision.id == small().id
    assert from_file.vision.id != small().id
    assert from_file.vision.voices == small().voices
    assert from_zip.notices == from_file.notices == ()
