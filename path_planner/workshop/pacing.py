"""Going through the stages: where the group is, the clock, what was read back."""

from typing import Any

from path_planner.domain import clock as clocks
from path_planner.domain.clock import Clock, ClockKind
from path_planner.domain.editing import amend, put
from path_planner.domain.session import StageState
from path_planner.processes.asking import process_of
from path_planner.processes.process import Stage
from path_planner.workshop.room import Kept, Room


def go_to_stage(room: Room, stage_id: str) -> Kept:
    """Turn the room to a stage; the presenting view follows."""
    return _set_clock(room, room.session.clock.model_copy(update={"stage": stage_id}))


def suggested_minutes(room: Room, stage: Stage) -> float:
    """Return the minutes for a stage, scaled to how long this workshop is."""
    whole = room.session.about.minutes
    nearest = min(stage.minutes, key=lambda length: abs(length - whole))
    return max(1, round(stage.minutes[nearest] * whole / nearest))


def start_clock(room: Room, minutes: float, kind: ClockKind = ClockKind.STAGE) -> Kept:
    """Start the clock for a stage or a break."""
    return _set_clock(room, clocks.start(room.session.clock, minutes, kind, room.now()))


def pause_clock(room: Room) -> Kept:
    """Let the clock stand still."""
    return _set_clock(room, clocks.pause(room.session.clock, room.now()))


def go_on(room: Room) -> Kept:
    """Let the clock run again."""
    return _set_clock(room, clocks.go_on(room.session.clock, room.now()))


def five_more_minutes(room: Room) -> Kept:
    """Give the stage or the break five minutes more."""
    return _set_clock(room, clocks.add_minutes(room.session.clock, 5, room.now()))


def stop_clock(room: Room) -> Kept:
    """Put the clock away."""
    return _set_clock(room, Clock(stage=room.session.clock.stage))


def mark_stage(room: Room, stage_id: str, **facts: Any) -> Kept:
    """Skip, rename or approve a stage; fields are those of StageState."""
    state = room.session.stages.get(stage_id, StageState(id=stage_id))
    return room.keep(put(room.session, "stages", amend(state, **facts)))


def approve_stage(room: Room, stage_id: str) -> Kept:
    """Note that the pathfinder heard the stage read back and said yes, with all its voices."""
    state = room.session.stages.get(stage_id, StageState(id=stage_id))
    after = put(room.session, "stages", amend(state, approved=True))
    for voice in room.session.voices.values():
        if voice.stage == stage_id and not voice.approved:
            after = put(after, "voices", voice.model_copy(update={"approved": True}))
    return room.keep(after)


def next_stage(room: Room, stage_id: str, steps: int = 1) -> str | None:
    """Return the id of the next stage that is not skipped, or None at the end."""
    row = [stage.id for stage in process_of(room.session).stages]
    here = row.index(stage_id)
    beyond = row[here + 1 :] if steps > 0 else row[:here][::-1]
    states = room.session.stages
    return next((one for one in beyond if not (one in states and states[one].skipped)), None)


def _set_clock(room: Room, clock: Clock) -> Kept:
    return room.keep(room.session.model_copy(update={"clock": clock}))
