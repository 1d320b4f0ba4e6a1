"""Going through the stages: where the group is, the clock, what was read back."""

from typing import Any

from path_planner.domain import timer as clocks
from path_planner.domain.base import put, with_fields
from path_planner.domain.session import StageState
from path_planner.domain.timer import Timer, TimerKind
from path_planner.processes.model import Stage
from path_planner.processes.prompts import process_of
from path_planner.services.context import SessionContext, SessionResult


def go_to_stage(context: SessionContext, stage_id: str) -> SessionResult:
    """Turn the room to a stage; the presenting view follows."""
    return _set_clock(context, context.document.clock.model_copy(update={"stage": stage_id}))


def suggested_minutes(context: SessionContext, stage: Stage) -> float:
    """Return the minutes for a stage, scaled to how long this workshop is."""
    whole = context.document.about.minutes
    nearest = min(stage.minutes, key=lambda length: abs(length - whole))
    return max(1, round(stage.minutes[nearest] * whole / nearest))


def start_timer(
    context: SessionContext, minutes: float, kind: TimerKind = TimerKind.STAGE
) -> SessionResult:
    """Start the clock for a stage or a break."""
    return _set_clock(context, clocks.start(context.document.clock, minutes, kind, context.now()))


def pause_timer(context: SessionContext) -> SessionResult:
    """Let the clock stand still."""
    return _set_clock(context, clocks.pause(context.document.clock, context.now()))


def resume_timer(context: SessionContext) -> SessionResult:
    """Let the clock run again."""
    return _set_clock(context, clocks.resume(context.document.clock, context.now()))


def five_more_minutes(context: SessionContext) -> SessionResult:
    """Give the stage or the break five minutes more."""
    return _set_clock(context, clocks.add_minutes(context.document.clock, 5, context.now()))


def stop_timer(context: SessionContext) -> SessionResult:
    """Put the clock away."""
    return _set_clock(context, Timer(stage=context.document.clock.stage))


def mark_stage(context: SessionContext, stage_id: str, **facts: Any) -> SessionResult:
    """Skip, rename or approve a stage; fields are those of StageState."""
    state = context.document.stages.get(stage_id, StageState(id=stage_id))
    return context.keep(put(context.document, "stages", with_fields(state, **facts)))


def approve_stage(context: SessionContext, stage_id: str) -> SessionResult:
    """Note that the pathfinder heard the stage read back and said yes, with all its voices."""
    state = context.document.stages.get(stage_id, StageState(id=stage_id))
    after = put(context.document, "stages", with_fields(state, approved=True))
    for voice in context.document.voices.values():
        if voice.stage == stage_id and not voice.approved:
            after = put(after, "voices", voice.model_copy(update={"approved": True}))
    return context.keep(after)


def next_stage(context: SessionContext, stage_id: str, steps: int = 1) -> str | None:
    """Return the id of the next stage that is not skipped, or None at the end."""
    row = [stage.id for stage in process_of(context.document).stages]
    here = row.index(stage_id)
    beyond = row[here + 1 :] if steps > 0 else row[:here][::-1]
    states = context.document.stages
    return next((one for one in beyond if not (one in states and states[one].skipped)), None)


def _set_clock(context: SessionContext, clock: Timer) -> SessionResult:
    return context.keep(context.document.model_copy(update={"clock": clock}))
