"""The chapter of themes: for each its statement, counts, quotes, drawings and consequences."""

from collections.abc import Iterator, Sequence
from functools import partial

from path_planner.analysis.counts import count_of, count_sentence, is_few
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
from path_planner.exports.vision.plan.disagreements import disagreement_blocks, shown_in
from path_planner.exports.vision.plan.figures import figures_of
from path_planner.exports.vision.plan.fitting import Quotes, quotes_that_fit
from path_planner.exports.vision.plan.participants import stakeholder_table
from path_planner.exports.vision.plan.quotes import quotes_by_side
from path_planner.i18n import N_, _, ngettext
from path_planner.pdf.crossref import Ref
from path_planner.pdf.structure import Anchor
from path_planner.pdf.table import Cell, Column

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
