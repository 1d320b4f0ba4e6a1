"""The second server of this process: its own socket, for phones, while they are let in."""

import errno
import os
import socket
import threading
import time
from contextlib import suppress
from ipaddress import IPv4Address

import uvicorn

from path_planner.errors import AddressNotOurs
from path_planner.server.phones.addresses import own_addresses, private_address
from path_planner.server.phones.limits import MOST_CONNECTIONS, PostLimits
from path_planner.server.phones.protocol import HeadTimeoutProtocol
from path_planner.server.phones.room import Room
from path_planner.server.phones.routes import FORM, phone_app
from path_planner.server.phones.token import Now, Seconds, invite
from path_planner.services.arrivals.asking import PhoneQuestion
from path_planner.services.arrivals.tray import AnyStore, erase_unnamed
from path_planner.services.context import now

PORT = 8765
_BACKLOG = 512
_KEEP_ALIVE = 5
_LARGEST_HEAD = 16 * 1024
_TRIES = 20
_SECONDS_TO_FINISH = 2


class PhoneListener:
    """Lets phones into one document at a time, at an address that somebody chose."""

    def __init__(self, clock: Now = now, seconds: Seconds = time.monotonic) -> None:
        """Listen to nothing yet."""
        self.room: Room | None = None
        self._clock = clock
        self._seconds = seconds
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None
        self._bound: tuple[str, int] | None = None
        self._lock = threading.RLock()

    @property
    def address(self) -> str:
        """The address with its port, as phones write it; empty while nothing listens."""
        return f"{self._bound[0]}:{self._bound[1]}" if self._bound else ""

    @property
    def link(self) -> str:
        """The address of the page, with the token; empty while nobody is let in."""
        if self.room is None or not self.address:
            return ""
        return f"http://{self.address}{FORM}{self.room.invitation.token}"

    def addresses(self) -> tuple[str, ...]:
        """Return the addresses that may be chosen, the likeliest first."""
        return tuple(map(str, own_addresses()))

    def listen(self, address: str, port: int = PORT) -> None:
        """Listen at this address; phones are let in only after `let_in`.

        Raises NotAPrivateAddress or AddressNotOurs.
        """
        chosen = private_address(address)
        with self._lock:
            if self._bound and self._bound[0] == str(chosen):
                return
            bound = bind(chosen, port)
            self.close()
            self._bound = (str(chosen), bound.getsockname()[1])
            app = phone_app(lambda: self.room, str(chosen))
            self._server = uvicorn.Server(_configuration(app))
            self._thread = threading.Thread(
                target=self._server.run, args=([bound],), name="phones", daemon=True
            )
            self._thread.start()

    def let_in(self, store: AnyStore, document_id: str, asked: PhoneQuestion) -> Room:
        """Let phones into a document, with a new link and code; those of before end."""
        with self._lock:
            self.stop()
            # What a crash left beside the document belongs to nothing that waits.
            erase_unnamed(store, document_id)
            invitation = invite(self._clock, self._seconds)
            limits = PostLimits(self._seconds)
            self.room = Room(store, document_id, asked, invitation, limits)
            return self.room

    def stop(self) -> None:
        """Let nobody in any more; what waits stays in the tray."""
        with self._lock:
            if self.room is not None:
                self.room.close()
            self.room = None

    def close(self) -> None:
        """Stop, and listen no more."""
        with self._lock:
            self.stop()
            server, thread = self._server, self._thread
            self._server = self._thread = self._bound = None
        if server is not None and thread is not None:
            server.should_exit = True
            thread.join(_SECONDS_TO_FINISH * 2)


def _configuration(app: object) -> uvicorn.Config:
    return uvicorn.Config(
        app,  # type: ignore[arg-type]
        http=HeadTimeoutProtocol,
        ws="none",
        lifespan="off",
        proxy_headers=False,
        server_header=False,
        date_header=False,
        access_log=False,
        log_config=None,
        limit_concurrency=MOST_CONNECTIONS,
        timeout_keep_alive=_KEEP_ALIVE,
        h11_max_incomplete_event_size=_LARGEST_HEAD,
        timeout_graceful_shutdown=_SECONDS_TO_FINISH,
    )


def bind(address: IPv4Address, port: int) -> socket.socket:
    """Bind this port, or the next that is free; raise AddressNotOurs."""
    for candidate in range(port, port + _TRIES) if port else (0,):
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        try:
            if os.name != "nt":
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            listener.bind((str(address), candidate))
            listener.listen(_BACKLOG)
        except OSError as error:
            with suppress(OSError):
                listener.close()
            if error.errno not in {errno.EADDRINUSE, errno.EACCES}:
                break
        else:
            return listener
    raise AddressNotOurs(address=str(address))
