"""What a wall is told: everything, or what changed since the revision at which it stands."""

from collections.abc import Mapping
from math import isclose
from typing import Any

from path_planner.domain.session import Session
from path_planner.formats.excalidraw import elements_of
from path_planner.ui.sync.deltas import gone_since
from path_planner.ui.wall.client_message import WallMessage
from path_planner.ui.wall.view import Element, WallView

_NEAR = 0.011
"""A hundredth of a unit more or less is the same place."""
_PASSING = frozenset(
    {"version", "versionNonce", "seed", "updated", "index", "stage", "boundElements"}
)
"""What may differ between two drawings of the same mark."""

Told = dict[str, Any]


def delta_for(painting: WallView, report: WallMessage) -> Told:
    """Return what brings a wall from where it stands to the newest revision."""
    with painting.lock:
        base = report.revision
        if base is None or not painting.floor <= base <= painting.revision:
            return _everything(painting)
        return _news(painting, base, report.window_id)


def _everything(painting: WallView) -> Told:
    return {
        **_heading(painting, None),
        "elements": [each for part in painting.parts.values() for each in part.elements],
        "gone": [],
        "files": [shown.file for shown in painting.files.values()],
        "items": painting.items.all(),
        "items_gone": [],
        "setting": painting.setting.value,
    }


def _news(painting: WallView, base: int, window_id: str) -> Told:
    own = {f"mark {key}" for key in painting.own if has_it(painting, key, window_id)}
    names = (name for name, part in painting.parts.items() if part.since > base)
    news = [name for name in names if name not in own]
    found: Told = {
        **_heading(painting, base),
        "elements": [each for name in news for each in painting.parts[name].elements],
        "gone": gone_since(painting.gone, base),
        "files": [
            shown.file
            for shown in painting.files.values()
            if shown.since > base and not shown.users <= own
        ],
        "items": painting.items.since(base),
        "items_gone": painting.items.gone_since(base),
    }
    if painting.setting.since > base:
        found["setting"] = painting.setting.value
    return found


def _heading(painting: WallView, base: int | None) -> Told:
    session_id = painting.session.id if painting.session else ""
    return {"session": session_id, "base": base, "revision": painting.revision}


def has_it(painting: WallView, mark_id: str, window_id: str) -> bool:
    """Say whether a window has a mark just as it would be told, because it drew it itself."""
    teller, mark = painting.own[mark_id]
    here = painting.session.marks.get(mark_id) if painting.session else None
    return teller == window_id and here is mark


def remember_own(painting: WallView, window_id: str, element: Element, session: Session) -> None:
    """Note that a window told of a mark in the very words in which it would be told of it."""
    mark = session.marks.get(str(element.get("id")))
    if mark is None:
        return
    with painting.lock:
        painting.own.pop(mark.id, None)
        elements = elements_of(mark, session)
        if len(elements) == 1 and _is_same(elements[0], element):
            painting.own[mark.id] = (window_id, mark)


def _is_same(ours: Any, theirs: Any) -> bool:
    """Say whether all of ours is in theirs, numbers within what nobody can see."""
    if isinstance(ours, Mapping):
        return isinstance(theirs, Mapping) and all(
            name in _PASSING
            or (not value and not theirs.get(name))
            or _is_same(value, theirs.get(name))
            for name, value in ours.items()
        )
    if isinstance(ours, list | tuple):
        return (
            isinstance(theirs, list | tuple)
            and len(ours) == len(theirs)
            and all(map(_is_same, ours, theirs))
        )
    if isinstance(ours, bool) or isinstance(theirs, bool) or ours is None:
        return ours is theirs
    if isinstance(ours, int | float) and isinstance(theirs, int | float):
        return isclose(ours, theirs, abs_tol=_NEAR, rel_tol=1e-9)
    return bool(ours == theirs)


_LARGE = ("elements", "files")


def on_the_wire(painting: WallView, data: dict[str, Any]) -> dict[str, Any] | bytes:
    """Return an answer as it is handed to Streamlit; `decode` in `frontend/sync` reads it."""
    if data["base"] is not None:
        return data
    small = {name: value for name, value in data.items() if name not in _LARGE}
    return painting.large.merge_with(small, {name: data[name] for name in _LARGE}, data["revision"])
