"""Import an Excalidraw file: move its elements onto the wall, scaled down where needed."""

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from path_planner.domain.image import Picture
from path_planner.domain.marks import Mark
from path_planner.domain.wall_items import Label
from path_planner.errors import NotAMark
from path_planner.formats.excalidraw import marks, unsupported
from path_planner.formats.excalidraw.images import Images, PictureFrom
from path_planner.formats.excalidraw.validation import is_number, parse, table, words_of
from path_planner.scene.geometry import Box
from path_planner.scene.template import WIDTH
from path_planner.scene.wall import WALL_ASPECT
from path_planner.scene.wall.marks import box_of_mark

Element = Mapping[str, Any]
WALL = Box(0, 0, WIDTH, WIDTH / WALL_ASPECT)
_BEYOND = 0.1
"""What strays no farther than this part of the wall beyond its edge is left where it is."""
_FILLED = 0.9
_GROWING = ("strokeWidth", "fontSize", "width", "height")


def fitted(elements: Sequence[Element]) -> tuple[Element, ...]:
    """Return the elements where a person who looks at the wall will see them."""
    found = _around(elements)
    if found is None or _is_on_the_wall(found):
        return tuple(elements)
    room = _FILLED * min(WALL.width / max(found.width, 1.0), WALL.height / max(found.height, 1.0))
    scale = min(1.0, room)
    (across, down), (middle_x, middle_y) = WALL.centre, found.centre
    shift = (across - middle_x * scale, down - middle_y * scale)
    return tuple(_moved(element, scale, shift) for element in elements)


def _is_on_the_wall(box: Box) -> bool:
    width, height = _BEYOND * WALL.width, _BEYOND * WALL.height
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
    across, down = [x for x, _ in corners], [y for _, y in corners]
    return Box(min(across), min(down), max(across) - min(across), max(down) - min(down))


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
    for name in _GROWING:
        if is_number(moved.get(name)):
            moved[name] *= scale
    points = moved.get("points")
    if isinstance(points, list):
        moved["points"] = [_scaled(pair, scale) for pair in points]
    return moved


def _scaled(pair: Any, scale: float) -> Any:
    if not isinstance(pair, list | tuple):
        return pair
    return [number * scale if is_number(number) else number for number in pair]


def with_new_ids(elements: Sequence[Element], fresh_id: Callable[[], str]) -> tuple[Element, ...]:
    """Return the elements under new ids; what named another of them names it still."""
    names = {
        row["id"]: fresh_id() for row in elements if isinstance(row.get("id"), str) and row["id"]
    }
    groups: dict[str, str] = {}
    found: dict[object, Element] = {}
    for row in elements:
        new = _renamed(row, names, groups, fresh_id)
        # Two of one name are both kept; the first is the one that others mean.
        found[new["id"] if new["id"] not in found else fresh_id()] = new
    return tuple({**row, "id": name} for name, row in found.items())


def _renamed(
    row: Element,
    names: Mapping[str, str],
    groups: dict[str, str],
    fresh_id: Callable[[], str],
) -> Element:
    new = {**row, "id": _name(row.get("id"), names) or fresh_id(), "frameId": None}
    new["containerId"] = _name(row.get("containerId"), names)
    given = row.get("groupIds")
    new["groupIds"] = [
        groups.setdefault(group, fresh_id())
        for group in (given if isinstance(given, list) else [])
        if isinstance(group, str)
    ]
    for end in ("startBinding", "endBinding"):
        held = _name(table(row.get(end)).get("elementId"), names)
        new[end] = {**table(row.get(end)), "elementId": held} if held else None
    bound = row.get("boundElements")
    new["boundElements"] = [
        {**each, "id": _name(each.get("id"), names)}
        for each in (bound if isinstance(bound, list) else [])
        if isinstance(each, Mapping) and _name(each.get("id"), names)
    ]
    return new


def _name(old: object, names: Mapping[str, str]) -> str | None:
    return names.get(old) if isinstance(old, str) else None


_KNOWN = frozenset(
    ("freedraw", "text", "image", "rectangle", "ellipse", "diamond", "line", "arrow", "draw")
)
_EARLIER = 1.0
"""How far the first mark lies above all that is there."""


@dataclass(frozen=True)
class Place:
    """The wall that a drawing comes to."""

    stage_at: Callable[[float, float], str]
    fresh_id: Callable[[], str]
    picture_from: PictureFrom
    records: Container[str] = ()
    """The voices, commitments and sketches that are here already: their cards are not copied."""
    people: Container[str] = ()
    above: float = 0.0
    """The order of the topmost mark."""


class Imported(NamedTuple):
    """What a file brings, and sentences about what it does not."""

    marks: tuple[Mark, ...]
    pictures: tuple[Picture, ...]
    left_out: tuple[str, ...]


def read_wall(data: bytes, place: Place) -> Imported:
    """Return what a file of Excalidraw brings to a wall; nothing is dropped without a word."""
    drawn = parse(data)
    counted: Counter[str] = Counter()
    rows = fitted(with_new_ids(list(_rows(drawn.elements, place, counted)), place.fresh_id))
    images = Images(drawn.files, place.picture_from)
    found = tuple(_marks(rows, place, images, counted))
    return Imported(found, images.pictures, unsupported.warnings(counted + images.counted))


def _rows(elements: Sequence[Element], place: Place, counted: Counter[str]) -> Iterator[Element]:
    """Yield what can become marks: cards that nobody knows here as the lines they are made of."""
    here: set[str] = set()
    for row in elements:
        kind, data = row.get("type"), table(row.get("customData"))
        if data.get("part") == "ground":
            continue
        if data.get("part") == "card":
            record = words_of(data.get("card"))
            if record in place.records:
                here.add(record)
            elif data.get("paper") is not True:
                yield {**row, "customData": {}}
        elif isinstance(kind, str) and kind in _KNOWN:
            yield row
        elif kind != "selection":
            counted[unsupported.kind_of(kind)] += 1
    if here:
        counted[unsupported.HERE] += len(here)


def _marks(
    rows: Sequence[Element], place: Place, images: Images, counted: Counter[str]
) -> Iterator[Mark]:
    for number, row in enumerate(rows, 1):
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
        for name in {
            unsupported.LINK if each == "link" else unsupported.DETAIL for each in read.dropped
        }:
            counted[name] += 1
        yield _at_home(read.mark, place, place.above + _EARLIER * number)


def _complete(row: Element) -> Element:
    """Return an element of a file with what Excalidraw takes for granted there."""
    if row.get("type") == "arrow" and "endArrowhead" not in row:
        return {**row, "endArrowhead": "arrow"}
    return row


def _at_home(mark: Any, place: Place, order: float) -> Mark:
    by = mark.by if mark.by in place.people else None
    facts = {"order": order, "by": by, "stage": place.stage_at(*box_of_mark(mark).centre)}
    if hasattr(mark, "signs"):
        facts["signs"] = None
    at_home: Mark = mark.model_copy(update=facts)
    return at_home
