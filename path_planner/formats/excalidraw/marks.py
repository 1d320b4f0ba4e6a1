"""Convert marks to elements of Excalidraw and back, keeping fields that marks do not have."""

import math
import re
from collections.abc import Callable, Mapping
from types import ModuleType
from typing import Any, NamedTuple

from pydantic import ValidationError

from path_planner.domain.marks import Label, Mark, Photo, Shape, Stamp, Stroke, WallItem
from path_planner.domain.session import Session
from path_planner.errors import NotAMark
from path_planner.formats.excalidraw import images, labels, shapes, strokes
from path_planner.formats.excalidraw.element_defaults import (
    LEFT_OUT,
    completed,
    order_from_index,
    with_defaults,
)
from path_planner.formats.excalidraw.validation import id_of, is_number, is_plain, table
from path_planner.scene.foreign_fields import DRAWN, MACHINES_OWN
from path_planner.scene.marks import labels_inside

_MARK_FIELDS = frozenset(
    (
        *("id", "type", "x", "y", "width", "height", "points", "pressures", "simulatePressure"),
        *("index", "version", "versionNonce", "updated", "isDeleted", "status", "baseline"),
        *("groupIds", "fileId", "containerId", "textAlign", "fontSize", "lastCommittedPoint"),
        *("strokeSharpness", "boundElementIds", "rawText", "font"),
    )
)
"""Fields that the mark itself has, or that have no meaning in storage."""
_MARK_DATA = frozenset(
    (
        *("part", "mark", "stage", "by", "stamp", "words", "signs", "picture", "under", "exact"),
        *("link", "piece", "card", "holds", "paper"),
    )
)
_NEVER_SENT = ("seed", "link", "frameId", "boundElements", "fillStyle")
"""Fields that the browser never sends: they stay as they were."""
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,39}")
_SCHEME = re.compile(r"([^/?#]*?):")
_SAFE_SCHEMES = {"http", "https", "mailto", "tel"}
_NOT_IN_AN_ADDRESS = re.compile(
    r"[\x00-\x1f\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]"
)
_MOST = 40
_TOLERANCE = 1e-6


class Extras(NamedTuple):
    """Foreign fields of an element that are kept, and the names of those that are not."""

    fields: dict[str, Any]
    dropped: tuple[str, ...]


def extras_of(raw: Mapping[str, Any], ours: Mapping[str, Any], before: Mapping[str, Any]) -> Extras:
    """Return the fields of an element that differ from those that we would write for its mark."""
    unsent = {key: before[key] for key in _NEVER_SENT if key in before and key not in raw}
    raw = {**raw, **unsent}
    extras: dict[str, Any] = {}
    for key, value in {**LEFT_OUT, **raw}.items():
        if key in _MARK_FIELDS or key in {"customData", "link", "boundElements"}:
            continue
        if key not in ours and value == LEFT_OUT.get(key):
            continue
        if key in ours and _equal(ours[key], value):
            continue
        extras[key] = value
    if not extras.get("roughness") and ours.get("roughness") == 0:
        # Without roughness the seed has no effect.
        extras.pop("seed", None)
    extras["boundElements"] = _arrows(raw.get("boundElements"))
    data = table(raw.get("customData"))
    extras["link"] = raw.get("link") or data.get("link")
    extras["customData"] = {key: value for key, value in data.items() if key not in _MARK_DATA}
    extras = {
        key: value
        for key, value in extras.items()
        if value or key not in {"boundElements", "link", "customData"}
    }
    kept = {key: value for key, value in extras.items() if _is_kept(key, value)}
    # What changes the look comes first: were there too many fields, a photo would lose its crop.
    names = sorted(kept, key=lambda name: name not in DRAWN)[:_MOST]
    return Extras({key: kept[key] for key in names}, tuple(extras.keys() - set(names)))


def with_extras(
    ours: Mapping[str, Any],
    foreign: Mapping[str, Any],
    means: Callable[[Mapping[str, Any]], Any],
) -> dict[str, Any]:
    """Return an element with foreign fields, except those that contradict the mark.

    `means` returns the mark's fields of an element: foreign fields must not change them.
    """
    kept = {key: value for key, value in foreign.items() if _is_kept(key, value)}
    link, data = kept.pop("link", None), table(kept.pop("customData", None))
    arrows = _arrows(kept.pop("boundElements", None))
    if _without_spaces(kept.get("originalText")) != _without_spaces(ours.get("text")):
        kept.pop("originalText", None)
    both = {**ours, **kept}
    if kept and means(both) != means(ours):
        meant = means(ours)
        fitting = {key for key in kept if means({**ours, key: kept[key]}) == meant}
        both = {**ours, **{key: kept[key] for key in fitting}}
    if arrows:
        both["boundElements"] = [*both.get("boundElements", []), *arrows]
    more = {key: value for key, value in data.items() if key not in _MARK_DATA}
    if link:
        more["link"] = link
    return {**both, "customData": {**more, **both["customData"]}} if more else both


def _is_kept(key: str, value: object) -> bool:
    if key in _MARK_FIELDS or not _NAME.fullmatch(key) or not is_plain(value):
        return False
    if key == "fontFamily" and value == MACHINES_OWN:
        # Each machine would show other letters, and the poster those of the wall.
        return False
    return key != "link" or is_safe_link(value)


def is_safe_link(value: object) -> bool:
    """Whether a link leads to a web page, to an e-mail or phone, or to a place in the drawing.

    Browsers skip tabs and line breaks in an address, and control characters before it.
    """
    if not isinstance(value, str) or _NOT_IN_AN_ADDRESS.search(value):
        return False
    scheme = _SCHEME.match(value.strip(" "))
    return scheme is None or scheme[1].lower() in _SAFE_SCHEMES


