"""The chapters with the plan in brief, the limits, the vision, and the poster."""

from collections.abc import Container, Iterator, Sequence

from path_planner.analysis.counts import count_of, count_sentence, participation_sentences
from path_planner.analysis.publishable import truncate
from path_planner.analysis.quotes import Quote
from path_planner.analysis.ranking import chosen, priorities_by_weight
from path_planner.domain.base import sorted_records
from path_planner.domain.vision.plan import Action
from path_planner.domain.vision.theme import Theme
from path_planner.domain.vision.vision import Limits
from path_planner.domain.vision.voting import Priority
from path_planner.exports.vision.plan import blocks
from path_planner.exports.vision.plan.context import PlanContext, actions_of, outcomes_of
from path_planner.exports.vision.plan.detail import EVERYTHING
from path_planner.exports.vision.publication_notes import unread_notice
from path_planner.i18n import N_, _, format_date, ngettext
from path_planner.pdf.table import Cell, Column, Row

_MOST_LETTERS = 420
"""Letters of the summary in the brief; a longer one stands whole in the chapter of the vision."""
_QUOTE, _TEXT = 150, 110
_TURNS = 5
_ACTIONS, _MEASURES = 3, 2
"""The most of each beside a priority; the others are named by their numbers."""


def summary_content(context: PlanContext) -> Iterator[blocks.Block]:
    """Return the plan on two pages: what people said, what was chosen, and what will be done."""
    vision = context.vision
    if notice := unread_notice(context.options.marks):
        yield blocks.Paragraph(notice, bold=True)
    yield from blocks.prose(truncate(vision.about.summary, _MOST_LETTERS))
    heard = [f"{sentence}." for sentence in participation_sentences(context.whole)]
    missing = sorted_records(vision.unheard)
    if missing:
        names = "; ".join(one.who for one in missing[:4])
        heard.append(_("Not heard yet: {names}.", names=truncate(names, 2 * _TEXT)))
    yield blocks.Paragraph(" ".join(heard) or _("Nobody has been heard yet."), bold=True)
    limits = ((_("Who decides"), vision.limits.who_decides), (_("Money"), vision.limits.budget))
    facts = [f"{title}: {truncate(words, _TEXT)}" for title, words in limits if words]
    if facts:
        yield blocks.Paragraph("\n".join(facts), small=True)
    yield from _chosen(context)
    yield from _others(context)
    if context.voices:
        yield blocks.Paragraph(
            _("Every voice is in the evidence, a second file. The numbers are the same in both."),
            small=True,
        )


def _chosen(context: PlanContext) -> Iterator[blocks.Block]:
    """Return a row for each priority: theme, people and a quote; actions; measures."""
    priorities = priorities_by_weight(context.vision)
    if not priorities:
        return
    title = (
        _("What we chose to work on")
        if chosen(context.vision)
        else _("What we could work on; nothing is chosen yet")
    )
    yield blocks.Heading(title)
    columns = (
        Column(_("What comes first"), 2.1),
        Column(_("What people said"), 3.2),
        Column(_("What will be done, by whom and when"), 3.6),
        Column(_("How we will know"), 2.1),
    )
    most = context.detail.brief
    shown = priorities[:most]
    rows: list[Row] = []
    voices: list[str] = []
    for priority in shown:
        theme = context.main_theme([priority.id])
        quote = _quote(context, theme, voices) if theme else None
        rows.append(_row(context, priority, theme, quote))
        voices += [quote.voice] if quote else []
    yield blocks.Table(columns, tuple(rows), points=9, voices=tuple(voices))
    if rest := priorities[most:]:
        yield blocks.Heading(_("Also chosen"), 3, bookmarked=False)
        yield blocks.BulletList(tuple(_short(context, priority) for priority in rest[:most]))
        yield from blocks.more(len(rest) - most)


def _quote(context: PlanContext, theme: Theme, used: Container[str]) -> Quote | None:
    """Return a quote of a theme that does not stand there yet, if there is one."""
    turns = (context.best_quote(theme.id, turn) for turn in range(_TURNS))
    found = [quote for quote in turns if quote]
    return next((quote for quote in found if quote.voice not in used), next(iter(found), None))


def _row(context: PlanContext, priority: Priority, theme: Theme | None, quote: Quote | None) -> Row:
    actions = [context.vision.actions[action] for action in actions_of(context, [priority.id])]
    return (
        Cell(
            f"{context.name('priorities', priority.id)} {truncate(priority.title, _TEXT)}",
        ),
        _words_of(context, priority, theme, quote) if theme else "–",
        "\n".join(_done(context, action) for action in actions[:_ACTIONS])
        + _and_more(len(actions) - _ACTIONS)
        if actions
        else _("Nothing planned yet."),
        _measures(context, priority, actions),
    )


