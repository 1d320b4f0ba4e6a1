"""Undo: the last step of theming that this window made is taken back, and nobody else's.

Only what still stands as that step left it goes back: words that others wrote since stay theirs.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from path_planner.domain.base import Value, with_fields
from path_planner.domain.diff import Change, apply
from path_planner.domain.vision.sources import SharedVoice
from path_planner.domain.vision.theme import Disagreement, ThemeAssignment
from path_planner.domain.vision.vision import Vision
from path_planner.errors import NothingToUndo, RevisionNotFound
from path_planner.services.context import VisionContext, VisionResult, fresh_id
from path_planner.storage.protocol import Revision

_UNDO = "undo"
_THEMING = frozenset({"themes", "placings", "disagreements", "voices"})
_FOLLOWS = frozenset({"causes", "priorities", "drawings"})
"""What a merge or a dropped theme takes along; alone it is a step of another page."""
_OF_A_VOICE = frozenset({"alone"})
"""All else about a voice is for those to change who said it."""


def undo(context: VisionContext) -> VisionResult:
    """Take back the last step of theming of this window; again, and the one before it goes."""
    steps = context.store.history(context.document.id)
    told = context.op_id or fresh_id(20)
    if any(step.op_id.startswith(_UNDO) and step.op_id.endswith(told) for step in steps):
        return VisionResult(context.document)
    for step in _own(context, steps):
        try:
            changes = _back(context, step)
        except RevisionNotFound:
            break
        if changes:
            # The id of the step says what it took back, so that it is not taken back twice.
            back = replace(context, op_id=f"{_UNDO}-{step.revision}-{told}")
            return back.keep(apply(context.document, changes))
    raise NothingToUndo


def _own(context: VisionContext, steps: list[Revision]) -> Iterator[Revision]:
    """Yield the steps of theming of this window, the last one first, without those taken back."""
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


def _back(context: VisionContext, step: Revision) -> list[Change]:
    """Return the changes that take a step back; none where it is no theming or stands no more."""
    before = context.store.at_revision(context.document.id, step.revision - 1)
    after = context.store.at_revision(context.document.id, step.revision)
    changes = []
    for collection, record_id in step.changes:
        was, became, now = (
            getattr(one, collection).get(record_id) for one in (before, after, context.document)
        )
        if isinstance(became, SharedVoice) and _changed(was, became) - _OF_A_VOICE:
            return []
        restored = _restored(was, became, now)
        if restored != now and _fits(context.document, restored):
            changes.append(Change(collection, record_id, _of_today(context.document, restored)))
    return changes


def _restored(was: Any, became: Any, now: Any) -> Any:
    """Return a record as it was before a step, but with what others changed since."""
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


def _fits(vision: Vision, record: Any) -> bool:
    """Refuse what would bring back a voice that was taken back, or point at it."""
    return not isinstance(record, ThemeAssignment) or record.voice in vision.voices


def _of_today(vision: Vision, record: Any) -> Any:
    if not isinstance(record, Disagreement):
        return record
    sides = {
        name: with_fields(
            side, voices=tuple(voice for voice in side.voices if voice in vision.voices)
        )
        for name, side in (("one", record.one), ("other", record.other))
    }
    return with_fields(record, **sides)
