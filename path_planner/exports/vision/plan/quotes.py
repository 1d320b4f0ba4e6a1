"""Voices in their own words: chosen so that many are heard, people and professionals apart."""

import re
from collections.abc import Collection, Iterator, Sequence

from path_planner.analysis.quotes import SAMPLE_SIZE, Quote, sample_quotes
from path_planner.domain.vision.sources import SharedVoice, StakeholderGroup, stakeholder_group_of
from path_planner.exports.vision.plan import blocks
from path_planner.exports.vision.plan.context import PlanContext
from path_planner.i18n import N_, _, ngettext

_ONE_BESIDE = 3
"""So many quotes of people stand beside one of professionals; the rest is in the evidence."""
_PAIR, _ALIKE = 2, 2
"""Two sides with about as many quotes stand beside each other; else one has a hole below it."""
_BLOCKS = (
    (
        N_("People, families and neighbours"),
        (StakeholderGroup.LIVED, StakeholderGroup.FAMILY, StakeholderGroup.COMMUNITY),
        1,
    ),
    (N_("Professionals and decision-makers"), (StakeholderGroup.PROFESSIONAL,), _ONE_BESIDE),
    (N_("Where we do not know who spoke"), (StakeholderGroup.UNKNOWN,), 1),
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def language_of(quote: Quote) -> str:
    """Return the language of a quote as programs that read aloud know it, where it is one."""
    return quote.language if _LANGUAGE.fullmatch(quote.language) else ""


def said_by(quote: Quote) -> str:
    """Say who said it and how, as far as it may be told."""
    return " · ".join(part for part in (quote.by, quote.how) if part)


def quote_block(
    known: PlanContext, quote: Quote, *, points: float = blocks.POINTS
) -> blocks.BlockQuote:
    """Return a quote, who said it, and where it is listed."""
    refs = known.refs("voices", [quote.voice]) + known.refs("sources", [quote.source])
    return blocks.BlockQuote(quote.words, language_of(quote), said_by(quote), refs, points)


def quotes_by_side(
    known: PlanContext,
    voices: Sequence[SharedVoice],
    below: Collection[str] = (),
    most: int = SAMPLE_SIZE,
) -> Iterator[blocks.Block]:
    """Return a handful of quotes of each side, but for those that are quoted further below."""
    quotable = [voice for voice in voices if known.quote(voice) and voice.id not in below]
    sides = [
        (
            _(title),
            sample_quotes(
                [one for one in quotable if stakeholder_group_of(one.role) in standings],
                -(-most // share),
            ),
        )
        for title, standings, share in _BLOCKS
    ]
    shown = [(title, chosen) for title, chosen in sides if chosen]
    if len(shown) == _PAIR and abs(len(shown[0][1]) - len(shown[1][1])) <= _ALIKE:
        yield blocks.SideBySide(
            tuple((_title(title), *_quotes(known, chosen)) for title, chosen in shown)
        )
    else:
        for title, chosen in shown:
            yield _title(title)
            yield _in_two_columns(known, chosen)
    more = _more(len(quotable) - sum(len(chosen) for _side, chosen in sides))
    told = " ".join(part for part in (more, _silent(voices, known)) if part)
    if told:
        yield blocks.Paragraph(told, small=True)


def _more(more: int) -> str:
    if not more:
        return ""
    return ngettext(
        "There is {count} more quote in the evidence at the end.",
        "There are {count} more quotes in the evidence at the end.",
        more,
    )


def _silent(voices: Sequence[SharedVoice], known: PlanContext) -> str:
    silent = sum(known.quote(voice) is None for voice in voices)
    if not silent:
        return ""
    return ngettext(
        "{count} more voice is counted but not quoted.",
        "{count} more voices are counted but not quoted.",
        silent,
    )


def counted(voices: Sequence[SharedVoice], known: PlanContext) -> Iterator[blocks.Block]:
    """Say how many voices are counted though their words are not printed."""
    told = _silent(voices, known)
    if told:
        yield blocks.Paragraph(told, small=True)


def _in_two_columns(known: PlanContext, voices: Sequence[SharedVoice]) -> blocks.SideBySide:
    """Return the quotes of one side, the first of them in the first column."""
    half = (len(voices) + 1) // 2
    columns = (some for some in (voices[:half], voices[half:]) if some)
    return blocks.SideBySide(tuple(tuple(_quotes(known, some)) for some in columns))


def _title(title: str) -> blocks.Heading:
    return blocks.Heading(title, 3, points=12, bookmarked=False)


def _quotes(known: PlanContext, voices: Sequence[SharedVoice]) -> Iterator[blocks.Block]:
    for voice in voices:
        quote = known.quote(voice)
        if quote:
            yield quote_block(known, quote)
