"""The ballot box: secret ballots wait in it until a round closes, and then go in all together.

What is saved step by step keeps the time of each step. A secret ballot saved that way would tell
who gave what to anybody who knows in which order people came to the screen. So ballots wait beside
the vision, as one small file without times, sorted by random ids and without history; closing the
round writes all of them at once. What can still be told: how many voted and from where they speak,
and by somebody who can watch the disk while the vote is open, each change of that file.
"""

from collections.abc import Callable
from typing import Any

from pydantic import TypeAdapter, ValidationError

from path_planner.domain.vision.choosing import Ballot
from path_planner.errors import FileDamaged
from path_planner.storage import reasons

_BALLOTS = TypeAdapter(dict[str, Ballot])

Change = Callable[[dict[str, Ballot]], dict[str, Ballot]]
"""Takes what is in the box and returns what shall be in it."""


def in_the_box(store: Any, vision_id: str, round_id: str) -> dict[str, Ballot]:
    """Return the ballots of a round that wait, by id."""
    waiting = _read(store.waiting(vision_id)).values()
    return {one.id: one for one in waiting if one.round == round_id}


def change_box(store: Any, vision_id: str, change: Change) -> None:
    """Change what waits, as one step: nobody else reaches into the box meanwhile."""
    store.change_waiting(vision_id, lambda data: _written(change(_read(data))))


def _read(data: bytes | None) -> dict[str, Ballot]:
    try:
        return _BALLOTS.validate_json(data) if data else {}
    except ValidationError:
        raise FileDamaged(why=reasons.CUT_OR_GARBLED) from None


def _written(ballots: dict[str, Ballot]) -> bytes | None:
    # Sorted by random ids: the order of the file says nothing of the order of people.
    return _BALLOTS.dump_json(dict(sorted(ballots.items()))) if ballots else None
