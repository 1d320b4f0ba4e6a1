"""Documents of a consultation of a real size: what people look for is in front, nothing is lost."""

import re
from collections import Counter
from datetime import date
from functools import cache

import pypdfium2
import pytest
from hypothesis import given, settings

from path_planner.analysis.counts import count_all
from path_planner.analysis.numbering import references
from path_planner.analysis.queries import (
    all_voices,
    single_voices,
    unassigned_voices,
    voices_by_theme,
)
from path_planner.analysis.quotes import quote_of
from path_planner.analysis.ranking import chosen
from path_planner.domain.base import sorted_records
from path_planner.domain.vision.vision import Vision
from path_planner.exports.base import VisionOptions
from path_planner.exports.vision import evidence_pdf, plan_pdf
from path_planner.exports.vision.evidence_pdf import blocks_of
from path_planner.exports.vision.plan.actions import actions_content
from path_planner.exports.vision.plan.blocks import Block, ChapterStart, References, Table
from path_planner.exports.vision.plan.context import plan_context
from path_planner.exports.vision.plan.detail import MOST_PAGES
from path_planner.exports.vision.plan.participants import sources_table
from path_planner.exports.vision.plan.summary import summary_content
from path_planner.exports.vision.plan_pdf import compose
from path_planner.i18n import format_date
from path_planner.pdf.table import Cell
from tests.analysis.visions import visions
from tests.exports.consultations import NOBODY, consultation
from tests.exports.plan.reading import DAY, pages, plan
from tests.exports.visions import made_up

ON = VisionOptions(on=DAY)
SIZES = ((300, 0), (300, 12), (2000, 0))
each_size = pytest.mark.parametrize(("comments", "paths"), SIZES)


@cache
def drawn(comments: int, paths: int) -> bytes:
    """Return the plan of a consultation of this size, drawn once."""
    return plan(consultation(comments, paths=paths))


def squeezed(words: str) -> str:
    """Return words without spaces: a line may end inside them."""
    return "".join(words.split())


@each_size
def test_a_commissioner_finds_it_all_on_the_first_two_pages(comments: int, paths: int) -> None:
    told, found = consultation(comments, paths=paths), pages(drawn(comments, paths))
    front = squeezed(" ".join(found[:2]))
    assert "Contents" in found[2]
    assert squeezed(f"Answers from {comments} people to 1 survey") in front
    names = references(told)
    for priority in chosen(told):
        themes = [told.themes[one].name for one in priority.themes]
        assert squeezed(f"{names.of('priorities', priority.id)} {priority.title}") in front
        assert all(squeezed(name) in front for name in themes), priority.title
    quotes = [quote.words for one in all_voices(told) if (quote := quote_of(told, one))]
    assert sum(squeezed(f"“{words}”") in front for words in {*quotes}) >= 3
    for action in list(told.actions.values())[:3]:
        assert squeezed(action.what) in front
    assert "HarbourBuses" in front
    assert squeezed(f"by {format_date(date(2027, 2, 1))}") in front
    assert squeezed("Nine in ten people say so in the survey") in front
    assert squeezed("30,000 pounds in 2027.") in front
    assert squeezed("People who do not read English") in front


@each_size
def test_beside_every_action_are_numbers_and_a_quote(comments: int, paths: int) -> None:
    told = consultation(comments, paths=paths)
    rows = [
        row
        for block in actions_content(plan_context(told, ON))
        if isinstance(block, Table)
        for row in block.rows
    ]
    assert len(rows) == len(told.actions)
    for row in rows:
        said = row[-1]
        assert re.search(r"answers from \d+ of \d+ people", said)
        assert ("Said in" in said) == bool(paths)
        assert re.search("“.+”", said)
    # Actions for the same theme do not all say the same.
    assert len({row[-1] for row in rows}) > len({row[-2].refs for row in rows})


@each_size
def test_the_body_has_25_pages_at_most(comments: int, paths: int) -> None:
    assert len(pages(drawn(comments, paths))) <= MOST_PAGES


@each_size
def test_no_page_is_under_a_third_full_but_the_last_of_a_chapter(comments: int, paths: int) -> None:
    told = consultation(comments, paths=paths)
    assert nearly_empty(told, drawn(comments, paths)) == []


def test_no_page_of_a_vision_of_paths_is_under_a_third_full_either() -> None:
    assert nearly_empty(made_up(6), plan(made_up(6))) == []


