"""Everything that suggestions say of sample voices, in short: one line for each kind of result.

As a program it prints them, so that another processor or program can be held against this one.
"""

import json
from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from random import Random

import numpy as np

from benchmarks.themed_voices import Labelled, first, held_out
from path_planner.similarity.classifier import Gathered, Themes
from path_planner.similarity.clusters import find_seeds, offers_for
from path_planner.similarity.corpus import Corpus, Statement
from path_planner.similarity.embeddings import Vectors
from path_planner.similarity.fixed_point import Array
from path_planner.similarity.keywords import load_keywords
from path_planner.similarity.neighbours import matches_of

ASKED = 5
"""Each fifth voice is asked about: the words of all would take longer than all the rest."""


@cache
def sample() -> tuple[Labelled, ...]:
    """Return voices in languages learnt and not learnt."""
    others = (voice for voice in first().voices if voice.language != "en")
    return (*held_out().voices, *others, *first().english().voices[::6])


def fingerprints(vectors: Vectors) -> dict[str, str]:
    """Return a digest for each kind of result, out of these vectors."""
    pile = Corpus({voice.id: Statement(voice.text, voice.language) for voice in sample()}, vectors)
    asked = pile.ids[::ASKED]
    load_keywords((pile.said[pile.place[one]].text for one in asked), vectors)
    themes = Themes(pile, gathered())
    likenesses = list(pile.scores_of_each(range(len(pile.ids))))
    return {
        "vectors": _digest(vectors.written(voice.text for voice in sample())),
        "rows": _digest(_whole(pile.rows, 2**24)),
        "likenesses": _digest(_whole(np.array(likenesses), 10**4)),
        "nearest": _told(matches_of(pile, one, most=6) for one in asked),
        "themes": _told(themes.likely(one, most=6) for one in asked),
        "seeds": _told(find_seeds(pile, most=99)),
        "offers": _told(
            offer
            for theme in list(gathered())[::9]
            for offer in offers_for(pile, themes, theme, [(one,) for one in asked])
        ),
    }


def gathered() -> dict[str, Gathered]:
    """Return themes that hold a third of the voices."""
    chosen = Random(3).sample(sample(), len(sample()) // 3)  # noqa: S311 # a test, not a secret
    statements = {**held_out().statements, **first().statements}
    return {
        theme: Gathered(statement, [one.id for one in chosen if one.themes[0] == theme])
        for theme, statement in statements.items()
    }


def _whole(values: Array, steps: int) -> bytes:
    return np.rint(values * steps).astype("<i8").tobytes()


def _told(results: Iterable[object]) -> str:
    return _digest(json.dumps(list(results)).encode())


def _digest(written: bytes) -> str:
    return blake2b(written, digest_size=8).hexdigest()


if __name__ == "__main__":
    print(json.dumps(fingerprints(Vectors()), indent=4))  # noqa: T201 # a program
