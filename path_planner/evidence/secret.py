"""Secret votes that travel: where one person stands alone, nobody is told who gave what."""

from collections import Counter

from path_planner.domain.vision.choosing import Ballot, Method
from path_planner.domain.vision.standing import Standing
from path_planner.domain.vision.vision import Vision


def secret_ballots(vision: Vision) -> dict[str, Ballot]:
    """Return all ballots; those that would tell what one person gave lose what tells it.

    Where one person alone votes from a standing, or by proxy, all ballots of the round lose it:
    with one left out, what it gave would be the difference.
    """
    ballots = dict(vision.ballots)
    for held in vision.votes.values():
        if held.method is Method.DOTS:
            cast = [one for one in ballots.values() if one.round == held.id]
            ballots |= {one.id: one.model_copy(update=_hidden(cast)) for one in cast}
    return ballots


def _hidden(cast: list[Ballot]) -> dict[str, object]:
    hidden: dict[str, object] = {}
    standings = Counter[Standing]()
    for one in cast:
        standings[one.standing] += one.people
    if 1 in standings.values():
        hidden["standing"] = Standing.UNKNOWN
    if sum(one.people for one in cast if one.by_proxy) == 1:
        hidden["by_proxy"] = False
    return hidden
