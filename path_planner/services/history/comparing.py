"""Comparing two states of a document in words: what is new, changed and deleted."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from path_planner.domain.base import Document, Record
from path_planner.domain.commitment import STATUS_WORDS, Commitment
from path_planner.domain.event.about import OFFER_WORDS, Guest
from path_planner.domain.event.contribution import PART_WORDS, Contribution
from path_planner.domain.event.open_space import Report, Topic
from path_planner.domain.marks import Card, Label, Mark, Photo, Shape, Sketch, Stamp, Stroke
from path_planner.domain.people import ROLE_WORDS, Person
from path_planner.domain.voice import SHARE_WORDS, Share, Voice
from path_planner.domain.word_diff import opcodes
from path_planner.i18n import N_, _, format_date, ngettext
from path_planner.services.records import main_words


class Kind(StrEnum):
    """What happened to a record between two states."""

    DELETED = "deleted"
    CHANGED = "changed"
    NEW = "new"


class Difference(NamedTuple):
    """A record that differs: its words before and after, empty where it was not there."""

    kind: Kind
    collection: str
    id: str
    before: str
    after: str
    stage: str = ""


class Counts(NamedTuple):
    """How many records were deleted, changed and new."""

    deleted: int = 0
    changed: int = 0
    new: int = 0


_COMPARED = {
    "session": ("voices", "parked", "commitments", "people", "agreement", "reviews", "marks"),
    "vision": (
        "voices", "sources", "themes", "causes", "disagreements", "priorities", "actions",
        "outcomes", "steering", "unheard", "replies",
    ),
    "event": (
        "topics", "voices", "reports", "guests", "rooms", "tables", "rounds", "groups", "answers",
        "marks",
    ),
}  # fmt: skip
PRIVATE = N_("A private line")


class _State(NamedTuple):
    """A state, with the number of strokes of each of its sketches."""

    document: Any
    strokes: Mapping[str | None, int]


def _state(document: Document) -> _State:
    marks = getattr(document, "marks", {}).values()
    return _State(document, Counter(mark.sketch for mark in marks if isinstance(mark, Stroke)))


def differences(before: Document, after: Document) -> list[Difference]:
    """Return the records whose words or facts differ: deleted ones first, then changed, then new.

    Words of private voices are not among them.
    """
    states = (_state(before), _state(after))
    found = [
        difference
        for collection in _COMPARED[before.kind.name]
        for difference in _in_collection(*states, collection)
    ]
    order = list(Kind)
    return sorted(found, key=lambda difference: order.index(difference.kind))


def counts(found: list[Difference]) -> Counts:
    """Count the differences by kind."""
    kinds = [difference.kind for difference in found]
    return Counts(*(kinds.count(kind) for kind in Kind))


Key = tuple[str, str]
"""The collection and id of a record."""


def moved(before: Document, after: Document) -> list[Key]:
    """Return what lies elsewhere on the wall, or looks different there, in both states.

    For a card this is the record that it shows. Cards that nobody placed follow from the others.
    """
    old, new = (getattr(state, "marks", {}) for state in (before, after))
    return [
        _subject(mark)
        for key, mark in new.items()
        if key in old and old[key] != mark and not _moves_by_itself(mark)
    ]


def _subject(mark: Mark) -> Key:
    return (mark.holds.value, mark.record) if isinstance(mark, Card) else ("marks", mark.id)


def _moves_by_itself(mark: Mark) -> bool:
    """Whether a mark is a card that nobody placed, or a sketch or a line of one."""
    if isinstance(mark, Card):
        return not mark.by_hand
    return isinstance(mark, Sketch) or _is_part(mark)


def _in_collection(before: _State, after: _State, collection: str) -> Iterator[Difference]:
    old, new = (_shown(state.document, collection) for state in (before, after))
    for key in sorted({**old, **new}, key=lambda key: _place(new.get(key) or old[key])):
        was, becomes = old.get(key), new.get(key)
        words = (_words(before, was, becomes), _words(after, becomes, was))
        if words[0] == words[1] and (was is None) == (becomes is None):
            continue
        kind = Kind.NEW if was is None else Kind.DELETED if becomes is None else Kind.CHANGED
        stage = getattr(becomes or was, "stage", None) or ""
        yield Difference(kind, collection, key, *words, stage)


def _shown(state: Document, collection: str) -> Mapping[str, Record]:
    """Return the records of a collection that stand for themselves: no cards, no single strokes."""
    records: Mapping[str, Record] = getattr(state, collection)
    return {key: record for key, record in records.items() if not _is_part(record)}


def _is_part(record: Record) -> bool:
    return isinstance(record, Card) or (isinstance(record, Stroke) and bool(record.sketch))


def _place(record: Record) -> tuple[str, float, str]:
    return (getattr(record, "stage", None) or "", getattr(record, "order", 0.0), record.id)


def _words(state: _State, record: Any, other: Any) -> str:
    """Return a record in words, with the facts that people compare; empty for None.

    The share level is among them only if that of the `other` state is not the same.
    """
    if record is None:
        return ""
    if isinstance(record, Voice | Contribution) and record.share is Share.PRIVATE:
        return _(PRIVATE)
    describe = next((each for kind, each in _FACTS.items() if isinstance(record, kind)), _no_facts)
    facts = (main_words(record), *describe(state, record), _share_level(record, other))
    return " · ".join(filter(None, facts))


def _share_level(record: Any, other: Any) -> str:
    levels = [getattr(each, "share", None) for each in (record, other)]
    differs = None not in levels and levels[0] is not levels[1]
    return _(SHARE_WORDS[record.share]) if differs else ""


Facts = Callable[[_State, Any], Iterator[str]]


def _no_facts(_state: _State, _record: Any) -> Iterator[str]:
    yield from ()


def _of_voice(state: _State, voice: Voice) -> Iterator[str]:
    yield _name(state, voice.said_by)


def _of_commitment(state: _State, commitment: Commitment) -> Iterator[str]:
    yield _name(state, commitment.who)
    if commitment.by_when:
        yield _("by {day}", day=format_date(commitment.by_when))
    yield _(STATUS_WORDS[commitment.status])


def _of_person(_state: _State, person: Person) -> Iterator[str]:
    yield _(ROLE_WORDS[person.role])
    yield person.helps


def _of_contribution(_state: _State, line: Contribution) -> Iterator[str]:
    yield _(PART_WORDS[line.part])
    yield line.struck


def _of_topic(state: _State, topic: Topic) -> Iterator[str]:
    yield topic.convenor
    slot = state.document.slots.get(topic.slot or "")
    room = state.document.rooms.get(topic.room or "")
    yield slot.begins.isoformat("minutes") if slot else ""
    yield room.name if room else ""
    yield _("parked") if topic.parked else ""


def _of_guest(_state: _State, guest: Guest) -> Iterator[str]:
    yield _(ROLE_WORDS[guest.role])
    yield from (_(OFFER_WORDS[need]) for need in guest.needs)


def _of_report(_state: _State, report: Report) -> Iterator[str]:
    yield ngettext("{count} person came", "{count} people came", report.came)


def _of_sketch(state: _State, sketch: Sketch) -> Iterator[str]:
    strokes = state.strokes.get(sketch.id, 0)
    yield ngettext("a drawing with {count} stroke", "a drawing with {count} strokes", strokes)


def _name(state: _State, person_id: str | None) -> str:
    person = state.document.people.get(person_id or "")
    return person.name if person else ""


def _called(words: str) -> Facts:
    def describe(_state: _State, _record: Any) -> Iterator[str]:
        yield _(words)

    return describe


_FACTS: Mapping[type, Facts] = {
    Voice: _of_voice,
    Commitment: _of_commitment,
    Person: _of_person,
    Contribution: _of_contribution,
    Topic: _of_topic,
    Guest: _of_guest,
    Report: _of_report,
    Sketch: _of_sketch,
    Stroke: _called(N_("a line on the wall")),
    Shape: _called(N_("a shape on the wall")),
    Label: _called(N_("words on the wall")),
    Stamp: _called(N_("a stamp")),
    Photo: _called(N_("a photo")),
}


class Piece(NamedTuple):
    """A run of words of two texts: in both, only before, or only after."""

    words: str
    kind: Kind | None = None
    """DELETED, NEW, or None for words in both."""


def word_pieces(before: str, after: str) -> list[Piece]:
    """Return two texts as runs of words that are in both, only before or only after."""
    old, new = before.split(), after.split()
    pieces: list[Piece] = []
    for tag, old_from, old_to, new_from, new_to in opcodes(old, new):
        if tag == "equal":
            pieces.append(Piece(" ".join(old[old_from:old_to])))
            continue
        if old_to > old_from:
            pieces.append(Piece(" ".join(old[old_from:old_to]), Kind.DELETED))
        if new_to > new_from:
            pieces.append(Piece(" ".join(new[new_from:new_to]), Kind.NEW))
    return pieces
