"""The package's own source, read for tests about its shape."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "path_planner"
TESTS = ROOT / "tests"


@cache
def modules() -> dict[str, ast.Module]:
    """Return the parsed source of every module, by its full name."""
    return {name(path): ast.parse(path.read_text("utf-8")) for path in sorted(paths())}


@cache
def modules_of_tests() -> dict[str, ast.Module]:
    """Return the parsed source of every test and what tests share, by its full name."""
    return {name(path): ast.parse(path.read_text("utf-8")) for path in sorted(TESTS.rglob("*.py"))}


def paths() -> Iterator[Path]:
    """Return the source files of the package."""
    return PACKAGE.rglob("*.py")


def name(path: Path) -> str:
    """Return the full name of the module in this file."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def imported(tree: ast.AST) -> tuple[str, ...]:
    """Return the full name of everything that is imported, wherever in the file."""
    return tuple(_imported(tree))


def _imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = "." * node.level + (node.module or "")
            yield from (f"{base}.{alias.name}" for alias in node.names)
