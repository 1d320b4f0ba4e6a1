"""The chapter of single voices: what only one person said."""

from collections.abc import Iterator, Sequence

from path_planner.analysis.queries import single_voices
from path_planner.analysis.quotes import sample_quotes
from path_planner.domain.vision.sources import SharedVoice
from path_planner.exports.vision.plan.blocks import EM, Block, Chapter, Paragraph, References, Space
from path_planner.exports.vision.plan.context import PlanContext
from path_planner.exports.vision.plan.quotes import quote_block
from path_planner.i18n import N_, _, ngettext


def content(context: PlanContext) -> Iterator[Block]:
    """Return each single voice; those that may not be quoted are mentioned without words."""
    voices = single_voices(context.vision)
    if not voices:
        yield Paragraph(_("No voice was kept on its own."))
        return
    yield Paragraph(
        ngettext(
            "{count} voice is kept on its own. What one person says can be right for many.",
            "{count} voices are kept on their own. What one person says can be right for many.",
            len(voices),
        )
    )
    shown = _shown(context, voices)
    for voice in shown:
        yield from _lone(context, voice)
    if len(shown) < len(voices):
        yield Paragraph(
            ngettext(
                "The evidence has this one and {count} more.",
                "The evidence has these and {count} more.",
                len(voices) - len(shown),
            ),
            small=True,
        )


def _shown(context: PlanContext, voices: Sequence[SharedVoice]) -> Sequence[SharedVoice]:
    """Return all voices where there are few, else those that may be quoted, apart from each other.

    Where fewer may be quoted than there is room for, the others follow.
    """
    most = context.detail.lone
    if len(voices) <= most:
        return voices
    chosen = sample_quotes(context.vision, voices, most)
    quoted = {voice.id for voice in chosen}
    others = [voice for voice in voices if voice.id not in quoted]
    return [*chosen, *others[: most - len(chosen)]]


def _lone(context: PlanContext, voice: SharedVoice) -> Iterator[Block]:
    yield Space(EM * 0.5)
    quote = context.quote(voice)
    if quote:
        yield quote_block(context, quote, points=12)
    else:
        yield References(
            _("Said by one person, counted but not quoted:"),
            context.refs("voices", [voice.id]),
            points=12,
        )
    themes = context.refs("themes", [theme.id for theme in context.themes_of.get(voice.id, ())])
    yield References(_("It is also in a theme:"), themes)


CHAPTER = Chapter("alone", N_("Said by one person"), content, runs_on=True)
