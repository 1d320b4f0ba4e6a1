"""How a PATH came to be, as a short silent film: when each thing that is there now came.

The film shows what stands at the end and nothing else. What somebody took back, or made private
later, was never theirs to be shown again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import zip_longest
from math import log1p
from typing import NamedTuple

from path_planner.storage.store import Revision

SHORTEST, LONGEST = 10.0, 60.0
"""How many seconds a film takes."""

_PEN = 900.0
"""How far a pen goes in a second, in units of the wall."""
_QUICKEST, _SLOWEST = 0.25, 1.2
_CARD, _CHANGE = 0.7, 0.5
_LONGEST_MOMENT = 1.6
_ONWARD = 0.7
"""The next thing comes when this part of one is done."""
_PAUSE, _LONGEST_PAUSE = 0.12, 1.0
_MOST_AT_ONCE, _MOST_STOPS = 12, 40
_TOLD_AGAIN = ("voices", "commitments")
"""Words that were changed later are pointed out once more."""

Key = tuple[str, str]


class What(StrEnum):
    """What happens in a moment of a film."""

    CAME = "came"
    CHANGED = "changed"


class Thing(NamedTuple):
    """One thing on the wall that comes as a whole, or a line that is drawn."""

    collection: str
    id: str
    stage: str
    order: float = 0.0
    length: float = 0.0
    """How far the pen went; nothing for what was not drawn by a pen."""
    at: datetime | None = None
    """When it was said, for what is older than the journal."""

    @property
    def key(self) -> Key:
        """Return where its record is kept, and its id."""
        return self.collection, self.id


class Moment(NamedTuple):
    """Something comes or changes: which thing, from when on, and for how many seconds."""

    what: What
    thing: int
    start: float
    lasts: float


class Stop(NamedTuple):
    """Where the film can rest, and the stage that was just filled."""

    at: float
    stage: str


@dataclass(frozen=True, slots=True)
class Film:
    """All moments in their order, and where to rest between them."""

    seconds: float
    moments: tuple[Moment, ...]
    stops: tuple[Stop, ...]


class _Turn(NamedTuple):
    """A place in the true order of events."""

    at: datetime
    revision: int
    stage: int
    order: float
    id: str


class _Event(NamedTuple):
    turn: _Turn
    what: What
    thing: int


def film_of(
    things: Sequence[Thing], steps: Iterable[Revision], stages: Sequence[str], begun: datetime
) -> Film:
    """Return the film of these things; `steps` is the history of their session."""
    events = sorted(_events(things, steps, stages, begun))
    seconds, moments = _squeezed(list(_paced(things, events)))
    return Film(seconds, moments, tuple(_stops(things, moments)))


def _events(
    things: Sequence[Thing], steps: Iterable[Revision], stages: Sequence[str], begun: datetime
) -> Iterable[_Event]:
    first, last = _touched(steps)
    place = {stage: number for number, stage in enumerate(stages)}
    for number, thing in enumerate(things):
        came = first.get(thing.key)
        at, revision = (came.at, came.revision) if came else (thing.at or begun, 0)
        where = (place.get(thing.stage, len(place)), thing.order, thing.id)
        yield _Event(_Turn(at, revision, *where), What.CAME, number)
        changed = last.get(thing.key)
        if changed and came and changed is not came and thing.collection in _TOLD_AGAIN:
            turn = _Turn(changed.at, changed.revision, *where)
            yield _Event(turn, What.CHANGED, number)


def _touched(
    steps: Iterable[Revision],
) -> tuple[Mapping[Key, Revision], Mapping[Key, Revision]]:
    """Return the first and the last step that wrote each record."""
    first: dict[Key, Revision] = {}
    last: dict[Key, Revision] = {}
    for step in steps:
        for key in step.changes:
            first.setdefault(key, step)
            last[key] = step
    return first, last


def _paced(things: Sequence[Thing], events: Sequence[_Event]) -> Iterable[Moment]:
    """Give each event its time: long silences become short ones, a long line takes longer."""
    clock, before = 0.0, None
    for turn, what, number in events:
        if before is not None:
            silence = max(0.0, (turn.at - before).total_seconds())
            clock += min(_LONGEST_PAUSE, _PAUSE * log1p(silence))
        before = turn.at
        lasts = _lasting(things[number], what)
        yield Moment(what, number, clock, lasts)
        clock += lasts * _ONWARD


def _lasting(thing: Thing, what: What) -> float:
    if what is What.CHANGED:
        return _CHANGE
    if thing.length:
        return min(max(thing.length / _PEN, _QUICKEST), _SLOWEST)
    return _CARD


def _squeezed(moments: Sequence[Moment]) -> tuple[float, tuple[Moment, ...]]:
    """Return the length of the film, and the moments brought into it."""
    whole = max((moment.start + moment.lasts for moment in moments), default=0.0)
    if not whole:
        return 0.0, ()
    seconds = min(max(whole, SHORTEST), LONGEST)
    factor = seconds / whole
    # A few things come no slower than a hand draws: the film rests between them.
    pace = min(factor, _LONGEST_MOMENT / max(moment.lasts for moment in moments))
    return seconds, tuple(
        moment._replace(start=moment.start * factor, lasts=moment.lasts * pace)
        for moment in moments
    )


def _stops(things: Sequence[Thing], moments: Sequence[Moment]) -> Iterable[Stop]:
    """Yield a place to rest after each run of things in one stage; a long run has several."""
    most = max(_MOST_AT_ONCE, len(moments) // _MOST_STOPS)
    count, done = 0, 0.0
    for here, after in zip_longest(moments, moments[1:]):
        count += 1
        done = max(done, here.start + here.lasts)
        stage = things[here.thing].stage
        if after is None or count >= most or things[after.thing].stage != stage:
            yield Stop(done, stage)
            count = 0
