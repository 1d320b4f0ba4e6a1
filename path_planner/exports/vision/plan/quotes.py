"""Quotes of a theme: a balanced sample, with people and professionals apart."""

from collections.abc import Collection, Iterator, Sequence

from path_planner.analysis.quotes import Quote, sample_quotes
from path_planner.domain.vision.sources import SharedVoice, StakeholderGroup, stakeholder_group_of
from path_planner.exports.vision.plan import blocks
from path_planner.exports.vision.plan.context import PlanContext
from path_planner.i18n import N_, _, ngettext, tag_of

_ONE_BESIDE = 3
"""The number of people's quotes for each one of professionals; the rest is in the appendix."""
_PAIR, _ALIKE = 2, 2
"""Two sides with about as many quotes are set in columns."""
_LETTERS_ACROSS, _LINE, _BELOW = 76, 5.8, 3
"""Letters in the width of the page; the height of a line; lines for who said it and the space."""
_MOST_KEPT = 110.0
_BLOCKS = (
    (
        N_("People, families and neighbours"),
        (StakeholderGroup.LIVED, StakeholderGroup.FAMILY, StakeholderGroup.COMMUNITY),
        1,
    ),
    (N_("Professionals and decision-makers"), (StakeholderGroup.PROFESSIONAL,), _ONE_BESIDE),
    (N_("Where we do not know who spoke"), (StakeholderGroup.UNKNOWN,), 2),
)


def said_by(quote: Quote) -> str:
    """Return the attribution of a quote, as far as it may be published."""
    return " · ".join(part for part in (quote.by, quote.how) if part)


def quote_block(
    context: PlanContext, quote: Quote, *, points: float = blocks.POINTS
) -> blocks.BlockQuote:
    """Return a quote with its attribution and a link to the appendix."""
    refs = context.refs("voices", [quote.voice]) + context.refs("sources", [quote.source])
    language = tag_of(quote.language)
    return blocks.BlockQuote(
        quote.words, language, said_by(quote), refs, points, voices=(quote.voice,)
    )


def quotes_by_side(
    context: PlanContext,
    voices: Sequence[SharedVoice],
    below: Collection[str] = (),
) -> Iterator[blocks.Block]:
    """Return a sample of quotes of each side, without those that are quoted elsewhere."""
    most = context.detail.quotes
    quotable = [voice for voice in voices if context.quote(voice) and voice.id not in below]
    sides: list[tuple[str, list[SharedVoice]]] = []
    for title, standings, share in _BLOCKS:
        said = [quote for quote in quotable if stakeholder_group_of(quote.role) in standings]
        # Those whose group is not known have all the room only if nobody else said it.
        known = share if any(chosen for _title, chosen in sides) else 1
        sides.append((_(title), sample_quotes(context.vision, said, -(-most // known))))
    shown = [(title, chosen) for title, chosen in sides if chosen]
    if len(shown) == _PAIR and abs(len(shown[0][1]) - len(shown[1][1])) <= _ALIKE:
        yield blocks.SideBySide(
            tuple((_title(title), *_quotes(context, chosen)) for title, chosen in shown)
        )
    else:
        for title, chosen in shown:
            columns = _in_two_columns(context, chosen)
            yield _title(title, _height(columns))
            yield columns
    more = _more(len(quotable) - sum(len(chosen) for _side, chosen in sides))
    sentence = " ".join(part for part in (more, _silent(voices, context)) if part)
    if sentence:
        yield blocks.Paragraph(sentence, small=True)


def _more(more: int) -> str:
    if not more:
        return ""
    return ngettext(
        "There is {count} more quote in the evidence.",
        "There are {count} more quotes in the evidence.",
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


def _title(title: str, keep: float = 0.0) -> blocks.Heading:
    return blocks.Heading(title, 3, points=12, bookmarked=False, keep=keep)


def _height(beside: blocks.SideBySide) -> float:
    """Return about how tall columns of quotes are, so that they stand on one page."""
    in_a_line = _LETTERS_ACROSS // len(beside.columns)
    heights = (
        sum(
            (len(block.words) // in_a_line + 1 + _BELOW) * _LINE
            for block in column
            if isinstance(block, blocks.BlockQuote)
        )
        for column in beside.columns
    )
    return min(max(heights), _MOST_KEPT)


def _quotes(context: PlanContext, voices: Sequence[SharedVoice]) -> Iterator[blocks.Block]:
    for voice in voices:
        quote = context.quote(voice)
        if quote:
            yield quote_block(context, quote)
