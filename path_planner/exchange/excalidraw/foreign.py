"""What Excalidraw knows of an element and we do not: kept with the mark, and given back."""

import math
import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from path_planner.exchange.excalidraw.plain import id_of, is_number, is_plain, table
from path_planner.exchange.excalidraw.whole import LEFT_OUT

_OURS = frozenset(
    (
        *("id", "type", "x", "y", "width", "height", "points", "pressures", "simulatePressure"),
        *("index", "version", "versionNonce", "updated", "isDeleted", "status", "baseline"),
        *("groupIds", "fileId", "containerId", "textAlign", "fontSize", "lastCommittedPoint"),
        *("strokeSharpness", "boundElementIds", "rawText", "font"),
    )
)
"""What the mark itself holds, or what means nothing once it is kept."""
_OWN_DATA = frozenset(
    (
        *("part", "mark", "stage", "by", "stamp", "words", "signs", "picture", "under", "exact"),
        *("link", "piece", "card", "holds", "paper"),
    )
)
_UNTOLD = ("seed", "link", "frameId", "boundElements", "fillStyle")
"""What a wall never tells of: it stays as it was."""
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,39}")
_LIVE = re.compile(r"\s*(?:javascript|vbscript|data|blob|file)\s*:", re.IGNORECASE)
_MOST = 40
_CLOSE = 1e-6


class Found(NamedTuple):
    """What is kept of an element, and the names of what could not be."""

    kept: dict[str, Any]
    dropped: tuple[str, ...]


def foreign_of(raw: Mapping[str, Any], ours: Mapping[str, Any], before: Mapping[str, Any]) -> Found:
    """Return what an element says beyond what we would say of it ourselves."""
    untold = {key: before[key] for key in _UNTOLD if key in before and key not in raw}
    raw = {**raw, **untold}
    found: dict[str, Any] = {}
    for key, value in {**LEFT_OUT, **raw}.items():
        if key in _OURS or key in {"customData", "link", "boundElements"}:
            continue
        if key not in ours and value == LEFT_OUT.get(key):
            continue
        if key in ours and _same(ours[key], value):
            continue
        found[key] = value
    if not found.get("roughness") and ours.get("roughness") == 0:
        # Where every line is clean, no chance is taken.
        found.pop("seed", None)
    found["boundElements"] = _arrows(raw.get("boundElements"))
    data = table(raw.get("customData"))
    found["link"] = raw.get("link") or data.get("link")
    found["customData"] = {key: value for key, value in data.items() if key not in _OWN_DATA}
    found = {
        key: value
        for key, value in found.items()
        if value or key not in {"boundElements", "link", "customData"}
    }
    kept = {key: value for key, value in found.items() if _is_kept(key, value)}
    names = list(kept)[:_MOST]
    return Found({key: kept[key] for key in names}, tuple(found.keys() - set(names)))


def with_foreign(
    ours: Mapping[str, Any],
    foreign: Mapping[str, Any],
    means: Callable[[Mapping[str, Any]], Any],
) -> dict[str, Any]:
    """Return an element with what was kept, except where the mark has changed its meaning."""
    kept = {key: value for key, value in foreign.items() if _is_kept(key, value)}
    link, data = kept.pop("link", None), table(kept.pop("customData", None))
    arrows = _arrows(kept.pop("boundElements", None))
    if _squeezed(kept.get("originalText")) != _squeezed(ours.get("text")):
        kept.pop("originalText", None)
    both = {**ours, **kept}
    if kept and means(both) != means(ours):
        meant = means(ours)
        fitting = {key for key in kept if means({**ours, key: kept[key]}) == meant}
        both = {**ours, **{key: kept[key] for key in fitting}}
    if arrows:
        both["boundElements"] = [*both.get("boundElements", []), *arrows]
    more = {key: value for key, value in data.items() if key not in _OWN_DATA}
    if link:
        more["link"] = link
    return {**both, "customData": {**more, **both["customData"]}} if more else both


def _is_kept(key: str, value: object) -> bool:
    if key in _OURS or not _NAME.fullmatch(key) or not is_plain(value):
        return False
    return key != "link" or (isinstance(value, str) and not _LIVE.match(value))


def _arrows(raw: object) -> list[dict[str, str]]:
    """Return the arrows that hold on to an element; its words know themselves where they are."""
    rows = raw if isinstance(raw, list) else []
    found = [(id_of(row.get("id")), row.get("type")) for row in rows if isinstance(row, Mapping)]
    return [{"type": "arrow", "id": each} for each, kind in found if each and kind == "arrow"]


def _squeezed(text: object) -> str:
    """Return text without its breaks: words before and after they were wrapped are the same."""
    return "".join(text.split()) if isinstance(text, str) else ""


def _same(ours: object, theirs: object) -> bool:
    if isinstance(ours, int | float) and is_number(theirs) and isinstance(theirs, int | float):
        return math.isclose(ours, theirs, rel_tol=_CLOSE, abs_tol=_CLOSE)
    return ours == theirs
