"""The summary, and what was promised from the start."""

from functools import partial

from path_planner.domain.editing import in_order
from path_planner.domain.vision.vision import Limits
from path_planner.evidence.weighing import chosen
from path_planner.exports.plan.chapter import Chapter, nothing_yet
from path_planner.exports.plan.known import Known
from path_planner.exports.plan.leads import actions_of
from path_planner.pdf.book import Book
from path_planner.pdf.sheet_table import Cell, Column, draw_table
from path_planner.words import mark, say, say_many


def draw_summary(book: Book, known: Known) -> None:
    """Write the summary, how many were heard, the themes and what was chosen."""
    vision, whole = known.vision, known.whole
    book.prose(vision.about.summary)
    paths = say_many("{count} PATH", "{count} PATHs", whole.paths)
    talks = say_many("{count} conversation", "{count} conversations", whole.conversations)
    people = say_many("at least {count} person", "at least {count} people", whole.people)
    book.paragraph(
        say(
            "This plan draws on {paths} and {conversations}, with {people}.",
            paths=paths,
            conversations=talks,
            people=people,
        )
    )
    if vision.themes:
        book.heading(say("What people said"), 2)
        draw_table(
            book,
            [Column(say("No."), 0.5), Column(say("Theme"), 2.0), Column(say("In our words"), 4.0)],
            [
                (_linked(known, "themes", one.id), one.name, one.statement)
                for one in in_order(vision.themes)
            ],
            points=10,
        )
    if chosen(vision):
        book.heading(say("What we chose to work on"), 2)
        draw_table(
            book,
            [Column(say("No."), 0.5), Column(say("Priority"), 4.0), Column(say("Actions"), 2.0)],
            [
                (
                    _linked(known, "priorities", one.id),
                    one.title,
                    Cell(refs=known.refs("actions", actions_of(known, [one.id]))),
                )
                for one in chosen(vision)
            ],
            points=10,
        )


def _linked(known: Known, collection: str, record_id: str) -> Cell:
    return Cell(refs=known.refs(collection, [record_id]))


def draw_limits(book: Book, known: Known) -> None:
    """Write what can change, what cannot, who decides, the money, and the promise."""
    limits = known.vision.limits
    rows = (
        ((say("What we promised"), limits.promise),),
        (
            (say("What can change"), limits.can_change),
            (say("What cannot change"), limits.cannot_change),
        ),
        ((say("Who decides"), limits.who_decides), (say("The money there is"), limits.budget)),
    )
    for row in rows:
        parts = [partial(_limit, book, *each) for each in row if each[1]]
        if parts:
            book.beside(*parts)
    if limits == Limits():
        nothing_yet(book)


def _limit(book: Book, title: str, words: str) -> None:
    book.heading(title, 2, points=14, bookmarked=False, keep=book.look.size * 3)
    book.prose(words)


SUMMARY = Chapter("summary", mark("The plan in short"), draw_summary)
LIMITS = Chapter("limits", mark("What we promised, and its limits"), draw_limits, runs_on=True)
