"""Where a command writes: into a file or to standard output, and never over a plan."""

import os
from pathlib import Path

import pytest

from path_planner import cli
from path_planner.storage.serializer import write
from tests.domain.builders import a_session
from tests.storage.cases import a_vision

Bytes = pytest.CaptureFixture[bytes]
Output = pytest.CaptureFixture[str]


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


def export(named: Path, out: str, *more: str) -> int:
    """Export something."""
    return cli.main(["export", str(named), "--to", out, *more])


def test_a_plan_is_not_written_over_by_what_is_made_of_it(plan: Path, capsys: Output) -> None:
    before = plan.read_bytes()
    assert export(plan, str(plan)) == 1
    assert plan.read_bytes() == before
    assert capsys.readouterr().err == f"path-planner: File exists: {plan}\n"


def test_no_document_is_written_over_by_what_is_made_of_a_vision(
    vision: Path, plan: Path, capsys: Output
) -> None:
    for document in (vision, plan):
        before = document.read_bytes()
        assert export(vision, str(document), "--as", "summary") == 1
        assert document.read_bytes() == before
        assert capsys.readouterr().err == f"path-planner: File exists: {document}\n"


def test_a_folder_is_named_as_it_was_given(vision: Path, capsys: Output) -> None:
    assert export(vision, str(vision.parent), "--as", "summary") == 1
    assert capsys.readouterr().err == f"path-planner: Is a directory: {vision.parent}\n"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_what_is_no_file_is_not_put_away_for_one(vision: Path, capsys: Output) -> None:
    pipe = vision.with_name("pipe.pdf")
    os.mkfifo(pipe)
    assert export(vision, str(pipe), "--as", "summary") == 1
    assert pipe.is_fifo()
    assert str(pipe) in capsys.readouterr().err


def test_a_dash_is_standard_output(
    vision: Path, capsysbinary: Bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(vision.parent)
    assert export(vision, "-", "--as", "summary") == 0
    assert capsysbinary.readouterr().out.startswith(b"%PDF-")
    assert not Path("-").exists()


def test_a_day_that_is_none_is_named_plainly(vision: Path, capsys: Output) -> None:
    for option, value in (("--on", "yesterday"), ("--people", "many")):
        with pytest.raises(SystemExit, match="2"):
            cli.main(["vision", "add", str(vision), "r.txt", "--agreed", option, value])
        told = capsys.readouterr().err.splitlines()[-1]
        assert "2026-11-22" in told or "between 0 and" in told
