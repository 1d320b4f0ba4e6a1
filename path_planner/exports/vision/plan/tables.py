"""Tables of what has a number: references to a record lead to its row."""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar

from path_planner.exports.vision.plan.context import PlanContext
from path_planner.pdf.report import Report
from path_planner.pdf.table import Cell, Column, Row, draw_table


class Numbered(Protocol):
    """A record that has an id."""

    @property
    def id(self) -> str:
        """Return what it is kept under."""


Record = TypeVar("Record", bound=Numbered)


def draw_list(
    book: Report,
    known: PlanContext,
    collection: str,
    records: Iterable[Record],
    columns: Sequence[Column],
    *,
    told: Callable[[Record], Row],
    points: float,
) -> None:
    """Draw a row for each record: its number, then what is told of it."""
    rows = []
    for one in records:
        name = known.name(collection, one.id)
        rows.append((Cell(name, anchor=name), *told(one)))
    draw_table(book, columns, rows, points=points)
