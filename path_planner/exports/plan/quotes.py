"""Voices in their own words: chosen so that many are heard, people and professionals apart."""

import re
from collections.abc import Collection, Sequence
from functools import partial

from path_planner.domain.vision.shared_voice import SharedVoice
from path_planner.domain.vision.standing import Standing, standing_of
from path_planner.evidence.handful import HANDFUL, handful
from path_planner.evidence.quoting import Quote
from path_planner.exports.plan.known import Known
from path_planner.lettering.fonts import DOCUMENT
from path_planner.lettering.measure import height
from path_planner.lettering.wrap import wrap
from path_planner.pdf.book import Book
from path_planner.pdf.reference import refs_paragraph
from path_planner.words import mark, say, say_many

_ONE_BESIDE = 3
"""So many quotes of people stand beside one of professionals; the rest is in the evidence."""
_PAIR, _ALIKE = 2, 2
"""Two sides with about as many quotes stand beside each other; else one has a hole below it."""
_BLOCKS = (
    (
        mark("People, families and neighbours"),
        (Standing.LIVED, Standing.FAMILY, Standing.COMMUNITY),
        1,
    ),
    (mark("Professionals and decision-makers"), (Standing.PROFESSIONAL,), _ONE_BESIDE),
    (mark("Where it was not noted who spoke"), (Standing.UNKNOWN,), 1),
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def language_of(quote: Quote) -> str:
    """Return the language of a quote as programs that read aloud know it, where it is one."""
    return quote.language if _LANGUAGE.fullmatch(quote.language) else ""


def said_by(quote: Quote) -> str:
    """Say who said it and how, as far as it may be told."""
    return " · ".join(part for part in (quote.by, quote.how) if part)


def draw_quote(book: Book, known: Known, quote: Quote, *, points: float = 12.0) -> None:
    """Write a quote with a quiet line at its side, who said it, and where it is listed."""
    size = points * 25.4 / 72
    lines = wrap(quote.words, book.wide - 5, DOCUMENT, size)
    tall = height(quote.words, DOCUMENT, size).line * len(lines)
    with book.document.tag("BlockQuote"):
        with book.ruled(tall + book.look.size * 2.8, book.look.accent):
            with book.document.tag("P", language=language_of(quote)) as node:
                book.write(lines, node, size=size)
            refs = known.refs("voices", [quote.voice]) + known.refs("sources", [quote.source])
            refs_paragraph(book, said_by(quote), refs)
        book.space(book.look.size * 0.5)


def draw_blocks(
    book: Book,
    known: Known,
    voices: Sequence[SharedVoice],
    below: Collection[str] = (),
    most: int = HANDFUL,
) -> None:
    """Write a handful of quotes of each side, but for those that are quoted further below."""
    quotable = [voice for voice in voices if known.quote(voice) and voice.id not in below]
    sides = [
        (
            say(title),
            handful(
                [one for one in quotable if standing_of(one.role) in standings], -(-most // share)
            ),
        )
        for title, standings, share in _BLOCKS
    ]
    shown = [(title, chosen) for title, chosen in sides if chosen]
    if len(shown) == _PAIR and abs(len(shown[0][1]) - len(shown[1][1])) <= _ALIKE:
        book.beside(*(partial(_block, book, known, title, chosen) for title, chosen in shown))
    else:
        for title, chosen in shown:
            _wide_block(book, known, title, chosen)
    more = _more(len(quotable) - sum(len(chosen) for _, chosen in sides))
    told = " ".join(part for part in (more, _silent(voices, known)) if part)
    if told:
        book.paragraph(told, small=True)


def _more(more: int) -> str:
    if not more:
        return ""
    return say_many(
        "{count} more quote stands in the evidence at the end.",
        "{count} more quotes stand in the evidence at the end.",
        more,
    )


def _silent(voices: Sequence[SharedVoice], known: Known) -> str:
    silent = sum(known.quote(voice) is None for voice in voices)
    if not silent:
        return ""
    return say_many(
        "{count} more voice is counted and not quoted.",
        "{count} more voices are counted and not quoted.",
        silent,
    )


def counted(book: Book, voices: Sequence[SharedVoice], known: Known) -> None:
    """Say how many voices are counted though their words are not printed."""
    told = _silent(voices, known)
    if told:
        book.paragraph(told, small=True)


def _wide_block(book: Book, known: Known, title: str, voices: Sequence[SharedVoice]) -> None:
    """Write the quotes of one side in two columns, the first of them first."""
    book.heading(title, 3, points=12, bookmarked=False)
    half = (len(voices) + 1) // 2
    columns = [some for some in (voices[:half], voices[half:]) if some]
    book.beside(*(partial(_quotes, book, known, some) for some in columns))


def _block(book: Book, known: Known, title: str, voices: Sequence[SharedVoice]) -> None:
    book.heading(title, 3, points=12, bookmarked=False)
    _quotes(book, known, voices)


def _quotes(book: Book, known: Known, voices: Sequence[SharedVoice]) -> None:
    for voice in voices:
        quote = known.quote(voice)
        if quote:
            draw_quote(book, known, quote)
