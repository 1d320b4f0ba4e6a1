"""Convert stamps and photos to image elements of Excalidraw and back."""

import base64
import binascii
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from typing import Any

from path_planner import stamps
from path_planner.domain.image import Picture
from path_planner.domain.marks import Mark, Photo, Stamp
from path_planner.domain.session import Session
from path_planner.errors import NotAMark, PlannerError
from path_planner.formats.excalidraw import unsupported
from path_planner.formats.excalidraw.geometry import blurred_opacity, read_box, write_box
from path_planner.formats.excalidraw.validation import id_of, table, words_of
from path_planner.formats.sketch_svg import as_address, line_through
from path_planner.scene.foreign_fields import INK, TRANSPARENT, read_colour
from path_planner.scene.model import Drawing, Ink
from path_planner.scene.photo_pixels import WHOLE, Crop, crop_from, cropped
from path_planner.scene.wall import WallElement

KIND = "image"
_STAMP, _PHOTO = "stamp-", "photo-"
_OF_A_STAMP = re.compile(r"stamp-(.{1,300})-([0-9A-Fa-f]{6})", re.DOTALL)


def write(mark: Stamp | Photo) -> dict[str, Any]:
    """Return the fields of an image element."""
    return {
        "type": KIND,
        **write_box(mark),
        "strokeColor": mark.colour if isinstance(mark, Stamp) else TRANSPARENT,
        "fileId": file_id(mark),
        "status": "saved",
        "scale": [1, 1],
        "crop": None,
    }


exacts = blurred_opacity


def file_id(mark: Stamp | Photo) -> str:
    """Return the file id of an image."""
    if isinstance(mark, Photo):
        return f"{_PHOTO}{mark.picture}"
    return f"{_STAMP}{mark.icon}-{mark.colour.removeprefix('#')}"


def stamp_of(raw_id: object) -> tuple[str, str] | None:
    """Return the icon and colour of a file id, or None if it is not a stamp's."""
    match = _OF_A_STAMP.fullmatch(raw_id) if isinstance(raw_id, str) else None
    return (match[1], f"#{match[2]}") if match else None


