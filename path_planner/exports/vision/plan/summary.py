"""The chapters with the summary, the limits, and the vision with the poster."""

from collections.abc import Iterator

from path_planner.analysis.ranking import chosen
from path_planner.domain.base import sorted_records
from path_planner.domain.vision.vision import Limits
from path_planner.exports.vision.plan import blocks
from path_planner.exports.vision.plan.context import PlanContext, actions_of
from path_planner.exports.vision.publication_notes import unread_notice
from path_planner.i18n import N_, _, ngettext
from path_planner.pdf.table import Cell, Column
from path_planner.scene.model import Scene


def summary_content(context: PlanContext) -> Iterator[blocks.Block]:
    """Return the summary, how many were heard, the themes and what was chosen."""
    vision, whole = context.vision, context.whole
    if notice := unread_notice(context.options.marks):
        yield blocks.Paragraph(notice, bold=True)
    yield from blocks.prose(vision.about.summary)
    paths = ngettext("{count} PATH", "{count} PATHs", whole.paths)
    talks = ngettext("{count} conversation", "{count} conversations", whole.conversations)
    people = ngettext("at least {count} person", "at least {count} people", whole.people)
    yield blocks.Paragraph(
        _(
            "This plan draws on {paths} and {conversations}, with {people}.",
            paths=paths,
            conversations=talks,
            people=people,
        )
    )
    if vision.themes:
        yield blocks.Heading(_("What people said"))
        yield blocks.Table(
            (Column(_("No."), 0.5), Column(_("Theme"), 2.0), Column(_("In our words"), 4.0)),
            tuple(
                (_linked(context, "themes", theme.id), theme.name, theme.statement)
                for theme in sorted_records(vision.themes)
            ),
            points=10,
        )
    if chosen(vision):
        yield blocks.Heading(_("What we chose to work on"))
        yield blocks.Table(
            (Column(_("No."), 0.5), Column(_("Priority"), 4.0), Column(_("Actions"), 2.0)),
            tuple(
                (
                    _linked(context, "priorities", priority.id),
                    priority.title,
                    Cell(refs=context.refs("actions", actions_of(context, [priority.id]))),
                )
                for priority in chosen(vision)
            ),
            points=10,
        )


def _linked(context: PlanContext, collection: str, record_id: str) -> Cell:
    return Cell(refs=context.refs(collection, [record_id]))


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


SUMMARY = blocks.Chapter("summary", N_("The plan in brief"), summary_content)
LIMITS = blocks.Chapter(
    "limits", N_("What we promised, and its limits"), limits_content, runs_on=True
)


TITLE = N_("Our vision")
_LARGE, _LARGER = 26.0, 17.0
_SHORT = 700
"""A vision with fewer characters is set in large type on a page of its own."""


def content(context: PlanContext, scene: Scene) -> Iterator[blocks.Block]:
    """Return the vision in the present tense, then the poster on a page."""
    words = context.vision.about.vision
    if words:
        yield blocks.Paragraph(_("It has come true. This is what it is like."))
        yield blocks.Space(blocks.EM * 2)
        for part in blocks.prose(words):
            yield blocks.Lead(part.text, points=_LARGE if len(words) < _SHORT else _LARGER)
    else:
        yield blocks.nothing_yet()
    yield blocks.Poster(scene)
