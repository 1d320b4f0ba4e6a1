"""Themes: how often suggestions are right, set by set and language by language.

The sets in the repository are invented; of each there is one whose themes are as unequal as people
make them. Public sets are measured where they are (see `public_sets`). Beside each figure stands
what TF-IDF finds, what chance finds, and how often one of the three largest themes is right.
"""

from collections.abc import Iterator
from random import Random

from benchmarks.public_sets import FOLDER, PublicSet, public_sets
from benchmarks.suggestions_measured import (
    PART,
    dealt,
    nearest_is_right,
    pairs_of,
    pile_of,
    theme_is_among_three,
)
from benchmarks.themed_voices import Themed, first, held_out
from benchmarks.yardsticks import ByLetters, largest_are_right, nearest_by_chance, three_by_chance
from path_planner.similarity.classifier import Gathered, Themes
from path_planner.similarity.clusters import find_seeds, offers_for
from path_planner.similarity.corpus import Corpus

DEALS = 2


def run() -> list[str]:
    """Measure every set; return the lines of a table."""
    lines = ["set, language, voices in themes: ours / TF-IDF / largest three / chance"]
    found = 0
    for number, one in enumerate([*own_sets(), *public_sets()]):
        found = number
        lines += _lines(one)
    if found < len(list(own_sets())):
        lines.append(f"public sets: give the path of their folder in {FOLDER}")
    return lines


def own_sets() -> Iterator[PublicSet]:
    """Yield the invented sets of the repository."""
    yield PublicSet("own, equal themes", "en", first().english())
    yield PublicSet("own, unequal themes", "en", unequal(first().english()))
    yield PublicSet("own, held out", "en", held_out())
    everybody = first()
    for language in sorted({voice.language for voice in everybody.voices} - {"en"}):
        yield PublicSet("own, across languages", language, everybody)


def unequal(themed: Themed) -> Themed:
    """Return fewer voices, in themes that are as unequal as those of a consultation (Zipf)."""
    chance = Random(7)  # noqa: S311 - chance, not secrecy
    kept = []
    for rank, theme in enumerate(chance.sample(sorted(themed.statements), len(themed.statements))):
        own = [voice for voice in themed.voices if voice.themes[0] == theme]
        kept += chance.sample(own, max(2, round(len(own) / (1 + rank / 2))))
    return themed.only(*kept)


def _lines(one: PublicSet) -> Iterator[str]:
    themed = one.themed
    pile = pile_of(themed)
    of_language = [voice for voice in themed.voices if voice.language == one.language]
    title = f"{one.name}, {one.language}, {len(of_language)} in {len(themed.statements)}"
    nearest = nearest_is_right(pile, themed, of_language).all
    if len(of_language) < len(themed.voices):
        yield f"{title}: nearest {nearest:.2f} / - / - / {nearest_by_chance(themed):.2f}"
        return
    letters = ByLetters(themed)
    three = theme_is_among_three(pile, themed, deals=DEALS).all
    seeds = find_seeds(pile)
    pairs, reached = pairs_of(seeds, themed), sum(len(seed.reached) for seed in seeds)
    right, sure = sure_ones(pile, themed)
    yield (
        f"{title}: nearest {nearest:.2f} / {letters.nearest_is_right().all:.2f} / - /"
        f" {nearest_by_chance(themed):.2f}"
    )
    yield (
        f"  right theme among three {three:.2f} / {letters.theme_is_among_three(DEALS).all:.2f} /"
        f" {largest_are_right(themed).all:.2f} / {three_by_chance(themed):.2f}"
    )
    yield (
        f"  {len(seeds)} seeds reach {reached / len(themed.voices):.0%};"
        f" {sum(pairs)} of {len(pairs)} pairs in them share a theme"
    )
    yield f"  offered in bulk above the line: {sure}, of which {right / max(sure, 1):.0%} are right"


def sure_ones(pile: Corpus, themed: Themed) -> tuple[int, int]:
    """Return how many offers above the line are right, and how many there are.

    A third is themed by hand; themes with fewer than three voices so far are left out.
    """
    known = {voice.id: voice for voice in themed.voices}
    right = sure = 0
    for by_hand, rest in dealt(themed.voices, PART, DEALS):
        made = {
            theme: Gathered(statement, [v.id for v in by_hand if v.themes[0] == theme])
            for theme, statement in themed.statements.items()
        }
        themes, lines = Themes(pile, made), [(voice.id,) for voice in rest]
        for theme in (theme for theme, own in made.items() if len(own.voices) > 2):
            above = [o for o in offers_for(pile, themes, theme, lines) if o.sure]
            right += sum(theme in known[offer.line[0]].themes for offer in above)
            sure += len(above)
    return right, sure
