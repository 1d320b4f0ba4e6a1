"""The number of quotes that a theme shows: as many as leave no page of the PDF nearly empty.

The Word file shows the same quotes. The chapters read this module instead of the PDF renderer. A
trial layout is cached by its blocks, so that a plan in both formats is tried once.
"""

from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from path_planner.analysis.quotes import SAMPLE_SIZE
from path_planner.exports.vision.plan.blocks import Block
from path_planner.exports.vision.plan.disagreements import SIDE
from path_planner.exports.vision.plan.pdf_renderer import PAGE_STYLE, draw
from path_planner.pdf.dry_run import DryRun

_NEARLY_EMPTY = 0.35
_REMEMBERED = 256


class Quotes(NamedTuple):
    """The number of quotes of a theme, and of each side of a disagreement."""

    of_people: int = SAMPLE_SIZE
    of_a_side: int = SIDE
    apart: bool = False
    """The disagreements begin a new page, instead of leaving a few lines alone on it."""


_USUAL = Quotes()
_MORE = (Quotes(12), Quotes(10), Quotes(8))
"""More quotes, tried if the usual number leaves much space."""
_FEWER = (Quotes(5), Quotes(4), Quotes(4, 2), Quotes(3, 2), Quotes(3, 1))
"""Fewer quotes, tried if the usual number begins a page that stays nearly empty."""


class _Extent(NamedTuple):
    pages: int
    filled: float
    """The part of the last page that is taken."""


def quotes_that_fit(compose: Callable[[Quotes], Iterable[Block]], language: str) -> Quotes:
    """Return the number of quotes; `compose` returns the blocks of a theme for a number."""

    @cache
    def extent(quotes: Quotes) -> _Extent:
        return _extent(tuple(compose(quotes)), language)

    usual = extent(_USUAL).pages
    if usual > 1 and extent(_FEWER[-1]).pages < usual:
        return next(quotes for quotes in _FEWER if extent(quotes).pages < usual)
    found = next((quotes for quotes in _MORE if extent(quotes).pages == usual), _USUAL)
    apart = found._replace(apart=True)
    short = usual > 1 and extent(found).filled < _NEARLY_EMPTY
    return apart if short and extent(apart).pages == usual else found


@lru_cache(maxsize=_REMEMBERED)
def _extent(blocks: tuple[Block, ...], language: str) -> _Extent:
    tried = DryRun(language, page_style=PAGE_STYLE)
    for block in blocks:
        draw(block, tried)
    return _Extent(tried.pages, tried.filled)
