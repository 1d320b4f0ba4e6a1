"""Suggestions: how often they are right on voices themed by hand, and what they cost.

Nothing here waits for a disk: time is processor time, of one thread. What one run says of different
sizes can be compared; what different machines say cannot.
"""

import subprocess
import sys
from collections.abc import Callable
from statistics import mean
from time import process_time

from benchmarks.themed_voices import (
    ByLetters,
    Labelled,
    Rate,
    agreement,
    english,
    labelled,
    many,
    nearest_is_right,
    pile_of,
    placed_by_hand,
    seeds_are_right,
    statements,
    theme_is_among_three,
)
from path_planner.suggesting.alike import like_this_one
from path_planner.suggesting.likely_themes import Gathered, Themes
from path_planner.suggesting.pile import Pile, Said
from path_planner.suggesting.seeds import seeds
from path_planner.suggesting.vectors import Vectors
from path_planner.suggesting.words_shared import learn_words

SIZES = (100, 1_000, 5_000)
SESSIONS = 3
SAMPLE = 200
LOADING = (
    "import resource, time; begun = time.process_time();"
    "from path_planner.suggesting.encoder import encode;"
    "encode(['I want a bus on Sundays.']); took = time.process_time() - begun;"
    "print(took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
)


def run() -> list[str]:
    """Measure everything in one run; return lines to print."""
    voices = english()
    pile, letters = pile_of(voices), ByLetters(voices)
    hard = sum(voice.hard for voice in voices)
    return [
        f"{len(voices)} English voices in {len(statements())} themes, {hard} of them hard",
        *_quality(pile, letters, voices),
        *_session(pile, letters, voices),
        *_seeding(pile, voices),
        *_languages(),
        _loading(),
        *(line for size in SIZES for line in _times(size)),
    ]


def _quality(pile: Pile, letters: ByLetters, voices: tuple[Labelled, ...]) -> list[str]:
    return [
        _beside(
            "nearest voice in the same theme",
            nearest_is_right(pile, voices),
            letters.nearest_is_right(),
        ),
        _beside(
            "right theme among three, a third themed by hand",
            theme_is_among_three(pile, voices),
            letters.theme_is_among_three(),
        ),
    ]


def _beside(what: str, ours: Rate, theirs: Rate) -> str:
    return (
        f"{what}: {ours.all:.2f} (hard ones {ours.hard:.2f}); "
        f"TF-IDF {theirs.all:.2f} (hard ones {theirs.hard:.2f})"
    )


def _session(pile: Pile, letters: ByLetters, voices: tuple[Labelled, ...]) -> list[str]:
    ours = mean(placed_by_hand(pile, voices, seed) for seed in range(SESSIONS))
    theirs = mean(letters.placed_by_hand(seed) for seed in range(SESSIONS))
    part = ours / len(voices)
    return [
        f"placed by hand in a session of {len(voices)}, each into its own theme alone:",
        f"  {ours:.0f} ({part:.0%}); with TF-IDF {theirs:.0f}; without suggestions {len(voices)}",
    ]


def _seeding(pile: Pile, voices: tuple[Labelled, ...]) -> list[str]:
    found = seeds(pile)
    inside = sum(len(seed.voices) for seed in found)
    right, rand = seeds_are_right(found), agreement(found, voices)
    return [
        f"seeds: {len(found)} of {inside} voices in all",
        f"  pairs that share a theme {right:.2f}; adjusted Rand index {rand:.2f}",
    ]


def _languages() -> list[str]:
    pile = pile_of(labelled())
    others = tuple(voice for voice in labelled() if voice.language != "en")
    strange = pile.strange()
    known = tuple(voice for voice in others if voice.id not in strange)
    names = sorted({voice.language for voice in others if voice.id in strange})
    right = nearest_is_right(pile, known).all
    return [
        f"{len(known)} voices in other languages: nearest voice in the same theme {right:.2f}",
        f"  said not to be known: {', '.join(names)}",
    ]


def _loading() -> str:
    said = subprocess.run(  # noqa: S603 - our own line
        [sys.executable, "-c", LOADING], capture_output=True, text=True, check=True
    )
    took, memory = map(float, said.stdout.split())
    return f"loading and the first vector: {took:.1f} s; the whole program then has {memory:.0f} MB"


def _times(size: int) -> list[str]:
    voices = tuple(many(size))
    said = {voice.id: Said(voice.text) for voice in voices}
    fresh, again = Vectors(), Vectors()
    first = _timed(lambda: Pile(said, fresh))
    pile = Pile(said, fresh)
    written = fresh.written(voice.text for voice in voices)
    again.learn(written, ())
    kept = _timed(lambda: Pile(said, again))
    third = voices[: size // 3]
    made = {
        one: Gathered(text, [voice.id for voice in third if voice.themes[0] == one])
        for one, text in statements().items()
    }
    one = voices[-1].id
    Themes(pile, made).likely(one)
    for_one = _timed(lambda: (like_this_one(pile, one), Themes(pile, made).likely(one)))
    themes = Themes(pile, made)
    words = _timed(lambda: learn_words([voice.text for voice in voices], fresh))
    some = pile.ids[: min(size, SAMPLE)]
    each = _timed(lambda: [(like_this_one(pile, v), themes.likely(v)) for v in some]) / len(some)
    started = _timed(lambda: seeds(pile))
    quicker, large = first / kept, len(written) / 1e6
    return [
        f"{size:,} voices: made ready in {first:.2f} s, seeds {started:.2f} s",
        f"  from a file of {large:.1f} MB in {kept:.2f} s: {quicker:.0f}× quicker",
        f"  one voice alone {1_000 * for_one:.0f} ms",
        f"  one after another {1_000 * each:.1f} ms each, once words are ready in {words:.2f} s",
    ]


def _timed(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start
