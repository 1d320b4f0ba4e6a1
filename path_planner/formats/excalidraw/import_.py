"""Import an Excalidraw file: move its elements onto the wall, scaled down where needed."""

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from path_planner.domain.image import Picture
from path_planner.domain.marks import Label, Mark
from path_planner.errors import NotAMark
from path_planner.formats.excalidraw import marks, unsupported
from path_planner.formats.excalidraw.images import Images, PictureFrom
from path_planner.formats.excalidraw.labels import HAND
from path_planner.formats.excalidraw.opening import parse
from path_planner.formats.excalidraw.validation import is_number, table, words_of
from path_planner.scene.foreign_fields import (
    DRAWN,
    FILL_STYLES,
    MACHINES_OWN,
    OTHER_LETTERINGS,
    PROPORTIONAL,
    SOLID,
    WITHOUT_LOOK,
    fill_style_of,
)
from path_planner.scene.geometry import Box
from path_planner.scene.template import WIDTH
from path_planner.scene.wall import WALL_ASPECT
from path_planner.scene.wall.marks import box_of_mark

Element = Mapping[str, Any]
WALL = Box(0, 0, WIDTH, WIDTH / WALL_ASPECT)
_TOLERANCE = 0.1
"""Drawings that exceed the wall by less than this part of it are not moved."""
_FILLED = 0.9
_SCALED_FIELDS = ("strokeWidth", "fontSize", "width", "height")


def fitted(elements: Sequence[Element]) -> tuple[Element, ...]:
    """Return the elements moved, and scaled down if needed, onto the wall."""
    bounds = _around(elements)
    if bounds is None or _is_on_the_wall(bounds):
        return tuple(elements)
    room = _FILLED * min(WALL.width / max(bounds.width, 1.0), WALL.height / max(bounds.height, 1.0))
    scale = min(1.0, room)
    (centre_x, centre_y), (middle_x, middle_y) = WALL.centre, bounds.centre
    shift = (centre_x - middle_x * scale, centre_y - middle_y * scale)
    return tuple(_moved(element, scale, shift) for element in elements)


def _is_on_the_wall(box: Box) -> bool:
    width, height = _TOLERANCE * WALL.width, _TOLERANCE * WALL.height
    return (
        box.x >= WALL.x - width
        and box.y >= WALL.y - height
        and box.right <= WALL.right + width
        and box.bottom <= WALL.bottom + height
    )


def _around(elements: Sequence[Element]) -> Box | None:
    corners = [corner for element in elements for corner in _corners(element)]
    if not corners:
        return None
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _corners(element: Element) -> Iterable[tuple[float, float]]:
    x: Any = element.get("x")
    y: Any = element.get("y")
    if not is_number(x) or not is_number(y):
        return
    yield x, y
    points = element.get("points")
    for pair in points if isinstance(points, list) else [_size(element)]:
        if isinstance(pair, list | tuple) and len(pair) > 1 and all(map(is_number, pair[:2])):
            yield x + pair[0], y + pair[1]


def _size(element: Element) -> tuple[Any, Any]:
    return element.get("width", 0), element.get("height", 0)


def _moved(element: Element, scale: float, shift: tuple[float, float]) -> Element:
    moved = dict(element)
    for name, by in zip(("x", "y"), shift, strict=True):
        if is_number(moved.get(name)):
            moved[name] = moved[name] * scale + by
    if scale == 1:
        return moved
    for name in _SCALED_FIELDS:
        if is_number(moved.get(name)):
            moved[name] *= scale
    points = moved.get("points")
    if isinstance(points, list):
        moved["points"] = [_scaled(pair, scale) for pair in points]
    if moved.get("fillStyle", SOLID) != SOLID and is_number(moved.get("strokeWidth")):
        # Hatching is four widths of the line apart, and comes out only at whole units.
        moved["strokeWidth"] = max(round(4 * moved["strokeWidth"]), 1) / 4
    return moved


def _scaled(pair: Any, scale: float) -> Any:
    if not isinstance(pair, list | tuple):
        return pair
    return [number * scale if is_number(number) else number for number in pair]


def with_new_ids(elements: Sequence[Element], fresh_id: Callable[[], str]) -> tuple[Element, ...]:
    """Return the elements with new ids, and with references between them updated."""
    new_ids = {
        row["id"]: fresh_id() for row in elements if isinstance(row.get("id"), str) and row["id"]
    }
    groups: dict[str, str] = {}
    by_id: dict[object, Element] = {}
    for row in elements:
        new = _renamed(row, new_ids, groups, fresh_id)
        # Of two elements with one id both are kept; references mean the first.
        by_id[new["id"] if new["id"] not in by_id else fresh_id()] = new
    return tuple({**row, "id": name} for name, row in by_id.items())


def _renamed(
    row: Element,
    new_ids: Mapping[str, str],
    groups: dict[str, str],
    fresh_id: Callable[[], str],
) -> Element:
    new = {**row, "id": _new_id(row.get("id"), new_ids) or fresh_id(), "frameId": None}
    new["containerId"] = _new_id(row.get("containerId"), new_ids)
    group_ids = row.get("groupIds")
    new["groupIds"] = [
        groups.setdefault(group, fresh_id())
        for group in (group_ids if isinstance(group_ids, list) else [])
        if isinstance(group, str)
    ]
    for end in ("startBinding", "endBinding"):
        target = _new_id(table(row.get(end)).get("elementId"), new_ids)
        new[end] = {**table(row.get(end)), "elementId": target} if target else None
    bound = row.get("boundElements")
    new["boundElements"] = [
        {**each, "id": _new_id(each.get("id"), new_ids)}
        for each in (bound if isinstance(bound, list) else [])
        if isinstance(each, Mapping) and _new_id(each.get("id"), new_ids)
    ]
    return new


