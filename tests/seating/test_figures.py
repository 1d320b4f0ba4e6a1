"""How few repeat meetings there are, against what is proven, best known, and a shuffle."""

from random import Random

import pytest

from path_planner.seating.cost import by_table, least_repeats, repeats, returns
from path_planner.seating.planning import plan_seating
from path_planner.seating.room import room_of
from tests.seating.rooms import faults, shuffled_repeats

AT_MOST = {
    (12, 4, 3): 6,
    (12, 4, 4): 13,
    (12, 4, 5): 27,
    (16, 4, 4): 0,
    (16, 4, 5): 15,
    (24, 4, 5): 0,
    (30, 5, 4): 0,
    (40, 5, 5): 0,
    (60, 5, 5): 0,
    (100, 5, 5): 0,
    (200, 5, 5): 0,
    (200, 8, 5): 0,
}
"""Repeat meetings for so many people, seats and rounds. 6 and 27 are proven to be the fewest."""


@pytest.mark.parametrize(("size", "most"), AT_MOST.items(), ids=str)
@pytest.mark.parametrize("seed", range(5))
def test_as_few_people_meet_again_as_is_known(
    size: tuple[int, int, int], most: int, seed: int
) -> None:
    guests, seats, rounds = size
    room = room_of(guests, seats)
    seating = plan_seating(room, rounds, seed=seed)
    assert seating.repeats == repeats(room, seating.rounds)
    assert least_repeats(room, rounds) <= seating.repeats <= most
    assert seating.returns == returns(room, seating.rounds)
    assert seating.broken == ()
    assert faults(room, seating.rounds) == []
    sizes = [len(people) for each in seating.rounds for people in by_table(each).values()]
    assert max(sizes) - min(sizes) <= 1


def test_nobody_comes_back_where_nobody_has_to() -> None:
    assert plan_seating(room_of(12, 4), 3).returns == 0
    assert plan_seating(room_of(13, 4), 4).returns == 0


@pytest.mark.parametrize(("size", "least"), [((12, 4, 5), 27), ((12, 4, 4), 9), ((10, 10, 3), 18)])
def test_what_is_counted_is_a_bound(size: tuple[int, int, int], least: int) -> None:
    guests, seats, rounds = size
    assert least_repeats(room_of(guests, seats), rounds) >= least


def test_no_random_room_is_worse_than_a_shuffle(pytestconfig: pytest.Config) -> None:
    rng = Random(13)  # noqa: S311 - the same in each run
    worse = []
    for number in range(200 if pytestconfig.getoption("--long") else 40):
        guests, seats, rounds = rng.randint(2, 60), rng.randint(2, 8), rng.randint(1, 6)
        room = room_of(guests, seats)
        seating = plan_seating(room, rounds, seed=number, work=2_000_000)
        least = least_repeats(room, rounds)
        assert faults(room, seating.rounds) == []
        if not least <= seating.repeats <= shuffled_repeats(room, rounds, number, 9):
            worse.append((guests, seats, rounds, seating.repeats, least))
    assert worse == []
