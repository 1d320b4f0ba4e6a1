"""Voices of one: what only one person said has a place of its own."""

from path_planner.domain.vision.shared_voice import SharedVoice
from path_planner.evidence.reading import lone
from path_planner.exports.plan.chapter import Chapter
from path_planner.exports.plan.known import Known
from path_planner.exports.plan.quotes import draw_quote
from path_planner.pdf.book import Book
from path_planner.pdf.reference import refs_paragraph
from path_planner.words import mark, say, say_many


def draw(book: Book, known: Known) -> None:
    """Give each lone voice its place; one that is not quoted is still there."""
    voices = lone(known.vision)
    if not voices:
        book.paragraph(say("No voice was set apart from the themes."))
        return
    book.paragraph(
        say_many(
            "{count} voice stands for itself. What one person says can be right for many.",
            "{count} voices stand for themselves. What one person says can be right for many.",
            len(voices),
        )
    )
    for voice in voices:
        _lone(book, known, voice)


def _lone(book: Book, known: Known, voice: SharedVoice) -> None:
    book.space(book.look.size)
    quote = known.quote(voice)
    if quote:
        draw_quote(book, known, quote, points=14)
    else:
        refs_paragraph(
            book,
            say("A voice of one that is counted and not quoted:"),
            known.refs("voices", [voice.id]),
            points=12,
        )
    themes = known.refs("themes", [one.id for one in known.themes_of.get(voice.id, ())])
    refs_paragraph(book, say("It is also in a theme:"), themes)


CHAPTER = Chapter("alone", mark("Voices of one"), draw, runs_on=True)
