"""The server for second screens, as the pages know it; the app registers it when it starts."""

from collections.abc import Sequence
from typing import Any, NamedTuple, Protocol

from path_planner.storage.protocol import Store
from path_planner.ui.screens.roles import Screen, ScreenRole

HEADER = "x-path-planner-window"
"""The header by which our own servers say whose window a connection is; nobody else can set it."""
OWN = "own"
"""Its value for the browser of the person who started Path Planner."""


class PairingCode(NamedTuple):
    """The code that pairs one screen, for a short time."""

    code: str
    role: ScreenRole
    document_id: str
    seconds_left: float


class SeenScreen(NamedTuple):
    """A paired screen, and how long ago it was last connected."""

    screen: Screen
    seconds_ago: float


class ScreenServer(Protocol):
    """The server for second screens of this process."""

    @property
    def address(self) -> str:
        """The address and port at which it listens; empty while it does not."""

    def offer(
        self, host: str, store: Store[Any, Any], document_id: str, role: ScreenRole
    ) -> PairingCode:
        """Make a code for one more screen, and listen at this private address."""

    def code_for(self, document_id: str) -> PairingCode | None:
        """Return the code that works now, if there is one for this document."""

    def screen(self, screen_id: str) -> Screen | None:
        """Return a paired screen, as long as it is let in."""

    def screens(self, document_id: str) -> Sequence[SeenScreen]:
        """Return the screens that are let into a document."""

    def revoke(self, screen_id: str) -> None:
        """Let a screen in no more, from this moment."""


class ScreenServers:
    """The one server for second screens of this process, if it was started with one."""

    def __init__(self) -> None:
        """Begin without one."""
        self.server: ScreenServer | None = None


SCREENS = ScreenServers()
