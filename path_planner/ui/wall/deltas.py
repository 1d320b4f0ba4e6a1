"""The payload that the server sends to a wall: its full state, or the delta since a revision."""

from collections.abc import Mapping
from math import isclose
from typing import Any

from path_planner.domain.session import Session
from path_planner.formats.excalidraw import elements_of
from path_planner.ui.sync.deltas import deleted_since
from path_planner.ui.wall.board_view import BoardView, Element
from path_planner.ui.wall.presenter import WallMessage
from path_planner.ui.wall.view import WallView

_TOLERANCE = 0.011
"""The tolerance in wall units within which two numbers are equal."""
_VOLATILE = frozenset(
    {"version", "versionNonce", "seed", "updated", "index", "stage", "boundElements"}
)
"""Fields that may differ between two elements of the same mark."""

Payload = dict[str, Any]


def delta_for(view: BoardView[Any], message: WallMessage) -> Payload:
    """Return what brings a wall from the revision that it has to the newest one."""
    with view.lock:
        base = message.revision
        if base is None or not view.floor <= base <= view.revision:
            return _full_state(view)
        return _delta(view, base, message.window_id)


def _full_state(view: BoardView[Any]) -> Payload:
    return {
        **_heading(view, None),
        "elements": [element for part in view.parts.values() for element in part.elements],
        "gone": [],
        "files": [shared.file for shared in view.files.values()],
        "items": view.items.all(),
        "items_gone": [],
        "setting": view.setting.value,
    }


def _delta(view: BoardView[Any], base: int, window_id: str) -> Payload:
    own = {f"mark {key}" for key in view.echoes if is_echo(view, key, window_id)}
    changed = (name for name, part in view.parts.items() if part.since > base)
    sent = [name for name in changed if name not in own]
    payload: Payload = {
        **_heading(view, base),
        "elements": [element for name in sent for element in view.parts[name].elements],
        "gone": deleted_since(view.deleted, base),
        "files": [
            shared.file
            for shared in view.files.values()
            if shared.since > base and not shared.users <= own
        ],
        "items": view.items.since(base),
        "items_gone": view.items.deleted_since(base),
    }
    if view.setting.since > base:
        payload["setting"] = view.setting.value
    return payload


def _heading(view: BoardView[Any], base: int | None) -> Payload:
    heading = {"session": view.board_id, "base": base, "revision": view.revision}
    return {**heading, "off_paper": len({*view.off_paper.values()})}


def is_echo(view: BoardView[Any], mark_id: str, window_id: str) -> bool:
    """Say whether a window itself drew this state of a mark, so that it need not be sent back."""
    author_id, mark = view.echoes[mark_id]
    newest = view.document.marks.get(mark_id) if view.document else None
    return author_id == window_id and newest is mark


def record_echo(view: WallView, window_id: str, element: Element, session: Session) -> None:
    """Note a window's element that equals what the server would send: it is not sent back to it."""
    mark = session.marks.get(str(element.get("id")))
    if mark is None:
        return
    with view.lock:
        view.echoes.pop(mark.id, None)
        elements = elements_of(mark, session)
        if len(elements) == 1 and _is_same(elements[0], element):
            view.echoes[mark.id] = (window_id, mark)


def _is_same(ours: Any, theirs: Any) -> bool:
    """Say whether two elements are equal within the tolerance, ignoring volatile fields."""
    if isinstance(ours, Mapping):
        return isinstance(theirs, Mapping) and all(
            name in _VOLATILE
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
        return isclose(ours, theirs, abs_tol=_TOLERANCE, rel_tol=1e-9)
    return bool(ours == theirs)


_LARGE = ("elements", "files")


def encode_delta(view: WallView, data: dict[str, Any]) -> dict[str, Any] | bytes:
    """Return a payload in the form that Streamlit sends; `decode` in `frontend/sync` reads it."""
    if data["base"] is not None:
        return data
    small = {name: value for name, value in data.items() if name not in _LARGE}
    return view.large.merge_with(small, {name: data[name] for name in _LARGE}, data["revision"])
