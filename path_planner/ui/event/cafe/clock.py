"""The clock of the café: a ring that empties, its buttons, and the sound at the end."""

from functools import partial

import streamlit as st

from path_planner.domain.timer import Timer, seconds_left
from path_planner.i18n import _, ngettext
from path_planner.services.clock import pause_timer, resume_timer
from path_planner.services.context import EventContext
from path_planner.services.event.cafe import more_minutes
from path_planner.ui import state
from path_planner.ui.components.basics import escaped
from path_planner.ui.components.timer import (
    format_seconds,
    is_set,
    screen_reader_text,
    timer_end,
    timer_sound,
)
from path_planner.ui.context import on_click_run, open_event_context
from path_planner.ui.live_updates import rerun_if_changed

_WAS_UP = "café clock was up"
_NEAR = 300
"""Seconds from which the ring has another colour."""


@st.fragment(run_every=1.0)
def cafe_clock() -> None:
    """Show the clock with its buttons, updated each second, also by other windows."""
    rerun_if_changed()
    context = open_event_context()
    clock = context.document.clock
    was_up = state.recall(_WAS_UP, None)
    state.remember(_WAS_UP, is_time_up(context))
    if was_up is not None and was_up != is_time_up(context):
        # The button for the next round turns blue.
        st.rerun(scope="app")
    with st.container(key="cafe-clock"):
        if is_set(clock):
            st.html(ring_html(clock, seconds_left(clock, context.now())))
            _buttons(clock)
    with st.container(key="clock-sound"):
        timer_sound(watches=True, **timer_end(clock, context.now()))
    timer_sound(watches=False, label=_("Sound at the end"), listen=_("Try the sound"))


def is_time_up(context: EventContext) -> bool:
    """Whether the time of the round that goes on is over."""
    clock = context.document.clock
    return is_set(clock) and seconds_left(clock, context.now()) <= 0


def ring_html(clock: Timer, left: float) -> str:
    """Return a ring with the time that is left in it, and the state of the clock in words."""
    is_over = left <= 0
    share = 0.0 if is_over or not clock.total else min(1.0, left / clock.total)
    whole = round(clock.total / 60)
    words = (
        _("Time is up. Finish your thought, there is no rush.")
        if is_over
        else ngettext("left of {count} minute", "left of {count} minutes", whole)
        if clock.running
        else _("Timer paused.")
    )
    mood = "over" if is_over else "near" if left <= _NEAR else "calm"
    return (
        f'<div class="ring ring-{mood}" style="--share:{share * 100:.1f}%">'
        f'<p class="ring-time" role="timer">{format_seconds(left)}</p>'
        f'<p class="ring-words">{escaped(words)}</p></div>'
        f'<p class="for-readers" role="status">{escaped(screen_reader_text(left))}</p>'
    )


def _buttons(clock: Timer) -> None:
    with st.container(horizontal=True, key="cafe-clock-buttons", gap="small"):
        if clock.running:
            _button(_("Pause"), ":material/pause:", partial(on_click_run, pause_timer))
        else:
            _button(_("Carry on"), ":material/play_arrow:", partial(on_click_run, resume_timer))
        for minutes in (1, 5):
            _button(f"+{minutes}", None, partial(on_click_run, more_minutes, minutes),
                    ngettext("{count} more minute", "{count} more minutes", minutes))  # fmt: skip


def _button(label: str, icon: str | None, do: partial[None], hint: str | None = None) -> None:
    st.button(label, key=state.key(f"café clock {label}"), icon=icon, on_click=do, help=hint)
