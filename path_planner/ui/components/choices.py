"""Choices that several pages offer: language, length, type of PATH, paper, pens."""

from typing import NamedTuple

from path_planner import i18n
from path_planner.domain.marks import Pen
from path_planner.exports.base import Paper
from path_planner.i18n import N_, _
from path_planner.processes import find

LANGUAGES = ("en", "cy", "pl", "ro", "ur", "ar", "bn", "pa", "gu", "so", "zh")
"""Languages of a PATH; the fonts of the posters cover all of them."""


LENGTHS = (90, 180)


def form_name(process_id: str) -> str:
    """Return the name of a type of PATH."""
    return _(find(process_id).title)


def length_name(minutes: int) -> str:
    """Return the name of a length of a workshop."""
    return i18n.ngettext("{count} minute", "{count} minutes", minutes)


def language_choices() -> list[str]:
    """Return the codes of the languages to choose from, translated ones first."""
    return [
        *i18n.languages(),
        *(language for language in LANGUAGES if language not in i18n.languages()),
    ]


PAPER_WORDS = {
    Paper.A4: N_("A4 (210 × 297 mm)"),
    Paper.A3: N_("A3 (297 × 420 mm)"),
    Paper.A2: N_("A2 (420 × 594 mm)"),
    Paper.A1: N_("A1 (594 × 841 mm)"),
    Paper.A0: N_("A0 (841 × 1189 mm)"),
    Paper.WALL: N_("Wall (914 × 1829 mm)"),
}


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
