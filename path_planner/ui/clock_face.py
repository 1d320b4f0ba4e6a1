"""The clock of the workshop: it reads the moment it ends, so all windows show the same."""

import math
from datetime import datetime
from functools import partial

import streamlit as st

from path_planner.domain.clock import Clock, ClockKind, seconds_left
from path_planner.processes.process import Stage
from path_planner.ui import state
from path_planner.ui.follow import draw_again_if_changed
from path_planner.ui.parts import escaped
from path_planner.ui.room import act, the_room
from path_planner.words import say, say_many
from path_planner.workshop.pacing import (
    five_more_minutes,
    go_on,
    pause_clock,
    start_clock,
    stop_clock,
    suggested_minutes,
)
from path_planner.workshop.room import Room

BREAK_MINUTES = 10
_TOLD_AT = (5, 1)
"""Minutes to go that are said aloud to those who do not see the clock."""


@st.fragment(run_every=1.0)
def clock(stage: Stage) -> None:
    """Show the clock with its buttons, each second anew; follow other windows as well."""
    draw_again_if_changed()
    room = the_room()
    with st.container(key="clock", gap="small"):
        st.html(face(room.session.clock, room.now()))
        with st.container(horizontal=True, gap="small", key="clock-buttons"):
            _buttons(room, stage)


@st.fragment(run_every=1.0)
def clock_to_see() -> None:
    """Show the clock alone, for the shared screen; it follows the room."""
    draw_again_if_changed()
    room = the_room()
    st.html(face(room.session.clock, room.now()) if is_set(room.session.clock) else "<i></i>")


def is_set(clock: Clock) -> bool:
    """Say whether the clock shows a time."""
    return clock.running or clock.total > 0


def face(clock: Clock, now: datetime) -> str:
    """Draw the clock: the time in words and figures, and a bar beside them."""
    if not is_set(clock):
        return f'<p class="clock-words">{escaped(say("The clock is not set."))}</p>'
    left = seconds_left(clock, now)
    share = max(0.0, min(1.0, left / clock.total)) if clock.total else 0.0
    mood = "over" if left <= 0 else "near" if left <= 60 * _TOLD_AT[0] else "calm"
    return (
        f'<div class="clock-face clock-{mood}">'
        f'<p class="clock-time" role="timer">{figures(left)}</p>'
        f'<p class="clock-words">{escaped(in_words(clock, left))}</p>'
        f'<div class="clock-bar" aria-hidden="true"><i style="width:{share * 100:.1f}%"></i></div>'
        f'<p class="for-readers" role="status">{escaped(told_aloud(left))}</p></div>'
    )


def figures(left: float) -> str:
    """Write seconds as minutes and seconds; time that is over counts up again."""
    whole = math.ceil(left) if left > 0 else math.floor(-left)
    return f"{'+' if left <= -1 else ''}{whole // 60}:{whole % 60:02d}"


def in_words(clock: Clock, left: float) -> str:
    """Say how the clock stands."""
    if left <= 0 and clock.kind is ClockKind.BREAK:
        return say("The break is over. Welcome back.")
    if left <= 0:
        return say("The time is over. Finish the thought, nobody has to hurry.")
    if not clock.running:
        return say("The clock stands still.")
    return say("Break") if clock.kind is ClockKind.BREAK else say("Time for this stage")


def told_aloud(left: float) -> str:
    """Return what a screen reader says, at a few moments only."""
    if left <= 0:
        return say("The time is over.")
    for minutes in _TOLD_AT:
        if 60 * minutes - 5 < left <= 60 * minutes:
            return say_many("{count} minute left", "{count} minutes left", minutes)
    return ""


def _buttons(room: Room, stage: Stage) -> None:
    now = room.session.clock
    minutes = suggested_minutes(room, stage)
    if not is_set(now):
        _start(stage, minutes)
        _break()
        return
    if now.running:
        _button(say("Pause"), ":material/pause:", partial(act, pause_clock))
    else:
        _button(say("Go on"), ":material/play_arrow:", partial(act, go_on))
    _button(say("Five more minutes"), ":material/more_time:", partial(act, five_more_minutes))
    with st.popover(say("More"), key=state.key("clock more")):
        _start(stage, minutes)
        _break()
        _button(say("Put the clock away"), ":material/timer_off:", partial(act, stop_clock))


def _start(stage: Stage, minutes: float) -> None:
    label = say_many("Start {count} minute", "Start {count} minutes", round(minutes))
    _button(
        label,
        ":material/timer:",
        partial(act, start_clock, minutes, ClockKind.STAGE),
        name=f"start {stage.id}",
    )


def _break() -> None:
    label = say("Break of {count} minutes", count=BREAK_MINUTES)
    _button(
        label,
        ":material/coffee:",
        partial(act, start_clock, BREAK_MINUTES, ClockKind.BREAK),
        name="break",
    )


def _button(label: str, icon: str, do: partial[None], name: str = "") -> None:
    st.button(label, key=state.key(f"clock {name or icon}"), icon=icon, on_click=do)
