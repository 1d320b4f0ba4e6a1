"""Steps: how an appended change becomes the next state of a session, in every store alike."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from path_planner.domain.change import COLLECTIONS, Change, apply
from path_planner.domain.session import Session
from path_planner.errors import FileDamaged, NotSaved
from path_planner.storage import reasons
from path_planner.storage.limits import check_count
from path_planner.storage.op import Op, checked


class Wish(NamedTuple):
    """What somebody wants written down."""

    changes: tuple[Change, ...]
    expected_revision: int
    op_id: str
    by: str
    at: datetime


def wish(
    changes: Sequence[Change], expected_revision: int, op_id: str, by: str, at: datetime
) -> Wish:
    """Return a wish as it will be read again, so that nothing unreadable is ever written."""
    last_of_each = {(change.collection, change.id): change for change in changes}
    try:
        op = checked(Op(1, op_id, at, by, tuple(last_of_each.values())))
    except (FileDamaged, ValueError, TypeError):
        # ValueError: pydantic met something that is no text (half a letter of a broken paste).
        raise NotSaved(why=reasons.UNFIT) from None
    return Wish(op.changes, expected_revision, op.op_id, op.by, op.at)


def next_op(session: Session, wish: Wish, changes: Sequence[Change]) -> Op:
    """Return the step that makes these changes."""
    return Op(session.revision + 1, wish.op_id, wish.at, wish.by, tuple(changes))


def taken(session: Session, op: Op) -> Session:
    """Return the session after a step."""
    after = apply(session, op.changes).model_copy(
        update={"revision": op.rev, "updated": max(session.updated, op.at)}
    )
    for collection in {change.collection for change in op.changes} & COLLECTIONS.keys():
        check_count(collection, getattr(after, collection))
    return after
