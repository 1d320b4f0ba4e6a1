"""Work that is done beside the page, which goes on meanwhile."""

from collections.abc import Callable
from concurrent.futures import Future
from contextvars import copy_context
from queue import SimpleQueue
from threading import Lock, Thread
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class BackgroundWorker:
    """One piece of work after another, in the order asked, so that the pages stay quick.

    Nobody waits for it when the server stops: an executor's threads would hold the process up.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._asked: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._lock = Lock()
        self._at_work = False

    def submit(self, make: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Have something made; the one who makes it speaks the language of the one who asked."""
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
