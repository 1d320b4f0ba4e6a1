"""The server for second screens: its own socket, on the loop of the first server.

The sessions of the app belong to that loop. It listens from the moment somebody shows a code until
the last screen is gone, and no longer.
"""

import asyncio
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import uvicorn

from path_planner.server import asgi, security_headers
from path_planner.server.middleware import HostOriginMiddleware
from path_planner.server.phones.addresses import private_address
from path_planner.server.phones.listener import bind
from path_planner.server.phones.protocol import HeadTimeoutProtocol
from path_planner.server.phones.token import Now, Seconds
from path_planner.server.screens.gate import ScreenGate
from path_planner.server.screens.registry import ScreenRegistry
from path_planner.services.arrivals.tray import AnyStore
from path_planner.services.context import now
from path_planner.ui.screens.roles import Screen, ScreenRole
from path_planner.ui.screens.screen_server import PairingCode, SeenScreen

PORT = 8787
_LARGEST_FRAME = 10 * 1024 * 1024
_LARGEST_HEAD = 16 * 1024
_MOST_CONNECTIONS = 200
_SECONDS_TO_FINISH = 2
_SECONDS_BETWEEN_CHECKS = 1.0


class _Server(uvicorn.Server):
    """A server beside the first one, which alone hears the signals."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the signals alone."""
        yield


class ScreenListener:
    """Lets paired screens into the app, at an address that somebody chose."""

    def __init__(self, clock: Now = now, seconds: Seconds = time.monotonic) -> None:
        """Listen to nothing yet."""
        self.registry = ScreenRegistry(clock, seconds)
        self.port = PORT
        self._app: asgi.Application | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._server: _Server | None = None
        self._bound: tuple[str, int] | None = None
        self._lock = threading.RLock()

    def attach(self, app: asgi.Application) -> None:
        """Serve this app, on the loop that runs now."""
        self._app = app
        self._loop = asyncio.get_running_loop()

    @property
    def address(self) -> str:
        """The address with its port; empty while nothing listens."""
        return f"{self._bound[0]}:{self._bound[1]}" if self._bound else ""

    def offer(self, host: str, store: AnyStore, document_id: str, role: ScreenRole) -> PairingCode:
        """Make a code for one more screen, and listen at this private address.

        Raises NotAPrivateAddress or AddressNotOurs.
        """
        with self._lock:
            self._listen(host)
            return self.registry.offer(store, document_id, role)

    def code_for(self, document_id: str) -> PairingCode | None:
        """Return the code that works now, if there is one for this document."""
        return self.registry.code_for(document_id)

    def screen(self, screen_id: str) -> Screen | None:
        """Return a paired screen, as long as it is let in."""
        return self.registry.screen(screen_id)

    def screens(self, document_id: str) -> Sequence[SeenScreen]:
        """Return the screens that are let into a document."""
        return self.registry.screens(document_id)

    def revoke(self, screen_id: str) -> None:
        """Let a screen in no more, from this moment."""
        self.registry.revoke(screen_id)

    def _listen(self, host: str) -> None:
        chosen = private_address(host)
        if self._bound and self._bound[0] == str(chosen):
            return
        if self._app is None or self._loop is None:
            raise RuntimeError
        self.close()
        bound = bind(chosen, self.port)
        self._bound = (str(chosen), bound.getsockname()[1])
        gate = ScreenGate(self._app, self.registry)
        app = HostOriginMiddleware(gate, [str(chosen)], headers())
        self._server = _Server(_configuration(app))
        asyncio.run_coroutine_threadsafe(self._serve(self._server, bound), self._loop)

    async def _serve(self, server: _Server, bound: Any) -> None:
        checking = asyncio.ensure_future(self._check(server))
        try:
            await server.serve([bound])
        finally:
            checking.cancel()
            bound.close()

    async def _check(self, server: _Server) -> None:
        """Let go what has ended, and stop listening when nobody is let in any more."""
        while not server.should_exit:
            await asyncio.sleep(_SECONDS_BETWEEN_CHECKS)
            await asyncio.to_thread(self.registry.drop_ended)
            with self._lock:
                if self._server is server and not self.registry.is_needed():
                    self._stop_listening()

    def close(self) -> None:
        """Let nobody in any more, and listen no more."""
        with self._lock:
            self.registry.revoke_all()
            self._stop_listening()

    def _stop_listening(self) -> None:
        if self._server is not None:
            self._server.should_exit = True
        self._server = self._bound = None


def headers() -> tuple[tuple[bytes, bytes], ...]:
    """Return the security headers of the pages of second screens."""
    # With no-referrer a browser sends the origin of a plain form as "null".
    policy = (b"referrer-policy", b"same-origin")
    others = (pair for pair in security_headers.headers() if pair[0] != policy[0])
    return (*others, policy)


def _configuration(app: HostOriginMiddleware) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http=HeadTimeoutProtocol,
        ws="websockets-sansio",
        ws_max_size=_LARGEST_FRAME,
        ws_per_message_deflate=False,
        lifespan="off",
        proxy_headers=False,
        server_header=False,
        date_header=False,
        access_log=False,
        log_config=None,
        limit_concurrency=_MOST_CONNECTIONS,
        h11_max_incomplete_event_size=_LARGEST_HEAD,
        timeout_graceful_shutdown=_SECONDS_TO_FINISH,
    )
