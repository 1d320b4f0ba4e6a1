"""Crop and mirror the pixels of a photo, so that what was cropped away is in no file.

A crop comes from the wall or from a file of Excalidraw: a rectangle in the pixels of the picture,
with the picture's own size beside it, because a picture is stored smaller than it came.
"""

from base64 import b64decode, b64encode
from collections.abc import Mapping
from functools import lru_cache
from io import BytesIO
from math import ceil, floor, isfinite
from typing import NamedTuple

from PIL import Image, ImageOps

from path_planner.domain.image import Encoding

_QUALITY = 92
_FORMATS = {Encoding.JPEG: "JPEG", Encoding.PNG: "PNG"}
_SLACK = 1e-6


class Crop(NamedTuple):
    """The part of a picture that is shown, in parts of its width and height."""

    left: float
    top: float
    right: float
    bottom: float


WHOLE = Crop(0.0, 0.0, 1.0, 1.0)


class Pixels(NamedTuple):
    """An encoded image, its size, and how it is encoded."""

    encoding: Encoding
    width: int
    height: int
    body: bytes

    @property
    def base64(self) -> str:
        """Return the image as base64."""
        return b64encode(self.body).decode()


def crop_from(raw: object, size: tuple[int, int]) -> Crop | None:
    """Return the crop of an element for a picture of this size; None if it makes no sense."""
    if not raw:
        return WHOLE
    if not isinstance(raw, Mapping):
        return None
    width = _number(raw.get("naturalWidth", size[0]))
    height = _number(raw.get("naturalHeight", size[1]))
    x, y, across, down = (_number(raw.get(name)) for name in ("x", "y", "width", "height"))
    if not (width and height and across and down) or x is None or y is None:
        return None
    crop = Crop(
        max(x / width, 0.0),
        max(y / height, 0.0),
        min((x + across) / width, 1.0),
        min((y + down) / height, 1.0),
    )
    return crop if crop.left < crop.right and crop.top < crop.bottom else None


def _number(raw: object) -> float | None:
    if isinstance(raw, int | float) and not isinstance(raw, bool) and isfinite(raw):
        return float(raw)
    return None


@lru_cache(maxsize=32)
def cropped(
    base64: str, encoding: Encoding, crop: Crop, mirrored: bool = False, upended: bool = False
) -> Pixels | None:
    """Return the part of an image inside the crop, mirrored if asked; None if it is damaged."""
    try:
        with Image.open(BytesIO(b64decode(base64)), formats=tuple(_FORMATS.values())) as source:
            colours = source.convert("RGBA") if source.mode == "P" else source
            part = colours.crop(_pixels_inside(crop, source.size))
            part = ImageOps.mirror(part) if mirrored else part
            part = ImageOps.flip(part) if upended else part
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    # A new image: nothing but pixels comes along, no embedded thumbnail of the whole photo.
    bare = Image.frombytes(part.mode, part.size, part.tobytes())
    written = BytesIO()
    bare.save(written, _FORMATS[encoding], quality=_QUALITY)
    return Pixels(encoding, *bare.size, written.getvalue())


def _pixels_inside(crop: Crop, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """Return the whole pixels inside the crop, at least one; none that it only touches."""
    left, right = _whole(crop.left * size[0], crop.right * size[0], size[0])
    top, bottom = _whole(crop.top * size[1], crop.bottom * size[1], size[1])
    return left, top, right, bottom


def _whole(start: float, end: float, length: int) -> tuple[int, int]:
    first = min(ceil(start - _SLACK), length - 1)
    return first, max(floor(end + _SLACK), first + 1)
