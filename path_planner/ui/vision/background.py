"""Background jobs, which run in a thread while the page stays usable, and can be stopped."""

from collections.abc import Callable
from concurrent.futures import Future
from contextlib import nullcontext
from contextvars import copy_context
from queue import SimpleQueue
from threading import Event, Lock, Thread
from time import monotonic
from typing import Generic, ParamSpec, TypeVar

from path_planner.i18n import _, ngettext
from path_planner.ui.screens.access import as_owner, window_access

P = ParamSpec("P")
T = TypeVar("T")


class BackgroundWorker:
    """A thread that runs jobs one after another, so that the pages stay quick.

    It is a daemon thread: the threads of an executor would hold up the end of the process.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._asked: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._lock = Lock()
        self._at_work = False

    def submit(self, make: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Run `make` in the background, in the caller's language and with its access."""
        future: Future[T] = Future()
        with as_owner() if window_access().is_owner else nullcontext():
            context = copy_context()

        def work() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                future.set_result(context.run(make, *args, **kwargs))
            except BaseException as error:  # noqa: BLE001  (whoever asked is told that it failed)
                future.set_exception(error)

        self._asked.put(work)
        self._begin()
        return future

    def _begin(self) -> None:
        with self._lock:
            if not self._at_work:
                Thread(target=self._go_on, daemon=True, name=self._name).start()
                self._at_work = True

    def _go_on(self) -> None:
        while True:
            self._asked.get()()


SUGGESTIONS = BackgroundWorker("suggestions")
"""Reads voices and compares them: one job after another, so that no voice is read twice."""

Progress = Callable[[int, int], None]
_SECOND, _MINUTE = 5, 60
"""Seconds: what is left is said in steps of five seconds, from two minutes on in minutes."""
_EARLY = 0.02
"""The part of a job that is done before its pace says anything."""


class Stopped(Exception):
    """Somebody stopped a job: it leaves nothing behind."""


class StoppableJob(Generic[T]):
    """A job that says how far it is and about how long it takes, and can be stopped.

    `make` calls the progress callback that it is given; once the job is stopped, that call raises
    `Stopped`. So it stops between two steps, before it has kept anything.
    """

    def __init__(
        self,
        worker: BackgroundWorker,
        make: Callable[[Progress], T],
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self.done, self.total = 0, 0
        self._clock, self._begun = clock, 0.0
        self._stop = Event()
        self.future = worker.submit(make, self._report)

    def _report(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Stopped
        if done == 0 or total != self.total:
            self._begun = self._clock()
        self.done, self.total = done, total

    def stop(self) -> None:
        """Stop it as soon as may be; one that has not begun does not begin."""
        self._stop.set()
        self.future.cancel()

    @property
    def part(self) -> float:
        """The part that is done, from 0 to 1."""
        return self.done / self.total if self.total else 0.0

    def time_left(self) -> str:
        """Return about how long it takes yet; empty while nobody can tell."""
        if not _EARLY <= self.part < 1:
            return ""
        seconds = (self._clock() - self._begun) * (1 - self.part) / self.part
        if seconds < _SECOND:
            return _("A few seconds left.")
        if seconds < 2 * _MINUTE:
            count = round(seconds / _SECOND) * _SECOND
            return ngettext("About {count} second left.", "About {count} seconds left.", count)
        count = round(seconds / _MINUTE)
        return ngettext("About {count} minute left.", "About {count} minutes left.", count)
