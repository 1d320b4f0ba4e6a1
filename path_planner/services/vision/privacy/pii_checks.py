"""The check of what a group writes itself: names may slip into a theme or an action, too."""

import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from typing import Any, NamedTuple

from path_planner.analysis.queries import all_voices
from path_planner.domain.base import put, sorted_records, with_fields
from path_planner.domain.vision.sources import MAY_BE_QUOTED, SharedVoice
from path_planner.domain.vision.theme import Side
from path_planner.domain.vision.vision import Vision
from path_planner.errors import UnknownRecord
from path_planner.i18n import N_, _
from path_planner.services.context import VisionContext, VisionResult
from path_planner.services.vision.privacy.pii import (
    PiiKind,
    PiiMatch,
    find_numbers,
    without_overlaps,
)
from path_planner.services.vision.privacy.pii_names import (
    KNOWN,
    LIKE_KNOWN,
    KnownNames,
    find_names,
    known_names_of,
)
from path_planner.services.vision.privacy.tokenizer import words_of

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
    matches: tuple[PiiMatch, ...]

    @property
    def is_known(self) -> bool:
        """Say whether a name stands here that was taken out of what people said."""
        return any(match.why in (KNOWN, LIKE_KNOWN) for match in self.matches)


def left_in_own_words(vision: Vision) -> list[OwnWords]:
    """Return what may tell who somebody is; names that were taken out come first."""
    written = list(_written(vision))
    texts = [voice.text for voice in vision.voices.values()] + [one.text for one in written]
    names = (name for source in sorted_records(vision.sources) for name in source.names)
    known, printed = known_names_of(texts, names), _printed(vision)
    found = []
    for one in written:
        marked = tuple(without_overlaps(_marked(one, known, printed)))
        if marked:
            found.append(one._replace(matches=marked))
    return sorted(found, key=lambda one: not one.is_known)


def _marked(one: OwnWords, known: KnownNames, printed: Iterable[str]) -> Iterator[PiiMatch]:
    if (one.collection, one.field) not in NAMES_MEANT:
        yield from find_numbers(one.text)
        if (one.collection, one.field) not in PLACES:
            yield from find_names(_covered(one.text, printed), known)
        return
    found = find_names(_covered(one.text, printed), known)
    yield from (finding for finding in found if finding.why == KNOWN)


def _covered(text: str, printed: Iterable[str]) -> str:
    """Return a text of the same length in which names are covered that are printed anyway."""
    for name in printed:
        whole = rf"(?<!\w){re.escape(name)}(?!\w)"
        text = re.sub(whole, f"[{'_' * (len(name) - 2)}]", text)
    return text


def _printed(vision: Vision) -> list[str]:
    """Return names of members who said so, of the community and of its places, longest first."""
    members = [member.name for member in vision.steering.values() if member.printed]
    parts = (word.text for name in members for word in words_of(name) if word.is_capital)
    places = (source.place for source in vision.sources.values())
    printed = {*members, *parts, *places, vision.about.community}
    return sorted(
        (publication for publication in printed if len(publication) > 1),
        key=lambda publication: (-len(publication), publication),
    )


def _written(vision: Vision) -> Iterator[OwnWords]:
    for collection, fields in LOOKED_AT.items():
        whole: Any = getattr(vision, collection)
        records = [whole] if collection in vision.kind.singles else sorted_records(whole)
        for record in records:
            for field in fields.split():
                if text := _text(getattr(record, field)):
                    yield OwnWords(collection, getattr(record, "id", ""), field, text, ())


def _text(value: Any) -> str:
    return value.words if isinstance(value, Side) else str(value)


def fingerprint(text: str) -> str:
    """Return a mark of words: it shows whether they are still the same, and not what they are."""
    return blake2b(text.encode(), digest_size=12).hexdigest()


def reworded(voice: SharedVoice, text: str) -> SharedVoice:
    """Return a voice in other words; the words it came in with make it as it was."""
    came_as = voice.came_as if voice.reworded else fingerprint(voice.text)
    after = with_fields(voice, text=text, checked=True)
    if after.text == voice.text:
        return with_fields(voice, checked=True)
    changed = fingerprint(after.text) != came_as
    return after.model_copy(update={"reworded": changed, "came_as": came_as if changed else ""})


INSTEAD = {
    PiiKind.NAME: N_("[a name]"),
    PiiKind.PLACE: N_("[a place]"),
    PiiKind.PHONE: N_("[a number]"),
    PiiKind.ADDRESS: N_("[an address]"),
    PiiKind.NUMBER: N_("[a number]"),
    PiiKind.DAY: N_("[a date]"),
}


def unchecked(vision: Vision) -> list[SharedVoice]:
    """Return the voices that may be quoted and that nobody has looked at yet."""
    return [
        voice for voice in all_voices(vision) if voice.share in MAY_BE_QUOTED and not voice.checked
    ]


def findings(
    vision: Vision, voices: Iterable[SharedVoice] | None = None
) -> Mapping[str, tuple[PiiMatch, ...]]:
    """Return what was found, by voice; of those nobody has looked at if none are named."""
    chosen = unchecked(vision) if voices is None else list(voices)
    names = (name for source in sorted_records(vision.sources) for name in source.names)
    known = known_names_of((voice.text for voice in vision.voices.values()), names)
    found: dict[str, tuple[PiiMatch, ...]] = {}
    for voice in chosen:
        here = [*find_numbers(voice.text), *find_names(voice.text, known, voice.named)]
        if here:
            found[voice.id] = tuple(without_overlaps(here))
    return found


def amend_words(context: VisionContext, voice_id: str, text: str) -> VisionResult:
    """Change the words of a voice for printing; the vision tells that they were changed."""
    voice = _voice(context.document, voice_id)
    return context.keep(put(context.document, "voices", reworded(voice, text)))


def tick_checked(
    context: VisionContext, voice_ids: Iterable[str], checked: bool = True
) -> VisionResult:
    """Note that a person has looked at these voices, or has not."""
    voices = dict(context.document.voices)
    for voice_id in voice_ids:
        voice = _voice(context.document, voice_id)
        voices[voice_id] = voice.model_copy(update={"checked": checked})
    return context.keep(context.document.model_copy(update={"voices": voices}))


def _voice(vision: Vision, voice_id: str) -> SharedVoice:
    try:
        return vision.voices[voice_id]
    except KeyError:
        raise UnknownRecord from None


def without(text: str, found: Iterable[PiiMatch]) -> str:
    """Return a text with plain words in place of what was found."""
    for one in sorted(found, reverse=True):
        text = f"{text[: one.start]}{_(INSTEAD[one.kind])}{text[one.end :]}"
    return text
