"""Versions: every old file opens, each step leads one version on, a newer file is left alone."""

from base64 import b64decode
from collections import Counter
from pathlib import Path
from typing import Any

import orjson
import pytest
from jsonschema import Draft202012Validator

from path_planner.domain.marks import (
    WALL_KINDS,
    Card,
    CardSubject,
    Shape,
    ShapeKind,
    Sketch,
    Stroke,
)
from path_planner.errors import FileDamaged, FileTooNew
from path_planner.storage import serializer
from path_planner.storage.document_type import schema
from path_planner.storage.file_store import history
from path_planner.storage.file_store.folder import Folder
from path_planner.storage.file_store.store import FileStore
from path_planner.storage.migrations import SESSION_STEPS, migrate
from path_planner.storage.protocol import FileState
from path_planner.storage.session_type import SESSIONS
from tests.domain.builders import a_session
from tests.storage.writers import say

VERSION = SESSIONS.version
NEWER = (b'"version": %d' % SESSIONS.version, b'"version": %d' % (SESSIONS.version + 1))
SAMPLES = Path(__file__).parents[1] / "samples"


def samples() -> list[Path]:
    """Return the frozen documents, one of each version."""
    return sorted(SAMPLES.glob("session_v*.path.json"))


def test_there_is_one_frozen_sample_of_each_version() -> None:
    assert [path.name for path in samples()] == [
        f"session_v{number}.path.json" for number in range(1, SESSIONS.version + 1)
    ]
    for number, path in enumerate(samples(), 1):
        assert orjson.loads(path.read_bytes())["version"] == number


def test_there_is_one_step_from_each_version_to_the_next() -> None:
    assert sorted(SESSION_STEPS) == list(range(1, SESSIONS.version))


@pytest.mark.parametrize("path", samples(), ids=lambda path: path.name)
def test_every_old_sample_opens_with_all_that_is_in_it(path: Path) -> None:
    session = serializer.read(path.read_bytes(), SESSIONS)
    assert session.about.title == "Jo’s PATH"
    assert len(session.people) == 4
    assert len(session.voices) == 6
    assert len(session.commitments) == 2
    assert len(session.reviews) == 1
    assert session.stages["dream"].approved
    assert session.model_extra == {"kept_for_later": {"as": "it came"}}


KINDS = {
    1: {"sketch": 1, "stroke": 2},
    2: {
        "sketch": 1,
        "stroke": 6,
        "card": 4,
        "shape": 5,
        "label": 1,
        "stamp": 1,
        "photo": 1,
    },
}


@pytest.mark.parametrize("number", sorted(KINDS))
def test_every_kind_of_mark_of_a_version_is_in_its_sample(number: int) -> None:
    session = serializer.read(samples()[number - 1].read_bytes(), SESSIONS)
    assert Counter(mark.kind for mark in session.marks.values()) == KINDS[number]
    assert len(session.pictures) == (number > 1)


def test_the_newest_sample_has_all_there_is() -> None:
    session = serializer.read(samples()[-1].read_bytes(), SESSIONS)
    marks = session.marks.values()
    assert {type(mark) for mark in marks} == {Sketch, Stroke, *WALL_KINDS}
    assert {mark.form for mark in marks if isinstance(mark, Shape)} == set(ShapeKind)
    assert {mark.holds for mark in marks if isinstance(mark, Card)} == set(CardSubject)
    strokes = [mark for mark in marks if isinstance(mark, Stroke)]
    assert any(stroke.pressures for stroke in strokes)
    assert {stroke.signs for stroke in strokes} == {None, "c1"}
    (picture,) = session.pictures.values()
    assert b64decode(picture.base64, validate=True).startswith(b"\xff\xd8\xff")


def test_the_newest_sample_fits_the_schema() -> None:
    Draft202012Validator(schema(SESSIONS)).validate(orjson.loads(samples()[-1].read_bytes()))


def test_the_newest_sample_is_written_byte_for_byte() -> None:
    data = samples()[-1].read_bytes()
    assert serializer.write(serializer.read(data, SESSIONS)) == data


