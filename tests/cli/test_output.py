"""What a command writes, and where: to a file or to standard output, and never over a plan."""

import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from path_planner.cli.console import Progress
from path_planner.storage.serializer import write
from tests.cli.running import fail, run
from tests.domain.builders import a_session
from tests.storage.cases import a_vision


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Return the file of a plan."""
    file = tmp_path / "robin.path.json"
    file.write_bytes(write(a_session()))
    return file


@pytest.fixture
def vision(tmp_path: Path) -> Path:
    """Return the file of a vision."""
    file = tmp_path / "town.vision.json"
    file.write_bytes(write(a_vision()))
    return file


def test_a_plan_is_not_written_over_by_what_is_made_of_it(plan: Path) -> None:
    before = plan.read_bytes()
    assert fail("export", plan, "--to", plan) == f"path-planner: File exists: {plan}\n"
    assert plan.read_bytes() == before


def test_no_document_is_written_over_by_what_is_made_of_a_vision(vision: Path, plan: Path) -> None:
    for document in (vision, plan):
        before = document.read_bytes()
        told = fail("export", vision, "--to", document, "--as", "summary")
        assert told == f"path-planner: File exists: {document}\n"
        assert document.read_bytes() == before


def test_a_folder_is_named_as_it_was_given(vision: Path) -> None:
    told = fail("export", vision, "--to", vision.parent, "--as", "summary")
    assert told == f"path-planner: Is a directory: {vision.parent}\n"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_what_is_no_file_is_not_put_away_for_one(vision: Path) -> None:
    pipe = vision.with_name("pipe.pdf")
    os.mkfifo(pipe)
    assert str(pipe) in fail("export", vision, "--to", pipe, "--as", "summary")
    assert pipe.is_fifo()


def test_a_dash_is_standard_output(vision: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(vision.parent)
    result = run("export", vision, "--to", "-", "--as", "summary")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout_bytes.startswith(b"%PDF-")
    assert not Path("-").exists()


def test_a_terminal_shows_how_far_it_is_and_then_nothing_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown = StringIO()
    monkeypatch.setattr(shown, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stderr", shown)
    with Progress() as progress:
        progress(0.5)
        progress(0.4)
        progress(2)
    assert shown.getvalue() == "\r50% done\r100% done\r\033[K"


def test_a_pipe_shows_nothing_of_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", shown := StringIO())
    with Progress() as progress:
        progress(0.5)
    assert shown.getvalue() == ""


def test_a_reader_that_has_enough_ends_the_command_quietly() -> None:
    command = [sys.executable, "-m", "path_planner", "schema"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1
