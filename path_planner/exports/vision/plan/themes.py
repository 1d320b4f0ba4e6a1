"""The chapter of themes: for each its statement, counts, quotes, drawings and consequences."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache, partial
from typing import NamedTuple

from path_planner.analysis.counts import count_of, count_sentence, is_few
from path_planner.analysis.quotes import SAMPLE_SIZE
from path_planner.domain.base import sorted_records
from path_planner.domain.vision.theme import Cause, Disagreement, Theme
from path_planner.exports.vision.plan.blocks import (
    EM,
    Block,
    BulletList,
    Chapter,
    Heading,
    PageBreak,
    Paragraph,
    References,
    SideBySide,
    Table,
    ThemeOpener,
    nothing_yet,
)
from path_planner.exports.vision.plan.context import (
    PlanContext,
    actions_of,
    outcomes_of,
    priorities_of,
)
from path_planner.exports.vision.plan.disagreements import SIDE, disagreement_blocks, shown_in
from path_planner.exports.vision.plan.figures import figures_of
from path_planner.exports.vision.plan.participants import stakeholder_table
from path_planner.exports.vision.plan.pdf_renderer import PAGE_STYLE, draw
from path_planner.exports.vision.plan.quotes import quotes_by_side
from path_planner.i18n import N_, _, ngettext
from path_planner.pdf.crossref import Ref
from path_planner.pdf.dry_run import DryRun
from path_planner.pdf.structure import Anchor
from path_planner.pdf.table import Cell, Column

_NEARLY_EMPTY = 0.35
_REMEMBERED = 256


class Quotes(NamedTuple):
    """The number of quotes of a theme, and of each side of a disagreement."""

    of_people: int = SAMPLE_SIZE
    of_a_side: int = SIDE
    apart: bool = False
    """The disagreements begin a new page, instead of leaving a few lines alone on it."""


_USUAL = Quotes()
_MORE = (Quotes(12), Quotes(10), Quotes(8))
"""More quotes, tried if the usual number leaves much space."""
_FEWER = (Quotes(5), Quotes(4), Quotes(4, 2), Quotes(3, 2), Quotes(3, 1))
"""Fewer quotes, tried if the usual number begins a page that stays nearly empty."""


class _Extent(NamedTuple):
    pages: int
    filled: float
    """The part of the last page that is taken."""


def quotes_that_fit(compose: Callable[[Quotes], Iterable[Block]], language: str) -> Quotes:
    """Return the number of quotes; `compose` returns the blocks of a theme for a number."""

    @cache
    def extent(quotes: Quotes) -> _Extent:
        return _extent(tuple(compose(quotes)), language)

    usual = extent(_USUAL).pages
    if usual > 1 and extent(_FEWER[-1]).pages < usual:
        return next(quotes for quotes in _FEWER if extent(quotes).pages < usual)
    found = next((quotes for quotes in _MORE if extent(quotes).pages == usual), _USUAL)
    apart = found._replace(apart=True)
    short = usual > 1 and extent(found).filled < _NEARLY_EMPTY
    return apart if short and extent(apart).pages == usual else found


@lru_cache(maxsize=_REMEMBERED)
def _extent(blocks: tuple[Block, ...], language: str) -> _Extent:
    tried = DryRun(language, page_style=PAGE_STYLE)
    for block in blocks:
        draw(block, tried)
    return _Extent(tried.pages, tried.filled)


_KEPT = EM * 14.0
"""The height of the beginning of a disagreement: its topic, and the first words of both sides."""
_WHY_AND_WHAT = (5.0, 2.0)
"""The shares of the two columns: causes are sentences, consequences are short names."""


def content(context: PlanContext) -> Iterator[Block]:
    """Return an introduction, then each theme on pages of its own."""
    themes = sorted_records(context.vision.themes)
    if not themes:
        yield nothing_yet()
        return
    yield Paragraph(
        _(
            "People put together what belongs together, and found words for it. Each theme "
            "says how many PATHs and conversations it came from, not how often it was said."
        )
    )
    yield _at_a_glance(context, themes)
    for theme in themes:
        yield PageBreak()
        with_quotes = partial(_theme, context, theme)
        yield from with_quotes(quotes_that_fit(with_quotes, context.language))


def _at_a_glance(context: PlanContext, themes: Sequence[Theme]) -> Table:
    """Return a table of the counts of PATHs, conversations and people by theme."""
    columns = (
        Column(_("No."), 0.7),
        Column(_("Theme"), 2.8),
        Column(_("PATHs, of {count}", count=context.whole.paths), 2.6),
        Column(_("Conversations, of {count}", count=context.whole.conversations), 1.8),
        Column(_("People (at least)"), 1.8),
    )
    counts = {theme.id: count_of(context.vision, context.by_theme[theme.id]) for theme in themes}
    rows = tuple(
        (
            Cell(refs=context.refs("themes", [theme.id])),
            theme.name,
            Cell(
                str(counts[theme.id].paths),
                bar=counts[theme.id].paths / max(context.whole.paths, 1),
            ),
            str(counts[theme.id].conversations),
            str(counts[theme.id].people),
        )
        for theme in themes
    )
    return Table(columns, rows, points=10)


def _theme(context: PlanContext, theme: Theme, quotes: Quotes) -> Iterator[Block]:
    voices, name = context.by_theme[theme.id], context.name("themes", theme.id)
    yield ThemeOpener(
        name, _("Theme {name}", name=name), theme.name, theme.statement, theme.picture
    )
    count = count_of(context.vision, voices)
    yield Paragraph(count_sentence(count, context.whole), bold=True)
    if voices and is_few(count):
        yield Paragraph(
            _("Only a few people said this. Please do not try to find out who they are."),
            small=True,
        )
    yield from _agreed(theme)
    if voices:
        yield from stakeholder_table(context, voices)
    disagreements = [
        disagreement
        for disagreement in sorted_records(context.vision.disagreements)
        if disagreement.theme == theme.id
    ]
    below = {voice for one in disagreements for voice in shown_in(context, one, quotes.of_a_side)}
    yield from quotes_by_side(context, voices, below, quotes.of_people)
    yield from _drawings(context, theme)
    yield from _differently(context, disagreements, quotes)
    yield from _why_and_what_comes(context, theme)
    if voices:
        leads = Ref(
            _("in the evidence"), voices_of(name), _("All voices in theme {name}", name=name)
        )
        yield References(_("All voices in this theme:"), (leads,))


def _agreed(theme: Theme) -> Iterator[Block]:
    if theme.agreed_by:
        yield Paragraph(
            ngettext(
                "{count} member of the steering group agreed to these words.",
                "{count} members of the steering group agreed to these words.",
                len(theme.agreed_by),
            ),
            small=True,
        )


def _drawings(context: PlanContext, theme: Theme) -> Iterator[Block]:
    drawings = [
        drawing for drawing in sorted_records(context.vision.drawings) if drawing.theme == theme.id
    ]
    if drawings:
        yield Heading(_("What people drew"), 3, bookmarked=False)
        yield figures_of(context, drawings)


def _differently(
    context: PlanContext, found: Sequence[Disagreement], quotes: Quotes
) -> Iterator[Block]:
    if found:
        if quotes.apart:
            yield PageBreak()
        yield Heading(_("What people see differently"), 3, bookmarked=False, keep=_KEPT)
        for disagreement in found:
            yield from disagreement_blocks(context, disagreement, quotes.of_a_side)


def _why_and_what_comes(context: PlanContext, theme: Theme) -> Iterator[Block]:
    """Return causes, and side by side the priorities, actions and outcomes of a theme."""
    causes = [cause for cause in sorted_records(context.vision.causes) if cause.theme == theme.id]
    priorities = priorities_of(context, theme.id)
    parts = [_causes(context, causes)] if causes else []
    parts += [tuple(_what_comes(context, priorities))] if priorities else []
    if parts:
        yield SideBySide(tuple(parts), shares=_WHY_AND_WHAT if len(parts) > 1 else ())


def _causes(context: PlanContext, causes: Sequence[Cause]) -> tuple[Block, ...]:
    items = (f"{context.name('causes', cause.id)}: {cause.text}" for cause in causes)
    title = Heading(_("Why things are like this"), 3, bookmarked=False)
    return (title, BulletList(tuple(items)))


def _what_comes(context: PlanContext, priorities: Sequence[str]) -> Iterator[Block]:
    yield Heading(_("What comes from it"), 3, bookmarked=False)
    lines = (
        (_("Priorities:"), context.refs("priorities", priorities)),
        (_("Actions:"), context.refs("actions", actions_of(context, priorities))),
        (_("Outcomes:"), context.refs("outcomes", outcomes_of(context, priorities))),
    )
    for label, refs in lines:
        yield References(label, refs)


def voices_of(theme: str) -> Anchor:
    """Return the anchor in the appendix where all voices of a theme are listed."""
    return Anchor(f"{theme} voices")


CHAPTER = Chapter("themes", N_("What people said, theme by theme"), content)
