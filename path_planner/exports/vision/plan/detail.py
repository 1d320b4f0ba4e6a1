"""How much of everything the plan shows: as much as fits into a body of 25 pages.

What does not fit is in the evidence, which has everything. The Word file shows the same as the PDF.
"""

from collections.abc import Callable
from typing import NamedTuple

MOST_PAGES = 25
"""The most pages of the body, whatever the vision holds."""


class Detail(NamedTuple):
    """The most of each kind that is shown, and the length of the longest text."""

    themes: int = 12
    """Themes with a section of their own; the others are lines in the table of all themes."""
    quotes: int = 6
    """Quotes of a theme by people, families and neighbours."""
    of_a_side: int = 3
    """Quotes of each side of a disagreement."""
    lone: int = 12
    """Voices said by one person."""
    drawings: int = 12
    """Drawings of a theme, and drawings in no theme."""
    rows: int = 60
    """Rows of a table, and disagreements."""
    rounds: int = 4
    """Rounds of votes and reviews; the newest are shown."""
    brief: int = 8
    """Priorities that have a row of their own in the two pages in front."""
    letters: int = 10_000
    """Letters of a text; longer ones end in “…”."""


EVERYTHING = Detail(*(10**6,) * len(Detail._fields))._replace(of_a_side=3)
"""All of it, for the evidence, where every voice is a row of a table besides."""

_LEVELS = (
    Detail(),
    Detail(quotes=4, of_a_side=2, drawings=6),
    Detail(themes=10, quotes=4, of_a_side=2, drawings=6, rounds=2),
    Detail(themes=8, quotes=4, of_a_side=2, drawings=6, rounds=2),
    Detail(themes=8, quotes=3, of_a_side=1, drawings=6, rounds=1),
    Detail(themes=6, quotes=3, of_a_side=1, drawings=6, rounds=1),
    Detail(themes=6, quotes=2, of_a_side=1, drawings=4, rounds=1),
    Detail(themes=5, quotes=2, of_a_side=1, drawings=4, rounds=1),
    Detail(themes=4, quotes=2, of_a_side=1, drawings=2, rows=40, rounds=1),
    Detail(themes=4, quotes=2, of_a_side=1, drawings=2, rows=30, rounds=1, letters=1_500),
    Detail(themes=4, quotes=2, of_a_side=1, drawings=2, lone=8, rows=20, rounds=1, letters=700),
    Detail(themes=4, quotes=2, of_a_side=1, drawings=2, lone=6, rows=14, rounds=1, letters=300),
    Detail(themes=3, quotes=2, of_a_side=1, drawings=2, lone=4, rows=8, rounds=1, letters=120),
)


def detail_that_fits(pages: Callable[[Detail], int]) -> Detail:
    """Return the first level at which the body has no more than 25 pages.

    `pages` lays it out. The last level is small enough for every vision.
    """
    return next((level for level in _LEVELS[:-1] if pages(level) <= MOST_PAGES), _LEVELS[-1])
