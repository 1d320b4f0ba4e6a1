"""The workshop's countdown timer: it stores the time at which it ends, so it cannot drift."""

from datetime import datetime
from enum import StrEnum

from pydantic import AwareDatetime, FiniteFloat

from path_planner.dates import later, seconds
from path_planner.domain.base import RecordId, Value


class TimerKind(StrEnum):
    """What the timer is running for."""

    STAGE = "stage"
    BREAK = "break"


class Timer(Value):
    """A countdown: running until `ends_at`, or paused with `left` seconds to go."""

    stage: RecordId | None = None
    kind: TimerKind = TimerKind.STAGE
    ends_at: AwareDatetime | None = None
    left: FiniteFloat = 0.0
    total: FiniteFloat = 0.0

    @property
    def running(self) -> bool:
        """Whether the timer is running."""
        return self.ends_at is not None


def start(timer: Timer, minutes: float, kind: TimerKind, now: datetime) -> Timer:
    """Return the timer started for so many minutes from now."""
    length = minutes * 60
    ends_at = later(now, seconds(length))
    return timer.model_copy(
        update={"kind": kind, "ends_at": ends_at, "left": length, "total": length}
    )


def seconds_left(timer: Timer, now: datetime) -> float:
    """Return the seconds left; negative when the time is over."""
    if timer.ends_at is None:
        return timer.left
    return (timer.ends_at - now).total_seconds()


def pause(timer: Timer, now: datetime) -> Timer:
    """Return the timer paused with the time that is left."""
    return timer.model_copy(update={"left": seconds_left(timer, now), "ends_at": None})


def resume(timer: Timer, now: datetime) -> Timer:
    """Return the timer running again."""
    return timer.model_copy(update={"ends_at": later(now, seconds(timer.left))})


def add_minutes(timer: Timer, minutes: float, now: datetime) -> Timer:
    """Return the timer with minutes added, counted from now if its time was already over."""
    left = max(0.0, seconds_left(timer, now)) + minutes * 60
    running = timer.running
    extended = timer.model_copy(
        update={"left": left, "ends_at": None, "total": timer.total + 60 * minutes}
    )
    return resume(extended, now) if running else extended
