"""Disagreements: both sides side by side."""

from collections.abc import Iterator, Sequence

from path_planner.analysis.queries import voices_in_order
from path_planner.analysis.quotes import sample_quotes
from path_planner.domain.base import sorted_records
from path_planner.domain.vision.sources import SharedVoice
from path_planner.domain.vision.theme import Disagreement, Side
from path_planner.exports.vision.plan import blocks
from path_planner.exports.vision.plan.context import PlanContext
from path_planner.exports.vision.plan.quotes import counted, quote_block
from path_planner.i18n import N_, _
from path_planner.pdf.table import Cell, Column

SIDE = 3
"""The most quotes for each side."""


def content(context: PlanContext) -> Iterator[blocks.Block]:
    """Return the disagreements without a theme, and links to the others."""
    vision = context.vision
    own = [
        disagreement
        for disagreement in sorted_records(vision.disagreements)
        if disagreement.theme not in vision.themes
    ]
    others = [
        disagreement
        for disagreement in sorted_records(vision.disagreements)
        if disagreement.theme in vision.themes
    ]
    if not (own or others):
        yield blocks.Paragraph(
            _("No disagreements were recorded. That does not mean everyone agrees.")
        )
    for character in own:
        yield from disagreement_blocks(context, character)
    if others:
        yield blocks.Paragraph(_("These are shown with their themes, with both sides."))
        yield _listed(context, others)


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


def disagreement_blocks(
    context: PlanContext, disagreement: Disagreement, most: int = SIDE
) -> Iterator[blocks.Block]:
    """Return a disagreement: its topic, both sides side by side, and what happens next."""
    name = context.name("disagreements", disagreement.id)
    yield blocks.Label(f"{name}: {disagreement.about}", anchor=name, keep=blocks.EM * 8)
    yield blocks.SideBySide(
        (
            tuple(_side(context, _("One side"), disagreement.one, most)),
            tuple(_side(context, _("The other side"), disagreement.other, most)),
        )
    )
    if disagreement.what_next:
        yield blocks.Paragraph(_("What happens next: {words}", words=disagreement.what_next))
    yield blocks.Space(blocks.EM * 0.5)


def shown_in(context: PlanContext, disagreement: Disagreement, most: int) -> list[str]:
    """Return the ids of the voices that are quoted with a disagreement."""
    return [
        voice.id
        for side in (disagreement.one, disagreement.other)
        for voice in _shown(context, side, most)
    ]


def _shown(context: PlanContext, side: Side, most: int) -> list[SharedVoice]:
    voices = voices_in_order(context.vision, side.voices)
    return sample_quotes(context.vision, voices, most)


def _side(context: PlanContext, title: str, side: Side, most: int) -> Iterator[blocks.Block]:
    yield blocks.Label(title)
    yield from blocks.prose(side.words)
    voices = voices_in_order(context.vision, side.voices)
    for voice in _shown(context, side, most):
        quote = context.quote(voice)
        if quote:
            yield quote_block(context, quote, points=11)
    yield from counted(voices, context)
    yield blocks.References(
        _("Voices of this side:"), context.refs("voices", [voice.id for voice in voices])
    )


CHAPTER = blocks.Chapter(
    "disagreements", N_("Where we do not agree"), content, runs_on=True, keep=75
)
