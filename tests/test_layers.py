"""Imports point down only, never in a circle, and each border of the design is kept."""

import ast
import sys
from collections.abc import Callable, Iterator, Mapping
from types import ModuleType

import pytest
import streamlit

from tests.source import PACKAGE, imported, modules, modules_of_tests

BOTTOM_TO_TOP = (
    "dates", "resources", "i18n", "errors", "domain", "processes", "methods", "analysis",
    "similarity", "seating", "typography", "stamps", "storage", "pdf", "scene", "formats",
    "exports", "services", "sample", "ui", "pages", "server", "cli", "__main__",
)  # fmt: skip
PLACE = {name: place for place, name in enumerate(("", *BOTTOM_TO_TOP))}
# The order inside a layer; a part that is named nowhere here lies beside the lowest.
ORDER_INSIDE = {
    "services": (
        *("context", "commands", "records", "other_versions", "session", "event", "vision"),
        *("arrivals", "history", "backup"),
    ),
    # An event is printed with the easy read pages and the safe tables of a vision.
    "exports": ("base", "session", "vision", "event", "registry"),
}
# Writes what every other export of a vision writes too, so it has to ask which ones there are.
ASKS_THE_REGISTRY = {"path_planner.exports.vision.open_dataset_zip"}
KNOWS_STREAMLIT = {"ui", "pages", "server"}
# What the layers of reading may know: the one reads a vision, the other knows of none.
KNOWS_ONLY = {
    "analysis": {"dates", "i18n", "errors", "domain", "analysis"},
    "similarity": {"similarity"},
    "seating": {"seating", "i18n", "errors"},
}
PURE = {"domain", "processes", "analysis"}
# The domain is pure: it reads no file, no clock of its own, no network and no environment.
OUTSIDE_WORLD = {
    "os", "io", "pathlib", "shutil", "tempfile", "socket", "http", "urllib", "subprocess",
    "threading", "asyncio", "logging", "time", "random", "secrets", "uuid", "sqlite3",
    "tinydb", "filelock", "orjson", "streamlit", "fpdf", "pikepdf", "PIL",
}  # fmt: skip
# The public API of Streamlit, beside the names in `st` that are no modules.
OFFERED = ("streamlit.config", "streamlit.components.v2", "streamlit.testing")
# Private names of Streamlit that are needed: by module, each with the reason.
PRIVATE_BUT_NEEDED: dict[str, dict[str, str]] = {
    "path_planner.server.screens.gate": {
        "streamlit.proto.BackMsg_pb2.BackMsg": "a second screen may send two kinds of messages",
        "streamlit.proto.ForwardMsg_pb2.ForwardMsg": "a stopped screen is emptied at once",
    },
    "tests.server.screens.test_gate": {
        "streamlit.proto.BackMsg_pb2.BackMsg": "the test sends what a browser sends",
    },
    "tests.server.screens.test_real_server": {
        "streamlit.proto.BackMsg_pb2.BackMsg": "the test sends what a browser sends",
    },
    "tests.server.test_serve": {
        "streamlit.proto.BackMsg_pb2.BackMsg": "the test sends what a browser sends",
        "streamlit.proto.ForwardMsg_pb2.ForwardMsg": "the test reads what a browser receives",
    },
}

Rule = Callable[[str, ast.Module], list[str]]


def layer(module: str) -> str:
    """Return the layer of a module, which is its first name inside the package."""
    name = module.removeprefix("path_planner").lstrip(".").split(".")[0]
    return "" if name == "__version__" else name


def points_up(module: str, tree: ast.Module) -> list[str]:
    """Find imports of a layer above, and of none that is known."""
    ours = [name for name in imported(tree) if name.startswith("path_planner.")]
    return [name for name in ours if PLACE[layer(name)] > PLACE[layer(module)]]


def part(module: str) -> str:
    """Return the part of its layer that a module lies in, such as `session` of the services."""
    return [*module.split("."), "", ""][2]


