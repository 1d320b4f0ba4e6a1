"""Convert the colours of Excalidraw, which are CSS colours, to ours and back."""

import re

from PIL import ImageColor

TRANSPARENT = "transparent"
INK = "#1E2430"
_OURS = re.compile(r"#[0-9A-Fa-f]{6}")
_LONGEST = 40


def read_colour(raw: object) -> str | None:
    """Return a CSS colour as `#rrggbb`, or None if it is transparent."""
    text = raw.strip() if isinstance(raw, str) else ""
    if _OURS.fullmatch(text):
        return text
    if not text or text.lower() in {TRANSPARENT, "none"} or len(text) > _LONGEST:
        return None
    try:
        red, green, blue, *alpha = ImageColor.getrgb(text)
    except ValueError:
        return INK
    return None if alpha and not alpha[0] else f"#{red:02x}{green:02x}{blue:02x}"


def write_colour(colour: str | None) -> str:
    """Return a colour, or the word for none."""
    return colour or TRANSPARENT
