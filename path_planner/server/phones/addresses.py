"""The addresses at which phones may reach this computer: private ones of its own, and no others.

A public address would open the page to the internet, and 0.0.0.0 to every network that the computer
is on, such as the office's beside the room's. So one address is chosen, and only of kinds that
routers pass to nobody outside: RFC 1918, link-local, and the loopback for trying it.
"""

import socket
from collections.abc import Callable, Iterable
from contextlib import suppress
from ipaddress import AddressValueError, IPv4Address, IPv4Network

from path_planner.errors import NotAPrivateAddress

LOOPBACK = IPv4Network("127.0.0.0/8")
PRIVATE = tuple(
    map(IPv4Network, ("192.168.0.0/16", "10.0.0.0/8", "172.16.0.0/12", "169.254.0.0/16"))
)
"""The private networks, the likeliest of a small router first."""

_ANY_PORT = 9


def private_address(text: str) -> IPv4Address:
    """Return the address that somebody wrote; raise NotAPrivateAddress for any other kind."""
    try:
        address = IPv4Address(text.strip())
    except AddressValueError:
        raise NotAPrivateAddress(address=text[:60]) from None
    if not any(address in network for network in (*PRIVATE, LOOPBACK)) or _names_many(address):
        raise NotAPrivateAddress(address=text[:60])
    return address


def _names_many(address: IPv4Address) -> bool:
    """Say whether it is the address of a whole network, or of all that are in it."""
    return any(
        address in (network.network_address, network.broadcast_address)
        for network in (*PRIVATE, LOOPBACK)
    )


def own_addresses(find: Callable[[], Iterable[str]] | None = None) -> tuple[IPv4Address, ...]:
    """Return the private addresses of this computer, the likeliest for phones first."""
    found = set()
    for text in (find or _found_by_the_system)():
        with suppress(NotAPrivateAddress):
            found.add(private_address(text))
    outside = (address for address in found if address not in LOOPBACK)
    return tuple(sorted(outside, key=lambda address: (_network_of(address), address)))


def _network_of(address: IPv4Address) -> int:
    return next(place for place, network in enumerate(PRIVATE) if address in network)


def _found_by_the_system() -> set[str]:
    """Ask the system by what the computer is called, and from where it would send.

    Python lists no network cards by itself. Connecting a UDP socket sends nothing: the system only
    chooses the card that it would use. Asked for each private network, it names each that is there.
    """
    found = set[str]()
    with suppress(OSError):
        named = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
        found.update(str(entry[4][0]) for entry in named)
    for network in PRIVATE:
        with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
            asked.connect((str(network.network_address + 1), _ANY_PORT))
            found.add(str(asked.getsockname()[0]))
    return found
