"""The chapters return values; what draws and what writes them knows every kind of block."""

import ast
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import get_args

import pytest

from path_planner.domain.vision.vision import Vision
from path_planner.exports.base import VisionOptions
from path_planner.exports.vision.docx.body import Body
from path_planner.exports.vision.plan.blocks import (
    Block,
    ChapterStart,
    Figures,
    Heading,
    Label,
    Paragraph,
    SideBySide,
    Table,
    ThemeOpener,
    prose,
)
from path_planner.exports.vision.plan.pdf_renderer import (
    PAGE_STYLE,
    draw,
    headings_with_tables,
)
from path_planner.exports.vision.plan_pdf import compose, with_progress
from path_planner.pdf.report import DryRun
from path_planner.pdf.table import Column
from tests.exports.visions import vision
from tests.source import imported, modules

KINDS = get_args(Block)
PLAN = "path_planner.exports.vision.plan."
DRAWS = {f"{PLAN}pdf_renderer"}
"""What the chapters leave the drawing to."""
CHAPTERS = (
    *("actions", "appendix", "detail", "disagreements", "figures", "method", "participants"),
    "priorities",
    *("quotes", "reviews", "single_voices", "summary", "themes", "blocks", "context"),
)
WRITES = "path_planner.exports.vision.docx."
WRITERS = ("body", "ooxml", "styles")
PAGES = {f"path_planner.pdf.{name}" for name in ("report", "flow", "document", "canvas")}
DRAWING = {f"{PLAN}pdf_renderer", "path_planner.exports.vision.plan_pdf"}


def blocks(told: Vision) -> tuple[Block, ...]:
    """Return the blocks of its plan."""
    return compose(told, VisionOptions(on=date(2026, 11, 22))).blocks


def inside(some: tuple[Block, ...]) -> Iterator[Block]:
    """Yield blocks, and those that stand beside each other."""
    for block in some:
        yield block
        if isinstance(block, SideBySide):
            for column in block.columns:
                yield from inside(column)


def test_the_same_vision_gives_equal_blocks() -> None:
    once, twice = blocks(vision()), blocks(vision())
    assert once == twice
    assert [hash(one) for one in once if isinstance(one, Figures)]
    assert once != blocks(vision(paths=5))


def test_blocks_cannot_be_changed() -> None:
    for block in inside(blocks(vision())):
        for name in getattr(block, "__slots__", ()):
            with pytest.raises(AttributeError):
                setattr(block, name, None)


def test_each_chapter_begins_with_its_title_and_has_something_below_it() -> None:
    found = blocks(vision())
    starts = [place for place, one in enumerate(found) if isinstance(one, ChapterStart)]
    assert starts[0] == 0
    assert len(starts) > 15
    assert all(after - before > 1 for before, after in pairwise(starts))
    assert starts[-1] < len(found) - 1


def test_each_theme_is_opened_once() -> None:
    openers = [one for one in blocks(vision()) if isinstance(one, ThemeOpener)]
    assert [one.title for one in openers] == ["Homes", "Work", "Friends", "Getting about"]


def test_a_chapter_without_content_is_left_out() -> None:
    told = vision().model_copy(update={"rounds": {}, "drawings": {}})
    keys = {one.key for one in blocks(told) if isinstance(one, ChapterStart)}
    all_keys = {one.key for one in blocks(vision()) if isinstance(one, ChapterStart)}
    assert all_keys - keys == {"reviews"}
    assert "drawings" not in keys


def test_progress_grows_with_each_block_and_ends() -> None:
    shares = [done for _, done in with_progress(blocks(vision()))]
    assert shares == sorted({*shares})
    assert shares[-1] == 1.0


def test_every_kind_of_block_is_drawn() -> None:
    assert {*KINDS} == {*draw.registry} - {object}
    with pytest.raises(TypeError):
        draw("words", DryRun("en", page_style=PAGE_STYLE))


def test_every_kind_of_block_is_written() -> None:
    written = Body.__dict__["written"].dispatcher.registry
    assert {*KINDS} == {*written} - {object}
    with pytest.raises(TypeError):
        Body(str, mirrored=False).written("words")


def test_prose_is_a_paragraph_for_each_part_and_nothing_where_nothing_was_written() -> None:
    assert prose("One.\n\n\nTwo,\nand on.\n\n \n\n") == (
        Paragraph("One."),
        Paragraph("Two,\nand on."),
    )
    assert prose(" \n\n ") == ()


def test_no_chapter_knows_pages() -> None:
    chapters = {
        name: tree
        for name, tree in modules().items()
        if name.startswith(PLAN) and name not in DRAWS
    }
    assert {f"{PLAN}{name}" for name in CHAPTERS} <= {*chapters}
    assert {*modules()} >= DRAWS | PAGES
    for name, tree in chapters.items():
        assert not known_to(tree) & (PAGES | DRAWING), name


def test_what_writes_the_body_of_the_word_file_knows_no_pages() -> None:
    writers = {name: tree for name, tree in modules().items() if name.startswith(WRITES)}
    assert {f"{WRITES}{name}" for name in WRITERS} <= {*writers}
    found = {name: known_to(tree) & PAGES for name, tree in writers.items()}
    assert {name for name, known in found.items() if known} == set()


def known_to(tree: ast.Module) -> set[str]:
    """Return the modules that a module knows."""
    return {one.rpartition(".")[0] for one in imported(tree)} | {*imported(tree)}


@pytest.mark.parametrize("below", range(15, 120, 15))
@pytest.mark.parametrize(
    "together",
    [
        (
            ThemeOpener("T1", "Theme T1", "A home of our own " * 5, "We choose. " * 30, ""),
            Paragraph("Said in 3 conversations."),
        ),
        (
            Heading("How people voted"),
            Table((Column("What"), Column("How many")), (("A long row " * 60, "3"),)),
        ),
        (
            Label("Theme T1"),
            Table((Column("What"), Column("How many")), (("A long row " * 60, "3"),)),
        ),
    ],
)
def test_what_begins_something_stands_on_its_page(together: tuple[Block, ...], below: int) -> None:
    report = DryRun("en", page_style=PAGE_STYLE)
    report.space(report.bottom - report.top - below)
    first, second = headings_with_tables(report, together)
    draw(first, report)
    after_first = report.pages
    draw(second, report)
    assert report.pages == after_first
