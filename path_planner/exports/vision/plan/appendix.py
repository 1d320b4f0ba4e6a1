"""The appendix of the plan: every voice, and the golden thread from it to an outcome."""

from collections.abc import Iterator, Sequence

from path_planner.analysis.numbering import Trace, trace
from path_planner.domain.base import sorted_records
from path_planner.exports.vision.plan import blocks
from path_planner.exports.vision.plan.context import (
    PlanContext,
    actions_of,
    outcomes_of,
    priorities_of,
)
from path_planner.exports.vision.plan.participants import are_many, sources_table
from path_planner.exports.vision.plan.quotes import said_by
from path_planner.exports.vision.plan.themes import voices_of
from path_planner.i18n import N_, _, tag_of
from path_planner.pdf.table import Cell, Column, Row

IN_A_TABLE = 100
"""Voices between two headings, so that a voice can be found through the bookmarks."""
_POINTS = 9.0


def content(context: PlanContext) -> Iterator[blocks.Block]:
    """Return the golden thread from themes to actions, then all voices."""
    yield blocks.Paragraph(
        _(
            "You can trace each line of this plan back to the people who said it. Each number "
            "is a link. If a voice is counted but not quoted, its words are left out here."
        )
    )
    if context.vision.themes:
        yield blocks.Heading(_("From themes to outcomes"))
        yield _themes(context)
        yield blocks.Heading(_("The voices of each theme"))
        yield from _voices_of_themes(context)
    if are_many(context):
        yield blocks.Heading(_("The PATHs and conversations"))
        yield sources_table(context)
    traces = trace(context.vision)
    for start in range(0, len(traces), IN_A_TABLE):
        part = traces[start : start + IN_A_TABLE]
        first, last = (context.name("voices", voice.voice) for voice in (part[0], part[-1]))
        yield blocks.Heading(_("Voices {first} to {last}", first=first, last=last))
        yield _voices(context, part)


def _themes(context: PlanContext) -> blocks.Table:
    columns = (
        Column(_("Theme"), 0.95),
        Column(_("Name"), 3.0),
        Column(_("Causes"), 1.2),
        Column(_("Priorities"), 1.2),
        Column(_("Actions"), 1.8),
        Column(_("Outcomes"), 1.2),
    )
    return blocks.Table(columns, tuple(_theme_rows(context)), points=_POINTS)


def _voices_of_themes(context: PlanContext) -> Iterator[blocks.Block]:
    for theme in sorted_records(context.vision.themes):
        name = context.name("themes", theme.id)
        voices = context.refs("voices", [trace.id for trace in context.by_theme[theme.id]])
        if voices:
            yield blocks.References(
                f"{name} {theme.name}:",
                voices,
                points=_POINTS,
                anchor=voices_of(name).name,
                keep=blocks.EM * 3,
            )


def _theme_rows(context: PlanContext) -> Iterator[Row]:
    vision = context.vision
    for theme in sorted_records(vision.themes):
        causes = [cause.id for cause in sorted_records(vision.causes) if cause.theme == theme.id]
        priorities = priorities_of(context, theme.id)
        yield (
            Cell(refs=context.refs("themes", [theme.id])),
            theme.name,
            " ".join(context.name("causes", cause) for cause in causes) or "–",
            _cell(context, "priorities", priorities),
            _cell(context, "actions", actions_of(context, priorities)),
            _cell(context, "outcomes", outcomes_of(context, priorities)),
        )


def _voices(context: PlanContext, traces: Sequence[Trace]) -> blocks.Table:
    columns = (
        Column(_("Voice"), 0.9),
        Column(_("What was said"), 4.1),
        Column(_("By"), 1.9),
        Column(_("From"), 0.85),
        Column(_("Theme"), 1.0),
        Column(_("Priority"), 1.1),
        Column(_("Action, outcome"), 1.9),
    )
    return blocks.Table(columns, tuple(_row(context, trace) for trace in traces), points=_POINTS)


def _row(context: PlanContext, trace: Trace) -> Row:
    voice = context.vision.voices[trace.voice]
    name, quote = context.name("voices", trace.voice), context.quote(voice)
    said = (
        Cell(quote.words, language=tag_of(quote.language))
        if quote
        else Cell(_("Counted, not quoted"), quiet=True)
    )
    after = context.refs("actions", trace.actions) + context.refs("outcomes", trace.outcomes)
    themes = context.refs("themes", trace.themes)
    return (
        Cell(name, anchor=name),
        said,
        said_by(quote) if quote else "–",
        Cell(refs=context.refs("sources", [voice.source])),
        Cell(_("Said by one person") if voice.alone else "" if themes else "–", refs=themes),
        _cell(context, "priorities", trace.priorities),
        Cell(refs=after) if after else "–",
    )


def _cell(context: PlanContext, collection: str, ids: Sequence[str]) -> str | Cell:
    refs = context.refs(collection, ids)
    return Cell(refs=refs) if refs else "–"


CHAPTER = blocks.Chapter("evidence", N_("The evidence: every voice and what came from it"), content)
