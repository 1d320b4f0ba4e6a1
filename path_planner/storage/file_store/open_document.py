"""An open document: its newest state in memory, in step with its file and journal on disk."""

from collections import deque
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, suppress
from typing import Generic, NamedTuple

from path_planner.domain.diff import Change, effective_changes
from path_planner.errors import DocumentFull, PlannerError
from path_planner.storage import atomic_io, serializer
from path_planner.storage.clashing_versions import without_obsolete
from path_planner.storage.file_store import erase, history, journal
from path_planner.storage.file_store.conflict_copies import (
    ConflictCopies,
    ForeignStep,
    read_copy,
)
from path_planner.storage.file_store.file_paths import DocumentPaths
from path_planner.storage.file_store.loader import load
from path_planner.storage.file_store.recovery import notices_for, repair
from path_planner.storage.file_store.writer import PreparedFile, Writer, prepared_file
from path_planner.storage.limits import estimate_parse_cost
from path_planner.storage.merge import Merged, merge
from path_planner.storage.notices import Notice, joined
from path_planner.storage.op import (
    Op,
    ProposedChange,
    any_revokes,
    apply_op,
    decode,
    needs_redaction,
    next_op,
    propose,
)
from path_planner.storage.protocol import AppendResult, D, L

SMALL_JOURNAL = 256 * 1024
"""A journal is rotated when it is larger than this and than its document."""
REMEMBERED = 32
"""States kept in memory as merge bases; older ones are rebuilt from the history."""


class _Step(NamedTuple, Generic[D]):
    before: D
    op: Op


