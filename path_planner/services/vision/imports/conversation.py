"""Records of conversations: what was heard in cafés, open spaces, walks and visits."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import NamedTuple

from path_planner.domain.base import MOST_LETTERS, clean, next_order
from path_planner.domain.people import Role
from path_planner.domain.vision.sources import ConsentTerms, SharedVoice, Source, SourceKind
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Share
from path_planner.errors import AlreadyGathered, NotAgreedToAdd, NothingGathered
from path_planner.services.context import FreshId
from path_planner.services.vision.imports.speakers import is_name
from path_planner.services.vision.privacy.pseudonyms import Pseudonymiser, names_in

Meeting = tuple[str, date | None]
"""Where and when something was said, as far as a record tells it line by line."""
MOST_NAMES = 1_000


class Utterance(NamedTuple):
    """One thing that was said, as a record has it; `who` is a name and is not kept with it."""

    text: str
    who: str = ""
    role: Role = Role.OTHER
    where: str = ""
    when: date | None = None


class Record(NamedTuple):
    """The voices of a record, and how many of its lines could not come in whole."""

    utterances: tuple[Utterance, ...]
    cut: int = 0
    """Voices that were longer than a voice can be."""
    empty: int = 0
    """Lines in which nothing was said."""


class AboutRecord(NamedTuple):
    """What the steering group knows of a conversation; what a line tells itself goes before."""

    what: SourceKind = SourceKind.OTHER
    kept_as: str = ""
    held_on: date | None = None
    place: str = ""
    group: str = ""
    people: int = 0
    share: Share = Share.THEME
    agreed: bool = False
    given_on: date | None = None
    how: str = ""
    language: str = "en"
    role: Role = Role.OTHER
    """As whom they spoke where a line does not tell it."""


class Added(NamedTuple):
    """A vision with a record in it; one source for each place and day that the record names."""

    vision: Vision
    sources: tuple[str, ...]
    came: int


def with_record(
    vision: Vision, record: Record, about: AboutRecord, fresh_id: FreshId, at: datetime
) -> Added:
    """Put a record of a conversation into a vision."""
    if not about.agreed:
        raise NotAgreedToAdd
    if not record.utterances:
        raise NothingGathered
    called = {
        utterance.who: utterance.role for utterance in record.utterances if is_name(utterance.who)
    }
    names, sources, voices = (
        names_in(called, about.language),
        dict(vision.sources),
        dict(vision.voices),
    )
    fresh: list[str] = []
    for (place, held_on), heard in _meetings(record).items():
        names_here = tuple(dict.fromkeys(one.who for one in heard if is_name(one.who)))
        source = _source(
            about,
            names_here,
            id=fresh_id(),
            place=place or about.place,
            held_on=held_on or about.held_on,
            order=next_order(sources),
            at=at,
        )
        copies = _copies(source, heard, names, about, fresh_id)
        if not _is_here(vision, source, copies):
            fresh.append(source.id)
            sources[source.id] = source
            voices |= copies
    if not fresh:
        raise AlreadyGathered
    after = vision.model_copy(update={"sources": sources, "voices": voices})
    return Added(after, tuple(fresh), len(voices) - len(vision.voices))


def _meetings(record: Record) -> Mapping[Meeting, list[Utterance]]:
    found: dict[Meeting, list[Utterance]] = {}
    for utterance in record.utterances:
        found.setdefault((utterance.where, utterance.when), []).append(utterance)
    return found


def _source(about: AboutRecord, names: tuple[str, ...], **facts: object) -> Source:
    return Source.model_validate(
        {
            "what": about.what,
            "kept_as": about.kept_as,
            "group": about.group,
            "people": about.people,
            "agreed": ConsentTerms(share=True, given_on=about.given_on, how=about.how),
            "names": names[:MOST_NAMES],
            **facts,
        }
    )


def _copies(
    source: Source,
    heard: Iterable[Utterance],
    names: Pseudonymiser,
    about: AboutRecord,
    fresh_id: FreshId,
) -> dict[str, SharedVoice]:
    # A name is for the circle alone: in a record nobody can have agreed to it line by line.
    share = about.share if about.share is Share.QUOTE else Share.THEME
    numbers: dict[str, str] = {}
    made: dict[str, SharedVoice] = {}
    for order, one in enumerate(heard, 1):
        number = numbers.setdefault(one.who, f"p{len(numbers) + 1}") if one.who else None
        text = names.apply(str(clean(one.text)))[:MOST_LETTERS]
        copy = SharedVoice(
            id=fresh_id(),
            source=source.id,
            text=text,
            share=share,
            speaker=number,
            role=about.role if one.role is Role.OTHER else one.role,
            language=about.language,
            order=float(order),
        )
        made[copy.id] = copy
    return made


def _is_here(vision: Vision, source: Source, copies: Mapping[str, SharedVoice]) -> bool:
    """Say whether the same words of the same place and day are in the vision already."""
    told = sorted(voice.text for voice in copies.values())
    for other in vision.sources.values():
        if (other.session, other.place, other.held_on) == (None, source.place, source.held_on):
            here = (voice.text for voice in vision.voices.values() if voice.source == other.id)
            if sorted(here) == told:
                return True
    return False
