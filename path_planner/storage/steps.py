"""Steps: how an appended change becomes the next state of a document, in every store alike."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from path_planner.domain.change import Change, apply, difference
from path_planner.domain.document import Document
from path_planner.errors import FileDamaged, NotSaved
from path_planner.storage import reasons
from path_planner.storage.limits import check_count
from path_planner.storage.op import Op, checked
from path_planner.storage.sort import Sort
from path_planner.storage.sorts import sort_of
from path_planner.storage.store import D


class Wish(NamedTuple):
    """What somebody wants written down."""

    changes: tuple[Change, ...]
    expected_revision: int
    op_id: str
    by: str
    at: datetime


def wish(
    sort: Sort[Any, Any],
    changes: Sequence[Change],
    expected_revision: int,
    *,
    op_id: str,
    by: str,
    at: datetime,
) -> Wish:
    """Return a wish as it will be read again, so that nothing unreadable is ever written."""
    last_of_each = {(change.collection, change.id): change for change in changes}
    try:
        op = checked(Op(1, op_id, at, by, tuple(last_of_each.values())), sort)
    except (FileDamaged, ValueError, TypeError):
        # ValueError: pydantic met something that is no text (half a letter of a broken paste).
        raise NotSaved(why=reasons.UNFIT) from None
    return Wish(op.changes, expected_revision, op.op_id, op.by, op.at)


def wished_of(
    document: D, change: Callable[[D], D], *, op_id: str, by: str, at: datetime
) -> Wish | None:
    """Return the wish that makes a change to a document as it stands, None where there is none."""
    changes = difference(document, change(document))
    if not changes:
        return None
    return wish(sort_of(document), changes, document.revision, op_id=op_id, by=by, at=at)


def next_op(document: Document, wish: Wish, changes: Sequence[Change]) -> Op:
    """Return the step that makes these changes."""
    return Op(document.revision + 1, wish.op_id, wish.at, wish.by, tuple(changes))


def takes_out_for_good(document: Document, changes: Sequence[Change]) -> bool:
    """Say whether these changes take out what earlier states must forget: records or words."""
    rewordings = sort_of(document).rewordings
    return any(
        one.collection in document.kind.for_good
        if one.record is None
        else one.collection in rewordings
        and rewordings[one.collection].covers(
            getattr(document, one.collection).get(one.id), one.record
        )
        for one in changes
    )


def taken(document: D, op: Op) -> D:
    """Return the document after a step."""
    after = apply(document, op.changes).model_copy(
        update={"revision": op.rev, "updated": max(document.updated, op.at)}
    )
    most = sort_of(document).most
    for collection in {change.collection for change in op.changes} & most.keys():
        check_count(collection, getattr(after, collection), most[collection])
    return after
