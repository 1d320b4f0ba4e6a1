"""Tables of numbered records, whose rows are the targets of references."""

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from path_planner.exports.vision.plan.blocks import Table
from path_planner.exports.vision.plan.context import PlanContext
from path_planner.pdf.table import Cell, Column, Row


class Numbered(Protocol):
    """A record that has an id."""

    @property
    def id(self) -> str:
        """Return its id."""


Record = TypeVar("Record", bound=Numbered)


def numbered_table(
    context: PlanContext,
    collection: str,
    records: Iterable[Record],
    columns: tuple[Column, ...],
    *,
    row: Callable[[Record], Row],
    points: float,
) -> Table:
    """Return a table with a row for each record: its reference, then the cells of `row`."""
    names = ((record, context.name(collection, record.id)) for record in records)
    rows = tuple((Cell(name, anchor=name), *row(one)) for one, name in names)
    return Table(columns, rows, points=points)
