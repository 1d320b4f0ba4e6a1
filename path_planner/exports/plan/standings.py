"""From where people speak: a chart and the table it is drawn from."""

from collections.abc import Sequence

from path_planner.domain.vision.shared_voice import SharedVoice
from path_planner.domain.vision.standing import STANDING_WORDS
from path_planner.evidence.counting import count_of
from path_planner.evidence.reading import by_standing
from path_planner.exports.plan.known import Known
from path_planner.pdf.bars import Bar, bars_tall, draw_bars
from path_planner.pdf.book import Book
from path_planner.pdf.sheet_table import Column, draw_table
from path_planner.words import say

_ROW = 7.5
"""About as tall as a row of the table, which should stand on the same page as its chart."""


def draw_standings(book: Book, known: Known, voices: Sequence[SharedVoice], level: int) -> None:
    """Show below a heading how many people spoke, standing by standing, as bars and in a table."""
    counts = {
        standing: count_of(known.vision, some) for standing, some in by_standing(voices).items()
    }
    if not counts:
        return
    bars = [Bar(say(STANDING_WORDS[one]), (count.people,)) for one, count in counts.items()]
    title, tall = say("From where people speak"), bars_tall(book, bars) + _ROW * (len(bars) + 1)
    book.heading(title, level, bookmarked=False, keep=tall)
    draw_bars(book, bars, [say("People")], _in_words)
    columns = (
        Column(say("From where people speak"), 3.0),
        Column(say("People, at least"), 1.2),
        Column(say("PATHs"), 1.0),
        Column(say("Conversations"), 1.3),
    )
    rows = [
        (say(STANDING_WORDS[one]), str(count.people), str(count.paths), str(count.conversations))
        for one, count in counts.items()
    ]
    draw_table(book, columns, rows, points=10)


def _in_words(bars: Sequence[Bar]) -> str:
    told = "; ".join(f"{bar.label}: {sum(bar.parts)}" for bar in bars)
    return say("Chart of how many people spoke. {told}. The table below says the same.", told=told)
