"""Tests use what the package offers, so that its insides may change without them."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.source import ROOT

FOREIGN = {
    "_replace": "named tuples: public, and named so that no field clashes",
    "_exit": "os: public, an end without a farewell",
    "_getframe": "sys: public, who calls",
    "_inline": "python-docx: it has no other way to the alternative text of a picture",
    "_p": "python-docx: it has no other way to the direction of a paragraph",
    "_tbl": "python-docx: it has no other way to the heads and the caption of a table",
    "_tree": "AppTest: what the browser would send back of all fields, and all that is on the page",
    "_run": "AppTest: one run with given values, as when a button is pressed twice",
    "_page_hash": "AppTest: the page that a press was made on, before the answer came",
    "_finished_page_script_hash": "AppTest: the same, once a run is over",
    "_type": "pydantic: what an adapter reads, which it says nowhere else",
    "_local_constants": "Hypothesis: there is no setting for it",
    "_assign_work_unit": "pytest-xdist: there is no other way to an order of files",
}
"""Names that others keep to themselves, and why a test needs them."""
OURS = ("path_planner", "benchmarks", "tests")
SETS = {"setattr", "getattr", "delattr", "hasattr"}


def is_private(name: str) -> bool:
    """Say whether its owner keeps a name; `_` alone says a sentence, `__x__` is Python's."""
    return name.startswith("_") and name != "_" and not name.endswith("__")


def named(tree: ast.Module) -> Iterator[str]:
    """Yield every name that is reached from outside: imported, after a dot, or as a text to set."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(OURS):
            yield from (*str(node.module).split("."), *(one.name for one in node.names))
        elif isinstance(node, ast.Import):
            yield from (part for one in node.names for part in one.name.split("."))
        elif isinstance(node, ast.Attribute) and not is_own(node.value):
            yield node.attr
        elif isinstance(node, ast.Call) and called(node.func) in SETS:
            yield from (one.value for one in node.args[1:2] if is_text(one))


def is_own(value: ast.expr) -> bool:
    """Say whether something is the object or the class whose method this is."""
    if isinstance(value, ast.Call):
        return called(value.func) == "super"
    return isinstance(value, ast.Name) and value.id in {"self", "cls"}


def called(function: ast.expr) -> str:
    """Return the last name of what is called."""
    return getattr(function, "attr", getattr(function, "id", ""))


def is_text(value: ast.expr) -> bool:
    """Say whether something is written down as a text."""
    return isinstance(value, ast.Constant) and isinstance(value.value, str)


def pried(tree: ast.Module) -> list[str]:
    """Return the private names of ours that a test reaches for."""
    return [name for name in named(tree) if is_private(name) and name not in FOREIGN]


@pytest.mark.parametrize("folder", ["tests", "benchmarks"])
def test_no_test_reaches_for_what_the_package_keeps_to_itself(folder: str) -> None:
    trees = {path: ast.parse(path.read_text("utf-8")) for path in (ROOT / folder).rglob("*.py")}
    assert trees
    assert {str(path): found for path, tree in trees.items() if (found := pried(tree))} == {}


def test_each_name_of_others_is_still_needed() -> None:
    texts = [path.read_text("utf-8") for path in Path(__file__).parent.rglob("*.py")]
    used = {name for text in texts for name in named(ast.parse(text))}
    assert FOREIGN.keys() - {"_assign_work_unit"} <= used


@pytest.mark.parametrize(
    "planted",
    [
        "from path_planner.cli._console import Progress",
        "from path_planner.i18n import _catalogue",
        "from benchmarks.bench_start import _running",
        "import path_planner.cli._types",
        "store._cache.get(1)",
        "def test_x():\n    made()._writer",
        "monkeypatch.setattr(speaker, '_chosen', cut_off)",
        "getattr(speaker, '_chosen')",
    ],
)
def test_a_planted_breach_is_found(planted: str) -> None:
    assert pried(ast.parse(planted))


@pytest.mark.parametrize(
    "right",
    [
        "from path_planner.i18n import _, ngettext",
        "class X:\n    def y(self):\n        return self._z",
        "one._replace(a=1)",
        "x.__code__",
        "monkeypatch.setattr(i18n, '_', str)",
    ],
)
def test_what_is_right_is_left_alone(right: str) -> None:
    assert pried(ast.parse(right)) == []
