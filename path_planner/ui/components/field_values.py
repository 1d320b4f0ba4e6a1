"""Values of fields as people read them: words, names, share levels, days, yes and no."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from typing import Any

from path_planner.domain.base import Document, Value
from path_planner.domain.people import PATHFINDER_WORDS, ROLE_WORDS, PathfinderKind, Role
from path_planner.domain.voice import EXPRESSED_WORDS, SHARE_WORDS, Expressed, Share
from path_planner.i18n import N_, _, format_date

WORDS_OF: Mapping[type[Enum], Mapping[Any, str]] = {
    Share: SHARE_WORDS,
    Expressed: EXPRESSED_WORDS,
    Role: ROLE_WORDS,
    PathfinderKind: PATHFINDER_WORDS,
}
LABELS = {
    "said_by": N_("Who said it?"),
    "supported_by": N_("Supported by"),
    "expressed": N_("How was it said?"),
    "share": N_("How can it be shared?"),
}
"""The labels of fields whose values do not say by themselves what they are about."""
_TITLES = ("name", "title", "text", "what", "statement", "about", "who")


def value_words(document: Document, value: object) -> str:
    """Return a value of a field in words; ids of records become their names."""
    if isinstance(value, Value):
        return _all(document, (part for _name, part in value))
    if isinstance(value, tuple | list):
        return _all(document, value)
    return _single(document, value) or _("(nothing)")


def is_text(document: Document, *values: object) -> bool:
    """Whether these are words that people wrote, and no names of records or of choices."""
    return all(
        isinstance(value, str)
        and not isinstance(value, Enum)
        and not title_of_record(document, value)
        for value in values
    )


def _single(document: Document, value: object) -> str:
    if isinstance(value, Enum):
        words = WORDS_OF.get(type(value), {}).get(value)
        return _(words) if words else str(value.value)
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, date):
        return format_date(value)
    text = "" if value is None else str(value)
    return title_of_record(document, text) or text


def _all(document: Document, values: Iterable[object]) -> str:
    shown = (value_words(document, value) for value in values if value not in (None, "", ()))
    return " · ".join(shown) or _("(nothing)")


def title_of_record(document: Document, record_id: str) -> str:
    """Return the words or the name of the record with this id, or an empty string."""
    for collection in document.kind.collections:
        record = getattr(document, collection).get(record_id)
        if record is not None:
            found = (getattr(record, name, "") for name in _TITLES)
            return next((str(words) for words in found if words), "")
    return ""
