"""What suggestions are held against: overlap of letters, always the largest themes, and chance."""

from collections import Counter
from collections.abc import Iterable
from math import comb

from benchmarks.suggestions_measured import DEALS, Rate, dealt, rate, shuffled
from benchmarks.themed_voices import Labelled, Themed
from path_planner.similarity.corpus import Overlap

THREE = 3


class ByLetters:
    """TF-IDF of the same voices, asked the same questions."""

    def __init__(self, themed: Themed) -> None:
        self._themed = themed
        self._letters = Overlap([voice.text for voice in themed.voices])
        self._place = {voice.id: number for number, voice in enumerate(themed.voices)}
        self._rows = [self._letters.row(voice.text) for voice in themed.voices]

    def nearest_is_right(self) -> Rate:
        """Return how often the nearest voice shares a theme."""
        told = []
        for number, voice in enumerate(self._themed.voices):
            row = self._rows[number].copy()
            row[number] = -1
            told.append((voice.shares_a_theme(self._themed.voices[int(row.argmax())]), voice))
        return rate(told)

    def theme_is_among_three(self, deals: int = DEALS) -> Rate:
        """Return how often a theme is right of the three, after a part was themed by hand."""
        return rate(
            (not self._three(voice, by_hand).isdisjoint(voice.themes), voice)
            for by_hand, rest in dealt(self._themed.voices, deals=deals)
            for voice in rest
        )

    def placed_by_hand(self, deal: int = 0) -> int:
        """Play a session with these suggestions."""
        made: list[Labelled] = []
        by_hand = 0
        for voice in shuffled(self._themed.voices, deal):
            by_hand += voice.themes[0] not in self._three(voice, made)
            made.append(voice)
        return by_hand

    def _three(self, voice: Labelled, known: Iterable[Labelled]) -> set[str]:
        row = self._rows[self._place[voice.id]]
        near: dict[str, list[float]] = {}
        for other in known:
            near.setdefault(other.themes[0], []).append(float(row[self._place[other.id]]))
        scores = {
            theme: sum(likes) / len(likes)
            + self._letters.against(voice.text, self._themed.statements[theme])
            for theme, likes in near.items()
        }
        return set(sorted(scores, key=lambda theme: (-scores[theme], theme))[:THREE])


def largest_are_right(themed: Themed) -> Rate:
    """Return how often one of the three themes is right that hold most voices by then."""
    told = []
    for by_hand, rest in dealt(themed.voices):
        held = Counter(voice.themes[0] for voice in by_hand)
        three = set(sorted(held, key=lambda theme: (-held[theme], theme))[:THREE])
        told += [(not three.isdisjoint(voice.themes), voice) for voice in rest]
    return rate(told)


def three_by_chance(themed: Themed) -> float:
    """Return how often one of three themes is right that are drawn blindly."""
    themes = len(themed.statements)
    missed = [
        comb(themes - len(voice.themes), THREE) / comb(themes, THREE) for voice in themed.voices
    ]
    return 1 - sum(missed) / len(missed)


def nearest_by_chance(themed: Themed) -> float:
    """Return how often any other voice shares a theme."""
    told = [
        one.shares_a_theme(other)
        for one in themed.voices
        for other in themed.voices
        if one.id != other.id
    ]
    return sum(told) / len(told)
