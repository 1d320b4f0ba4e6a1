"""Records of conversations and surveys: voices from cafés, walks, visits, forms and chats."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from path_planner.domain.base import MOST_LETTERS, clean, next_order, put
from path_planner.domain.people import Role
from path_planner.domain.vision.sources import (
    ColumnMapping,
    ConsentTerms,
    SharedVoice,
    Source,
    SourceKind,
    is_empty_answer,
)
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Share
from path_planner.errors import AlreadyGathered, NotAgreedToAdd, NothingGathered
from path_planner.services.context import FreshId
from path_planner.services.vision.imports.dates import DateColumn
from path_planner.services.vision.imports.earlier import (
    RowKeys,
    copies_of_file,
    file_of,
    sources_of_file,
    updated,
    with_themes,
    withdrawn_originals,
    without_rows,
)
from path_planner.services.vision.imports.speakers import is_name
from path_planner.services.vision.privacy.pseudonyms import names_in

Meeting = tuple[str, date | None]
"""Place and date of a voice, as far as a record has them line by line."""
MOST_NAMES = 1_000
_NOT_YET = "none"
"""The source of a copy before it is known which one it belongs to."""


class Utterance(NamedTuple):
    """One line of a record; the name `who` is not stored with the voice."""

    text: str
    who: str = ""
    role: Role = Role.OTHER
    where: str = ""
    when: date | None = None
    question: str = ""
    agrees: int = 0
    disagrees: int = 0
    themes: tuple[str, ...] = ()
    row: str = ""
    """What identifies it where it was collected, if anything does."""


class Record(NamedTuple):
    """A parsed record: its voices, and what of it is no voice."""

    utterances: tuple[Utterance, ...]
    cut: int = 0
    """The number of voices that were cut to the greatest length."""
    empty: int = 0
    """The number of rows without words."""
    set_aside: tuple[Utterance, ...] = ()
    """Empty answers such as “n/a”; people can bring them back."""
    moderated: tuple[Utterance, ...] = ()
    """What was moderated out where it was collected; it stays out."""
    unreadable: tuple[int, ...] = ()
    """The numbers of lines that could not be read."""
    left_out: tuple[str, ...] = ()
    """Lines that are not what somebody said, such as a title or a time."""
    is_form: bool = False
    """Its rows are answers of one survey, whatever their days and places are."""
    dates: DateColumn = DateColumn()


def record_of_utterances(utterances: Iterable[Utterance], **facts: Any) -> Record:
    """Return a record: long words are cut, and empty answers are set aside."""
    said: list[Utterance] = []
    aside: list[Utterance] = []
    cut = 0
    for utterance in utterances:
        if is_empty_answer(utterance.text):
            aside.append(utterance)
            continue
        cut += len(utterance.text) > MOST_LETTERS
        said.append(utterance._replace(text=utterance.text[:MOST_LETTERS]))
    return Record(tuple(said), cut=cut, set_aside=tuple(aside), **facts)


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
    mapping: ColumnMapping | None = None
    """The columns as people corrected them, to be remembered for the next file of this shape."""


class Added(NamedTuple):
    """A vision with a record in it, and counts of what came and changed."""

    vision: Vision
    sources: tuple[str, ...]
    came: int
    changed: int = 0
    """The number of voices that were there and have other words or numbers now."""
    set_aside: int = 0
    withheld: int = 0
    """The number of voices that were withdrawn here earlier, and stay out."""
    gone: int = 0
    """The number of voices that were there and are moderated out now."""
    missing: int = 0
    """The number of voices of an earlier export that this one does not have; they stay."""


def with_record(
    vision: Vision, record: Record, about: AboutRecord, fresh_id: FreshId, at: datetime
) -> Added:
    """Add a record to a vision, without names, or update what came from an earlier export of it.

    Raises NotAgreedToAdd, NothingGathered or AlreadyGathered.
    """
    if not about.agreed:
        raise NotAgreedToAdd
    if not record.utterances:
        raise NothingGathered
    return _Import(vision, record, about, fresh_id, at).added()


class _Import:
    """One import. Invariant: a row gives one voice, which an earlier export may have brought."""

    def __init__(
        self, vision: Vision, record: Record, about: AboutRecord, fresh_id: FreshId, at: datetime
    ) -> None:
        everybody = (*record.utterances, *record.set_aside)
        called = {said.who: said.role for said in everybody if is_name(said.who)}
        self._vision, self._record, self._about = vision, record, about
        self._fresh_id, self._at = fresh_id, at
        self._names = names_in(called, about.language)
        self._called: dict[Meeting, dict[str, None]] = {}
        for said in everybody:
            if is_name(said.who):
                self._called.setdefault(self.meeting(said), {})[said.who] = None
        self._numbers: dict[str, str] = {}
        everything = (*everybody, *record.moderated)
        # One after the other: the same words may come again in what stays out.
        keys = RowKeys(vision.id, everything)
        self._original = [keys.key(said) for said in everything]
        self._numbered = frozenset(
            key for key, said in zip(self._original, everything, strict=True) if said.row
        )
        copies = [self._copy(said, order) for order, said in enumerate(everybody)]
        self._said = copies[: len(record.utterances)]
        self._aside = copies[len(record.utterances) :]
        self._moderated = frozenset(self._original[len(everybody) :])

    def added(self) -> Added:
        """Add the record or update the file that it is a newer export of."""
        file = file_of(self._vision, (*self._said, *self._aside), self._numbered)
        if file is None and self._is_imported():
            raise AlreadyGathered
        added = self._with(file)
        if not (added.came or added.changed or added.set_aside or added.gone):
            raise AlreadyGathered
        return added

    def _copy(self, said: Utterance, order: int) -> SharedVoice:
        # Names are never published from a record: it has no consent to that line by line.
        about, who = self._about, said.who
        number = self._numbers.setdefault(who, f"p{len(self._numbers) + 1}") if who else None
        return SharedVoice(
            id=self._fresh_id(),
            source=_NOT_YET,
            original=self._original[order],
            text=self._names.apply(str(clean(said.text)))[:MOST_LETTERS],
            share=about.share if about.share is Share.QUOTE else Share.THEME,
            speaker=number,
            role=about.role if said.role is Role.OTHER else said.role,
            language=about.language,
            question=self._names.apply(str(clean(said.question)))[:MOST_LETTERS],
            place=said.where if self._record.is_form else "",
            agrees=said.agrees,
            disagrees=said.disagrees,
            order=float(order + 1),
        )

    def _with(self, file: str | None) -> Added:
        vision, known = self._vision, copies_of_file(self._vision, file)
        place = _Place(vision, file or self._fresh_id(), self)
        counts = Counter[str]()
        for copy, said in zip(self._said, self._record.utterances, strict=True):
            counts[place.put(copy, said, known.get(copy.original))] += 1
        for copy, said in zip(self._aside, self._record.set_aside, strict=True):
            counts[place.put_aside(copy, said, known.get(copy.original))] += 1
        present = {copy.original for copy in (*self._said, *self._aside)}
        missing = [voice.id for voice in known.values() if voice.original not in present]
        after = with_themes(place.vision(missing), place.assigned, self._fresh_id)
        if self._about.mapping is not None:
            after = put(after, "mappings", self._about.mapping)
        out = self._out_of(known)
        after, gone = without_rows(after, out, place.emptied, self._fresh_id, self._at)
        return Added(
            after,
            tuple(dict.fromkeys(place.made.values())),
            came=counts[_CAME],
            changed=counts[_CHANGED],
            set_aside=counts[_ASIDE],
            withheld=counts[_WITHHELD],
            gone=gone,
            missing=len(set(missing) - out),
        )

    def source_for(self, said: Utterance, file: str, sources: Mapping[str, Source]) -> Source:
        """Return the source of a line, one that is there or a new one.

        The answers of a form are one source; of a conversation each place and day is one.
        """
        form, about = self._record.is_form, self._about
        place = about.place if form else said.where or about.place
        held_on = self._last_day() if form else said.when or about.held_on
        names = self._called.get(self.meeting(said), {})
        for source in sources.values():
            same = form or (source.place, source.held_on) == (place, held_on)
            if source.file == file and same:
                every = tuple(dict.fromkeys((*source.names, *names)))[:MOST_NAMES]
                return source.model_copy(update={"names": every})
        return self._new_source(file, place, held_on, sources, tuple(names)[:MOST_NAMES])

    def _last_day(self) -> date | None:
        days = [said.when for said in self._record.utterances if said.when is not None]
        return self._about.held_on or max(days, default=None)

    def _new_source(
        self,
        file: str,
        place: str,
        held_on: date | None,
        sources: Mapping[str, Source],
        names: tuple[str, ...],
    ) -> Source:
        about = self._about
        kind = (
            SourceKind.WRITTEN
            if self._record.is_form and about.what is SourceKind.OTHER
            else about.what
        )
        return Source(
            id=self._fresh_id(),
            what=kind,
            kept_as=about.kept_as,
            file=file,
            held_on=held_on,
            place=place,
            group=about.group,
            people=about.people,
            agreed=ConsentTerms(share=True, given_on=about.given_on, how=about.how),
            names=names,
            order=next_order(sources),
            at=self._at,
        )

    def _out_of(self, known: Mapping[str | None, SharedVoice]) -> set[str]:
        return {voice.id for original, voice in known.items() if original in self._moderated}

    def meeting(self, said: Utterance) -> Meeting:
        """Return what tells the sources of one file apart."""
        return ("", None) if self._record.is_form else (said.where, said.when)

    def _is_imported(self) -> bool:
        """Whether an older source without keys of rows has the same words already."""
        texts = sorted(voice.text for voice in self._said)
        older = {
            source.id
            for source in self._vision.sources.values()
            if source.session is None and source.file is None
        }
        by_source: dict[str, list[str]] = {}
        for voice in self._vision.voices.values():
            if voice.source in older:
                by_source.setdefault(voice.source, []).append(voice.text)
        every = sorted(text for source in by_source.values() for text in source)
        return any(sorted(found) == texts for found in by_source.values()) or (
            len(by_source) > 1 and every == texts
        )


_CAME, _CHANGED, _SAME = "came", "changed", "same"
_ASIDE, _WITHHELD = "set aside", "withheld"


def _is_same(before: SharedVoice, after: SharedVoice) -> bool:
    """Whether a voice is as it was; its place and the number of its speaker follow the rows."""
    update: dict[str, object] = {"order": after.order}
    if before.speaker and after.speaker:
        update["speaker"] = after.speaker
    return after == before.model_copy(update=update)


class _Place:
    """The collections of a vision while the voices of one file are put into them."""

    def __init__(self, vision: Vision, file: str, imported: _Import) -> None:
        self._vision, self._file, self._import = vision, file, imported
        self._withheld = withdrawn_originals(vision, sources_of_file(vision, file))
        self._sources = dict(vision.sources)
        self._voices, self._aside = dict(vision.voices), dict(vision.set_aside)
        self.made: dict[Meeting, str] = {}
        """The sources of the lines that came, by place and day."""
        self.assigned: list[tuple[str, tuple[str, ...]]] = []
        """The themes of each voice that came."""
        self.emptied: list[str] = []
        """The voices whose rows say nothing now."""

    def put(self, copy: SharedVoice, said: Utterance, before: SharedVoice | None) -> str:
        """Add a voice, or update the one that came `before`; return what became of it."""
        if copy.original in self._withheld:
            return _WITHHELD
        if before is None:
            self._voices[copy.id] = self._of_its_source(copy, said)
            self.assigned.append((copy.id, said.themes))
            return _CAME
        after = updated(before, copy)
        self._voices[before.id] = after
        if self._aside.pop(before.id, None) is not None:
            self.assigned.append((before.id, said.themes))
            return _CAME
        return _SAME if _is_same(before, after) else _CHANGED

    def put_aside(self, copy: SharedVoice, said: Utterance, before: SharedVoice | None) -> str:
        """Set an empty answer aside; return what became of it."""
        if copy.original in self._withheld:
            return _SAME
        if before is not None:
            if before.id in self._aside or is_empty_answer(before.text):
                return _SAME
            self.emptied.append(before.id)
        self._aside[copy.id] = self._of_its_source(copy, said)
        return _ASIDE

    def _of_its_source(self, copy: SharedVoice, said: Utterance) -> SharedVoice:
        meeting = self._import.meeting(said)
        if meeting not in self.made:
            source = self._import.source_for(said, self._file, self._sources)
            self._sources[source.id] = source
            self.made[meeting] = source.id
        return copy.model_copy(update={"source": self.made[meeting]})

    def vision(self, missing: Iterable[str]) -> Vision:
        """Return the vision; of voices that are `missing` in a newer export nobody knows who."""
        for voice in missing:
            # Its number may be somebody else’s in this export.
            voices = self._voices if voice in self._voices else self._aside
            voices[voice] = voices[voice].model_copy(update={"speaker": None})
        return self._vision.model_copy(
            update={"sources": self._sources, "voices": self._voices, "set_aside": self._aside}
        )
