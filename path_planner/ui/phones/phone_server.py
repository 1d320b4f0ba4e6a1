"""The server for phones, as the pages know it; the app registers it when it starts."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Protocol

from path_planner.services.arrivals.asking import PhoneQuestion
from path_planner.storage.protocol import Store


class OpenInvitation(Protocol):
    """The link and the code of the phones that are let in now."""

    @property
    def code(self) -> str:
        """The short code for typing."""

    @property
    def until(self) -> datetime:
        """When it ends by itself."""


class OpenRoom(Protocol):
    """What phones are let into now."""

    closes_tray: bool
    phones: set[str]

    last_arrival: float | None

    @property
    def seconds_open(self) -> float:
        """How long phones have been let in."""

    @property
    def document_id(self) -> str:
        """The document whose tray it fills."""

    @property
    def invitation(self) -> OpenInvitation:
        """The link and the code."""

    @property
    def question(self) -> PhoneQuestion:
        """The question of now."""

    def ask(self, asked: PhoneQuestion) -> None:
        """Ask another question."""

    def is_open(self) -> bool:
        """Whether phones are let in."""


class PhoneServer(Protocol):
    """The second server of this process."""

    @property
    def room(self) -> OpenRoom | None:
        """What phones are let into now."""

    @property
    def address(self) -> str:
        """The address and port at which it listens."""

    @property
    def link(self) -> str:
        """The address of the page for phones."""

    def addresses(self) -> Sequence[str]:
        """Return the addresses that may be chosen."""

    def listen(self, address: str) -> None:
        """Listen at another address."""

    def let_in(self, store: Store[Any, Any], document_id: str, asked: PhoneQuestion) -> OpenRoom:
        """Let phones into a document."""

    def stop(self) -> None:
        """Let nobody in any more."""


class PhoneServers:
    """The one server for phones of this process, if it was started with one."""

    def __init__(self) -> None:
        """Begin without one."""
        self.server: PhoneServer | None = None


PHONES = PhoneServers()


def room_of(document_id: str) -> OpenRoom | None:
    """Return the room of this document, if phones are let into it now."""
    room = PHONES.server.room if PHONES.server else None
    return room if room and room.document_id == document_id and room.is_open() else None
