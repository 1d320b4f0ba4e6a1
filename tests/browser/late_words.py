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
PRESS = b"-to "
"""What the name of every button holds that leads to another page or step, and no other name."""


class LateWords:
    """Holds back what a page says, on wish, until it is let go."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._server: WebSocketRoute | None = None
        self._holds = False
        self._press = PRESS
        self._pressed = False
        self._overtakes = True
        self._breaks_after: int | None = None
        self.held: list[bytes] = []
        page.route_web_socket("**/_stcore/stream", self._join)

    def hold(self, press: bytes = PRESS, *, overtakes: bool = True) -> None:
        """Hold back all that is said until a press leads elsewhere, or even that press."""
        self._holds, self._press, self._pressed = True, press, False
        self._overtakes = overtakes
        self.held.clear()

    def break_after(self, count: int) -> None:
        """Break once this much was said from the next press on; what is said then is lost."""
        self._pressed, self._breaks_after = False, count

    def wait_for_a_word(self) -> None:
        """Wait until something is held back."""
        self._until(lambda: bool(self.held), "the page says nothing")

    def let_go(self) -> int:
        """Say what was held back, once something was pressed; return how much that was."""
        self._until(lambda: self._pressed, "nothing was pressed")
        assert self._server
        late, self._holds = list(self.held), False
        for said in late:
            self._server.send(said)
        return len(late)

    def _until(self, so_far: Callable[[], bool], otherwise: str) -> None:
        for _ in range(PATIENCE // LOOK):
            if so_far():
                return
            self._page.wait_for_timeout(LOOK)
        raise AssertionError(otherwise)

    def _join(self, line: WebSocketRoute) -> None:
        server = self._server = line.connect_to_server()

        def pass_on(said: str | bytes) -> None:
            press = isinstance(said, bytes) and self._press in said
            self._pressed = self._pressed or press
            if self._breaks(line, server):
                return
            if isinstance(said, bytes) and self._holds and not (self._overtakes and self._pressed):
                self.held.append(said)
            else:
                server.send(said)

        line.on_message(pass_on)

    def _breaks(self, line: WebSocketRoute, server: WebSocketRoute) -> bool:
        if not self._pressed or self._breaks_after is None:
            return False
        self._breaks_after -= 1
        if self._breaks_after >= 0:
            return False
        self._breaks_after = None
        line.close()
        server.close()
        return True
