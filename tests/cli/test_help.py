"""The help of every command: it is on one page of the documentation, and it is quick."""

import subprocess
import sys
from importlib.util import find_spec

import pytest

from path_planner.cli import COMMAND_LINE, option_types, vision
from path_planner.cli.command import DEFAULT_FOLDER, STORE_VARIABLE, Argument, Option
from path_planner.cli.export import FORMS, PAPER_OF_A_POSTER
from path_planner.cli.run import DEFAULT_PORT
from path_planner.i18n import ENGLISH, PSEUDO, set_language
from tests.cli import golden
from tests.cli.running import run

HEAVY = {
    "streamlit", "pydantic", "numpy", "pandas", "fpdf", "uharfbuzz", "pikepdf", "PIL",
    "path_planner.scene.poster", "path_planner.domain.session", "path_planner.exports.base",
}  # fmt: skip
PATHS = list(golden.paths())


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_every_command_explains_itself(path: tuple[str, ...], option: str) -> None:
    result = run(*path, option)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(" ".join(["Usage: path-planner", *path]))
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_the_list_of_commands_names_each_and_says_what_it_does() -> None:
    told = run("--help").stdout
    width = max(map(len, COMMAND_LINE.commands))
    for name, command in COMMAND_LINE.commands.items():
        assert command.help
        assert f"  {name:<{width}}  {command.help[:40]}" in told


def test_the_page_of_all_commands_says_what_their_help_says() -> None:
    written = golden.REFERENCE.read_text("utf-8")
    assert written.count("Usage: ") == len(PATHS) == 17
    assert written == golden.reference(), "run: make commands"


def test_all_help_is_in_the_catalogue() -> None:
    set_language(PSEUDO)
    try:
        told = {path: " ".join(run(*path, "--help").stdout.split()) for path in PATHS}
    finally:
        set_language(ENGLISH)
    for text in told.values():
        assert "⟦show this help and exit⟧" in text
    assert "⟦Start a vision in a file.⟧" in told["vision", "new"]
    assert "⟦FILE⟧ ⟦file to write, ending in .vision.json⟧" in told["vision", "new"]
    assert "⟦records of conversations⟧:" in told["vision", "add"]


def test_every_option_and_argument_is_explained() -> None:
    parts = vision.vision.commands.values()
    commands = [COMMAND_LINE, *COMMAND_LINE.commands.values(), *parts]
    asked = [parameter for command in commands for parameter in command.params]
    assert len(asked) > 40
    assert all(isinstance(parameter, Option | Argument) for parameter in asked)
    assert [parameter.name for parameter in asked if not parameter.help] == []


def test_what_help_says_of_defaults_and_forms_is_true() -> None:
    told = {path: " ".join(run(*path, "--help").stdout.split()) for path in PATHS}
    assert f"(normally {DEFAULT_PORT})" in told["run",]
    assert f"(normally {STORE_VARIABLE}, else “{DEFAULT_FOLDER}” in this folder)" in told["check",]
    assert f"for a poster, normally {PAPER_OF_A_POSTER}" in told["export",]
    assert f"{', '.join(FORMS[:-1])} or {FORMS[-1]}" in told["export",]


def test_help_needs_nothing_heavy() -> None:
    calls = "".join(f"main({[*path, '--help']!r})\n" for path in PATHS)
    script = f"import sys\nfrom path_planner.cli import main\n{calls}print('LOADED', *sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    told, _, loaded = done.stdout.decode().partition("LOADED")
    assert told.count("Usage: ") == len(PATHS)
    assert option_types.__name__ in loaded.split()
    assert HEAVY & set(loaded.split()) == set()


@pytest.mark.parametrize("name", sorted(HEAVY))
def test_what_help_must_not_load_is_called_so(name: str) -> None:
    assert find_spec(name) is not None
