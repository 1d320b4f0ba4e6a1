"""A drawing from elsewhere is moved, and made smaller if it must be, until it is on the wall."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from path_planner.exchange.excalidraw.plain import is_number
from path_planner.scene.geometry import Box
from path_planner.scene.template import WIDTH
from path_planner.scene.wall import WALL_ASPECT

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
    wide, tall = _BEYOND * WALL.width, _BEYOND * WALL.height
    return (
        box.x >= WALL.x - wide
        and box.y >= WALL.y - tall
        and box.right <= WALL.right + wide
        and box.bottom <= WALL.bottom + tall
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
