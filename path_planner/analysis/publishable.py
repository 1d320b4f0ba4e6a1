"""The anonymised part of a vision that may be published. The operation is idempotent."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TypeVar

from path_planner.analysis.queries import all_voices
from path_planner.analysis.quotes import quote_of
from path_planner.domain.base import Value
from path_planner.domain.marks import without_points
from path_planner.domain.vision.sources import Drawing, SharedVoice, Source, StakeholderGroup
from path_planner.domain.vision.theme import Disagreement, Side
from path_planner.domain.vision.vision import Member, Vision
from path_planner.domain.vision.voting import Ballot, Method
from path_planner.domain.voice import Share


def anonymised_ballots(vision: Vision) -> dict[str, Ballot]:
    """Return all ballots without fields that would disclose one person's secret vote.

    Where a stakeholder group has one voter, or one voter used a proxy, every ballot of the round
    loses that field: if only that ballot lost it, the totals would still give it by subtraction
    (the complementary suppression of statistical disclosure control).
    """
    ballots = dict(vision.ballots)
    for vote_round in vision.votes.values():
        if vote_round.method is Method.DOTS:
            cast = [ballot for ballot in ballots.values() if ballot.round == vote_round.id]
            ballots |= {
                ballot.id: ballot.model_copy(update=_suppressed_fields(cast)) for ballot in cast
            }
    return ballots


def _suppressed_fields(cast: list[Ballot]) -> dict[str, object]:
    suppressed: dict[str, object] = {}
    voters = Counter[StakeholderGroup]()
    for ballot in cast:
        voters[ballot.standing] += ballot.people
    if 1 in voters.values():
        suppressed["standing"] = StakeholderGroup.UNKNOWN
    if sum(ballot.people for ballot in cast if ballot.by_proxy) == 1:
        suppressed["by_proxy"] = False
    return suppressed


R = TypeVar("R", bound=Value)

NOT_QUOTED = "…"
"""Replaces words that are counted but not quoted, and names that are not printed."""


WITHHELD: Mapping[str, frozenset[str]] = {
    "sources": frozenset({"kept_as", "session", "event", "part", "revision", "names", "at"}),
    "voices": frozenset({"original", "agreed_to", "came_as", "not_in", "place", "heading"}),
}
"""Fields that are never published, by collection."""
WITHHELD_COLLECTIONS = (
    *("set_aside", "mappings", "cleared", "printed", "withdrawals", "other_versions"),
)
"""Collections that are never published."""


def publishable(vision: Vision) -> Vision:
    """Return the vision without what is for the steering group alone or was not agreed to.

    An export that publishes the records themselves calls
    `reidentification.without_reidentifiable` first.
    """
    stripped = _sorted_and_stripped(vision)
    sources = {
        source.id: _source(source) for source in stripped.sources.values() if source.agreed.share
    }
    public_ids = {voice.id for voice in all_voices(vision)}
    voices = {
        voice.id: _voice(vision, voice)
        for voice in stripped.voices.values()
        if voice.id in public_ids
    }
    return stripped.model_copy(
        update={
            "sources": sources,
            "voices": voices,
            "drawings": {
                drawing.id: _drawing(drawing)
                for drawing in stripped.drawings.values()
                if drawing.source in sources and sources[drawing.source].agreed.drawings
            },
            "placings": {
                assignment.id: assignment
                for assignment in stripped.placings.values()
                if assignment.voice in voices
            },
            "disagreements": {
                disagreement.id: _disagreement(disagreement, voices)
                for disagreement in stripped.disagreements.values()
            },
            "steering": {member.id: _member(member) for member in stripped.steering.values()},
            "ballots": anonymised_ballots(stripped),
            **{name: {} for name in WITHHELD_COLLECTIONS},
        }
    )


def _sorted_and_stripped(vision: Vision) -> Vision:
    """Return the vision with collections sorted by id, and without unknown or withheld fields."""
    update = {name: _without_unknown_fields(getattr(vision, name)) for name in vision.kind.singles}
    for name in vision.kind.collections:
        records, withheld = getattr(vision, name), WITHHELD.get(name, frozenset())
        update[name] = {
            record_id: _without_unknown_fields(records[record_id], withheld)
            for record_id in sorted(records)
        }
    return _without_unknown_fields(vision).model_copy(update=update)


def _without_unknown_fields(record: R, withheld: Iterable[str] = ()) -> R:
    """Return a value without unknown fields: nobody can tell whether they may be published."""
    known = type(record).model_fields
    fields = {name: getattr(record, name) for name in known}
    fields |= {name: known[name].get_default(call_default_factory=True) for name in withheld}
    copy: R = type(record).model_construct(**fields)  # type: ignore[assignment]  # the same type
    return copy


def with_short_texts(vision: Vision, letters: int) -> Vision:
    """Return the vision with texts longer than that cut at a word, and marked with “…”."""
    update: dict[str, object] = {}
    for name in vision.kind.singles:
        update[name] = _with_short_fields(getattr(vision, name), letters)
    for name in vision.kind.collections:
        records = getattr(vision, name)
        update[name] = {
            record_id: _with_short_fields(record, letters) for record_id, record in records.items()
        }
    return vision.model_copy(update=update)


def _with_short_fields(record: R, letters: int) -> R:
    update: dict[str, object] = {}
    for name, value in record.__dict__.items():
        if type(value) is str and len(value) > letters:
            update[name] = truncate(value, letters)
        elif isinstance(value, Side):
            update[name] = _with_short_fields(value, letters)
    return record.model_copy(update=update) if update else record


def truncate(words: str, most: int) -> str:
    """Return words with at most so many letters, cut at a word and marked with “…”."""
    if len(words) <= most:
        return words
    whole, _space, _rest = words[:most].rpartition(" ")
    return f"{whole or words[:most]}…"


def _source(source: Source) -> Source:
    agreed = _without_unknown_fields(source.agreed).model_copy(update={"how": ""})
    return source.model_copy(update={"agreed": agreed})


def _voice(vision: Vision, voice: SharedVoice) -> SharedVoice:
    quoted = quote_of(vision, voice) is not None
    return voice.model_copy(
        update={
            "text": voice.text if quoted else NOT_QUOTED,
            "named": voice.named if voice.share is Share.NAMED else "",
        }
    )


def _drawing(drawing: Drawing) -> Drawing:
    """Return the drawing with its ink alone: no authors, and new ids of strokes."""
    strokes = (
        without_points(stroke).model_copy(update={"id": f"k{number}"})
        for number, stroke in enumerate(drawing.strokes, 1)
    )
    return drawing.model_copy(update={"strokes": tuple(strokes)})


def _disagreement(disagreement: Disagreement, voices: Mapping[str, SharedVoice]) -> Disagreement:
    return disagreement.model_copy(
        update={"one": _side(disagreement.one, voices), "other": _side(disagreement.other, voices)}
    )


def _side(side: Side, voices: Mapping[str, SharedVoice]) -> Side:
    voices_left = tuple(voice for voice in side.voices if voice in voices)
    return _without_unknown_fields(side).model_copy(update={"voices": voices_left})


def _member(member: Member) -> Member:
    return member if member.printed else member.model_copy(update={"name": NOT_QUOTED})
