"""Names that tell a newcomer nothing are refused for modules, classes, functions and methods."""

import ast
import re
from collections.abc import Iterator

from tests.source import modules

# A verb in the past is no name for a thing: say what it is, such as a delta or a query.
PAST = {"told", "taken", "held", "kept", "heard", "asked", "noted"}
FITS_EVERYTHING = {"look", "here", "way", "thing", "utils", "util", "helpers", "helper", "manager"}
# Computing, typography and privacy have words of their own for these.
POETRY = {
    "booth", "chronicle", "door", "folding", "forgetting", "freezing", "gaps", "handful",
    "lettering", "likeness", "lying", "meeting", "mending", "pile", "shelf", "sort", "sorts",
    "standing", "sums", "survey", "tall", "telling", "tongues", "unheard", "volume", "warming",
    "wide", "wish",
}  # fmt: skip
STORED = {"held_on", "kept_as", "next_look", "standing", "told", "unheard"}
"""Keys of files on the disk, which change by a migration step only."""


def words(name: str) -> set[str]:
    """Return the words of a name, whether in capitals or joined by underscores."""
    return set(re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower().split("_"))


def named(owner: str, body: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    """Yield the public names that a body defines, with where they stand."""
    for node in body:
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            continue
        if node.name.startswith("_"):
            continue
        yield f"{owner}.{node.name}", node.name
        if isinstance(node, ast.ClassDef):
            yield from fields(f"{owner}.{node.name}", node)
            yield from named(f"{owner}.{node.name}", node.body)


def fields(owner: str, node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    """Yield the fields of a class, but for those that are keys of stored files."""
    for part in node.body:
        if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name):
            name = part.target.id
            if not name.startswith("_") and name not in STORED:
                yield f"{owner}.{name}", name


def refused(module: str, tree: ast.Module) -> list[str]:
    """Return the names of a module that say nothing, the module's own among them."""
    own = module.rpartition(".")[2]
    names = [(module, own), *named(module, tree.body)]
    return [where for where, name in names if words(name) & (PAST | FITS_EVERYTHING | POETRY)]


def test_every_public_name_says_what_it_is() -> None:
    assert [name for module, tree in modules().items() for name in refused(module, tree)] == []


def test_a_planted_name_is_found() -> None:
    planted = ast.parse(
        "class Telling:\n    kept: int\n    held_on: int\n    def look(self): ...\n"
        "def what_was_told(): ...\ndef _told(): ...\ndef sorted_records(): ...\n"
    )
    assert refused("path_planner.ui.shelf", planted) == [
        "path_planner.ui.shelf",
        "path_planner.ui.shelf.Telling",
        "path_planner.ui.shelf.Telling.kept",
        "path_planner.ui.shelf.Telling.look",
        "path_planner.ui.shelf.what_was_told",
    ]
