"""The plan: what we do ourselves, what we do with partners, what services do, and what for."""

from functools import partial

from path_planner.domain.editing import in_order
from path_planner.domain.vision.plan import DOER_WORDS, Action, Doer, Outcome
from path_planner.evidence.progress import next_look, rounds_in_order
from path_planner.exports.plan.chapter import Chapter, nothing_yet
from path_planner.exports.plan.known import Known
from path_planner.exports.plan.listing import draw_list
from path_planner.pdf.book import Book
from path_planner.pdf.sheet_table import Cell, Column, Row
from path_planner.words import mark, say, say_date

_HEADS_AND_A_ROW = 34.0


def draw_actions(book: Book, known: Known) -> None:
    """Draw a table for each of those who act."""
    actions = in_order(known.vision.actions)
    if not actions:
        nothing_yet(book)
    for doer in Doer:
        some = [one for one in actions if one.doer is doer]
        if some:
            book.heading(say(DOER_WORDS[doer]), 2, keep=_HEADS_AND_A_ROW)
            _table(book, known, some)


def _table(book: Book, known: Known, actions: list[Action]) -> None:
    columns = (
        Column(say("No."), 0.9),
        Column(say("What"), 3.2),
        Column(say("Who"), 2.0),
        Column(say("By when"), 1.9),
        Column(say("With what"), 1.9),
        Column(say("How we know"), 2.1),
        Column(say("For"), 0.8),
    )
    draw_list(book, known, "actions", actions, columns, told=partial(_action, known), points=9.5)


def _action(known: Known, one: Action) -> Row:
    return (
        one.what,
        one.who or say("Nobody yet"),
        say_date(one.by_when) if one.by_when else say("No day yet"),
        one.resources or "–",
        one.how_we_know or "–",
        Cell(refs=known.refs("priorities", one.priorities)),
    )


def draw_outcomes(book: Book, known: Known) -> None:
    """Draw how life is when it has worked, how it is measured, and when we look back."""
    outcomes = in_order(known.vision.outcomes)
    if not outcomes:
        nothing_yet(book)
    else:
        columns = (
            Column(say("No."), 0.95),
            Column(say("When it has worked"), 2.8),
            Column(say("How we measure it"), 2.2),
            Column(say("Chosen by"), 1.6),
            Column(say("Now"), 1.5),
            Column(say("What we hope for"), 1.6),
            Column(say("For"), 0.8),
        )
        draw_list(
            book, known, "outcomes", outcomes, columns, told=partial(_outcome, known), points=9.5
        )
    _dates(book, known)


def _outcome(known: Known, one: Outcome) -> Row:
    return (
        one.statement,
        one.measure or say("No measure yet"),
        one.chosen_by or "–",
        one.now or "–",
        one.hoped or "–",
        Cell(refs=known.refs("priorities", one.priorities)),
    )


def _dates(book: Book, known: Known) -> None:
    book.heading(say("When we look back"), 2)
    looks = [
        say("We looked back on {day}.", day=say_date(one.on))
        for one in rounds_in_order(known.vision)
    ]
    coming = next_look(known.vision)
    if coming:
        looks.append(say("We look back together on {day}.", day=say_date(coming)))
    if looks:
        book.bullets(looks)
    else:
        book.paragraph(say("No day has been set yet."))


ACTIONS = Chapter("actions", mark("What will be done"), draw_actions, runs_on=True)
OUTCOMES = Chapter("outcomes", mark("How we will know that it worked"), draw_outcomes, runs_on=True)
