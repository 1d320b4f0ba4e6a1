"""What one window remembers: its address, what its fields hold, what it still has to tell.

The only user of `st.session_state` and `st.query_params`. What is remembered is one plain object,
because each touch of Streamlit's own state is a place where a run may be cut off: a save must not
stand between two of them.
"""

import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

_MEMORY = "memory"
CALM = "calm"
LANGUAGE = "lang"
SESSION = "session"
VISION = "vision"
STEP = "step"
STAGE = "stage"

ON_ITS_WAY = 6.0
"""Seconds in which the browser may still ask from the address it had before we changed it."""


class Subject(NamedTuple):
    """What a page is about: a session, a vision, or nothing."""

    session: str
    vision: str


class PendingQueryChange(NamedTuple):
    """A part of the address that was changed here, and until when the browser may not know."""

    about: str
    before: str
    after: str
    until: float


@dataclass
class UiState:
    """Plain facts of one window."""

    window: str = field(default_factory=lambda: secrets.token_hex(4))
    trouble: str = ""
    clashes: list[tuple[str, str, str]] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    shown: dict[str, Any] = field(default_factory=dict)
    refused: dict[str, Any] = field(default_factory=dict)
    memory: dict[str, Any] = field(default_factory=dict)
    turned: dict[str, PendingQueryChange] = field(default_factory=dict)
    acting_for: Subject | None = None


def ui_state() -> UiState:
    """Return what this window remembers."""
    if _MEMORY not in st.session_state:
        st.session_state[_MEMORY] = UiState()
    found: UiState = st.session_state[_MEMORY]
    return found


def query_param(name: str) -> str:
    """Return a part of the address, or nothing; what was changed a moment ago stays changed."""
    there = _written(name)
    remembered = ui_state()
    turned = remembered.turned.get(name)
    if turned is None or there == turned.after:
        return there
    late = (_about(), there) == turned[:2] and time.monotonic() < turned.until
    if late and not _went_back():
        # Asked before the browser heard of the change: a part of the page that draws itself anew,
        # a field that is ready only now. The click must not be undone.
        _write(name, turned.after)
        return turned.after
    remembered.turned.pop(name, None)
    return there


def _went_back() -> bool:
    """Say whether Back or Forward led here: then the browser knows its address."""
    run = get_script_run_ctx(suppress_warning=True)
    return run is not None and run.is_history_navigation


def session_id() -> str:
    """Return the id of the session in the address."""
    acting_for = ui_state().acting_for
    return acting_for.session if acting_for else query_param(SESSION)


def vision_id() -> str:
    """Return the id of the vision in the address; a session in it comes first."""
    acting_for = ui_state().acting_for
    found = acting_for.vision if acting_for else query_param(VISION)
    return "" if session_id() else found


def subject() -> Subject:
    """Return what the page is about now, for what a field of it says later."""
    return Subject(session_id(), vision_id())


@contextmanager
def acting_for(subject: Subject) -> Iterator[None]:
    """Do something for what a field was about; the address may already be another."""
    remembered = ui_state()
    before, remembered.acting_for = remembered.acting_for, subject
    try:
        yield
    finally:
        remembered.acting_for = before


def step_name() -> str:
    """Return the name of the step in the address."""
    return query_param(STEP)


def stage_id() -> str:
    """Return the id of the stage in the address."""
    return query_param(STAGE)


def calm() -> bool:
    """Say whether calm mode is on."""
    return query_param(CALM) == "1"


def set_query(**parts: str) -> None:
    """Change parts of the address; an empty one is taken out."""
    about, until = _about(), time.monotonic() + ON_ITS_WAY
    for name, value in parts.items():
        before = query_param(name)
        if before != value:
            ui_state().turned[name] = PendingQueryChange(about, before, value, until)
        _write(name, value)


def _about() -> str:
    return _written(SESSION) or _written(VISION)


def _written(name: str) -> str:
    return str(st.query_params.get(name, ""))


def _write(name: str, value: str) -> None:
    if value:
        st.query_params[name] = value
    elif name in st.query_params:
        del st.query_params[name]


def address(**parts: str) -> dict[str, str]:
    """Return the address for a link from here: what stays (session, calm, language) and this."""
    kept = {name: query_param(name) for name in (SESSION, CALM, LANGUAGE)}
    return {name: value for name, value in {**kept, **parts}.items() if value}


def key(name: str) -> str:
    """Return the key of a field: fields of two documents never share what they hold."""
    return f"{session_id() or vision_id()}:{name}"


def widget_value(field_key: str, default: Any = None) -> Any:
    """Return what a field holds now."""
    return st.session_state.get(field_key, default)


def has_widget(field_key: str) -> bool:
    """Say whether Streamlit knows this field."""
    return field_key in st.session_state


def set_widget_value(field_key: str, value: Any) -> None:
    """Let a field hold a value; only before it is shown in this run."""
    st.session_state[field_key] = value


def remember(name: str, value: Any) -> None:
    """Remember a plain fact for this window, such as who spoke last."""
    ui_state().memory[key(name)] = value


def recall(name: str, default: Any = None) -> Any:
    """Return what was remembered, or the default."""
    return ui_state().memory.get(key(name), default)
