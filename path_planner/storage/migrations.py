"""Versions of the documents: one named step from each to the next, frozen once released."""

from collections.abc import Callable, Mapping
from typing import Any

Raw = dict[str, Any]
Step = Callable[[Raw], Raw]


def a_wall_has_photos(document: Raw) -> Raw:
    """Add the collection of pictures; strokes may now stand on the wall without a sketch."""
    return {**document, "pictures": []}


SESSION_STEPS: dict[int, Step] = {1: a_wall_has_photos}
"""The step from each version of a session to the next one, such as `{1: two_names_a_person}`."""
VISION_STEPS: dict[int, Step] = {}


def migrate(document: Raw, steps: Mapping[int, Step], version: int | None = None) -> Raw:
    """Return the document in a version, the newest if none is named."""
    wanted = version or 1 + len(steps)
    while document["version"] < wanted:
        here = document["version"]
        document = {**steps[here](document), "version": here + 1}
    return document
