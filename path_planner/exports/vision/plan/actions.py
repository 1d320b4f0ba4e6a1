"""The plan: what we do ourselves, what we do with partners, what services do, and what for."""

from collections.abc import Iterator
from functools import partial

from path_planner.analysis.progress import next_review_date, rounds_in_order
from path_planner.domain.base import sorted_records
from path_planner.domain.vision.plan import (
    RESPONSIBLE_PARTY_WORDS,
    Action,
    Outcome,
    ResponsibleParty,
)
from path_planner.exports.vision.plan.blocks import Block, BulletList, Heading, Paragraph, Table
from path_planner.exports.vision.plan.chapter import Chapter, nothing_yet
from path_planner.exports.vision.plan.context import PlanContext
from path_planner.exports.vision.plan.tables import numbered_table
from path_planner.i18n import N_, _, format_date
from path_planner.pdf.table import Cell, Column, Row

_HEADS_AND_A_ROW = 34.0


def actions_content(context: PlanContext) -> Iterator[Block]:
    """Return a table of actions for each responsible party."""
    actions = sorted_records(context.vision.actions)
    if not actions:
        yield nothing_yet()
    for doer in ResponsibleParty:
        some = [action for action in actions if action.doer is doer]
        if some:
            yield Heading(_(RESPONSIBLE_PARTY_WORDS[doer]), keep=_HEADS_AND_A_ROW)
            yield _table(context, some)


def _table(context: PlanContext, actions: list[Action]) -> Table:
    columns = (
        Column(_("No."), 0.9),
        Column(_("What"), 3.2),
        Column(_("Who"), 2.0),
        Column(_("By when"), 1.9),
        Column(_("What it needs"), 1.9),
        Column(_("How we know"), 2.1),
        Column(_("For"), 0.8),
    )
    return numbered_table(
        context, "actions", actions, columns, row=partial(_action, context), points=9.5
    )


def _action(context: PlanContext, action: Action) -> Row:
    return (
        action.what,
        action.who or _("Nobody yet"),
        format_date(action.by_when) if action.by_when else _("No date yet"),
        action.resources or "–",
        action.how_we_know or "–",
        Cell(refs=context.refs("priorities", action.priorities)),
    )


def outcomes_content(context: PlanContext) -> Iterator[Block]:
    """Return the outcomes with their measures, and the date of the next review."""
    outcomes = sorted_records(context.vision.outcomes)
    if not outcomes:
        yield nothing_yet()
    else:
        columns = (
            Column(_("No."), 0.95),
            Column(_("When it has worked"), 2.8),
            Column(_("How we measure it"), 2.2),
            Column(_("Chosen by"), 1.6),
            Column(_("Now"), 1.5),
            Column(_("What we hope for"), 1.6),
            Column(_("For"), 0.8),
        )
        yield numbered_table(
            context, "outcomes", outcomes, columns, row=partial(_outcome, context), points=9.5
        )
    yield Heading(_("When we review it"))
    yield _dates(context)


def _outcome(context: PlanContext, outcome: Outcome) -> Row:
    return (
        outcome.statement,
        outcome.measure or _("No measure yet"),
        outcome.chosen_by or "–",
        outcome.now or "–",
        outcome.hoped or "–",
        Cell(refs=context.refs("priorities", outcome.priorities)),
    )


def _dates(context: PlanContext) -> Block:
    looks = [
        _("We reviewed it on {day}.", day=format_date(review_round.on))
        for review_round in rounds_in_order(context.vision)
    ]
    coming = next_review_date(context.vision)
    if coming:
        looks.append(_("We will review it together on {day}.", day=format_date(coming)))
    return BulletList(tuple(looks)) if looks else Paragraph(_("No date set yet."))


ACTIONS = Chapter("actions", N_("What will be done"), actions_content, runs_on=True)
OUTCOMES = Chapter("outcomes", N_("How we will know it worked"), outcomes_content, runs_on=True)
