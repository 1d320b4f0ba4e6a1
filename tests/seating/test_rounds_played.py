"""Rounds that were played stay as they are; the same seed gives the same plan."""

import subprocess
import sys
from dataclasses import replace

from path_planner.seating.cost import repeats
from path_planner.seating.planning import plan_seating
from path_planner.seating.room import Guest, Plan, Room, room_of
from tests.seating.rooms import faults, needy

SAME = (
    "from path_planner.seating.planning import plan_seating;"
    "from tests.seating.rooms import needy;"
    "import hashlib; plan = plan_seating(needy(40, 5, 3), 4, seed=5).rounds;"
    "print(hashlib.sha256(repr(plan).encode()).hexdigest())"
)


def without(room: Room, *leavers: str) -> Room:
    """Return a room that some people have left."""
    return replace(room, guests=tuple(one for one in room.guests if one.id not in leavers))


def hosts(plan: Plan, number: int) -> dict[str, str]:
    """Return the host of each table in a round."""
    return {seat.table: seat.guest for seat in plan[number] if seat.seat == 0}


def test_late_comers_and_leavers_change_no_round_that_was_played() -> None:
    room = needy(30, 5, 1)
    before = plan_seating(room, 4, seed=3)
    played = before.rounds[:2]
    kept_bytes = repr(played).encode()
    later = without(room, "20", "9")
    later = replace(later, guests=(*later.guests, Guest("new")))
    after = plan_seating(later, 4, seed=3, played=played)
    assert repr(after.rounds[:2]).encode() == kept_bytes
    assert len(after.rounds) == 4
    assert faults(later, after.rounds, 2) == []
    assert hosts(after.rounds, 3) == hosts(played, 1)
    assert after.broken == ()
    assert after.repeats == repeats(later, after.rounds)


def test_a_host_who_leaves_is_followed_by_another() -> None:
    room = room_of(30, 5)
    played = plan_seating(room, 4, seed=3).rounds[:1]
    leaver = hosts(played, 0)["2"]
    after = plan_seating(without(room, leaver), 4, seed=3, played=played)
    assert faults(without(room, leaver), after.rounds, 1) == []
    others = {table: host for table, host in hosts(played, 0).items() if table != "2"}
    assert others.items() <= hosts(after.rounds, 1).items()


def test_those_who_go_by_the_rule_go_on_by_it() -> None:
    room = room_of(100, 5)
    before = plan_seating(room, 5, seed=1)
    again = plan_seating(room, 5, seed=2, played=before.rounds[:2])
    assert again == before
    fewer = without(room, "40", "70")
    after = plan_seating(
        replace(fewer, guests=(*fewer.guests, Guest("new"))), 5, played=before.rounds[:2]
    )
    assert after.by_rule
    assert after.repeats == 0
    here = {"40", "70"}
    assert {one for one in before.rounds[4] if one.guest not in here} <= set(after.rounds[4])


def test_no_more_rounds_than_were_played_gives_them_back() -> None:
    played = plan_seating(room_of(12, 4), 3).rounds
    assert plan_seating(room_of(12, 4), 2, played=played).rounds == played


def test_one_seed_gives_one_plan_whatever_the_hashes() -> None:
    plans = {
        subprocess.run(
            [sys.executable, "-c", SAME],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(plans) == 1
    one, other = (plan_seating(needy(40, 5, 3), 4, seed=seed) for seed in (5, 6))
    assert one != other
