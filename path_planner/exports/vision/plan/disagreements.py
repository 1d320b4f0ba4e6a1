"""What people see differently: both sides stand side by side, and neither is averaged away."""

from collections.abc import Sequence
from functools import partial

from path_planner.analysis.queries import voices_in_order
from path_planner.analysis.quote_sampling import sample_quotes
from path_planner.domain.base import sorted_records
from path_planner.domain.vision.sources import SharedVoice
from path_planner.domain.vision.theme import Disagreement, Side
from path_planner.exports.vision.plan.chapter import Chapter
from path_planner.exports.vision.plan.context import PlanContext
from path_planner.exports.vision.plan.quotes import counted, draw_quote
from path_planner.i18n import N_, _
from path_planner.pdf.crossref import refs_paragraph
from path_planner.pdf.report import Report
from path_planner.pdf.table import Cell, Column, draw_table

SIDE = 3
"""So many voices are quoted for each side, where there is room for all of them."""


def draw(book: Report, known: PlanContext) -> None:
    """Tell what belongs to no theme, and lead to what does."""
    vision = known.vision
    own = [one for one in sorted_records(vision.disagreements) if one.theme not in vision.themes]
    others = [one for one in sorted_records(vision.disagreements) if one.theme in vision.themes]
    if not (own or others):
        book.paragraph(_("No disagreement was written down. That does not mean all agree."))
    for one in own:
        draw_disagreement(book, known, one)
    if others:
        book.paragraph(_("These are told with their themes, each with both sides."))
        _listed(book, known, others)


def _listed(book: Report, known: PlanContext, others: Sequence[Disagreement]) -> None:
    columns = (Column(_("No."), 0.6), Column(_("What it is about"), 4.0), Column(_("Theme")))
    rows = [
        (
            Cell(refs=known.refs("disagreements", [one.id])),
            one.about,
            Cell(refs=known.refs("themes", [one.theme] if one.theme else [])),
        )
        for one in others
    ]
    draw_table(book, columns, rows, points=10)


def draw_disagreement(
    book: Report, known: PlanContext, told: Disagreement, most: int = SIDE
) -> None:
    """Write what it is about, both sides beside each other, and what happens next."""
    name = known.name("disagreements", told.id)
    book.ensure_space(book.look.size * 8)
    book.document.anchor(name, max(book.y - book.look.size, 0))
    book.label(f"{name}: {told.about}")
    book.beside(
        partial(_side, book, known, _("One side"), told.one, most),
        partial(_side, book, known, _("The other side"), told.other, most),
    )
    if told.what_next:
        book.paragraph(_("What happens next: {words}", words=told.what_next))
    book.space(book.look.size * 0.5)


def shown_in(known: PlanContext, told: Disagreement, most: int) -> list[str]:
    """Return the ids of the voices that are quoted with a disagreement."""
    return [one.id for side in (told.one, told.other) for one in _shown(known, side, most)]


def _shown(known: PlanContext, side: Side, most: int) -> list[SharedVoice]:
    voices = voices_in_order(known.vision, side.voices)
    return sample_quotes([one for one in voices if known.quote(one)])[:most]


def _side(book: Report, known: PlanContext, title: str, side: Side, most: int) -> None:
    book.label(title)
    book.prose(side.words)
    voices = voices_in_order(known.vision, side.voices)
    for voice in _shown(known, side, most):
        quote = known.quote(voice)
        if quote:
            draw_quote(book, known, quote, points=11)
    counted(book, voices, known)
    refs_paragraph(
        book, _("Voices of this side:"), known.refs("voices", [one.id for one in voices])
    )


CHAPTER = Chapter("disagreements", N_("Where we do not agree"), draw, runs_on=True, keep=75)
