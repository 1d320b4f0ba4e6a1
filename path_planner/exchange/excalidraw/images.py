"""Stamps and photos, and what Excalidraw calls images."""

import re
from collections.abc import Mapping
from typing import Any

from path_planner.domain.wall import Photo, Stamp
from path_planner.errors import NotAMark
from path_planner.exchange.excalidraw.boxes import blurred_opacity, read_box, write_box
from path_planner.exchange.excalidraw.colours import INK, TRANSPARENT, read_colour
from path_planner.exchange.excalidraw.plain import id_of, words_of

KIND = "image"
_STAMP, _PHOTO = "stamp-", "photo-"
_OF_A_STAMP = re.compile(r"stamp-(.{1,300})-([0-9A-Fa-f]{6})", re.DOTALL)


def write(mark: Stamp | Photo) -> dict[str, Any]:
    """Return what makes this image different from other elements."""
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
    """Return the name that the bytes of an image go by."""
    if isinstance(mark, Photo):
        return f"{_PHOTO}{mark.picture}"
    return f"{_STAMP}{mark.icon}-{mark.colour.removeprefix('#')}"


def stamp_of(raw_id: object) -> tuple[str, str] | None:
    """Return the icon and colour that such a name stands for, if it is one of our stamps."""
    found = _OF_A_STAMP.fullmatch(raw_id) if isinstance(raw_id, str) else None
    return (found[1], f"#{found[2]}") if found else None


def read(raw: Mapping[str, Any], belongs: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a stamp or a photo, its kind among them."""
    fields = read_box(raw, belongs) | {
        "words": words_of(belongs.get("words")),
    }
    stamp = stamp_of(raw.get("fileId"))
    icon = words_of(belongs.get("stamp")) or (stamp[0] if stamp else "")
    if icon:
        colour = stamp[1] if stamp else read_colour(raw.get("strokeColor")) or INK
        return fields | {"kind": "stamp", "icon": icon, "colour": colour}
    picture = id_of(belongs.get("picture")) or _picture(raw.get("fileId"))
    if picture is None:
        raise NotAMark
    return fields | {"kind": "photo", "picture": picture, "under": belongs.get("under") is True}


def _picture(raw_id: object) -> str | None:
    if isinstance(raw_id, str) and raw_id.startswith(_PHOTO):
        return id_of(raw_id.removeprefix(_PHOTO))
    return None
