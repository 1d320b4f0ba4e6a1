"""Voices in their own words: chosen so that many are heard, people and professionals apart."""

import re
from collections.abc import Collection, Sequence
from functools import partial

from path_planner.analysis.quote_sampling import SAMPLE_SIZE, sample_quotes
from path_planner.analysis.quotes import Quote
from path_planner.domain.vision.sources import SharedVoice, StakeholderGroup, stakeholder_group_of
from path_planner.exports.vision.plan.context import PlanContext
from path_planner.i18n import N_, _, ngettext
from path_planner.pdf.crossref import refs_paragraph
from path_planner.pdf.report import Report
from path_planner.typography.fonts import DOCUMENT
from path_planner.typography.line_breaking import wrap
from path_planner.typography.metrics import line_metrics

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
    (N_("Where it was not noted who spoke"), (StakeholderGroup.UNKNOWN,), 1),
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def language_of(quote: Quote) -> str:
    """Return the language of a quote as programs that read aloud know it, where it is one."""
    return quote.language if _LANGUAGE.fullmatch(quote.language) else ""


def said_by(quote: Quote) -> str:
    """Say who said it and how, as far as it may be told."""
    return " · ".join(part for part in (quote.by, quote.how) if part)


def draw_quote(book: Report, known: PlanContext, quote: Quote, *, points: float = 12.0) -> None:
    """Write a quote with a quiet line at its side, who said it, and where it is listed."""
    size = points * 25.4 / 72
    lines = wrap(quote.words, book.width - 5, DOCUMENT, size)
    height = line_metrics(quote.words, DOCUMENT, size).line * len(lines)
    with book.document.tag("BlockQuote"):
        with book.ruled(height + book.look.size * 2.8, book.look.accent):
            with book.document.tag("P", language=language_of(quote)) as node:
                book.write(lines, node, size=size)
            refs = known.refs("voices", [quote.voice]) + known.refs("sources", [quote.source])
            refs_paragraph(book, said_by(quote), refs)
        book.space(book.look.size * 0.5)


def draw_blocks(
    book: Report,
    known: PlanContext,
    voices: Sequence[SharedVoice],
    below: Collection[str] = (),
    most: int = SAMPLE_SIZE,
) -> None:
    """Write a handful of quotes of each side, but for those that are quoted further below."""
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
        book.beside(*(partial(_block, book, known, title, chosen) for title, chosen in shown))
    else:
        for title, chosen in shown:
            _width_block(book, known, title, chosen)
    more = _more(len(quotable) - sum(len(chosen) for _side, chosen in sides))
    told = " ".join(part for part in (more, _silent(voices, known)) if part)
    if told:
        book.paragraph(told, small=True)


def _more(more: int) -> str:
    if not more:
        return ""
    return ngettext(
        "{count} more quote stands in the evidence at the end.",
        "{count} more quotes stand in the evidence at the end.",
        more,
    )


def _silent(voices: Sequence[SharedVoice], known: PlanContext) -> str:
    silent = sum(known.quote(voice) is None for voice in voices)
    if not silent:
        return ""
    return ngettext(
        "{count} more voice is counted and not quoted.",
        "{count} more voices are counted and not quoted.",
        silent,
    )


def counted(book: Report, voices: Sequence[SharedVoice], known: PlanContext) -> None:
    """Say how many voices are counted though their words are not printed."""
    told = _silent(voices, known)
    if told:
        book.paragraph(told, small=True)


def _width_block(
    book: Report, known: PlanContext, title: str, voices: Sequence[SharedVoice]
) -> None:
    """Write the quotes of one side in two columns, the first of them first."""
    book.heading(title, 3, points=12, bookmarked=False)
    half = (len(voices) + 1) // 2
    columns = [some for some in (voices[:half], voices[half:]) if some]
    book.beside(*(partial(_quotes, book, known, some) for some in columns))


def _block(book: Report, known: PlanContext, title: str, voices: Sequence[SharedVoice]) -> None:
    book.heading(title, 3, points=12, bookmarked=False)
    _quotes(book, known, voices)


def _quotes(book: Report, known: PlanContext, voices: Sequence[SharedVoice]) -> None:
    for voice in voices:
        quote = known.quote(voice)
        if quote:
            draw_quote(book, known, quote)
