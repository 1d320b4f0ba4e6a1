"""Turn marks of the wall into parts of a scene, drawn as Excalidraw draws them."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from path_planner import stamps
from path_planner.domain.image import Picture
from path_planner.domain.marks import Stroke
from path_planner.domain.session import Session
from path_planner.domain.wall_items import Align, BoxItem, Label, Photo, Shape, Stamp
from path_planner.scene import hand_drawn
from path_planner.scene.foreign_fields import flips_of
from path_planner.scene.freehand import outline_of
from path_planner.scene.geometry import Box
from path_planner.scene.model import QUIET, Part, Photograph, Role, Text
from path_planner.scene.model import Shape as Drawn
from path_planner.scene.photo_pixels import WHOLE, crop_from, cropped
from path_planner.scene.shapes import parts_of_shape
from path_planner.scene.wall.marks import Loose, unturned
from path_planner.typography.bidi import reads_from_right
from path_planner.typography.fonts import LETTERING
from path_planner.typography.metrics import text_width

LINE_HEIGHT = 1.25
"""The line height of a label, in ems."""
BASELINE = 0.881
"""The first baseline of a label below its upper edge, in ems."""
_PLACEHOLDER_DASH = (14.0, 10.0)


def parts_of(mark: Loose, session: Session) -> tuple[Part, ...]:
    """Return a mark as parts in painting order; all of them belong to the node of the mark."""
    node = node_of(mark)
    match mark:
        case Stroke():
            return (_stroke(mark, node),)
        case Shape():
            return tuple(parts_of_shape(mark, node))
        case Label():
            return tuple(_label(mark, node))
        case Stamp():
            return tuple(_stamp(mark, node))
        case Photo():
            return (_photo(mark, session.pictures, node),)


def node_of(mark: Loose) -> str:
    """Return the id of a mark's own node in the reading order."""
    return f"mark-{mark.id}"


def _stroke(stroke: Stroke, node: str) -> Drawn:
    outline = outline_of(stroke.points, stroke.pressures, stroke.pen.width)
    if stroke.turn:
        outline = hand_drawn.turned(outline, stroke.turn, unturned(stroke).centre)
    pen = stroke.pen
    return Drawn(outline, Role.INK, pen.colour, opacity=pen.opacity, node=node)


def _label(label: Label, node: str) -> Iterator[Text]:
    lines = label.text.split("\n")
    widths = [text_width(line, LETTERING, label.size) for line in lines]
    label_width = label.width or max(widths)
    height = label.height or LINE_HEIGHT * label.size * len(lines)
    about = Box(label.x, label.y, label_width, height).centre
    parts = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}
    for number, (line, width) in enumerate(zip(lines, widths, strict=True)):
        if not line.strip():
            continue
        x = label.x + (label_width - width) * parts[label.align]
        baseline = label.y + (number * LINE_HEIGHT + BASELINE) * label.size
        x, baseline = hand_drawn.turned_point((x, baseline), label.turn, about)
        yield Text(
            words=line,
            x=x,
            baseline=baseline,
            size=label.size,
            width=width,
            colour=label.colour,
            from_right=reads_from_right(line),
            node=node,
            after=" " if number + 1 < len(lines) else "",
            turn=label.turn,
            opacity=label.opacity,
        )


def _stamp(stamp: Stamp, node: str) -> Iterator[Drawn]:
    if not stamps.has(stamp.icon):
        yield _placeholder(stamp, node)
        return
    icon = stamps.find(stamp.icon)
    scale_x, scale_y = stamp.width / icon.size, stamp.height / icon.size
    about = Box(stamp.x, stamp.y, stamp.width, stamp.height).centre
    mirrored, upended = flips_of(stamp)

    def onto_wall(point: hand_drawn.Point) -> hand_drawn.Point:
        x = icon.size - point[0] if mirrored else point[0]
        y = icon.size - point[1] if upended else point[1]
        place = stamp.x + x * scale_x, stamp.y + y * scale_y
        return hand_drawn.turned_point(place, stamp.turn, about)

    outline = hand_drawn.mapped(_lines_of(stamp.icon), onto_wall)
    width = icon.line * (scale_x * scale_y) ** 0.5
    yield Drawn(outline, Role.INK, None, stamp.colour, width, (), stamp.opacity, node)


@lru_cache(maxsize=1024)
def _lines_of(icon: str) -> hand_drawn.VectorPath:
    return tuple(_step(*step) for path in stamps.find(icon).paths for step in path)


def _step(letter: str, values: tuple[float, ...]) -> hand_drawn.Step:
    points = list(zip(values[::2], values[1::2], strict=True))
    if letter == "m":
        return hand_drawn.Move(*points)
    if letter == "l":
        return hand_drawn.LineTo(*points)
    return hand_drawn.CurveTo(*points) if letter == "c" else hand_drawn.Close()


def _photo(photo: Photo, pictures: Mapping[str, Picture], node: str) -> Photograph | Drawn:
    picture = pictures.get(photo.picture)
    shown = _shown(photo, picture) if picture else None
    if shown is None:
        return _placeholder(photo, node)
    box = Box(photo.x, photo.y, photo.width, photo.height)
    return Photograph(node, box, *shown, photo.turn, photo.opacity)


def _shown(photo: Photo, picture: Picture) -> tuple[str, str] | None:
    """Return the media type and bytes of what a photo shows; None if its crop is damaged."""
    crop = crop_from(photo.foreign.get("crop"), (picture.width, picture.height))
    flips = flips_of(photo)
    if crop == WHOLE and not any(flips):
        return picture.encoding.value, picture.base64
    pixels = cropped(picture.base64, picture.encoding, crop, *flips) if crop else None
    return (pixels.encoding.value, pixels.base64) if pixels else None


def _placeholder(mark: BoxItem, node: str) -> Drawn:
    """Return a dashed frame in place of a missing picture; its words are still read."""
    box = Box(mark.x, mark.y, mark.width, mark.height)
    outline = hand_drawn.turned(hand_drawn.rectangle(box), mark.turn, box.centre)
    return Drawn(outline, Role.INK, None, QUIET, 3.0, _PLACEHOLDER_DASH, mark.opacity, node)
