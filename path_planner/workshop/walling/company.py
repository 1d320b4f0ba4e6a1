"""What belongs to a record on the wall: its card, its strokes, the ink that signed it."""

from collections.abc import Iterator

from path_planner.domain.mark import Sketch, Stroke
from path_planner.domain.session import Session
from path_planner.domain.wall import Card, Holds, Photo, card_id

_FULL = ("voices", "commitments")


def company(session: Session, collection: str, record_id: str) -> Iterator[tuple[str, str]]:
    """Yield a record and all that goes and comes with it, as collection and id."""
    yield collection, record_id
    mark = session.marks.get(record_id)
    if collection in _FULL or isinstance(mark, Sketch):
        place = card_id(Holds(collection), record_id)
        if isinstance(session.marks.get(place), Card):
            yield "marks", place
        yield from (("marks", stroke.id) for stroke in _ink(session, record_id))
    elif isinstance(mark, Photo) and mark.picture in session.pictures:
        yield "pictures", mark.picture


def _ink(session: Session, record_id: str) -> Iterator[Stroke]:
    for mark in session.marks.values():
        if isinstance(mark, Stroke) and record_id in (mark.sketch, mark.signs):
            yield mark


def collection_of(session: Session, record_id: str) -> str | None:
    """Return where a record is kept; the cards of records are no records of their own."""
    for collection in ("voices", "commitments"):
        if record_id in getattr(session, collection):
            return collection
    mark = session.marks.get(record_id)
    return "marks" if mark is not None and not isinstance(mark, Card) else None