def read(raw: Mapping[str, Any], custom_data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a stamp or a photo, its kind among them."""
    fields = read_box(raw, custom_data) | {
        "words": words_of(custom_data.get("words")),
    }
    stamp = stamp_of(raw.get("fileId"))
    icon = words_of(custom_data.get("stamp")) or (stamp[0] if stamp else "")
    if icon:
        colour = stamp[1] if stamp else read_colour(raw.get("strokeColor")) or INK
        return fields | {"kind": "stamp", "icon": icon, "colour": colour}
    picture = id_of(custom_data.get("picture")) or _picture(raw.get("fileId"))
    if picture is None:
        raise NotAMark
    return fields | {"kind": "photo", "picture": picture, "under": custom_data.get("under") is True}


def _picture(raw_id: object) -> str | None:
    if isinstance(raw_id, str) and raw_id.startswith(_PHOTO):
        return id_of(raw_id.removeprefix(_PHOTO))
    return None


_SVG = "image/svg+xml"
File = dict[str, Any]


def files_of(session: Session, marks: Iterable[Mark]) -> tuple[File, ...]:
    """Return the files that these marks show, each once."""
    files: dict[str, File] = {}
    for mark in marks:
        if isinstance(mark, Stamp | Photo) and (name := file_id(mark)) not in files:
            content = _stamp(mark) if isinstance(mark, Stamp) else _photo(mark, session)
            if content:
                files[name] = _file(name, *content)
    return tuple(files.values())


def files_of_piece(piece: WallElement) -> tuple[File, ...]:
    """Return the files that a card shows: its drawings."""
    drawn = {drawing_id(part): svg_of(part) for part in piece.parts if isinstance(part, Drawing)}
    return tuple(_file(name, _SVG, as_address(svg)) for name, svg in drawn.items())


def drawing_id(drawing: Drawing) -> str:
    """Return the file id of a drawing: a hash of its SVG."""
    return f"ink-{sha256(svg_of(drawing).encode()).hexdigest()[:24]}"


def svg_of(drawing: Drawing) -> str:
    """Return a drawing as SVG, cropped to its box."""
    scale, (shift_x, shift_y), size = drawing.scale, drawing.shift, drawing.box
    view = (
        (size.x - shift_x) / scale,
        (size.y - shift_y) / scale,
        size.width / scale,
        size.height / scale,
    )
    strokes = "".join(map(_stroke, drawing.strokes))
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" '
        f'width="{size.width:.1f}" height="{size.height:.1f}" '
        f'viewBox="{" ".join(f"{number:.2f}" for number in view)}" '
        f'fill="none" stroke-linecap="round" stroke-linejoin="round">{strokes}</svg>'
    )


def _stroke(ink: Ink) -> str:
    stroke_opacity = f' stroke-opacity="{ink.opacity:.3g}"' if ink.opacity < 1 else ""
    attributes = f'stroke="{ink.colour}" stroke-width="{ink.width:.2f}"{stroke_opacity}'
    return f'<path d="{line_through(ink.points)}" {attributes}/>'


def _stamp(stamp: Stamp) -> tuple[str, str] | None:
    if not stamps.has(stamp.icon):
        return None
    return _SVG, as_address(stamps.svg_of(stamp.icon, stamp.colour))


def _photo(photo: Photo, session: Session) -> tuple[str, str] | None:
    picture = session.pictures.get(photo.picture)
    if picture is None:
        return None
    return picture.encoding, f"data:{picture.encoding};base64,{picture.base64}"


def _file(name: str, mime: str, address: str) -> File:
    return {"id": name, "mimeType": str(mime), "dataURL": address, "created": 1}


Element = Mapping[str, Any]
PictureFrom = Callable[[bytes], Picture]
_ADDRESS = re.compile(r"data:(image/[a-z0-9.+-]{1,30});base64,([A-Za-z0-9+/\s]*={0,2})")
_MOST_PICTURES = 200
_LONGEST = 40_000_000
_OUR_INK = "ink-"
_ONE_PIXEL = (1, 1)
"""Excalidraw writes the size of a picture beside each crop; without it nothing is known of it."""


class Images:
    """The images of one Excalidraw file, each decoded once."""

    def __init__(self, files: Mapping[str, Any], picture_from: PictureFrom) -> None:
        """Begin with the files of a document, and how bytes become a picture."""
        self._files = files
        self._picture_from = picture_from
        self._found: dict[str, Picture | str] = {}
        self._shown: dict[tuple[str, Crop], Picture | str] = {}
        self.counted: Counter[str] = Counter()

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """Return the pictures that are shown, each once, without what was cropped away."""
        found = {each.id: each for each in self._shown.values() if isinstance(each, Picture)}
        return tuple(found.values())

    def known(self, row: Element) -> Element | None:
        """Return an image element that can become a mark; None, with the reason counted, if not."""
        name = words_of(row.get("fileId"))
        data = table(row.get("customData"))
        stamp = stamp_of(name)
        icon = words_of(data.get("stamp")) or (stamp[0] if stamp else "")
        if icon and stamps.has(icon):
            return row
        crop = crop_from(row.get("crop"), _ONE_PIXEL)
        found = self._of(name, crop) if crop else unsupported.BAD_PICTURE
        if isinstance(found, str):
            self.counted[found] += 1
            return None
        plain = {key: value for key, value in data.items() if key != "stamp"}
        # Without a file id it cannot be mistaken for a stamp.
        return {**row, "fileId": None, "crop": None, "customData": {**plain, "picture": found.id}}

    def _of(self, name: str, crop: Crop) -> Picture | str:
        if name not in self._found:
            self._found[name] = self._read(name)
        whole = self._found[name]
        if (name, crop) not in self._shown:
            self._shown[name, crop] = whole if isinstance(whole, str) else _inside(whole, crop)
        return self._shown[name, crop]

    def _read(self, name: str) -> Picture | str:
        if name.startswith(_OUR_INK):
            return unsupported.CARD_INK
        address = words_of(table(self._files.get(name)).get("dataURL"))
        if not address:
            return unsupported.NO_FILE
        if address.startswith("data:image/svg"):
            return unsupported.LINE_PICTURE
        return self._picture(address) or unsupported.BAD_PICTURE

    def _picture(self, address: str) -> Picture | None:
        match = _ADDRESS.fullmatch(address) if len(address) <= _LONGEST else None
        if match is None or len(self._found) >= _MOST_PICTURES:
            return None
        try:
            return self._picture_from(base64.b64decode(match[2]))
        except (PlannerError, binascii.Error, ValueError):
            return None


def _inside(picture: Picture, crop: Crop) -> Picture | str:
    """Return what a crop leaves of a picture: what was cropped away stays out of the plan."""
    if crop == WHOLE:
        return picture
    pixels = cropped(picture.base64, picture.encoding, crop)
    if pixels is None:
        return unsupported.BAD_PICTURE
    return picture.model_copy(
        update={
            "id": sha256(pixels.body).hexdigest()[:40],
            "encoding": pixels.encoding,
            "width": pixels.width,
            "height": pixels.height,
            "base64": pixels.base64,
        }
    )
