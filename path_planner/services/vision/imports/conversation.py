"""Import of conversation records: voices from cafés, open spaces, walks and visits."""

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
"""Place and date of a voice, as far as a record has them line by line."""
MOST_NAMES = 1_000


class Utterance(NamedTuple):
    """One line of a record; the name `who` is not stored with the voice."""

    text: str
    who: str = ""
    role: Role = Role.OTHER
    where: str = ""
    when: date | None = None


class Record(NamedTuple):
    """A parsed record: its voices, and counts of lines that were cut or empty."""

    utterances: tuple[Utterance, ...]
    cut: int = 0
    """The number of voices that were cut to the greatest length."""
    empty: int = 0
    """The number of lines without words."""


class AboutRecord(NamedTuple):
    """What the steering group enters about a record; values in its lines take precedence."""

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
    """The role of speakers whose line has none."""


class Added(NamedTuple):
    """A vision with a record in it: one source for each place and date in the record."""

    vision: Vision
    sources: tuple[str, ...]
    came: int


def with_record(
    vision: Vision, record: Record, about: AboutRecord, fresh_id: FreshId, at: datetime
) -> Added:
    """Add a record to a vision, without names.

    Raises NotAgreedToAdd, NothingGathered or AlreadyGathered.
    """
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
    for (place, held_on), utterances in _by_meeting(record).items():
        speakers = (utterance.who for utterance in utterances)
        source = _source(
            about,
            tuple(dict.fromkeys(filter(is_name, speakers))),
            id=fresh_id(),
            place=place or about.place,
            held_on=held_on or about.held_on,
            order=next_order(sources),
            at=at,
        )
        copies = _copies(source, utterances, names, about, fresh_id)
        if not _is_imported(vision, source, copies):
            fresh.append(source.id)
            sources[source.id] = source
            voices |= copies
    if not fresh:
        raise AlreadyGathered
    after = vision.model_copy(update={"sources": sources, "voices": voices})
    return Added(after, tuple(fresh), len(voices) - len(vision.voices))


def _by_meeting(record: Record) -> Mapping[Meeting, list[Utterance]]:
    meetings: dict[Meeting, list[Utterance]] = {}
    for utterance in record.utterances:
        meetings.setdefault((utterance.where, utterance.when), []).append(utterance)
    return meetings


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
    utterances: Iterable[Utterance],
    names: Pseudonymiser,
    about: AboutRecord,
    fresh_id: FreshId,
) -> dict[str, SharedVoice]:
    # Names are never published from a record: it has no consent to that line by line.
    share = about.share if about.share is Share.QUOTE else Share.THEME
    numbers: dict[str, str] = {}
    copies: dict[str, SharedVoice] = {}
    for order, utterance in enumerate(utterances, 1):
        who = utterance.who
        number = numbers.setdefault(who, f"p{len(numbers) + 1}") if who else None
        text = names.apply(str(clean(utterance.text)))[:MOST_LETTERS]
        copy = SharedVoice(
            id=fresh_id(),
            source=source.id,
            text=text,
            share=share,
            speaker=number,
            role=about.role if utterance.role is Role.OTHER else utterance.role,
            language=about.language,
            order=float(order),
        )
        copies[copy.id] = copy
    return copies


def _is_imported(vision: Vision, source: Source, copies: Mapping[str, SharedVoice]) -> bool:
    """Whether a source of the same place and date with the same words is in the vision already."""
    texts = sorted(voice.text for voice in copies.values())
    for other in vision.sources.values():
        if (other.session, other.place, other.held_on) == (None, source.place, source.held_on):
            existing = (voice.text for voice in vision.voices.values() if voice.source == other.id)
            if sorted(existing) == texts:
                return True
    return False
