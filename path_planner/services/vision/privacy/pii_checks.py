"""PII checks of voices, and of the group's own texts, where names may slip in too."""

import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from typing import Any, NamedTuple

from path_planner.analysis.publication_facts import Marks
from path_planner.analysis.queries import all_voices
from path_planner.domain.base import put, sorted_records, with_fields
from path_planner.domain.vision.plan import ClearedText
from path_planner.domain.vision.sources import MAY_BE_QUOTED, SharedVoice
from path_planner.domain.vision.theme import Side
from path_planner.domain.vision.vision import Vision
from path_planner.errors import UnknownRecord
from path_planner.i18n import N_, _
from path_planner.services.context import VisionContext, VisionResult
from path_planner.services.records import joined_id, upsert
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
from path_planner.services.vision.privacy.pii_places import sources_of_many
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
"""The fields of a group's own texts that are published, by collection."""
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
"""Fields in which names are intended: only pseudonymised names are reported there."""
PLACES = frozenset({("sources", "place")})
"""Fields in which places are intended: only numbers and addresses are reported there."""


class OwnWords(NamedTuple):
    """A text of the group with PII findings, and the field that it is in."""

    collection: str
    id: str
    field: str
    text: str
    matches: tuple[PiiMatch, ...]

    @property
    def is_known(self) -> bool:
        """Whether it has a name that was replaced in voices."""
        return any(match.why in (KNOWN, LIKE_KNOWN) for match in self.matches)


def left_in_own_words(vision: Vision) -> list[OwnWords]:
    """Return the group's texts with PII findings; those with known names come first."""
    own_texts = list(_own_texts(vision))
    known = _known(vision, (own.text for own in own_texts))
    printed, of_many = _printed(vision), bool(sources_of_many(vision))
    found = []
    for own in own_texts:
        matches = tuple(without_overlaps(_matches_in(own, known, printed, of_many)))
        if matches and fingerprint(own.text) not in vision.cleared:
            found.append(own._replace(matches=matches))
    return sorted(found, key=lambda own: not own.is_known)


def _known(vision: Vision, own_texts: Iterable[str] = ()) -> KnownNames:
    """Return what is known of the names in a vision, and of its places."""
    sources = sorted_records(vision.sources)
    return known_names_of(
        (*(voice.text for voice in vision.voices.values()), *own_texts),
        (name for source in sources for name in source.names),
        {
            vision.about.community,
            *(source.place for source in sources),
            *(voice.place for voice in vision.voices.values()),
        },
        (text.words for text in vision.cleared.values()),
    )


def _matches_in(
    own: OwnWords, known: KnownNames, printed: Iterable[str], of_many: bool
) -> Iterator[PiiMatch]:
    if (own.collection, own.field) not in NAMES_MEANT:
        yield from find_numbers(own.text)
        if (own.collection, own.field) not in PLACES:
            yield from find_names(_masked(own.text, printed), known, of_many=of_many)
        return
    matches = find_names(_masked(own.text, printed), known)
    yield from (match for match in matches if match.why == KNOWN)


def _masked(text: str, printed: Iterable[str]) -> str:
    """Return a text of the same length in which names that are printed anyway are masked."""
    for name in printed:
        whole = rf"(?<!\w){re.escape(name)}(?!\w)"
        text = re.sub(whole, f"[{'_' * (len(name) - 2)}]", text)
    return text


def _printed(vision: Vision) -> list[str]:
    """Return the names that are printed: members who agreed, community, places; longest first."""
    members = [member.name for member in vision.steering.values() if member.printed]
    parts = (word.text for name in members for word in words_of(name) if word.is_capital)
    places = (source.place for source in vision.sources.values())
    printed = {*members, *parts, *places, vision.about.community}
    return sorted(
        (name for name in printed if len(name) > 1),
        key=lambda name: (-len(name), name),
    )


def _own_texts(vision: Vision) -> Iterator[OwnWords]:
    for collection, fields in LOOKED_AT.items():
        value: Any = getattr(vision, collection)
        records = [value] if collection in vision.kind.singles else sorted_records(value)
        for record in records:
            for field in fields.split():
                if text := _text(getattr(record, field)):
                    yield OwnWords(collection, getattr(record, "id", ""), field, text, ())


def _text(value: Any) -> str:
    return value.words if isinstance(value, Side) else str(value)


def fingerprint(text: str) -> str:
    """Return a hash of words, by which a change is recognised without storing them."""
    return blake2b(text.encode(), digest_size=12).hexdigest()


def reworded(voice: SharedVoice, text: str) -> SharedVoice:
    """Return a voice with other words; its original words make it unchanged again."""
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
    """Return the quotable voices that nobody has checked yet."""
    return [
        voice for voice in all_voices(vision) if voice.share in MAY_BE_QUOTED and not voice.checked
    ]


def findings(
    vision: Vision, voices: Iterable[SharedVoice] | None = None
) -> Mapping[str, tuple[PiiMatch, ...]]:
    """Return the PII findings by voice; by default of all unchecked voices."""
    chosen = unchecked(vision) if voices is None else list(voices)
    known, of_many = _known(vision), sources_of_many(vision)
    found: dict[str, tuple[PiiMatch, ...]] = {}
    for voice in chosen:
        names = find_names(voice.text, known, voice.named, of_many=voice.source in of_many)
        matches = [*find_numbers(voice.text), *names]
        if matches:
            found[voice.id] = tuple(without_overlaps(matches))
    return found


def marks_of(vision: Vision, quoted: Iterable[str] | None = None) -> Marks:
    """Return how much is marked and unread: in these quotes or in all, and in the own texts."""
    marked = findings(vision).keys()
    return Marks(
        len(marked if quoted is None else marked & set(quoted)), len(left_in_own_words(vision))
    )


def clear_words(context: VisionContext, words: str) -> VisionResult:
    """Record that words are no name, wherever they stand; a known name stays marked."""
    text = " ".join(words.split())
    return upsert(context, "cleared", ClearedText(id=joined_id("words", text), words=text))


def clear_own_text(context: VisionContext, text: str) -> VisionResult:
    """Record that one of the group's own texts may be printed as it is."""
    return upsert(context, "cleared", ClearedText(id=fingerprint(text)))


def amend_words(context: VisionContext, voice_id: str, text: str) -> VisionResult:
    """Reword a voice for printing; it is marked as reworded."""
    voice = _voice(context.document, voice_id)
    return context.keep(put(context.document, "voices", reworded(voice, text)))


def tick_checked(
    context: VisionContext, voice_ids: Iterable[str], checked: bool = True
) -> VisionResult:
    """Mark voices as checked by a person, or not."""
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
    """Return a text with each finding replaced by a placeholder such as "[a name]"."""
    for match in sorted(found, reverse=True):
        text = f"{text[: match.start]}{_(INSTEAD[match.kind])}{text[match.end :]}"
    return text
