"""The time-lapse film of a wall: strokes as simplified lines, and the timing of all events.

The true order comes from the history. The film compresses time: pauses grow with the logarithm of
the real ones, long strokes take longer, and the whole is scaled to between 10 and 60 seconds.
"""

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
"""The tolerance of simplification, in wall units."""
MANY_POINTS = 300_000
"""A wall with more points than this is simplified coarsely."""
_THINNING = 0.6
_USUAL_PRESSURE = 0.35

Point = tuple[float, float]


class Fit(NamedTuple):
    """The transformation from the units of a sketch to wall units."""

    scale: float = 1.0
    across: float = 0.0
    down: float = 0.0


def line_of(stroke: Stroke, fit: Fit, tolerance: float) -> list[Point]:
    """Return the simplified points of a stroke in wall units."""
    numbers = stroke.points
    points = [
        (x * fit.scale + fit.across, y * fit.scale + fit.down)
        for x, y in zip(numbers[::2], numbers[1::2], strict=True)
    ]
    return thinned(points, tolerance)


def thinned(points: Sequence[Point], tolerance: float) -> list[Point]:
    """Return the points where a line turns (Reumann-Witkam simplification, one linear pass).

    A point is kept where the line leaves a strip of half width `tolerance` around the ray from the
    last kept point through the one after it.
    """
    if len(points) < 3:  # noqa: PLR2004 - two points are a line already
        return list(points)
    kept = [points[0]]
    anchor, direction = points[0], points[1]
    for before, point in pairwise(points[1:]):
        if _distance_from_ray(anchor, direction, point) > tolerance:
            kept.append(before)
            anchor, direction = before, point
        elif _distance(anchor, direction) < tolerance:
            direction = point
    kept.append(points[-1])
    return kept


def _distance_from_ray(anchor: Point, toward: Point, point: Point) -> float:
    """Return the distance of a point from a ray."""
    ray_x, ray_y = toward[0] - anchor[0], toward[1] - anchor[1]
    offset_x, offset_y = point[0] - anchor[0], point[1] - anchor[1]
    length = hypot(ray_x, ray_y)
    if not length or ray_x * offset_x + ray_y * offset_y < 0:
        return hypot(offset_x, offset_y)
    return abs(ray_x * offset_y - ray_y * offset_x) / length


def _distance(start: Point, end: Point) -> float:
    return hypot(end[0] - start[0], end[1] - start[1])


def length_of(points: Sequence[Point]) -> float:
    """Return the length of a line."""
    return sum(_distance(start, end) for start, end in pairwise(points)) or 1.0


def path_of(points: Sequence[Point]) -> str:
    """Return SVG path data in relative coordinates, rounded to tenths of a unit."""
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
    """Return the mean width of a stroke, from its mean pressure."""
    pressures = stroke.pressures
    pressure = sum(pressures) / len(pressures) if pressures else _USUAL_PRESSURE
    return 2 * stroke.pen.width * sin((0.5 - _THINNING * (0.5 - pressure)) * pi / 2)


SHORTEST, LONGEST = 10.0, 60.0
"""The least and greatest length of a film in seconds."""

_PEN = 900.0
"""The speed of the pen in wall units a second."""
_QUICKEST, _SLOWEST = 0.25, 1.2
_CARD, _CHANGE = 0.7, 0.5
_LONGEST_MOMENT = 1.6
_ONWARD = 0.7
"""The next event begins after this part of one."""
_PAUSE, _LONGEST_PAUSE = 0.12, 1.0
_MOST_AT_ONCE, _MOST_STOPS = 12, 40
_SHOWN_AGAIN = ("voices", "commitments")
"""Collections whose later changes are shown as events too."""

Key = tuple[str, str]


class What(StrEnum):
    """The kind of event: a thing appears or changes."""

    CAME = "came"
    CHANGED = "changed"


class Item(NamedTuple):
    """One thing in the film: an element that appears as a whole, or a line that is drawn."""

    collection: str
    id: str
    stage: str
    order: float = 0.0
    length: float = 0.0
    """The length of the line; 0 for what was not drawn by a pen."""
    at: datetime | None = None
    """The time of its record, for what is older than the journal."""

    @property
    def key(self) -> Key:
        """The collection and id of its record."""
        return self.collection, self.id


