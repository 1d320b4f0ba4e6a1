"""Bringing document files up to date in the background, soon after the last change.

A change is in the journal before it counts as saved; the document file follows when nobody has
changed the document for REST seconds, and after LONGEST seconds in any case. There is a thread only
while a file is behind. A program that ends normally writes what is left; after a kill the next
start does (`Store.checkpoint_all`).
"""

import atexit
from collections.abc import Callable
from contextlib import suppress
from threading import Condition, Thread
from time import monotonic
from typing import NamedTuple

from path_planner.errors import DocumentNotFound, PlannerError

REST = 1.0
LONGEST = 20.0


class _Behind(NamedTuple):
    """When a document whose file is behind was changed for the first and the last time."""

    first: float
    last: float


class Schedule:
    """Which document file is to be written next, and when; all times are in seconds."""

    def __init__(self, rest: float = REST, longest: float = LONGEST) -> None:
        """Begin with no file behind."""
        self._rest = rest
        self._longest = longest
        self._behind: dict[str, _Behind] = {}

    def changed(self, document_id: str, now: float) -> None:
        """Note a change of a document."""
        first = self._behind.get(document_id, _Behind(now, now)).first
        self._behind[document_id] = _Behind(first, now)

    def hurry(self, document_id: str, now: float) -> None:
        """Note that there is nothing to wait for: the document was left."""
        if document_id in self._behind:
            self._behind[document_id] = _Behind(now - self._longest, now)

    def failed(self, document_id: str, now: float) -> None:
        """Note that a file could not be written; it is due again after `longest`."""
        self._behind.setdefault(document_id, _Behind(now, now + self._longest))

    def next_due(self, now: float) -> tuple[str, float] | None:
        """Return the document that is due next, and the seconds until then."""
        due = {
            document_id: min(behind.last + self._rest, behind.first + self._longest)
            for document_id, behind in self._behind.items()
        }
        if not due:
            return None
        document_id = min(due, key=due.__getitem__)
        return document_id, max(0.0, due[document_id] - now)

    def done(self, document_id: str) -> None:
        """Take a document out."""
        self._behind.pop(document_id, None)


class BackgroundCheckpoints:
    """Calls `checkpoint` with the id of each changed document, in a thread of its own."""

    def __init__(
        self, checkpoint: Callable[[str], None], *, rest: float = REST, longest: float = LONGEST
    ) -> None:
        """Set the function to call, and the times of the schedule."""
        self._checkpoint = checkpoint
        self._schedule = Schedule(rest, longest)
        self._condition = Condition()
        self._running = False

    def changed(self, document_id: str) -> None:
        """Note that a document has been changed."""
        with self._condition:
            self._schedule.changed(document_id, monotonic())
            if not self._running:
                self._running = True
                atexit.register(self.finish)
                Thread(target=self._run, name="checkpoints", daemon=True).start()

    def hurry(self, document_id: str) -> None:
        """Do not wait for a rest of this document."""
        with self._condition:
            self._schedule.hurry(document_id, monotonic())
            self._condition.notify()

    def finish(self) -> None:
        """Write all files that are behind, now, in the thread of the caller."""
        while (document_id := self._take(lambda _seconds: True)) is not None:
            with suppress(PlannerError, OSError):
                self._checkpoint(document_id)

    def _run(self) -> None:
        while (document_id := self._take(self._wait)) is not None:
            try:
                self._checkpoint(document_id)
            except DocumentNotFound:
                continue
            except (PlannerError, OSError):
                # The disk is full or busy: the journal has the changes, the file is tried again.
                with self._condition:
                    self._schedule.failed(document_id, monotonic())

    def _take(self, is_due: Callable[[float], bool]) -> str | None:
        """Take the next document out of the schedule when it is due; None if there is none."""
        with self._condition:
            while (due := self._schedule.next_due(monotonic())) is not None:
                document_id, seconds = due
                if is_due(seconds):
                    self._schedule.done(document_id)
                    return document_id
            self._running = False
            atexit.unregister(self.finish)
            return None

    def _wait(self, seconds: float) -> bool:
        """Wait for a change of the schedule, but no longer than this; return whether it is time."""
        if seconds > 0:
            self._condition.wait(seconds)
        return seconds <= 0
