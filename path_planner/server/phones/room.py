"""The room that phones are let into: one document, one question, and an invitation that ends."""

import asyncio
from collections.abc import Callable, Sequence

from path_planner.domain.event.event import Event
from path_planner.errors import DocumentNotFound, PlannerError
from path_planner.server.phones.limits import PostLimits
from path_planner.server.phones.token import Invitation
from path_planner.services.arrivals.asking import PhoneQuestion
from path_planner.services.arrivals.tray import AnyStore, Post, arrive

_DIGITS = 6
MOST_AT_ONCE = 200
"""The posts of one write."""


class Room:
    """What phones may know, and where it goes that they send."""

    def __init__(
        self,
        store: AnyStore,
        document_id: str,
        asked: PhoneQuestion,
        invitation: Invitation,
        limits: PostLimits,
    ) -> None:
        """Let phones in, until the invitation ends or `close` is called."""
        self.store = store
        self.document_id = document_id
        self.questions = [asked]
        self.invitation = invitation
        self.limits = limits
        self.closes_tray = False
        """New posts are refused, and what waits stays."""
        self.phones: set[str] = set()
        """The addresses that were sent the page; in memory only."""
        self.last_arrival: float | None = None
        """The time of the last arrival, in seconds of the clock of the limits."""
        self._closed = False
        self._since = limits.seconds()

    @property
    def question(self) -> PhoneQuestion:
        """The question of now."""
        return self.questions[-1]

    @property
    def seconds_open(self) -> float:
        """How long phones have been let in."""
        return self.limits.seconds() - self._since

    def ask(self, asked: PhoneQuestion) -> None:
        """Ask another question; what somebody still writes goes to the question that they had."""
        if asked != self.question:
            self.questions.append(asked)

    def number_of(self, came_back: str) -> int:
        """Return the number of the question that a form was for; that of now if it says none."""
        known = came_back.isdecimal() and came_back.isascii() and len(came_back) < _DIGITS
        number = int(came_back) if known else len(self.questions)
        return min(number, len(self.questions) - 1)

    def close(self) -> None:
        """Let nobody in any more."""
        self._closed = True

    def is_open(self) -> bool:
        """Whether phones are let in: its time is not over, and the document is there and open."""
        if self._closed or not self.invitation.is_open():
            return False
        try:
            document = self.store.open(self.document_id).document
        except DocumentNotFound:
            self.close()
            return False
        if isinstance(document, Event) and document.about.closed_at is not None:
            self.close()
        return not self._closed

    def save(self, posts: Sequence[Post]) -> tuple[bool, ...]:
        """Put posts into the tray, in one write."""
        answers = arrive(self.store, self.document_id, posts)
        self.last_arrival = self.limits.seconds()
        return answers


Save = Callable[[Sequence[Post]], tuple[bool, ...]]


class PostQueue:
    """Collects the posts of one moment while the ones before are written, and writes them at once.

    A post is answered when it is on the disk. For one event loop.
    """

    def __init__(self, save: Save) -> None:
        """Begin empty; `save` writes posts and may take its time."""
        self._save = save
        self._waiting: list[tuple[Post, asyncio.Future[bool]]] = []
        self._writing: asyncio.Task[None] | None = None

    async def put(self, post: Post) -> bool:
        """Write a post with all others of this moment; return whether there was room for it."""
        written = asyncio.get_running_loop().create_future()
        self._waiting.append((post, written))
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write())
        return bool(await written)

    async def _write(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting[:MOST_AT_ONCE], self._waiting[MOST_AT_ONCE:]
            try:
                answers = await asyncio.to_thread(self._save, [post for post, _written in batch])
            except (PlannerError, OSError) as error:
                for _post, written in batch:
                    if not written.done():
                        written.set_exception(error)
            else:
                for (_post, written), answer in zip(batch, answers, strict=True):
                    # A phone that left meanwhile does not wait any more.
                    if not written.done():
                        written.set_result(answer)
