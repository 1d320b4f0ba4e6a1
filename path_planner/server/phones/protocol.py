"""HTTP as uvicorn speaks it, with limits for devices that nobody knows.

Uvicorn waits for a head as long as it takes. So a few hundred connections that each send half of
one would hold all that are allowed, and keep the phones of the room out. And it accepts any number
of connections, each of which holds a file of the process: documents could not be saved any more.
"""

import asyncio
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

SECONDS_A_HEAD = 10.0


class HeadTimeoutProtocol(H11Protocol):
    """Closes a connection whose head has not come in time, from the first byte that could be one.

    More connections than the server's limit of concurrency are closed as they come. Between two
    requests uvicorn's own limit holds, until something of the next one comes.
    """

    seconds_a_head = SECONDS_A_HEAD
    _head_timeout: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        """Begin to wait for the first head."""
        super().connection_made(transport)
        if self.limit_concurrency and len(self.connections) > self.limit_concurrency:
            transport.abort()
            return
        self._expect_head()

    def data_received(self, data: bytes) -> None:
        """Take what came; a head that is complete is no longer waited for."""
        super().data_received(data)
        if self.conn.their_state is not h11.IDLE:
            self._stop_waiting()
        elif self._head_timeout is None:
            self._expect_head()

    def on_response_complete(self) -> None:
        """Wait for the rest of a head that came together with the request before."""
        super().on_response_complete()
        if self.conn.their_state is h11.IDLE and self.conn.trailing_data[0]:
            self._expect_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing more."""
        self._stop_waiting()
        super().connection_lost(exc)

    def _expect_head(self) -> None:
        self._stop_waiting()
        self._head_timeout = self.loop.call_later(self.seconds_a_head, self.transport.close)

    def _stop_waiting(self) -> None:
        if self._head_timeout is not None:
            self._head_timeout.cancel()
            self._head_timeout = None
