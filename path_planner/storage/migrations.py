"""Versions of the document: one named step from each to the next, frozen once released."""

from collections.abc import Callable, Mapping
from typing import Any

Document = dict[str, Any]
Step = Callable[[Document], Document]

STEPS: Mapping[int, Step] = {}
"""The step from each version to the next one, such as `{1: two_names_a_person}`."""

VERSION = 1 + len(STEPS)
"""The version that is written."""


def migrate(document: Document, steps: Mapping[int, Step] = STEPS) -> Document:
    """Return the document in the newest version; the one that came in is not changed."""
    newest = 1 + len(steps)
    while document["version"] < newest:
        version = document["version"]
        document = {**steps[version](document), "version": version + 1}
    return document
