"""The harvest: lines are grouped and regrouped, and none of them is lost or changed."""

import pytest

from path_planner.analysis.cafe import grouped_harvest
from path_planner.domain.event.contribution import Part
from path_planner.errors import UnknownRecord
from path_planner.services.event.contributions import contribute, take_back
from path_planner.services.event.harvest import (
    add_group,
    put_in_group,
    remove_group,
    rename_group,
)
from tests.services.event.cafes import Cafe, a_stored_cafe


@pytest.fixture
def cafe() -> Cafe:
    """Return a café whose harvest has three lines."""
    cafe = a_stored_cafe()
    for words in ("Buses", "Trains", "A bench"):
        cafe.does(contribute(cafe.at(), Part.HARVEST, words))
    return cafe


def shown(cafe: Cafe) -> list[tuple[str, list[str]]]:
    """Return the titles of the groups and the words of their lines."""
    return [
        (group.title if group else "", [line.text for line in lines])
        for group, lines in grouped_harvest(cafe.event)
    ]


def ids(cafe: Cafe, *words: str) -> list[str]:
    """Return the ids of lines by their words."""
    return [line.id for line in cafe.event.voices.values() if line.text in words]


def test_several_lines_go_into_a_new_group_at_once(cafe: Cafe) -> None:
    cafe.does(add_group(cafe.at(), "Getting about", ids(cafe, "Buses", "Trains")))
    assert shown(cafe) == [("", ["A bench"]), ("Getting about", ["Buses", "Trains"])]


def test_lines_move_and_a_removed_group_leaves_its_lines(cafe: Cafe) -> None:
    cafe.does(add_group(cafe.at(), "Getting about", ids(cafe, "Buses", "Trains")))
    cafe.does(add_group(cafe.at(), "Sitting down"))
    going, sitting = (group.group for group in grouped_harvest(cafe.event)[1:])
    assert going
    assert sitting
    cafe.does(put_in_group(cafe.at(), sitting.id, ids(cafe, "Buses", "A bench")))
    cafe.does(rename_group(cafe.at(), sitting.id, "Places"))
    assert shown(cafe) == [("Getting about", ["Trains"]), ("Places", ["Buses", "A bench"])]
    cafe.does(remove_group(cafe.at(), sitting.id))
    cafe.does(put_in_group(cafe.at(), None, ids(cafe, "Trains")))
    assert shown(cafe) == [("", ["Buses", "Trains", "A bench"]), ("Getting about", [])]


def test_a_group_needs_a_title_and_must_be_there(cafe: Cafe) -> None:
    assert add_group(cafe.at(), "  ").changes == ()
    with pytest.raises(UnknownRecord):
        put_in_group(cafe.at(), "nowhere", ids(cafe, "Buses"))


def test_a_line_that_was_taken_back_meanwhile_and_one_of_a_table_are_left_out(cafe: Cafe) -> None:
    (gone,) = ids(cafe, "Buses")
    cafe.does(contribute(cafe.at(), Part.TABLE, "On the cloth", table="t1"))
    (other,) = ids(cafe, "On the cloth")
    cafe.does(take_back(cafe.at(), gone))
    cafe.does(add_group(cafe.at(), "Getting about", [gone, other]))
    assert shown(cafe) == [("", ["Trains", "A bench"]), ("Getting about", [])]
