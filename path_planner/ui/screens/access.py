"""Whose window this is: the person's who started Path Planner, a paired screen's, or nobody's.

Our servers say it in a header that they alone set. A window that has shown nothing yet and whose
connection says nothing is nobody's: that may be one that was lost at its first moment.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple

import streamlit as st

from path_planner.i18n import _
from path_planner.ui import state
from path_planner.ui.screens.roles import Screen, pages_of
from path_planner.ui.screens.screen_server import HEADER, OWN, SCREENS


class Access(NamedTuple):
    """What a window may open."""

    is_owner: bool = False
    screen: Screen | None = None

    def allows(self, page: str) -> bool:
        """Say whether it may open this page."""
        if self.screen is None:
            return self.is_owner
        return page in pages_of(self.screen.role, self.screen.document_type)


OWNER, NOBODY = Access(is_owner=True), Access()


_by_owner: ContextVar[bool] = ContextVar("by_owner", default=False)


@contextmanager
def as_owner() -> Iterator[None]:
    """Act for the person who started Path Planner, outside of any window."""
    token = _by_owner.set(True)
    try:
        yield
    finally:
        _by_owner.reset(token)


def window_access() -> Access:
    """Return what this window may open, now: a screen may have been revoked since."""
    server = SCREENS.server
    if server is None or _by_owner.get():
        return OWNER
    remembered = state.ui_state()
    # Once it is known it stays: a run may go on after its connection was lost.
    remembered.belongs_to = remembered.belongs_to or str(st.context.headers.get(HEADER, ""))
    if remembered.belongs_to == OWN:
        return OWNER
    screen = server.screen(remembered.belongs_to)
    return Access(screen=screen) if screen else NOBODY


def pin_address(screen: Screen) -> None:
    """Let the address name the document of a screen, whatever it named."""
    own = {state.SESSION: "", state.VISION: "", state.EVENT: ""}
    state.set_query(**{**own, screen.document_type: screen.document_id})


def show_ended() -> None:
    """Show a window that is nobody's that there is nothing to see."""
    st.title(_("This screen has been disconnected"))
    st.write(_("Please ask for a new code on the first screen."))
