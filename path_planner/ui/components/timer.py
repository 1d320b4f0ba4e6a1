"""The timer of a session or an event: it stores its end, so that all windows show the same."""

import math
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import NamedTuple

import streamlit as st

from path_planner.domain.timer import Timer, TimerKind, seconds_left
from path_planner.i18n import _, ngettext
from path_planner.services.clock import (
    five_more_minutes,
    pause_timer,
    resume_timer,
    start_timer,
    stop_timer,
)
from path_planner.ui import state
from path_planner.ui.components.basics import escaped
from path_planner.ui.context import on_click_run, open_context
from path_planner.ui.live_updates import rerun_if_changed
from path_planner.ui.sync.component import load_script

BREAK_MINUTES = 10
_TOLD_AT = (5, 1)
"""Remaining minutes at which screen readers announce the timer."""


class TimerStart(NamedTuple):
    """What the timer can be started for: a button with its name and its label."""

    name: str
    label: str
    minutes: float
    kind: TimerKind = TimerKind.STAGE
    stage: str | None = None
    """The stage, slot or round whose timer it is then; None: the one that it has."""


def break_start() -> TimerStart:
    """Return the start of a short break."""
    label = _("{count}-minute break", count=BREAK_MINUTES)
    return TimerStart("break", label, BREAK_MINUTES, TimerKind.BREAK)


@st.fragment(run_every=1.0)
def timer_bar(
    starts: Sequence[TimerStart], *, folded: bool = False, words: str = "", most: int = 2
) -> None:
    """Show the timer with its buttons, updated each second, also by other windows.

    Before it runs there are buttons for the first few `starts`, or one that unfolds them; `words`
    say what it runs for.
    """
    rerun_if_changed()
    context = open_context()
    clock: Timer = context.document.clock
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="clock"):
        if is_set(clock):
            st.html(timer_html(clock, context.now(), words))
        _buttons(clock, starts, 0 if folded else most)
    with st.container(key="clock-sound"):
        timer_sound(watches=True, **timer_end(clock, context.now()))


@st.fragment(run_every=1.0)
def timer_display(words: str = "") -> None:
    """Show the timer without buttons, for the shared screen; `words` say what it runs for."""
    rerun_if_changed()
    context = open_context()
    clock: Timer = context.document.clock
    st.html(timer_html(clock, context.now(), words) if is_set(clock) else "<i></i>")


def is_set(clock: Timer) -> bool:
    """Say whether a timer is set."""
    return clock.running or clock.total > 0


def timer_html(clock: Timer, now: datetime, words: str = "") -> str:
    """Return the HTML of a timer that is set, in one line: time, words, and a progress bar."""
    left = seconds_left(clock, now)
    is_over = left <= 0
    share = 1.0 if is_over else max(0.0, min(1.0, left / clock.total)) if clock.total else 0.0
    mood = "over" if is_over else "near" if left <= 60 * _TOLD_AT[0] else "calm"
    is_plain = clock.running and clock.kind is TimerKind.STAGE and not is_over
    return (
        f'<div class="clock-face clock-{mood}{" clock-plain" if is_plain else ""}">'
        f'<p class="clock-time" role="timer">{format_seconds(left)}</p>'
        f'<p class="clock-words">{escaped(timer_words(clock, left, words))}</p>'
        f'<div class="clock-bar" aria-hidden="true"><i style="width:{share * 100:.1f}%"></i></div>'
        f'<p class="for-readers" role="status">{escaped(screen_reader_text(left))}</p></div>'
    )


def format_seconds(left: float) -> str:
    """Format seconds as minutes and seconds; overtime counts up."""
    whole = math.ceil(left) if left > 0 else math.floor(-left)
    return f"{'+' if left <= -1 else ''}{whole // 60}:{whole % 60:02d}"


def timer_words(clock: Timer, left: float, words: str = "") -> str:
    """Return the state of the timer in words: while it runs, `words`."""
    if left <= 0 and clock.kind is TimerKind.BREAK:
        return _("The break is over. Welcome back.")
    if left <= 0:
        return _("Time is up. Finish your thought, there is no rush.")
    if not clock.running:
        return _("Timer paused.")
    return words or (_("Break") if clock.kind is TimerKind.BREAK else _("Time for this stage"))


def screen_reader_text(left: float) -> str:
    """Return the announcement of a screen reader, empty but for a few moments."""
    if left <= 0:
        return _("Time is up.")
    for minutes in _TOLD_AT:
        if 60 * minutes - 5 < left <= 60 * minutes:
            return ngettext("{count} minute left", "{count} minutes left", minutes)
    return ""


def _buttons(now: Timer, starts: Sequence[TimerStart], most: int) -> None:
    if not is_set(now):
        for start in starts[:most]:
            _start(start)
        if starts[most:]:
            label = _("More times") if most else _("No timer")
            name = "clock more times" if most else "clock alone"
            with st.popover(label, icon=":material/timer:", key=state.key(name)):
                for start in starts[most:]:
                    _start(start)
        return
    if now.kind is TimerKind.BREAK:
        _button(_("End the break"), ":material/play_arrow:", partial(on_click_run, stop_timer))
    elif now.running:
        _button(_("Pause"), ":material/pause:", partial(on_click_run, pause_timer))
    else:
        _button(_("Carry on"), ":material/play_arrow:", partial(on_click_run, resume_timer))
    _button(_("+5 min"), ":material/more_time:", partial(on_click_run, five_more_minutes))
    with st.popover(_("More"), icon=":material/more_horiz:", key=state.key("clock more")):
        for start in starts:
            if TimerKind.STAGE in (now.kind, start.kind):
                _start(start)
        _button(_("Remove the timer"), ":material/timer_off:", partial(on_click_run, stop_timer))
        timer_sound(watches=False, label=_("Sound at the end"), listen=_("Try the sound"))


def timer_end(clock: Timer, now: datetime) -> dict[str, object]:
    """Return when a running timer ends, as text, and the milliseconds until then."""
    if clock.ends_at is None:
        return {"end": "", "left": 0}
    return {"end": clock.ends_at.isoformat(), "left": round(1000 * seconds_left(clock, now))}


def timer_sound(*, watches: bool, **facts: object) -> None:
    """Show the choice of a sound, or watch for the end of the timer to make it."""
    sound = load_script("timer_sound", "ui/components/timer_sound.js")
    blocked = _("The browser has not allowed sound yet. Press “Try the sound” once.")
    name = "sound at the end" if watches else "choice of a sound"
    sound(data={"watches": watches, "blocked": blocked, **facts}, key=state.key(name))


def _start(start: TimerStart) -> None:
    is_break = start.kind is TimerKind.BREAK
    icon = ":material/coffee:" if is_break else ":material/timer:"
    do = partial(on_click_run, start_timer, start.minutes, start.kind, start.stage)
    _button(start.label, icon, do, name=start.name)


def _button(label: str, icon: str, do: partial[None], name: str = "") -> None:
    st.button(label, key=state.key(f"clock {name or icon}"), icon=icon, on_click=do)
