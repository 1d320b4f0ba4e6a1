"""A line that is slow for a while, as on a busy machine: what a page says comes late, in a burst.

A press may overtake what parts of the page say by themselves: a part may have more to say after it.
A field says what it holds before the press that leaves it, and on one line that order stays.
"""

from collections.abc import Callable

from playwright.sync_api import Page, WebSocketRoute

LOOK = 50
"""Milliseconds between two looks."""
PATIENCE = 45_000
"""Milliseconds to wait at the most."""
QUIET = 40
"""Looks without an answer after which there are no more."""
PRESS = b"-to "
"""What the name of every button holds that leads to another page or step, and no other name."""


class LateWords:
    """Holds back what a page says, on wish, until it is let go; loses answers, on wish."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._ends: tuple[WebSocketRoute, ...] = ()
        self._press = PRESS
        self._before = self._after = self._pressed = self._loses = False
        self.held: list[bytes] = []
        self._lost = 0
        page.route_web_socket("**/_stcore/stream", self._join)

    def hold(self, press: bytes = PRESS, *, before: bool = True, after: bool = False) -> None:
        """Hold back what is said before a press that leads elsewhere, after it, or all with it."""
        self._press, self._before, self._after, self._pressed = press, before, after, False
        self.held.clear()

    def wait_for_a_word(self) -> None:
        """Wait until something is held back."""
        self._until(lambda: bool(self.held), "the page says nothing")

    def let_go(self) -> int:
        """Say what was held back, once something was pressed; return how much that was."""
        self._until(lambda: self._pressed, "nothing was pressed")
        self._before = self._after = False
        return self._say_held()

    def _say_held(self) -> int:
        late = list(self.held)
        self.held.clear()
        for said in late:
            self._ends[1].send(said)
        return len(late)

    def let_go_and_break(self) -> None:
        """Say what was held back, lose all that is answered to it, and break the line then."""
        self._loses = True
        assert self._say_held()
        self._until(lambda: self._lost > 0, "nothing is answered")
        seen: list[int] = []
        self._until(lambda: self._is_quiet(seen), "the answer does not end")
        self._loses = self._before = self._after = False
        for end in self._ends:
            end.close()

    def _is_quiet(self, seen: list[int]) -> bool:
        seen.append(self._lost)
        return len(seen) > QUIET and len(set(seen[-QUIET:])) == 1

    def _until(self, so_far: Callable[[], bool], otherwise: str) -> None:
        for _ in range(PATIENCE // LOOK):
            if so_far():
                return
            self._page.wait_for_timeout(LOOK)
        raise AssertionError(otherwise)

    def _join(self, line: WebSocketRoute) -> None:
        server = line.connect_to_server()
        self._ends = (line, server)

        def pass_on(said: str | bytes) -> None:
            if isinstance(said, bytes) and self._is_held(said):
                self.held.append(said)
            else:
                server.send(said)

        def answer(said: str | bytes) -> None:
            if self._loses:
                self._lost += 1
            else:
                line.send(said)

        line.on_message(pass_on)
        server.on_message(answer)

    def _is_held(self, said: bytes) -> bool:
        if self._press in said and not self._pressed:
            self._pressed = True
            return self._before and self._after
        return self._after if self._pressed else self._before