def _names_are_shouted(raw: dict[str, Any]) -> dict[str, Any]:
    voices = [{"id": voice["id"], "text": voice["said"].upper()} for voice in raw["voices"]]
    return raw | {"voices": voices}


def _and_answered(raw: dict[str, Any]) -> dict[str, Any]:
    return raw | {"voices": [voice | {"text": voice["text"] + "?"} for voice in raw["voices"]]}


def test_steps_are_taken_one_after_the_other() -> None:
    steps = {1: _names_are_shouted, 2: _and_answered}
    old = {"version": 1, "voices": [{"id": "v1", "said": "bees"}]}
    assert migrate(old, steps, 2) == {"version": 2, "voices": [{"id": "v1", "text": "BEES"}]}
    new = migrate(old, steps)
    assert new == {"version": 3, "voices": [{"id": "v1", "text": "BEES?"}]}
    assert migrate(new, steps) == new
    assert old["version"] == 1


def test_a_step_that_stumbles_over_a_strange_file_refuses_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = serializer.write(a_session())
    _grow_older(monkeypatch, _names_are_shouted)
    with pytest.raises(FileDamaged):
        serializer.read(data, SESSIONS)


def _grow_older(monkeypatch: pytest.MonkeyPatch, step: Any) -> None:
    """Make this program one version newer than the files it wrote."""
    monkeypatch.setitem(SESSION_STEPS, SESSIONS.version, step)


def test_an_older_file_and_its_journal_open_and_a_copy_is_kept(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = FileStore(folder, SESSIONS)
    session = say(store, store.create(a_session()), "v2", "Bees")
    old = (folder / "2026-11-22_k7f3q2.path.json").read_bytes()
    _grow_older(monkeypatch, _and_answered)
    newer = FileStore(folder, SESSIONS)
    opened = newer.open(session.id)
    assert opened.notices == ()
    assert opened.document.revision == session.revision
    assert opened.document.voices["v2"].text == "Bees?"
    after = say(newer, opened.document, "v3", "Honey")
    newer.checkpoint(session.id)
    assert (
        orjson.loads((folder / "2026-11-22_k7f3q2.path.json").read_bytes())["version"]
        == VERSION + 1
    )
    kept = [path.name for path in (folder / ".path" / session.id).iterdir()]
    assert history.read_snapshot(Folder(folder, SESSIONS).paths(session.id), 0) == old
    assert "00000000.jsonl.z" in kept
    again = FileStore(folder, SESSIONS)
    assert again.open(session.id).document == after
    assert again.at_revision(session.id, 1).voices["v2"].text == "Bees?"
    # And without any snapshot of the newer version: the steps are of both.
    (folder / ".path" / session.id / "00000001.json.z").unlink()
    (folder / "2026-11-22_k7f3q2.path.json").write_bytes(b"")
    recovered = FileStore(folder, SESSIONS).open(session.id)
    assert recovered.document == after
    assert "Nothing is lost" in str(recovered.notices[0])


def test_a_newer_file_is_refused_untouched(folder: Path) -> None:
    store = FileStore(folder, SESSIONS)
    folder.mkdir()
    newer = folder / "2026-11-22_k7f3q2.path.json"
    data = serializer.write(a_session()).replace(*NEWER, 1)
    newer.write_bytes(data)
    for _ in range(2):
        with pytest.raises(FileTooNew):
            store.open("k7f3q2")
    (entry,) = store.summaries()
    assert (entry.id, entry.title, entry.state) == ("k7f3q2", "Robin’s PATH", FileState.TOO_NEW)
    assert newer.read_bytes() == data
    assert [finding.well for finding in store.check()] == [False]


def test_a_file_that_became_newer_elsewhere_is_refused_untouched(folder: Path) -> None:
    store = FileStore(folder, SESSIONS)
    session = say(store, store.create(a_session()), "v2")
    store.checkpoint(session.id)
    file = folder / "2026-11-22_k7f3q2.path.json"
    data = file.read_bytes().replace(*NEWER, 1)
    file.write_bytes(data)
    with pytest.raises(FileTooNew):
        store.open(session.id)
    with pytest.raises(FileTooNew):
        say(store, session, "v3")
    assert file.read_bytes() == data
