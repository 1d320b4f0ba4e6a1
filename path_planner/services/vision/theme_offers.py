"""Voices that may belong in a theme, for people to tick in bulk, each line with its reason.

The reasons contain people's words: show them as plain text, never as HTML.
"""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from path_planner.analysis.queries import file_of, is_reidentifiable, unassigned_voices, voices_in
from path_planner.domain.vision.sources import SharedVoice
from path_planner.domain.vision.vision import Vision
from path_planner.i18n import _
from path_planner.services.records import get
from path_planner.services.vision.theme_suggestions import corpus_of, gathered, short
from path_planner.similarity.classifier import Themes
from path_planner.similarity.clusters import Offer, offers_for, offers_like
from path_planner.similarity.corpus import Corpus
from path_planner.similarity.embeddings import Progress
from path_planner.similarity.keywords import shared_keywords
from path_planner.similarity.similarity import Method, equal_lines

MOST = 400
"""The most lines that are offered at once: eight pages of fifty."""
_LEAST = 0.15
_MOST_WORDS = 3
_MOST_LETTERS = 44
_IN_THE_MIDDLE = 3


class OfferedLine(NamedTuple):
    """The voices that say the same words, who said them, and why they may belong."""

    voices: tuple[str, ...]
    people: tuple[str, ...]
    """A key for each person, which tells nobody's name; see `person_key`."""
    because: str
    sure: bool


class ThemeOffers(NamedTuple):
    """What is offered for a theme, and how many voices are in no theme yet."""

    lines: tuple[OfferedLine, ...]
    unassigned: int
    middle: tuple[str, ...]
    """The ids of voices in the middle of the theme."""


def offers_of(
    vision: Vision,
    theme_id: str,
    like: Collection[str] = (),
    keep_in: Path | None = None,
    progress: Progress | None = None,
) -> ThemeOffers:
    """Return the voices in no theme that may belong in one, or that are like some voices.

    What people said is not in the theme is left out. `keep_in` is a file that caches embeddings.
    """
    theme = get(vision, "themes", theme_id)
    pile = unassigned_voices(vision)
    corpus = corpus_of(vision, keep_in, progress)
    wanted = [voice for voice in pile if theme_id not in voice.not_in]
    lines = equal_lines((voice.id, voice.text) for voice in wanted if voice.id in corpus.place)
    if like:
        chosen = set(like)
        others = [line for line in lines if not chosen & set(line)]
        offers = offers_like(corpus, like, others)
    else:
        offers = offers_for(corpus, Themes(corpus, gathered(vision)), theme_id, lines)
    kept = [offer for offer in offers if _is_worth_a_look(offer)][:MOST]
    statement = f"{theme.name}. {theme.statement}"
    offered = (_line(vision, corpus, offer, statement) for offer in kept)
    return ThemeOffers(tuple(offered), len(pile), _middle(vision, corpus, theme_id))


def _is_worth_a_look(offer: Offer) -> bool:
    return offer.sure or offer.score >= _LEAST or offer.how >= Method.RATHER


def person_key(vision: Vision, voice: SharedVoice) -> str:
    """Return a key of who said it: its file or source, and the number of the speaker if noted.

    Keys of speakers that were not noted end in a stroke: all of one file may be one person.
    """
    speaker = None if is_reidentifiable(vision, voice) else voice.speaker
    return f"{file_of(vision, voice.source)}/{speaker or ''}"


def _line(vision: Vision, corpus: Corpus, offer: Offer, statement: str) -> OfferedLine:
    voices = [vision.voices[voice] for voice in offer.line]
    people = dict.fromkeys(person_key(vision, voice) for voice in voices)
    because = _because(vision.voices, corpus, offer, statement)
    return OfferedLine(offer.line, tuple(people), because, offer.sure)


def _because(
    voices: Mapping[str, SharedVoice], corpus: Corpus, offer: Offer, statement: str
) -> str:
    text = voices[offer.line[0]].text
    nearest = voices[offer.nearest].text if offer.nearest else ""
    if nearest and offer.how >= Method.RATHER:
        return _("like “{words}”", words=short(nearest, _MOST_LETTERS))
    words = _words(text, (statement, nearest))
    if words:
        return " · ".join(words)
    if corpus.learnt[corpus.place[offer.line[0]]]:
        return _("close in meaning")
    return _("a little like it in its letters")


def _words(text: str, others: Iterable[str]) -> list[str]:
    pairs = (pair for other in others for pair in shared_keywords(text, other))
    return list(dict.fromkeys(pair.one for pair in pairs))[:_MOST_WORDS]


def _middle(vision: Vision, corpus: Corpus, theme_id: str) -> tuple[str, ...]:
    """Return the voices of a theme that are most like all of it."""
    inside = [voice.id for voice in voices_in(vision, theme_id) if voice.id in corpus.place]
    if not inside:
        return ()
    lines = equal_lines((voice, vision.voices[voice].text) for voice in inside)
    return tuple(offer.line[0] for offer in offers_like(corpus, inside, lines)[:_IN_THE_MIDDLE])
