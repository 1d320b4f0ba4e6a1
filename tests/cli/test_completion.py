"""The Tab key completes commands, options and their values, in each shell."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import run

VARIABLE = "_PATH_PLANNER_COMPLETE"
BASH = shutil.which("bash")
SHELLS = ("bash", "zsh", "fish")
FILES = {"bash": "file,", "zsh": "file\n\n_", "fish": "file,"}


def completed(shell: str, *words: str) -> str:
    """Return what the shell is told when the last of these words is to be completed."""
    where = words[-1] if shell == "fish" else str(len(words) - 1)
    asked = {VARIABLE: f"{shell}_complete", "COMP_WORDS": " ".join(words), "COMP_CWORD": where}
    result = run(**asked)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def offered(*words: str) -> list[str]:
    """Return the words that Bash is offered."""
    lines = completed("bash", "path-planner", *words).split()
    return [line.removeprefix("plain,") for line in lines]


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_gets_a_script_to_read(shell: str) -> None:
    result = run(**{VARIABLE: f"{shell}_source"})
    assert (result.exit_code, result.stderr) == (0, "")
    assert f"{VARIABLE}={shell}_complete" in result.stdout


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_is_offered_commands_and_files(shell: str) -> None:
    assert "schema" in completed(shell, "path-planner", "sch")
    assert FILES[shell] in completed(shell, "path-planner", "import", "")


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_shells_that_show_it_are_told_what_a_command_and_an_option_do(shell: str) -> None:
    assert "Start the app and open it in a browser." in completed(shell, "path-planner", "ru")
    assert "do not open a browser window" in completed(shell, "path-planner", "run", "--no")


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (["vis"], ["vision"]),
        (["--v"], ["--version"]),
        (["vision", ""], ["new", "add", "suggest"]),
        (["--port", "80", "--no"], ["--no-browser"]),
        (["run", "--s"], ["--store", "--sample"]),
        (["export", "--paper", "A"], ["A4", "A3", "A2", "A1", "A0"]),
        (["export", "--for", ""], ["circle", "pathfinder", "everybody"]),
        (["export", "x.vision.json", "--as", "p"], ["plan", "poster"]),
        (["export", "x.event.json", "--as", "l"], ["letter"]),
        (["vision", "add", "--kind", "w"], ["walk", "written"]),
        (["check", "--store", "pl"], ["dir,pl"]),
        (["export", "--to", "po"], ["file,po"]),
        (["vision", "new", "--title", ""], []),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_what_can_follow_is_offered(words: list[str], answer: list[str]) -> None:
    assert offered(*words) == answer


def test_the_first_word_can_be_every_command() -> None:
    assert offered("") == [
        *("run", "export", "blank", "import", "backup", "restore", "check", "sample", "schema"),
        *("vision", "event"),
    ]


@pytest.mark.skipif(not BASH, reason="there is no Bash here")
def test_bash_completes_after_reading_its_script(tmp_path: Path) -> None:
    program = tmp_path / "path-planner"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m path_planner "$@"\n', "utf-8")
    program.chmod(0o700)
    script = (
        f'eval "$({VARIABLE}=bash_source path-planner)"\n'
        "COMP_WORDS=(path-planner vision su) COMP_CWORD=2\n"
        'asked=$(complete -p path-planner | sed "s/.*-F \\([^ ]*\\).*/\\1/")\n'
        '"$asked" path-planner && echo "${COMPREPLY[@]}"\n'
    )
    done = subprocess.run(
        [str(BASH), "--norc", "-c", script],
        env={**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "suggest\n"
