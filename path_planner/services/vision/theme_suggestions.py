"""Suggestions of themes for a vision, and sentences that explain them.

The sentences contain people's words: show them as plain text, never as HTML.
"""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from path_planner.analysis.queries import (
    all_voices,
    themes_by_voice,
    themes_of,
    unassigned_voices,
    voices_by_theme,
)
from path_planner.domain.base import sorted_records
from path_planner.domain.vision.vision import Vision
from path_planner.i18n import N_, _, ngettext
from path_planner.similarity import more_languages
from path_planner.similarity.classifier import Gathered, LikelyTheme, Themes
from path_planner.similarity.clusters import ClusterSeed, find_seeds
from path_planner.similarity.corpus import Corpus, Statement
from path_planner.similarity.embeddings import HERE, Progress
from path_planner.similarity.keywords import load_keywords
from path_planner.similarity.neighbours import matches_of
from path_planner.similarity.similarity import Match, Method, Shared, equal_lines
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
    """Return the sentence that says who suggests and who decides."""
    return _("The computer suggests. People decide and choose the names.")


def why_alike(alike: Match) -> str:
    """Explain why a voice is similar."""
    return f"{_(HOW_WORDS[alike.how])} {_why(alike.words, alike.by_sense)}"


def why_theme(vision: Vision, likely: LikelyTheme) -> str:
    """Explain why a theme is suggested."""
    reasons = []
    if likely.words:
        reasons.append(_("Its name or statement is close to: {words}.", words=_pairs(likely.words)))
    if likely.nearest is not None and likely.nearest.id in vision.voices:
        words = short(vision.voices[likely.nearest.id].text)
        reasons.append(_("The closest voice in it: “{words}”", words=words))
    if not reasons:
        reasons.append(_why((), likely.by_sense))
    return " ".join((_(HOW_WORDS[likely.how]), *reasons))


def why_seed(seed: ClusterSeed) -> str:
    """Explain why these voices are suggested as a start."""
    if len(seed.lines) == 1:
        count = len(seed.voices)
        return ngettext("The same words, {count} time.", "The same words, {count} times.", count)
    return f"{_(SEED_WORDS[seed.how])} {_why(seed.words, seed.by_sense)}"


def reach_of(seed: ClusterSeed) -> str:
    """Return how many more voices a seed reaches than it shows; empty if none."""
    more = len(seed.reached) - len(seed.voices)
    if not more:
        return ""
    return ngettext(
        "{count} more voice is like these.", "{count} more voices are like these.", more
    )


def strange_words(count: int) -> str:
    """Return a sentence about voices in unsupported languages; empty if there are none."""
    if not count:
        return ""
    said = ngettext(
        "{count} voice is in a language that the computer "
        "does not know. Only its letters are compared.",
        "{count} voices are in languages that the computer "
        "does not know. Only their letters are compared.",
        count,
    )
    if not more_languages.is_for_this_system():
        more = _("The extra for more languages is not made for Windows.")
    elif not more_languages.is_installed():
        more = _("The extra “languages” knows more of them; the README says how.")
    else:
        return said
    return f"{said} {more}"


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


