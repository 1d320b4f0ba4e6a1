"""Choices that several pages offer: language, length, type of PATH."""

from path_planner import i18n
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
