"""Progress through the stages: current stage, timer, and approval after reading back."""

from typing import Any

from path_planner.domain.base import put, with_fields
from path_planner.domain.session import StageState
from path_planner.domain.timer import Timer, TimerKind
from path_planner.processes.model import Stage
from path_planner.processes.prompts import process_of
from path_planner.services.clock import set_timer
from path_planner.services.context import SessionContext, SessionResult


def go_to_stage(context: SessionContext, stage_id: str) -> SessionResult:
    """Go to a stage; the presenting view follows.

    The timer of another stage ends there, as each has its own minutes; a break goes on.
    """
    timer = context.document.clock
    if timer.kind is TimerKind.STAGE and timer.stage not in (None, stage_id):
        timer = Timer()
    return set_timer(context, timer.model_copy(update={"stage": stage_id}))


def suggested_minutes(context: SessionContext, stage: Stage) -> float:
    """Return the suggested minutes of a stage, scaled to the length of this workshop."""
    whole = context.document.about.minutes
    nearest = min(stage.minutes, key=lambda length: abs(length - whole))
    return max(1, round(stage.minutes[nearest] * whole / nearest))


def mark_stage(context: SessionContext, stage_id: str, **facts: Any) -> SessionResult:
    """Skip, rename or approve a stage; fields are those of StageState."""
    state = context.document.stages.get(stage_id, StageState(id=stage_id))
    return context.keep(put(context.document, "stages", with_fields(state, **facts)))


def approve_stage(context: SessionContext, stage_id: str) -> SessionResult:
    """Mark a stage and all its voices as approved: the pathfinder heard them read back."""
    state = context.document.stages.get(stage_id, StageState(id=stage_id))
    after = put(context.document, "stages", with_fields(state, approved=True))
    for voice in context.document.voices.values():
        if voice.stage == stage_id and not voice.approved:
            after = put(after, "voices", voice.model_copy(update={"approved": True}))
    return context.keep(after)


def next_stage(context: SessionContext, stage_id: str, steps: int = 1) -> str | None:
    """Return the id of the next (or with `steps` < 0 previous) stage not skipped, or None."""
    ids = [stage.id for stage in process_of(context.document).stages]
    index = ids.index(stage_id)
    following = ids[index + 1 :] if steps > 0 else ids[:index][::-1]
    states = context.document.stages
    return next(
        (
            candidate
            for candidate in following
            if not (candidate in states and states[candidate].skipped)
        ),
        None,
    )
