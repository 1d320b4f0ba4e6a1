"""The clock keeps the moment it ends: it cannot drift, whatever happens in between."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from path_planner.domain.timer import (
    Timer,
    TimerKind,
    add_minutes,
    pause,
    resume,
    seconds_left,
    start,
)

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def after(seconds: float) -> datetime:
    """Return the moment so many seconds after noon."""
    return NOON + timedelta(seconds=seconds)


def test_a_clock_that_was_never_set_stands_at_nothing() -> None:
    """It neither runs nor has time left."""
    assert not Timer().running
    assert seconds_left(Timer(), NOON) == 0


def test_it_counts_down_and_says_how_long_it_is_over() -> None:
    """Below zero is how long the time has been over."""
    clock = start(Timer(stage="goal"), 20, TimerKind.STAGE, NOON)
    assert clock.running
    assert clock.stage == "goal"
    assert seconds_left(clock, after(0)) == 1200
    assert seconds_left(clock, after(1199)) == 1
    assert seconds_left(clock, after(1230)) == -30


def test_a_pause_keeps_what_is_left_for_as_long_as_it_lasts() -> None:
    """Standing still costs nothing."""
    standing = pause(start(Timer(), 10, TimerKind.BREAK, NOON), after(60))
    assert not standing.running
    assert seconds_left(standing, after(4000)) == 540
    again = resume(standing, after(4000))
    assert seconds_left(again, after(4000 + 540)) == 0
    assert again.kind is TimerKind.BREAK


def test_five_more_minutes_are_added_to_what_is_left() -> None:
    """A running clock goes on running, a standing one stands."""
    running = start(Timer(), 10, TimerKind.STAGE, NOON)
    more = add_minutes(running, 5, after(60))
    assert seconds_left(more, after(60)) == 840
    assert more.total == 900
    standing = add_minutes(pause(running, after(60)), 5, after(900))
    assert not standing.running
    assert seconds_left(standing, after(900)) == 840


def test_five_more_minutes_after_the_end_are_five_whole_minutes() -> None:
    """Who is late by ten minutes does not get minus five."""
    over = start(Timer(), 10, TimerKind.STAGE, NOON)
    assert seconds_left(add_minutes(over, 5, after(1200)), after(1200)) == 300


@settings(deadline=None)
@given(st.lists(st.integers(0, 600), min_size=1, max_size=30))
def test_looking_and_pausing_however_often_does_not_drift(steps: list[int]) -> None:
    """Only the seconds in which it ran are gone, exactly."""
    clock = start(Timer(), 20, TimerKind.STAGE, NOON)
    moment, ran = 0, 0
    for number, step in enumerate(steps):
        moment += step
        if number % 2:
            clock = resume(clock, after(moment))
        else:
            ran += step
            clock = pause(clock, after(moment))
        assert seconds_left(clock, after(moment)) == 1200 - ran
