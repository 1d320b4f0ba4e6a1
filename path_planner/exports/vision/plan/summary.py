"""The summary, and what was promised from the start."""

from functools import partial

from path_planner.analysis.ranking import chosen
from path_planner.domain.base import sorted_records
from path_planner.domain.vision.vision import Limits
from path_planner.exports.scene_to_pdf import PdfSceneRenderer
from path_planner.exports.vision.plan.chapter import Chapter, nothing_yet
from path_planner.exports.vision.plan.context import PlanContext, actions_of
from path_planner.i18n import N_, _, ngettext
from path_planner.pdf.canvas import Box
from path_planner.pdf.report import Report
from path_planner.pdf.table import Cell, Column, draw_table
from path_planner.scene.model import Scene


def draw_summary(book: Report, known: PlanContext) -> None:
    """Write the summary, how many were heard, the themes and what was chosen."""
    vision, whole = known.vision, known.whole
    book.prose(vision.about.summary)
    paths = ngettext("{count} PATH", "{count} PATHs", whole.paths)
    talks = ngettext("{count} conversation", "{count} conversations", whole.conversations)
    people = ngettext("at least {count} person", "at least {count} people", whole.people)
    book.paragraph(
        _(
            "This plan draws on {paths} and {conversations}, with {people}.",
            paths=paths,
            conversations=talks,
            people=people,
        )
    )
    if vision.themes:
        book.heading(_("What people said"), 2)
        draw_table(
            book,
            [Column(_("No."), 0.5), Column(_("Theme"), 2.0), Column(_("In our words"), 4.0)],
            [
                (_linked(known, "themes", one.id), one.name, one.statement)
                for one in sorted_records(vision.themes)
            ],
            points=10,
        )
    if chosen(vision):
        book.heading(_("What we chose to work on"), 2)
        draw_table(
            book,
            [Column(_("No."), 0.5), Column(_("Priority"), 4.0), Column(_("Actions"), 2.0)],
            [
                (
                    _linked(known, "priorities", one.id),
                    one.title,
                    Cell(refs=known.refs("actions", actions_of(known, [one.id]))),
                )
                for one in chosen(vision)
            ],
            points=10,
        )


def _linked(known: PlanContext, collection: str, record_id: str) -> Cell:
    return Cell(refs=known.refs(collection, [record_id]))


def draw_limits(book: Report, known: PlanContext) -> None:
    """Write what can change, what cannot, who decides, the money, and the promise."""
    limits = known.vision.limits
    rows = (
        ((_("What we promised"), limits.promise),),
        (
            (_("What can change"), limits.can_change),
            (_("What cannot change"), limits.cannot_change),
        ),
        ((_("Who decides"), limits.who_decides), (_("The money there is"), limits.budget)),
    )
    for row in rows:
        parts = [partial(_limit, book, *each) for each in row if each[1]]
        if parts:
            book.beside(*parts)
    if limits == Limits():
        nothing_yet(book)


def _limit(book: Report, title: str, words: str) -> None:
    book.heading(title, 2, points=14, bookmarked=False, keep=book.look.size * 3)
    book.prose(words)


SUMMARY = Chapter("summary", N_("The plan in short"), draw_summary)
LIMITS = Chapter("limits", N_("What we promised, and its limits"), draw_limits, runs_on=True)


TITLE = N_("Our vision")
_LARGE, _LARGER = 26.0, 17.0
_SHORT = 700
"""A vision of so few letters has a page to itself, in letters to be read from afar."""


def draw_vision(book: Report, known: PlanContext, scene: Scene) -> None:
    """Write how it is when it has come true; then draw the PATH, as large as a page is."""
    words = known.vision.about.vision
    if words:
        book.paragraph(_("It has come true. This is how it is."))
        book.space(book.look.size * 2)
        for part in words.split("\n\n"):
            if part.strip():
                book.lead(part.strip("\n"), points=_LARGE if len(words) < _SHORT else _LARGER)
    else:
        nothing_yet(book)
    with book.landscape() as room:
        scale = min(room.width / scene.width, room.height / scene.height)
        width, height = scene.width * scale, scene.height * scale
        x, y = room.x + (room.width - width) / 2, room.y + (room.height - height) / 2
        with book.document.window(Box(0, 0, width, height), x, y):
            PdfSceneRenderer(book.document, scene, scale, bookmarked=False).whole()
