"""Voices like this one."""

from collections.abc import Collection

from path_planner.suggesting.likeness import Alike, How, in_words
from path_planner.suggesting.pile import Pile
from path_planner.suggesting.words_shared import shared_words

MOST = 3


def like_this_one(
    pile: Pile, one: str, among: Collection[str] | None = None, most: int = MOST
) -> tuple[Alike, ...]:
    """Return the texts nearest to one of the pile, nearest first; none that are hardly like it."""
    number = pile.place[one]
    like = pile.likeness(number)
    others = pile.ids if among is None else sorted(set(among) & pile.place.keys())
    ranked = sorted((-float(like[pile.place[other]]), other) for other in others if other != one)
    found = (alike(pile, one, other, -less) for less, other in ranked[:most])
    return tuple(other for other in found if other.how > How.HARDLY)


def alike(pile: Pile, one: str, other: str, likeness: float) -> Alike:
    """Tell how like two texts are, and by which words."""
    here, there = pile.place[one], pile.place[other]
    by_sense = pile.by_sense(here, there)
    how = in_words(likeness, by_sense)
    words = shared_words(
        pile.said[here].text, pile.said[there].text, pile.vectors if by_sense else None
    )
    return Alike(other, likeness, how, by_sense, words)
