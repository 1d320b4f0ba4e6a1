"""An open document on disk: the state that its document and its journal make."""

from collections import deque
from contextlib import suppress
from typing import Generic, NamedTuple

from path_planner.errors import NotSaved, PlannerError
from path_planner.storage import disk, document, forgetting, journal, past, reasons
from path_planner.storage.facts import Notice
from path_planner.storage.limits import weigh
from path_planner.storage.mending import mend, told
from path_planner.storage.merge import merge
from path_planner.storage.op import Op, decode, encode
from path_planner.storage.reading import look
from path_planner.storage.shelf import Shelf
from path_planner.storage.steps import Wish, next_op, taken, takes_out_for_good
from path_planner.storage.store import Appended, D, L
from path_planner.storage.writing import Writer

SMALL_JOURNAL = 256 * 1024
"""A journal is closed when it is larger than this and than the document it belongs to."""
REMEMBERED = 32
"""States kept in memory to merge with; older ones are read from the history."""


class _Step(NamedTuple, Generic[D]):
    before: D
    op: Op


class Volume(Generic[D, L]):
    """One document as this program knows it; its caller holds the lock of its shelf."""

    document: D
    notices: tuple[Notice, ...] = ()

    def __init__(self, shelf: Shelf[D, L], *, writable: bool) -> None:
        """Read a document, and put right what can be put right."""
        self.shelf = shelf
        self._load(writable=writable)

    def _load(self, *, writable: bool) -> None:
        found = look(self.shelf)
        self._writer = Writer(self.shelf, found)
        try:
            notices = mend(self._writer, found) if writable else told(self.shelf, found)
        except OSError:
            notices = told(self.shelf, found)
        # What was told before stays told: a page may not have shown it yet.
        self.notices = (*self.notices, *(one for one in notices if one not in self.notices))
        self.document = found.state.document
        self._seen = dict.fromkeys(found.now.seen)
        self._recent: deque[_Step[D]] = deque(maxlen=REMEMBERED)
        self._weight = weigh(found.file).and_also(weigh(found.lines or b""))
        if writable:
            self._forget()

    def is_current(self) -> bool:
        """Say whether nobody else has written since; cheap, and right without the lock."""
        return self._writer.unchanged()

    def catch_up(self) -> None:
        """Take in what other programs have written."""
        news = self._writer.news()
        if news is None:
            self._load(writable=True)
            return
        try:
            for step in news.now.steps:
                self._take(decode(step, self.shelf.sort))
        except PlannerError:
            self._load(writable=True)
            return
        self._weight = self._weight.and_also(weigh(news.lines))

    def _take(self, op: Op) -> None:
        self._seen[op.op_id] = None
        if op.rev > self.document.revision:
            self._go_on(op, taken(self.document, op))

    def _go_on(self, op: Op, after: D) -> None:
        self._seen[op.op_id] = None
        self._recent.append(_Step(self.document, op))
        self.document = after

    def append(self, wish: Wish) -> Appended[D]:
        """Write changes down for good."""
        if wish.op_id in self._seen:
            return Appended(self.document)
        changes, conflicts = merge(
            self.state_at(wish.expected_revision),
            self.document,
            wish.changes,
            self._writers_since(wish.expected_revision),
        )
        if changes:
            op = next_op(self.document, wish, changes)
            after = taken(self.document, op)
            if takes_out_for_good(self.document, op.changes):
                forgetting.mark(self.shelf)
            self._write(after, encode(op))
            self._go_on(op, after)
            self._close_large_journal()
            self._forget()
        # Also what changes nothing now would change something if it came again later.
        self._seen[wish.op_id] = None
        return Appended(self.document, conflicts)

    def _write(self, after: D, body: bytes) -> None:
        self._weigh(after, body)
        if self._writer.is_old:
            # One journal has the steps of one version.
            self._writer.turn_over(self.document, tuple(self._seen))
        if self._writer.end:
            self._writer.step(body)
            return
        file = disk.read(self.shelf.file) or b""
        self._writer.begin_journal(self.document, file, tuple(self._seen), body)

    def _weigh(self, after: D, body: bytes) -> None:
        weight = self._weight.and_also(weigh(body))
        if not weight.is_light():
            # Counted so far was every version of each record; now count only what stands.
            weight = weigh(document.write(after))
            if not weight.is_light():
                raise NotSaved(why=reasons.TOO_HEAVY)
        self._weight = weight

    def _close_large_journal(self) -> None:
        if self._writer.end > max(SMALL_JOURNAL, self._writer.file.size):
            # The change itself is safe in the journal, whatever becomes of this.
            with suppress(OSError, PlannerError):
                self._writer.turn_over(self.document, tuple(self._seen))

    def _forget(self) -> None:
        """Let the past forget what was taken out for good; where that fails it is tried again."""
        if not self.shelf.forget.exists():
            return
        with suppress(OSError, PlannerError):
            self._writer.turn_over(self.document, tuple(self._seen))
            self._recent.clear()
            forgetting.forget(self.shelf, self.document)

    def state_at(self, revision: int) -> D | None:
        """Return the document as it was, None if that is not kept."""
        if revision == self.document.revision:
            return self.document
        for step in self._recent:
            if step.before.revision == revision:
                return step.before
        found = past.rebuild(self.shelf, self.journal(), upto=revision)
        return found.document if found is not None and found.document.revision == revision else None

    def journal(self) -> journal.Parsed:
        """Return the journal as it is on disk."""
        return journal.parse(disk.read(self.shelf.journal) or b"", self.shelf.sort)

    def _writers_since(self, revision: int) -> dict[tuple[str, str], str]:
        """Return who changed what since; nobody where it was several or is not known."""
        if not self._recent or self._recent[0].before.revision > revision:
            return {}
        writers: dict[tuple[str, str], str] = {}
        for _, op in self._recent:
            for key in op.touched if op.rev > revision else ():
                writers[key] = op.by if writers.get(key, op.by) == op.by else ""
        return writers

    def settle(self) -> None:
        """Bring the document up to date."""
        if self._writer.settled != self.document.revision:
            self._weight = weigh(self._writer.settle(self.document))
