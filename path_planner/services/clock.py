"""Use cases of the countdown of a session or an event: start, pause, resume, five more, stop."""

from typing import TypeVar

from path_planner.domain import timer as timers
from path_planner.domain.event.event import Event
from path_planner.domain.session import Session
from path_planner.domain.timer import Timer, TimerKind
from path_planner.services.context import EditContext, SaveResult

D = TypeVar("D", Session, Event)


def start_timer(
    context: EditContext[D],
    minutes: float,
    kind: TimerKind = TimerKind.STAGE,
    stage: str | None = None,
) -> SaveResult[D]:
    """Start the timer, for a stage or a break.

    With `stage` it is from now on the timer of that stage, slot or round.
    """
    clock = context.document.clock
    clock = clock.model_copy(update={"stage": stage or clock.stage})
    return set_timer(context, timers.start(clock, minutes, kind, context.now()))


def pause_timer(context: EditContext[D]) -> SaveResult[D]:
    """Pause the timer."""
    return set_timer(context, timers.pause(context.document.clock, context.now()))


def resume_timer(context: EditContext[D]) -> SaveResult[D]:
    """Resume the timer."""
    return set_timer(context, timers.resume(context.document.clock, context.now()))


def five_more_minutes(context: EditContext[D]) -> SaveResult[D]:
    """Add five minutes to the timer."""
    return set_timer(context, timers.add_minutes(context.document.clock, 5, context.now()))


def stop_timer(context: EditContext[D]) -> SaveResult[D]:
    """Stop and clear the timer."""
    return set_timer(context, Timer(stage=context.document.clock.stage))


def set_timer(context: EditContext[D], timer: Timer) -> SaveResult[D]:
    """Save a timer in place of the one before."""
    return context.keep(context.document.model_copy(update={"clock": timer}))
