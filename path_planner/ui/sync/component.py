"""Components in the browser: their JavaScript, and their messages, validated as untrusted input."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import streamlit as st

from path_planner.errors import WallMissing
from path_planner.resources import package_file
from path_planner.services.commands import command_id

_NAME = re.compile(r"[A-Za-z0-9_-]{1,40}")

Change = Mapping[str, Any]


def load_component(name: str, part: str, *, css: bool = True) -> Callable[..., Any]:
    """Return the component with this name, from `part`.js and `part`.css of the build."""
    if not package_file(f"wall_component/{part}.js").is_file():
        raise WallMissing
    found: Callable[..., Any] = st.components.v2.component(
        name, js=f"{part}.js", css=f"{part}.css" if css else None, isolate_styles=False
    )
    return found


def load_script(name: str, file: str) -> Callable[..., Any]:
    """Return the component with this name, whose script is this file of the package."""
    found: Callable[..., Any] = st.components.v2.component(
        name, js=package_file(file).read_text("utf-8"), isolate_styles=False
    )
    return found


@dataclass(frozen=True)
class ClientMessage:
    """One message of a window: the revision that it has, and its changes that wait to be saved."""

    window_id: str = ""
    revision: int | None = None
    """The revision that the window has."""
    changes: tuple[Change, ...] = ()
    sequence: int = 0
    """Grows with each message; 0 before there is one."""


R = TypeVar("R", bound=ClientMessage)


def read_message(raw: object, kind: type[R], **more: Any) -> R:
    """Return a message of this kind with its `more` fields; invalid parts are left out.

    On the wire the id of the window is called `wall`, the revision it has `has`, and the sequence
    `turn`.
    """
    if not isinstance(raw, Mapping):
        return kind()
    window_id, changes = raw.get("wall"), raw.get("changes")
    return kind(
        window_id=window_id if isinstance(window_id, str) and _NAME.fullmatch(window_id) else "",
        revision=_count(raw.get("has")),
        # A change without an id could be neither acknowledged nor refused.
        changes=tuple(filter(command_id, changes)) if isinstance(changes, list) else (),
        sequence=_count(raw.get("turn")) or 0,
        **more,
    )


def _count(value: object) -> int | None:
    return value if type(value) is int and value >= 0 else None
