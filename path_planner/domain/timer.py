"""The workshop's clock: it keeps the moment it ends, so it cannot drift."""

from datetime import datetime, timedelta
from enum import StrEnum

from pydantic import AwareDatetime, FiniteFloat

from path_planner.domain.base import RecordId, Value


class TimerKind(StrEnum):
    """What the clock is running for."""

    STAGE = "stage"
    BREAK = "break"


class Timer(Value):
    """Runs until `ends_at`, or stands with `left` seconds to go; all views read the same one."""

    stage: RecordId | None = None
    kind: TimerKind = TimerKind.STAGE
    ends_at: AwareDatetime | None = None
    left: FiniteFloat = 0.0
    total: FiniteFloat = 0.0

    @property
    def running(self) -> bool:
        """Say whether the clock is running."""
        return self.ends_at is not None


def start(clock: Timer, minutes: float, kind: TimerKind, now: datetime) -> Timer:
    """Return a clock that runs for so many minutes from now."""
    seconds = minutes * 60
    ends_at = now + timedelta(seconds=seconds)
    return clock.model_copy(
        update={"kind": kind, "ends_at": ends_at, "left": seconds, "total": seconds}
    )


def seconds_left(clock: Timer, now: datetime) -> float:
    """Return the seconds to go; below zero when time is over."""
    if clock.ends_at is None:
        return clock.left
    return (clock.ends_at - now).total_seconds()


def pause(clock: Timer, now: datetime) -> Timer:
    """Return the clock standing still with what is left."""
    return clock.model_copy(update={"left": seconds_left(clock, now), "ends_at": None})


def resume(clock: Timer, now: datetime) -> Timer:
    """Return the clock running again."""
    return clock.model_copy(update={"ends_at": now + timedelta(seconds=clock.left)})


def add_minutes(clock: Timer, minutes: float, now: datetime) -> Timer:
    """Return the clock with some minutes more, counted from now if its time was already over."""
    left = max(0.0, seconds_left(clock, now)) + minutes * 60
    running = clock.running
    later = clock.model_copy(
        update={"left": left, "ends_at": None, "total": clock.total + 60 * minutes}
    )
    return resume(later, now) if running else later
