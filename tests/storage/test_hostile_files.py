"""Files from anywhere: each is refused in a plain sentence, and nothing is written."""

import resource
from pathlib import Path

import orjson
import pytest

from path_planner.errors import FileDamaged, FileTooLarge, FileTooNew, NotASession, PlannerError
from path_planner.storage import serializer
from path_planner.storage.file_store.store import FileStore
from path_planner.storage.protocol import FileState
from path_planner.storage.session_type import SESSIONS
from tests.domain.builders import a_session
from tests.storage.hostile import BOMBS, BROKEN, GOOD, NOT_A_PLAN, raw

ALL = {**NOT_A_PLAN, **BROKEN}
SEEN_ONLY_WHEN_OPENED = {
    "a comma too many",
    "a share level that is none",
    "a time of 25 hours",
    "a voice is a list",
    "a voice is a word",
    "a voice that is too long",
    "a voice whose text is an object",
    "a voice with an id that climbs",
    "a voice without an id",
    "twice in one",
    "two voices with one id",
    "voices is an object",
}
"""The list does not look into drawings and voices, which are most of a file."""


def refusal(data: bytes) -> PlannerError:
    """Return the plain error that a file is refused with."""
    with pytest.raises(PlannerError) as caught:
        serializer.read(data, SESSIONS)
    return caught.value


def test_there_are_enough_of_them() -> None:
    assert len(ALL) + len(BOMBS) >= 80


def test_the_one_they_are_made_from_is_good() -> None:
    assert serializer.read(GOOD, SESSIONS) == a_session()


@pytest.mark.parametrize("name", NOT_A_PLAN)
def test_what_is_no_plan_is_called_so(name: str) -> None:
    assert isinstance(refusal(NOT_A_PLAN[name]), NotASession)


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_plan_is_refused_with_a_reason_and_without_its_words(name: str) -> None:
    trouble = refusal(BROKEN[name])
    assert not isinstance(trouble, NotASession | FileTooNew)
    said = str(trouble)
    assert said.endswith(".")
    assert len(said) < 200
    for secret in ("Robin", "sunflowers", "Hopeford", "passwd", "http", "alert"):
        assert secret not in said


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_seen_before_it_goes_off(name: str) -> None:
    data = BOMBS[name]()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert isinstance(refusal(data), FileDamaged | FileTooLarge | NotASession)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < 100 * 1024


def test_a_newer_file_is_called_so_whatever_else_it_says() -> None:
    newer = orjson.dumps(raw(version=SESSIONS.version + 1, voices={"another": "shape"}))
    assert isinstance(refusal(newer), FileTooNew)


@pytest.mark.parametrize("name", ALL)
def test_a_hostile_file_in_the_folder_harms_nobody(name: str, folder: Path) -> None:
    store = FileStore(folder, SESSIONS)
    store.create(a_session(id="other1"))
    hostile = folder / "2026-11-22_k7f3q2.path.json"
    hostile.write_bytes(ALL[name])
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    listed = {entry.id: entry.state for entry in store.summaries()}
    assert listed["other1"] is FileState.OK
    if name not in SEEN_ONLY_WHEN_OPENED:
        assert listed.get("k7f3q2", FileState.DAMAGED) is FileState.DAMAGED
    with pytest.raises(PlannerError):
        store.open("k7f3q2")
    assert [finding.document_id for finding in store.check() if finding.well] == ["other1"]
    after = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert {path: after[path] for path in before} == before
    assert {path.name for path in after.keys() - before.keys()} <= {
        "catalogue.json",
        "catalogue.lock",
        "k7f3q2.lock",
    }
    assert list(folder.parent.iterdir()) == [folder]


def test_a_link_in_the_folder_is_not_followed(folder: Path, tmp_path: Path) -> None:
    store = FileStore(folder, SESSIONS)
    store.create(a_session(id="other1"))
    outside = tmp_path / "outside.path.json"
    outside.write_bytes(GOOD)
    (folder / "2026-11-22_k7f3q2.path.json").symlink_to(outside)
    assert [entry.id for entry in store.summaries()] == ["other1"]
    with pytest.raises(PlannerError):
        store.open("k7f3q2")
