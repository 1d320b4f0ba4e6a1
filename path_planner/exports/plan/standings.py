"""From where people speak: a chart and the table it is drawn from."""

from collections.abc import Sequence

from path_planner.domain.vision.shared_voice import SharedVoice
from path_planner.domain.vision.standing import STANDING_WORDS
from path_planner.evidence.counting import count_of
from path_planner.evidence.reading import by_standing
from path_planner.exports.plan.known import Known
from path_planner.pdf.book import Book
from path_planner.pdf.sheet_table import Cell, Column, draw_table
from path_planner.words import say

_ROW = 7.5
"""About as tall as a row of the table, which should stand on one page."""


def draw_standings(book: Book, known: Known, voices: Sequence[SharedVoice]) -> None:
    """Show how many people spoke, standing by standing, in a table with bars."""
    counts = {
        standing: count_of(known.vision, some) for standing, some in by_standing(voices).items()
    }
    if not counts:
        return
    book.need(_ROW * (len(counts) + 1))
    columns = (
        Column(say("From where people speak"), 3.1),
        Column(say("People, at least"), 2.4),
        Column(say("PATHs"), 0.8),
        Column(say("Conversations"), 1.5),
    )
    most = max(count.people for count in counts.values()) or 1
    rows = [
        (
            say(STANDING_WORDS[one]),
            Cell(str(count.people), bar=count.people / most),
            str(count.paths),
            str(count.conversations),
        )
        for one, count in counts.items()
    ]
    draw_table(book, columns, rows, points=10)
