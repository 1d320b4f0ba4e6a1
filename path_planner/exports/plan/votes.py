"""One round of votes: how it was held, who voted, what was given and how far people were apart."""

from collections.abc import Sequence
from functools import partial

from path_planner.domain.vision.choosing import FULL_HAND, METHOD_WORDS, Method, VoteRound
from path_planner.domain.vision.standing import STANDING_WORDS, Standing
from path_planner.evidence.voting import Tally, tally
from path_planner.exports.plan.known import Known
from path_planner.pdf.bars import Bar, bars_tall, draw_bars
from path_planner.pdf.book import Book
from path_planner.pdf.sheet_table import Cell, Column, Row, draw_table
from path_planner.words import mark, say, say_date, say_many

_GIVEN = {
    Method.DOTS: mark("Dots, all together"),
    Method.HANDS: mark("Hands raised"),
    Method.FISTS: mark("Fingers, all together"),
}
_HOW = {
    Method.DOTS: mark("Everybody gave dots without others seeing it."),
    Method.HANDS: mark("Everybody who agreed raised a hand."),
    Method.FISTS: mark("Everybody showed from no finger to five how much they agreed."),
}
_APART = {
    Method.DOTS: mark("Each column tells how many people gave no dot, one dot, two dots and on."),
    Method.FISTS: mark("Each column tells how many people showed no finger, one finger and on."),
}
_BRIEFLY = {
    Standing.LIVED: mark("Own life"),
    Standing.FAMILY: mark("Family, friends"),
    Standing.COMMUNITY: mark("Neighbours"),
    Standing.PROFESSIONAL: mark("By their work"),
    Standing.UNKNOWN: mark("Not noted"),
}
_ROW, _TALL_ROW = 9.0, 14.0
"""About as tall as a row of a table, and as one with columns in it."""
_HOLE, _FIRST_ROWS = 0.4, 4
"""A page is not left with less on it than this, if a chart and so many rows still fit."""
_SOME_ROWS = 9
"""So many rows stand on one page with their heading, where there are so many."""


def method_of(held: VoteRound) -> str:
    """Say how people voted."""
    return say(METHOD_WORDS[held.method])


def draw_round(book: Book, known: Known, held: VoteRound, number: int) -> None:
    """Tell one round, with its charts and the tables they are drawn from."""
    counted = tally(known.vision, held.id)
    book.heading(say("Round {number}: {method}", number=number, method=method_of(held)), 2)
    _how(book, held, counted)
    if not counted.results:
        return
    _voters(book, counted)
    _sums(book, known, held, counted)
    if held.method is not Method.HANDS:
        _spread(book, known, held, counted)
    _not_lost(book, known, counted)


def _how(book: Book, held: VoteRound, counted: Tally) -> None:
    told = [say("The question was: {question}", question=held.question)] if held.question else []
    told += [say("It was asked on {day}.", day=say_date(held.held_on))] if held.held_on else []
    told.append(say(_HOW[held.method]))
    if held.method is Method.DOTS:
        told.append(say_many("Each had {count} dot.", "Each had {count} dots.", held.dots))
    told.append(say_many("{count} person voted.", "{count} people voted.", counted.people))
    if counted.proxies:
        told.append(
            say_many(
                "For {count} of them somebody else put it in, as they were told to.",
                "For {count} of them somebody else put it in, as they were told to.",
                counted.proxies,
            )
        )
    book.paragraph(" ".join(told))


def _voters(book: Book, counted: Tally) -> None:
    if _told_apart(counted):
        columns = [Column(say("Who voted"), 3.0), Column(say("People"), 3.0)]
        most = max(counted.voters.values())
        rows = [
            (say(STANDING_WORDS[one]), Cell(str(count), bar=count / most))
            for one, count in counted.voters.items()
        ]
        draw_table(book, columns, rows, points=10)
    elif counted.voters:
        book.paragraph(
            say(
                "Who gave what is not shown by where people speak from: it was not noted, or "
                "somebody who voted alone could be recognised."
            )
        )


def _told_apart(counted: Tally) -> bool:
    """Tell whether it may be shown from where people speak who voted."""
    return any(one is not Standing.UNKNOWN for one in counted.voters)


