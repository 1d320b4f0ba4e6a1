"""Migrations: one named function from each version of a document to the next, never changed.

They work on the parsed JSON, and are deterministic: opening a file twice gives the same document.
"""

from collections.abc import Callable, Mapping
from typing import Any

Raw = dict[str, Any]
Step = Callable[[Raw], Raw]


def a_wall_has_photos(document: Raw) -> Raw:
    """Add the collection of pictures; strokes may now stand on the wall without a sketch."""
    return {**document, "pictures": []}


def a_document_has_other_versions(document: Raw) -> Raw:
    """Add the collection of other versions of what two people changed at once."""
    return {**document, "other_versions": []}


def a_session_has_a_parking_space(document: Raw) -> Raw:
    """Add the collection of voices that do not belong here now; people may have a last word."""
    return {**document, "parked": []}


def a_vision_sets_empty_answers_aside(document: Raw) -> Raw:
    """Add the collections of empty answers, of corrected columns, and of what identifies nobody."""
    return {**document, "set_aside": [], "mappings": [], "cleared": []}


def a_line_may_come_from_an_event(document: Raw) -> Raw:
    """Change nothing: a voice or a commitment may now name the line of an event that it was."""
    return document


def a_voice_may_have_a_role(document: Raw) -> Raw:
    """Change nothing: a voice of nobody by name may now have a role, and say that it was helped."""
    return document


def a_source_may_be_part_of_an_event(document: Raw) -> Raw:
    """Change nothing: a source may now name the event that it came from, and its part of it."""
    return document


def a_voice_may_have_a_heading(document: Raw) -> Raw:
    """Change nothing: a voice may now have the title under which people grouped it in a harvest."""
    return document


SESSION_STEPS: dict[int, Step] = {
    1: a_wall_has_photos,
    2: a_document_has_other_versions,
    3: a_session_has_a_parking_space,
    4: a_line_may_come_from_an_event,
    5: a_voice_may_have_a_role,
}
"""The migration from each version of a session to the next."""
VISION_STEPS: dict[int, Step] = {
    1: a_document_has_other_versions,
    2: a_vision_sets_empty_answers_aside,
    3: a_source_may_be_part_of_an_event,
    4: a_voice_may_have_a_heading,
}

EVENT_STEPS: dict[int, Step] = {}
"""The migration from each version of an event to the next."""


def migrate(document: Raw, steps: Mapping[int, Step], version: int | None = None) -> Raw:
    """Return the document in a version, the newest if none is named."""
    target = version or 1 + len(steps)
    while document["version"] < target:
        current = document["version"]
        document = {**steps[current](document), "version": current + 1}
    return document
