"""The settings hold for both ways of starting."""

import tomllib
from pathlib import Path

from path_planner.server.streamlit_config import SETTINGS

ROOT = Path(__file__).parents[2]


def test_the_file_for_streamlit_run_says_the_same_as_the_command() -> None:
    file = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text())
    flat = {
        f"{section}.{name}": value
        for section, options in file.items()
        for name, value in options.items()
    }
    assert flat == dict(SETTINGS)


def test_the_colours_can_be_read() -> None:
    paper = [SETTINGS["theme.backgroundColor"], SETTINGS["theme.secondaryBackgroundColor"]]
    for ink in (SETTINGS["theme.textColor"], SETTINGS["theme.primaryColor"]):
        assert min(contrast(str(ink), str(page)) for page in paper) >= 4.5
    border = str(SETTINGS["theme.borderColor"])
    assert min(contrast(border, str(page)) for page in paper) >= 3


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG reckons it."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Return how light a colour is, from 0 to 1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
