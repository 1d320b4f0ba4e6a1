"""What matters most, and how it was chosen: who voted, how far people were apart."""

from functools import partial

from path_planner.domain.editing import in_order
from path_planner.domain.vision.choosing import Priority, VoteRound
from path_planner.domain.vision.vision import Vision
from path_planner.evidence.voting import tally
from path_planner.exports.plan.chapter import Chapter, nothing_yet
from path_planner.exports.plan.known import Known
from path_planner.exports.plan.leads import actions_of, outcomes_of
from path_planner.exports.plan.listing import draw_list
from path_planner.exports.plan.votes import draw_round, method_of
from path_planner.pdf.book import Book
from path_planner.pdf.reference import Ref
from path_planner.pdf.sheet_table import Cell, Column, Row, draw_table
from path_planner.words import mark, say, say_date

_ROW, _SOME_ROWS = 9.0, 9
"""About as tall as a row is, and how many stay together where there are so many."""


def draw(book: Book, known: Known) -> None:
    """List the priorities, then each round of votes, then the rounds beside each other."""
    priorities = in_order(known.vision.priorities)
    if not priorities:
        nothing_yet(book)
        return
    _listed(book, known, priorities)
    rounds = closed_rounds(known.vision)
    if not rounds:
        book.paragraph(say("No vote has been closed. The list is as the group wrote it."))
    for place, held in enumerate(rounds, 1):
        draw_round(book, known, held, place)
    if len(rounds) > 1:
        _beside(book, known, rounds)


def closed_rounds(vision: Vision) -> list[VoteRound]:
    """Return the rounds that are over: while people still vote, nothing of it is told."""
    return [one for one in in_order(vision.votes) if not one.open]


def _listed(book: Book, known: Known, priorities: list[Priority]) -> None:
    columns = (
        Column(say("No."), 0.85),
        Column(say("What should be worked on"), 3.2),
        Column(say("Why"), 2.6),
        Column(say("Themes"), 1.2),
        Column(say("Chosen"), 1.2),
        Column(say("What comes of it"), 1.5),
    )
    draw_list(
        book, known, "priorities", priorities, columns, told=partial(_priority, known), points=10
    )


def _priority(known: Known, one: Priority) -> Row:
    return (
        one.title,
        one.why or "–",
        Cell(refs=known.refs("themes", one.themes)),
        say("Yes") if one.chosen else say("Not now"),
        Cell(refs=_comes(known, one.id)),
    )


def _comes(known: Known, priority: str) -> tuple[Ref, ...]:
    actions = known.refs("actions", actions_of(known, [priority]))
    return actions + known.refs("outcomes", outcomes_of(known, [priority]))


def _beside(book: Book, known: Known, rounds: list[VoteRound]) -> None:
    """Show what each priority got in every round: first alone, then after talking."""
    keep = _ROW * (min(len(known.vision.priorities), _SOME_ROWS) + 2)
    book.heading(say("The rounds beside each other"), 2, keep=keep)
    tallies = [tally(known.vision, held.id) for held in rounds]
    totals = [{one.priority: one.total for one in each.results} for each in tallies]
    columns = [Column(say("No."), 0.85), Column(say("Priority"), 3.5)]
    columns += [
        Column(say("Round {number}: {method}", number=place, method=method_of(held)), 1.5)
        for place, held in enumerate(rounds, 1)
    ]
    rows: list[Row] = [
        (
            Cell(refs=known.refs("priorities", [one.id])),
            one.title,
            *(str(each[one.id]) if one.id in each else say("not asked") for each in totals),
        )
        for one in in_order(known.vision.priorities)
    ]
    draw_table(book, columns, rows, points=10)
    held_on = [say_date(held.held_on) for held in rounds if held.held_on]
    if held_on:
        book.paragraph(say("Held on: {days}", days=", ".join(held_on)), small=True)


CHAPTER = Chapter(
    "priorities", mark("What we chose to work on, and how"), draw, runs_on=True, keep=120
)
