"""The vision in the present tense, and the community's own PATH on a page of its own."""

from path_planner.exports.pdf_drawing import Pencil
from path_planner.exports.plan.chapter import nothing_yet
from path_planner.exports.plan.known import Known
from path_planner.pdf.book import Book
from path_planner.pdf.canvas import Box
from path_planner.scene.model import Scene
from path_planner.words import mark, say

TITLE = mark("Our vision")
_LARGE, _LARGER = 26.0, 17.0
_SHORT = 700
"""A vision of so few letters has a page to itself, in letters to be read from afar."""


def draw_vision(book: Book, known: Known, scene: Scene) -> None:
    """Write how it is when it has come true; then draw the PATH, as large as a page is."""
    words = known.vision.about.vision
    if words:
        book.paragraph(say("It has come true. This is how it is."))
        book.space(book.look.size * 2)
        for part in words.split("\n\n"):
            if part.strip():
                book.lead(part.strip("\n"), points=_LARGE if len(words) < _SHORT else _LARGER)
    else:
        nothing_yet(book)
    with book.landscape() as room:
        scale = min(room.wide / scene.width, room.tall / scene.height)
        wide, tall = scene.width * scale, scene.height * scale
        x, y = room.x + (room.wide - wide) / 2, room.y + (room.tall - tall) / 2
        with book.document.window(Box(0, 0, wide, tall), x, y):
            Pencil(book.document, scene, scale, bookmarked=False).whole()
