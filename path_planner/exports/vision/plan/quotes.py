"""Quotes of a theme: a balanced sample, with people and professionals apart."""

from collections.abc import Collection, Iterator, Sequence

from path_planner.analysis.quotes import SAMPLE_SIZE, Quote, sample_quotes
from path_planner.domain.vision.sources import SharedVoice, StakeholderGroup, stakeholder_group_of
from path_planner.exports.vision.plan import blocks
from path_planner.exports.vision.plan.context import PlanContext
from path_planner.i18n import N_, _, ngettext, tag_of

_ONE_BESIDE = 3
"""The number of people's quotes for each one of professionals; the rest is in the appendix."""
_PAIR, _ALIKE = 2, 2
"""Two sides with about as many quotes are set in columns."""
_BLOCKS = (
    (
        N_("People, families and neighbours"),
        (StakeholderGroup.LIVED, StakeholderGroup.FAMILY, StakeholderGroup.COMMUNITY),
        1,
    ),
    (N_("Professionals and decision-makers"), (StakeholderGroup.PROFESSIONAL,), _ONE_BESIDE),
    (N_("Where we do not know who spoke"), (StakeholderGroup.UNKNOWN,), 1),
)


def said_by(quote: Quote) -> str:
    """Return the attribution of a quote, as far as it may be published."""
    return " · ".join(part for part in (quote.by, quote.how) if part)


def quote_block(
    context: PlanContext, quote: Quote, *, points: float = blocks.POINTS
) -> blocks.BlockQuote:
    """Return a quote with its attribution and a link to the appendix."""
    refs = context.refs("voices", [quote.voice]) + context.refs("sources", [quote.source])
    return blocks.BlockQuote(quote.words, tag_of(quote.language), said_by(quote), refs, points)


def quotes_by_side(
    context: PlanContext,
    voices: Sequence[SharedVoice],
    below: Collection[str] = (),
    most: int = SAMPLE_SIZE,
) -> Iterator[blocks.Block]:
    """Return a sample of quotes of each side, without those that are quoted elsewhere."""
    quotable = [voice for voice in voices if context.quote(voice) and voice.id not in below]
    sides = [
        (
            _(title),
            sample_quotes(
                context.vision,
                [quote for quote in quotable if stakeholder_group_of(quote.role) in standings],
                -(-most // share),
            ),
        )
        for title, standings, share in _BLOCKS
    ]
    shown = [(title, chosen) for title, chosen in sides if chosen]
    if len(shown) == _PAIR and abs(len(shown[0][1]) - len(shown[1][1])) <= _ALIKE:
        yield blocks.SideBySide(
            tuple((_title(title), *_quotes(context, chosen)) for title, chosen in shown)
        )
    else:
        for title, chosen in shown:
            yield _title(title)
            yield _in_two_columns(context, chosen)
    more = _more(len(quotable) - sum(len(chosen) for _side, chosen in sides))
    sentence = " ".join(part for part in (more, _silent(voices, context)) if part)
    if sentence:
        yield blocks.Paragraph(sentence, small=True)


def _more(more: int) -> str:
    if not more:
        return ""
    return ngettext(
        "There is {count} more quote in the evidence at the end.",
        "There are {count} more quotes in the evidence at the end.",
        more,
    )


def _silent(voices: Sequence[SharedVoice], context: PlanContext) -> str:
    silent = sum(context.quote(voice) is None for voice in voices)
    if not silent:
        return ""
    return ngettext(
        "{count} more voice is counted but not quoted.",
        "{count} more voices are counted but not quoted.",
        silent,
    )


def counted(voices: Sequence[SharedVoice], context: PlanContext) -> Iterator[blocks.Block]:
    """Return a sentence on the number of voices that are counted but not quoted."""
    sentence = _silent(voices, context)
    if sentence:
        yield blocks.Paragraph(sentence, small=True)


def _in_two_columns(context: PlanContext, voices: Sequence[SharedVoice]) -> blocks.SideBySide:
    """Return the quotes of one side in two columns."""
    half = (len(voices) + 1) // 2
    columns = (some for some in (voices[:half], voices[half:]) if some)
    return blocks.SideBySide(tuple(tuple(_quotes(context, some)) for some in columns))


def _title(title: str) -> blocks.Heading:
    return blocks.Heading(title, 3, points=12, bookmarked=False)


def _quotes(context: PlanContext, voices: Sequence[SharedVoice]) -> Iterator[blocks.Block]:
    for voice in voices:
        quote = context.quote(voice)
        if quote:
            yield quote_block(context, quote)
