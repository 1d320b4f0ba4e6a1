"""The socket of the server: on this machine only, and without waiting to fill a packet."""

import errno
import os
import socket

from path_planner.errors import NoFreePort
from path_planner.server.settings import LOOPBACK

TRIES = 100
BACKLOG = 512


def listen(port: int) -> socket.socket:
    """Listen on this port, or the next that is free; 0 takes any."""
    last = min(port + TRIES, 65536) if port else 1
    for candidate in range(port, last):
        try:
            return _bound(candidate)
        except OSError as error:
            if error.errno not in {errno.EADDRINUSE, errno.EACCES}:
                raise
    raise NoFreePort(port=port)


def _bound(port: int) -> socket.socket:
    # Naming the protocol lets asyncio see that this is TCP: it then switches Nagle's wait off.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        # On Windows this would let two servers share a port instead.
        if os.name != "nt":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        listener.bind((LOOPBACK, port))
        listener.listen(BACKLOG)
    except OSError:
        listener.close()
        raise
    return listener
