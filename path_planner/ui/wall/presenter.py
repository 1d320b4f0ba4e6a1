"""Messages of a wall, and the area that its presenter shows: kept in memory for a few seconds."""

import re
import time
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from math import isfinite
from threading import Lock

from path_planner.ui.sync.component import ClientMessage, read_message

_FARTHEST = 1e7
_OWNER = re.compile(r"[a-z0-9]{20}")

View = dict[str, float]

TIMEOUT_SECONDS = 10.0
"""Seconds without a message from the presenter's window after which nobody presents."""
_MOST = 64


@dataclass(frozen=True)
class WallMessage(ClientMessage):
    """One message of a wall."""

    view: View | None = None
    """The visible area in wall units, while this window presents."""
    owner: str = ""
    """A secret of this browser for this board, by which it is known again after a reload."""


def read(raw: object) -> WallMessage:
    """Return a message; invalid parts are left out."""
    return read_message(raw, WallMessage, view=_view(raw), owner=_owner(raw))


def _owner(raw: object) -> str:
    owner = raw.get("owner") if isinstance(raw, Mapping) else None
    return owner if isinstance(owner, str) and _OWNER.fullmatch(owner) else ""


def _view(raw: object) -> View | None:
    raw_view = raw.get("view") if isinstance(raw, Mapping) else None
    if not isinstance(raw_view, Mapping):
        return None
    view = {name: raw_view.get(name) for name in ("x", "y", "width", "height")}
    valid = {
        name: float(value)
        for name, value in view.items()
        if isinstance(value, int | float) and isfinite(value) and abs(value) < _FARTHEST
    }
    complete = len(valid) == len(view) and valid["width"] > 0 and valid["height"] > 0
    return valid if complete else None


@dataclass
class PresenterView:
    """The window that presents, the area it shows, and a number that grows with each move."""

    window_id: str
    view: View
    turn: int
    received_at: float


@dataclass
class _Presenters:
    """One session: its presenter, and the last view of each window that wants to present."""

    lead: PresenterView | None
    views: dict[str, View]


_by_session: OrderedDict[str, _Presenters] = OrderedDict()
_lock = Lock()
# Turns go on growing over a restart of the server.
_turns = count(int(time.time() * 10))


def set_presenter(session_id: str, message: WallMessage) -> None:
    """Record the view of a window that presents; if several do, the last that moved is followed."""
    with _lock:
        presenters = _presenters(session_id)
        if message.view is None:
            presenters.views.pop(message.window_id, None)
            if presenters.lead and presenters.lead.window_id == message.window_id:
                presenters.lead = None
            return
        if presenters.views.get(message.window_id) != message.view:
            presenters.views = {
                **dict([*presenters.views.items()][-_MOST:]),
                message.window_id: message.view,
            }
            presenters.lead = PresenterView(
                message.window_id, message.view, next(_turns), time.monotonic()
            )
        elif presenters.lead and presenters.lead.window_id == message.window_id:
            presenters.lead.received_at = time.monotonic()


def presenter_for(session_id: str, window_id: str) -> PresenterView | None:
    """Return the presenter that this window follows, unless it presents itself."""
    with _lock:
        lead = _presenters(session_id).lead
        fresh = lead is not None and time.monotonic() - lead.received_at < TIMEOUT_SECONDS
        return lead if lead and fresh and lead.window_id != window_id else None


def _presenters(session_id: str) -> _Presenters:
    presenters = _by_session.setdefault(session_id, _Presenters(None, {}))
    _by_session.move_to_end(session_id)
    while len(_by_session) > _MOST:
        _by_session.popitem(last=False)
    return presenters
