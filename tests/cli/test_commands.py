"""Each command does what it says, and says in one line what went wrong."""

import json
import os
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from path_planner import __version__
from path_planner.cli.command import STORE_VARIABLE, store_location
from path_planner.cli.run import DEFAULT_PORT, add_sample
from path_planner.server import serve
from path_planner.storage import store_registry as stores
from path_planner.storage.file_store.store import FileStore
from path_planner.storage.serializer import MOST_BYTES, read
from path_planner.storage.session_type import SESSIONS
from path_planner.storage.store_registry import open_store
from tests.cli.running import fail, run, succeed
from tests.domain.builders import a_session
from tests.storage.writers import say


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """Write one small sample and return its file."""
    small = ("--sessions", 1, "--voices", 9, "--strokes", 5)
    return Path(succeed("sample", tmp_path / "made", *small).strip())


def test_it_names_its_version() -> None:
    assert succeed("--version") == f"path-planner {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "port", "store"),
    [
        ([], DEFAULT_PORT, "sessions"),
        (["--port", "0"], 0, "sessions"),
        (["--store", "plans", "--no-browser"], DEFAULT_PORT, "plans"),
        (["run", "--port", "65535"], 65535, "sessions"),
    ],
)
def test_options_alone_are_meant_for_run(
    arguments: list[str], port: int, store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    served: list[tuple[int, bool]] = []

    def note(port: int, _folder: Path, *, browser: bool, tell: object, phones: str | None) -> None:
        assert callable(tell)
        assert phones is None
        served.append((port, browser))

    monkeypatch.setattr(serve, "serve", note)
    monkeypatch.setenv(STORE_VARIABLE, "")
    assert succeed(*arguments) == ""
    assert served == [(port, "--no-browser" not in arguments)]
    assert os.environ[STORE_VARIABLE] == store


def test_a_command_stopped_by_ctrl_c_ends_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def interrupted(_location: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(stores, "open_stores", interrupted)
    result = run("check")
    assert (result.exit_code, result.output.strip()) == (130, "")


def test_samples_are_files_of_a_store_as_large_as_wanted(sample: Path) -> None:
    session = read(sample.read_bytes(), SESSIONS)
    strokes = [mark for mark in session.marks.values() if mark.kind == "stroke"]
    assert (len(session.voices), len(strokes)) == (9, 5)
    succeed("check", "--store", sample.parent)
    assert session.id in {entry.id for entry in open_store(str(sample.parent)).summaries()}


def test_samples_are_the_same_bytes_for_the_same_seed(sample: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    succeed("sample", again, "--sessions", 1, "--voices", 9, "--strokes", 5, "--seed", 1)
    succeed("sample", again, "--sessions", 1, "--voices", 9, "--strokes", 5, "--seed", 2)
    written = sorted(again.iterdir())
    assert len(written) == 2
    assert (again / sample.name).read_bytes() == sample.read_bytes()


def test_import_keeps_a_plan_and_prints_its_id(sample: Path, tmp_path: Path) -> None:
    printed = succeed("import", sample, "--store", tmp_path / "store")
    assert printed.strip() == read(sample.read_bytes(), SESSIONS).id


def test_import_takes_what_is_only_in_the_journal_beside_the_file(tmp_path: Path) -> None:
    store = FileStore(tmp_path / "stick", SESSIONS)
    say(store, store.create(a_session()), "v2")
    (file,) = (tmp_path / "stick").glob("*.path.json")
    assert "v2" not in read(file.read_bytes(), SESSIONS).voices
    printed = succeed("import", file, "--store", tmp_path / "store").strip()
    assert "v2" in open_store(str(tmp_path / "store")).open(printed).document.voices


def test_import_of_what_is_there_already_keeps_both(sample: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    first, second = succeed("import", sample, sample, "--store", store).split()
    assert first != second
    assert {entry.id for entry in open_store(str(store)).summaries()} == {first, second}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "damaged"),
        (b"[]", "not a plan"),
        (b'{"format": "path-planner/session", "version": 999}', "newer version"),
        (b'{"format": "path-planner/session", "version": 1, "id": "', "damaged"),
        (b" " * (MOST_BYTES + 1), "too large"),
    ],
    ids=["empty", "other", "newer", "cut", "huge"],
)
def test_import_refuses_what_it_cannot_keep_whole(
    content: bytes, reason: str, tmp_path: Path
) -> None:
    file = tmp_path / "plan.path.json"
    file.write_bytes(content)
    assert reason in fail("import", file, "--store", tmp_path / "store")
    assert file.stat().st_size == len(content)
    assert open_store(str(tmp_path / "store")).summaries() == []


def test_one_bad_file_does_not_keep_the_others_out(sample: Path, tmp_path: Path) -> None:
    bad = tmp_path / "none.path.json"
    result = run("import", bad, sample, "--store", tmp_path / "store")
    assert result.exit_code == 1
    assert result.stdout.strip() == read(sample.read_bytes(), SESSIONS).id
    assert result.stderr.startswith(f"path-planner: {bad}: ")


def test_check_is_content_with_an_empty_store(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    assert succeed("check", "--store", tmp_path / "store") == "Everything is fine.\n"


def test_check_does_not_call_a_folder_well_that_is_not_there(tmp_path: Path) -> None:
    assert "mistyped" in fail("check", "--store", tmp_path / "mistyped")


def test_check_names_the_file_that_is_damaged_and_leaves_it(sample: Path) -> None:
    cut = sample.read_bytes()[:-200]
    sample.write_bytes(cut)
    result = run("check", "--store", sample.parent)
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert sample.name in lines[0]
    assert lines[-1] == "1 file needs checking."
    assert sample.read_bytes() == cut


def test_the_schema_describes_what_is_written(sample: Path) -> None:
    schema = json.loads(succeed("schema"))
    jsonschema.Draft202012Validator.check_schema(schema)
    document = json.loads(sample.read_bytes())
    jsonschema.validate(document, schema)
    assert set(schema["properties"]) == set(document)
    del document["id"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, schema)


def test_the_schema_refuses_a_wrong_record(sample: Path) -> None:
    schema = json.loads(succeed("schema"))
    document = json.loads(sample.read_bytes())
    document["voices"][0]["share"] = "everybody"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, schema)


def test_an_unknown_kind_of_store_is_one_plain_line() -> None:
    assert "carrier-pigeon" in fail("check", "--store", "carrier-pigeon:coop")


def test_a_folder_that_cannot_be_written_is_one_plain_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    assert str(tmp_path) in fail("sample", tmp_path / "file" / "made")


@pytest.mark.slow
def test_run_puts_a_sample_of_today_only_where_nothing_is_yet(tmp_path: Path) -> None:
    place = str(tmp_path / "sessions")
    add_sample(place)
    (entry,) = open_store(place).summaries()
    assert entry.held_on == entry.begun.date()
    assert abs((entry.begun.date() - date.today()).days) <= 1  # noqa: DTZ011  (within a day)
    add_sample(place)
    assert len(open_store(place).summaries()) == 1


def test_the_store_is_the_one_given_else_the_one_set_else_sessions_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("PATH_PLANNER_STORE", raising=False)
    assert store_location(None) == "sessions"
    monkeypatch.setenv("PATH_PLANNER_STORE", "elsewhere")
    assert store_location(None) == "elsewhere"
    assert store_location("here") == "here"


def test_a_drawing_comes_onto_the_wall_of_a_plan(sample: Path, tmp_path: Path) -> None:
    """What was left out is told beside the result."""
    store = tmp_path / "store"
    plan = succeed("import", sample, "--store", store).strip()
    elements = [
        {"type": "ellipse", "id": "e", "x": 9, "y": 9, "width": 40, "height": 30},
        {"type": "frame", "id": "f", "x": 0, "y": 0, "width": 40, "height": 30},
    ]
    drawing = tmp_path / "one.excalidraw"
    drawing.write_text(json.dumps({"type": "excalidraw", "elements": elements}))
    result = run("import", drawing, "--into", plan, "--store", store)
    assert (result.exit_code, result.stdout.strip()) == (0, plan)
    assert "one.excalidraw: left out: 1 frame." in result.stderr
    told = fail("import", sample, "--into", plan, "--store", store)
    assert "is not a drawing made with Excalidraw" in told
