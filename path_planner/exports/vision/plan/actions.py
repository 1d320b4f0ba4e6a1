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
from path_planner.exports.vision.plan import blocks
from path_planner.exports.vision.plan.context import PlanContext
from path_planner.exports.vision.plan.tables import numbered_table
from path_planner.i18n import N_, _, format_date
from path_planner.pdf.table import Cell, Column, Row

_HEADS_AND_A_ROW = 34.0


def actions_content(known: PlanContext) -> Iterator[blocks.Block]:
    """Return a table for each of those who act."""
    actions = sorted_records(known.vision.actions)
    if not actions:
        yield blocks.nothing_yet()
    for doer in ResponsibleParty:
        some = [action for action in actions if action.doer is doer]
        if some:
            yield blocks.Heading(_(RESPONSIBLE_PARTY_WORDS[doer]), keep=_HEADS_AND_A_ROW)
            yield _table(known, some)


def _table(known: PlanContext, actions: list[Action]) -> blocks.Table:
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
        known, "actions", actions, columns, row=partial(_action, known), points=9.5
    )


def _action(known: PlanContext, one: Action) -> Row:
    return (
        one.what,
        one.who or _("Nobody yet"),
        format_date(one.by_when) if one.by_when else _("No date yet"),
        one.resources or "–",
        one.how_we_know or "–",
        Cell(refs=known.refs("priorities", one.priorities)),
    )


def outcomes_content(known: PlanContext) -> Iterator[blocks.Block]:
    """Return how life is when it has worked, how it is measured, and when we look back."""
    outcomes = sorted_records(known.vision.outcomes)
    if not outcomes:
        yield blocks.nothing_yet()
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
            known, "outcomes", outcomes, columns, row=partial(_outcome, known), points=9.5
        )
    yield blocks.Heading(_("When we review it"))
    yield _dates(known)


def _outcome(known: PlanContext, one: Outcome) -> Row:
    return (
        one.statement,
        one.measure or _("No measure yet"),
        one.chosen_by or "–",
        one.now or "–",
        one.hoped or "–",
        Cell(refs=known.refs("priorities", one.priorities)),
    )


def _dates(known: PlanContext) -> blocks.Block:
    looks = [
        _("We reviewed it on {day}.", day=format_date(review_round.on))
        for review_round in rounds_in_order(known.vision)
    ]
    coming = next_review_date(known.vision)
    if coming:
        looks.append(_("We will review it together on {day}.", day=format_date(coming)))
    return blocks.BulletList(tuple(looks)) if looks else blocks.Paragraph(_("No date set yet."))


ACTIONS = blocks.Chapter("actions", N_("What will be done"), actions_content, runs_on=True)
OUTCOMES = blocks.Chapter(
    "outcomes", N_("How we will know it worked"), outcomes_content, runs_on=True
)
