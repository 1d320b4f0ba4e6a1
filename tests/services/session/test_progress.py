"""Going through the stages and keeping time."""

import pytest

from path_planner.domain import timer as clocks
from path_planner.domain.timer import TimerKind
from path_planner.processes import find
from path_planner.services import clock
from path_planner.services.session import progress
from tests.domain.builders import a_session, a_voice
from tests.services.session.rooms import a_group


def test_the_clock_does_not_drift_however_seldom_it_is_read() -> None:
    group = a_group()
    group.does(clock.start_timer(group.room, 20))
    group.clock.move(minutes=7, seconds=0.25)
    assert clocks.seconds_left(group.session.clock, group.clock.time) == 20 * 60 - 420.25


def test_a_pause_stops_time_and_going_on_takes_it_up_again() -> None:
    group = a_group()
    group.does(clock.start_timer(group.room, 10))
    group.clock.move(minutes=4)
    group.does(clock.pause_timer(group.room))
    group.clock.move(hours=2)
    assert clocks.seconds_left(group.session.clock, group.clock.time) == 360
    group.does(clock.resume_timer(group.room))
    group.clock.move(minutes=1)
    assert clocks.seconds_left(group.session.clock, group.clock.time) == 300


@pytest.mark.parametrize(("gone", "left"), [(4, 11), (10, 5), (25, 5)])
def test_five_more_minutes_are_five_minutes_from_now_when_time_was_over(
    gone: float, left: float
) -> None:
    group = a_group()
    group.does(clock.start_timer(group.room, 10, TimerKind.BREAK))
    group.clock.move(minutes=gone)
    group.does(clock.five_more_minutes(group.room))
    assert clocks.seconds_left(group.session.clock, group.clock.time) == left * 60
    assert group.session.clock.kind is TimerKind.BREAK


def test_the_clock_is_put_away_and_the_stage_stays() -> None:
    group = a_group()
    group.does(progress.go_to_stage(group.room, "now"))
    group.does(clock.start_timer(group.room, 10))
    group.does(clock.stop_timer(group.room))
    assert group.session.clock.stage == "now"
    assert not group.session.clock.running


def test_minutes_fit_the_length_of_the_workshop() -> None:
    group = a_group()
    dream = find("path6").stages[0]
    assert progress.suggested_minutes(group.room, dream) == 20
    about = group.session.about.model_copy(update={"minutes": 45})
    shorter = a_group(a_session().model_copy(update={"about": about}))
    assert progress.suggested_minutes(shorter.room, dream) == 10


def test_skipped_stages_are_walked_past() -> None:
    group = a_group()
    group.does(progress.mark_stage(group.room, "goal", skipped=True))
    assert progress.next_stage(group.room, "dream") == "now"
    assert progress.next_stage(group.room, "now", -1) == "dream"
    assert progress.next_stage(group.room, "first_steps") is None


def test_reading_back_approves_the_voices_of_the_stage_alone() -> None:
    voices = {"v1": a_voice(), "v2": a_voice("v2", "now")}
    group = a_group(a_session(voices=voices))
    group.does(progress.approve_stage(group.room, "dream"))
    assert group.session.stages["dream"].approved
    assert group.session.voices["v1"].approved
    assert not group.session.voices["v2"].approved


def test_a_stage_is_renamed() -> None:
    group = a_group()
    group.does(progress.mark_stage(group.room, "dream", title="North Star"))
    assert group.session.stages["dream"].title == "North Star"
