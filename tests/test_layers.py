"""Imports point down only, and each border of the design is kept."""

import ast
import sys
from collections.abc import Callable

import pytest

from tests.source import PACKAGE, imported, modules

BOTTOM_TO_TOP = (
    "resources", "words", "errors", "domain", "processes", "evidence", "suggesting", "lettering",
    "stamps", "storage", "pdf", "scene", "exchange", "exports", "workshop", "visioning", "sample",
    "ui", "pages", "app", "server", "cli", "__main__",
)  # fmt: skip
PLACE = {name: place for place, name in enumerate(("", *BOTTOM_TO_TOP))}
KNOWS_STREAMLIT = {"ui", "pages", "app", "server"}
# What the layers of reading may know: the one reads a vision, the other knows of none.
KNOWS_ONLY = {
    "evidence": {"words", "errors", "domain", "evidence"},
    "suggesting": {"suggesting"},
}
PURE = {"domain", "processes", "evidence"}
# The domain is pure: it reads no file, no clock of its own, no network and no environment.
OUTSIDE_WORLD = {
    "os", "io", "pathlib", "shutil", "tempfile", "socket", "http", "urllib", "subprocess",
    "threading", "asyncio", "logging", "time", "random", "secrets", "uuid", "sqlite3",
    "tinydb", "filelock", "orjson", "streamlit", "fpdf", "pikepdf", "PIL",
}  # fmt: skip

Rule = Callable[[str, ast.Module], list[str]]


def layer(module: str) -> str:
    """Return the layer of a module, which is its first name inside the package."""
    name = module.removeprefix("path_planner").lstrip(".").split(".")[0]
    return "" if name == "__version__" else name


def points_up(module: str, tree: ast.Module) -> list[str]:
    """Find imports of a layer above, and of none that is known."""
    ours = [name for name in imported(tree) if name.startswith("path_planner.")]
    return [name for name in ours if PLACE[layer(name)] > PLACE[layer(module)]]


def is_not_full(_module: str, tree: ast.Module) -> list[str]:
    """Find imports that are relative to the file."""
    return [name for name in imported(tree) if name.startswith(".")]


def knows_streamlit(module: str, tree: ast.Module) -> list[str]:
    """Find Streamlit where only plain Python belongs."""
    if layer(module) in KNOWS_STREAMLIT:
        return []
    return [name for name in imported(tree) if name.split(".")[0].startswith("streamlit")]


def pries_into_streamlit(_module: str, tree: ast.Module) -> list[str]:
    """Find names that Streamlit keeps to itself."""
    from_it = [name for name in imported(tree) if name.split(".")[0] == "streamlit"]
    found = [name for name in from_it if any(part.startswith("_") for part in name.split("."))]
    local = {name.split(".")[-1] for name in from_it} | {"st"}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr.startswith("_"):
            root = node.value
            while isinstance(root, ast.Attribute):
                root = root.value
            if isinstance(root, ast.Name) and root.id in local:
                found.append(node.attr)
    return found


def holds_state(module: str, tree: ast.Module) -> list[str]:
    """Find Streamlit's session state anywhere but in the one module for it."""
    if module == "path_planner.ui.state":
        return []
    attributes = (node for node in ast.walk(tree) if isinstance(node, ast.Attribute))
    used = [node.attr for node in attributes if node.attr == "session_state"]
    return used + [name for name in imported(tree) if name.endswith(".session_state")]


def touches_the_world(module: str, tree: ast.Module) -> list[str]:
    """Find imports of the outside world in the layers that only compute."""
    if layer(module) not in PURE:
        return []
    return [name for name in imported(tree) if name.split(".")[0] in OUTSIDE_WORLD]


def knows_too_much(module: str, tree: ast.Module) -> list[str]:
    """Find what a layer of reading need not know, though it lies below."""
    allowed = KNOWS_ONLY.get(layer(module))
    ours = (name for name in imported(tree) if name.startswith("path_planner."))
    return [] if allowed is None else [name for name in ours if layer(name) not in allowed]


