"""Equal answers: texts that differ in case, spaces or punctuation alone are one line."""

import re
import unicodedata
from collections.abc import Iterable

_NOT_A_WORD = re.compile(r"[\W_]+")


def equal_lines(texts: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """Return ids by equal words, given pairs of an id and a text; lines and ids in their order."""
    lines: dict[str, list[str]] = {}
    for text_id, text in texts:
        lines.setdefault(line_key(text), []).append(text_id)
    return [tuple(ids) for ids in lines.values()]


def line_key(text: str) -> str:
    """Return what two texts share that say the same words; a text without words stands as it is."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return _NOT_A_WORD.sub(" ", plain).strip() or plain.strip()