def test_the_main_theme_of_each_priority_is_in_the_brief_and_no_quote_stands_there_twice() -> None:
    told = made_up(6)
    front = squeezed(" ".join(pages(plan(told))[:2]))
    for priority in chosen(told):
        for theme in priority.themes:
            assert squeezed(told.themes[theme].name) in front
    (table,) = (one for one in summary_content(plan_context(told, ON)) if isinstance(one, Table))
    assert len({*table.voices}) == len(table.voices) == len(chosen(told))


def nearly_empty(told: Vision, made: bytes) -> list[int]:
    """Return the pages, from 1, that are under a third full and do not end a chapter."""
    titles = [one.title for one in compose(told, ON).blocks if isinstance(one, ChapterStart)]
    shown = pages(made)
    found = []
    with pypdfium2.PdfDocument(made) as opened:
        for number, page in enumerate(opened):
            if number + 1 == len(shown) or page.get_width() > page.get_height():
                continue
            after = opened[number + 1]
            ends = after.get_width() > after.get_height() or shown[number + 1].startswith(
                ("Contents", *titles)
            )
            if filled(page) < 1 / 3 and not ends:
                found.append(number + 1)
    return found


def filled(page: pypdfium2.PdfPage) -> float:
    """Return how far down the page something stands, between the margins."""
    margin = 24 * 72 / 25.4
    low = [
        bounds[1]
        for one in page.get_objects(max_depth=1)
        if (bounds := one.get_bounds())[1] >= margin - 1
    ]
    room = page.get_height() - 2 * margin
    return (page.get_height() - margin - min(low, default=page.get_height() - margin)) / room


def test_an_empty_answer_is_quoted_nowhere() -> None:
    for made in (drawn(300, 0), evidence_pdf.render(consultation(300), ON)):
        whole = " ".join(pages(made))
        for words in NOBODY[:3]:
            assert f"{words} " not in whole


def test_people_of_a_survey_of_three_days_are_counted_once() -> None:
    told = consultation(300)
    assert count_all(told).answers == 300
    assert "900" not in " ".join(pages(drawn(300, 0)))
    rows = sources_table(plan_context(told, ON)).rows
    assert [row[-1] for row in rows] == ["300 in all", "counted above", "counted above"]


def test_what_the_plan_quotes_is_noted_and_nothing_else() -> None:
    told = consultation(300)
    quoted = plan_pdf.EXPORTS[0].quoted_ids(told).voices
    assert 0 < len(quoted) < len(all_voices(told)) / 2
    whole = squeezed(" ".join(pages(drawn(300, 0))))
    for voice in quoted:
        quote = quote_of(told, told.voices[voice])
        assert quote
        # A long quote is cut beside an action.
        assert squeezed(quote.words)[:100] in whole


@settings(deadline=None, max_examples=60)
@given(visions())
def test_each_voice_is_once_in_the_evidence_and_in_a_theme_or_among_the_others(
    told: Vision,
) -> None:
    context = plan_context(told, ON)
    found = blocks_of(context)
    names = [context.name("voices", voice.id) for voice in all_voices(told)]
    assert Counter(rows_of_voices(found)) == Counter(names)
    lists = [block for block in found if isinstance(block, References) and block.points == 9]
    listed = [ref.name for block in lists for ref in block.refs if ref.name.startswith("Q")]
    expected = Counter[str]()
    for voices in (*voices_by_theme(told).values(), single_voices(told), unassigned_voices(told)):
        expected.update(context.name("voices", voice.id) for voice in voices)
    assert Counter(listed) == expected
    assert {*names} == {*expected}


def rows_of_voices(found: tuple[Block, ...]) -> list[str]:
    """Return the numbers of voices that are the first cell of a row."""
    cells = (row[0] for block in found if isinstance(block, Table) for row in block.rows)
    anchors = [cell.anchor for cell in cells if isinstance(cell, Cell)]
    return [anchor for anchor in anchors if anchor.startswith("Q")]


def test_every_theme_is_in_the_table_of_the_body_and_in_the_evidence() -> None:
    told = consultation(300)
    context = plan_context(told, ON)
    body = squeezed(" ".join(pages(drawn(300, 0))))
    for theme in sorted_records(told.themes):
        assert squeezed(f"{context.name('themes', theme.id)} {theme.name}") in body
