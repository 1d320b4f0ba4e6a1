"""What people see differently: both sides stand side by side, and neither is averaged away."""

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
"""So many voices are quoted for each side, where there is room for all of them."""


def content(known: PlanContext) -> Iterator[blocks.Block]:
    """Tell what belongs to no theme, and lead to what does."""
    vision = known.vision
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
    for one in own:
        yield from disagreement_blocks(known, one)
    if others:
        yield blocks.Paragraph(_("These are shown with their themes, with both sides."))
        yield _listed(known, others)


def _listed(known: PlanContext, others: Sequence[Disagreement]) -> blocks.Table:
    columns = (Column(_("No."), 0.6), Column(_("What it is about"), 4.0), Column(_("Theme")))
    rows = tuple(
        (
            Cell(refs=known.refs("disagreements", [one.id])),
            one.about,
            Cell(refs=known.refs("themes", [one.theme] if one.theme else [])),
        )
        for one in others
    )
    return blocks.Table(columns, rows, points=10)


def disagreement_blocks(
    known: PlanContext, told: Disagreement, most: int = SIDE
) -> Iterator[blocks.Block]:
    """Write what it is about, both sides beside each other, and what happens next."""
    name = known.name("disagreements", told.id)
    yield blocks.Label(f"{name}: {told.about}", anchor=name, keep=blocks.EM * 8)
    yield blocks.SideBySide(
        (
            tuple(_side(known, _("One side"), told.one, most)),
            tuple(_side(known, _("The other side"), told.other, most)),
        )
    )
    if told.what_next:
        yield blocks.Paragraph(_("What happens next: {words}", words=told.what_next))
    yield blocks.Space(blocks.EM * 0.5)


def shown_in(known: PlanContext, told: Disagreement, most: int) -> list[str]:
    """Return the ids of the voices that are quoted with a disagreement."""
    return [one.id for side in (told.one, told.other) for one in _shown(known, side, most)]


def _shown(known: PlanContext, side: Side, most: int) -> list[SharedVoice]:
    voices = voices_in_order(known.vision, side.voices)
    return sample_quotes([voice for voice in voices if known.quote(voice)])[:most]


def _side(known: PlanContext, title: str, side: Side, most: int) -> Iterator[blocks.Block]:
    yield blocks.Label(title)
    yield from blocks.prose(side.words)
    voices = voices_in_order(known.vision, side.voices)
    for voice in _shown(known, side, most):
        quote = known.quote(voice)
        if quote:
            yield quote_block(known, quote, points=11)
    yield from counted(voices, known)
    yield blocks.References(
        _("Voices of this side:"), known.refs("voices", [voice.id for voice in voices])
    )


CHAPTER = blocks.Chapter(
    "disagreements", N_("Where we do not agree"), content, runs_on=True, keep=75
)
