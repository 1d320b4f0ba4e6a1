"""What people said: their vision, the themes, what they see differently, single voices."""

from collections.abc import Iterable

from path_planner.domain.editing import in_order
from path_planner.domain.vision.theme import Disagreement, Side
from path_planner.domain.vision.vision import Vision
from path_planner.evidence.counting import Count, count_all
from path_planner.evidence.reading import lone
from path_planner.evidence.weighing import Weighed, themes_by_weight
from path_planner.exports.easy_read.idea import Idea, Part, Row, Told, row, strong, typed
from path_planner.exports.easy_read.pictures import picture_for
from path_planner.exports.easy_read.quotes import lone_quotes, theme_quotes
from path_planner.exports.easy_read.sentences import sentences
from path_planner.exports.plan.alone import CHAPTER as LONE
from path_planner.exports.plan.disagreements import CHAPTER as DIFFERENCES
from path_planner.exports.plan.themes import CHAPTER as THEMES
from path_planner.exports.plan.vision_page import TITLE as VISION
from path_planner.words import say, say_many

_MOST_SENTENCES = 10
_MOST_THEMES = 30
_MOST_DIFFERENCES = 4
_MOST_LONE = 3


def our_vision(vision: Vision) -> Part:
    """Say how it is when it has come true."""
    about = vision.about
    said = sentences(about.easy or about.vision)
    ideas: list[Idea] = [(row(picture_for(one, "rainbow"), *typed(one)),) for one in said]
    if ideas:
        ideas[0] = (row("north-star", say("This is how we want life to be:")), *ideas[0])
    part = Part(
        say("What we want"), "north-star", "#FFF0BF", tuple(ideas), least=3, turn=1, chapter=VISION
    )
    return part.up_to(_MOST_SENTENCES)


def what_we_heard(vision: Vision) -> Part:
    """Say the themes, what most people spoke of first."""
    whole, quotes = count_all(vision), theme_quotes(vision)
    ideas = (_theme(one, whole, quotes.get(one.theme.id)) for one in themes_by_weight(vision))
    title = say("What people told us")
    part = Part(title, "speech-bubble", "#DDF0F5", tuple(ideas), chapter=THEMES.title)
    return part.up_to(_MOST_THEMES)


def _theme(weighed: Weighed, whole: Count, quoted: Row | None) -> Idea:
    theme = weighed.theme
    words = f"{theme.name} {theme.easy or theme.statement}"
    picture = picture_for(words, "speech-bubble", theme.picture)
    counts = _counts(weighed.said, whole)
    first = row(picture, strong(theme.name), *typed(theme.statement, theme.easy), *counts)
    return (first, quoted) if quoted else (first,)


def _counts(said: Count, whole: Count) -> Iterable[str]:
    if said.paths:
        yield say_many(
            "People said this in {part} of {count} PATH.",
            "People said this in {part} of {count} PATHs.",
            whole.paths,
            part=said.paths,
        )
    if said.conversations:
        yield say_many(
            "People said this in {part} of {count} other talk.",
            "People said this in {part} of {count} other talks.",
            whole.conversations,
            part=said.conversations,
        )


def what_differs(vision: Vision) -> Part:
    """Say both sides of each disagreement."""
    ideas = tuple(_difference(one) for one in in_order(vision.disagreements))
    title = say("What people see differently")
    part = Part(title, "two-ways", "#FBE3D6", ideas, least=1, turn=2, chapter=DIFFERENCES.title)
    return part.up_to(_MOST_DIFFERENCES)


def _difference(told: Disagreement) -> Idea:
    picture = picture_for(told.about, "two-ways")
    about = (Told(line, strong=True) for line in typed(told.about, most=2))
    rows = [
        row(picture, say("People do not all agree about this:"), *about),
        *_side(told.one, say("Some people say:")),
        *_side(told.other, say("Other people say:")),
    ]
    if told.what_next:
        rows.append(row("arrow-right", say("What we do now:"), *typed(told.what_next, most=2)))
    return tuple(rows)


def _side(side: Side, lead: str) -> Idea:
    return (row("person", lead, *typed(side.words, most=3)),) if side.words else ()


def single_voices(vision: Vision) -> Part:
    """Say that what one person said counts too, and quote some of it."""
    ideas: list[Idea] = []
    if count := len(lone(vision)):
        ideas = [(quoted,) for quoted in lone_quotes(vision, _MOST_LONE)] or [()]
        first = row(
            "person",
            say("Some things only one person said."),
            say_many("There is {count} such thing.", "There are {count} such things.", count),
            say("It counts too."),
            say("All of it is in the big plan."),
        )
        ideas[0] = (first, *ideas[0])
    title = say("What one person said")
    return Part(title, "person", "#EFE6F7", tuple(ideas), least=1, chapter=LONE.title)
