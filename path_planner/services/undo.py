"""Undo: the last operation of a window is reverted, field by field.

Invariant: only fields that still have the value from that operation are reverted; what others have
changed since stays. The op id of an undo names the revision that it reverts, so none is reverted
twice.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from path_planner.domain.base import D, Value, with_fields
from path_planner.errors import NothingToUndo, RevisionNotFound
from path_planner.services.context import EditContext, SaveResult, fresh_id
from path_planner.storage.protocol import Revision

_UNDO = "undo"


def undo_last(
    context: EditContext[D],
    is_undoable: Callable[[Revision], bool],
    revert: Callable[[EditContext[D], Revision], D],
) -> SaveResult[D]:
    """Revert the last operation of this window that is not yet reverted.

    `revert` returns the document without what a revision did; the same one if nothing is left of
    it. Raises NothingToUndo.
    """
    steps = context.store.history(context.document.id)
    op_id = context.op_id or fresh_id(20)
    if any(step.op_id.startswith(_UNDO) and step.op_id.endswith(op_id) for step in steps):
        return SaveResult(context.document)
    for step in _own_steps(context, steps):
        if not is_undoable(step):
            continue
        try:
            after = revert(context, step)
        except RevisionNotFound:
            break
        if after is not context.document:
            # The op id names the reverted revision, so that it is not reverted twice.
            back = replace(context, op_id=f"{_UNDO}-{step.revision}-{op_id}")
            return back.keep(after)
    raise NothingToUndo


def _own_steps(context: EditContext[Any], steps: list[Revision]) -> Iterator[Revision]:
    """Yield the revisions of this window, newest first, without reverted ones."""
    undone = {step.op_id.split("-")[1] for step in steps if step.op_id.startswith(f"{_UNDO}-")}
    for step in reversed(steps):
        if (
            step.by == context.by
            and not step.op_id.startswith(f"{_UNDO}-")
            and str(step.revision) not in undone
        ):
            yield step


def restored(was: Any, became: Any, now: Any) -> Any:
    """Return a record as it was before an operation, but with what others changed since."""
    if now == became:
        return was
    if was is None or became is None or now is None:
        return now
    untouched = {
        name for name in changed_fields(was, became) if getattr(now, name) == getattr(became, name)
    }
    return with_fields(now, **{name: getattr(was, name) for name in untouched})


def changed_fields(was: Value | None, became: Value) -> frozenset[str]:
    """Return the names of the fields in which two states of a record differ."""
    if was is None:
        return frozenset(type(became).model_fields)
    fields = type(became).model_fields
    return frozenset(name for name in fields if getattr(was, name) != getattr(became, name))
