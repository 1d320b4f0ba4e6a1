"""The evidence: every voice, and the way from it to theme, priority, action and outcome."""

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
from path_planner.exports.vision.plan.quotes import language_of, said_by
from path_planner.exports.vision.plan.themes import voices_of
from path_planner.i18n import N_, _
from path_planner.pdf.table import Cell, Column, Row

IN_A_TABLE = 100
"""So many voices stand below a heading, so that a voice is found through the bookmarks."""
_POINTS = 9.0


def content(known: PlanContext) -> Iterator[blocks.Block]:
    """Return the way from themes to actions, then all voices."""
    yield blocks.Paragraph(
        _(
            "You can trace each line of this plan back to the people who said it. Each number "
            "is a link. If a voice is counted but not quoted, its words are left out here."
        )
    )
    if known.vision.themes:
        yield blocks.Heading(_("From themes to outcomes"))
        yield _themes(known)
        yield blocks.Heading(_("The voices of each theme"))
        yield from _voices_of_themes(known)
    if are_many(known):
        yield blocks.Heading(_("The PATHs and conversations"))
        yield sources_table(known)
    traces = trace(known.vision)
    for start in range(0, len(traces), IN_A_TABLE):
        part = traces[start : start + IN_A_TABLE]
        first, last = (known.name("voices", one.voice) for one in (part[0], part[-1]))
        yield blocks.Heading(_("Voices {first} to {last}", first=first, last=last))
        yield _voices(known, part)


def _themes(known: PlanContext) -> blocks.Table:
    columns = (
        Column(_("Theme"), 0.95),
        Column(_("Name"), 3.0),
        Column(_("Causes"), 1.2),
        Column(_("Priorities"), 1.2),
        Column(_("Actions"), 1.8),
        Column(_("Outcomes"), 1.2),
    )
    return blocks.Table(columns, tuple(_theme_rows(known)), points=_POINTS)


def _voices_of_themes(known: PlanContext) -> Iterator[blocks.Block]:
    for theme in sorted_records(known.vision.themes):
        name = known.name("themes", theme.id)
        voices = known.refs("voices", [one.id for one in known.by_theme[theme.id]])
        if voices:
            yield blocks.References(
                f"{name} {theme.name}:",
                voices,
                points=_POINTS,
                anchor=voices_of(name).name,
                keep=blocks.EM * 3,
            )


def _theme_rows(known: PlanContext) -> Iterator[Row]:
    vision = known.vision
    for theme in sorted_records(vision.themes):
        causes = [cause.id for cause in sorted_records(vision.causes) if cause.theme == theme.id]
        priorities = priorities_of(known, theme.id)
        yield (
            Cell(refs=known.refs("themes", [theme.id])),
            theme.name,
            " ".join(known.name("causes", cause) for cause in causes) or "–",
            _cell(known, "priorities", priorities),
            _cell(known, "actions", actions_of(known, priorities)),
            _cell(known, "outcomes", outcomes_of(known, priorities)),
        )


def _voices(known: PlanContext, traces: Sequence[Trace]) -> blocks.Table:
    columns = (
        Column(_("Voice"), 0.9),
        Column(_("What was said"), 4.1),
        Column(_("By"), 1.9),
        Column(_("From"), 0.85),
        Column(_("Theme"), 1.0),
        Column(_("Priority"), 1.1),
        Column(_("Action, outcome"), 1.9),
    )
    return blocks.Table(columns, tuple(_row(known, trace) for trace in traces), points=_POINTS)


def _row(known: PlanContext, one: Trace) -> Row:
    voice = known.vision.voices[one.voice]
    name, quote = known.name("voices", one.voice), known.quote(voice)
    said = (
        Cell(quote.words, language=language_of(quote))
        if quote
        else Cell(_("Counted, not quoted"), quiet=True)
    )
    after = known.refs("actions", one.actions) + known.refs("outcomes", one.outcomes)
    themes = known.refs("themes", one.themes)
    return (
        Cell(name, anchor=name),
        said,
        said_by(quote) if quote else "–",
        Cell(refs=known.refs("sources", [voice.source])),
        Cell(_("Said by one person") if voice.alone else "" if themes else "–", refs=themes),
        _cell(known, "priorities", one.priorities),
        Cell(refs=after) if after else "–",
    )


def _cell(known: PlanContext, collection: str, ids: Sequence[str]) -> str | Cell:
    refs = known.refs(collection, ids)
    return Cell(refs=refs) if refs else "–"


CHAPTER = blocks.Chapter("evidence", N_("The evidence: every voice and what came from it"), content)