def points_up_inside(module: str, tree: ast.Module) -> list[str]:
    """Find imports of a part that lies above, in the layers that have an order inside."""
    place = {name: place for place, name in enumerate(ORDER_INSIDE.get(layer(module), ()))}
    if module in ASKS_THE_REGISTRY:
        place.pop("registry")
    ours = (name for name in imported(tree) if name.startswith("path_planner."))
    beside = (name for name in ours if layer(name) == layer(module))
    return [name for name in beside if place.get(part(name), 0) > place.get(part(module), 0)]


def is_not_full(_module: str, tree: ast.Module) -> list[str]:
    """Find imports that are relative to the file."""
    return [name for name in imported(tree) if name.startswith(".")]


def knows_streamlit(module: str, tree: ast.Module) -> list[str]:
    """Find Streamlit where only plain Python belongs."""
    if layer(module) in KNOWS_STREAMLIT:
        return []
    return [name for name in imported(tree) if name.split(".")[0].startswith("streamlit")]


def pries_into_streamlit(module: str, tree: ast.Module) -> list[str]:
    """Find what Streamlit keeps to itself, but for the listed exceptions."""
    needed = PRIVATE_BUT_NEEDED.get(module, {})
    private = (name for name in used_of_streamlit(tree) if not is_public(name))
    return [name for name in private if not any(is_within(name, one) for one in needed)]


def used_of_streamlit(tree: ast.Module) -> Iterator[str]:
    """Return the full name of everything of Streamlit that is imported or reached from there."""
    yield from (name for name in imported(tree) if is_within(name, "streamlit"))
    local = dict(names_of_streamlit(tree))
    attributes = [node for node in ast.walk(tree) if local and isinstance(node, ast.Attribute)]
    inner = {node.value for node in attributes}
    for node in attributes:
        if node in inner:
            continue
        root, *parts = ast.unparse(node).split(".")
        if root in local:
            yield ".".join((local[root], *parts))


