"""Voices of one: what only one person said has a place of its own."""

from path_planner.analysis.queries import single_voices
from path_planner.domain.vision.sources import SharedVoice
from path_planner.exports.vision.plan.chapter import Chapter
from path_planner.exports.vision.plan.context import PlanContext
from path_planner.exports.vision.plan.quotes import draw_quote
from path_planner.i18n import N_, _, ngettext
from path_planner.pdf.crossref import refs_paragraph
from path_planner.pdf.report import Report


def draw(book: Report, known: PlanContext) -> None:
    """Give each lone voice its place; one that is not quoted is still there."""
    voices = single_voices(known.vision)
    if not voices:
        book.paragraph(_("No voice was set apart from the themes."))
        return
    book.paragraph(
        ngettext(
            "{count} voice stands for itself. What one person says can be right for many.",
            "{count} voices stand for themselves. What one person says can be right for many.",
            len(voices),
        )
    )
    for voice in voices:
        _lone(book, known, voice)


def _lone(book: Report, known: PlanContext, voice: SharedVoice) -> None:
    book.space(book.look.size)
    quote = known.quote(voice)
    if quote:
        draw_quote(book, known, quote, points=14)
    else:
        refs_paragraph(
            book,
            _("A voice of one that is counted and not quoted:"),
            known.refs("voices", [voice.id]),
            points=12,
        )
    themes = known.refs("themes", [one.id for one in known.themes_of.get(voice.id, ())])
    refs_paragraph(book, _("It is also in a theme:"), themes)


CHAPTER = Chapter("alone", N_("Voices of one"), draw, runs_on=True)
