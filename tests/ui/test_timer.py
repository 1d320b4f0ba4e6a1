"""What the clock shows and says."""

from datetime import UTC, datetime, timedelta

import pytest

from path_planner.domain.timer import Timer, TimerKind, pause, start
from path_planner.ui.components.timer import format_seconds, screen_reader_text, timer_html

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("left", "shown"),
    [(1200, "20:00"), (59.2, "1:00"), (0.4, "0:01"), (0, "0:00"), (-0.5, "0:00"), (-65, "+1:05")],
)
def test_seconds_are_written_as_minutes_and_seconds(left: float, shown: str) -> None:
    """It never shows nothing while there is time, and counts up when it is over."""
    assert format_seconds(left) == shown


def test_it_speaks_at_five_minutes_at_one_and_at_the_end_only() -> None:
    """A voice that counts each second would drown the room."""
    spoken = {screen_reader_text(left) for left in range(-30, 1200)}
    assert spoken == {"", "5 minutes left", "1 minute left", "Time is up."}
    assert sum(bool(screen_reader_text(left)) for left in range(1, 1200)) == 10


def test_time_that_is_over_is_said_in_words_and_not_by_colour_alone() -> None:
    """Kindly."""
    clock = start(Timer(), 10, TimerKind.STAGE, NOON)
    late = timer_html(clock, NOON + timedelta(minutes=12))
    assert "+2:00" in late
    assert "Time is up" in late
    resting = timer_html(start(Timer(), 10, TimerKind.BREAK, NOON), NOON + timedelta(minutes=12))
    assert "The break is over" in resting


def test_the_bar_is_full_when_time_is_up() -> None:
    """Not empty, as if there were no timer."""
    over = timer_html(start(Timer(), 10, TimerKind.STAGE, NOON), NOON + timedelta(minutes=12))
    assert 'style="width:100.0%"' in over
    half = timer_html(start(Timer(), 10, TimerKind.STAGE, NOON), NOON + timedelta(minutes=5))
    assert 'style="width:50.0%"' in half


def test_a_standing_clock_says_so() -> None:
    """It is told in words, not by its face alone."""
    clock = pause(start(Timer(), 10, TimerKind.STAGE, NOON), NOON)
    assert "Timer paused" in timer_html(clock, NOON)
