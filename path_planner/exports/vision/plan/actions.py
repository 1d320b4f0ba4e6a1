"""The plan: what we do ourselves, what we do with partners, what services do, and what for."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from path_planner.analysis.counts import count_of, count_sentence
from path_planner.analysis.progress import next_review_date, rounds_in_order
from path_planner.analysis.publishable import truncate
from path_planner.analysis.quotes import Quote
from path_planner.domain.base import sorted_records
from path_planner.domain.vision.plan import (
    RESPONSIBLE_PARTY_WORDS,
    Action,
    Outcome,
    ResponsibleParty,
)
from path_planner.domain.vision.theme import Theme
from path_planner.exports.vision.plan import blocks
from path_planner.exports.vision.plan.blocks import numbered_table
from path_planner.exports.vision.plan.context import PlanContext
from path_planner.i18n import N_, _, format_date
from path_planner.pdf.table import Cell, Column, Row

_HEADS_AND_A_ROW = 34.0
_QUOTE = 150
"""Letters of a quote beside an action; the evidence has all of it."""


def actions_content(context: PlanContext) -> Iterator[blocks.Block]:
    """Return a table of actions for each responsible party."""
    actions = sorted_records(context.vision.actions)
    if not actions:
        yield blocks.nothing_yet()
    for doer in ResponsibleParty:
        some = [action for action in actions if action.doer is doer]
        if some:
            yield blocks.Heading(_(RESPONSIBLE_PARTY_WORDS[doer]), keep=_HEADS_AND_A_ROW)
            shown = context.some(some)
            yield _table(context, shown)
            yield from blocks.more(len(some) - len(shown))


def _table(context: PlanContext, actions: Sequence[Action]) -> blocks.Table:
    columns = (
        Column(_("No."), 0.75),
        Column(_("What, and what it needs"), 2.7),
        Column(_("Who and by when"), 1.8),
        Column(_("How we know"), 1.8),
        Column(_("For"), 0.65),
        Column(_("What people said"), 2.8),
    )
    reasons = {action.id: _reason(context, action) for action in actions}
    table = numbered_table(
        context,
        "actions",
        actions,
        columns,
        row=lambda action: _action(context, action, reasons[action.id]),
        points=9,
    )
    quoted = (quote.voice for _theme, quote in reasons.values() if quote)
    return replace(table, voices=tuple(dict.fromkeys(quoted)))


_Reason = tuple[Theme | None, Quote | None]
"""The theme that an action comes from, and a quote of it."""


def _reason(context: PlanContext, action: Action) -> _Reason:
    theme = context.main_theme(action.priorities)
    if theme is None:
        return None, None
    # Actions for the same theme take turns with its quotes.
    turn = [one.id for one in sorted_records(context.vision.actions)].index(action.id)
    return theme, context.best_quote(theme.id, turn)


def _action(context: PlanContext, action: Action, reason: _Reason) -> Row:
    needs = _("Needs: {words}", words=action.resources) if action.resources else ""
    day = format_date(action.by_when) if action.by_when else _("No date yet")
    return (
        "\n".join(part for part in (action.what, needs) if part),
        f"{action.who or _('Nobody yet')}\n{day}",
        action.how_we_know or "–",
        Cell(refs=context.refs("priorities", action.priorities)),
        _said(context, *reason),
    )


def _said(context: PlanContext, theme: Theme | None, quote: Quote | None) -> str:
    if theme is None:
        return "–"
    count = count_of(context.vision, context.by_theme[theme.id])
    parts = [f"{theme.name}: {count_sentence(count, context.whole)}"]
    if quote:
        words = truncate(" ".join(quote.words.split()), _QUOTE)
        parts.append(_("“{words}”", words=words))
    return "\n".join(parts)


def outcomes_content(context: PlanContext) -> Iterator[blocks.Block]:
    """Return the outcomes with their measures, and the date of the next review."""
    outcomes = sorted_records(context.vision.outcomes)
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
            context,
            "outcomes",
            context.some(outcomes),
            columns,
            row=partial(_outcome, context),
            points=9,
        )
        yield from blocks.more(len(outcomes) - len(context.some(outcomes)))
    yield blocks.Heading(_("When we review it"))
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


def _dates(context: PlanContext) -> blocks.Block:
    looks = [
        _("We reviewed it on {day}.", day=format_date(review_round.on))
        for review_round in rounds_in_order(context.vision)[-context.detail.rounds :]
    ]
    coming = next_review_date(context.vision)
    if coming:
        looks.append(_("We will review it together on {day}.", day=format_date(coming)))
    return blocks.BulletList(tuple(looks)) if looks else blocks.Paragraph(_("No date set yet."))


ACTIONS = blocks.Chapter("actions", N_("What will be done"), actions_content, runs_on=True)
OUTCOMES = blocks.Chapter(
    "outcomes", N_("How we will know it worked"), outcomes_content, runs_on=True
)
