"""Proposed changes and operations: how a change becomes the next state, alike in every store."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from path_planner.domain.base import Document
from path_planner.domain.diff import Change, apply, diff
from path_planner.errors import FileDamaged, NotSaved
from path_planner.storage import notices
from path_planner.storage.document_type import DocumentType
from path_planner.storage.limits import check_count
from path_planner.storage.op import EncodedOp, Op, validated
from path_planner.storage.protocol import D
from path_planner.storage.type_registry import document_type_of


class ProposedChange(NamedTuple):
    """Changes that somebody wants to append, with the revision that they were made to."""

    changes: tuple[Change, ...]
    expected_revision: int
    op_id: str
    by: str
    at: datetime
    encoded: EncodedOp


def propose(
    document_type: DocumentType[Any, Any],
    changes: Sequence[Change],
    expected_revision: int,
    *,
    op_id: str,
    by: str,
    at: datetime,
) -> ProposedChange:
    """Return a proposal, validated by encoding and decoding it; raise NotSaved if it is invalid."""
    last_by_record = {(change.collection, change.id): change for change in changes}
    try:
        encoded = validated(Op(1, op_id, at, by, tuple(last_by_record.values())), document_type)
    except (FileDamaged, ValueError, TypeError):
        # ValueError: pydantic met a string that is not valid Unicode (a lone surrogate).
        raise NotSaved(why=notices.UNFIT) from None
    op = encoded.op
    return ProposedChange(op.changes, expected_revision, op.op_id, op.by, op.at, encoded)


def proposal_of(
    document: D, change: Callable[[D], D], *, op_id: str, by: str, at: datetime
) -> ProposedChange | None:
    """Return the proposal for a change to the current document; None if it changes nothing."""
    changes = diff(document, change(document))
    if not changes:
        return None
    return propose(
        document_type_of(document), changes, document.revision, op_id=op_id, by=by, at=at
    )


def next_op(document: Document, proposal: ProposedChange, changes: Sequence[Change]) -> Op:
    """Return the operation that makes these changes, with the next revision."""
    return Op(document.revision + 1, proposal.op_id, proposal.at, proposal.by, tuple(changes))


def needs_redaction(document: Document, changes: Sequence[Change]) -> bool:
    """Whether these changes delete or reword what must be redacted from the history."""
    rules = document_type_of(document).redaction_rules
    return any(
        change.collection in document.kind.redacted_on_delete
        if change.record is None
        else change.collection in rules
        and rules[change.collection].covers(
            getattr(document, change.collection).get(change.id), change.record
        )
        for change in changes
    )


def apply_op(document: D, op: Op) -> D:
    """Return the document after an operation; raise TooManyRecords above the limits."""
    after = apply(document, op.changes).model_copy(
        update={"revision": op.rev, "updated": max(document.updated, op.at)}
    )
    limits = document_type_of(document).record_limits
    for collection in {change.collection for change in op.changes} & limits.keys():
        check_count(collection, getattr(after, collection), limits[collection])
    return after
