"""Undo on the theme board: the last operation of this window is reverted, field by field.

Invariant: only fields that still have the value from that operation are reverted; what others have
changed since stays. The op id of an undo names the revision that it reverts, so none is reverted
twice.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from path_planner.domain.base import Value, with_fields
from path_planner.domain.diff import Change, apply
from path_planner.domain.other_versions import COLLECTION as OTHER_VERSIONS
from path_planner.domain.vision.sources import SharedVoice
from path_planner.domain.vision.theme import Disagreement, ThemeAssignment
from path_planner.domain.vision.vision import Vision
from path_planner.errors import NothingToUndo, RevisionNotFound
from path_planner.services.context import VisionContext, VisionResult, fresh_id
from path_planner.storage.protocol import Revision

_UNDO = "undo"
_THEMING = frozenset({"themes", "placings", "disagreements", "voices"})
_FOLLOWS = frozenset({"causes", "priorities", "drawings", OTHER_VERSIONS})
"""Collections that theming changes too; alone, they are of other pages."""
_OF_A_VOICE = frozenset({"alone", "not_in"})
"""The fields of a voice that theming changes; operations on others are not undone here."""


def undo(context: VisionContext) -> VisionResult:
    """Revert the last theming operation of this window that is not yet reverted.

    Raises NothingToUndo.
    """
    steps = context.store.history(context.document.id)
    op_id = context.op_id or fresh_id(20)
    if any(step.op_id.startswith(_UNDO) and step.op_id.endswith(op_id) for step in steps):
        return VisionResult(context.document)
    for step in _undoable(context, steps):
        try:
            changes = _reverting_changes(context, step)
        except RevisionNotFound:
            break
        if changes:
            # The op id names the reverted revision, so that it is not reverted twice.
            back = replace(context, op_id=f"{_UNDO}-{step.revision}-{op_id}")
            return back.keep(apply(context.document, changes))
    raise NothingToUndo


def _undoable(context: VisionContext, steps: list[Revision]) -> Iterator[Revision]:
    """Yield the theming revisions of this window, newest first, without reverted ones."""
    undone = {step.op_id.split("-")[1] for step in steps if step.op_id.startswith(f"{_UNDO}-")}
    for step in reversed(steps):
        touched = {collection for collection, _ in step.changes}
        if (
            step.by == context.by
            and not step.op_id.startswith(f"{_UNDO}-")
            and str(step.revision) not in undone
            and touched & _THEMING
            and touched <= _THEMING | _FOLLOWS
        ):
            yield step


def _reverting_changes(context: VisionContext, step: Revision) -> list[Change]:
    """Return the changes that revert a revision; none if nothing of it is left to revert."""
    before = context.store.at_revision(context.document.id, step.revision - 1)
    after = context.store.at_revision(context.document.id, step.revision)
    changes = []
    for collection, record_id in step.changes:
        if collection == OTHER_VERSIONS:
            # They are there until somebody chooses.
            continue
        was, became, now = (
            getattr(state, collection).get(record_id) for state in (before, after, context.document)
        )
        if isinstance(became, SharedVoice) and _changed(was, became) - _OF_A_VOICE:
            return []
        restored = _restored(was, became, now)
        if restored != now and _is_allowed(context.document, restored):
            changes.append(
                Change(collection, record_id, without_withdrawn(context.document, restored))
            )
    return changes


def _restored(was: Any, became: Any, now: Any) -> Any:
    """Return a record as it was before an operation, but with what others changed since."""
    if now == became:
        return was
    if was is None or became is None or now is None:
        return now
    untouched = {
        name for name in _changed(was, became) if getattr(now, name) == getattr(became, name)
    }
    return with_fields(now, **{name: getattr(was, name) for name in untouched})


def _changed(was: Value | None, became: Value) -> frozenset[str]:
    if was is None:
        return frozenset(type(became).model_fields)
    fields = type(became).model_fields
    return frozenset(name for name in fields if getattr(was, name) != getattr(became, name))


def _is_allowed(vision: Vision, record: Any) -> bool:
    """Whether a restored record refers to no withdrawn voice."""
    return not isinstance(record, ThemeAssignment) or record.voice in vision.voices


def without_withdrawn(vision: Vision, record: Any) -> Any:
    """Return a record; a disagreement without voices that are no longer in the vision."""
    if not isinstance(record, Disagreement):
        return record
    sides = {
        name: with_fields(
            side, voices=tuple(voice for voice in side.voices if voice in vision.voices)
        )
        for name, side in (("one", record.one), ("other", record.other))
    }
    return with_fields(record, **sides)
