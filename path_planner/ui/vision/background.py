"""Background jobs, which run in a thread while the page stays usable."""

from collections.abc import Callable
from concurrent.futures import Future
from contextvars import copy_context
from queue import SimpleQueue
from threading import Lock, Thread
from typing import ParamSpec, TypeVar

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
        """Run `make` in the background, in the language of the caller; return its future."""
        future: Future[T] = Future()
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
