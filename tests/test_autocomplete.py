"""No field lets the browser keep what was typed: names would be offered to whoever comes next."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.source import ROOT, modules

ASKS = {"st.text_input", "streamlit.text_input"}
TYPED = re.compile(r'type="(?:text|search|email|tel|url)"')
ELEMENT = re.compile(r"<(?:input|textarea)\b(?:[^>]|(?<==)>)*>")
MADE = re.compile(r"createElement\(\s*\"input\"|make\(\s*\w+,\s*\"(?:input|textarea)\"")


def kept_by_the_browser(tree: ast.Module) -> list[int]:
    """Return the lines of fields of one line that do not switch it off."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    fields = [call for call in calls if ast.unparse(call.func) in ASKS]
    return [field.lineno for field in fields if not switches_off(field)]


def switches_off(call: ast.Call) -> bool:
    """Say whether a call has `autocomplete="off"`."""
    return any(
        word.arg == "autocomplete" and ast.literal_eval(word.value) == "off"
        for word in call.keywords
    )


def elements_kept(source: str) -> list[str]:
    """Return the fields of a component that do not switch it off."""
    typed = [
        element
        for element in ELEMENT.findall(source)
        if element.startswith("<input") and TYPED.search(element)
    ]
    lacking = [element for element in typed if 'autoComplete="off"' not in element]
    if MADE.search(source) and 'autocomplete = "off"' not in source:
        lacking.append("made by hand")
    return lacking


def components() -> Iterator[tuple[str, str]]:
    """Return the name and source of each file of the frontend that is ours."""
    for path in sorted((ROOT / "frontend").rglob("*.ts*")):
        if "node_modules" not in path.parts:
            yield str(path.relative_to(ROOT)), path.read_text("utf-8")


def test_no_field_of_a_page_is_kept_by_the_browser() -> None:
    fields = {module: kept_by_the_browser(tree) for module, tree in modules().items()}
    assert {module: lines for module, lines in fields.items() if lines} == {}


def test_no_field_of_a_component_is_kept_by_the_browser() -> None:
    sources = dict(components())
    fields = {name: elements_kept(source) for name, source in sources.items()}
    assert {name: found for name, found in fields.items() if found} == {}
    assert sum(len(TYPED.findall(source)) for source in sources.values()) > 3


@pytest.mark.parametrize("planted", ['st.text_input("a")', 'st.text_input("a", autocomplete="on")'])
def test_a_planted_field_of_a_page_is_found(planted: str) -> None:
    assert kept_by_the_browser(ast.parse(planted)) == [1]


@pytest.mark.parametrize(
    "planted",
    ['<input type="text" onChange={(one) => go(one)} />', '<input\n type="search"\n/>',
     'const input = page.createElement("input");'],
)  # fmt: skip
def test_a_planted_field_of_a_component_is_found(planted: str) -> None:
    assert elements_kept(planted)
