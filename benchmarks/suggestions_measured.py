"""How often suggestions are right on voices that were put into themes by hand."""

from collections.abc import Iterable, Iterator, Mapping
from random import Random
from typing import NamedTuple

from benchmarks.themed_voices import Labelled, Themed
from path_planner.similarity.classifier import Gathered, Themes
from path_planner.similarity.clusters import ClusterSeed
from path_planner.similarity.corpus import Corpus, Statement
from path_planner.similarity.keywords import load_keywords
from path_planner.similarity.neighbours import matches_of

PART = 1 / 3
DEALS = 6
SMALL = 60


class Rate(NamedTuple):
    """How often something was right, of all voices and of each kind of them."""

    all: float
    kinds: Mapping[str, float]


def rate(told: Iterable[tuple[bool, Labelled]]) -> Rate:
    """Return how often it was right, told for one voice after another."""
    told = list(told)
    by_kind: dict[str, list[bool]] = {}
    for right, voice in told:
        by_kind.setdefault(voice.kind, []).append(right)
    kinds = {kind: sum(rights) / len(rights) for kind, rights in sorted(by_kind.items())}
    return Rate(sum(right for right, _ in told) / max(len(told), 1), kinds)


def pile_of(themed: Themed) -> Corpus:
    """Return voices made ready, and their words."""
    pile = Corpus({voice.id: Statement(voice.text) for voice in themed.voices})
    load_keywords([one.text for one in pile.said], pile.vectors)
    return pile


def nearest_is_right(pile: Corpus, themed: Themed, asked: Iterable[Labelled] | None = None) -> Rate:
    """Return how often the first voice that is suggested shares a theme; none is wrong too."""
    known = {voice.id: voice for voice in themed.voices}
    told = []
    for voice in themed.voices if asked is None else asked:
        found = matches_of(pile, voice.id, most=1)
        told.append((bool(found) and voice.shares_a_theme(known[found[0].id]), voice))
    return rate(told)


def theme_is_among_three(
    pile: Corpus, themed: Themed, part: float = PART, deals: int = DEALS
) -> Rate:
    """Return how often a theme is right of the three, after a part was themed by hand."""
    told = []
    for by_hand, rest in dealt(themed.voices, part, deals):
        made: dict[str, list[str]] = {theme: [] for theme in themed.statements}
        for voice in by_hand:
            made[voice.themes[0]].append(voice.id)
        themes = Themes(
            pile, {one: Gathered(themed.statements[one], ids) for one, ids in made.items()}
        )
        for voice in rest:
            three = {likely.id for likely in themes.likely(voice.id)}
            told.append((not three.isdisjoint(voice.themes), voice))
    return rate(told)


def in_small_piles(themed: Themed, deals: int = DEALS) -> tuple[float, float]:
    """Return how often the nearest voice, and a theme among three, is right in piles of sixty.

    Each is of one kind of voices alone, as the record of one meeting is.
    """
    nearest, three = [], []
    for kind in themed.kinds():
        voices = themed.of_kind(kind).voices
        for deal in range(deals):
            chance = Random(deal)  # noqa: S311 - chance, not secrecy
            few = themed.only(*chance.sample(voices, SMALL))
            pile = pile_of(few)
            nearest.append(nearest_is_right(pile, few).all)
            three.append(theme_is_among_three(pile, few).all)
    return sum(nearest) / len(nearest), sum(three) / len(three)


def placed_by_hand(pile: Corpus, themed: Themed, deal: int = 0) -> int:
    """Play a session, voice after voice; return how many none of the three themes fitted.

    Themes come up as their first voice does: such a voice is always placed by hand.
    """
    made: dict[str, list[str]] = {}
    by_hand = 0
    for voice in shuffled(themed.voices, deal):
        own = voice.themes[0]
        gathered = {one: Gathered(themed.statements[one], tuple(ids)) for one, ids in made.items()}
        three = {likely.id for likely in Themes(pile, gathered).likely(voice.id)}
        by_hand += own not in three
        made.setdefault(own, []).append(voice.id)
    return by_hand


def pairs_of(found: Iterable[ClusterSeed], themed: Themed) -> list[bool]:
    """Return for each pair that seeds put together whether it shares a theme."""
    known = {voice.id: voice for voice in themed.voices}
    return [
        known[one].shares_a_theme(known[other])
        for seed in found
        for place, one in enumerate(seed.voices)
        for other in seed.voices[place + 1 :]
    ]


def agreement(found: Iterable[ClusterSeed], themed: Themed) -> float:
    """Return the adjusted Rand index of the voices that are in a seed, against their themes."""
    own = {voice.id: voice.themes[0] for voice in themed.voices}
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


def shuffled(voices: tuple[Labelled, ...], deal: int) -> list[Labelled]:
    """Return the voices in an order that chance made, the same each time."""
    chance = Random(deal)  # noqa: S311 - chance, not secrecy
    return chance.sample(voices, len(voices))


def dealt(
    voices: tuple[Labelled, ...], part: float = PART, deals: int = DEALS
) -> Iterator[tuple[list[Labelled], list[Labelled]]]:
    """Yield, a few times over, those that are themed by hand first and the rest."""
    cut = round(len(voices) * part)
    for deal in range(deals):
        order = shuffled(voices, deal)
        yield order[:cut], order[cut:]
