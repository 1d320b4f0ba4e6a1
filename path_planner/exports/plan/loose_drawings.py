"""Drawings that people agreed to show and that belong to no theme."""

from path_planner.domain.editing import in_order
from path_planner.domain.vision.source import Drawing
from path_planner.exports.plan.chapter import Chapter
from path_planner.exports.plan.drawn import draw_drawing
from path_planner.exports.plan.known import Known
from path_planner.pdf.book import Book
from path_planner.words import mark


def loose(known: Known) -> list[Drawing]:
    """Return the drawings that are in no theme."""
    return [one for one in in_order(known.vision.drawings) if one.theme not in known.vision.themes]


def draw(book: Book, known: Known) -> None:
    """Show each of them."""
    for drawing in loose(known):
        draw_drawing(book, known, drawing)


CHAPTER = Chapter("drawings", mark("What people drew"), draw, when=lambda known: bool(loose(known)))
