"""Dragging lines of the harvest: what a browser sends is checked, and private words stay away."""

from itertools import count
from typing import Any

import pytest

from path_planner.domain.event.contribution import Part
from path_planner.domain.voice import Share
from path_planner.services.event.contributions import contribute
from path_planner.services.event.harvest import add_group
from path_planner.ui.event.cafe.harvest_drag import apply_moves, dragged_data
from path_planner.ui.sync.acks import Acks
from tests.services.event.cafes import Cafe, a_stored_cafe

_numbers = count()


@pytest.fixture
def cafe() -> Cafe:
    """Return a café with two lines of the harvest, one at a table, and a group."""
    cafe = a_stored_cafe()
    for part, words, share in (
        (Part.HARVEST, "Buses", Share.CIRCLE),
        (Part.HARVEST, "canary", Share.PRIVATE),
        (Part.TABLE, "A cloth", Share.CIRCLE),
    ):
        cafe.does(contribute(cafe.at(), part, words, share=share))
    cafe.does(add_group(cafe.at(), "Getting about"))
    return cafe


def sent(cafe: Cafe, *moves: dict[str, Any]) -> Acks:
    """Apply moves of a window; return what became of them."""
    acks = Acks()
    changes = tuple({"id": f"m{next(_numbers)}".ljust(20, "x"), **move} for move in moves)
    apply_moves(cafe.at(), changes, acks)
    return acks


def ids(cafe: Cafe) -> tuple[str, str, str, str]:
    """Return the ids of the three lines and of the group."""
    first, second, third = cafe.event.voices
    (group,) = cafe.event.groups
    return first, second, third, group


def test_a_line_goes_into_a_group_and_out_again(cafe: Cafe) -> None:
    line, _private, _table, group = ids(cafe)
    sent(cafe, {"do": "group", "line": line, "group": group})
    assert cafe.event.voices[line].group == group
    sent(cafe, {"do": "group", "line": line, "group": ""})
    assert cafe.event.voices[line].group is None


def test_nothing_but_a_line_of_the_harvest_and_a_group_is_taken(cafe: Cafe) -> None:
    line, _private, table, group = ids(cafe)
    before = cafe.event
    hostile: list[dict[str, Any]] = [
        {"do": "group", "line": line, "group": "nowhere"},
        {"do": "group", "line": table, "group": group},
        {"do": "group", "line": "nobody", "group": group},
        {"do": "group", "line": "<b>", "group": group},
        {"do": "drop", "line": line, "group": group},
        {"do": "group", "line": line},
        {},
    ]
    acks = sent(cafe, *hostile)
    assert cafe.event.voices == before.voices
    assert len(acks.refused) + len(acks.acknowledged) == len(hostile)
    assert len(acks.refused) == 5


def test_private_words_are_not_sent_to_the_browser(cafe: Cafe) -> None:
    line, private, table, group = ids(cafe)
    data = dragged_data(cafe.event)
    assert data["lines"] == {line: "Buses", private: "Private words"}
    assert data["groups"] == {"": "In no group yet", group: "Getting about"}
    assert table not in data["lines"]
    assert "canary" not in str(data)
