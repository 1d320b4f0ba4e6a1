"""What matters most, and how it was chosen: who voted, how far people were apart."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import partial

from path_planner.analysis.tally import GROUPS_NOT_SHOWN, Result, Tally, tally
from path_planner.domain.base import sorted_records
from path_planner.domain.vision.sources import StakeholderGroup
from path_planner.domain.vision.vision import Vision
from path_planner.domain.vision.voting import FULL_HAND, METHOD_WORDS, Method, Priority, VoteRound
from path_planner.exports.vision.plan import blocks
from path_planner.exports.vision.plan.blocks import numbered_table
from path_planner.exports.vision.plan.context import PlanContext, actions_of, outcomes_of
from path_planner.i18n import N_, _, format_average, format_date, ngettext
from path_planner.pdf.bar_chart import Bar
from path_planner.pdf.crossref import Ref
from path_planner.pdf.table import Cell, Column, Row

_GIVEN = {
    Method.DOTS: N_("Dots in total"),
    Method.HANDS: N_("Hands raised"),
}
_HOW = {
    Method.DOTS: N_("People voted with dots, in secret."),
    Method.HANDS: N_("People raised a hand if they agreed."),
    Method.FISTS: N_("People held up between no fingers and five to show how much they agreed."),
}
_APART = {
    Method.DOTS: N_("The columns show how many people gave no dots, one dot, two dots and so on."),
    Method.FISTS: N_("The columns show how many people held up no fingers, one finger and so on."),
}
_BRIEFLY = {
    StakeholderGroup.LIVED: N_("Planning for themselves"),
    StakeholderGroup.FAMILY: N_("Families and friends"),
    StakeholderGroup.COMMUNITY: N_("Neighbours"),
    StakeholderGroup.PROFESSIONAL: N_("Professionals"),
    StakeholderGroup.UNKNOWN: N_("Not recorded"),
}
"""The names of the groups in every table and legend of a vote."""
_HEIGHT_ROW = 14.0
"""The approximate height of a table row with vertical bars, in millimetres."""
_SOME_ROWS = 9
"""So many rows stand on one page with their heading, where there are so many."""


def method_of(vote_round: VoteRound) -> str:
    """Return the name of the voting method."""
    return _(METHOD_WORDS[vote_round.method])


def round_blocks(
    context: PlanContext, vote_round: VoteRound, number: int
) -> Iterator[blocks.Block]:
    """Return one round, with its charts and tables."""
    whole = tally(context.vision, vote_round.id)
    counted = whole._replace(results=tuple(context.some(whole.results)))
    yield blocks.Heading(_("Round {number}: {method}", number=number, method=method_of(vote_round)))
    yield _how(vote_round, counted)
    if not counted.results:
        return
    yield from _voters(counted)
    if vote_round.method is Method.FISTS:
        yield from _averages(context, counted)
    elif _told_apart(counted):
        yield _sums(context, vote_round, counted)
    else:
        yield from _plain_sums(context, vote_round, counted)
    if vote_round.method is not Method.HANDS:
        yield from _spread(context, vote_round, counted)
    yield from _not_lost(context, counted)
    yield from blocks.more(len(whole.results) - len(counted.results))


def _how(vote_round: VoteRound, counted: Tally) -> blocks.Paragraph:
    told = (
        [_("The question was: {question}", question=vote_round.question)]
        if vote_round.question
        else []
    )
    told += (
        [_("It was asked on {day}.", day=format_date(vote_round.held_on))]
        if vote_round.held_on
        else []
    )
    told.append(_(_HOW[vote_round.method]))
    if vote_round.method is Method.DOTS:
        told.append(
            ngettext(
                "Each person had {count} dot.", "Each person had {count} dots.", vote_round.dots
            )
        )
    told.append(ngettext("{count} person voted.", "{count} people voted.", counted.people))
    if counted.proxies:
        told.append(
            ngettext(
                "{count} of them had someone else enter their vote, as they asked.",
                "{count} of them had someone else enter their vote, as they asked.",
                counted.proxies,
            )
        )
    return blocks.Paragraph(" ".join(told))


def _voters(counted: Tally) -> Iterator[blocks.Block]:
    if _told_apart(counted):
        columns = (Column(_("Who voted"), 3.0), Column(_("People"), 3.0))
        most = max(counted.voters.values())
        rows = tuple(
            (_(_BRIEFLY[group]), Cell(str(count), bar=count / most))
            for group, count in counted.voters.items()
        )
        yield blocks.Table(columns, rows, points=10)
    elif counted.voters:
        yield blocks.Paragraph(_(GROUPS_NOT_SHOWN))


def _told_apart(counted: Tally) -> bool:
    """Whether the stakeholder groups of voters may be shown."""
    return any(group is not StakeholderGroup.UNKNOWN for group in counted.voters)


def _sums(context: PlanContext, vote_round: VoteRound, counted: Tally) -> blocks.BarChart:
    """Return totals as a bar chart with a part for each stakeholder group."""
    sides = [
        group
        for group in StakeholderGroup
        if any(group in result.by_stakeholder_group for result in counted.results)
    ]
    bars = tuple(
        Bar(
            _label(context, result.priority),
            tuple(result.by_stakeholder_group.get(side, 0) for side in StakeholderGroup),
        )
        for result in counted.results
    )
    columns = [Column(_("No."), 0.75), Column(_("Priority"), 2.8), Column(_("Total"), 0.9)]
    columns += [Column(_(_BRIEFLY[side]), 2.0) for side in sides]
    rows: list[Row] = [
        (
            Cell(refs=context.refs("priorities", [result.priority])),
            context.vision.priorities[result.priority].title,
            str(result.total),
            *(str(result.by_stakeholder_group.get(side, 0)) for side in sides),
        )
        for result in counted.results
    ]
    return blocks.BarChart(
        _("How each group voted"),
        bars,
        tuple(_(_BRIEFLY[group]) for group in StakeholderGroup),
        _(_GIVEN[vote_round.method]),
        blocks.Table(tuple(columns), tuple(rows), points=9),
    )


def _averages(context: PlanContext, counted: Tally) -> Iterator[blocks.Block]:
    """Return the average of a fist of five, how many answered, and the average of each group."""
    keep = blocks.ROW * min(len(counted.results) + 1, _SOME_ROWS)
    yield blocks.Heading(_("How people voted"), 3, bookmarked=False, keep=keep)
    sides = [group for group in counted.voters if _told_apart(counted)]
    columns = [
        Column(_("No."), 0.75),
        Column(_("Priority"), 2.8),
        Column(_("Fingers on average"), 2.2),
        Column(_("How many answered"), 1.6),
        *(Column(_(_BRIEFLY[side]), 2.1) for side in sides),
    ]
    rows: list[Row] = [
        (
            Cell(refs=context.refs("priorities", [result.priority])),
            context.vision.priorities[result.priority].title,
            Cell(
                _in_words(result.average),
                bar=float((result.average or 0) / FULL_HAND),
            ),
            str(result.answered),
            *(_in_words(result.average_of(side)) for side in sides),
        )
        for result in counted.results
    ]
    yield blocks.Table(tuple(columns), tuple(rows), points=9)


def _in_words(average: Fraction | None) -> str:
    return "–" if average is None else format_average(average)


def _plain_sums(
    context: PlanContext, vote_round: VoteRound, counted: Tally
) -> Iterator[blocks.Block]:
    """Return totals alone, if stakeholder groups may not be shown."""
    keep = blocks.ROW * min(len(counted.results) + 1, _SOME_ROWS)
    yield blocks.Heading(_("How people voted"), 3, bookmarked=False, keep=keep)
    most = max((result.total for result in counted.results), default=0) or 1
    columns = (
        Column(_("No."), 0.85),
        Column(_("Priority"), 4.0),
        Column(_(_GIVEN[vote_round.method]), 4.0),
    )
    rows = tuple(
        (
            Cell(refs=context.refs("priorities", [result.priority])),
            context.vision.priorities[result.priority].title,
            Cell(str(result.total), bar=result.total / most),
        )
        for result in counted.results
    )
    yield blocks.Table(columns, rows, points=10)


def _spread(context: PlanContext, vote_round: VoteRound, counted: Tally) -> Iterator[blocks.Block]:
    """Return a table of how many people gave 0, 1, 2 …, with vertical bars."""
    most = max((max(result.spread, default=0) for result in counted.results), default=0)
    steps = range((FULL_HAND if vote_round.method is Method.FISTS else most) + 1)
    keep = _HEIGHT_ROW * min(len(counted.results) + 1, _SOME_ROWS)
    yield blocks.Heading(_("How much people differed"), 3, bookmarked=False, keep=keep)
    yield blocks.Paragraph(_(_APART[vote_round.method]), small=True)
    highest = (
        max((max(result.spread.values(), default=0) for result in counted.results), default=0) or 1
    )
    columns = [Column(_("No."), 0.8), Column(_("Priority"), 3.2)]
    columns += [Column(str(step), 0.8) for step in steps]
    rows: list[Row] = [
        (
            Cell(refs=context.refs("priorities", [result.priority])),
            context.vision.priorities[result.priority].title,
            *(_people(result.spread.get(step, 0), highest) for step in steps),
        )
        for result in counted.results
    ]
    yield blocks.Table(tuple(columns), tuple(rows), points=9.5)


def _people(count: int, highest: int) -> Cell:
    return Cell(str(count), column=count / highest)


def _not_lost(context: PlanContext, counted: Tally) -> Iterator[blocks.Block]:
    found = [result for result in counted.results if result.not_lost]
    if found:
        yield blocks.Heading(_("What must not be lost"), 3, bookmarked=False)
        yield blocks.Paragraph(_("However few dots it got, people said this must not be lost."))
        columns = (
            Column(_("No."), 0.85),
            Column(_("Priority"), 4.0),
            Column(_("People"), 1.0),
        )
        rows = tuple(
            (
                Cell(refs=context.refs("priorities", [priority.priority])),
                context.vision.priorities[priority.priority].title,
                str(priority.not_lost),
            )
            for priority in found
        )
        yield blocks.Table(columns, rows, points=10)


def _label(context: PlanContext, priority: str) -> str:
    name = context.name("priorities", priority)
    return f"{name} {context.vision.priorities[priority].title}"


def content(context: PlanContext) -> Iterator[blocks.Block]:
    """Return the priorities, then each round of votes, then a comparison of the rounds."""
    priorities = sorted_records(context.vision.priorities)
    if not priorities:
        yield blocks.nothing_yet()
        return
    yield _listed(context, context.some(priorities))
    yield from blocks.more(len(priorities) - len(context.some(priorities)))
    rounds = closed_rounds(context.vision)
    if not rounds:
        yield blocks.Paragraph(
            _("No vote has been closed. The list is in the order the group wrote it.")
        )
    shown = list(enumerate(rounds, 1))[-context.detail.rounds :]
    yield from _earlier(len(rounds) - len(shown))
    for index, vote_round in shown:
        yield from round_blocks(context, vote_round, index)
    if len(shown) > 1:
        yield from _beside(context, shown)


def _earlier(count: int) -> Iterator[blocks.Block]:
    if count:
        yield blocks.Paragraph(
            ngettext(
                "{count} earlier round is in the evidence.",
                "{count} earlier rounds are in the evidence.",
                count,
            )
        )


def closed_rounds(vision: Vision) -> list[VoteRound]:
    """Return the closed rounds; open ones are never published."""
    return [vote_round for vote_round in sorted_records(vision.votes) if not vote_round.open]


def _listed(context: PlanContext, priorities: Sequence[Priority]) -> blocks.Table:
    columns = (
        Column(_("No."), 0.85),
        Column(_("What we should work on"), 3.2),
        Column(_("Why"), 2.6),
        Column(_("Themes"), 1.2),
        Column(_("Chosen"), 1.2),
        Column(_("What comes from it"), 1.5),
    )
    return numbered_table(
        context, "priorities", priorities, columns, row=partial(_priority, context), points=10
    )


def _priority(context: PlanContext, priority: Priority) -> Row:
    return (
        priority.title,
        priority.why or "–",
        Cell(refs=context.refs("themes", priority.themes)),
        _("Yes") if priority.chosen else _("Not now"),
        Cell(refs=_comes(context, priority.id)),
    )


def _comes(context: PlanContext, priority: str) -> tuple[Ref, ...]:
    actions = context.refs("actions", actions_of(context, [priority]))
    return actions + context.refs("outcomes", outcomes_of(context, [priority]))


def _beside(context: PlanContext, shown: Sequence[tuple[int, VoteRound]]) -> Iterator[blocks.Block]:
    """Return a table of what each priority got in every round."""
    keep = blocks.ROW * (min(len(context.vision.priorities), _SOME_ROWS) + 2)
    yield blocks.Heading(_("The rounds side by side"), keep=keep)
    rounds = [vote_round for _index, vote_round in shown]
    tallies = [tally(context.vision, vote_round.id) for vote_round in rounds]
    totals = [
        {result.priority: _standing(vote_round, result) for result in counted.results}
        for vote_round, counted in zip(rounds, tallies, strict=True)
    ]
    columns = [Column(_("No."), 0.85), Column(_("Priority"), 3.5)]
    columns += [
        Column(_("Round {number}: {method}", number=index, method=method_of(vote_round)), 1.5)
        for index, vote_round in shown
    ]
    rows: list[Row] = [
        (
            Cell(refs=context.refs("priorities", [priority.id])),
            priority.title,
            *(total.get(priority.id, _("not asked")) for total in totals),
        )
        for priority in context.some(sorted_records(context.vision.priorities))
    ]
    yield blocks.Table(tuple(columns), tuple(rows), points=10)
    held_on = [format_date(vote_round.held_on) for vote_round in rounds if vote_round.held_on]
    if held_on:
        yield blocks.Paragraph(_("Held on: {days}", days=", ".join(held_on)), small=True)


def _standing(vote_round: VoteRound, result: Result) -> str:
    """Return what a priority is ranked by in a round."""
    fists = vote_round.method is Method.FISTS
    return _in_words(result.average) if fists else str(result.total)


CHAPTER = blocks.Chapter(
    "priorities", N_("What we chose to work on, and how"), content, runs_on=True, keep=120
)
