"""Our marks as elements of Excalidraw, and elements as marks."""

import math
from collections.abc import Mapping
from types import ModuleType
from typing import Any, NamedTuple

from pydantic import ValidationError

from path_planner.domain.mark import Mark, Stroke
from path_planner.domain.session import Session
from path_planner.domain.wall import Label, OnWall, Photo, Shape, Stamp
from path_planner.errors import NotAMark
from path_planner.exchange.excalidraw import forms, images, ink, labels
from path_planner.exchange.excalidraw.foreign import foreign_of, with_foreign
from path_planner.exchange.excalidraw.ordering import order_of
from path_planner.exchange.excalidraw.plain import id_of, is_number, table
from path_planner.exchange.excalidraw.standing import labels_inside
from path_planner.exchange.excalidraw.whole import LEFT_OUT, finished, whole

Element = dict[str, Any]

_KINDS: Mapping[str, type[OnWall]] = {
    "stroke": Stroke,
    "shape": Shape,
    "label": Label,
    "stamp": Stamp,
    "photo": Photo,
}
_WRITERS: Mapping[type[OnWall], ModuleType] = {
    Stroke: ink,
    Shape: forms,
    Label: labels,
    Stamp: images,
    Photo: images,
}
_READERS: Mapping[str, tuple[ModuleType, str]] = {
    ink.KIND: (ink, "stroke"),
    labels.KIND: (labels, "label"),
    images.KIND: (images, ""),
    **dict.fromkeys(forms.FORMS, (forms, "shape")),
}
_MOST_GROUPS, _LONGEST_NAME, _MOST_TURN = 20, 300, 10.0


class Read(NamedTuple):
    """A mark, and the names of what came with it and could not be kept."""

    mark: Mark
    dropped: tuple[str, ...]


def elements_of(mark: Mark, session: Session) -> tuple[Element, ...]:
    """Return a mark as it stands on the wall; cards, sketches and ink on pads are none of these."""
    if type(mark) not in _WRITERS or (isinstance(mark, Stroke) and mark.sketch):
        return ()
    return (finished(_element(mark, session)),)


def mark_of(element: Mapping[str, Any], *, stage: str, before: Mark | None = None) -> Mark:
    """Return the mark that an element is, in this stage; `before` is what it was until now."""
    return read(element, stage=stage, before=before).mark


def read(element: Mapping[str, Any], *, stage: str, before: Mark | None = None) -> Read:
    """Return the mark that an element is, and what could not be kept of it."""
    kind, fields = _fields(element)
    belongs = table(element.get("customData"))
    known = before if type(before) is _KINDS[kind] else None
    common = {
        **((known.model_extra or {}) if known else {}),
        "id": id_of(element.get("id")),
        "stage": stage,
        "by": _by(belongs, known),
        "turn": _turn(element.get("angle", 0)),
        "groups": _groups(element.get("groupIds")),
        "order": _order(element.get("index"), known),
    }
    try:
        bare: Any = _KINDS[kind].model_validate({**common, **fields})
        found = foreign_of(element, _own(bare), known.foreign if known else {})
        return Read(bare.model_copy(update={"foreign": found.kept}), found.dropped)
    except ValidationError:
        # What pydantic says would repeat what people typed.
        raise NotAMark from None


def _element(mark: Any, session: Session) -> Element:
    own = _own(mark)
    bound = labels_inside(session, mark.id) if isinstance(mark, Shape) else ()
    own["boundElements"] = [{"type": "text", "id": each} for each in bound]
    return with_foreign(own, mark.foreign, _fields) if mark.foreign else own


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
    return whole(mark, {**writer.write(mark), "customData": data})


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


def _by(belongs: Mapping[str, Any], before: Any) -> str | None:
    if "by" in belongs or before is None:
        return id_of(belongs.get("by"))
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
    found = order_of(index)
    if found is None:
        return before.order if before else 0.0
    return found
