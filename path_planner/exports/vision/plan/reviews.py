"""You said, we did: what became of each action, why not, and whether those who said it agree."""

from collections.abc import Iterator

from path_planner.analysis.progress import answers_to, count_answers, replies_in, rounds_in_order
from path_planner.domain.base import sorted_records
from path_planner.domain.vision.plan import PROGRESS_WORDS, Progress, Reply, ReviewRound
from path_planner.exports.vision.plan.blocks import Block, Chapter, Heading, Table, more, prose
from path_planner.exports.vision.plan.context import PlanContext
from path_planner.i18n import N_, _, format_date, ngettext
from path_planner.pdf.table import Cell, Column


def content(context: PlanContext) -> Iterator[Block]:
    """Return every review round in order; nothing if there is none."""
    rounds = rounds_in_order(context.vision)
    shown = rounds[-context.detail.rounds :]
    yield from more(len(rounds) - len(shown))
    for review_round in shown:
        yield Heading(_("On {day}", day=format_date(review_round.on)))
        yield from prose(review_round.words)
        yield from _replies(context, review_round)
        yield from _readings(context, review_round)


def _replies(context: PlanContext, review_round: ReviewRound) -> Iterator[Block]:
    found = replies_in(context.vision, review_round.id)
    replied = [action for action in sorted_records(context.vision.actions) if action.id in found]
    shown = context.some(replied)
    if not shown:
        return
    columns = (
        Column(_("No."), 1.0),
        Column(_("You said"), 2.2),
        Column(_("What was planned"), 2.4),
        Column(_("Progress"), 1.4),
        Column(_("What we did, or why not"), 3.0),
        Column(_("People’s replies"), 2.2),
    )
    rows = []
    for action in shown:
        reply = found[action.id]
        said = [
            context.vision.priorities[priority].title
            for priority in action.priorities
            if priority in context.vision.priorities
        ]
        rows.append(
            (
                Cell(refs=context.refs("actions", [action.id])),
                "\n".join(said) or "–",
                action.what,
                _(PROGRESS_WORDS[reply.progress]),
                _did(reply),
                _answers(context, reply),
            )
        )
    yield Table(columns, tuple(rows), points=9.5)
    yield from more(len(replied) - len(shown))


def _did(reply: Reply) -> str:
    """Return what was done, or why it cannot be done and who decided."""
    parts = [reply.we_did] if reply.we_did else []
    if reply.why:
        parts.append(_("Why: {words}", words=reply.why))
    elif reply.progress is Progress.CANNOT:
        parts.append(_("Nobody has said why."))
    if reply.who_decided:
        parts.append(_("Decided by: {name}", name=reply.who_decided))
    elif reply.progress is Progress.CANNOT:
        parts.append(_("Nobody has said who decided."))
    return "\n".join(parts) or "–"


def _answers(context: PlanContext, reply: Reply) -> str:
    answers = answers_to(context.vision, reply.id)
    if not answers:
        return _("Nobody has replied yet.")
    counted = count_answers(answers)
    parts = []
    if counted.confirm:
        parts.append(
            ngettext(
                "{count} person says it is true.", "{count} people say it is true.", counted.confirm
            )
        )
    if counted.dispute:
        parts.append(
            ngettext(
                "{count} person says it is not true.",
                "{count} people say it is not true.",
                counted.dispute,
            )
        )
    words = [answer.words for answer in answers if answer.words]
    return "\n".join([*parts, *context.some(words)])


def _readings(context: PlanContext, review_round: ReviewRound) -> Iterator[Block]:
    found = [
        reading
        for reading in sorted_records(context.vision.readings)
        if reading.round == review_round.id and reading.outcome in context.vision.outcomes
    ]
    if found:
        yield Heading(_("What the measures showed"), 3, bookmarked=False)
        columns = (
            Column(_("No."), 0.85),
            Column(_("What we hope for"), 3.0),
            Column(_("Now"), 3.0),
        )
        rows = tuple(
            (
                Cell(refs=context.refs("outcomes", [one.outcome])),
                context.vision.outcomes[one.outcome].statement,
                one.words,
            )
            for one in context.some(found)
        )
        yield Table(columns, rows, points=10)
        yield from more(len(found) - len(rows))


CHAPTER = Chapter("reviews", N_("You said, we did"), content, runs_on=True)
