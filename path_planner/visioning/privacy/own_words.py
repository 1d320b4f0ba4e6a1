"""The check of what a group writes itself: names may slip into a theme or an action, too."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from path_planner.domain.editing import in_order
from path_planner.domain.vision.theme import Side
from path_planner.domain.vision.vision import Vision
from path_planner.visioning.privacy.likely import Finding, apart, likely_numbers
from path_planner.visioning.privacy.likely_names import (
    KNOWN,
    LIKE_KNOWN,
    Known,
    known_of,
    likely_names,
)
from path_planner.visioning.privacy.sentences import words_of

LOOKED_AT = {
    "about": "title made_by thanks contact summary vision how easy",
    "limits": "can_change cannot_change who_decides budget promise",
    "sources": "place group",
    "unheard": "who why what_next",
    "themes": "name statement easy",
    "causes": "text",
    "disagreements": "about one other what_next",
    "priorities": "title why easy",
    "votes": "question",
    "actions": "what who resources how_we_know easy",
    "outcomes": "statement measure chosen_by now hoped easy",
    "rounds": "words",
    "replies": "we_did why who_decided",
    "answers": "words",
    "readings": "words",
}
"""The words of a group that are printed or given away, by collection."""
NAMES_MEANT = frozenset(
    {
        ("about", "title"),
        ("about", "made_by"),
        ("about", "thanks"),
        ("about", "contact"),
        ("limits", "who_decides"),
        ("actions", "who"),
        ("outcomes", "chosen_by"),
        ("replies", "who_decided"),
    }
)
"""Where names are meant to stand: there, only those that were taken out elsewhere are marked."""
PLACES = frozenset({("sources", "place")})
"""Where a place is meant to stand: there, only numbers and addresses are marked."""


class OwnWords(NamedTuple):
    """Words of the group in which something may tell who somebody is, and where they stand."""

    collection: str
    id: str
    field: str
    text: str
    found: tuple[Finding, ...]

    @property
    def is_known(self) -> bool:
        """Say whether a name stands here that was taken out of what people said."""
        return any(one.why in (KNOWN, LIKE_KNOWN) for one in self.found)


def left_in_own_words(vision: Vision) -> list[OwnWords]:
    """Return what may tell who somebody is; names that were taken out come first."""
    written = list(_written(vision))
    texts = [voice.text for voice in vision.voices.values()] + [one.text for one in written]
    names = (name for source in in_order(vision.sources) for name in source.names)
    known, printed = known_of(texts, names), _printed(vision)
    found = []
    for one in written:
        marked = tuple(apart(_marked(one, known, printed)))
        if marked:
            found.append(one._replace(found=marked))
    return sorted(found, key=lambda one: not one.is_known)


def _marked(one: OwnWords, known: Known, printed: Iterable[str]) -> Iterator[Finding]:
    if (one.collection, one.field) not in NAMES_MEANT:
        yield from likely_numbers(one.text)
        if (one.collection, one.field) not in PLACES:
            yield from likely_names(_covered(one.text, printed), known)
        return
    found = likely_names(_covered(one.text, printed), known)
    yield from (finding for finding in found if finding.why == KNOWN)


def _covered(text: str, printed: Iterable[str]) -> str:
    """Return a text of the same length in which names are covered that are printed anyway."""
    for name in printed:
        whole = rf"(?<!\w){re.escape(name)}(?!\w)"
        text = re.sub(whole, f"[{'_' * (len(name) - 2)}]", text)
    return text


def _printed(vision: Vision) -> list[str]:
    """Return names of members who said so, of the community and of its places, longest first."""
    members = [one.name for one in vision.steering.values() if one.printed]
    parts = (word.text for name in members for word in words_of(name) if word.is_capital)
    places = (one.place for one in vision.sources.values())
    printed = {*members, *parts, *places, vision.about.community}
    return sorted((one for one in printed if len(one) > 1), key=lambda one: (-len(one), one))


def _written(vision: Vision) -> Iterator[OwnWords]:
    for collection, fields in LOOKED_AT.items():
        whole: Any = getattr(vision, collection)
        records = [whole] if collection in vision.kind.singles else in_order(whole)
        for record in records:
            for field in fields.split():
                if text := _text(getattr(record, field)):
                    yield OwnWords(collection, getattr(record, "id", ""), field, text, ())


def _text(value: Any) -> str:
    return value.words if isinstance(value, Side) else str(value)
