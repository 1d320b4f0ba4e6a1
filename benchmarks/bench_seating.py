"""Seating of a World Café: how many people meet again, against shuffling, and what it costs.

Time is processor time; what different machines say of it cannot be compared.
"""

from time import process_time

from path_planner.seating.cost import least_repeats
from path_planner.seating.planning import plan_seating
from path_planner.seating.room import Room, room_of
from tests.seating.rooms import needy, shuffled_repeats

SIZES = (
    (12, 4, 3), (12, 4, 4), (12, 4, 5), (16, 4, 4), (16, 4, 5), (24, 4, 5), (30, 5, 4),
    (40, 5, 5), (60, 5, 5), (100, 5, 5), (200, 5, 5), (200, 8, 5),
)  # fmt: skip
"""People, seats and rounds."""
SEEDS = range(5)
SHUFFLES = 9


def run() -> list[str]:
    """Measure everything in one run; return lines to print."""
    return [
        *(
            _line(room_of(guests, seats), (guests, seats, rounds))
            for guests, seats, rounds in SIZES
        ),
        "with supporters (15 %), step-free (10 %), one language (8 %) and people apart:",
        *(
            _line(needy(guests, seats, 1), (guests, seats, rounds))
            for guests, seats, rounds in SIZES
            if guests in {16, 60, 200}
        ),
    ]


def _line(room: Room, size: tuple[int, int, int]) -> str:
    guests, seats, rounds = size
    begun = process_time()
    plans = [plan_seating(room, rounds, seed=seed) for seed in SEEDS]
    took = (process_time() - begun) / len(plans)
    shuffled = shuffled_repeats(room, rounds, 0, SHUFFLES)
    most = max(plan.repeats for plan in plans)
    returns = max(plan.returns for plan in plans)
    unmet = max(len(plan.broken) for plan in plans)
    return (
        f"{guests} people, {seats} seats, {rounds} rounds: {most} meet again"
        f" ({most / shuffled:.0%} of a shuffle's {shuffled:.0f}; none has fewer than"
        f" {least_repeats(room, rounds)}), {returns} come back, {unmet} needs unmet, {took:.2f} s"
    )
