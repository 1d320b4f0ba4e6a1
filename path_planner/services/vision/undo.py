"""Undo on the theme board: the last theming operation of this window is reverted."""

from typing import Any

from path_planner.domain.base import with_fields
from path_planner.domain.diff import Change, apply
from path_planner.domain.other_versions import COLLECTION as OTHER_VERSIONS
from path_planner.domain.vision.sources import SharedVoice
from path_planner.domain.vision.theme import Disagreement, ThemeAssignment
from path_planner.domain.vision.vision import Vision
from path_planner.services.context import VisionContext, VisionResult
from path_planner.services.undo import changed_fields, restored, undo_last
from path_planner.storage.protocol import Revision

_THEMING = frozenset({"themes", "placings", "disagreements", "voices"})
_FOLLOWS = frozenset({"causes", "priorities", "drawings", OTHER_VERSIONS})
"""Collections that theming changes too; alone, they are of other pages."""
_OF_A_VOICE = frozenset({"alone", "not_in"})
"""The fields of a voice that theming changes; operations on others are not undone here."""


def undo(context: VisionContext) -> VisionResult:
    """Revert the last theming operation of this window that is not yet reverted.

    Raises NothingToUndo.
    """
    return undo_last(context, _is_theming, _reverted)


def _is_theming(step: Revision) -> bool:
    touched = {collection for collection, _ in step.changes}
    return bool(touched & _THEMING) and touched <= _THEMING | _FOLLOWS


def _reverted(context: VisionContext, step: Revision) -> Vision:
    return apply(context.document, _reverting_changes(context, step))


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
        if isinstance(became, SharedVoice) and changed_fields(was, became) - _OF_A_VOICE:
            return []
        earlier = restored(was, became, now)
        if earlier != now and _is_allowed(context.document, earlier):
            changes.append(
                Change(collection, record_id, without_withdrawn(context.document, earlier))
            )
    return changes


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
