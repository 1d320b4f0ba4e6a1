"""What people see differently: both sides stand side by side, and neither is averaged away."""

from functools import partial

from path_planner.domain.editing import in_order
from path_planner.domain.vision.theme import Disagreement, Side
from path_planner.evidence.reading import voices_in_order
from path_planner.exports.plan.chapter import Chapter
from path_planner.exports.plan.known import Known
from path_planner.exports.plan.quotes import counted, draw_quote, handful
from path_planner.pdf.book import Book
from path_planner.pdf.reference import refs_paragraph
from path_planner.words import mark, say


def draw(book: Book, known: Known) -> None:
    """Tell what belongs to no theme, and lead to what does."""
    vision = known.vision
    own = [one for one in in_order(vision.disagreements) if one.theme not in vision.themes]
    others = [one for one in in_order(vision.disagreements) if one.theme in vision.themes]
    if not (own or others):
        book.paragraph(say("No disagreement was written down. That does not mean all agree."))
    for one in own:
        draw_disagreement(book, known, one)
    refs = known.refs("disagreements", [one.id for one in others])
    refs_paragraph(book, say("Told with their themes:"), refs, points=12)


def draw_disagreement(book: Book, known: Known, told: Disagreement) -> None:
    """Write what it is about, both sides beside each other, and what happens next."""
    name = known.name("disagreements", told.id)
    book.need(book.look.size * 8)
    book.document.anchor(name, max(book.y - book.look.size, 0))
    book.label(f"{name}: {told.about}")
    book.beside(
        partial(_side, book, known, say("One side"), told.one),
        partial(_side, book, known, say("The other side"), told.other),
    )
    if told.what_next:
        book.paragraph(say("What happens next: {words}", words=told.what_next))
    book.space(book.look.size * 0.5)


def _side(book: Book, known: Known, title: str, side: Side) -> None:
    book.label(title)
    book.prose(side.words)
    voices = voices_in_order(known.vision, side.voices)
    for voice in handful([one for one in voices if known.quote(one)])[:3]:
        quote = known.quote(voice)
        if quote:
            draw_quote(book, known, quote, points=11)
    counted(book, voices, known)
    refs_paragraph(
        book, say("Voices of this side:"), known.refs("voices", [one.id for one in voices])
    )


CHAPTER = Chapter("disagreements", mark("Where we do not agree"), draw, runs_on=True)
