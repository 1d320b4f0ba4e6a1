"""Cards on where to sit: a route card for each guest, and one card with the paper rule.

These cards alone say who sits where; nothing else that leaves the event does.
"""

from collections.abc import Iterator, Mapping, Sequence

from path_planner.analysis.event_lines import guest_labels
from path_planner.analysis.event_places import round_label, table_numbers
from path_planner.domain.base import sorted_records
from path_planner.domain.event.cafe import Seat
from path_planner.domain.event.event import Event
from path_planner.errors import NoRule, NoSeating
from path_planner.exports.base import Choice, EventExport, EventOptions, none_quoted
from path_planner.exports.event.paper_rule import follows_rule, tables_in_use
from path_planner.exports.event.printing import (
    PDF,
    print_sheets,
    sheet_of,
    where_and_when,
)
from path_planner.i18n import N_, _, ngettext
from path_planner.scene.geometry import Box
from path_planner.scene.model import QUIET, Kind, Scene
from path_planner.scene.sheet import Sheet, Type
from path_planner.typography.fonts import DOCUMENT_BOLD, LETTERING_BOLD

_A4 = (210.0, 297.0)
_A6 = (105.0, 148.5)
_CUT = "#8A8A8A"
_IN_A_ROW, _ON_A_SHEET = 2, 4
_MOST_MOVES = 16
"""Of tables with more seats than this the card has the rule alone."""
_MOST_ROUNDS = 8
"""A card has no room for more; a day of café has two or three."""


def has_seats(event: Event) -> bool:
    """Whether anybody has a seat."""
    return bool(_seats_of(event))


def render_routes(event: Event, options: EventOptions) -> bytes:
    """Return a card of A6 for each guest, four on a sheet of A4, to cut out.

    Raises NoSeating.
    """
    if not has_seats(event):
        raise NoSeating
    return print_sheets(event, _("Route cards"), _sheets(event), options)


def _seats_of(event: Event) -> Mapping[str, dict[str, Seat]]:
    """Return the seat in each round of each guest who is present, by the ids of both."""
    found: dict[str, dict[str, Seat]] = {}
    for seat in event.seats.values():
        guest = event.guests.get(seat.guest)
        known = seat.round in event.rounds and seat.table in event.tables
        if guest and guest.present and known:
            found.setdefault(seat.guest, {})[seat.round] = seat
    return found


def _sheets(event: Event) -> Iterator[Scene]:
    seats = _seats_of(event)
    guests = [guest for guest in sorted_records(event.guests) if guest.id in seats]
    labels, tables = guest_labels(event), table_numbers(event)
    for start in range(0, len(guests), _ON_A_SHEET):
        sheet = sheet_of(event, _("Route cards"), _A4)
        _cut_lines(sheet)
        for at, guest in enumerate(guests[start : start + _ON_A_SHEET]):
            down, across = divmod(at, _IN_A_ROW)
            place = Box(across * _A6[0], down * _A6[1], *_A6)
            route = [
                (round_label(event, each), _where(seats[guest.id].get(each.id), tables))
                for each in sorted_records(event.rounds)[:_MOST_ROUNDS]
            ]
            _card(sheet, event, labels[guest.id], route, place)
        yield sheet.scene()


def _cut_lines(sheet: Sheet) -> None:
    dash = (2.0, 2.0)
    upright = [(_A6[0], 0.0), (_A6[0], _A4[1])]
    level = [(0.0, _A6[1]), (_A4[0], _A6[1])]
    for line in (upright, level):
        sheet.line(line, ink=_CUT, width=0.2, dash=dash)


def _card(
    sheet: Sheet, event: Event, label: str, route: Sequence[tuple[str, str]], card: Box
) -> None:
    inner = card.inset(9, 8)
    head = Box(inner.x, inner.y, inner.width, 5)
    end = sheet.words(where_and_when(event), head, Type(8.5, 6, ink=QUIET))
    name = Box(inner.x, end + 2, inner.width, 24)
    end = sheet.words(label, name, Type(30, 14, LETTERING_BOLD), Kind.TITLE) + 3
    low = Box(inner.x, inner.bottom - 11, inner.width, 11)
    height = min((low.y - 2 - end) / len(route), 30)
    with sheet.inside(Kind.LIST):
        for at, (when, where) in enumerate(route):
            row = Box(inner.x, end + at * height, inner.width, height - 2)
            sheet.frame(row, fill="#EEF3F9", radius=2.5)
            line = row.inset(4, 0)
            first = Box(line.x, line.y, line.width * 0.3, line.height)
            rest = Box(first.right, line.y, line.width * 0.7, line.height)
            bold = Type(22, 9, DOCUMENT_BOLD, down=0.5)
            with sheet.inside(Kind.ITEM):
                sheet.words(when, sheet.flipped(first, line), Type(14, 8, down=0.5), None)
                sheet.words(where, sheet.flipped(rest, line), bold, None)
    words = _("You may sit where you like. This is only an offer.")
    sheet.words(words, low, Type(10.5, 8, down=1.0))