RULES: tuple[Rule, ...] = (
    points_up,
    is_not_full,
    knows_streamlit,
    pries_into_streamlit,
    holds_state,
    touches_the_world,
    knows_too_much,
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_no_module_breaks_the_rule(rule: Rule) -> None:
    broken = {module: found for module, tree in modules().items() if (found := rule(module, tree))}
    assert broken == {}
    assert len(modules()) > 10


@pytest.mark.parametrize(
    ("rule", "module", "planted"),
    [
        (points_up, "path_planner.domain.voice", "from path_planner.storage.store import Store"),
        (points_up, "path_planner.scene.wall", "def late():\n    import path_planner.ui.state"),
        (points_up, "path_planner.words", "from path_planner import errors"),
        (points_up, "path_planner", "from path_planner.words import say"),
        (is_not_full, "path_planner.domain.voice", "from .text import Text"),
        (is_not_full, "path_planner.domain.voice", "from . import text"),
        (knows_streamlit, "path_planner.domain.voice", "import streamlit as st"),
        (knows_streamlit, "path_planner.cli.run", "from streamlit import config"),
        (knows_streamlit, "path_planner.exchange.x", "from streamlit_drawable_canvas import a"),
        (pries_into_streamlit, "path_planner.ui.x", "from streamlit.runtime import _secret"),
        (pries_into_streamlit, "path_planner.ui.x", "import streamlit as st\nst.a._secret()"),
        (pries_into_streamlit, "path_planner.ui.x", "from streamlit import config\nconfig._x"),
        (holds_state, "path_planner.pages.walk", "import streamlit as st\nst.session_state['a']"),
        (holds_state, "path_planner.ui.parts", "from streamlit import session_state"),
        (touches_the_world, "path_planner.domain.voice", "from pathlib import Path"),
        (touches_the_world, "path_planner.processes.path", "import random"),
        (touches_the_world, "path_planner.evidence.voting", "import secrets"),
        (knows_too_much, "path_planner.evidence.x", "from path_planner.processes.path import a"),
        (knows_too_much, "path_planner.suggesting.x", "from path_planner.domain.text import Text"),
        (knows_too_much, "path_planner.suggesting.x", "from path_planner.evidence import reading"),
        (points_up, "path_planner.evidence.x", "from path_planner.suggesting.pile import Pile"),
        (points_up, "path_planner.exports.plan.x", "from path_planner.visioning.meeting import a"),
        (points_up, "path_planner.workshop.x", "from path_planner.visioning.meeting import a"),
    ],
)
def test_a_planted_breach_is_found(rule: Rule, module: str, planted: str) -> None:
    assert rule(module, ast.parse(planted))


@pytest.mark.parametrize(
    ("rule", "module", "planted"),
    [
        (points_up, "path_planner.storage.store", "from path_planner.domain.voice import Voice"),
        (points_up, "path_planner.cli.top", "from path_planner import __version__"),
        (knows_too_much, "path_planner.evidence.x", "from path_planner.words import say"),
        (knows_too_much, "path_planner.exports.x", "from path_planner.processes.path import a"),
        (pries_into_streamlit, "path_planner.ui.x", "import streamlit as st\nst.text(self._x)"),
        (holds_state, "path_planner.ui.state", "import streamlit as st\nst.session_state['a']"),
    ],
)
def test_what_is_right_is_left_alone(rule: Rule, module: str, planted: str) -> None:
    assert rule(module, ast.parse(planted)) == []


def test_a_new_layer_must_be_given_its_place() -> None:
    with pytest.raises(KeyError, match="newcomer"):
        points_up("path_planner.newcomer.x", ast.parse("from path_planner.words import say"))


def test_no_module_beside_the_app_hides_a_standard_one() -> None:
    # Streamlit puts the folder of the app first on the path.
    beside = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or path.is_dir()}
    hidden = (beside - {"__init__", "__main__"}) & sys.stdlib_module_names
    assert hidden == set()
