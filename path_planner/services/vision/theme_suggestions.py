"""Sentences that say what made a suggestion. They hold people's words: show them as plain text."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from path_planner.analysis.queries import all_voices, themes_of, unassigned_voices, voices_by_theme
from path_planner.domain.base import sorted_records
from path_planner.domain.vision.vision import Vision
from path_planner.i18n import N_, _, ngettext
from path_planner.similarity.classifier import Gathered, LikelyTheme, Themes
from path_planner.similarity.clusters import ClusterSeed, find_seeds
from path_planner.similarity.corpus import Corpus, Statement
from path_planner.similarity.embeddings import HERE, Progress
from path_planner.similarity.keywords import load_keywords
from path_planner.similarity.neighbours import matches_of
from path_planner.similarity.similarity import Match, Method, Shared
from path_planner.storage import atomic_io

HOW_WORDS = {
    Method.VERY: N_("Very like it."),
    Method.RATHER: N_("Quite like it."),
    Method.A_LITTLE: N_("A little like it."),
    Method.HARDLY: N_("Hardly like it."),
}
SEED_WORDS = {
    Method.VERY: N_("Very alike."),
    Method.RATHER: N_("Quite alike."),
    Method.A_LITTLE: N_("A little alike."),
    Method.HARDLY: N_("Hardly alike."),
}
_MOST_LETTERS = 120


def machine_words() -> str:
    """Say what these suggestions are, and what they are not."""
    return _("The computer suggests. People decide and choose the names.")


def why_alike(alike: Match) -> str:
    """Say what makes a voice like the one that was asked about."""
    return f"{_(HOW_WORDS[alike.how])} {_why(alike.words, alike.by_sense)}"


def why_theme(vision: Vision, likely: LikelyTheme) -> str:
    """Say what speaks for a theme."""
    said = []
    if likely.words:
        said.append(_("Its name or statement is close to: {words}.", words=_pairs(likely.words)))
    if likely.nearest is not None and likely.nearest.id in vision.voices:
        words = _short(vision.voices[likely.nearest.id].text)
        said.append(_("The closest voice in it: “{words}”", words=words))
    if not said:
        said.append(_why((), likely.by_sense))
    return " ".join((_(HOW_WORDS[likely.how]), *said))


def why_seed(seed: ClusterSeed) -> str:
    """Say what makes these voices a start."""
    return f"{_(SEED_WORDS[seed.how])} {_why(seed.words, seed.by_sense)}"


def strange_words(count: int) -> str:
    """Say that some voices are in languages that are not known here; empty where there are none."""
    if not count:
        return ""
    return ngettext(
        "{count} voice is in a language that the computer "
        "does not know. Only its letters are compared.",
        "{count} voices are in languages that the computer "
        "does not know. Only their letters are compared.",
        count,
    )


def _why(words: Iterable[Shared], by_sense: bool) -> str:
    pairs = _pairs(words)
    if pairs and by_sense:
        return _("What goes together: {words}.", words=pairs)
    if pairs:
        return _("The same letters: {words}.", words=pairs)
    if by_sense:
        return _("No single word led to this. It is the overall meaning.")
    return _("Only letters were compared: the computer does not know this language.")


def _pairs(words: Iterable[Shared]) -> str:
    return ", ".join(
        _("“{word}”", word=pair.one)
        if pair.one == pair.other
        else _("“{one}” and “{other}”", one=pair.one, other=pair.other)
        for pair in words
    )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _MOST_LETTERS else f"{line[: _MOST_LETTERS - 1].rstrip()}…"


_MOST_READY = 2
_PARTS = 4
READY: OrderedDict[tuple[tuple[tuple[str, Statement], ...], Path | None], Corpus] = OrderedDict()
"""Piles made ready a moment ago: the next voice is asked about the same one."""


class ForVoice(NamedTuple):
    """What may go with one voice."""

    voice: str
    alike: tuple[Match, ...]
    """Voices like this one, nearest first."""
    themes: tuple[LikelyTheme, ...]
    """The likeliest of the group's own themes that it is not in yet, likeliest first."""
    known_language: bool
    """Its language was learnt; else only letters could be compared."""


