"""Quotes short enough to be read by everybody; the long ones stand in the big plan."""

from collections.abc import Iterable, Iterator

from path_planner.domain.vision.shared_voice import SharedVoice
from path_planner.domain.vision.standing import Standing, standing_of
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Expressed, Share
from path_planner.evidence.quoting import Quote, quote_of
from path_planner.evidence.reading import lone, voices_by_theme
from path_planner.exports.easy_read.idea import Row, row
from path_planner.exports.easy_read.sentences import MOST_WORDS, count_words, sentences
from path_planner.words import mark, say

_LEAST_WORDS = 3
_MOST_LETTERS = 120
_LEADS = {
    Standing.LIVED: mark("One person told us:"),
    Standing.FAMILY: mark("A family member or friend told us:"),
    Standing.COMMUNITY: mark("A neighbour told us:"),
    Standing.PROFESSIONAL: mark("Someone who works with people told us:"),
    Standing.UNKNOWN: mark("Someone told us:"),
}
_NOTICED = mark("Other people noticed this:")


def theme_quotes(vision: Vision) -> dict[str, Row]:
    """Return a quote for each theme that has a short one; no voice is quoted twice."""
    found: dict[str, Row] = {}
    used: set[str] = set()
    for theme, voices in voices_by_theme(vision).items():
        fresh = (one for one in voices if one.id not in used)
        if first := next(_short(vision, fresh), None):
            found[theme] = first
            used.add(first.voice)
    return found


def lone_quotes(vision: Vision, most: int) -> list[Row]:
    """Return some of what only one person said."""
    return [quoted for quoted, _ in zip(_short(vision, lone(vision)), range(most), strict=False)]


def _short(vision: Vision, voices: Iterable[SharedVoice]) -> Iterator[Row]:
    """Yield quotes of few words, those of people whose lives it is first."""
    mine = sorted(voices, key=lambda one: standing_of(one.role) is not Standing.LIVED)
    for voice in mine:
        quote = quote_of(vision, voice)
        if quote and _is_easy(quote.words):
            words = say("“{words}”", words=" ".join(quote.words.split()))
            yield row("speech-bubble", _lead(voice), words, _how(voice, quote), voice=voice.id)


def _is_easy(words: str) -> bool:
    parts = sentences(words)
    return (
        len(words) <= _MOST_LETTERS
        and count_words(words) >= _LEAST_WORDS
        and all(count_words(part) <= MOST_WORDS for part in parts)
    )


def _how(voice: SharedVoice, quote: Quote) -> str:
    """Say how it was expressed, and whether words were changed; noticing is in the lead."""
    return "" if voice.expressed is Expressed.OBSERVED and not voice.reworded else quote.how


def _lead(voice: SharedVoice) -> str:
    if voice.expressed is Expressed.OBSERVED:
        return say(_NOTICED)
    if voice.share is Share.NAMED and voice.named:
        return say("{name} told us:", name=voice.named)
    return say(_LEADS[standing_of(voice.role)])
