"""No sentence is beyond the catalogue: each is a literal, and the extractor sees it.

Babel reads tokens: a call inside an f-string it never sees. Here Python's own syntax tree is read.
"""

import ast
from collections.abc import Iterator

import pytest

from path_planner import i18n
from path_planner.resources import package_file
from tests.test_i18n import extracted, template

FUNCTIONS = {"_": 1, "N_": 1, "ngettext": 2, "plural_forms": 2}
"""How many arguments of each gettext function are messages."""
LATER = {"_"}
"""Functions that may also be given a message that was marked elsewhere."""


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Yield each call of a gettext function, also inside f-strings, with the function's name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func).removeprefix("i18n.")
            if name in FUNCTIONS:
                yield name, node


def messages(tree: ast.AST) -> Iterator[ast.expr]:
    """Yield the arguments that are messages: both branches of a choice between two."""
    for name, call in calls(tree):
        for argument in call.args[: FUNCTIONS[name]]:
            if isinstance(argument, ast.IfExp):
                yield from (argument.body, argument.orelse)
            else:
                yield argument


def literals(tree: ast.AST) -> set[str]:
    """Return the messages that are literals."""
    return {
        one.value
        for one in messages(tree)
        if isinstance(one, ast.Constant) and isinstance(one.value, str)
    }


def put_together(tree: ast.AST) -> list[str]:
    """Return the calls whose message the program puts together: no catalogue can hold it."""
    return [ast.unparse(call) for name, call in calls(tree) if not can_be_known(name, call)]


def can_be_known(name: str, call: ast.Call) -> bool:
    """Say whether the catalogue can hold each message of a call."""
    given = call.args[: FUNCTIONS[name]]
    good = is_whole if name in LATER else is_literal
    return len(given) == FUNCTIONS[name] and all(map(good, given))


def is_literal(message: ast.expr) -> bool:
    """Say whether an argument is a literal."""
    return isinstance(message, ast.Constant)


def is_whole(message: ast.expr) -> bool:
    """Say whether an argument is a literal, or the name of one that is marked elsewhere."""
    if isinstance(message, ast.IfExp):
        return is_whole(message.body) and is_whole(message.orelse)
    return isinstance(message, ast.Constant | ast.Name | ast.Attribute | ast.Subscript)


def trees() -> Iterator[tuple[str, ast.Module]]:
    """Yield every module of the package, with its path."""
    package = package_file(".")
    for path in sorted(package.rglob("*.py")):
        yield path.relative_to(package).as_posix(), ast.parse(path.read_text("utf-8"))


def every_message() -> set[str]:
    """Return all literal messages of the package, as Python itself reads it."""
    return set().union(*(literals(tree) for _path, tree in trees()))


def known() -> set[str]:
    """Return every message of the template; of one with a plural, both."""
    ids = [message.id for message in template() if message.id]
    return {one for found in ids for one in ([found] if isinstance(found, str) else found)}


def test_the_functions_are_those_that_translate() -> None:
    assert [name for name in FUNCTIONS if not callable(getattr(i18n, name, None))] == []


def test_each_message_of_the_code_is_in_the_template() -> None:
    found = every_message()
    assert len(found) > 1500
    assert found - known() == set()


def test_the_extractor_sees_each_message_of_the_code() -> None:
    singular = {
        message.value
        for _path, tree in trees()
        for _name, call in calls(tree)
        for message in call.args[:1]
        if isinstance(message, ast.Constant)
    }
    assert singular - extracted() == set()


def test_no_message_is_put_together_by_the_program() -> None:
    faults = [f"{path}: {one}" for path, tree in trees() for one in put_together(tree)]
    assert faults == []


def test_a_message_inside_an_f_string_is_found() -> None:
    tree = ast.parse("f'<b>{_(\"Not in any catalogue\")}</b>'")
    assert literals(tree) == {"Not in any catalogue"}


@pytest.mark.parametrize(
    "message",
    ['f"{count} voices"', '"voice" + "s"', '"%s voices" % count', '"{} voices".format(1)', "*two"],
)
def test_a_message_that_is_put_together_is_found(message: str) -> None:
    assert put_together(ast.parse(f"_({message})"))


@pytest.mark.parametrize("message", ["*two, count", "one, many, count", '"{count} voice"'])
def test_a_plural_that_is_no_literal_is_found(message: str) -> None:
    assert put_together(ast.parse(f"ngettext({message})"))


@pytest.mark.parametrize("message", ['"One voice"', "TITLES[step]", "stage.title", "title"])
def test_a_message_that_is_marked_elsewhere_may_be_said(message: str) -> None:
    assert put_together(ast.parse(f"_({message})")) == []
