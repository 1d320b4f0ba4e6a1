"""The difference of texts, word by word: what each version changed, and both joined."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
MOST_TOKENS = 2_000
"""Longer texts are compared as a whole: the comparison takes the square of their length."""


class Piece(NamedTuple):
    """A piece of a text, and whether it is new or changed in this version."""

    text: str
    changed: bool


class _Edit(NamedTuple):
    """Tokens `start` to `end` of the text before become `text`."""

    start: int
    end: int
    text: str


def tokens(text: str) -> list[str]:
    """Return the words, spaces and punctuation marks of a text; joined they are the text again."""
    return _TOKEN.findall(text)


def pieces(before: str, text: str) -> list[Piece]:
    """Return a version in pieces, with those marked that are not in the text before."""
    old, new = tokens(before), tokens(text)
    if len(old) + len(new) > MOST_TOKENS:
        return [Piece(text, changed=True)]
    found = (
        Piece("".join(new[start:end]), changed=kind != "equal")
        for kind, _, _, start, end in opcodes(old, new)
    )
    return [piece for piece in found if piece.text]


def joined(before: str, first: str, second: str) -> str | None:
    """Return a text with what both versions changed; None if they changed the same words.

    Where both only added at the same place, the first addition comes first.
    """
    old = tokens(before)
    if len(old) + max(len(tokens(first)), len(tokens(second))) > MOST_TOKENS:
        return None
    edits = sorted({*_edits(old, first), *_edits(old, second)}, key=lambda edit: edit[:2])
    if any(_overlap(one, next_one) for one, next_one in pairwise(edits)):
        return None
    if len(edits) > 1:
        edits = _in_order(edits, first=set(_edits(old, first)))
    parts: list[str] = []
    position = 0
    for edit in edits:
        parts += [*old[position : edit.start], _spaced(parts, edit, position)]
        position = edit.end
    return "".join([*parts, *old[position:]])


def opcodes(old: Sequence[str], new: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    """Return how one list of words becomes another, as `difflib.SequenceMatcher` says it."""
    return SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def _edits(old: list[str], text: str) -> Iterator[_Edit]:
    new = tokens(text)
    for kind, start, end, new_start, new_end in opcodes(old, new):
        if kind != "equal":
            yield _Edit(start, end, "".join(new[new_start:new_end]))


def _overlap(one: _Edit, other: _Edit) -> bool:
    """Whether two edits, the first of which begins first, change the same words."""
    adds = one.start == one.end and other.start == other.end
    return other.start < one.end or (other.start == one.start and not adds)


def _in_order(edits: list[_Edit], first: set[_Edit]) -> list[_Edit]:
    return sorted(edits, key=lambda edit: (edit.start, edit.end, edit not in first))


def _spaced(parts: list[str], edit: _Edit, position: int) -> str:
    """Return the text of an edit, with a space where it follows another addition at its place."""
    follows = bool(parts) and position == edit.start == edit.end and parts[-1] != ""
    needs_space = follows and not edit.text[:1].isspace() and not parts[-1][-1:].isspace()
    return f" {edit.text}" if needs_space else edit.text