def _new_id(old: object, new_ids: Mapping[str, str]) -> str | None:
    return new_ids.get(old) if isinstance(old, str) else None


_KNOWN = frozenset(
    ("freedraw", "text", "image", "rectangle", "ellipse", "diamond", "line", "arrow", "draw")
)
_OLD_ROUND = 1
"""How the round corners of old files are written: by a part of the side, whatever its length."""
_ORDER_STEP = 1.0
"""The distance in z-order of the first mark from the topmost existing one."""


@dataclass(frozen=True)
class Place:
    """The wall that a drawing is imported to."""

    stage_at: Callable[[float, float], str]
    fresh_id: Callable[[], str]
    picture_from: PictureFrom
    records: Container[str] = ()
    """The ids of existing voices, commitments and sketches: their cards are not imported."""
    people: Container[str] = ()
    above: float = 0.0
    """The order of the topmost mark."""


class Imported(NamedTuple):
    """The imported marks and pictures, and sentences about what was left out."""

    marks: tuple[Mark, ...]
    pictures: tuple[Picture, ...]
    left_out: tuple[str, ...]


def read_wall(data: bytes, place: Place) -> Imported:
    """Return the marks and pictures of an Excalidraw file, and what was left out."""
    file = parse(data)
    counted: Counter[str] = Counter()
    rows = fitted(with_new_ids(list(_rows(file.elements, place, counted)), place.fresh_id))
    images = Images(file.files, place.picture_from)
    found = tuple(_marks(rows, place, images, counted))
    return Imported(found, images.pictures, unsupported.warnings(counted + images.counted))


def _rows(elements: Sequence[Element], place: Place, counted: Counter[str]) -> Iterator[Element]:
    """Yield elements that can become marks; cards of unknown records become their lines."""
    existing: set[str] = set()
    for row in elements:
        kind, data = row.get("type"), table(row.get("customData"))
        if data.get("part") == "ground":
            continue
        if data.get("part") == "card":
            record = words_of(data.get("card"))
            if record in place.records:
                existing.add(record)
            elif data.get("paper") is not True:
                yield {**row, "customData": {}}
        elif isinstance(kind, str) and kind in _KNOWN:
            yield row
        elif kind != "selection":
            counted[unsupported.kind_of(kind)] += 1
    if existing:
        counted[unsupported.HERE] += len(existing)


def _marks(
    rows: Sequence[Element], place: Place, images: Images, counted: Counter[str]
) -> Iterator[Mark]:
    for index, row in enumerate(rows, 1):
        whole = images.known(row) if row.get("type") == "image" else row
        if whole is None:
            continue
        try:
            read = marks.read(_complete(whole), stage="here")
        except NotAMark:
            counted[unsupported.BROKEN] += 1
            continue
        if isinstance(read.mark, Label) and not read.mark.text:
            continue
        lost = (*read.dropped, *undrawn(read.mark))
        for name in {unsupported.LINK if each == "link" else unsupported.DETAIL for each in lost}:
            counted[name] += 1
        if row.get("type") == "text" and row.get("fontFamily") in OTHER_LETTERINGS:
            counted[unsupported.LETTERS] += 1
        yield _on_wall(read.mark, place, place.above + _ORDER_STEP * index)


def undrawn(mark: Any) -> tuple[str, ...]:
    """Return the names of foreign fields of a mark that the poster does not draw as they ask."""
    fields = set(mark.foreign) - {*DRAWN, *WITHOUT_LOOK}
    return (*fields, *(["fillStyle"] if fill_style_of(mark) not in FILL_STYLES else []))


def _complete(row: Element) -> Element:
    """Return an element with what Excalidraw assumes in files, also in those of old versions."""
    whole = {"seed": 1, **row}
    if not row.get("roundness") and row.get("strokeSharpness") == "round":
        whole["roundness"] = {
            "type": _OLD_ROUND if row.get("type") == "rectangle" else PROPORTIONAL
        }
    if row.get("type") == "arrow":
        return {"endArrowhead": "arrow", **whole}
    return {**whole, **_lettering(row)} if row.get("type") == "text" else whole


def _lettering(row: Element) -> Element:
    """Return how words are written that a file says in another way, or that the wall would not."""
    size, _, _ = words_of(row.get("font")).partition("px")
    font_size: Any = float(size) if size.isdecimal() else row.get("fontSize")
    height: Any = row.get("height")
    found: dict[str, Any] = {"fontSize": font_size}
    if row.get("fontFamily") == MACHINES_OWN:
        found["fontFamily"] = HAND
    if "lineHeight" in row or not (is_number(height) and is_number(font_size) and font_size):
        return found
    lines = words_of(row.get("text")).count("\n") + 1
    return {**found, "lineHeight": height / font_size / lines}


def _on_wall(mark: Any, place: Place, order: float) -> Mark:
    by = mark.by if mark.by in place.people else None
    facts = {"order": order, "by": by, "stage": place.stage_at(*box_of_mark(mark).centre)}
    if hasattr(mark, "signs"):
        facts["signs"] = None
    at_home: Mark = mark.model_copy(update=facts)
    return at_home
