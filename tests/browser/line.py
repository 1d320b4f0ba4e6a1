"""A line between a browser and the app that can be cut and mended, and that counts bytes."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Lock, Thread

CHUNK = 65_536


class Line:
    """Carries every connection to the app for as long as it is whole."""

    def __init__(self, port: int, host: str = "127.0.0.1") -> None:
        self._to = (host, port)
        self._whole = True
        self._open: set[socket.socket] = set()
        self._lock = Lock()
        self._door = socket.create_server(("127.0.0.1", 0))
        self.carried = 0
        """Bytes in both directions."""
        self.rename: tuple[bytes, bytes] = (b"", b"")
        """A name for the app that the browser uses, and the one that the app knows."""
        Thread(target=self._listen, daemon=True).start()

    @property
    def url(self) -> str:
        """Where the app is to be found at this end of the line."""
        return f"http://127.0.0.1:{self._door.getsockname()[1]}"

    def cut(self) -> None:
        """End all connections in the middle of what they say, and let no other through."""
        with self._lock:
            self._whole = False
            open_now, self._open = self._open, set()
        for end in open_now:
            _hang_up(end)

    def mend(self) -> None:
        """Let connections through again."""
        with self._lock:
            self._whole = True

    def close(self) -> None:
        """Take the line away."""
        self.cut()
        _hang_up(self._door)

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._door.accept()
                Thread(target=self._connect, args=(near,), daemon=True).start()

    def _connect(self, near: socket.socket) -> None:
        try:
            far = socket.create_connection(self._to, timeout=30)
        except OSError:
            _hang_up(near)
            return
        far.settimeout(None)
        with self._lock:
            passes = self._whole
            if passes:
                self._open |= {near, far}
        if not passes:
            _hang_up(near)
            _hang_up(far)
            return
        Thread(target=self._carry, args=(near, far, self.rename), daemon=True).start()
        self._carry(far, near)

    def _carry(
        self,
        source: socket.socket,
        target: socket.socket,
        rename: tuple[bytes, bytes] = (b"", b""),
    ) -> None:
        with suppress(OSError):
            while said := source.recv(CHUNK):
                said = said.replace(*rename) if rename[0] else said
                with self._lock:
                    self.carried += len(said)
                target.sendall(said)
        for end in (source, target):
            with self._lock:
                self._open.discard(end)
            _hang_up(end)


def _hang_up(end: socket.socket) -> None:
    with suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()


@contextmanager
def line_to(port: int, host: str = "127.0.0.1") -> Iterator[Line]:
    """Lay a line to the app at this port."""
    line = Line(port, host)
    try:
        yield line
    finally:
        line.close()
