"""The labelled voices, and what is measured on them, here and by the test of the quality."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

from path_planner.suggesting.alike import like_this_one
from path_planner.suggesting.likely_themes import Gathered, Themes
from path_planner.suggesting.overlap import Overlap
from path_planner.suggesting.pile import Pile, Said
from path_planner.suggesting.seeds import Seed
from path_planner.suggesting.words_shared import learn_words

FILE = Path(__file__).with_name("voices_by_theme.json")


class Labelled(NamedTuple):
    """A voice and the themes that people would accept for it; the first one is its own."""

    id: str
    text: str
    themes: tuple[str, ...]
    hard: bool
    language: str


class Rate(NamedTuple):
    """How often something was right, of all voices and of the hard ones."""

    all: float
    hard: float


@cache
def labelled() -> tuple[Labelled, ...]:
    """Return the voices."""
    return tuple(
        Labelled(v["id"], v["text"], (v["theme"], *v["also"]), v["hard"], v["language"])
        for v in json.loads(FILE.read_text("utf-8"))["voices"]
    )


@cache
def statements() -> Mapping[str, str]:
    """Return the statement of every theme."""
    found: dict[str, str] = json.loads(FILE.read_text("utf-8"))["themes"]
    return found


def english() -> tuple[Labelled, ...]:
    """Return the voices in English."""
    return tuple(voice for voice in labelled() if voice.language == "en")


def pile_of(voices: Iterable[Labelled]) -> Pile:
    """Return voices made ready, and their words."""
    pile = Pile({voice.id: Said(voice.text) for voice in voices})
    learn_words([one.text for one in pile.said], pile.vectors)
    return pile


def nearest_is_right(pile: Pile, voices: Iterable[Labelled]) -> Rate:
    """Return how often the first voice that is suggested shares a theme; none is wrong too."""
    known = {voice.id: voice for voice in labelled()}
    told = []
    for voice in voices:
        found = like_this_one(pile, voice.id, most=1)
        right = bool(found) and _share(known[found[0].id], voice)
        told.append((right, voice.hard))
    return _rate(told)


def theme_is_among_three(
    pile: Pile, voices: tuple[Labelled, ...], seeds: int = 6, part: float = 1 / 3
) -> Rate:
    """Return how often a theme is right of the three, after a part was themed by hand."""
    told = []
    for seed in range(seeds):
        known, rest = _dealt(voices, part, seed)
        themes = _themes(pile, known)
        for voice in rest:
            three = {likely.id for likely in themes.likely(voice.id)}
            told.append((not three.isdisjoint(voice.themes), voice.hard))
    return _rate(told)


def placed_by_hand(pile: Pile, voices: tuple[Labelled, ...], seed: int = 0) -> int:
    """Play a session, voice after voice; return how many none of the three themes fitted.

    Themes come up as their first voice does: such a voice is always placed by hand.
    """
    chance = Random(seed)  # noqa: S311 - chance, not secrecy
    made: dict[str, list[str]] = {}
    by_hand = 0
    for voice in chance.sample(voices, len(voices)):
        own = voice.themes[0]
        gathered = {one: Gathered(statements()[one], tuple(ids)) for one, ids in made.items()}
        three = {likely.id for likely in Themes(pile, gathered).likely(voice.id)}
        by_hand += own not in three
        made.setdefault(own, []).append(voice.id)
    return by_hand


def seeds_are_right(found: Iterable[Seed]) -> float:
    """Return how many of the pairs that seeds put together share a theme."""
    known = {voice.id: voice for voice in labelled()}
    pairs = [
        _share(known[one], known[other])
        for seed in found
        for place, one in enumerate(seed.voices)
        for other in seed.voices[place + 1 :]
    ]
    return sum(pairs) / max(len(pairs), 1)


def agreement(found: Iterable[Seed], voices: Iterable[Labelled]) -> float:
    """Return the adjusted Rand index of the voices that are in a seed, against their themes."""
    own = {voice.id: voice.themes[0] for voice in voices}
    pairs = [(number, own[one]) for number, seed in enumerate(found) for one in seed.voices]
    return _adjusted_rand(pairs)


def _adjusted_rand(pairs: list[tuple[int, str]]) -> float:
    def together(groups: Iterable[object]) -> int:
        counts: dict[object, int] = {}
        for group in groups:
            counts[group] = counts.get(group, 0) + 1
        return sum(count * (count - 1) // 2 for count in counts.values())

    both = together(pairs)
    ours, theirs = together(one for one, _ in pairs), together(other for _, other in pairs)
    chance = ours * theirs / max(len(pairs) * (len(pairs) - 1) / 2, 1)
    most = (ours + theirs) / 2
    return (both - chance) / (most - chance) if most != chance else 0.0


class ByLetters:
    """The yardstick: TF-IDF of the same voices, asked the same questions."""

    def __init__(self, voices: tuple[Labelled, ...]) -> None:
        self._voices = voices
        self._letters = Overlap([voice.text for voice in voices])
        self._place = {voice.id: number for number, voice in enumerate(voices)}
        self._rows = [self._letters.row(voice.text) for voice in voices]

    def nearest_is_right(self) -> Rate:
        """Return how often the nearest voice shares a theme."""
        told = []
        for number, voice in enumerate(self._voices):
            row = self._rows[number].copy()
            row[number] = -1
            told.append((_share(self._voices[int(row.argmax())], voice), voice.hard))
        return _rate(told)

    def theme_is_among_three(self, seeds: int = 6, part: float = 1 / 3) -> Rate:
        """Return how often a theme is right of the three, after a part was themed by hand."""
        told = []
        for seed in range(seeds):
            known, rest = _dealt(self._voices, part, seed)
            for voice in rest:
                three = self._three(voice, known)
                told.append((not three.isdisjoint(voice.themes), voice.hard))
        return _rate(told)

    def placed_by_hand(self, seed: int = 0) -> int:
        """Play a session with these suggestions."""
        chance = Random(seed)  # noqa: S311 - chance, not secrecy
        made: list[Labelled] = []
        by_hand = 0
        for voice in chance.sample(self._voices, len(self._voices)):
            by_hand += voice.themes[0] not in self._three(voice, made)
            made.append(voice)
        return by_hand

    def _three(self, voice: Labelled, known: Iterable[Labelled]) -> set[str]:
        row = self._rows[self._place[voice.id]]
        near: dict[str, list[float]] = {}
        for other in known:
            near.setdefault(other.themes[0], []).append(float(row[self._place[other.id]]))
        scores = {
            theme: sum(likes) / len(likes) + self._letters.against(voice.text, statements()[theme])
            for theme, likes in near.items()
        }
        return set(sorted(scores, key=lambda theme: (-scores[theme], theme))[:3])


def _themes(pile: Pile, known: Iterable[Labelled]) -> Themes:
    made: dict[str, list[str]] = {theme: [] for theme in statements()}
    for voice in known:
        made[voice.themes[0]].append(voice.id)
    return Themes(pile, {one: Gathered(statements()[one], ids) for one, ids in made.items()})


def _dealt(
    voices: tuple[Labelled, ...], part: float, seed: int
) -> tuple[list[Labelled], list[Labelled]]:
    chance = Random(seed)  # noqa: S311 - chance, not secrecy
    dealt = chance.sample(voices, len(voices))
    cut = round(len(voices) * part)
    return dealt[:cut], dealt[cut:]


def _share(one: Labelled, other: Labelled) -> bool:
    return not set(one.themes).isdisjoint(other.themes)


def _rate(told: Iterable[tuple[bool, bool]]) -> Rate:
    told = list(told)
    hard = [right for right, is_hard in told if is_hard]
    return Rate(sum(right for right, _ in told) / len(told), sum(hard) / max(len(hard), 1))


def many(count: int) -> Iterator[Labelled]:
    """Yield as many different voices as are asked for, made of the labelled ones."""
    voices = english()
    chance = Random(count)  # noqa: S311 - chance, not secrecy
    for number in range(count):
        one, other = chance.choice(voices), chance.choice(voices)
        text = one.text if number < len(voices) else f"{one.text} {other.text} ({number})"
        yield one._replace(id=f"m{number:05}", text=text)
