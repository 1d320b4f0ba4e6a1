"""Who leads on the wall, and where they look: known to this process alone, and soon forgotten."""

import time
from collections import OrderedDict
from dataclasses import dataclass
from itertools import count
from threading import Lock

from path_planner.ui.wall.client_message import View, WallMessage

PATIENCE = 10.0
"""Seconds without a word from the leader's window after which nobody leads."""
_MOST = 64


@dataclass
class PresenterView:
    """The window that leads, where it looks, and how often that changed."""

    window_id: str
    view: View
    turn: int
    received_at: float


@dataclass
class _Led:
    """One session: who leads, and where each window that wants to lead looked last."""

    lead: PresenterView | None
    views: dict[str, View]


_led: OrderedDict[str, _Led] = OrderedDict()
_lock = Lock()
# Turns go on growing over a restart of the server.
_turns = count(int(time.time() * 10))


def set_presenter(session_id: str, report: WallMessage) -> None:
    """Take the view of a window that leads; of several, the one that moved last is followed."""
    with _lock:
        here = _here(session_id)
        if report.view is None:
            here.views.pop(report.window_id, None)
            if here.lead and here.lead.window_id == report.window_id:
                here.lead = None
            return
        if here.views.get(report.window_id) != report.view:
            here.views = {**dict([*here.views.items()][-_MOST:]), report.window_id: report.view}
            here.lead = PresenterView(report.window_id, report.view, next(_turns), time.monotonic())
        elif here.lead and here.lead.window_id == report.window_id:
            here.lead.received_at = time.monotonic()


def presenter_for(session_id: str, window_id: str) -> PresenterView | None:
    """Return who leads this window, if another window does."""
    with _lock:
        lead = _here(session_id).lead
        fresh = lead is not None and time.monotonic() - lead.received_at < PATIENCE
        return lead if lead and fresh and lead.window_id != window_id else None


def _here(session_id: str) -> _Led:
    found = _led.setdefault(session_id, _Led(None, {}))
    _led.move_to_end(session_id)
    while len(_led) > _MOST:
        _led.popitem(last=False)
    return found
