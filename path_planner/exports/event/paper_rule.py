"""Whether a seating is the one that the paper rule gives."""

from itertools import pairwise, takewhile

from path_planner.analysis.event_places import table_numbers
from path_planner.domain.base import sorted_records
from path_planner.domain.event.cafe import Seat
from path_planner.domain.event.event import Event


def follows_rule(event: Event) -> bool:
    """Whether every guest moves as the rule says, from each round to the next.

    Hosts stay, the guest on seat k moves k tables on, and a supporter moves with their person.
    """
    places = {key: place for place, key in enumerate(tables_in_use(event))}
    rounds = [_by_guest(event, each.id) for each in sorted_records(event.rounds)]
    rounds = [seats for seats in rounds if seats]
    used = {seat.table for seats in rounds for seat in seats.values()}
    return (
        len(rounds) > 1
        and len(places) > 1
        and used == places.keys()
        and all(
            before.keys() == after.keys()
            and all(_moves_by_rule(event, places, guest, before, after) for guest in before)
            for before, after in pairwise(rounds)
        )
    )


def tables_in_use(event: Event) -> list[str]:
    """Return the tables that people count as they move on: those before the first that is free.

    Tables after it may stand in the room as well, if nobody sits there in any round.
    """
    used = {seat.table for seat in event.seats.values() if seat.round in event.rounds}
    return list(takewhile(used.__contains__, table_numbers(event)))


def _by_guest(event: Event, round_id: str) -> dict[str, Seat]:
    return {
        seat.guest: seat
        for seat in event.seats.values()
        if seat.round == round_id and seat.table in event.tables and seat.guest in event.guests
    }


def _moves_by_rule(
    event: Event,
    places: dict[str, int],
    guest: str,
    before: dict[str, Seat],
    after: dict[str, Seat],
) -> bool:
    record = event.guests.get(guest)
    with_whom = record.stays_with if record else None
    together = with_whom in before and before[with_whom].table == before[guest].table
    mover = with_whom if with_whom and together else guest
    first, then = before[mover], after[mover]
    target = (places[first.table] + first.number) % len(places)
    stays_numbered = then.number == first.number
    return stays_numbered and places[after[guest].table] == target
