"""The part of a vision that may be given away; taking it twice changes nothing."""

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
    """Return all ballots; those that would tell what one person gave lose what tells it.

    Where one person alone votes from a standing, or by proxy, all ballots of the round lose it:
    with one left out, what it gave would be the difference.
    """
    ballots = dict(vision.ballots)
    for held in vision.votes.values():
        if held.method is Method.DOTS:
            cast = [ballot for ballot in ballots.values() if ballot.round == held.id]
            ballots |= {ballot.id: ballot.model_copy(update=_hidden(cast)) for ballot in cast}
    return ballots


def _hidden(cast: list[Ballot]) -> dict[str, object]:
    hidden: dict[str, object] = {}
    standings = Counter[StakeholderGroup]()
    for ballot in cast:
        standings[ballot.standing] += ballot.people
    if 1 in standings.values():
        hidden["standing"] = StakeholderGroup.UNKNOWN
    if sum(ballot.people for ballot in cast if ballot.by_proxy) == 1:
        hidden["by_proxy"] = False
    return hidden


R = TypeVar("R", bound=Value)

NOT_QUOTED = "…"
"""Stands for words that are counted and never quoted, and for names that are not printed."""


WITHHELD: Mapping[str, frozenset[str]] = {
    "sources": frozenset({"kept_as", "session", "revision", "names", "at"}),
    "voices": frozenset({"original", "agreed_to", "came_as"}),
}
"""Fields that never travel, by collection."""
WITHHELD_COLLECTIONS = ("printed", "withdrawals")
"""Collections of which nothing travels."""


def publishable(vision: Vision) -> Vision:
    """Return the vision without what was kept for the steering group or not agreed to print.

    Whoever gives the records themselves away takes `linking.unlinked` first.
    """
    plain = _plain(vision)
    sources = {
        source.id: _source(source) for source in plain.sources.values() if source.agreed.share
    }
    told = {voice.id for voice in all_voices(vision)}
    voices = {
        voice.id: _voice(vision, voice) for voice in plain.voices.values() if voice.id in told
    }
    return plain.model_copy(
        update={
            "sources": sources,
            "voices": voices,
            "drawings": {
                drawing.id: _drawing(drawing)
                for drawing in plain.drawings.values()
                if drawing.source in sources and sources[drawing.source].agreed.drawings
            },
            "placings": {
                assignment.id: assignment
                for assignment in plain.placings.values()
                if assignment.voice in voices
            },
            "disagreements": {
                disagreement.id: _disagreement(disagreement, voices)
                for disagreement in plain.disagreements.values()
            },
            "steering": {member.id: _member(member) for member in plain.steering.values()},
            "ballots": anonymised_ballots(plain),
            **{name: {} for name in WITHHELD_COLLECTIONS},
        }
    )


def _plain(vision: Vision) -> Vision:
    """Return a vision whose records have an order that tells nothing, and only known fields."""
    update = {name: _known(getattr(vision, name)) for name in vision.kind.singles}
    for name in vision.kind.collections:
        records, back = getattr(vision, name), WITHHELD.get(name, frozenset())
        update[name] = {
            record_id: _known(records[record_id], back) for record_id in sorted(records)
        }
    return _known(vision).model_copy(update=update)


def _known(record: R, kept_back: Iterable[str] = ()) -> R:
    """Return a value without fields of a later version: whether they may travel is unknown."""
    known = type(record).model_fields
    fields = {name: getattr(record, name) for name in known}
    fields |= {name: known[name].get_default(call_default_factory=True) for name in kept_back}
    made: R = type(record).model_construct(**fields)  # type: ignore[assignment]  # the same type
    return made


def _source(source: Source) -> Source:
    agreed = _known(source.agreed).model_copy(update={"how": ""})
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
    """Keep the ink and not who drew it, nor what it was called in its session."""
    strokes = (
        without_points(stroke).model_copy(update={"id": f"k{number}"})
        for number, stroke in enumerate(drawing.strokes, 1)
    )
    return drawing.model_copy(update={"strokes": tuple(strokes)})


def _disagreement(told: Disagreement, voices: Mapping[str, SharedVoice]) -> Disagreement:
    return told.model_copy(
        update={"one": _side(told.one, voices), "other": _side(told.other, voices)}
    )


def _side(side: Side, voices: Mapping[str, SharedVoice]) -> Side:
    kept = tuple(voice for voice in side.voices if voice in voices)
    return _known(side).model_copy(update={"voices": kept})


def _member(member: Member) -> Member:
    return member if member.printed else member.model_copy(update={"name": NOT_QUOTED})
