"""The whole plan: its chapters in order, with contents before them."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time
from functools import partial
from itertools import accumulate

from path_planner.domain.vision.vision import Vision
from path_planner.exports.base import VisionOptions
from path_planner.exports.vision.community_poster import collective_scene
from path_planner.exports.vision.plan import (
    actions,
    appendix,
    disagreements,
    method,
    participants,
    priorities,
    reviews,
    single_voices,
    summary,
    themes,
)
from path_planner.exports.vision.plan.blocks import Block, ChapterStart, Table, ThemeOpener
from path_planner.exports.vision.plan.chapter import Chapter
from path_planner.exports.vision.plan.context import PlanContext, plan_context
from path_planner.exports.vision.plan.cover import draw_cover
from path_planner.exports.vision.plan.figures import CHAPTER as DRAWINGS
from path_planner.exports.vision.plan.pdf_renderer import PAGE_STYLE, POSTER_SIZE, draw
from path_planner.exports.vision.plan.summary import TITLE
from path_planner.exports.vision.plan.summary import content as vision_content
from path_planner.i18n import _
from path_planner.pdf.metadata import Metadata
from path_planner.pdf.report import Entry, Report
from path_planner.pdf.structure import Anchor
from path_planner.pdf.toc import Contents
from path_planner.scene.model import Scene

_COMPOSED, _DRAWN = 0.1, 0.8
"""The progress once the blocks are made, and once they are drawn."""


def whole(vision: Vision, options: VisionOptions) -> bytes:
    """Return the plan as a tagged PDF on A4."""
    known = plan_context(vision, options)
    report = Report(facts_of(known), page_style=PAGE_STYLE)
    scene = collective_scene(vision, POSTER_SIZE)
    draw_cover(report, known, scene)
    blocks = blocks_of(known, scene)
    contents = Contents(report, _("Contents"), list(_entries(blocks)))
    for block, done in with_progress(blocks):
        draw(block, report)
        options.progress(_COMPOSED + (_DRAWN - _COMPOSED) * done)
    contents.fill()
    made = report.finish()
    options.progress(1.0)
    return made


def facts_of(context: PlanContext) -> Metadata:
    """Return the metadata of the document."""
    return Metadata(
        title=context.title,
        language=context.language,
        created=datetime.combine(context.options.on, time(), UTC),
        author=context.vision.about.community,
        subject=_("Our vision and our plan"),
    )


def blocks_of(context: PlanContext, scene: Scene) -> tuple[Block, ...]:
    """Return the blocks of all chapters in order, for the PDF and the Word file alike."""
    return tuple(block for chapter in _chapters(scene) for block in chapter.blocks(context))


def with_progress(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, float]]:
    """Yield each block with the progress after it, from 0 to 1."""
    sizes = [1 + len(block.rows) if isinstance(block, Table) else 1 for block in blocks]
    whole = sum(sizes)
    return zip(blocks, (done / whole for done in accumulate(sizes)), strict=True)


def _chapters(scene: Scene) -> list[Chapter]:
    vision = Chapter("vision", TITLE, partial(vision_content, scene=scene))
    return [
        summary.SUMMARY,
        vision,
        participants.CHAPTER,
        summary.LIMITS,
        participants.HOW,
        participants.HEARD,
        themes.CHAPTER,
        DRAWINGS,
        single_voices.CHAPTER,
        disagreements.CHAPTER,
        priorities.CHAPTER,
        actions.ACTIONS,
        actions.OUTCOMES,
        reviews.CHAPTER,
        method.METHOD,
        method.CONSENT,
        method.GLOSSARY,
        method.CREDITS,
        appendix.CHAPTER,
    ]


def _entries(blocks: Iterable[Block]) -> Iterator[Entry]:
    """Yield the entries of the table of contents: each chapter and each theme."""
    for block in blocks:
        if isinstance(block, ChapterStart):
            yield Entry(block.title, Anchor(block.key))
        elif isinstance(block, ThemeOpener):
            yield Entry(f"{block.name} {block.title}", Anchor(block.name), 1)
