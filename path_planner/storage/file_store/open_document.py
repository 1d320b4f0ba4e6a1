"""An open document on disk: the state that its document and its journal make."""

from collections import deque
from contextlib import suppress
from typing import Generic, NamedTuple

from path_planner.errors import NotSaved, PlannerError
from path_planner.storage import atomic_io, serializer
from path_planner.storage import notices as reasons
from path_planner.storage.apply import ProposedChange, apply_op, needs_redaction, next_op
from path_planner.storage.file_store import history, history_redaction, journal
from path_planner.storage.file_store.file_paths import DocumentPaths
from path_planner.storage.file_store.loader import load
from path_planner.storage.file_store.recovery import notices_for, repair
from path_planner.storage.file_store.writer import Writer
from path_planner.storage.limits import estimate_parse_cost
from path_planner.storage.merge import merge
from path_planner.storage.notices import Notice
from path_planner.storage.op import Op, decode
from path_planner.storage.protocol import AppendResult, D, L

SMALL_JOURNAL = 256 * 1024
"""A journal is closed when it is larger than this and than the document it belongs to."""
REMEMBERED = 32
"""States kept in memory to merge with; older ones are read from the history."""


class _Step(NamedTuple, Generic[D]):
    before: D
    op: Op


class OpenDocument(Generic[D, L]):
    """One document as this program knows it; its caller holds the lock of its shelf."""

    document: D
    notices: tuple[Notice, ...] = ()

    def __init__(self, paths: DocumentPaths[D, L], *, writable: bool) -> None:
        """Read a document, and put right what can be put right."""
        self.shelf = paths
        self._load(writable=writable)

    def _load(self, *, writable: bool) -> None:
        found = load(self.shelf)
        self._writer = Writer(self.shelf, found)
        try:
            notices = repair(self._writer, found) if writable else notices_for(self.shelf, found)
        except OSError:
            notices = notices_for(self.shelf, found)
        # What was told before stays told: a page may not have shown it yet.
        self.notices = (*self.notices, *(one for one in notices if one not in self.notices))
        self.document = found.state.document
        self._seen = dict.fromkeys(found.now.seen)
        self._recent: deque[_Step[D]] = deque(maxlen=REMEMBERED)
        self._weight = estimate_parse_cost(found.file).plus(estimate_parse_cost(found.lines or b""))
        if writable:
            self._forget()

    def is_current(self) -> bool:
        """Say whether nobody else has written since; cheap, and right without the lock."""
        return self._writer.unchanged()

    def refresh(self) -> None:
        """Take in what other programs have written."""
        news = self._writer.read_new_entries()
        if news is None:
            self._load(writable=True)
            return
        try:
            for step in news.now.steps:
                self._take(decode(step, self.shelf.document_type))
        except PlannerError:
            self._load(writable=True)
            return
        self._weight = self._weight.plus(estimate_parse_cost(news.lines))

    def _take(self, op: Op) -> None:
        self._seen[op.op_id] = None
        if op.rev > self.document.revision:
            self._go_on(op, apply_op(self.document, op))

    def _go_on(self, op: Op, after: D) -> None:
        self._seen[op.op_id] = None
        self._recent.append(_Step(self.document, op))
        self.document = after

    def append(self, proposal: ProposedChange) -> AppendResult[D]:
        """Write changes down for good."""
        if proposal.op_id in self._seen:
            return AppendResult(self.document)
        changes, conflicts = merge(
            self.state_at(proposal.expected_revision),
            self.document,
            proposal.changes,
            self._writers_since(proposal.expected_revision),
        )
        if changes:
            op = next_op(self.document, proposal, changes)
            after = apply_op(self.document, op)
            if needs_redaction(self.document, op.changes):
                history_redaction.mark_for_redaction(self.shelf)
            self._write(after, proposal.encoded.line(op.rev, op.changes))
            self._go_on(op, after)
            self._close_large_journal()
            self._forget()
        # Also what changes nothing now would change something if it came again later.
        self._seen[proposal.op_id] = None
        return AppendResult(self.document, conflicts)

    def _write(self, after: D, body: bytes) -> None:
        self._weigh(after, body)
        if self._writer.is_old:
            # One journal has the steps of one version.
            self.rotate_journal()
        if self._writer.end:
            self._writer.append_entry(body)
            return
        file = atomic_io.read(self.shelf.file) or b""
        self._writer.begin_journal(self.document, file, tuple(self._seen), body)

    def _weigh(self, after: D, body: bytes) -> None:
        weight = self._weight.plus(estimate_parse_cost(body))
        if not weight.is_light():
            # Counted so far was every version of each record; now count only what stands.
            weight = estimate_parse_cost(serializer.write(after))
            if not weight.is_light():
                raise NotSaved(why=reasons.TOO_HEAVY)
        self._weight = weight

    def _close_large_journal(self) -> None:
        if self._writer.end > max(SMALL_JOURNAL, self._writer.file.size):
            # The change itself is safe in the journal, whatever becomes of this.
            with suppress(OSError, PlannerError):
                self.rotate_journal()

    def rotate_journal(self) -> None:
        """Put the journal into the history and begin the next."""
        self._writer.rotate_journal(self.document, tuple(self._seen))

    def _forget(self) -> None:
        """Let the past forget what was taken out for good; where that fails it is tried again."""
        if not self.shelf.redaction_marker.exists():
            return
        with suppress(OSError, PlannerError):
            self.rotate_journal()
            self._recent.clear()
            history_redaction.redact_history(self.shelf, self.document)

    def state_at(self, revision: int) -> D | None:
        """Return the document as it was, None if that is not kept."""
        if revision == self.document.revision:
            return self.document
        for step in self._recent:
            if step.before.revision == revision:
                return step.before
        found = history.restore_from_history(self.shelf, self.journal(), upto=revision)
        return found.document if found is not None and found.document.revision == revision else None

    def journal(self) -> journal.Parsed:
        """Return the journal as it is on disk."""
        return journal.parse(atomic_io.read(self.shelf.journal) or b"", self.shelf.document_type)

    def _writers_since(self, revision: int) -> dict[tuple[str, str], str]:
        """Return who changed what since; nobody where it was several or is not known."""
        if not self._recent or self._recent[0].before.revision > revision:
            return {}
        writers: dict[tuple[str, str], str] = {}
        for _, op in self._recent:
            for key in op.touched if op.rev > revision else ():
                writers[key] = op.by if writers.get(key, op.by) == op.by else ""
        return writers

    def checkpoint(self) -> None:
        """Bring the document up to date."""
        if self._writer.settled != self.document.revision:
            self._weight = estimate_parse_cost(self._writer.write_snapshot(self.document))
