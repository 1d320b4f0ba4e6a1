"""Strokes as thin lines of few points: light enough to send, and able to draw themselves."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import pairwise, zip_longest
from math import hypot, log1p, pi, sin
from typing import NamedTuple

from path_planner.domain.marks import Stroke
from path_planner.storage.protocol import Revision

FINE, COARSE = 0.8, 2.5
"""How far a line may pass beside the hand's own points, in units of the wall."""
MANY_POINTS = 300_000
"""From here on lines are coarse: nobody looks closely at one among so many."""
_THINNING = 0.6
_USUAL_PRESSURE = 0.35

Point = tuple[float, float]


class Fit(NamedTuple):
    """From the units of a sketch to those of the wall."""

    scale: float = 1.0
    across: float = 0.0
    down: float = 0.0


def line_of(stroke: Stroke, fit: Fit, tolerance: float) -> list[Point]:
    """Return the few points of a stroke that show where the hand went."""
    numbers = stroke.points
    points = [
        (x * fit.scale + fit.across, y * fit.scale + fit.down)
        for x, y in zip(numbers[::2], numbers[1::2], strict=True)
    ]
    return thinned(points, tolerance)


def thinned(points: Sequence[Point], tolerance: float) -> list[Point]:
    """Return the points where a line turns; those on the way between them are left out."""
    if len(points) < 3:  # noqa: PLR2004 - two points are a line already
        return list(points)
    kept = [points[0]]
    anchor, toward = points[0], points[1]
    for before, point in pairwise(points[1:]):
        if _beside(anchor, toward, point) > tolerance:
            kept.append(before)
            anchor, toward = before, point
        elif _far(anchor, toward) < tolerance:
            toward = point
    kept.append(points[-1])
    return kept


def _beside(anchor: Point, toward: Point, point: Point) -> float:
    """Return how far a point is from a ray; behind its beginning counts from there."""
    way_x, way_y = toward[0] - anchor[0], toward[1] - anchor[1]
    off_x, off_y = point[0] - anchor[0], point[1] - anchor[1]
    length = hypot(way_x, way_y)
    if not length or way_x * off_x + way_y * off_y < 0:
        return hypot(off_x, off_y)
    return abs(way_x * off_y - way_y * off_x) / length


def _far(one: Point, other: Point) -> float:
    return hypot(other[0] - one[0], other[1] - one[1])


def length_of(points: Sequence[Point]) -> float:
    """Return how far the pen went."""
    return sum(_far(one, other) for one, other in pairwise(points)) or 1.0


def path_of(points: Sequence[Point]) -> str:
    """Write a line as steps from each point to the next, a tenth of a unit fine."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in points]
    start = f"M{_tenths(tenths[0][0])} {_tenths(tenths[0][1])}"
    steps = [
        f"{_tenths(x - from_x)} {_tenths(y - from_y)}"
        for (from_x, from_y), (x, y) in pairwise(tenths)
    ]
    return f"{start}l{' '.join(steps)}" if steps else f"{start}h.1"


def _tenths(number: int) -> str:
    whole, part = divmod(abs(number), 10)
    sign = "-" if number < 0 else ""
    return f"{sign}{whole}.{part}" if part else f"{sign}{whole}"


def width_of(stroke: Stroke) -> float:
    """Return how wide a stroke is on the whole: pressed lightly it is thin."""
    pressures = stroke.pressures
    pressure = sum(pressures) / len(pressures) if pressures else _USUAL_PRESSURE
    return 2 * stroke.pen.width * sin((0.5 - _THINNING * (0.5 - pressure)) * pi / 2)


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


class Item(NamedTuple):
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
    item: int
    start: float
    lasts: float


class Keyframe(NamedTuple):
    """Where the film can rest, and the stage that was just filled."""

    at: float
    stage: str


@dataclass(frozen=True, slots=True)
class Timelapse:
    """All moments in their order, and where to rest between them."""

    seconds: float
    moments: tuple[Moment, ...]
    stops: tuple[Keyframe, ...]


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


def build_timelapse(
    things: Sequence[Item], steps: Iterable[Revision], stages: Sequence[str], begun: datetime
) -> Timelapse:
    """Return the film of these things; `steps` is the history of their session."""
    events = sorted(_events(things, steps, stages, begun))
    seconds, moments = _squeezed(list(_paced(things, events)))
    return Timelapse(seconds, moments, tuple(_stops(things, moments)))


def _events(
    things: Sequence[Item], steps: Iterable[Revision], stages: Sequence[str], begun: datetime
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


def _paced(things: Sequence[Item], events: Sequence[_Event]) -> Iterable[Moment]:
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


def _lasting(thing: Item, what: What) -> float:
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


def _stops(things: Sequence[Item], moments: Sequence[Moment]) -> Iterable[Keyframe]:
    """Yield a place to rest after each run of things in one stage; a long run has several."""
    most = max(_MOST_AT_ONCE, len(moments) // _MOST_STOPS)
    count, done = 0, 0.0
    for here, after in zip_longest(moments, moments[1:]):
        count += 1
        done = max(done, here.start + here.lasts)
        stage = things[here.item].stage
        if after is None or count >= most or things[after.item].stage != stage:
            yield Keyframe(done, stage)
            count = 0