def _arrows(raw: object) -> list[dict[str, str]]:
    """Return the arrows bound to an element; its bound text is found by its container id."""
    rows = raw if isinstance(raw, list) else []
    found = [(id_of(row.get("id")), row.get("type")) for row in rows if isinstance(row, Mapping)]
    return [{"type": "arrow", "id": each} for each, kind in found if each and kind == "arrow"]


def _without_spaces(text: object) -> str:
    """Return text without white space, which compares equal before and after wrapping."""
    return "".join(text.split()) if isinstance(text, str) else ""


def _equal(ours: object, theirs: object) -> bool:
    if isinstance(ours, int | float) and is_number(theirs) and isinstance(theirs, int | float):
        return math.isclose(ours, theirs, rel_tol=_TOLERANCE, abs_tol=_TOLERANCE)
    return ours == theirs


Element = dict[str, Any]

_KINDS: Mapping[str, type[WallItem]] = {
    "stroke": Stroke,
    "shape": Shape,
    "label": Label,
    "stamp": Stamp,
    "photo": Photo,
}
_WRITERS: Mapping[type[WallItem], ModuleType] = {
    Stroke: strokes,
    Shape: shapes,
    Label: labels,
    Stamp: images,
    Photo: images,
}
_READERS: Mapping[str, tuple[ModuleType, str]] = {
    strokes.KIND: (strokes, "stroke"),
    labels.KIND: (labels, "label"),
    images.KIND: (images, ""),
    **dict.fromkeys(shapes.FORMS, (shapes, "shape")),
}
_MOST_GROUPS, _LONGEST_NAME, _MOST_TURN = 20, 300, 10.0


class Read(NamedTuple):
    """A mark, and the names of fields that were dropped."""

    mark: Mark
    dropped: tuple[str, ...]


def elements_of(mark: Mark, session: Session | None = None) -> tuple[Element, ...]:
    """Return the element of a mark; none for cards, sketches and the strokes of sketches.

    The words inside a shape are marks of its session.
    """
    if type(mark) not in _WRITERS or (isinstance(mark, Stroke) and mark.sketch):
        return ()
    return (completed(_element(mark, session)),)


def mark_of(element: Mapping[str, Any], *, stage: str, before: Mark | None = None) -> Mark:
    """Return the mark of an element; `before` is the stored mark with its id, if there is one."""
    return read(element, stage=stage, before=before).mark


def read(element: Mapping[str, Any], *, stage: str, before: Mark | None = None) -> Read:
    """Return the mark of an element and the names of dropped fields; raise NotAMark."""
    kind, fields = _fields(element)
    belongs = table(element.get("customData"))
    previous = before if type(before) is _KINDS[kind] else None
    common = {
        **((previous.model_extra or {}) if previous else {}),
        "id": id_of(element.get("id")),
        "stage": stage,
        "by": _by(belongs, previous),
        "turn": _turn(element.get("angle", 0)),
        "groups": _groups(element.get("groupIds")),
        "order": _order(element.get("index"), previous),
    }
    try:
        bare: Any = _KINDS[kind].model_validate({**common, **fields})
        extras = extras_of(element, _own(bare), previous.foreign if previous else {})
        return Read(bare.model_copy(update={"foreign": extras.fields}), extras.dropped)
    except ValidationError:
        # The message of pydantic would repeat what people typed.
        raise NotAMark from None


def _element(mark: Any, session: Session | None) -> Element:
    own = _own(mark)
    bound = labels_inside(session, mark.id) if session and isinstance(mark, Shape) else ()
    own["boundElements"] = [{"type": "text", "id": each} for each in bound]
    return with_extras(own, mark.foreign, _fields) if mark.foreign else own


def _own(mark: Any) -> Element:
    writer = _WRITERS[type(mark)]
    belongs = {
        "part": "mark",
        "mark": mark.id,
        "stage": mark.stage,
        "by": mark.by,
        "stamp": getattr(mark, "icon", None),
        "words": getattr(mark, "words", None),
        "signs": getattr(mark, "signs", None),
        "picture": getattr(mark, "picture", None),
        "under": getattr(mark, "under", None),
        "exact": writer.exacts(mark),
    }
    data = {key: value for key, value in belongs.items() if value}
    return with_defaults(mark, {**writer.write(mark), "customData": data})


def _fields(element: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    raw_kind = element.get("type")
    raw_kind = "line" if raw_kind == "draw" else raw_kind
    if not isinstance(raw_kind, str) or raw_kind not in _READERS:
        raise NotAMark
    reader, kind = _READERS[raw_kind]
    fields = reader.read(
        {**LEFT_OUT, **element, "type": raw_kind}, table(element.get("customData"))
    )
    return fields.pop("kind", kind), fields


def _by(custom_data: Mapping[str, Any], before: Any) -> str | None:
    if "by" in custom_data or before is None:
        return id_of(custom_data.get("by"))
    by: str | None = before.by
    return by


def _turn(raw: Any) -> float:
    if not is_number(raw):
        return 0.0
    return float(raw) if abs(raw) <= _MOST_TURN else math.fmod(raw, 2 * math.pi)


def _groups(raw: object) -> tuple[str, ...]:
    rows = raw if isinstance(raw, list | tuple) else ()
    names = (row for row in rows if isinstance(row, str) and len(row) <= _LONGEST_NAME)
    return tuple(names)[:_MOST_GROUPS]


def _order(index: object, before: Any) -> float:
    order = order_from_index(index)
    if order is None:
        return before.order if before else 0.0
    return order
