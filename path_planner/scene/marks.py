"""Turn marks of the wall into parts of a scene, drawn as Excalidraw draws them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from path_planner import stamps
from path_planner.domain.image import Picture
from path_planner.domain.marks import Align, BoxItem, Label, Photo, Shape, ShapeKind, Stamp, Stroke
from path_planner.domain.session import Session
from path_planner.scene import hand_drawn
from path_planner.scene.arrows import middle_of
from path_planner.scene.foreign_fields import (
    baseline_of,
    corner_radius,
    flips_of,
    is_bold,
    line_height_of,
    opacity_of_colour,
)
from path_planner.scene.freehand import outline_of
from path_planner.scene.geometry import Box
from path_planner.scene.model import QUIET, Part, Photograph, Role, Text
from path_planner.scene.model import Shape as Drawn
from path_planner.scene.photo_pixels import WHOLE, crop_from, cropped
from path_planner.scene.shapes import frame_of, parts_of_shape, rounded_box, stroke_filling
from path_planner.scene.wall.marks import Loose, box_of_mark, unturned
from path_planner.typography.bidi import reads_from_right
from path_planner.typography.fonts import LETTERING, LETTERING_BOLD
from path_planner.typography.glyphs import text_width

LINE_HEIGHT = 1.25
"""The line height of a label of our own, in ems."""
_BEYOND = 60.0
"""So far beyond the box of an arrow its heads and its curves reach at most."""
_ICON_PIXELS = (24, 24)
_PLACEHOLDER_DASH = (14.0, 10.0)


def parts_of(mark: Loose, session: Session) -> tuple[Part, ...]:
    """Return a mark as parts in painting order; all of them belong to the node of the mark."""
    node = node_of(mark)
    match mark:
        case Stroke():
            return tuple(_stroke(mark, node))
        case Shape():
            return tuple(parts_of_shape(mark, node, _gap_for_label(mark, session)))
        case Label():
            return tuple(_label(_on_its_arrow(mark, session), node))
        case Stamp():
            return tuple(_stamp(mark, node))
        case Photo():
            return (_photo(mark, session.pictures, node),)


def node_of(mark: Loose) -> str:
    """Return the id of a mark's own node in the reading order."""
    return f"mark-{mark.id}"


def _stroke(stroke: Stroke, node: str) -> Iterator[Drawn]:
    centre = unturned(stroke).centre
    for inside in stroke_filling(stroke, node):
        yield replace(inside, outline=hand_drawn.turned(inside.outline, stroke.turn, centre))
    outline = outline_of(stroke.points, stroke.pressures, stroke.pen.width)
    outline = hand_drawn.turned(outline, stroke.turn, centre)
    pen = stroke.pen
    opacity = pen.opacity * opacity_of_colour(stroke, "strokeColor")
    yield Drawn(outline, Role.INK, pen.colour, opacity=opacity, node=node)


def _label(label: Label, node: str) -> Iterator[Text]:
    lines = label.text.split("\n")
    style = LETTERING_BOLD if is_bold(label) else LETTERING
    widths = [text_width(line, style, label.size) for line in lines]
    line_height, first = line_height_of(label), baseline_of(label)
    about = _box_of_label(label).centre
    label_width = label.width or max(widths)
    parts = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}
    for number, (line, width) in enumerate(zip(lines, widths, strict=True)):
        if not line.strip():
            continue
        x = label.x + (label_width - width) * parts[label.align]
        baseline = label.y + (number * line_height + first) * label.size
        x, baseline = hand_drawn.turned_point((x, baseline), label.turn, about)
        yield Text(
            words=line,
            x=x,
            baseline=baseline,
            size=label.size,
            width=width,
            colour=label.colour,
            style=style,
            from_right=reads_from_right(line),
            node=node,
            after=" " if number + 1 < len(lines) else "",
            turn=label.turn,
            opacity=label.opacity * opacity_of_colour(label, "strokeColor"),
        )


