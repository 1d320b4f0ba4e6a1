"""The whole plan: its chapters in order, with contents before them."""

from datetime import UTC, datetime, time
from functools import partial

from path_planner.domain.vision.vision import Vision
from path_planner.exports.collective_scene import collective_scene
from path_planner.exports.plan import (
    actions,
    alone,
    appendix,
    disagreements,
    heard,
    made_by,
    method,
    priorities,
    reviews,
    summary,
    themes,
)
from path_planner.exports.plan.chapter import Chapter
from path_planner.exports.plan.cover import draw_cover, title_of
from path_planner.exports.plan.known import Known, known_of
from path_planner.exports.plan.loose_drawings import CHAPTER as DRAWINGS
from path_planner.exports.plan.vision_page import TITLE, draw_vision
from path_planner.exports.vision_export import VisionOptions
from path_planner.pdf.book import Book, Entry
from path_planner.pdf.contents import Contents
from path_planner.pdf.draft import Facts
from path_planner.pdf.sheet import Look
from path_planner.pdf.structure import Anchor
from path_planner.scene.model import Scene
from path_planner.words import say

LOOK = Look(points=12, margin=24)


def whole(vision: Vision, options: VisionOptions) -> bytes:
    """Return the plan as a tagged PDF on A4."""
    known = known_of(vision, options)
    book = Book(facts_of(known), look=LOOK)
    scene = collective_scene(known.vision, LOOK.lying)
    draw_cover(book, known, scene)
    chapters = [one for one in chapters_of(scene) if one.when(known)]
    contents = Contents(
        book, say("Contents"), [each for one in chapters for each in _entries(one, known)]
    )
    for place, chapter in enumerate(chapters):
        book.chapter(say(chapter.title), chapter.key, runs_on=chapter.runs_on, keep=chapter.keep)
        chapter.draw(book, known)
        options.progress(0.4 * (place + 1) / len(chapters) if chapter.key != "evidence" else 0.8)
    contents.fill()
    made = book.finish()
    options.progress(1.0)
    return made


def facts_of(known: Known) -> Facts:
    """Return what the document says about itself."""
    language = known.options.language
    if language == "en":
        language = known.vision.about.language
    language = "en-GB" if language == "en" else language
    return Facts(
        title=title_of(known),
        language=language.partition("@")[0],
        created=datetime.combine(known.options.on, time(), UTC),
        author=known.vision.about.community,
        subject=say("Our vision and our plan"),
    )


def chapters_of(scene: Scene) -> list[Chapter]:
    """Return the chapters in order; other documents may draw them in their own way."""
    vision = Chapter("vision", TITLE, partial(draw_vision, scene=scene))
    return [
        summary.SUMMARY,
        vision,
        made_by.CHAPTER,
        summary.LIMITS,
        heard.HOW,
        heard.HEARD,
        themes.CHAPTER,
        DRAWINGS,
        alone.CHAPTER,
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


def _entries(chapter: Chapter, known: Known) -> list[Entry]:
    return [Entry(say(chapter.title), Anchor(chapter.key)), *chapter.entries(known)]
