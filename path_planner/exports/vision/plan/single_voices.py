"""The chapter of single voices: what only one person said."""

from collections.abc import Iterator

from path_planner.analysis.queries import single_voices
from path_planner.domain.vision.sources import SharedVoice
from path_planner.exports.vision.plan.blocks import EM, Block, Paragraph, References, Space
from path_planner.exports.vision.plan.chapter import Chapter
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
    for voice in voices:
        yield from _lone(context, voice)


def _lone(context: PlanContext, voice: SharedVoice) -> Iterator[Block]:
    yield Space(EM)
    quote = context.quote(voice)
    if quote:
        yield quote_block(context, quote, points=14)
    else:
        yield References(
            _("Said by one person, counted but not quoted:"),
            context.refs("voices", [voice.id]),
            points=12,
        )
    themes = context.refs("themes", [theme.id for theme in context.themes_of.get(voice.id, ())])
    yield References(_("It is also in a theme:"), themes)


CHAPTER = Chapter("alone", N_("Said by one person"), content, runs_on=True)