def short(text: str, most: int = _MOST_LETTERS) -> str:
    """Return a text in one line of at most so many letters."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


_MOST_CORPORA = 2
_PARTS = 4
_MOST_WITH_RELATED_WORDS = 2_000
"""Voices: of more, only equal words are named, for to embed every word would take longest."""
CORPORA: OrderedDict[tuple[tuple[tuple[str, Statement], ...], Path | None], Corpus] = OrderedDict()
"""A small LRU cache: questions about further voices use the same corpus."""


class ForVoice(NamedTuple):
    """The suggestions for one voice."""

    voice: str
    alike: tuple[Match, ...]
    """Similar voices, the most similar first."""
    themes: tuple[LikelyTheme, ...]
    """The best of the themes that it is not in yet, the best first."""
    known_language: bool
    """The encoder supports its language; otherwise only character n-grams were compared."""


class Suggestions(NamedTuple):
    """All suggestions for a vision."""

    voices: tuple[ForVoice, ...]
    """For each unassigned voice, in order."""
    seeds: tuple[ClusterSeed, ...]
    strange: tuple[str, ...]
    """The ids of voices in unsupported languages."""


def suggest(
    vision: Vision, keep_in: Path | None = None, progress: Progress | None = None
) -> Suggestions:
    """Return suggestions for every unassigned voice; `progress` is called in hundredths."""
    voices = [voice.id for voice in unassigned_voices(vision)]
    corpus = corpus_of(vision, keep_in, _part(progress, 0))
    made = gathered(vision)
    related = len(voices) <= _MOST_WITH_RELATED_WORDS
    if related:
        texts = [voice.text for voice in corpus.said]
        texts += [theme.statement for theme in made.values()]
        load_keywords(texts, HERE, _part(progress, 1))
    themes, report = Themes(corpus, made), _part(progress, 2)
    scores = corpus.scores_of_some([corpus.place[voice] for voice in voices])
    inside, strange = themes_by_voice(vision), set(corpus.outliers())
    suggestions = []
    for done, (voice, row) in enumerate(zip(voices, scores, strict=True)):
        if report:
            report(done, len(voices))
        own = {theme.id for theme in inside.get(voice, ())}
        likely = themes.likely(voice, own, scores=row, related=related)
        alike = matches_of(corpus, voice, scores=row, related=related)
        suggestions.append(ForVoice(voice, alike, likely, voice not in strange))
    seeds = find_seeds(corpus, voices, progress=_part(progress, 3))
    return Suggestions(tuple(suggestions), seeds, corpus.outliers())


def suggest_for_voice(
    vision: Vision, voice_id: str, keep_in: Path | None = None, progress: Progress | None = None
) -> ForVoice:
    """Return similar voices, and the best themes for one voice."""
    corpus = corpus_of(vision, keep_in, progress)
    if voice_id not in corpus.place:
        return ForVoice(voice_id, (), (), known_language=True)
    return _for_voice(vision, corpus, Themes(corpus, gathered(vision)), voice_id)


def suggest_clusters(
    vision: Vision, keep_in: Path | None = None, progress: Progress | None = None
) -> tuple[ClusterSeed, ...]:
    """Return cluster seeds of the unassigned voices, to start themes from."""
    voices = [voice.id for voice in unassigned_voices(vision)]
    return find_seeds(corpus_of(vision, keep_in, progress), voices, progress=progress)


class HarvestSeed(NamedTuple):
    """Voices that people grouped in a harvest, as lines of equal words, with its title."""

    title: str
    lines: tuple[tuple[str, ...], ...]


def harvest_seeds(vision: Vision) -> tuple[HarvestSeed, ...]:
    """Return the groups of harvests whose voices are in no theme yet, to start themes from.

    Nothing becomes a theme by itself: those who gather here may group and name in another way.
    """
    grouped: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for voice in unassigned_voices(vision):
        if voice.heading:
            said = grouped.setdefault((voice.source, voice.heading), [])
            said.append((voice.id, voice.text))
    return tuple(
        HarvestSeed(title, tuple(equal_lines(said))) for (_source, title), said in grouped.items()
    )


def why_harvest() -> str:
    """Explain why the voices of a group of a harvest are suggested as a start."""
    return _("People grouped these at the harvest of a day, under this title.")


def corpus_of(
    vision: Vision, keep_in: Path | None = None, progress: Progress | None = None
) -> Corpus:
    """Return the corpus of a vision's voices; `keep_in` is a file that caches their embeddings.

    The file may be missing or damaged. It contains the current voices and no others.
    """
    statements = statements_of(vision)
    key = (tuple(sorted(statements.items())), keep_in)
    corpus = CORPORA.get(key)
    if corpus is None:
        corpus = CORPORA[key] = _new_corpus(statements, keep_in, progress)
    CORPORA.move_to_end(key)
    while len(CORPORA) > _MOST_CORPORA:
        CORPORA.popitem(last=False)
    return corpus


def statements_of(vision: Vision) -> dict[str, Statement]:
    """Return what is compared: the publishable voices, with their languages."""
    return {voice.id: Statement(voice.text, voice.language) for voice in all_voices(vision)}


def _new_corpus(
    statements: Mapping[str, Statement], keep_in: Path | None, progress: Progress | None
) -> Corpus:
    texts = [statement.text for statement in statements.values()]
    is_cached = False
    with suppress(OSError):
        is_cached = HERE.compute(atomic_io.read(keep_in) if keep_in else None, texts)
    corpus = Corpus(statements, progress=progress)
    if keep_in and not is_cached:
        with suppress(OSError):
            atomic_io.make_folder(keep_in.parent)
            atomic_io.atomic_write(keep_in, HERE.written(texts))
    return corpus


def _for_voice(vision: Vision, corpus: Corpus, themes: Themes, voice_id: str) -> ForVoice:
    inside = {theme.id for theme in themes_of(vision, voice_id)}
    known = voice_id not in corpus.outliers()
    likely = themes.likely(voice_id, without=inside)
    return ForVoice(voice_id, matches_of(corpus, voice_id), likely, known)


def gathered(vision: Vision) -> Mapping[str, Gathered]:
    """Return the themes as the group has them so far."""
    voices = voices_by_theme(vision)
    return {
        theme.id: Gathered(
            f"{theme.name}. {theme.statement}", tuple(voice.id for voice in voices[theme.id])
        )
        for theme in sorted_records(vision.themes)
    }


def _part(progress: Progress | None, part: int) -> Progress | None:
    """Return a progress callback of one part, which reports hundredths of the whole."""
    if progress is None:
        return None
    share = 100 // _PARTS
    return lambda done, count: progress(share * part + share * done // (count or 1), 100)
