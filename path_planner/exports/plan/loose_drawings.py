"""Drawings that people agreed to show and that belong to no theme."""

from path_planner.domain.editing import in_order
from path_planner.domain.vision.source import Drawing
from path_planner.exports.plan.chapter import Chapter
from path_planner.exports.plan.drawn import draw_drawings
from path_planner.exports.plan.known import Known
from path_planner.pdf.book import Book
from path_planner.words import mark


def loose(known: Known) -> list[Drawing]:
    """Return the drawings that are in no theme."""
    return [one for one in in_order(known.vision.drawings) if one.theme not in known.vision.themes]


def draw(book: Book, known: Known) -> None:
    """Show all of them."""
    draw_drawings(book, known, loose(known))


def has_some(known: Known) -> bool:
    """Tell whether there is any."""
    return bool(loose(known))


CHAPTER = Chapter("drawings", mark("What people drew"), draw, when=has_some, runs_on=True)
