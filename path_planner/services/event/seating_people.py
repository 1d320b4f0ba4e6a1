"""Use cases of seating: who sits where in the rounds to come.

A round that has begun keeps its seats byte for byte. The id of a seat follows from its round and
guest, so two windows that seat at once do not give somebody two seats.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from path_planner.analysis.cafe import has_begun, is_table_used, rounds_of, tables_of
from path_planner.analysis.seating_facts import seats_by_round
from path_planner.domain.base import next_order, put, remove, sorted_records, with_fields
from path_planner.domain.event.about import Guest
from path_planner.domain.event.cafe import CafeTable, Round, Seat
from path_planner.domain.event.event import Event
from path_planner.errors import DayIsClosed, HostStays, RoundHasBegun, UnknownRecord
from path_planner.seating.planning import plan_seating
from path_planner.seating.room import Guest as Person
from path_planner.seating.room import Plan, Room, Table
from path_planner.seating.room import Seat as Place
from path_planner.services import records
from path_planner.services.context import EventContext, EventResult, as_one_change
from path_planner.services.context import fresh_id as random_id
from path_planner.services.event.cafe import begin_round, change_table
from path_planner.services.records import get, joined_id

FreshId = Callable[[], str]


def seat_event(
    event: Event,
    *,
    rounds: int | None = None,
    seats: int | None = None,
    guests: int | None = None,
    seed: int | None = None,
    fresh_id: FreshId = random_id,
) -> Event:
    """Return an event with everybody seated who is here, in all rounds that have not begun.

    With `guests` unnamed ones are added up to so many; with `seats` there are as few tables of at
    most so many seats as hold everybody; with `rounds` so many rounds are seated. Without a `seed`
    that of the event is used again. Raises TooFewSeats, and DayIsClosed once the day is closed:
    who sat with whom is erased by then.
    """
    if event.about.closed_at is not None:
        raise DayIsClosed
    event = _with_guests(event, guests or 0, fresh_id)
    if seats is not None:
        event = _with_tables(event, seats, fresh_id)
    event = _with_rounds(event, rounds or 0, fresh_id)
    chosen = rounds_of(event)[:rounds] if rounds else rounds_of(event)
    return _seated(event, chosen, seed)


def _with_guests(event: Event, count: int, fresh_id: FreshId) -> Event:
    present = sum(guest.present for guest in event.guests.values())
    for _guest in range(count - present):
        guest = Guest(id=fresh_id(), order=next_order(event.guests))
        event = put(event, "guests", guest)
    return event


def _with_tables(event: Event, seats: int, fresh_id: FreshId) -> Event:
    """Return the event with as few tables as hold everybody; what somebody prepared stays."""
    present = sum(guest.present for guest in event.guests.values())
    needed = -(-present // seats)
    for table in reversed(tables_of(event)):
        if len(event.tables) > needed and not _is_prepared(event, table):
            event = remove(event, "tables", table.id)
    while len(event.tables) < needed:
        table = CafeTable(id=fresh_id(), order=next_order(event.tables))
        event = put(event, "tables", table)
    for table in tables_of(event):
        event = put(event, "tables", with_fields(table, seats=seats))
    return event


def _is_prepared(event: Event, table: CafeTable) -> bool:
    # Whom the seating made a host has no name where people are numbers.
    host = event.guests.get(table.host or "")
    has_facts = table.name or table.question or table.offers or table.languages
    return bool(has_facts or (host and host.name)) or is_table_used(event, table.id)


def _with_rounds(event: Event, count: int, fresh_id: FreshId) -> Event:
    while len(event.rounds) < count:
        added = Round(id=fresh_id(), order=next_order(event.rounds))
        event = put(event, "rounds", added)
    return event


def _seated(event: Event, chosen: Iterable[Round], seed: int | None) -> Event:
    """Return the event with new seats in those of the chosen rounds that have not begun."""
    played = [each for each in rounds_of(event) if each.begun]
    coming = [each for each in chosen if not each.begun]
    if not coming:
        return event
    if seed is None:
        seed = coming[0].seed
    seating = plan_seating(
        _room(event), len(played) + len(coming), seed=seed, played=_played(event, played)
    )
    places = seating.rounds[len(played) :]
    event = _with_hosts(event, places)
    for each in coming:
        event = put(event, "rounds", with_fields(each, seed=seed))
    return _with_seats(event, coming, places)


def _room(event: Event) -> Room:
    hosts = {table.host: table.id for table in reversed(tables_of(event)) if table.host}
    people = tuple(
        Person(
            id=guest.id,
            host_of=hosts.get(guest.id, ""),
            needs=frozenset(map(str, guest.needs)),
            languages=frozenset(map(str.casefold, guest.languages)),
            stays_with=guest.stays_with or "",
            apart_from=frozenset(guest.apart_from),
        )
        for guest in sorted_records(event.guests)
        if guest.present
    )
    tables = tuple(
        Table(
            id=table.id,
            seats=table.seats,
            offers=frozenset(map(str, table.offers)),
            languages=frozenset(map(str.casefold, table.languages)),
        )
        for table in tables_of(event)
    )
    return Room(people, tables)


def _played(event: Event, rounds: Iterable[Round]) -> Plan:
    seats = seats_by_round(event)
    return tuple(
        tuple(Place(seat.table, seat.number, seat.guest) for seat in seats.get(each.id, ()))
        for each in rounds
    )


def _with_hosts(event: Event, places: Plan) -> Event:
    """Return the event in which whoever has seat 0 in the next round is the host of the table."""
    for place in places[0] if places else ():
        table = event.tables[place.table]
        host = event.guests.get(table.host or "")
        if place.seat == 0 and (host is None or not host.present):
            event = put(event, "tables", with_fields(table, host=place.guest))
    return event


def _with_seats(event: Event, rounds: Iterable[Round], places: Plan) -> Event:
    seats = {key: seat for key, seat in event.seats.items() if has_begun(event, seat.round)}
    for each, round_places in zip(rounds, places, strict=True):
        for place in round_places:
            seat = Seat(
                id=joined_id("seat", each.id, place.guest),
                round=each.id,
                table=place.table,
                guest=place.guest,
                number=place.seat,
            )
            # The same object where nothing changed, so that only what changed is saved.
            before = event.seats.get(seat.id)
            seats[seat.id] = before if before == seat else seat
    return event.model_copy(update={"seats": seats})


def seat_people(context: EventContext, seed: int | None = None) -> EventResult:
    """Seat everybody who is here in the rounds that have not begun; raise TooFewSeats."""
    return context.keep(seat_event(context.document, seed=seed, fresh_id=context.fresh_id))


def needs_seating(event: Event) -> bool:
    """Whether some round to come has not exactly those seated who are here, or hosts elsewhere."""
    present = {guest.id for guest in event.guests.values() if guest.present}
    seats = seats_by_round(event)
    return any(_is_outdated(event, present, seats[each.id]) for each in rounds_of(event)
               if not each.begun and each.id in seats)  # fmt: skip


def _is_outdated(event: Event, present: set[str], seats: list[Seat]) -> bool:
    taken: dict[str, int] = defaultdict(int)
    for seat in seats:
        taken[seat.table] += 1
    hosts = {table.host: table.id for table in event.tables.values() if table.host in present}
    return (
        {seat.guest for seat in seats} != present
        or taken.keys() != {seat.table for seat in seats if seat.number == 0}
        or any(seat.number == 0 and hosts.get(seat.guest) != seat.table for seat in seats)
        or any(key not in event.tables or count > event.tables[key].seats
               for key, count in taken.items())
    )  # fmt: skip


def begin_seated_round(context: EventContext, round_id: str) -> EventResult:
    """Begin a round; who is here and has no seat in it yet gets one first."""
    seats = seats_by_round(context.document)
    if seats.get(round_id) and not needs_seating(context.document):
        return begin_round(context, round_id)
    return as_one_change(context, seat_people, partial(begin_round, round_id=round_id))


def guest_came(context: EventContext, name: str = "", **facts: Any) -> EventResult:
    """Add somebody who came; they have a seat from the next round on, if people were seated."""
    added = partial(records.create, collection="guests", name=name, **facts)
    return as_one_change(context, added, _seat_again)


def guest_is_back(context: EventContext, guest_id: str) -> EventResult:
    """Note that a guest who had left is here again, with a seat from the next round on."""
    return as_one_change(context, partial(_set_present, guest_id, True), _seat_again)


def guest_left(context: EventContext, guest_id: str) -> EventResult:
    """Note that a guest has left: from the next round on others sit there."""
    return as_one_change(context, partial(_set_present, guest_id, False), _seat_again)


def change_host(context: EventContext, table_id: str, guest_id: str | None) -> EventResult:
    """Make a guest the host of a table, or let the seating choose; then seat again."""
    return as_one_change(
        context, partial(change_table, table_id=table_id, host=guest_id), _seat_again
    )


def _set_present(guest_id: str, present: bool, context: EventContext) -> EventResult:
    return records.update(context, "guests", guest_id, present=present)


def _seat_again(context: EventContext) -> EventResult:
    """Seat anew if the rounds to come were seated already."""
    event = context.document
    has_plan = any(not has_begun(event, seat.round) for seat in event.seats.values())
    return seat_people(context) if has_plan else EventResult(event)


def swap_seats(context: EventContext, round_id: str, one: str, other: str) -> EventResult:
    """Swap the seats of two guests in a round that has not begun.

    Raises RoundHasBegun, HostStays for somebody on the host's seat, and UnknownRecord for somebody
    who has no seat in that round.
    """
    event = context.document
    get(event, "rounds", round_id)
    if has_begun(event, round_id):
        raise RoundHasBegun
    by_guest = {seat.guest: seat for seat in event.seats.values() if seat.round == round_id}
    if one not in by_guest or other not in by_guest:
        raise UnknownRecord
    first, second = by_guest[one], by_guest[other]
    if 0 in (first.number, second.number):
        raise HostStays
    for mine, theirs in ((first, second), (second, first)):
        moved = with_fields(mine, table=theirs.table, number=theirs.number)
        event = put(event, "seats", moved)
    return context.keep(event)