def _box_of_label(label: Label) -> Box:
    lines = label.text.split("\n")
    style = LETTERING_BOLD if is_bold(label) else LETTERING
    width = label.width or max(text_width(line, style, label.size) for line in lines)
    height = label.height or line_height_of(label) * label.size * len(lines)
    return Box(label.x, label.y, width, height)


def _on_its_arrow(label: Label, session: Session) -> Label:
    """Return a label of an arrow in the middle of it, wherever the arrow was moved to."""
    holder = session.marks.get(label.inside or "")
    if not isinstance(holder, Shape) or holder.form is not ShapeKind.ARROW or not holder.points:
        return label
    x, y = middle_of(holder, frame_of(holder).centre)
    box = _box_of_label(label)
    return label.model_copy(update={"x": x - box.width / 2, "y": y - box.height / 2})


def _gap_for_label(shape: Shape, session: Session) -> hand_drawn.VectorPath:
    """Return the clipping path that leaves out the box of an arrow's label; () without one."""
    if shape.form is not ShapeKind.ARROW:
        return ()
    labels = [session.marks.get(name) for name in labels_inside(session, shape.id)]
    boxes = [
        _box_of_label(_on_its_arrow(label, session))
        for label in labels
        if isinstance(label, Label) and label.text.strip()
    ]
    if not boxes:
        return ()
    edge = -_BEYOND - shape.line_width
    return tuple(
        step
        for box in (box_of_mark(shape).inset(edge), boxes[0])
        for step in hand_drawn.rectangle(box)
    )


_cache: list[tuple[object, Mapping[str, tuple[str, ...]]]] = []


def labels_inside(session: Session, shape: str) -> tuple[str, ...]:
    """Return the ids of the labels that stand in a shape."""
    cached = _cache[-1] if _cache else None
    if cached is None or cached[0] is not session.marks:
        cached = (session.marks, _all_inside(session))
        _cache[:] = [cached]
    return cached[1].get(shape, ())


def _all_inside(session: Session) -> Mapping[str, tuple[str, ...]]:
    by_shape: dict[str, tuple[str, ...]] = {}
    for mark in session.marks.values():
        if isinstance(mark, Label) and mark.inside:
            by_shape[mark.inside] = (*by_shape.get(mark.inside, ()), mark.id)
    return by_shape


def _stamp(stamp: Stamp, node: str) -> Iterator[Drawn]:
    crop = crop_from(stamp.foreign.get("crop"), _ICON_PIXELS)
    if crop is None or not stamps.has(stamp.icon):
        yield _placeholder(stamp, node)
        return
    icon = stamps.find(stamp.icon)
    scale_x = stamp.width / (crop.right - crop.left) / icon.size
    scale_y = stamp.height / (crop.bottom - crop.top) / icon.size
    box = Box(stamp.x, stamp.y, stamp.width, stamp.height)
    mirrored, upended = flips_of(stamp)

    def onto_wall(point: hand_drawn.Point) -> hand_drawn.Point:
        x = (point[0] - crop.left * icon.size) * scale_x
        y = (point[1] - crop.top * icon.size) * scale_y
        x = stamp.width - x if mirrored else x
        y = stamp.height - y if upended else y
        return hand_drawn.turned_point((box.x + x, box.y + y), stamp.turn, box.centre)

    outline = hand_drawn.mapped(lines_of_stamp(stamp.icon), onto_wall)
    width = icon.line * (scale_x * scale_y) ** 0.5
    radius = corner_radius(stamp, min(box.width, box.height), None)
    is_cut = crop != WHOLE or radius
    clip = hand_drawn.turned(rounded_box(box, radius), stamp.turn, box.centre) if is_cut else ()
    yield Drawn(outline, Role.INK, None, stamp.colour, width, (), stamp.opacity, node, clip)


@lru_cache(maxsize=1024)
def lines_of_stamp(icon: str) -> hand_drawn.VectorPath:
    """Return the lines of a stamp in its own units; raise UnknownStamp."""
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
    radius = corner_radius(photo, min(box.width, box.height), None)
    corners = hand_drawn.turned(rounded_box(box, radius), photo.turn, box.centre) if radius else ()
    return Photograph(node, box, *shown, photo.turn, photo.opacity, corners)


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
