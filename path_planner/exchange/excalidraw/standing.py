"""Which labels stand in which shape, looked up once for each state of a session."""

from collections.abc import Mapping

from path_planner.domain.session import Session
from path_planner.domain.wall import Label

_known: list[tuple[object, Mapping[str, tuple[str, ...]]]] = []


def labels_inside(session: Session, shape: str) -> tuple[str, ...]:
    """Return the ids of the labels that stand in a shape."""
    known = _known[-1] if _known else None
    if known is None or known[0] is not session.marks:
        known = (session.marks, _all_inside(session))
        _known[:] = [known]
    return known[1].get(shape, ())


def _all_inside(session: Session) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for mark in session.marks.values():
        if isinstance(mark, Label) and mark.inside:
            found[mark.inside] = (*found.get(mark.inside, ()), mark.id)
    return found
