"""Disagreements: both sides side by side."""

from collections.abc import Iterator, Sequence

from path_planner.analysis.queries import voices_in_order
from path_planner.analysis.quotes import sample_quotes
from path_planner.domain.base import sorted_records
from path_planner.domain.vision.sources import SharedVoice
from path_planner.domain.vision.theme import Disagreement, Side
from path_planner.exports.vision.plan import blocks
from path_planner.exports.vision.plan.context import PlanContext
from path_planner.exports.vision.plan.detail import EVERYTHING
from path_planner.exports.vision.plan.quotes import counted, quote_block
from path_planner.i18n import N_, _
from path_planner.pdf.table import Cell, Column


def content(context: PlanContext) -> Iterator[blocks.Block]:
    """Return the disagreements that are not shown with a theme, and links to the others."""
    vision = context.vision
    shown = {one.theme.id for one in context.ranked[: context.detail.themes]}
    if context.detail == EVERYTHING:
        # The evidence has no sections of themes.
        shown = set()
    everything = sorted_records(vision.disagreements)
    own = [disagreement for disagreement in everything if disagreement.theme not in shown]
    others = [disagreement for disagreement in everything if disagreement.theme in shown]
    if not (own or others):
        yield blocks.Paragraph(
            _("No disagreements were recorded. That does not mean everyone agrees.")
        )
    for disagreement in context.some(own):
        yield from disagreement_blocks(context, disagreement)
    yield from blocks.more(len(own) - len(context.some(own)))
    if others:
        yield blocks.Paragraph(_("These are shown with their themes, with both sides."))
        yield _listed(context, context.some(others))
        yield from blocks.more(len(others) - len(context.some(others)))


def _listed(context: PlanContext, others: Sequence[Disagreement]) -> blocks.Table:
    columns = (Column(_("No."), 0.6), Column(_("What it is about"), 4.0), Column(_("Theme")))
    rows = tuple(
        (
            Cell(refs=context.refs("disagreements", [disagreement.id])),
            disagreement.about,
            Cell(refs=context.refs("themes", [disagreement.theme] if disagreement.theme else [])),
        )
        for disagreement in others
    )
    return blocks.Table(columns, rows, points=10)


def disagreement_blocks(context: PlanContext, disagreement: Disagreement) -> Iterator[blocks.Block]:
    """Return a disagreement: its topic, both sides side by side, and what happens next."""
    name = context.name("disagreements", disagreement.id)
    yield blocks.Label(f"{name}: {disagreement.about}", anchor=name, keep=blocks.EM * 8)
    yield blocks.SideBySide(
        (
            tuple(_side(context, _("One side"), disagreement.one)),
            tuple(_side(context, _("The other side"), disagreement.other)),
        )
    )
    if disagreement.what_next:
        yield blocks.Paragraph(_("What happens next: {words}", words=disagreement.what_next))
    yield blocks.Space(blocks.EM * 0.5)


def shown_in(context: PlanContext, disagreement: Disagreement) -> list[str]:
    """Return the ids of the voices that are quoted with a disagreement."""
    return [
        voice.id
        for side in (disagreement.one, disagreement.other)
        for voice in _shown(context, side)
    ]


def _shown(context: PlanContext, side: Side) -> list[SharedVoice]:
    voices = voices_in_order(context.vision, side.voices)
    return sample_quotes(context.vision, voices, context.detail.of_a_side)


def _side(context: PlanContext, title: str, side: Side) -> Iterator[blocks.Block]:
    yield blocks.Label(title)
    yield from blocks.prose(side.words)
    voices = voices_in_order(context.vision, side.voices)
    for voice in _shown(context, side):
        quote = context.quote(voice)
        if quote:
            yield quote_block(context, quote, points=11)
    yield from counted(voices, context)
    shown = [voice.id for voice in context.some(voices)]
    yield blocks.References(_("Voices of this side:"), context.refs("voices", shown))
    yield from blocks.more(len(voices) - len(shown))


CHAPTER = blocks.Chapter(
    "disagreements", N_("Where we do not agree"), content, runs_on=True, keep=75
)
