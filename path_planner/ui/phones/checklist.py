"""When it does not work: what is seen from here, what it may be, and what to do about each."""

from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network
from typing import Any

import streamlit as st

from path_planner.i18n import _, ngettext
from path_planner.services.arrivals.tray import MOST_WAITING, read_tray
from path_planner.services.context import EditContext
from path_planner.ui.components.basics import escaped, paragraph
from path_planner.ui.phones.phone_server import OpenRoom, PhoneServer

PATIENCE = 60.0
"""The seconds after which phones should have come."""
_LINK_LOCAL = IPv4Network("169.254.0.0/16")


@dataclass(frozen=True)
class Seen:
    """What the program sees of the phones of the room."""

    address: str
    """Where it listens, without the port."""
    addresses: tuple[str, ...]
    """The addresses that this computer has now."""
    seconds_open: float
    phones: int
    has_arrived: bool
    rests: bool
    """Nothing new is taken just now."""
    waiting: int


@dataclass(frozen=True)
class Trouble:
    """One row: what it may be, and what to do."""

    cause: str
    remedy: str
    is_seen: bool
    """The program knows it; all others can only be tried out in the room."""


def troubles(seen: Seen) -> list[Trouble]:
    """Return what may be wrong, what is known first; nothing while all goes well."""
    return [*_known(seen), *(_likely() if is_late(seen) else ())]


def is_late(seen: Seen) -> bool:
    """Say whether phones should have come by now, and none has."""
    return seen.phones == 0 and seen.seconds_open >= PATIENCE


def _known(seen: Seen) -> Iterator[Trouble]:
    address = IPv4Address(seen.address)
    if address.is_loopback:
        yield Trouble(
            _(
                "{address} is only this computer: it is for trying things out.",
                address=seen.address,
            ),
            _("Stop, and choose the address of the room's network."),
            is_seen=True,
        )
    elif seen.address not in seen.addresses:
        yield Trouble(
            _("This computer does not have the address {address} any more.", address=seen.address),
            _("Join the room’s Wi-Fi again. Then stop, and let phones in at its new address."),
            is_seen=True,
        )
    if address in _LINK_LOCAL:
        yield Trouble(
            _("No router gave this computer an address."),
            _("Join the room’s Wi-Fi, then stop and choose its address."),
            is_seen=True,
        )
    if seen.rests:
        yield Trouble(
            _("Nothing new is taken just now."),
            _("Switch that off when you want to go on."),
            is_seen=True,
        )
    if seen.waiting >= MOST_WAITING:
        yield Trouble(_("The tray is full."), _("Put some of it in, or refuse some."), is_seen=True)
    if seen.phones and not seen.has_arrived and seen.seconds_open >= PATIENCE * 3:
        yield Trouble(
            _("Phones have opened the page, but nothing has come."),
            _("Ask whether somebody needs help to write, or offer to type for them."),
            is_seen=True,
        )


def _likely() -> Iterator[Trouble]:
    for cause, remedy in (
        (
            _("The phones use mobile data, as this Wi-Fi has no internet."),
            _("Choose “stay connected” or “use without internet”; or switch mobile data off."),
        ),
        (
            _("The phones are on a different Wi-Fi from this computer."),
            _("Let them scan the first code again, and check the name of the Wi-Fi."),
        ),
        (
            _("The Wi-Fi keeps devices apart, as guest Wi-Fi in hotels and schools often does."),
            _("Use a router of your own, or the hotspot of a phone or of this computer."),
        ),
        (
            _("The firewall of this computer blocks the port."),
            _(
                "Allow Path Planner on private networks; on an organisation’s computer only its "
                "administrator can."
            ),
        ),
        (
            _("A phone’s camera does not open the code."),
            _("Type the address and the six signs; begin with http:// and not with https://."),
        ),
    ):
        yield Trouble(cause, remedy, is_seen=False)


@st.fragment(run_every=5.0)
def when_it_does_not_work(context: EditContext[Any], server: PhoneServer, room: OpenRoom) -> None:
    """Show how many phones have come, and what to do if none has."""
    seen = _seen(context, server, room)
    count = seen.phones
    paragraph(ngettext("{count} phone has opened it.", "{count} phones have opened it.", count))
    found = troubles(seen)
    late = is_late(seen)
    title = _("No phone has come yet: what to do") if late else _("When it does not work")
    with st.expander(title, expanded=bool(found)):
        for trouble in found or _likely():
            st.html(_row(trouble))
        paragraph(_("Paper and typing for someone always work."))


def _row(trouble: Trouble) -> str:
    how = _("Path Planner sees this.") if trouble.is_seen else _("Path Planner cannot see this.")
    return (
        f"<p><b>{escaped(trouble.cause)}</b> <small>{escaped(how)}</small><br>"
        f"{escaped(trouble.remedy)}</p>"
    )


def _seen(context: EditContext[Any], server: PhoneServer, room: OpenRoom) -> Seen:
    return Seen(
        address=server.address.partition(":")[0],
        addresses=tuple(server.addresses()),
        seconds_open=room.seconds_open,
        phones=len(room.phones),
        has_arrived=room.last_arrival is not None,
        rests=room.closes_tray,
        waiting=len(read_tray(context.store, context.document.id).arrivals),
    )
