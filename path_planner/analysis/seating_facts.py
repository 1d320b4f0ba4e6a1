"""What holds of a seating and what does not, as values and as sentences for people.

Guests who left count where they sat. What somebody needs is looked at in the rounds that are not
over: what was missing in an earlier one cannot be put right.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from itertools import combinations, pairwise
from typing import NamedTuple

from path_planner.analysis.cafe import rounds_of, tables_of
from path_planner.analysis.event_lines import guest_labels
from path_planner.domain.event.about import Guest, Offer
from path_planner.domain.event.cafe import CafeTable, Seat
from path_planner.domain.event.event import Event
from path_planner.i18n import N_, _, ngettext

SeatsByRound = Mapping[str, list[Seat]]


class Need(StrEnum):
    """What a guest needs of a seat."""

    SEAT = "seat"
    SUPPORT = "support"
    OFFER = "offer"
    LANGUAGE = "language"
    APART = "apart"


class UnmetNeed(NamedTuple):
    """What a guest does not have in a round."""

    need: Need
    round: str
    guest: str
    other: str = ""
    """The guest whom they support, or from whom they asked to sit apart."""
    offer: Offer | None = None


class SeatingFacts(NamedTuple):
    """What holds of a seating."""

    repeats: int
    """How often two people meet again whom an earlier round had at one table."""
    returns: int
    """How often somebody who is no host comes back to a table."""
    unmet: tuple[UnmetNeed, ...]
    requested: frozenset[Need | Offer]
    """What some guest who is here needs; of these the page says that everyone has it."""

    @property
    def missing(self) -> frozenset[Need | Offer]:
        """Return what somebody does not have in some round."""
        return frozenset(each.offer or each.need for each in self.unmet)


def seats_by_round(event: Event) -> SeatsByRound:
    """Return the seats of each round, by the number of the seat."""
    seats: dict[str, list[Seat]] = defaultdict(list)
    for seat in event.seats.values():
        seats[seat.round].append(seat)
    for each in seats.values():
        each.sort(key=lambda seat: (seat.number, seat.guest))
    return seats


def guests_at(event: Event, round_id: str) -> dict[str, list[Seat]]:
    """Return the seats of a round table by table, the host first."""
    tables: dict[str, list[Seat]] = {table: [] for table in event.tables}
    for seat in seats_by_round(event).get(round_id, ()):
        tables.setdefault(seat.table, []).append(seat)
    return tables


def facts_of(event: Event) -> SeatingFacts:
    """Return what holds of the seating of an event, and who does not have what they need."""
    seats = seats_by_round(event)
    return SeatingFacts(
        _repeats(seats.values()),
        _returns(seats.values()),
        tuple(_unmet(event, seats)),
        _asked(event),
    )


def follows_rule(event: Event) -> bool:
    """Whether everybody goes from round to round by the rule that needs no computer.

    Hosts stay; whoever sits on seat k moves k tables on and sits on seat k there.
    """
    order = {table.id: place for place, table in enumerate(tables_of(event))}
    seats = seats_by_round(event)
    plans = [seats[each.id] for each in rounds_of(event) if each.id in seats]
    return len(plans) > 1 and all(_moves_on(order, *pair) for pair in pairwise(plans))


def _moves_on(order: Mapping[str, int], before: list[Seat], after: list[Seat]) -> bool:
    now = {seat.guest: (order.get(seat.table), seat.number) for seat in after}
    return len(before) == len(after) and all(
        seat.table in order
        and now.get(seat.guest) == ((order[seat.table] + seat.number) % len(order), seat.number)
        for seat in before
    )


def _repeats(rounds: Iterable[list[Seat]]) -> int:
    meets: Counter[tuple[str, str]] = Counter()
    for seats in rounds:
        tables: dict[str, list[str]] = defaultdict(list)
        for seat in seats:
            tables[seat.table].append(seat.guest)
        for guests in tables.values():
            meets.update(combinations(sorted(guests), 2))
    return sum(times - 1 for times in meets.values())


def _returns(rounds: Iterable[list[Seat]]) -> int:
    visits = Counter(
        (seat.guest, seat.table) for seats in rounds for seat in seats if seat.number > 0
    )
    return sum(times - 1 for times in visits.values())


def _asked(event: Event) -> frozenset[Need | Offer]:
    requested: set[Need | Offer] = set()
    for guest in _present(event):
        requested |= {*guest.needs}
        requested |= {Need.SUPPORT} if guest.stays_with in event.guests else set()
        requested |= {Need.LANGUAGE} if guest.languages else set()
        requested |= {Need.APART} if guest.apart_from else set()
    return frozenset(requested)


def _present(event: Event) -> list[Guest]:
    return [guest for guest in event.guests.values() if guest.present]


def _unmet(event: Event, seats: SeatsByRound) -> Iterator[UnmetNeed]:
    for each in rounds_of(event):
        if each.ended or each.id not in seats:
            continue
        where = {seat.guest: seat.table for seat in seats[each.id]}
        for guest in _present(event):
            if guest.id in where:
                yield from _unmet_of(event, guest, each.id, where)
            elif not each.begun:
                yield UnmetNeed(Need.SEAT, each.id, guest.id)


def _unmet_of(
    event: Event, guest: Guest, round_id: str, where: Mapping[str, str]
) -> Iterator[UnmetNeed]:
    at = where[guest.id]
    table = event.tables.get(at)
    for offer in guest.needs:
        if table and offer not in table.offers:
            yield UnmetNeed(Need.OFFER, round_id, guest.id, offer=offer)
    if table and not speaks(guest, table):
        yield UnmetNeed(Need.LANGUAGE, round_id, guest.id)
    person = guest.stays_with or ""
    if where.get(person, at) != at:
        yield UnmetNeed(Need.SUPPORT, round_id, guest.id, person)
    for other in guest.apart_from:
        if where.get(other) == at:
            yield UnmetNeed(Need.APART, round_id, guest.id, other)


def speaks(guest: Guest, table: CafeTable) -> bool:
    """Whether a guest can talk at a table: it has no language of its own, or one of theirs."""
    spoken = {language.casefold() for language in table.languages}
    return (
        not spoken
        or not guest.languages
        or not spoken.isdisjoint(language.casefold() for language in guest.languages)
    )


class Fact(NamedTuple):
    """A sentence about the seating, whether all is well, and what it is about if not."""

    holds: bool
    sentence: str
    unmet: UnmetNeed | None = None


_HOLDS: Mapping[Need | Offer, str] = {
    Need.SUPPORT: N_("Every supporter sits with their person"),
    Offer.STEP_FREE: N_("Everyone who asked has a step-free table"),
    Offer.QUIET: N_("Everyone who asked has a quiet table"),
    Offer.HEARING_LOOP: N_("Everyone who asked has a table with a hearing loop"),
    Offer.SCREEN: N_("Everyone who asked has a table with a screen"),
    Offer.DAYLIGHT: N_("Everyone who asked has a table with daylight"),
    Need.LANGUAGE: N_("Everyone sits where their language is spoken"),
    Need.APART: N_("People who asked to sit apart do"),
}
_MISSING: Mapping[Need | Offer, str] = {
    Need.SEAT: N_("{name} has no seat in round {number}."),
    Need.SUPPORT: N_("{name} does not sit with {other} in round {number}."),
    Offer.STEP_FREE: N_("{name} has no step-free table in round {number}."),
    Offer.QUIET: N_("{name} has no quiet table in round {number}."),
    Offer.HEARING_LOOP: N_("{name} has no table with a hearing loop in round {number}."),
    Offer.SCREEN: N_("{name} has no table with a screen in round {number}."),
    Offer.DAYLIGHT: N_("{name} has no table with daylight in round {number}."),
    Need.LANGUAGE: N_("{name} sits where their language is not spoken in round {number}."),
    Need.APART: N_("{name} and {other} share a table in round {number}. They asked to sit apart."),
}


def seating_sentences(event: Event) -> list[Fact]:
    """Return what holds of the seating, and a sentence for each need that is not met."""
    if not event.seats:
        return []
    facts = facts_of(event)
    met = [_(_HOLDS[each]) for each in _HOLDS if each in facts.requested - facts.missing]
    return [
        _of_repeats(facts.repeats),
        *(Fact(holds=True, sentence=sentence) for sentence in met),
        *(Fact(holds=False, sentence=_sentence(event, each), unmet=each) for each in facts.unmet),
    ]


def _of_repeats(count: int) -> Fact:
    if not count:
        return Fact(holds=True, sentence=_("Nobody meets twice"))
    again = ngettext("People meet again {count} time", "People meet again {count} times", count)
    return Fact(holds=False, sentence=again)


def _sentence(event: Event, unmet: UnmetNeed) -> str:
    names = guest_labels(event)
    numbers = {each.id: number for number, each in enumerate(rounds_of(event), start=1)}
    return _(
        _MISSING[unmet.offer or unmet.need],
        name=names.get(unmet.guest, ""),
        other=names.get(unmet.other, ""),
        number=numbers[unmet.round],
    )
