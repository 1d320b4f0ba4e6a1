"""The evidence: every voice, and the golden thread from it to an outcome."""

from collections.abc import Iterator, Sequence

from path_planner.analysis.counts import count_of, count_sentence
from path_planner.analysis.numbering import Trace, trace
from path_planner.analysis.queries import single_voices, unassigned_voices
from path_planner.domain.base import sorted_records
from path_planner.exports.vision.plan import blocks
from path_planner.exports.vision.plan.context import (
    PlanContext,
    actions_of,
    outcomes_of,
    priorities_of,
    voices_of,
)
from path_planner.exports.vision.plan.participants import sources_table
from path_planner.exports.vision.plan.quotes import said_by
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
    yield blocks.Heading(_("Where people were heard"))
    yield sources_table(context)
    yield from _lone(context)
    traces = trace(context.vision)
    for start in range(0, len(traces), IN_A_TABLE):
        part = traces[start : start + IN_A_TABLE]
        first, last = (context.name("voices", voice.voice) for voice in (part[0], part[-1]))
        yield blocks.Heading(_("Voices {first} to {last}", first=first, last=last))
        yield _voices(context, part)


def _lone(context: PlanContext) -> Iterator[blocks.Block]:
    """Return where the voices are that one person said, and those in no theme yet."""
    groups = (
        (_("Said by one person:"), single_voices(context.vision)),
        (_("Not in a theme yet:"), unassigned_voices(context.vision)),
    )
    if any(voices for _label, voices in groups):
        yield blocks.Heading(_("Voices outside the themes"))
    for label, voices in groups:
        refs = context.refs("voices", [voice.id for voice in voices])
        yield blocks.References(label, refs, points=_POINTS, keep=blocks.EM * 3)


def _themes(context: PlanContext) -> blocks.Table:
    columns = (
        Column(_("Theme"), 0.95),
        Column(_("Name"), 2.1),
        Column(_("How many said it"), 3.0),
        Column(_("Causes"), 1.2),
        Column(_("Priorities"), 1.4),
        Column(_("Actions"), 1.5),
        Column(_("Outcomes"), 1.5),
    )
    return blocks.Table(columns, tuple(_theme_rows(context)), points=_POINTS)


def _voices_of_themes(context: PlanContext) -> Iterator[blocks.Block]:
    """Return for each theme its words and causes, and where its voices are."""
    for theme in sorted_records(context.vision.themes):
        name = context.name("themes", theme.id)
        yield blocks.Label(f"{name} {theme.name}", anchor=voices_of(name).name, keep=blocks.EM * 5)
        yield from blocks.prose(theme.statement)
        for cause in sorted_records(context.vision.causes):
            if cause.theme == theme.id:
                yield blocks.Paragraph(
                    f"{context.name('causes', cause.id)}: {cause.text}", small=True
                )
        voices = context.refs("voices", [voice.id for voice in context.by_theme[theme.id]])
        yield blocks.References(_("Voices:"), voices, points=_POINTS)


def _theme_rows(context: PlanContext) -> Iterator[Row]:
    vision = context.vision
    for theme in sorted_records(vision.themes):
        causes = [cause.id for cause in sorted_records(vision.causes) if cause.theme == theme.id]
        priorities = priorities_of(context, theme.id)
        name = context.name("themes", theme.id)
        yield (
            Cell(name, anchor=name),
            theme.name,
            count_sentence(count_of(vision, context.by_theme[theme.id]), context.whole),
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
    told = (context.vision.voices[trace.voice] for trace in traces)
    voices = tuple(voice.id for voice in told if context.quote(voice))
    rows = tuple(_row(context, trace) for trace in traces)
    return blocks.Table(columns, rows, points=_POINTS, voices=voices)


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
