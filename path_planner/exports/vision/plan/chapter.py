"""What a chapter of the plan is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from path_planner.exports.vision.plan.context import PlanContext
from path_planner.i18n import _
from path_planner.pdf.report import Entry, Report


def always(_known: PlanContext) -> bool:
    """Tell that a chapter belongs into every plan."""
    return True


def no_entries(_known: PlanContext) -> Sequence[Entry]:
    """Name no part of a chapter in the contents."""
    return ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """A title, an id of the catalogue, and what draws the pages below it."""

    key: str
    title: str
    draw: Callable[[Report, PlanContext], None]
    entries: Callable[[PlanContext], Sequence[Entry]] = no_entries
    when: Callable[[PlanContext], bool] = always
    runs_on: bool = False
    """It is short, and begins below another where there is room."""
    keep: float = 0.0
    """So much room, in millimetres, it wants for its beginning."""


def nothing_yet(book: Report) -> None:
    """Say honestly that a chapter is empty."""
    book.paragraph(_("Nothing has been written here yet."))
