"""Each theme on its own: what people say, how many, who, in which words, and what comes of it."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from path_planner.analysis.counts import count_of, count_sentence, is_few
from path_planner.analysis.quote_sampling import SAMPLE_SIZE
from path_planner.domain.base import sorted_records
from path_planner.domain.vision.theme import Cause, Disagreement, Theme
from path_planner.exports.vision.plan.chapter import Chapter, nothing_yet
from path_planner.exports.vision.plan.context import (
    PlanContext,
    actions_of,
    outcomes_of,
    priorities_of,
)
from path_planner.exports.vision.plan.disagreements import SIDE, draw_disagreement, shown_in
from path_planner.exports.vision.plan.figures import draw_drawings, draw_stamp
from path_planner.exports.vision.plan.participants import draw_standings
from path_planner.exports.vision.plan.quotes import draw_blocks
from path_planner.exports.vision.plan.recording import ToldBook
from path_planner.i18n import N_, _, ngettext
from path_planner.pdf.canvas import Box
from path_planner.pdf.crossref import Ref, refs_paragraph
from path_planner.pdf.report import Entry, Report
from path_planner.pdf.structure import Anchor
from path_planner.pdf.table import Cell, Column, draw_table
from path_planner.typography.fonts import DOCUMENT_BOLD

_STAMP = 30.0
_KEPT = 14.0
"""Ems that a disagreement begins with: what it is about, and the first words of both sides."""
_NEARLY_EMPTY = 0.35
_WHY_AND_WHAT = (5.0, 2.0)
"""Reasons are sentences; what comes of a theme are short names."""


class Quotes(NamedTuple):
    """As many quotes as a theme shows of people, and of each side of a disagreement."""

    of_people: int = SAMPLE_SIZE
    of_a_side: int = SIDE
    apart: bool = False
    """What people see differently begins a page, which else had only the last lines on it."""


_USUAL = Quotes()
_MORE = (Quotes(12), Quotes(10), Quotes(8))
"""Where a handful leaves a hole, more people are quoted."""
_FEWER = (Quotes(5), Quotes(4), Quotes(4, 2), Quotes(3, 2), Quotes(3, 1))
"""Where a handful makes a theme go on over a page that then is nearly empty."""


def draw(book: Report, known: PlanContext) -> None:
    """Say what themes are, then give each its own pages."""
    themes = sorted_records(known.vision.themes)
    if not themes:
        nothing_yet(book)
        return
    book.paragraph(
        _(
            "People put together what belongs together, and found words for it. Each theme says "
            "in how many PATHs and conversations it was heard, not how often it was said."
        )
    )
    _at_a_glance(book, known, themes)
    for theme in themes:
        book.new_page()
        _theme(book, known, theme, _quotes_for(book, known, theme))


def _at_a_glance(book: Report, known: PlanContext, themes: Sequence[Theme]) -> None:
    """Show in how many PATHs and conversations each theme was heard, beside all the others."""
    columns = (
        Column(_("No."), 0.7),
        Column(_("Theme"), 2.8),
        Column(_("PATHs, of {count}", count=known.whole.paths), 2.6),
        Column(_("Conversations, of {count}", count=known.whole.conversations), 1.8),
        Column(_("People, at least"), 1.8),
    )
    counts = {one.id: count_of(known.vision, known.by_theme[one.id]) for one in themes}
    rows = [
        (
            Cell(refs=known.refs("themes", [one.id])),
            one.name,
            Cell(
                str(counts[one.id].paths),
                bar=counts[one.id].paths / max(known.whole.paths, 1),
            ),
            str(counts[one.id].conversations),
            str(counts[one.id].people),
        )
        for one in themes
    ]
    draw_table(book, columns, rows, points=10)


def _quotes_for(book: Report, known: PlanContext, theme: Theme) -> Quotes:
    """Return as many quotes as leave no page nearly empty, as tried on paper nobody sees."""

    def end(quotes: Quotes) -> tuple[int, float]:
        tried = ToldBook(book.document.facts, look=book.look)
        _theme(tried, known, theme, quotes)
        return len(tried.document.pages), tried.y - tried.top

    def pages(quotes: Quotes) -> int:
        return end(quotes)[0]

    usual = pages(_USUAL)
    if usual > 1 and pages(_FEWER[-1]) < usual:
        return next(quotes for quotes in _FEWER if pages(quotes) < usual)
    found = next((quotes for quotes in _MORE if pages(quotes) == usual), _USUAL)
    apart = found._replace(apart=True)
    short = usual > 1 and end(found)[1] < (book.bottom - book.top) * _NEARLY_EMPTY
    return apart if short and pages(apart) == usual else found


def _theme(book: Report, known: PlanContext, theme: Theme, quotes: Quotes) -> None:
    voices = known.by_theme[theme.id]
    _opener(book, known, theme)
    count = count_of(known.vision, voices)
    book.paragraph(count_sentence(count, known.whole), style=DOCUMENT_BOLD)
    if voices and is_few(count):
        book.paragraph(
            _("Few people said this. Please do not try to find out who they are."), small=True
        )
    _agreed(book, theme)
    if voices:
        draw_standings(book, known, voices)
    told = [one for one in sorted_records(known.vision.disagreements) if one.theme == theme.id]
    below = {voice for one in told for voice in shown_in(known, one, quotes.of_a_side)}
    draw_blocks(book, known, voices, below, quotes.of_people)
    _drawings(book, known, theme)
    _differently(book, known, told, quotes)
    _why_and_what_comes(book, known, theme)
    if voices:
        name = known.name("themes", theme.id)
        leads = Ref(
            _("in the evidence"), voices_of(name), _("All voices of theme {name}", name=name)
        )
        refs_paragraph(book, _("All voices of this theme:"), [leads])


def _opener(book: Report, known: PlanContext, theme: Theme) -> None:
    """Write name and statement large, with the picture at the far side."""
    name, top, left, width = known.name("themes", theme.id), book.y, book.left, book.width
    page = book.document.here
    book.document.anchor(name, top - book.look.size)
    book.width -= _STAMP + 8
    book.left += _STAMP + 8 if book.mirrored else 0
    book.paragraph(_("Theme {name}", name=name), small=True)
    book.y -= book.look.size
    book.heading(theme.name, 2, points=24)
    if theme.statement:
        book.lead(theme.statement, points=17)
    book.left, book.width = left, width
    x = left + (0 if book.mirrored else width - _STAMP)
    here = book.document.here
    book.document.goto_page(page)
    draw_stamp(book, theme.picture, Box(x, top, _STAMP, _STAMP))
    book.document.goto_page(here)
    if here == page:
        book.y = max(book.y, top + _STAMP + 3)
    book.space(2)


def _agreed(book: Report, theme: Theme) -> None:
    if theme.agreed_by:
        book.paragraph(
            ngettext(
                "{count} member of the steering group agreed to these words.",
                "{count} members of the steering group agreed to these words.",
                len(theme.agreed_by),
            ),
            small=True,
        )


def _drawings(book: Report, known: PlanContext, theme: Theme) -> None:
    drawings = [one for one in sorted_records(known.vision.drawings) if one.theme == theme.id]
    if drawings:
        book.heading(_("What people drew"), 3, bookmarked=False)
        draw_drawings(book, known, drawings)


def _differently(
    book: Report, known: PlanContext, found: Sequence[Disagreement], quotes: Quotes
) -> None:
    if found:
        if quotes.apart:
            book.new_page()
        keep = book.look.size * _KEPT
        book.heading(_("What people see differently"), 3, bookmarked=False, keep=keep)
        for one in found:
            draw_disagreement(book, known, one, quotes.of_a_side)


def _why_and_what_comes(book: Report, known: PlanContext, theme: Theme) -> None:
    """Tell why it is like this, and beside it what comes of it."""
    causes = [one for one in sorted_records(known.vision.causes) if one.theme == theme.id]
    priorities = priorities_of(known, theme.id)
    parts = [partial(_causes, book, known, causes)] if causes else []
    parts += [partial(_what_comes, book, known, priorities)] if priorities else []
    if parts:
        book.beside(*parts, shares=_WHY_AND_WHAT if len(parts) > 1 else ())


def _causes(book: Report, known: PlanContext, causes: Sequence[Cause]) -> None:
    book.heading(_("Why it is like this"), 3, bookmarked=False)
    book.bullets([f"{known.name('causes', one.id)}: {one.text}" for one in causes])


def _what_comes(book: Report, known: PlanContext, priorities: Sequence[str]) -> None:
    book.heading(_("What comes of it"), 3, bookmarked=False)
    told = (
        (_("Priorities:"), known.refs("priorities", priorities)),
        (_("Actions:"), known.refs("actions", actions_of(known, priorities))),
        (_("Outcomes:"), known.refs("outcomes", outcomes_of(known, priorities))),
    )
    for label, refs in told:
        refs_paragraph(book, label, refs)


def voices_of(theme: str) -> Anchor:
    """Return the place in the evidence where all voices of a theme are named."""
    return Anchor(f"{theme} voices")


def entries(known: PlanContext) -> list[Entry]:
    """Name each theme in the contents."""
    return [
        Entry(f"{name} {theme.name}", Anchor(name), 1)
        for theme in sorted_records(known.vision.themes)
        if (name := known.name("themes", theme.id))
    ]


CHAPTER = Chapter("themes", N_("What people said, theme by theme"), draw, entries)