def names_of_streamlit(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Return each name that a module has for something of Streamlit, and the full name of that."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                if is_within(alias.name, "streamlit"):
                    yield alias.asname or "streamlit", alias.name if alias.asname else "streamlit"
        elif isinstance(node, ast.ImportFrom) and is_within(node.module or "", "streamlit"):
            for alias in node.names:
                yield alias.asname or alias.name, f"{node.module}.{alias.name}"


def is_within(name: str, whole: str) -> bool:
    """Say whether a full name is that of a module or of something in it."""
    return f"{name}.".startswith(f"{whole}.")


def is_public(name: str) -> bool:
    """Say whether Streamlit offers this to everybody."""
    if any(part.startswith("_") for part in name.split(".")):
        return False
    if name == "streamlit" or any(is_within(name, one) or is_within(one, name) for one in OFFERED):
        return True
    offered = vars(streamlit).get(name.split(".")[1])
    return offered is not None and not isinstance(offered, ModuleType)


def unused(listed: Mapping[str, Mapping[str, str]], parsed: Mapping[str, ast.Module]) -> list[str]:
    """Find exceptions that nobody needs any more."""
    return [
        f"{module}: {name}"
        for module, names in listed.items()
        for name in names
        if module not in parsed or name not in used_of_streamlit(parsed[module])
    ]


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
    points_up_inside,
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


def test_no_test_pries_into_streamlit() -> None:
    found = {name: pries_into_streamlit(name, tree) for name, tree in modules_of_tests().items()}
    assert {name: names for name, names in found.items() if names} == {}
    assert len(found) > 10


def test_an_exception_is_listed_only_as_long_as_it_is_needed() -> None:
    assert unused(PRIVATE_BUT_NEEDED, {**modules(), **modules_of_tests()}) == []
    listed = {"path_planner.ui.x": {"streamlit.runtime.a": "why"}}
    assert unused(listed, {}) == ["path_planner.ui.x: streamlit.runtime.a"]
    for planted, needed in (("import streamlit", False), ("from streamlit.runtime import a", True)):
        assert (unused(listed, {"path_planner.ui.x": ast.parse(planted)}) == []) == needed


@pytest.mark.parametrize(
    ("rule", "module", "planted"),
    [
        (points_up, "path_planner.domain.voice", "from path_planner.storage.protocol import Store"),
        (points_up, "path_planner.scene.wall", "def late():\n    import path_planner.ui.state"),
        (points_up, "path_planner.i18n", "from path_planner import errors"),
        (points_up, "path_planner", "from path_planner.i18n import _"),
        (is_not_full, "path_planner.domain.voice", "from .text import Text"),
        (is_not_full, "path_planner.domain.voice", "from . import text"),
        (knows_streamlit, "path_planner.domain.voice", "import streamlit as st"),
        (knows_streamlit, "path_planner.cli.run", "from streamlit import config"),
        (knows_streamlit, "path_planner.formats.x", "from streamlit_drawable_canvas import a"),
        (pries_into_streamlit, "path_planner.ui.x", "from streamlit.runtime import _secret"),
        (pries_into_streamlit, "path_planner.ui.x", "import streamlit as st\nst.a._secret()"),
        (pries_into_streamlit, "path_planner.ui.x", "from streamlit import config\nconfig._x"),
        (
            pries_into_streamlit,
            "path_planner.ui.state",
            "from streamlit.runtime.scriptrunner import get_script_run_ctx",
        ),
        (pries_into_streamlit, "path_planner.ui.x", "import streamlit.runtime as r"),
        (pries_into_streamlit, "path_planner.ui.x", "import streamlit as st\nst.runtime.exists()"),
        (pries_into_streamlit, "path_planner.ui.x", "import streamlit\nstreamlit.util.calc_hash"),
        (pries_into_streamlit, "path_planner.ui.x", "from streamlit import web"),
        (pries_into_streamlit, "path_planner.ui.x", "from streamlit import no_such_thing"),
        (pries_into_streamlit, "path_planner.ui.x", "from streamlit.components import v1"),
        (pries_into_streamlit, "path_planner.ui.x", "from streamlit.errors import Error"),
        (pries_into_streamlit, "path_planner.server.x", "from streamlit.starlette import App"),
        (pries_into_streamlit, "path_planner.server.x", "def a():\n    import streamlit.proto"),
        (holds_state, "path_planner.pages.walk", "import streamlit as st\nst.session_state['a']"),
        (holds_state, "path_planner.ui.components.basics", "from streamlit import session_state"),
        (touches_the_world, "path_planner.domain.voice", "from pathlib import Path"),
        (touches_the_world, "path_planner.processes.path", "import random"),
        (touches_the_world, "path_planner.analysis.tally", "import secrets"),
        (knows_too_much, "path_planner.analysis.x", "from path_planner.processes.path import a"),
        (
            knows_too_much,
            "path_planner.similarity.x",
            "from path_planner.domain.base import Words",
        ),
        (knows_too_much, "path_planner.similarity.x", "from path_planner.analysis import quotes"),
        (knows_too_much, "path_planner.seating.x", "from path_planner.domain.base import Record"),
        (points_up, "path_planner.analysis.x", "from path_planner.similarity.corpus import Corpus"),
        (
            points_up,
            "path_planner.exports.vision.plan.x",
            "from path_planner.services.context import a",
        ),
        (
            points_up_inside,
            "path_planner.services.session.x",
            "from path_planner.services.vision.themes import a",
        ),
        (
            points_up_inside,
            "path_planner.services.context",
            "from path_planner.services.session.voices import a",
        ),
        (
            points_up_inside,
            "path_planner.services.records",
            "from path_planner.services.session.wall.cards import a",
        ),
        (
            points_up_inside,
            "path_planner.exports.session.x",
            "from path_planner.exports.vision.community_poster import a",
        ),
        (
            points_up_inside,
            "path_planner.exports.vision.x",
            "from path_planner.exports.registry import a",
        ),
        (points_up_inside, "path_planner.exports.base", "from path_planner.exports import session"),
    ],
)
def test_a_planted_breach_is_found(rule: Rule, module: str, planted: str) -> None:
    assert rule(module, ast.parse(planted))


@pytest.mark.parametrize(
    ("rule", "module", "planted"),
    [
        (points_up, "path_planner.storage.protocol", "from path_planner.domain.voice import Voice"),
        (points_up, "path_planner.cli.top", "from path_planner import __version__"),
        (
            points_up_inside,
            "path_planner.services.vision.x",
            "from path_planner.services.session.people import a",
        ),
        (knows_too_much, "path_planner.analysis.x", "from path_planner.i18n import _"),
        (knows_too_much, "path_planner.exports.x", "from path_planner.processes.path import a"),
        (pries_into_streamlit, "path_planner.ui.x", "import streamlit as st\nst.text(self._x)"),
        (pries_into_streamlit, "path_planner.ui.x", "from streamlit import text\ntext.a"),
        (pries_into_streamlit, "path_planner.server.x", "from streamlit import config\nconfig.a()"),
        (pries_into_streamlit, "path_planner.server.x", "import streamlit as st\nst.App('a')"),
        (
            pries_into_streamlit,
            "path_planner.ui.x",
            "import streamlit as st\nst.components.v2.component('a')",
        ),
        (pries_into_streamlit, "tests.x", "from streamlit.testing.v1 import AppTest"),
        (pries_into_streamlit, "path_planner.ui.x", "from runtime import a\na.b"),
        (holds_state, "path_planner.ui.state", "import streamlit as st\nst.session_state['a']"),
    ],
)
def test_what_is_right_is_left_alone(rule: Rule, module: str, planted: str) -> None:
    assert rule(module, ast.parse(planted)) == []


def circles(trees: dict[str, ast.Module]) -> list[str]:
    """Find modules that take part in a circle of imports made while the modules load."""
    waits_for = {
        module: {
            known
            for node in tree.body
            if isinstance(node, ast.Import | ast.ImportFrom)
            for name in imported(node)
            if (known := _module_of(name, trees)) and known != module
        }
        for module, tree in trees.items()
    }
    while ready := {module for module, others in waits_for.items() if not others}:
        waits_for = {
            module: others - ready for module, others in waits_for.items() if module not in ready
        }
    return sorted(waits_for)


def _module_of(name: str, trees: dict[str, ast.Module]) -> str:
    return next((one for one in (name, name.rpartition(".")[0]) if one in trees), "")


def test_no_modules_import_each_other_in_a_circle() -> None:
    assert circles(modules()) == []


def test_a_planted_circle_is_found() -> None:
    texts = {
        "a.one": "from a.two import x",
        "a.two": "from a import three",
        "a.three": "import a.one",
        "a.four": "from a.one import x",
        "a.five": "def late():\n    from a.six import x",
        "a.six": "import a.five",
    }
    assert circles({name: ast.parse(text) for name, text in texts.items()}) == [
        "a.four", "a.one", "a.three", "a.two",
    ]  # fmt: skip


def test_a_new_layer_must_be_given_its_place() -> None:
    with pytest.raises(KeyError, match="newcomer"):
        points_up("path_planner.newcomer.x", ast.parse("from path_planner.i18n import _"))


def test_no_module_beside_the_app_hides_a_standard_one() -> None:
    # Streamlit puts the folder of the app first on the path.
    folder = PACKAGE / "pages"
    assert (folder / "app.py").is_file()
    beside = {path.stem for path in folder.iterdir() if path.suffix == ".py" or path.is_dir()}
    hidden = (beside - {"__init__", "__main__"}) & sys.stdlib_module_names
    assert hidden == set()
