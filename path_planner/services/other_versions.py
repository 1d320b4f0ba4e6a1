"""Use cases of two versions of the same field: take one of them, or other words."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from path_planner.domain.base import D, Document, Record, put, with_fields
from path_planner.domain.diff import record_of
from path_planner.domain.other_versions import (
    OtherVersion,
    current_value,
    other_versions,
    with_choice,
)
from path_planner.errors import UnknownRecord
from path_planner.services.context import EditContext, SaveResult
from path_planner.services.records import REQUIRED


class Choice(StrEnum):
    """What somebody chooses of two versions."""

    CURRENT = "current"
    OTHER = "other"
    WORDS = "words"
    """Other words, such as both versions joined."""


_RESET: Mapping[tuple[str, str], Mapping[str, Any]] = {
    ("voices", "text"): {"approved": False, "checked": False},
    ("themes", "statement"): {"agreed_by": ()},
}
"""What people said of the words before, by collection and field: it does not hold for others."""


def version_of(document: Document, version_id: str) -> OtherVersion:
    """Return a version; raise UnknownRecord if somebody has chosen meanwhile."""
    version = other_versions(document).get(version_id)
    if version is None:
        raise UnknownRecord
    return version


def chosen(document: D, version: OtherVersion, value: Any) -> D:
    """Return the document with this value of a field, and no other version of it.

    A required field is not emptied, and a permission is not widened.
    """
    after = with_choice(document, version, value)
    record = record_of(after, version.collection, version.record)
    if REQUIRED.get(version.collection) == version.field and not getattr(record, version.field):
        return document
    reset = _RESET.get((version.collection, version.field), {})
    is_new = current_value(after, version) != current_value(document, version)
    if not is_new or not isinstance(record, Record):
        return after
    known = {name: fresh for name, fresh in reset.items() if hasattr(record, name)}
    return put(after, version.collection, with_fields(record, **known)) if known else after


def after_choice(document: D, version_id: str, choice: Choice, words: str = "") -> D:
    """Return the document after somebody chose; `words` count if they are the choice."""
    version = version_of(document, version_id)
    value = {
        Choice.CURRENT: current_value(document, version),
        Choice.OTHER: version.value,
        Choice.WORDS: words,
    }[choice]
    return chosen(document, version, value)


def choose(
    context: EditContext[D], version_id: str, choice: Choice, words: str = ""
) -> SaveResult[D]:
    """Save what somebody chose of two versions."""
    return context.keep(after_choice(context.document, version_id, choice, words))