class Moment(NamedTuple):
    """One event of the film: its kind, the index of the thing, start and duration in seconds."""

    what: What
    item: int
    start: float
    lasts: float


class Keyframe(NamedTuple):
    """A time at which the film can pause, and the stage that was just filled."""

    at: float
    stage: str


@dataclass(frozen=True, slots=True)
class Timelapse:
    """The film: its length in seconds, its events in order, and its pauses."""

    seconds: float
    moments: tuple[Moment, ...]
    stops: tuple[Keyframe, ...]


class _Turn(NamedTuple):
    """Sort key: the true order of events."""

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
    """Return the film of these things; `steps` are the revisions of their session."""
    events = sorted(_events(things, steps, stages, begun))
    seconds, moments = _scaled(list(_paced(things, events)))
    return Timelapse(seconds, moments, tuple(_stops(things, moments)))


def _events(
    things: Sequence[Item], steps: Iterable[Revision], stages: Sequence[str], begun: datetime
) -> Iterable[_Event]:
    first, last = _touched(steps)
    stage_index = {stage: index for index, stage in enumerate(stages)}
    for index, thing in enumerate(things):
        came = first.get(thing.key)
        at, revision = (came.at, came.revision) if came else (thing.at or begun, 0)
        stage_order = (stage_index.get(thing.stage, len(stage_index)), thing.order, thing.id)
        yield _Event(_Turn(at, revision, *stage_order), What.CAME, index)
        changed = last.get(thing.key)
        if changed and came and changed is not came and thing.collection in _SHOWN_AGAIN:
            turn = _Turn(changed.at, changed.revision, *stage_order)
            yield _Event(turn, What.CHANGED, index)


def _touched(
    steps: Iterable[Revision],
) -> tuple[Mapping[Key, Revision], Mapping[Key, Revision]]:
    """Return the first and the last revision of each record."""
    first: dict[Key, Revision] = {}
    last: dict[Key, Revision] = {}
    for step in steps:
        for key in step.changes:
            first.setdefault(key, step)
            last[key] = step
    return first, last


def _paced(things: Sequence[Item], events: Sequence[_Event]) -> Iterable[Moment]:
    """Yield the events with start and duration: pauses are logarithmic, long lines take longer."""
    clock, before = 0.0, None
    for turn, what, number in events:
        if before is not None:
            silence = max(0.0, (turn.at - before).total_seconds())
            clock += min(_LONGEST_PAUSE, _PAUSE * log1p(silence))
        before = turn.at
        lasts = _duration(things[number], what)
        yield Moment(what, number, clock, lasts)
        clock += lasts * _ONWARD


def _duration(thing: Item, what: What) -> float:
    if what is What.CHANGED:
        return _CHANGE
    if thing.length:
        return min(max(thing.length / _PEN, _QUICKEST), _SLOWEST)
    return _CARD


def _scaled(moments: Sequence[Moment]) -> tuple[float, tuple[Moment, ...]]:
    """Scale the events to a film of 10 to 60 seconds; return its length and the events."""
    total = max((moment.start + moment.lasts for moment in moments), default=0.0)
    if not total:
        return 0.0, ()
    seconds = min(max(total, SHORTEST), LONGEST)
    factor = seconds / total
    # In a film of few things each is drawn at a natural speed, with pauses between them.
    pace = min(factor, _LONGEST_MOMENT / max(moment.lasts for moment in moments))
    return seconds, tuple(
        moment._replace(start=moment.start * factor, lasts=moment.lasts * pace)
        for moment in moments
    )


def _stops(things: Sequence[Item], moments: Sequence[Moment]) -> Iterable[Keyframe]:
    """Yield a pause after each run of things in one stage; a long run has several."""
    most = max(_MOST_AT_ONCE, len(moments) // _MOST_STOPS)
    count, done = 0, 0.0
    for current, after in zip_longest(moments, moments[1:]):
        count += 1
        done = max(done, current.start + current.lasts)
        stage = things[current.item].stage
        if after is None or count >= most or things[after.item].stage != stage:
            yield Keyframe(done, stage)
            count = 0
