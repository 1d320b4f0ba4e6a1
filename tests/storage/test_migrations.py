"""Versions: every old file opens, each step leads one version on, a newer file is left alone."""

from pathlib import Path
from typing import Any

import orjson
import pytest

from path_planner.errors import FileDamaged, FileTooNew
from path_planner.storage import document, migrations, past
from path_planner.storage.document import VERSION
from path_planner.storage.files_store import FilesStore
from path_planner.storage.migrations import STEPS, migrate
from path_planner.storage.store import FileState
from tests.domain.builders import a_session
from tests.storage.writers import say

SAMPLES = Path(__file__).parents[1] / "samples"


def samples() -> list[Path]:
    """Return the frozen documents, one of each version."""
    return sorted(SAMPLES.glob("session_v*.path.json"))


def test_there_is_one_frozen_sample_of_each_version() -> None:
    assert [path.name for path in samples()] == [
        f"session_v{number}.path.json" for number in range(1, VERSION + 1)
    ]
    for number, path in enumerate(samples(), 1):
        assert orjson.loads(path.read_bytes())["version"] == number


def test_there_is_one_step_from_each_version_to_the_next() -> None:
    assert sorted(STEPS) == list(range(1, VERSION))


@pytest.mark.parametrize("path", samples(), ids=lambda path: path.name)
def test_every_old_sample_opens_with_all_that_is_in_it(path: Path) -> None:
    session = document.read(path.read_bytes())
    assert session.about.title == "Jo’s PATH"
    assert len(session.people) == 4
    assert len(session.voices) == 6
    assert len(session.commitments) == 2
    assert len(session.reviews) == 1
    assert len(session.marks) == 3
    assert session.stages["dream"].approved
    assert session.model_extra == {"kept_for_later": {"as": "it came"}}


def test_the_newest_sample_is_written_byte_for_byte() -> None:
    data = samples()[-1].read_bytes()
    assert document.write(document.read(data)) == data


def _names_are_shouted(raw: dict[str, Any]) -> dict[str, Any]:
    voices = [{"id": voice["id"], "text": voice["said"].upper()} for voice in raw["voices"]]
    return raw | {"voices": voices}


def _and_answered(raw: dict[str, Any]) -> dict[str, Any]:
    return raw | {"voices": [voice | {"text": voice["text"] + "?"} for voice in raw["voices"]]}


def test_steps_are_taken_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "STEPS", {1: _names_are_shouted, 2: _and_answered})
    old = {"version": 1, "voices": [{"id": "v1", "said": "bees"}]}
    assert migrate(old, 2) == {"version": 2, "voices": [{"id": "v1", "text": "BEES"}]}
    new = migrate(old)
    assert new == {"version": 3, "voices": [{"id": "v1", "text": "BEES?"}]}
    assert migrate(new) == new
    assert old["version"] == 1


def test_a_step_that_stumbles_over_a_strange_file_refuses_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = document.write(a_session())
    _grow_older(monkeypatch, _names_are_shouted)
    with pytest.raises(FileDamaged):
        document.read(data)


def _grow_older(monkeypatch: pytest.MonkeyPatch, step: Any) -> None:
    """Make this program one version newer than the files it wrote."""
    monkeypatch.setattr(migrations, "STEPS", {1: step})


def test_an_older_file_and_its_journal_open_and_a_copy_is_kept(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = FilesStore(folder)
    session = say(store, store.begin(a_session()), "v2", "Bees")
    old = (folder / "2026-11-22_k7f3q2.path.json").read_bytes()
    _grow_older(monkeypatch, _and_answered)
    newer = FilesStore(folder)
    opened = newer.open(session.id)
    assert opened.notices == ()
    assert opened.session.revision == session.revision
    assert opened.session.voices["v2"].text == "Bees?"
    after = say(newer, opened.session, "v3", "Honey")
    newer.settle(session.id)
    assert orjson.loads((folder / "2026-11-22_k7f3q2.path.json").read_bytes())["version"] == 2
    kept = [path.name for path in (folder / ".path" / session.id).iterdir()]
    assert past.read_base(newer._folder.shelf(session.id), 0) == old
    assert "00000000.jsonl.z" in kept
    again = FilesStore(folder)
    assert again.open(session.id).session == after
    assert again.at_revision(session.id, 1).voices["v2"].text == "Bees?"
    # And without any snapshot of the newer version: the steps are of two.
    (folder / ".path" / session.id / "00000001.json.z").unlink()
    (folder / "2026-11-22_k7f3q2.path.json").write_bytes(b"")
    recovered = FilesStore(folder).open(session.id)
    assert recovered.session == after
    assert "Nothing is lost" in str(recovered.notices[0])


def test_a_newer_file_is_refused_untouched(folder: Path) -> None:
    store = FilesStore(folder)
    folder.mkdir()
    newer = folder / "2026-11-22_k7f3q2.path.json"
    data = document.write(a_session()).replace(b'"version": 1', b'"version": 2', 1)
    newer.write_bytes(data)
    for _ in range(2):
        with pytest.raises(FileTooNew):
            store.open("k7f3q2")
    (entry,) = store.entries()
    assert (entry.id, entry.title, entry.state) == ("k7f3q2", "Robin’s PATH", FileState.TOO_NEW)
    assert newer.read_bytes() == data
    assert [finding.well for finding in store.check()] == [False]


def test_a_file_that_became_newer_elsewhere_is_refused_untouched(folder: Path) -> None:
    store = FilesStore(folder)
    session = say(store, store.begin(a_session()), "v2")
    store.settle(session.id)
    file = folder / "2026-11-22_k7f3q2.path.json"
    data = file.read_bytes().replace(b'"version": 1', b'"version": 2', 1)
    file.write_bytes(data)
    with pytest.raises(FileTooNew):
        store.open(session.id)
    with pytest.raises(FileTooNew):
        say(store, session, "v3")
    assert file.read_bytes() == data
