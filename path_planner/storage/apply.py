"""Steps: how an appended change becomes the next state of a document, in every store alike."""

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
    """What somebody wants written down."""

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
    """Return a wish as it will be read again, so that nothing unreadable is ever written."""
    last_of_each = {(change.collection, change.id): change for change in changes}
    try:
        encoded = validated(Op(1, op_id, at, by, tuple(last_of_each.values())), document_type)
    except (FileDamaged, ValueError, TypeError):
        # ValueError: pydantic met something that is no text (half a letter of a broken paste).
        raise NotSaved(why=notices.UNFIT) from None
    op = encoded.op
    return ProposedChange(op.changes, expected_revision, op.op_id, op.by, op.at, encoded)


def proposal_of(
    document: D, change: Callable[[D], D], *, op_id: str, by: str, at: datetime
) -> ProposedChange | None:
    """Return the wish that makes a change to a document as it stands, None where there is none."""
    changes = diff(document, change(document))
    if not changes:
        return None
    return propose(
        document_type_of(document), changes, document.revision, op_id=op_id, by=by, at=at
    )


def next_op(document: Document, proposal: ProposedChange, changes: Sequence[Change]) -> Op:
    """Return the step that makes these changes."""
    return Op(document.revision + 1, proposal.op_id, proposal.at, proposal.by, tuple(changes))


def needs_redaction(document: Document, changes: Sequence[Change]) -> bool:
    """Say whether these changes take out what earlier states must forget: records or words."""
    rewordings = document_type_of(document).redaction_rules
    return any(
        change.collection in document.kind.redacted_on_delete
        if change.record is None
        else change.collection in rewordings
        and rewordings[change.collection].covers(
            getattr(document, change.collection).get(change.id), change.record
        )
        for change in changes
    )


def apply_op(document: D, op: Op) -> D:
    """Return the document after a step."""
    after = apply(document, op.changes).model_copy(
        update={"revision": op.rev, "updated": max(document.updated, op.at)}
    )
    most = document_type_of(document).record_limits
    for collection in {change.collection for change in op.changes} & most.keys():
        check_count(collection, getattr(after, collection), most[collection])
    return after
