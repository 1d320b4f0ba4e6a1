"""The whole plan: its chapters in order, with contents before them."""

from datetime import UTC, datetime, time
from functools import partial

from path_planner.domain.vision.vision import Vision
from path_planner.exports.base import VisionOptions
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
from path_planner.exports.vision.plan.chapter import Chapter
from path_planner.exports.vision.plan.context import PlanContext, plan_context
from path_planner.exports.vision.plan.cover import draw_cover, title_of
from path_planner.exports.vision.plan.figures import CHAPTER as DRAWINGS
from path_planner.exports.vision.plan.summary import TITLE, draw_vision
from path_planner.exports.vision.poster import collective_scene
from path_planner.i18n import _
from path_planner.pdf.flow import PageStyle
from path_planner.pdf.metadata import Metadata
from path_planner.pdf.report import Entry, Report
from path_planner.pdf.structure import Anchor
from path_planner.pdf.toc import Contents
from path_planner.scene.model import Scene

LOOK = PageStyle(points=12, margin=24)


def whole(vision: Vision, options: VisionOptions) -> bytes:
    """Return the plan as a tagged PDF on A4."""
    known = plan_context(vision, options)
    book = Report(facts_of(known), look=LOOK)
    scene = collective_scene(known.vision, LOOK.landscape_size)
    draw_cover(book, known, scene)
    chapters = [one for one in chapters_of(scene) if one.when(known)]
    contents = Contents(
        book, _("Contents"), [each for one in chapters for each in _entries(one, known)]
    )
    for place, chapter in enumerate(chapters):
        book.chapter(_(chapter.title), chapter.key, runs_on=chapter.runs_on, keep=chapter.keep)
        chapter.draw(book, known)
        options.progress(0.4 * (place + 1) / len(chapters) if chapter.key != "evidence" else 0.8)
    contents.fill()
    made = book.finish()
    options.progress(1.0)
    return made


def facts_of(known: PlanContext) -> Metadata:
    """Return what the document says about itself."""
    language = known.options.language
    if language == "en":
        language = known.vision.about.language
    language = "en-GB" if language == "en" else language
    return Metadata(
        title=title_of(known),
        language=language.partition("@")[0],
        created=datetime.combine(known.options.on, time(), UTC),
        author=known.vision.about.community,
        subject=_("Our vision and our plan"),
    )


def chapters_of(scene: Scene) -> list[Chapter]:
    """Return the chapters in order; other documents may draw them in their own way."""
    vision = Chapter("vision", TITLE, partial(draw_vision, scene=scene))
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


def _entries(chapter: Chapter, known: PlanContext) -> list[Entry]:
    return [Entry(_(chapter.title), Anchor(chapter.key)), *chapter.entries(known)]