def _where(seat: Seat | None, tables: Mapping[str, int]) -> str:
    if seat is None:
        return _("Free: sit where you like")
    if not seat.number:
        return _("Table {table}, host", table=tables[seat.table])
    return _("Table {table}, seat {seat}", table=tables[seat.table], seat=seat.number)


def rule_in_words(most_seats: int) -> Sequence[str]:
    """Return the paper rule as sentences, for tables with so many seats beside the host's."""
    return [
        ngettext(
            "Seat {seat} moves {count} table on.",
            "Seat {seat} moves {count} tables on.",
            seat,
            seat=seat,
        )
        for seat in range(1, most_seats + 1)
    ]


def render_rule(event: Event, options: EventOptions) -> bytes:
    """Return the card with the paper rule on A5 across; raise NoSeating or NoRule."""
    if not has_seats(event):
        raise NoSeating
    if not follows_rule(event):
        raise NoRule
    return print_sheets(event, _("How to move"), [_rule_card(event)], options)


def _rule_card(event: Event) -> Scene:
    title = _("How to move")
    sheet = sheet_of(event, title, (210.0, 148.5))
    inner = sheet.box.inset(13, 11)
    sheet.words(
        where_and_when(event), Box(inner.x, inner.y, inner.width, 6), Type(10, 7, ink=QUIET)
    )
    head = Box(inner.x, inner.y + 7, inner.width, 16)
    sheet.words(title, head, Type(34, 18, LETTERING_BOLD), Kind.TITLE)
    rule = _("The guest on seat k moves k tables on.")
    with_whom = _("Hosts stay. A supporter moves with their person.")
    y = head.bottom + 3
    for words, size in ((rule, 24.0), (with_whom, 18.0)):
        y = sheet.words(words, Box(inner.x, y, inner.width, 22), Type(size, 12, DOCUMENT_BOLD)) + 3
    last = len(tables_in_use(event))
    after = _("After table {last} comes table 1. You keep your seat number.", last=last)
    y = sheet.words(after, Box(inner.x, y, inner.width, 12), Type(15, 10)) + 3
    most = max(seat.number for seats in _seats_of(event).values() for seat in seats.values())
    _moves(sheet, rule_in_words(most), Box(inner.x, y, inner.width, inner.bottom - y))
    return sheet.scene()


def _moves(sheet: Sheet, moves: Sequence[str], room: Box) -> None:
    """Write the rule once more, seat by seat, in two columns."""
    if not 0 < len(moves) <= _MOST_MOVES:
        return
    rows = -(-len(moves) // _IN_A_ROW)
    height, width = min(room.height / rows, 13), room.width / _IN_A_ROW
    with sheet.inside(Kind.LIST):
        for at, words in enumerate(moves):
            across, down = divmod(at, rows)
            place = Box(room.x + across * width, room.y + down * height, width - 4, height - 1.5)
            shown = sheet.flipped(place, room)
            sheet.frame(shown, fill="#EEF3F9", radius=2)
            sheet.words(words, shown.inset(4, 0), Type(15, 7, down=0.5), Kind.ITEM)


def _rule_offered(event: Event) -> bool:
    return has_seats(event) and follows_rule(event)


EXPORTS = (
    EventExport(
        name=N_("Route cards, one for each guest (PDF)"),
        key="route-cards",
        suffix=".pdf",
        mime=PDF,
        render=render_routes,
        quoted_ids=none_quoted,
        takes=frozenset({Choice.LOW_INK}),
        offered=has_seats,
    ),
    EventExport(
        name=N_("Card with the rule for moving (PDF)"),
        key="rule-card",
        suffix=".pdf",
        mime=PDF,
        render=render_rule,
        quoted_ids=none_quoted,
        takes=frozenset({Choice.LOW_INK}),
        offered=_rule_offered,
    ),
)
