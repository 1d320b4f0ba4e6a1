"""Tables of what has a number: references to a record lead to its row."""

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from path_planner.exports.vision.plan.blocks import Table
from path_planner.exports.vision.plan.context import PlanContext
from path_planner.pdf.table import Cell, Column, Row


class Numbered(Protocol):
    """A record that has an id."""

    @property
    def id(self) -> str:
        """Return what it is kept under."""


Record = TypeVar("Record", bound=Numbered)


def numbered_table(
    known: PlanContext,
    collection: str,
    records: Iterable[Record],
    columns: tuple[Column, ...],
    *,
    row: Callable[[Record], Row],
    points: float,
) -> Table:
    """Return a row for each record: its number, then what the row says of it."""
    names = ((record, known.name(collection, record.id)) for record in records)
    rows = tuple((Cell(name, anchor=name), *row(one)) for one, name in names)
    return Table(columns, rows, points=points)
