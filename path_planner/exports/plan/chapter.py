"""What a chapter of the plan is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from path_planner.exports.plan.known import Known
from path_planner.pdf.book import Book, Entry
from path_planner.words import say


def always(_known: Known) -> bool:
    """Tell that a chapter belongs into every plan."""
    return True


def no_entries(_known: Known) -> Sequence[Entry]:
    """Name no part of a chapter in the contents."""
    return ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """A title, an id of the catalogue, and what draws the pages below it."""

    key: str
    title: str
    draw: Callable[[Book, Known], None]
    entries: Callable[[Known], Sequence[Entry]] = no_entries
    when: Callable[[Known], bool] = always
    runs_on: bool = False
    """It is short, and begins below another where there is room."""
    keep: float = 0.0
    """So much room, in millimetres, it wants for its beginning."""


def nothing_yet(book: Book) -> None:
    """Say honestly that a chapter is empty."""
    book.paragraph(say("Nothing has been written here yet."))
