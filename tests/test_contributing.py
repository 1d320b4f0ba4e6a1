"""The guides name files and functions that exist."""

import ast
import re

import pytest

from tests.source import PACKAGE, ROOT

GUIDES = {"CONTRIBUTING.md": 20, "SECURITY.md": 10, "docs/failures.md": 25}
"""Each guide, and how many places it names at least."""
FILE = re.compile(r"`((?:\w+/)+\w+\.py)(?::\s+([\w.]+))?`")
"""A file of the package, and the class or function in it that is meant."""


def defined(tree: ast.AST) -> set[str]:
    """Return the names of classes and functions, those of methods after their class."""
    names = set()
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        if isinstance(node, ast.ClassDef):
            names |= {f"{node.name}.{name}" for name in defined(node)}
    return names


def missing(guide: str) -> list[str]:
    """Find what a guide names and the package has not."""
    found = []
    for file, name in FILE.findall(guide):
        at = PACKAGE / file if (PACKAGE / file).exists() else ROOT / file
        if not at.exists() or (name and name not in defined(ast.parse(at.read_text("utf-8")))):
            found.append(f"{file}: {name}")
    return found


@pytest.mark.parametrize(("name", "fewest"), GUIDES.items())
def test_every_file_and_function_that_is_named_exists(name: str, fewest: int) -> None:
    """Nobody is sent to a place that has moved."""
    guide = (ROOT / name).read_text("utf-8")
    assert missing(guide) == []
    assert len(FILE.findall(guide)) >= fewest


def test_what_does_not_exist_is_found() -> None:
    """The guard sees a wrong file, a wrong function and a wrong method."""
    wrong = "`domain/nothing.py`, `domain/diff.py: nothing`, `services/context.py: EditContext.x`"
    assert len(missing(wrong)) == 3
    assert missing("`services/context.py: EditContext.keep`, `domain/diff.py: diff`") == []
