"""A line on which a page still speaks after a link was pressed, as on a busy machine."""

from playwright.sync_api import Page, WebSocketRoute
from streamlit.proto.BackMsg_pb2 import BackMsg

LOOK = 50
"""Milliseconds between two looks."""
PATIENCE = 45_000
"""Milliseconds to wait at the most."""


class LateWords:
    """Holds back what parts of a page say, until a link has been pressed."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._asked = ""
        self.held: list[bytes] = []
        self.late = 0
        page.route_web_socket("**/_stcore/stream", self._join)

    def wait_for_a_word(self) -> None:
        """Wait until a part of the page has something to say."""
        for _ in range(PATIENCE // LOOK):
            if self.held:
                return
            self._page.wait_for_timeout(LOOK)
        raise AssertionError("no part of the page says anything")

    def _join(self, line: WebSocketRoute) -> None:
        server = line.connect_to_server()

        def pass_on(said: str | bytes) -> None:
            if isinstance(said, bytes) and not self._holds(said):
                server.send(said)
                if self._turns(said):
                    for late in self.held:
                        server.send(late)
                    self.late += len(self.held)
                    self.held.clear()
            elif isinstance(said, str):
                server.send(said)

        line.on_message(pass_on)

    def _holds(self, said: bytes) -> bool:
        wish = BackMsg.FromString(said).rerun_script
        if wish.fragment_id:
            self.held.append(said)
        return bool(wish.fragment_id)

    def _turns(self, said: bytes) -> bool:
        message = BackMsg.FromString(said)
        if message.WhichOneof("type") != "rerun_script":
            return False
        before, self._asked = self._asked, message.rerun_script.page_script_hash
        return bool(before) and before != self._asked
