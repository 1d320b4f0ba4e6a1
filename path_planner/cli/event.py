"""`path-planner event`: begin a day together, and seat its guests at the tables of a café."""

import csv
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from path_planner.cli.command import Group, argument, command, option, store_option
from path_planner.cli.console import print_line
from path_planner.cli.inputs import check_new, open_event
from path_planner.cli.option_types import Line, OneOf, PathName, WholeNumber
from path_planner.i18n import ENGLISH, N_

if TYPE_CHECKING:
    from path_planner.domain.event.event import Event

# The domain takes a while to import, which `--help` need not wait for.
METHODS = {"open-space": "open-space", "cafe": "world-cafe", "both": "both"}
"""The method of an event by the word that commands use for it."""
MOST_GUESTS = 2_000
MOST_ROUNDS = 20
_HEADINGS = ("round", "table", "seat", "guest")


@command("new", help=N_("Start a day together in a file."))
@argument(
    "file", type=PathName(), metavar=N_("FILE"), help=N_("file to write, ending in .event.json")
)
@option("--title", type=Line(), required=True, help=N_("what the day is called"))
@option(
    "--method",
    type=OneOf(tuple(METHODS)),
    required=True,
    help=N_("Open Space, World Café, or both in one day"),
)
@option("--question", type=Line(), help=N_("the question of the day"))
@option(
    "--language",
    type=Line(),
    default=ENGLISH,
    help=N_("the language its documents are written in, such as “cy” (normally “en”)"),
)
def new(file: str, title: str, method: str, question: str | None, language: str) -> None:
    """Write a new event; never overwrite a file."""
    from path_planner.services.event.documents import begun
    from path_planner.storage.atomic_io import atomic_write
    from path_planner.storage.event_type import EVENTS
    from path_planner.storage.serializer import write

    path = Path(file)
    check_new(path, EVENTS)
    facts = {"language": language or ENGLISH}
    if question:
        facts["question"] = question
    atomic_write(path, write(begun(title, METHODS[method], **facts)))
    print_line(str(path))


@command("seat", help=N_("Seat the guests of a World Café; print who sits where as CSV."))
@argument("event", type=PathName(), metavar=N_("FILE|ID"), help=N_("the file of a day, or its id"))
@option("--rounds", type=WholeNumber(1, MOST_ROUNDS), required=True, help=N_("how many rounds"))
@option(
    "--seats",
    type=WholeNumber(2, 200),
    required=True,
    help=N_("the most seats at a table, with that of the host"),
)
@option(
    "--guests",
    type=WholeNumber(1, MOST_GUESTS),
    help=N_("how many people came, if their names are not in the file"),
)
@option(
    "--seed",
    type=WholeNumber(),
    default=0,
    help=N_("the same seed gives the same seating (normally 0)"),
)
@store_option
def seat(
    *, event: str, rounds: int, seats: int, guests: int | None, seed: int, store: str | None
) -> None:
    """Write the seating into the event, and print it; rounds that have begun stay as they are."""
    from path_planner.services.event.seating_people import seat_event

    context = open_event(event, store)
    planned = seat_event(
        context.document,
        rounds=rounds,
        seats=seats,
        guests=guests,
        seed=seed,
        fresh_id=context.fresh_id,
    )
    saved = context.keep(planned).document
    context.store.checkpoint(saved.id)
    _print_seating(saved)


def _print_seating(event: "Event") -> None:
    """Print a line for each seat: the numbers of round, table and seat, and the guest."""
    from path_planner.domain.base import sorted_records
    from path_planner.exports.vision.open_dataset.safe_csv import without_formula

    numbers = {
        record.id: number
        for records in (event.rounds, event.tables, event.guests)
        for number, record in enumerate(sorted_records(records), start=1)
    }
    seats = sorted(
        (numbers[seat.round], numbers[seat.table], seat.number, numbers[seat.guest])
        for seat in event.seats.values()
    )
    names = {numbers[guest.id]: guest.name for guest in event.guests.values()}
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(_HEADINGS)
    for round_number, table, place, guest in seats:
        writer.writerow((round_number, table, place, without_formula(names[guest]) or guest))


event = Group("event", help=N_("Prepare a day of Open Space or World Café."), commands=[new, seat])
