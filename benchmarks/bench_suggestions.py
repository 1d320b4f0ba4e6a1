"""Suggestions: how often they are right on voices themed by hand, and what they cost.

Nothing here waits for a disk: time is processor time, of one thread. What one run says of different
sizes can be compared; what different machines say cannot.
"""

import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from statistics import mean
from time import process_time

from benchmarks.suggestions_measured import (
    PART,
    Rate,
    agreement,
    in_small_piles,
    nearest_is_right,
    pairs_of,
    pile_of,
    placed_by_hand,
    theme_is_among_three,
)
from benchmarks.themed_voices import Themed, first, held_out, many
from benchmarks.yardsticks import ByLetters, largest_are_right, nearest_by_chance, three_by_chance
from path_planner.similarity.classifier import Gathered, Themes
from path_planner.similarity.clusters import find_seeds
from path_planner.similarity.corpus import Corpus, Statement
from path_planner.similarity.embeddings import Vectors
from path_planner.similarity.keywords import load_keywords
from path_planner.similarity.neighbours import matches_of

SIZES = (100, 1_000, 5_000)
SESSIONS = 3
SAMPLE = 200
LOADING = (
    "import resource, time; begun = time.process_time();"
    "from path_planner.similarity.embeddings import encode;"
    "encode(['I want a bus on Sundays.']); took = time.process_time() - begun;"
    "print(took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
)


def run() -> list[str]:
    """Measure everything in one run; return lines to print."""
    return [
        *_set("the settings were chosen with these", first().english()),
        *_languages(),
        *_set("HELD OUT, nothing is tuned on these", held_out()),
        _loading(),
        *(line for size in SIZES for line in _times(size)),
    ]


def _set(what: str, themed: Themed) -> list[str]:
    pile, letters = pile_of(themed), ByLetters(themed)
    counts = Counter(voice.kind for voice in themed.voices)
    kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(counts.items()))
    return [
        f"{len(themed.voices)} English voices in {len(themed.statements)} themes ({kinds}):",
        f"  {what}",
        *_nearest(pile, letters, themed),
        *_among_three(pile, letters, themed),
        *_small(themed),
        *_session(pile, letters, themed),
        *_seeding(pile, themed),
    ]


def _nearest(pile: Corpus, letters: ByLetters, themed: Themed) -> list[str]:
    return [
        f"  nearest voice in the same theme: {_told(nearest_is_right(pile, themed))}",
        f"    TF-IDF {_told(letters.nearest_is_right())}",
        f"    any voice {nearest_by_chance(themed):.2f}",
    ]


def _among_three(pile: Corpus, letters: ByLetters, themed: Themed) -> list[str]:
    none, third, most = (theme_is_among_three(pile, themed, part) for part in (0, PART, 2 * PART))
    return [
        f"  right theme among three, a third themed by hand: {_told(third)}",
        f"    none themed yet {none.all:.2f}, two thirds {most.all:.2f}",
        f"    TF-IDF {_told(letters.theme_is_among_three())}",
        f"    always the three largest {largest_are_right(themed).all:.2f}",
        f"    any three {three_by_chance(themed):.2f}",
    ]


def _told(rate: Rate) -> str:
    kinds = ", ".join(f"{kind} {part:.2f}" for kind, part in rate.kinds.items())
    return f"{rate.all:.2f} ({kinds})"


def _small(themed: Themed) -> list[str]:
    nearest, three = in_small_piles(themed)
    return [
        "  in piles of sixty voices of one kind:",
        f"    nearest voice {nearest:.2f}, right theme among three {three:.2f}",
    ]


def _session(pile: Corpus, letters: ByLetters, themed: Themed) -> list[str]:
    ours = mean(placed_by_hand(pile, themed, deal) for deal in range(SESSIONS))
    theirs = mean(letters.placed_by_hand(deal) for deal in range(SESSIONS))
    count = len(themed.voices)
    return [
        f"  placed by hand in a session of {count}, each into its own theme alone:",
        f"    {ours:.0f} ({ours / count:.0%}); with TF-IDF {theirs:.0f}; with neither {count}",
    ]


def _seeding(pile: Corpus, themed: Themed) -> list[str]:
    found = find_seeds(pile)
    inside = sum(len(seed.voices) for seed in found)
    pairs, rand = pairs_of(found, themed), agreement(found, themed)
    return [
        f"  seeds: {len(found)} of {inside} voices in all",
        f"    {sum(pairs)} of {len(pairs)} pairs share a theme; adjusted Rand index {rand:.2f}",
    ]


def _languages() -> list[str]:
    everybody = first()
    pile = pile_of(everybody)
    strange = pile.outliers()
    others = tuple(voice for voice in everybody.voices if voice.language != "en")
    known = tuple(voice for voice in others if voice.id not in strange)
    names = sorted({voice.language for voice in others if voice.id in strange})
    right = nearest_is_right(pile, everybody, known).all
    return [
        f"  {len(known)} voices in other languages: nearest voice in the same theme {right:.2f}",
        f"    said not to be known: {', '.join(names)}",
    ]


def _loading() -> str:
    said = subprocess.run(  # noqa: S603 - our own line
        [sys.executable, "-c", LOADING], capture_output=True, text=True, check=True
    )
    took, memory = map(float, said.stdout.split())
    return f"loading and the first vector: {took:.1f} s; the whole program then has {memory:.0f} MB"


def _times(size: int) -> list[str]:
    voices = tuple(many(size))
    said = {voice.id: Statement(voice.text) for voice in voices}
    fresh, again = Vectors(), Vectors()
    made_new = _timed(lambda: Corpus(said, fresh))
    pile = Corpus(said, fresh)
    written = fresh.written(voice.text for voice in voices)
    again.compute(written, ())
    kept = _timed(lambda: Corpus(said, again))
    third = voices[: size // 3]
    made = {
        one: Gathered(text, [voice.id for voice in third if voice.themes[0] == one])
        for one, text in first().statements.items()
    }
    one = voices[-1].id
    Themes(pile, made).likely(one)
    for_one = _timed(lambda: (matches_of(pile, one), Themes(pile, made).likely(one)))
    themes = Themes(pile, made)
    words = _timed(lambda: load_keywords([voice.text for voice in voices], fresh))
    some = pile.ids[: min(size, SAMPLE)]
    each = _timed(lambda: [(matches_of(pile, v), themes.likely(v)) for v in some]) / len(some)
    started = _timed(lambda: find_seeds(pile))
    quicker, large = made_new / kept, len(written) / 1e6
    return [
        f"{size:,} voices: made ready in {made_new:.2f} s, seeds {started:.2f} s",
        f"  from a file of {large:.1f} MB in {kept:.2f} s: {quicker:.0f}× quicker",
        f"  one voice alone {1_000 * for_one:.0f} ms",
        f"  one after another {1_000 * each:.1f} ms each, once words are ready in {words:.2f} s",
    ]


def _timed(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start
