"""Each command says what it does, does it, and says in one line what went wrong."""

import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from path_planner import __version__, cli
from path_planner.cli.run import add_sample
from path_planner.cli.store_option import store_location
from path_planner.storage.serializer import MOST_BYTES, read
from path_planner.storage.session_type import SESSIONS
from path_planner.storage.store_registry import open_store

Output = pytest.CaptureFixture[str]


def call(*arguments: object) -> int:
    """Run the command line."""
    return cli.main([str(argument) for argument in arguments])


@pytest.fixture
def sample(tmp_path: Path, capsys: Output) -> Path:
    """Write one small sample and return its file."""
    assert call("sample", tmp_path / "made", "--sessions", 1, "--voices", 9, "--strokes", 5) == 0
    return Path(capsys.readouterr().out.strip())


def trouble(capsys: Output) -> str:
    """Return what was complained about: one line that names the program, and nothing else."""
    told = capsys.readouterr()
    assert told.err.startswith("path-planner: ")
    assert told.err.count("\n") == 1
    return told.err


@pytest.mark.parametrize("command", [None, *(command.name for command in cli.COMMANDS)])
def test_every_command_explains_itself(command: str | None, capsys: Output) -> None:
    with pytest.raises(SystemExit) as stopped:
        call(*([command] if command else []), "--help")
    assert stopped.value.code == 0
    text = capsys.readouterr().out
    assert text.startswith("usage: path-planner")
    if command is None:
        assert all(f"    {known.name} " in text for known in cli.COMMANDS)


def test_it_names_its_version(capsys: Output) -> None:
    with pytest.raises(SystemExit) as stopped:
        call("--version")
    assert stopped.value.code == 0
    assert capsys.readouterr().out == f"path-planner {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [["sing"], ["check", "--loud"], ["run", "--port", "x"], ["run", "--port", "65536"],
     ["--port", "-1"], ["sample"], ["import"], ["sample", "x", "--voices", "-1"]],
)  # fmt: skip
def test_wrong_usage_ends_with_status_two(arguments: list[str], capsys: Output) -> None:
    with pytest.raises(SystemExit) as stopped:
        call(*arguments)
    assert stopped.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_options_alone_are_meant_for_run() -> None:
    assert cli.with_command([]) == ["run"]
    assert cli.with_command(["--port", "0"]) == ["run", "--port", "0"]
    assert cli.with_command(["check", "--store", "x"]) == ["check", "--store", "x"]
    assert cli.with_command(["--help"]) == ["--help"]


def test_samples_are_files_of_a_store_as_large_as_wanted(sample: Path) -> None:
    session = read(sample.read_bytes(), SESSIONS)
    strokes = [mark for mark in session.marks.values() if mark.kind == "stroke"]
    assert (len(session.voices), len(strokes)) == (9, 5)
    assert call("check", "--store", sample.parent) == 0
    assert session.id in {entry.id for entry in open_store(str(sample.parent)).summaries()}


def test_samples_are_the_same_bytes_for_the_same_seed(sample: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    call("sample", again, "--sessions", 1, "--voices", 9, "--strokes", 5, "--seed", 1)
    call("sample", again, "--sessions", 1, "--voices", 9, "--strokes", 5, "--seed", 2)
    written = sorted(again.iterdir())
    assert len(written) == 2
    assert (again / sample.name).read_bytes() == sample.read_bytes()


def test_import_keeps_a_plan_and_prints_its_id(
    sample: Path, tmp_path: Path, capsys: Output
) -> None:
    store = tmp_path / "store"
    assert call("import", sample, "--store", store) == 0
    assert capsys.readouterr().out.strip() == read(sample.read_bytes(), SESSIONS).id


def test_import_of_what_is_there_already_keeps_both(
    sample: Path, tmp_path: Path, capsys: Output
) -> None:
    store = tmp_path / "store"
    assert call("import", sample, sample, "--store", store) == 0
    first, second = capsys.readouterr().out.split()
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
    content: bytes, reason: str, tmp_path: Path, capsys: Output
) -> None:
    file = tmp_path / "plan.path.json"
    file.write_bytes(content)
    assert call("import", file, "--store", tmp_path / "store") == 1
    assert reason in trouble(capsys)
    assert file.stat().st_size == len(content)
    assert open_store(str(tmp_path / "store")).summaries() == []


def test_one_bad_file_does_not_keep_the_others_out(
    sample: Path, tmp_path: Path, capsys: Output
) -> None:
    bad = tmp_path / "none.path.json"
    assert call("import", bad, sample, "--store", tmp_path / "store") == 1
    told = capsys.readouterr()
    assert told.out.strip() == read(sample.read_bytes(), SESSIONS).id
    assert told.err.startswith(f"path-planner: {bad}: ")


def test_check_is_content_with_an_empty_store(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "store").mkdir()
    assert call("check", "--store", tmp_path / "store") == 0
    assert capsys.readouterr().out == "All is well.\n"


def test_check_does_not_call_a_folder_well_that_is_not_there(
    tmp_path: Path, capsys: Output
) -> None:
    assert call("check", "--store", tmp_path / "mistyped") == 1
    assert "mistyped" in capsys.readouterr().err


def test_check_names_the_file_that_is_damaged_and_leaves_it(sample: Path, capsys: Output) -> None:
    cut = sample.read_bytes()[:-200]
    sample.write_bytes(cut)
    assert call("check", "--store", sample.parent) == 1
    lines = capsys.readouterr().out.splitlines()
    assert sample.name in lines[0]
    assert lines[-1] == "1 file needs a look."
    assert sample.read_bytes() == cut


def test_the_schema_describes_what_is_written(sample: Path, capsys: Output) -> None:
    assert call("schema") == 0
    schema = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator.check_schema(schema)
    document = json.loads(sample.read_bytes())
    jsonschema.validate(document, schema)
    assert set(schema["properties"]) == set(document)
    del document["id"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, schema)


def test_the_schema_refuses_a_wrong_record(sample: Path, capsys: Output) -> None:
    call("schema")
    schema = json.loads(capsys.readouterr().out)
    document = json.loads(sample.read_bytes())
    document["voices"][0]["share"] = "everybody"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, schema)


def test_an_unknown_kind_of_store_is_one_plain_line(capsys: Output) -> None:
    assert call("check", "--store", "carrier-pigeon:coop") == 1
    assert "carrier-pigeon" in trouble(capsys)


def test_a_folder_that_cannot_be_written_is_one_plain_line(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "file").write_text("not a folder")
    assert call("sample", tmp_path / "file" / "made") == 1
    assert str(tmp_path) in trouble(capsys)


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


def test_a_drawing_comes_onto_the_wall_of_a_plan(
    sample: Path, tmp_path: Path, capsys: Output
) -> None:
    """What was left out is told beside the result."""
    store = tmp_path / "store"
    assert call("import", sample, "--store", store) == 0
    plan = capsys.readouterr().out.strip()
    elements = [
        {"type": "ellipse", "id": "e", "x": 9, "y": 9, "width": 40, "height": 30},
        {"type": "frame", "id": "f", "x": 0, "y": 0, "width": 40, "height": 30},
    ]
    drawing = tmp_path / "one.excalidraw"
    drawing.write_text(json.dumps({"type": "excalidraw", "elements": elements}))
    assert call("import", drawing, "--into", plan, "--store", store) == 0
    told = capsys.readouterr()
    assert told.out.strip() == plan
    assert "one.excalidraw: left out: 1 frame." in told.err
    assert call("import", sample, "--into", plan, "--store", store) == 1
    assert "is not a drawing made with Excalidraw" in capsys.readouterr().err