class OpenDocument(Generic[D, L]):
    """One document as this process has it open; callers that write hold its lock."""

    document: D
    notices: tuple[Notice, ...] = ()

    def __init__(self, paths: DocumentPaths[D, L], *, writable: bool) -> None:
        """Load a document and, if writable, repair damaged files."""
        self.paths = paths
        self._copies = ConflictCopies(paths)
        self._load(writable=writable)
        if writable:
            self._join_copies()

    def _load(self, *, writable: bool) -> None:
        files = load(self.paths)
        self._writer = Writer(self.paths, files)
        try:
            notices = repair(self._writer, files) if writable else notices_for(self.paths, files)
        except OSError:
            notices = notices_for(self.paths, files)
        # Earlier notices stay: a page may not have shown them yet.
        self.notices = (
            *self.notices,
            *(notice for notice in notices if notice not in self.notices),
        )
        self.document = files.state.document
        self._seen = dict.fromkeys(files.parsed_journal.seen)
        self._recent: deque[_Step[D]] = deque(maxlen=REMEMBERED)
        self._cost = estimate_parse_cost(files.file).plus(estimate_parse_cost(files.lines or b""))
        if writable:
            self._redact_if_marked()

    def is_current(self) -> bool:
        """Whether nobody else has written since; it costs five stats and needs no lock."""
        return self._writer.unchanged() and not self._copies.new()

    def refresh(self) -> None:
        """Apply what other processes, and other machines, have written since."""
        if not self._writer.unchanged():
            self._read_others()
        self._join_copies()

    def _read_others(self) -> None:
        added = self._writer.read_new_entries()
        if added is None:
            self._load_anew()
            return
        try:
            for step in added.now.steps:
                self._apply_foreign(decode(step, self.paths.document_type))
        except PlannerError:
            self._load_anew()
            return
        self._cost = self._cost.plus(estimate_parse_cost(added.lines))

    def _load_anew(self) -> None:
        """Load files that were replaced, and join what they have lost of the latest changes."""
        recent = tuple(self._recent)
        self._load(writable=True)
        self._join(ForeignStep(before, op) for before, op in recent if op.op_id not in self._seen)

    def _join_copies(self) -> None:
        for path in self._copies.new():
            try:
                copy = read_copy(self.paths, path, self.journal(), self._seen)
                self._join(copy.steps)
                if copy.unreadable:
                    # It stays for those who can read it.
                    name = f"{path.name}.damaged"
                    history.quarantine(self.paths, name, copy.unreadable)
                path.unlink(missing_ok=True)
            except (OSError, PlannerError):
                self._copies.keep(path)

    def _join(self, found: Iterable[ForeignStep[D]]) -> None:
        """Append changes of another machine that are not here yet, and give notice."""
        count = 0
        for before, op in found:
            merged = merge(before, self.document, op.changes, {}, by=op.by, at=op.at)
            proposal = propose(
                self.paths.document_type,
                op.changes,
                self.document.revision,
                op_id=op.op_id,
                by=op.by,
                at=op.at,
            )
            count += self._commit(proposal, merged.changes)
        if count:
            self.notices = (*self.notices, joined(count))

    def _apply_foreign(self, op: Op) -> None:
        self._seen[op.op_id] = None
        if op.rev > self.document.revision:
            self._advance(op, apply_op(self.document, op, self.paths.document_type))

    def _advance(self, op: Op, after: D) -> None:
        self._seen[op.op_id] = None
        self._recent.append(_Step(self.document, op))
        self.document = after

    def append(self, proposal: ProposedChange) -> AppendResult[D]:
        """Merge a proposal into the newest state and append it to the journal.

        A change that revokes is in the document file, too, when this returns. An `op_id` that was
        seen before changes nothing. Raises DocumentFull if the document would become too large, or
        OSError.
        """
        if proposal.op_id in self._seen:
            # It may have failed after the journal was written.
            self.checkpoint()
            return AppendResult(self.document)
        changes, conflicts = self._merged(proposal)
        self._commit(proposal, changes)
        return AppendResult(self.document, conflicts)

    def _commit(self, proposal: ProposedChange, changes: Sequence[Change]) -> bool:
        """Append merged changes to the journal; return whether there are any."""
        document_type = self.paths.document_type
        if changes:
            op = next_op(self.document, proposal, changes)
            after = apply_op(self.document, op, document_type)
            if needs_redaction(self.document, op.changes, document_type):
                erase.mark_for_redaction(self.paths)
            revoking = any_revokes(self.document, op.changes)
            self._write(after, proposal.encoded.line(op.rev, op.changes))
            self._advance(op, after)
            self._rotate_large_journal()
            self._redact_if_marked()
            if revoking:
                self.checkpoint()
        # A proposal that changes nothing now might change something if it were repeated later.
        self._seen[proposal.op_id] = None
        return bool(changes)

    def _merged(self, proposal: ProposedChange) -> Merged:
        revision = proposal.expected_revision
        if revision == self.document.revision and not self.paths.document_type.redaction_rules:
            # Nobody has written since, so there is nothing to merge with.
            changes = effective_changes(self.document, proposal.changes)
            return Merged(without_obsolete(self.document, changes), ())
        base, writers = self.state_at(revision), self._writers_since(revision)
        return merge(base, self.document, proposal.changes, writers, by=proposal.by, at=proposal.at)

    def _write(self, after: D, body: bytes) -> None:
        self._check_cost(after, body)
        if self._writer.is_old:
            # All operations of a journal have the same version.
            self.rotate_journal()
        if self._writer.end:
            self._writer.append_entry(body)
            return
        file = atomic_io.read(self.paths.file) or b""
        self._writer.begin_journal(self.document, file, tuple(self._seen), body)

    def _check_cost(self, after: D, body: bytes) -> None:
        cost = self._cost.plus(estimate_parse_cost(body))
        if not cost.is_light():
            # The estimate counts every version of each record; count the newest state alone.
            cost = estimate_parse_cost(serializer.write(after))
            if not cost.is_light():
                raise DocumentFull
        self._cost = cost

    def _rotate_large_journal(self) -> None:
        if self._writer.end > max(SMALL_JOURNAL, self._writer.file.size):
            # The change is in the journal already; a failed rotation is tried again later.
            with suppress(OSError, PlannerError):
                self.rotate_journal()

    def rotate_journal(self) -> None:
        """Put the journal into the history and begin the next."""
        self._writer.rotate_journal(self.document, tuple(self._seen))

    def _redact_if_marked(self) -> None:
        """Redact the history if the marker exists; the marker stays if that fails."""
        if not self.paths.redaction_marker.exists():
            return
        with suppress(OSError, PlannerError):
            self.rotate_journal()
            self._recent.clear()
            erase.redact_history(self.paths, self.document)

    def state_at(self, revision: int) -> D | None:
        """Return the document at a revision, or None if it cannot be rebuilt."""
        if revision == self.document.revision:
            return self.document
        for step in self._recent:
            if step.before.revision == revision:
                return step.before
        state = history.restore_from_history(self.paths, self.journal(), upto=revision)
        return state.document if state is not None and state.document.revision == revision else None

    def journal(self) -> journal.Parsed:
        """Return the journal parsed from the disk."""
        return journal.parse(atomic_io.read(self.paths.journal) or b"", self.paths.document_type)

    def _writers_since(self, revision: int) -> dict[tuple[str, str], str]:
        """Return by record who changed it since a revision; "" if several people did.

        Empty if the revision is older than the states in memory.
        """
        if not self._recent or self._recent[0].before.revision > revision:
            return {}
        writers: dict[tuple[str, str], str] = {}
        for _, op in self._recent:
            for key in op.touched if op.rev > revision else ():
                writers[key] = op.by if writers.get(key, op.by) == op.by else ""
        return writers

    @property
    def is_behind(self) -> bool:
        """Whether the document file has an older state than the journal."""
        return self._writer.settled != self.document.revision

    def checkpoint(self) -> None:
        """Write the newest state to the document file, if it is not there yet."""
        if self.is_behind:
            with self.prepared_file() as prepared:
                self.use_prepared_file(prepared)

    def prepared_file(self) -> AbstractContextManager[PreparedFile]:
        """Write the newest state beside the document file; this alone needs no lock."""
        return prepared_file(self.paths, self.document)

    def use_prepared_file(self, prepared: PreparedFile) -> None:
        """Replace the document file, unless a newer one has been written meanwhile."""
        settled = -1 if self._writer.settled is None else self._writer.settled
        if settled < prepared.revision <= self.document.revision:
            self._writer.replace_file(prepared)
            if prepared.revision == self.document.revision:
                self._cost = prepared.cost
