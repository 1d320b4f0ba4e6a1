"""What one window remembers: its address, what its fields hold, what it still has to tell.

The only user of `st.session_state` and `st.query_params`. What is remembered is one plain object,
because each touch of Streamlit's own state is a place where a run may be cut off: a save must not
stand between two of them.
"""

import secrets
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import streamlit as st

_MEMORY = "memory"
CALM = "calm"
LANGUAGE = "lang"
SESSION = "session"
VISION = "vision"
STEP = "step"
STAGE = "stage"


class Subject(NamedTuple):
    """What a page is about: a session, a vision, or nothing."""

    session: str
    vision: str


class Destination(NamedTuple):
    """Where a press leads: a page, and the query of its address."""

    page: str
    query: Mapping[str, str]


@dataclass
class UiState:
    """Plain facts of one window."""

    window: str = field(default_factory=lambda: secrets.token_hex(4))
    trouble: str = ""
    clashes: list[tuple[str, str, str]] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    shown: dict[str, Any] = field(default_factory=dict)
    refused: dict[str, Any] = field(default_factory=dict)
    added: set[str] = field(default_factory=set)
    memory: dict[str, Any] = field(default_factory=dict)
    page: str = ""
    destination: Destination | None = None
    unfinished: dict[str, Callable[[], object]] = field(default_factory=dict)
    saving: threading.RLock = field(default_factory=threading.RLock)
    """Held while something is saved: a run that is cut off goes on for a while beside the next."""


_subject: ContextVar[Subject | None] = ContextVar("subject", default=None)


def ui_state() -> UiState:
    """Return what this window remembers."""
    if _MEMORY not in st.session_state:
        st.session_state[_MEMORY] = UiState()
    found: UiState = st.session_state[_MEMORY]
    return found


def query_param(name: str) -> str:
    """Return a part of the address, or nothing."""
    return str(st.query_params.get(name, ""))


def session_id() -> str:
    """Return the id of the session in the address."""
    acting_for = _subject.get()
    return acting_for.session if acting_for else query_param(SESSION)


def vision_id() -> str:
    """Return the id of the vision in the address; a session in it comes first."""
    acting_for = _subject.get()
    found = acting_for.vision if acting_for else query_param(VISION)
    return "" if session_id() else found


def subject() -> Subject:
    """Return what the page is about now, for what a field of it says later."""
    return Subject(session_id(), vision_id())


@contextmanager
def acting_for(subject: Subject) -> Iterator[None]:
    """Do something for what a field was about; the address may already be another."""
    token = _subject.set(subject)
    try:
        yield
    finally:
        _subject.reset(token)


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
    replace_query(query_with(**parts))


def replace_query(query: Mapping[str, str]) -> None:
    """Change the whole query of the address; the browser hears of it once."""
    if query != st.query_params.to_dict():
        st.query_params.from_dict(query)


def query_with(**parts: str) -> dict[str, str]:
    """Return the query of the address with some parts changed; an empty one is taken out."""
    query = {**st.query_params.to_dict(), **parts}
    return {name: value for name, value in query.items() if value}


def address(**parts: str) -> dict[str, str]:
    """Return the query of an address from here: what stays (session, calm, language) and this."""
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
