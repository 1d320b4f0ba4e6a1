"""Photos as pictures of a plan: scaled down, upright, and without metadata.

The picture is encoded anew from the pixels alone, so nothing else of the file remains: no EXIF
location or time, no name of a camera or a person, no embedded thumbnail.
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
"""The greatest length in pixels of the long side of a photo on the wall."""
LONGEST_UNDER = 3000
"""The same for a photographed paper PATH: small handwriting must stay legible."""
MOST_MEGAPIXELS = 64
"""The limit for a JPEG, which can be decoded at a half or a quarter of its size."""
MOST_DECODED_MEGAPIXELS = 36
"""The limit for what is left of it then."""
MOST_MEGAPIXELS_AT_ONCE = 25
"""The limit for all others: a few kilobytes can be millions of pixels, all of them decoded."""

_FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")
_QUALITIES = (82, 74, 66)
_SHRINK = 0.8
_OPAQUE = 255
_MOST_PROFILE = 1_000_000
_SRGB = ImageCms.createProfile("sRGB")


def picture_from(data: bytes, *, longest: int = LONGEST) -> Picture:
    """Return the picture of an image file; the same file always gives the same picture.

    `longest` is the greatest length of its long side in pixels. Raises NotAPhoto or PhotoTooLarge.
    """
    image = _decoded(data, longest)
    image.thumbnail((longest, longest), Image.Resampling.LANCZOS, reducing_gap=3.0)
    image = _upright(image)
    while True:
        for encoding, body in _encodings(image):
            if len(body) * 4 // 3 + 4 <= MOST_BASE64:
                return _picture(image, encoding, body)
        image = image.resize([max(1, round(side * _SHRINK)) for side in image.size])


def _picture(image: Image.Image, encoding: Encoding, body: bytes) -> Picture:
    return Picture(
        id=sha256(body).hexdigest()[:40],
        encoding=encoding,
        width=image.width,
        height=image.height,
        base64=b64encode(body).decode(),
    )


def _decoded(data: bytes, longest: int) -> Image.Image:
    """Decode the first image of the file, as RGB or RGBA."""
    try:
        image: Image.Image = Image.open(BytesIO(data), formats=_FORMATS)
        is_jpeg = image.format == "JPEG"
        _check_size(image, MOST_MEGAPIXELS if is_jpeg else MOST_MEGAPIXELS_AT_ONCE)
        image.draft(None, (longest, longest))
        _check_size(image, MOST_DECODED_MEGAPIXELS)
        image.load()
        return _as_rgb(image)
    except PhotoTooLarge:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise PhotoTooLarge(limit=MOST_MEGAPIXELS) from None
    except Exception:  # noqa: BLE001 - hostile bytes make image decoders raise anything
        raise NotAPhoto from None


def _check_size(image: Image.Image, megapixels: int) -> None:
    width, height = image.size
    if width * height > megapixels * 1_000_000:
        raise PhotoTooLarge(limit=megapixels)


def _as_rgb(image: Image.Image) -> Image.Image:
    """Convert every pixel mode to RGB, or to RGBA if the image has transparency."""
    info = dict(image.info)
    if image.mode.startswith("I"):
        # 16-bit grey: Pillow would clip it to 8 bits, so it is scaled first.
        image = image.convert("I").point(lambda dot: dot * (1 / 256)).convert("L")
    mode = "RGBA" if image.has_transparency_data else "RGB"
    # A copy of millions of pixels is made only where it is needed.
    converted = image if image.mode == mode else image.convert(mode)
    if image.mode in {"RGB", "RGBA"}:
        converted = _to_srgb(converted, info.get("icc_profile"))
    converted.info = {"exif": info["exif"]} if "exif" in info else {}
    return converted


def _to_srgb(image: Image.Image, profile: object) -> Image.Image:
    """Convert colours from the image's ICC profile to sRGB."""
    if not isinstance(profile, bytes) or len(profile) > _MOST_PROFILE:
        return image
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        converted = ImageCms.profileToProfile(image, source, _SRGB)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    return converted or image


def _upright(image: Image.Image) -> Image.Image:
    """Rotate the pixels by the EXIF orientation, and drop all metadata."""
    # EXIF data may be broken in any way; then the image is not rotated.
    with suppress(Exception):
        image = ImageOps.exif_transpose(image)
    return Image.merge(image.mode, image.split())


def _encodings(image: Image.Image) -> Iterator[tuple[Encoding, bytes]]:
    """Yield encodings of the image, the best quality first."""
    if image.mode == "RGBA":
        lowest, _ = image.getchannel("A").getextrema()
        if lowest != _OPAQUE:
            yield Encoding.PNG, _encoded(image, "PNG", optimize=True)
        flattened = Image.new("RGB", image.size, "white")
        flattened.paste(image, mask=image.getchannel("A"))
        image = flattened
    for quality in _QUALITIES:
        yield Encoding.JPEG, _encoded(image, "JPEG", quality=quality, optimize=True)


def _encoded(image: Image.Image, kind: str, **how: int) -> bytes:
    body = BytesIO()
    image.save(body, kind, **how)
    return body.getvalue()
