"""The two files that say what the command line does: `make commands` writes them anew.

`docs/commands.md` holds the help of every command. In `transcript.txt` a line `$ …` is what
somebody types, in one folder and in this order; below it stands what goes to standard output, then,
after `! `, what goes to standard error, and after `= ` the exit status.
"""

import contextlib
import json
import shlex
import tempfile
from collections.abc import Iterator
from pathlib import Path

import click

from path_planner.cli import COMMAND_LINE
from tests.cli.running import run
from tests.source import ROOT

REFERENCE = ROOT / "docs" / "commands.md"
TRANSCRIPT = Path(__file__).with_name("transcript.txt")
PROMPT = "$ path-planner"
TOO_LONG = "x" * 301
_HEADING = """# Commands

What `path-planner COMMAND --help` says. `make commands` writes this page anew.
"""
_DRAWING = {
    "type": "excalidraw",
    "elements": [
        {"type": "ellipse", "id": "e", "x": 9, "y": 9, "width": 40, "height": 30},
        {"type": "frame", "id": "f", "x": 0, "y": 0, "width": 40, "height": 30},
    ],
}
_FILES = {
    "empty.json": "",
    "other.json": '{"a": 1}',
    "cafe.txt": "A bench for everybody.\nA bus after six.\n",
    "drawing.excalidraw": json.dumps(_DRAWING),
}


def paths(group: click.Group = COMMAND_LINE) -> Iterator[tuple[str, ...]]:
    """Return how each command is called: the program alone, then every command below it."""
    yield ()
    for name, command in group.commands.items():
        below = paths(command) if isinstance(command, click.Group) else [()]
        yield from ((name, *path) for path in below)


def reference() -> str:
    """Return the page of every command's help."""
    return "\n".join([_HEADING, *map(_section, paths())])


def _section(path: tuple[str, ...]) -> str:
    title = " ".join((str(COMMAND_LINE.name), *path))
    return f"## {title}\n\n```text\n{run(*path, '--help').stdout}```\n"


def transcript(folder: Path) -> str:
    """Type what the transcript says, in an empty folder, and return what it says now."""
    written = TRANSCRIPT.read_text("utf-8").splitlines()
    for name, content in _FILES.items():
        (folder / name).write_text(content, "utf-8")
    with contextlib.chdir(folder):
        return "".join(_played(line) for line in written if line.startswith(PROMPT))


def _played(line: str) -> str:
    typed = line.removeprefix(PROMPT).replace("TOO_LONG", TOO_LONG)
    result = run(*shlex.split(typed), PATH_PLANNER_STORE="")
    errors = (f"! {error}" for error in result.stderr.splitlines())
    return "\n".join([line, *result.stdout.splitlines(), *errors, f"= {result.exit_code}", ""])


if __name__ == "__main__":
    REFERENCE.write_text(reference(), "utf-8")
    with tempfile.TemporaryDirectory() as empty:
        TRANSCRIPT.write_text(transcript(Path(empty)), "utf-8")
