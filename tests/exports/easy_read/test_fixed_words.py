"""Every sentence that the edition says by itself is short, and every picture it names is there."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import path_planner.exports.vision.easy_read as package
from path_planner import stamps
from path_planner.exports.vision.easy_read.readability import MOST_WORDS, count_words, sentences

FILES = sorted(Path(package.__file__).parent.glob("*.py"))
_SAID = {"_", "N_", "ngettext"}


def said() -> Iterator[tuple[str, str]]:
    """Yield every sentence that goes through the catalogue, with its file."""
    for path in FILES:
        if path.stem == "readability":
            # Told to the group on a page, not printed.
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in _SAID:
                for argument in node.args:
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                        yield path.stem, argument.value


SAID = list(said())


def test_the_sentences_are_found() -> None:
    assert len(SAID) > 80
    assert ("edition", "This is an easy read plan.") in SAID


@pytest.mark.parametrize(("file", "words"), SAID)
def test_a_fixed_sentence_is_short(file: str, words: str) -> None:
    assert file
    for sentence in sentences(words):
        assert count_words(sentence) <= MOST_WORDS, sentence
        assert all(len(word) < 14 for word in sentence.split()), sentence


def pictures() -> Iterator[str]:
    """Yield every picture that is named beside a row, a part or as the other one."""
    places = {"row": 0, "picture_for": 1, "Part": 1, "rows_of": 0}
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            place = places.get(getattr(getattr(node, "func", None), "id", ""))
            if place is None or len(node.args) <= place:
                continue
            named = node.args[place]
            if isinstance(named, ast.Constant):
                yield named.value


def test_every_picture_that_is_named_is_in_the_box() -> None:
    named = set(pictures())
    assert len(named) > 15
    assert {one for one in named if not stamps.has(one)} == set()