def _sums(book: Book, known: Known, held: VoteRound, counted: Tally) -> None:
    if not _told_apart(counted):
        _plain_sums(book, known, held, counted)
        return
    given = say(_GIVEN[held.method])
    sides = [one for one in Standing if any(one in each.by_standing for each in counted.results)]
    bars = [
        Bar(_label(known, one.priority), tuple(one.by_standing.get(side, 0) for side in Standing))
        for one in counted.results
    ]
    names = [say(STANDING_WORDS[one]) for one in Standing]
    title = say("What was given, by where people speak from")
    book.heading(title, 3, bookmarked=False, keep=_with_table(book, bars, names))
    draw_bars(book, bars, names, partial(_sums_in_words, given))
    columns = [Column(say("No."), 0.75), Column(say("Priority"), 2.8), Column(say("Sum"), 0.9)]
    columns += [Column(say(_BRIEFLY[side]), 1.75) for side in sides]
    rows: list[Row] = [
        (
            Cell(refs=known.refs("priorities", [one.priority])),
            known.vision.priorities[one.priority].title,
            str(one.total),
            *(str(one.by_standing.get(side, 0)) for side in sides),
        )
        for one in counted.results
    ]
    draw_table(book, columns, rows, points=9)


def _with_table(book: Book, bars: Sequence[Bar], names: Sequence[str]) -> float:
    """Return how tall a chart is with its table, or with some rows where that leaves a hole."""
    chart, room = bars_tall(book, bars, names), book.bottom - book.top
    both = chart + _ROW * (len(bars) + 2)
    leaves_a_hole = book.y + both > book.bottom and book.y - book.top < room * _HOLE
    if both < room * 0.9 and not leaves_a_hole:
        return both
    return chart + _ROW * _FIRST_ROWS if leaves_a_hole else chart


def _plain_sums(book: Book, known: Known, held: VoteRound, counted: Tally) -> None:
    """Show sums alone, where it may not be told who gave them."""
    keep = _ROW * min(len(counted.results) + 1, _SOME_ROWS)
    book.heading(say("What was given"), 3, bookmarked=False, keep=keep)
    most = max((one.total for one in counted.results), default=0) or 1
    columns = [Column(say("No."), 0.85), Column(say("Priority"), 4.0)]
    columns.append(Column(say(_GIVEN[held.method]), 4.0))
    rows: list[Row] = [
        (
            Cell(refs=known.refs("priorities", [one.priority])),
            known.vision.priorities[one.priority].title,
            Cell(str(one.total), bar=one.total / most),
        )
        for one in counted.results
    ]
    draw_table(book, columns, rows, points=10)


def _spread(book: Book, known: Known, held: VoteRound, counted: Tally) -> None:
    """Show in each row how many gave how much, as numbers and as columns above the line."""
    most = max((max(one.spread, default=0) for one in counted.results), default=0)
    steps = range((FULL_HAND if held.method is Method.FISTS else most) + 1)
    keep = _TALL_ROW * min(len(counted.results) + 1, _SOME_ROWS)
    book.heading(say("How far people were apart"), 3, bookmarked=False, keep=keep)
    book.paragraph(say(_APART[held.method]), small=True)
    highest = max((max(one.spread.values(), default=0) for one in counted.results), default=0) or 1
    columns = [Column(say("No."), 0.8), Column(say("Priority"), 3.2)]
    columns += [Column(str(step), 0.8) for step in steps]
    rows: list[Row] = [
        (
            Cell(refs=known.refs("priorities", [one.priority])),
            known.vision.priorities[one.priority].title,
            *(_people(one.spread.get(step, 0), highest) for step in steps),
        )
        for one in counted.results
    ]
    draw_table(book, columns, rows, points=9.5)


def _people(count: int, highest: int) -> Cell:
    return Cell(str(count), column=count / highest)


def _not_lost(book: Book, known: Known, counted: Tally) -> None:
    found = [one for one in counted.results if one.not_lost]
    if found:
        book.heading(say("What must not be lost"), 3, bookmarked=False)
        book.paragraph(say("However few dots it got, people said: this must not be lost."))
        columns = [
            Column(say("No."), 0.85),
            Column(say("Priority"), 4.0),
            Column(say("People"), 1.0),
        ]
        rows = [
            (
                Cell(refs=known.refs("priorities", [one.priority])),
                known.vision.priorities[one.priority].title,
                str(one.not_lost),
            )
            for one in found
        ]
        draw_table(book, columns, rows, points=10)


def _label(known: Known, priority: str) -> str:
    name = known.name("priorities", priority)
    return f"{name} {known.vision.priorities[priority].title}"


def _sums_in_words(given: str, bars: Sequence[Bar]) -> str:
    told = "; ".join(f"{bar.label}: {sum(bar.parts)}" for bar in bars)
    return say(
        "Chart. {given}: {told}. The table below says the same and who gave it.",
        given=given,
        told=told,
    )
