"""The workshop timer: it stores the time of its end, so that all windows show the same."""

import math
from datetime import datetime
from functools import partial

import streamlit as st

from path_planner.domain.timer import Timer, TimerKind, seconds_left
from path_planner.i18n import _, ngettext
from path_planner.processes.model import Stage
from path_planner.processes.prompts import plans_alone
from path_planner.services.context import SessionContext
from path_planner.services.session.progress import (
    five_more_minutes,
    pause_timer,
    resume_timer,
    start_timer,
    stop_timer,
    suggested_minutes,
)
from path_planner.ui import state
from path_planner.ui.components.basics import escaped
from path_planner.ui.context import on_click_run, open_session
from path_planner.ui.live_updates import rerun_if_changed
from path_planner.ui.sync.component import load_script

BREAK_MINUTES = 10
_TOLD_AT = (5, 1)
"""Remaining minutes at which screen readers announce the timer."""


@st.fragment(run_every=1.0)
def timer_bar(stage: Stage) -> None:
    """Show the timer with its buttons, updated each second, also by other windows."""
    rerun_if_changed()
    context = open_session()
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="clock"):
        clock = context.document.clock
        if is_set(clock):
            st.html(timer_html(clock, context.now()))
        _buttons(context, stage)
    with st.container(key="clock-sound"):
        _sound(watches=True, **timer_end(clock, context.now()))


@st.fragment(run_every=1.0)
def timer_display() -> None:
    """Show the timer without buttons, for the shared screen."""
    rerun_if_changed()
    context = open_session()
    st.html(
        timer_html(context.document.clock, context.now())
        if is_set(context.document.clock)
        else "<i></i>"
    )


def is_set(clock: Timer) -> bool:
    """Say whether a timer is set."""
    return clock.running or clock.total > 0


def timer_html(clock: Timer, now: datetime) -> str:
    """Return the HTML of a timer that is set, in one line: time, words, and a progress bar."""
    left = seconds_left(clock, now)
    is_over = left <= 0
    share = 1.0 if is_over else max(0.0, min(1.0, left / clock.total)) if clock.total else 0.0
    mood = "over" if is_over else "near" if left <= 60 * _TOLD_AT[0] else "calm"
    is_plain = clock.running and clock.kind is TimerKind.STAGE and not is_over
    return (
        f'<div class="clock-face clock-{mood}{" clock-plain" if is_plain else ""}">'
        f'<p class="clock-time" role="timer">{format_seconds(left)}</p>'
        f'<p class="clock-words">{escaped(timer_words(clock, left))}</p>'
        f'<div class="clock-bar" aria-hidden="true"><i style="width:{share * 100:.1f}%"></i></div>'
        f'<p class="for-readers" role="status">{escaped(screen_reader_text(left))}</p></div>'
    )


def format_seconds(left: float) -> str:
    """Format seconds as minutes and seconds; overtime counts up."""
    whole = math.ceil(left) if left > 0 else math.floor(-left)
    return f"{'+' if left <= -1 else ''}{whole // 60}:{whole % 60:02d}"


def timer_words(clock: Timer, left: float) -> str:
    """Return the state of the timer in words."""
    if left <= 0 and clock.kind is TimerKind.BREAK:
        return _("The break is over. Welcome back.")
    if left <= 0:
        return _("Time is up. Finish your thought, there is no rush.")
    if not clock.running:
        return _("Timer paused.")
    return _("Break") if clock.kind is TimerKind.BREAK else _("Time for this stage")


def screen_reader_text(left: float) -> str:
    """Return the announcement of a screen reader, empty but for a few moments."""
    if left <= 0:
        return _("Time is up.")
    for minutes in _TOLD_AT:
        if 60 * minutes - 5 < left <= 60 * minutes:
            return ngettext("{count} minute left", "{count} minutes left", minutes)
    return ""


def _buttons(context: SessionContext, stage: Stage) -> None:
    now = context.document.clock
    minutes = suggested_minutes(context, stage)
    if not is_set(now) and plans_alone(context.document):
        with st.popover(_("No timer"), icon=":material/timer:", key=state.key("clock alone")):
            _start(stage, minutes)
        return
    if not is_set(now):
        _start(stage, minutes)
        _break()
        return
    if now.kind is TimerKind.BREAK:
        _button(_("End the break"), ":material/play_arrow:", partial(on_click_run, stop_timer))
    elif now.running:
        _button(_("Pause"), ":material/pause:", partial(on_click_run, pause_timer))
    else:
        _button(_("Carry on"), ":material/play_arrow:", partial(on_click_run, resume_timer))
    _button(_("+5 min"), ":material/more_time:", partial(on_click_run, five_more_minutes))
    with st.popover(_("More"), icon=":material/more_horiz:", key=state.key("clock more")):
        _start(stage, minutes)
        if now.kind is not TimerKind.BREAK:
            _break()
        _button(_("Remove the timer"), ":material/timer_off:", partial(on_click_run, stop_timer))
        _sound(watches=False, label=_("Sound at the end"), listen=_("Try the sound"))


def timer_end(clock: Timer, now: datetime) -> dict[str, object]:
    """Return when a running timer ends, as text, and the milliseconds until then."""
    if clock.ends_at is None:
        return {"end": "", "left": 0}
    return {"end": clock.ends_at.isoformat(), "left": round(1000 * seconds_left(clock, now))}


def _sound(*, watches: bool, **facts: object) -> None:
    """Show the choice of a sound, or watch for the end of the timer to make it."""
    sound = load_script("timer_sound", "ui/components/timer_sound.js")
    blocked = _("The browser has not allowed sound yet. Press “Try the sound” once.")
    name = "sound at the end" if watches else "choice of a sound"
    sound(data={"watches": watches, "blocked": blocked, **facts}, key=state.key(name))


def _start(stage: Stage, minutes: float) -> None:
    label = ngettext("Start {count}-minute timer", "Start {count}-minute timer", round(minutes))
    _button(
        label,
        ":material/timer:",
        partial(on_click_run, start_timer, minutes, TimerKind.STAGE),
        name=f"start {stage.id}",
    )


def _break() -> None:
    label = _("{count}-minute break", count=BREAK_MINUTES)
    _button(
        label,
        ":material/coffee:",
        partial(on_click_run, start_timer, BREAK_MINUTES, TimerKind.BREAK),
        name="break",
    )


def _button(label: str, icon: str, do: partial[None], name: str = "") -> None:
    st.button(label, key=state.key(f"clock {name or icon}"), icon=icon, on_click=do)
