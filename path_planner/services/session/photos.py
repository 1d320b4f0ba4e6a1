"""A photo becomes a picture of the plan: small, upright, and without a trace of where it was taken.

What is kept is drawn anew from the dots alone. Nothing else of the file comes along: no place,
no time, no name of a camera or a person, no small picture inside the picture.
"""

from base64 import b64encode
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from io import BytesIO

from PIL import Image, ImageCms, ImageOps

from path_planner.domain.image import MOST_BASE64, Encoding, Picture
from path_planner.errors import NotAPhoto, PhotoTooLarge

LONGEST = 2000
"""The most dots on the long side of a photo on the wall."""
LONGEST_UNDER = 3000
"""The same for a photographed paper PATH: small handwriting must stay legible."""
MOST_MEGAPIXELS = 64

_FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")
_QUALITIES = (82, 74, 66)
_SMALLER = 0.8
_SOLID = 255
_MOST_PROFILE = 1_000_000
_SRGB = ImageCms.createProfile("sRGB")


def picture_from(data: bytes, *, longest: int = LONGEST) -> Picture:
    """Return the photo as the plan keeps it; the same file always gives the same picture."""
    image = _upright(_opened(data, longest))
    image.thumbnail((longest, longest), Image.Resampling.LANCZOS, reducing_gap=3.0)
    while True:
        for encoding, body in _written(image):
            if len(body) * 4 // 3 + 4 <= MOST_BASE64:
                return _picture(image, encoding, body)
        image = image.resize([max(1, round(side * _SMALLER)) for side in image.size])


def _picture(image: Image.Image, encoding: Encoding, body: bytes) -> Picture:
    return Picture(
        id=sha256(body).hexdigest()[:40],
        encoding=encoding,
        width=image.width,
        height=image.height,
        base64=b64encode(body).decode(),
    )


def _opened(data: bytes, longest: int) -> Image.Image:
    """Read the dots of the first picture in the file, in a mode that can be written."""
    try:
        image: Image.Image = Image.open(BytesIO(data), formats=_FORMATS)
        _within_bounds(image)
        # A JPEG can be read at a half or a quarter of its size: quicker, and with less memory.
        image.draft(None, (longest, longest))
        image.load()
        return _in_plain_colours(image)
    except PhotoTooLarge:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise PhotoTooLarge(limit=MOST_MEGAPIXELS) from None
    except Exception:  # noqa: BLE001 - hostile bytes break the readers of pictures in every way
        raise NotAPhoto from None


def _within_bounds(image: Image.Image) -> None:
    width, height = image.size
    if width * height > MOST_MEGAPIXELS * 1_000_000:
        raise PhotoTooLarge(limit=MOST_MEGAPIXELS)


def _in_plain_colours(image: Image.Image) -> Image.Image:
    """Turn every kind of dot into red, green and blue, with or without see-through."""
    info = dict(image.info)
    if image.mode.startswith("I"):
        # Grey of 16 bits: turned into 8 as it is, all that is not nearly black would be white.
        image = image.convert("I").point(lambda dot: dot * (1 / 256)).convert("L")
    turned = image.convert("RGBA" if image.has_transparency_data else "RGB")
    if image.mode in {"RGB", "RGBA"}:
        turned = _in_usual_colours(turned, info.get("icc_profile"))
    turned.info = {"exif": info["exif"]} if "exif" in info else {}
    return turned


def _in_usual_colours(image: Image.Image, profile: object) -> Image.Image:
    """Say the colours of a wide-gamut camera as every screen understands them."""
    if not isinstance(profile, bytes) or len(profile) > _MOST_PROFILE:
        return image
    try:
        own = ImageCms.ImageCmsProfile(BytesIO(profile))
        turned = ImageCms.profileToProfile(image, own, _SRGB)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    return turned or image


def _upright(image: Image.Image) -> Image.Image:
    """Turn the dots as the camera was held, and forget all else that the file said."""
    # What a file says of itself may be broken in every way; then it lies as it came.
    with suppress(Exception):
        image = ImageOps.exif_transpose(image)
    return Image.merge(image.mode, image.split())


def _written(image: Image.Image) -> Iterator[tuple[Encoding, bytes]]:
    """Write the dots anew, the best way first."""
    if image.mode == "RGBA":
        lowest, _ = image.getchannel("A").getextrema()
        if lowest != _SOLID:
            yield Encoding.PNG, _saved(image, "PNG", optimize=True)
        paper = Image.new("RGB", image.size, "white")
        paper.paste(image, mask=image.getchannel("A"))
        image = paper
    for quality in _QUALITIES:
        yield Encoding.JPEG, _saved(image, "JPEG", quality=quality, optimize=True)


def _saved(image: Image.Image, kind: str, **how: int) -> bytes:
    body = BytesIO()
    image.save(body, kind, **how)
    return body.getvalue()
