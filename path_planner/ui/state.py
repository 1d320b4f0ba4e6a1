"""Session state of one browser window: its address, its widget values, its messages.

The only user of `st.session_state` and `st.query_params`. Our own state is one plain
object, because Streamlit may cut a run off at each access to its state: a save must not stand
between two of them.
"""

import re
import secrets
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import streamlit as st

_NOT_IN_CLASS = re.compile(r"[^a-zA-Z0-9_-]")
_MEMORY = "memory"
CALM = "calm"
LANGUAGE = "lang"
SESSION = "session"
VISION = "vision"
EVENT = "event"
STEP = "step"
STAGE = "stage"


class Subject(NamedTuple):
    """What a page is about: a session, a vision, an event, or nothing."""

    session: str
    vision: str
    event: str = ""


class Destination(NamedTuple):
    """Where a button leads: a page, and the query of its address."""

    page: str
    query: Mapping[str, str]


class ShownMessage(NamedTuple):
    """A notice, or a conflict with the words of both sides."""

    sentence: str
    ours: str = ""
    theirs: str = ""
    offers_copy: bool = False
    """Whether the plan can be saved on this computer beside it: its folder is away."""


@dataclass
class UiState:
    """The session state of one browser window."""

    window: str = field(default_factory=lambda: secrets.token_hex(4))
    belongs_to: str = ""
    """Whose window it is, as its first connection said (see `screens.access`)."""
    error_message: str = ""
    """Why the last action failed; empty if it did not."""
    notices_and_conflicts: list[ShownMessage] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    """Notices that were shown already."""
    showing: int | None = None
    """The revision of the document that the fields are being shown of."""
    base: dict[str, int] = field(default_factory=dict)
    """By widget key: the revision of the document that the widget last showed."""
    saved_touch: dict[str, int] = field(default_factory=dict)
    """By widget key: the number of the last touch (see `typing_watch`) that was saved."""
    replaced: dict[str, Any] = field(default_factory=dict)
    """By widget key: the value that was replaced when another window had changed it."""
    shown: dict[str, Any] = field(default_factory=dict)
    """By widget key: the saved value that the widget last showed."""
    memory: dict[str, Any] = field(default_factory=dict)
    """Values of `remember`, by document and name."""
    page: str = ""
    place: tuple[str, Subject] = ("", Subject("", ""))
    """The page and the document that were shown last."""
    destination: Destination | None = None
    buttons: dict[str, Callable[[], object]] = field(default_factory=dict)
    """By key: what a button of a form saves."""
    called: set[str] = field(default_factory=set)
    """The buttons whose press was carried out since it was last compared with what was pressed."""
    pressed: dict[str, int] = field(default_factory=dict)
    """By key: the number of the last press (see `typing_watch`) that was carried out."""
    unfinished: dict[str, Callable[[], object]] = field(default_factory=dict)
    """Saves that were cut off, to be finished by the next run."""
    saving: threading.RLock = field(default_factory=threading.RLock)
    """The lock of saving: a run that is cut off goes on for a while beside the next one."""


_subject: ContextVar[Subject | None] = ContextVar("subject", default=None)


def ui_state() -> UiState:
    """Return the session state of this window."""
    if _MEMORY not in st.session_state:
        st.session_state[_MEMORY] = UiState()
    existing: UiState = st.session_state[_MEMORY]
    return existing


def query_param(name: str) -> str:
    """Return a query parameter of the address, or an empty string."""
    return str(st.query_params.get(name, ""))


def session_id() -> str:
    """Return the id of the session in the address."""
    acting_for = _subject.get()
    return acting_for.session if acting_for else query_param(SESSION)


def vision_id() -> str:
    """Return the id of the vision in the address, unless it has a session too."""
    acting_for = _subject.get()
    found = acting_for.vision if acting_for else query_param(VISION)
    return "" if session_id() else found


def event_id() -> str:
    """Return the id of the event in the address, unless it has a session or a vision too."""
    acting_for = _subject.get()
    found = acting_for.event if acting_for else query_param(EVENT)
    return "" if session_id() or vision_id() else found


def subject() -> Subject:
    """Return what the page is about now, for a callback that runs later."""
    return Subject(session_id(), vision_id(), event_id())


def document_id() -> str:
    """Return the id of the document in the address, of whatever type; empty if there is none."""
    return next(filter(None, subject()), "")


@contextmanager
def acting_for(subject: Subject) -> Iterator[None]:
    """Act for the document that a widget belongs to: the address may have changed since."""
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
    """Change query parameters of the address; an empty one is removed."""
    replace_query(query_with(**parts))


def replace_query(query: Mapping[str, str]) -> None:
    """Replace the query of the address; the browser is told once, and only of a change."""
    if query != st.query_params.to_dict():
        st.query_params.from_dict(query)


def query_with(**parts: str) -> dict[str, str]:
    """Return the query of the address with some parts changed; an empty one is removed."""
    query = {**st.query_params.to_dict(), **parts}
    return {name: value for name, value in query.items() if value}


def address(**parts: str) -> dict[str, str]:
    """Return a query with session, calm mode and language of this address, and these parts."""
    current = {name: query_param(name) for name in (SESSION, CALM, LANGUAGE)}
    return {name: value for name, value in {**current, **parts}.items() if value}


@contextmanager
def showing(revision: int) -> Iterator[None]:
    """Note of which revision the fields inside are shown; for fragments, which open it anew."""
    before, ui_state().showing = ui_state().showing, revision
    try:
        yield
    finally:
        ui_state().showing = before


def show_revision(revision: int) -> None:
    """Note of which revision the fields of this page are shown."""
    ui_state().showing = revision


def css_class(field_key: str) -> str:
    """Return the CSS class that Streamlit gives to the widget with this key."""
    return f"st-key-{_NOT_IN_CLASS.sub('-', field_key.strip())}"


def key(name: str) -> str:
    """Return the key of a widget: unique to this document, so that no other has its value."""
    return f"{document_id()}:{name}"


def widget_value(field_key: str, default: Any = None) -> Any:
    """Return the current value of a widget."""
    return st.session_state.get(field_key, default)


def has_widget(field_key: str) -> bool:
    """Say whether Streamlit has a value for this widget."""
    return field_key in st.session_state


def set_widget_value(field_key: str, value: Any) -> None:
    """Set the value of a widget; only before it is shown in this run."""
    st.session_state[field_key] = value


def remember(name: str, value: Any) -> None:
    """Store a value for this window and document, such as who spoke last."""
    ui_state().memory[key(name)] = value


def recall(name: str, default: Any = None) -> Any:
    """Return a value that `remember` stored, or the default."""
    return ui_state().memory.get(key(name), default)