class Suggestions(NamedTuple):
    """What may go together in a vision, for those who want to be told all of it."""

    voices: tuple[ForVoice, ...]
    """For each voice of the pile, in the order of the pile."""
    seeds: tuple[ClusterSeed, ...]
    strange: tuple[str, ...]
    """Voices in languages that were not learnt."""


def suggest(
    vision: Vision, keep_in: Path | None = None, progress: Progress | None = None
) -> Suggestions:
    """Return suggestions for every voice of the pile; `progress` is told how far it is."""
    voices = [voice.id for voice in unassigned_voices(vision)]
    corpus = corpus_of(vision, keep_in, _part(progress, 0))
    gathered = _gathered(vision)
    texts = [said.text for said in corpus.said] + [one.statement for one in gathered.values()]
    load_keywords(texts, HERE, _part(progress, 1))
    themes, tell = Themes(corpus, gathered), _part(progress, 2)
    found = []
    for done, voice in enumerate(voices):
        if tell:
            tell(done, len(voices))
        found.append(_for_voice(vision, corpus, themes, voice))
    started = find_seeds(corpus, voices, progress=_part(progress, 3))
    return Suggestions(tuple(found), started, corpus.outliers())


def suggest_for_voice(
    vision: Vision, voice_id: str, keep_in: Path | None = None, progress: Progress | None = None
) -> ForVoice:
    """Return voices like this one, and the likeliest themes for it."""
    corpus = corpus_of(vision, keep_in, progress)
    if voice_id not in corpus.place:
        return ForVoice(voice_id, (), (), known_language=True)
    return _for_voice(vision, corpus, Themes(corpus, _gathered(vision)), voice_id)


def suggest_clusters(
    vision: Vision, keep_in: Path | None = None, progress: Progress | None = None
) -> tuple[ClusterSeed, ...]:
    """Return small seeds to start themes from, out of the voices nobody placed yet."""
    voices = [voice.id for voice in unassigned_voices(vision)]
    return find_seeds(corpus_of(vision, keep_in, progress), voices)


def corpus_of(
    vision: Vision, keep_in: Path | None = None, progress: Progress | None = None
) -> Corpus:
    """Return the voices of a vision made ready; what that costs is kept in a file, if one is named.

    The file may be lost or damaged. It holds the voices of today and no others.
    """
    told = {voice.id: Statement(voice.text, voice.language) for voice in all_voices(vision)}
    key = (tuple(sorted(told.items())), keep_in)
    corpus = READY.get(key)
    if corpus is None:
        corpus = READY[key] = _made(told, keep_in, progress)
    READY.move_to_end(key)
    while len(READY) > _MOST_READY:
        READY.popitem(last=False)
    return corpus


def _made(told: Mapping[str, Statement], keep_in: Path | None, progress: Progress | None) -> Corpus:
    texts = [said.text for said in told.values()]
    kept = False
    with suppress(OSError):
        kept = HERE.compute(atomic_io.read(keep_in) if keep_in else None, texts)
    corpus = Corpus(told, progress=progress)
    if keep_in and not kept:
        with suppress(OSError):
            atomic_io.make_folder(keep_in.parent)
            atomic_io.atomic_write(keep_in, HERE.written(texts))
    return corpus


def _for_voice(vision: Vision, corpus: Corpus, themes: Themes, voice_id: str) -> ForVoice:
    inside = {theme.id for theme in themes_of(vision, voice_id)}
    known = voice_id not in corpus.outliers()
    likely = themes.likely(voice_id, without=inside)
    return ForVoice(voice_id, matches_of(corpus, voice_id), likely, known)


def _gathered(vision: Vision) -> Mapping[str, Gathered]:
    held = voices_by_theme(vision)
    return {
        theme.id: Gathered(
            f"{theme.name}. {theme.statement}", tuple(voice.id for voice in held[theme.id])
        )
        for theme in sorted_records(vision.themes)
    }


def _part(progress: Progress | None, part: int) -> Progress | None:
    """Return the progress of one part, told in hundredths of the whole."""
    if progress is None:
        return None
    share = 100 // _PARTS
    return lambda done, count: progress(share * part + share * done // (count or 1), 100)
