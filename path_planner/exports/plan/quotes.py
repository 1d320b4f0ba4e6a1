"""Voices in their own words: chosen so that many are heard, people and professionals apart."""

import re
from collections.abc import Sequence
from functools import partial

from path_planner.domain.vision.shared_voice import SharedVoice
from path_planner.domain.vision.standing import Standing, standing_of
from path_planner.evidence.quoting import Quote
from path_planner.exports.plan.known import Known
from path_planner.lettering.fonts import DOCUMENT
from path_planner.lettering.measure import height
from path_planner.lettering.wrap import wrap
from path_planner.pdf.book import Book
from path_planner.pdf.reference import refs_paragraph
from path_planner.words import mark, say, say_many

HANDFUL = 6
"""As many quotes as a block of a theme shows; all others stand in the appendix."""
_BRIEF = 320
"""Letters of a quote that are read in one go; longer ones are chosen last."""
_BLOCKS = (
    (
        mark("People, families and neighbours"),
        (Standing.LIVED, Standing.FAMILY, Standing.COMMUNITY),
    ),
    (mark("Professionals and decision-makers"), (Standing.PROFESSIONAL,)),
    (mark("Where it was not noted who spoke"), (Standing.UNKNOWN,)),
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
        with book.ruled(tall + book.look.size * 2, book.look.accent):
            with book.document.tag("P", language=language_of(quote)) as node:
                book.write(lines, node, size=size)
            refs = known.refs("voices", [quote.voice]) + known.refs("sources", [quote.source])
            refs_paragraph(book, said_by(quote), refs)
        book.space(book.look.size * 0.5)


def draw_blocks(book: Book, known: Known, voices: Sequence[SharedVoice]) -> None:
    """Write a handful of quotes of each side; people's and professionals' stand side by side."""
    quotable = [voice for voice in voices if known.quote(voice)]
    sides = [
        (say(title), handful([one for one in quotable if standing_of(one.role) in standings]))
        for title, standings in _BLOCKS
    ]
    blocks = [partial(_block, book, known, title, chosen) for title, chosen in sides if chosen]
    if blocks:
        book.heading(say("In their own words"), 3, bookmarked=False)
    # Two blocks stand side by side; one alone, or the last of three, has the whole width.
    for start in range(0, len(blocks), 2):
        book.beside(*blocks[start : start + 2])
    _more(book, len(quotable) - sum(len(chosen) for _, chosen in sides))
    counted(book, voices, known)


def _more(book: Book, more: int) -> None:
    if more:
        book.paragraph(
            say_many(
                "{count} more quote stands in the evidence at the end.",
                "{count} more quotes stand in the evidence at the end.",
                more,
            )
        )


def counted(book: Book, voices: Sequence[SharedVoice], known: Known) -> None:
    """Say how many voices are counted though their words are not printed."""
    silent = sum(known.quote(voice) is None for voice in voices)
    if silent:
        book.paragraph(
            say_many(
                "{count} more voice is counted and not quoted.",
                "{count} more voices are counted and not quoted.",
                silent,
            )
        )


def _block(book: Book, known: Known, title: str, voices: Sequence[SharedVoice]) -> None:
    book.label(title)
    for voice in voices:
        quote = known.quote(voice)
        if quote:
            draw_quote(book, known, quote)


def handful(voices: Sequence[SharedVoice]) -> list[SharedVoice]:
    """Choose by turns: first those whose standing and source were heard least, no words twice."""
    once = {" ".join(voice.text.split()).casefold(): voice for voice in reversed(voices)}
    left = [voice for voice in voices if once[" ".join(voice.text.split()).casefold()] is voice]
    standings: dict[Standing, int] = {}
    sources: dict[str, int] = {}
    found: list[SharedVoice] = []
    while left and len(found) < HANDFUL:
        best = min(
            left,
            key=lambda one: (
                len(one.text) > _BRIEF,
                standings.get(standing_of(one.role), 0),
                sources.get(one.source, 0),
            ),
        )
        left.remove(best)
        found.append(best)
        standing = standing_of(best.role)
        standings[standing] = standings.get(standing, 0) + 1
        sources[best.source] = sources.get(best.source, 0) + 1
    order = {voice.id: place for place, voice in enumerate(voices)}
    return sorted(found, key=lambda voice: order[voice.id])
