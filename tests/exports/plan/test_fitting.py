"""How many quotes a theme shows: none of its pages is left nearly empty."""

from collections.abc import Iterator

import pytest

from path_planner.exports.vision.plan import fitting
from path_planner.exports.vision.plan.blocks import Block, PageBreak, Paragraph
from path_planner.exports.vision.plan.fitting import Quotes, quotes_that_fit

USUAL = Quotes()
HALF_A_PAGE = ("word " * 16 + "\n") * 18


def on_pages(quotes: Quotes, most: int, last: str = HALF_A_PAGE) -> Iterator[Block]:
    """Yield a theme that needs a second page for more quotes of people than these."""
    yield Paragraph(f"{quotes.of_people} quotes")
    if quotes.of_people > most:
        yield PageBreak()
        yield Paragraph(last)


def test_a_theme_with_room_on_its_page_shows_as_many_quotes_as_there_are_choices() -> None:
    assert quotes_that_fit(lambda quotes: on_pages(quotes, 99), "en") == Quotes(12)


@pytest.mark.parametrize("most", [8, 10])
def test_no_more_quotes_are_shown_than_the_same_pages_hold(most: int) -> None:
    assert quotes_that_fit(lambda quotes: on_pages(quotes, most), "en") == Quotes(most)


def test_a_handful_stays_where_more_would_need_another_page() -> None:
    most = USUAL.of_people
    assert quotes_that_fit(lambda quotes: on_pages(quotes, most), "en") == USUAL


@pytest.mark.parametrize("most", [5, 4, 3])
def test_fewer_quotes_are_shown_where_that_saves_a_page(most: int) -> None:
    found = quotes_that_fit(lambda quotes: on_pages(quotes, most), "en")
    assert found.of_people == most
    assert found.of_people < USUAL.of_people


def two_pages(quotes: Quotes, first: str) -> Iterator[Block]:
    """Yield a theme whose second page has a line on it, unless a disagreement begins it."""
    yield Paragraph(first)
    if quotes.apart:
        yield PageBreak()
        yield Paragraph(HALF_A_PAGE)
    else:
        yield Paragraph(HALF_A_PAGE)
        yield PageBreak()
        yield Paragraph("The last line.")


def test_a_disagreement_begins_a_page_that_else_had_its_last_lines_alone() -> None:
    assert quotes_that_fit(lambda quotes: two_pages(quotes, "Short."), "en").apart


def test_it_does_not_where_that_would_take_one_page_more() -> None:
    long = HALF_A_PAGE * 3
    assert not quotes_that_fit(lambda quotes: two_pages(quotes, long), "en").apart


def test_what_was_tried_is_not_laid_out_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same blocks fit in the same way, whichever form of the plan asks."""
    found = quotes_that_fit(lambda quotes: on_pages(quotes, 10, "Once."), "en")
    monkeypatch.setattr(fitting, "DryRun", None)
    assert quotes_that_fit(lambda quotes: on_pages(quotes, 10, "Once."), "en") == found
    with pytest.raises(TypeError):
        quotes_that_fit(lambda quotes: on_pages(quotes, 10, "Twice."), "en")
