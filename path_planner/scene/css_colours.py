"""Convert the colours of Excalidraw, which are CSS colours, to ours and back."""

import re
from functools import lru_cache

from PIL import ImageColor

TRANSPARENT = "transparent"
INK = "#1E2430"
_OURS = re.compile(r"#[0-9A-Fa-f]{6}")
_LONGEST = 40
_OPAQUE = 255


def read_colour(raw: object) -> str | None:
    """Return a CSS colour as `#rrggbb`, or None if it is transparent."""
    text = raw.strip() if isinstance(raw, str) else ""
    if _OURS.fullmatch(text):
        return text
    if not text or text.lower() in {TRANSPARENT, "none"} or len(text) > _LONGEST:
        return None
    parts = _parts(text)
    if parts is None:
        return INK
    red, green, blue, alpha = parts
    return f"#{red:02x}{green:02x}{blue:02x}" if alpha else None


def read_alpha(raw: object) -> float:
    """Return the opacity of a CSS colour, from 0 to 1."""
    text = raw.strip() if isinstance(raw, str) else ""
    parts = _parts(text) if len(text) <= _LONGEST else None
    return parts[3] / _OPAQUE if parts else 1.0


@lru_cache(maxsize=1024)
def _parts(text: str) -> tuple[int, int, int, int] | None:
    try:
        red, green, blue, *alpha = ImageColor.getrgb(text)
    except ValueError:
        return None
    return red, green, blue, alpha[0] if alpha else _OPAQUE


def write_colour(colour: str | None) -> str:
    """Return a colour, or the word for none."""
    return colour or TRANSPARENT
