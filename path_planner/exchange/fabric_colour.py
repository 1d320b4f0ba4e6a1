"""Colours as Fabric and style sheets write them."""

import re

INK = "#1E2430"
_HEX = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})", re.IGNORECASE)
_NUMBERS = re.compile(
    r"rgba?\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*(?:,\s*(\d?\.?\d{1,6})\s*)?\)",
    re.IGNORECASE,
)
_SHORT = 4
_WITH_OPACITY = 9


def read_colour(written: object) -> tuple[str, float]:
    """Return a colour as `#RRGGBB` and its opacity; an unknown one is our dark ink."""
    text = str(written).strip()
    if _HEX.fullmatch(text):
        return _hexadecimal(text.upper())
    numbers = _NUMBERS.fullmatch(text)
    if numbers is None:
        return INK, 1.0
    red, green, blue = (min(255, int(part)) for part in numbers.group(1, 2, 3))
    return f"#{red:02X}{green:02X}{blue:02X}", _opacity(float(numbers.group(4) or 1))


def write_colour(colour: str, opacity: float) -> str:
    """Return a colour and its opacity as one."""
    if opacity >= 1:
        return colour
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red}, {green}, {blue}, {round(opacity, 3)})"


def _hexadecimal(text: str) -> tuple[str, float]:
    if len(text) <= _SHORT + 1:
        text = "#" + "".join(2 * sign for sign in text[1:])
    opacity = int(text[7:], 16) / 255 if len(text) == _WITH_OPACITY else 1.0
    return text[:7], _opacity(opacity)


def _opacity(number: float) -> float:
    # A stroke that nobody can see would be a stroke that nobody can take out.
    return round(min(1.0, max(0.05, number)), 3)
