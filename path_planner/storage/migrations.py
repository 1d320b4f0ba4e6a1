"""Versions of the document: one named step from each to the next, frozen once released."""

from collections.abc import Callable, Mapping
from typing import Any

Document = dict[str, Any]
Step = Callable[[Document], Document]


def a_wall_has_photos(document: Document) -> Document:
    """Add the collection of pictures; strokes may now stand on the wall without a sketch."""
    return {**document, "pictures": []}


STEPS: Mapping[int, Step] = {1: a_wall_has_photos}
"""The step from each version to the next one, such as `{1: two_names_a_person}`."""


def newest_version() -> int:
    """Return the version that is written."""
    return 1 + len(STEPS)


def migrate(document: Document, version: int | None = None) -> Document:
    """Return the document in a version, the newest if none is named."""
    wanted = version or newest_version()
    while document["version"] < wanted:
        here = document["version"]
        document = {**STEPS[here](document), "version": here + 1}
    return document
