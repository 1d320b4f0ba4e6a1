"""The pens of the sketch pad: six dark colours, legible from afar, and a highlighter."""

from typing import NamedTuple

from path_planner.domain.marks import Pen
from path_planner.i18n import N_


class Ink(NamedTuple):
    """A colour to draw with."""

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
"""Pen widths in sketch units."""

WIDTH_NAMES = {"fine": N_("Thin"), "fat": N_("Thick"), "broad": N_("Very thick")}

_HIGHLIGHTER = 2.5
"""The width of the highlighter as a multiple, so that it covers words."""


def ink(ink_id: str) -> Ink:
    """Return the ink with this id, or the first one."""
    return next((candidate for candidate in INKS if candidate.id == ink_id), INKS[0])


def pen(ink_id: str, width_id: str) -> Pen:
    """Return the pen of an ink and a width."""
    chosen = ink(ink_id)
    width = WIDTHS.get(width_id, WIDTHS["fat"])
    if chosen.opacity < 1:
        width *= _HIGHLIGHTER
    return Pen(colour=chosen.colour, width=width, opacity=chosen.opacity)