def _words_of(context: PlanContext, priority: Priority, theme: Theme, quote: Quote | None) -> str:
    count = count_of(context.vision, context.by_theme[theme.id])
    words = f"{context.name('themes', theme.id)} {truncate(theme.name, _TEXT)}"
    parts = [words, count_sentence(count, context.whole)]
    if quote:
        parts.append(_("“{words}”", words=truncate(" ".join(quote.words.split()), _QUOTE)))
    others = [
        f"{context.name('themes', other)} {context.vision.themes[other].name}"
        for other in dict.fromkeys(priority.themes)
        if other in context.vision.themes and other != theme.id
    ]
    if others:
        parts.append(_("Also: {themes}", themes=truncate("; ".join(others), _QUOTE)))
    return "\n".join(parts)


def _done(context: PlanContext, action: Action) -> str:
    facts = [
        truncate(action.who, _TEXT) or _("nobody yet"),
        _("by {date}", date=format_date(action.by_when)) if action.by_when else _("no date yet"),
    ]
    name = context.name("actions", action.id)
    return f"{name} {truncate(action.what, _TEXT)} ({', '.join(facts)})"


def _and_more(count: int) -> str:
    if count <= 0:
        return ""
    return "\n" + ngettext("and {count} more action", "and {count} more actions", count)


def _measures(context: PlanContext, priority: Priority, actions: Sequence[Action]) -> str:
    outcomes = [context.vision.outcomes[one] for one in outcomes_of(context, [priority.id])]
    found = [one.measure or one.statement for one in outcomes]
    found = found or [action.how_we_know for action in actions if action.how_we_know]
    shown = list(dict.fromkeys(truncate(words, _TEXT) for words in found))[:_MEASURES]
    return "\n".join(shown) or _("No measure yet")


def _short(context: PlanContext, priority: Priority) -> str:
    """Return a priority with its theme and people in one line."""
    theme = context.main_theme([priority.id])
    name = context.name("priorities", priority.id)
    words = f"{name} {truncate(priority.title, _TEXT)}"
    if theme is None:
        return words
    count = count_of(context.vision, context.by_theme[theme.id])
    said = count_sentence(count, context.whole)
    return f"{words}. {context.name('themes', theme.id)} {truncate(theme.name, _TEXT)}: {said}"


def _others(context: PlanContext) -> Iterator[blocks.Block]:
    """Return the themes that most people spoke of and that no chosen priority works on."""
    worked_on = {theme for one in priorities_by_weight(context.vision) for theme in one.themes}
    others = [one for one in context.ranked if one.theme.id not in worked_on and one.said.everyone]
    if others:
        # Below a heading of priorities, if there are any: levels of headings are never left out.
        level = 3 if priorities_by_weight(context.vision) else 2
        yield blocks.Heading(_("What else people said"), level, bookmarked=False)
        yield blocks.BulletList(
            tuple(
                f"{context.name('themes', one.theme.id)} {truncate(one.theme.name, _TEXT)}: "
                f"{count_sentence(one.said, context.whole)}"
                for one in others[: context.detail.brief]
            )
        )


def limits_content(context: PlanContext) -> Iterator[blocks.Block]:
    """Return the limits: what can change, what cannot, who decides, budget, promise."""
    limits = context.vision.limits
    rows = (
        ((_("What we promised"), limits.promise),),
        (
            (_("What can change"), limits.can_change),
            (_("What cannot change"), limits.cannot_change),
        ),
        ((_("Who decides"), limits.who_decides), (_("Money available"), limits.budget)),
    )
    for row in rows:
        parts = tuple(_limit(title, words) for title, words in row if words)
        if parts:
            yield blocks.SideBySide(parts)
    if limits == Limits():
        yield blocks.nothing_yet()


def _limit(title: str, words: str) -> tuple[blocks.Block, ...]:
    return (
        blocks.Heading(title, points=14, bookmarked=False, keep=blocks.EM * 3),
        *blocks.prose(words),
    )


SUMMARY = blocks.Chapter("summary", N_("The plan in brief"), summary_content, runs_on=True)
LIMITS = blocks.Chapter(
    "limits", N_("What we promised, and its limits"), limits_content, runs_on=True
)


TITLE = N_("Our vision")
_LARGE, _LARGER = 20.0, 15.0
_SHORT = 700
"""A vision with fewer characters is set in large type."""


def vision_content(context: PlanContext) -> Iterator[blocks.Block]:
    """Return the vision in the present tense, and the summary if the brief has not all of it."""
    about = context.vision.about
    if about.vision:
        yield blocks.Paragraph(_("It has come true. This is what it is like."))
        for part in blocks.prose(about.vision):
            yield blocks.Lead(part.text, points=_LARGE if len(about.vision) < _SHORT else _LARGER)
    else:
        yield blocks.nothing_yet()
    if len(about.summary) > _MOST_LETTERS or (about.summary and context.detail == EVERYTHING):
        yield blocks.Heading(_("The summary"))
        yield from blocks.prose(about.summary)


VISION = blocks.Chapter("vision", TITLE, vision_content, runs_on=True)
