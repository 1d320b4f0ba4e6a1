"""The pens of the sketch pad: six dark ones that carry across a room, and a highlighter."""

from typing import NamedTuple

from path_planner.domain.pen import Pen
from path_planner.i18n import N_


class Ink(NamedTuple):
    """One pen of the box."""

    id: str
    name: str
    colour: str
    opacity: float = 1.0


INKS = (
    Ink("blue", N_("Dark blue"), "#1F3A8A"),
    Ink("purple", N_("Purple"), "#5B2A86"),
    Ink("green", N_("Green"), "#1E6B34"),
    Ink("brown", N_("Brown"), "#6B3F14"),
    Ink("black", N_("Black"), "#1E2430"),
    Ink("red", N_("Red"), "#B3261E"),
    Ink("yellow", N_("Highlighter"), "#FFD54A", 0.55),
)

WIDTHS = {"fine": 8.0, "fat": 14.0, "broad": 26.0}
"""Widths in the units of a sheet."""

WIDTH_NAMES = {"fine": N_("Thin"), "fat": N_("Thick"), "broad": N_("Very thick")}

_HIGHLIGHTER = 2.5
"""How much wider the highlighter is, to lie around words."""


def ink(ink_id: str) -> Ink:
    """Return a pen of the box; an unknown one is the first."""
    return next((one for one in INKS if one.id == ink_id), INKS[0])


def pen(ink_id: str, width_id: str) -> Pen:
    """Return the pen to draw with."""
    chosen = ink(ink_id)
    width = WIDTHS.get(width_id, WIDTHS["fat"])
    if chosen.opacity < 1:
        width *= _HIGHLIGHTER
    return Pen(colour=chosen.colour, width=width, opacity=chosen.opacity)
