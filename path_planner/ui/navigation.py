"""Navigation: the pages in the order of the bar, and links to them whose clicks are never lost.

The destination of a click is stored before it is carried out: another request of the browser may
cut its run off, or come late with the old address. So each run of the app first switches to the
stored destination, until that page has been shown.

Fragments of the old page may still request a rerun after it was left, for which the browser would
empty the new page. Therefore a page that was switched to begins with nothing but a fragment that
requests the rest at once: by then the browser has the new page, and Streamlit has forgotten the
fragments of the old one. If the connection breaks meanwhile, the browser requests the page once it
has a new one.
"""

import time
from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

import streamlit as st

from path_planner.i18n import N_
from path_planner.ui import state
from path_planner.ui.screens.access import window_access
from path_planner.ui.state import Destination, UiState

VISIONS = "vision_builder"
ALL = "all"
"""The step in the address of the list of visions."""


class Page(NamedTuple):
    """A page of the app."""

    name: str
    """Its address, such as `walk`; its file is `pages/<name>.py`."""
    title: str
    icon: str
    document: str = "session"
    """The type of document that it shows: `session`, `event`, or none."""
    send_delay: float = 0.0
    """Seconds within which the components of the page send their last change."""
    own_window: bool = False
    """Whether it opens in a window of its own, for the shared screen."""

    @property
    def needs_session(self) -> bool:
        """Say whether the page is one of a session."""
        return self.document == "session"

    @property
    def file(self) -> str:
        """Return the file of the page, beside the app."""
        return f"{self.name}.py"


PAGES = (
    Page("sessions", N_("Your PATHs"), ":material/home:", document=""),
    Page("prepare", N_("Prepare"), ":material/group_add:"),
    # The sketch pad sends a stroke 0.2 seconds after it, or never if it is removed by then.
    Page("walk", N_("Stages"), ":material/directions_walk:", send_delay=0.25),
    Page("wall", N_("Wall"), ":material/gesture:"),
    Page("commitments", N_("Commitments"), ":material/handshake:"),
    Page("poster", N_("Poster"), ":material/image:"),
    Page("phones", N_("Phones"), ":material/smartphone:"),
    Page("present", N_("Present"), ":material/co_present:", own_window=True),
    Page("days", N_("Days together"), ":material/groups:", document=""),
    Page("day", N_("Prepare"), ":material/group_add:", document="event"),
    Page("open_space", N_("Open Space"), ":material/calendar_view_month:", document="event"),
    Page("world_cafe", N_("World Café"), ":material/local_cafe:", document="event"),
    Page("harvest", N_("Harvest"), ":material/agriculture:", document="event"),
    Page("day_prints", N_("Prints"), ":material/print:", document="event"),
    Page("day_phones", N_("Phones"), ":material/smartphone:", document="event"),
    Page("day_screen", N_("Present"), ":material/co_present:", document="event", own_window=True),
    Page("vision_builder", N_("Vision builder"), ":material/hub:", document=""),
)


def pages_to_open() -> list[Page]:
    """Return the pages that this window may open."""
    access = window_access()
    return [each for each in PAGES if access.allows(each.name)]


def page(name: str) -> Page:
    """Return a page by its name."""
    return next(candidate for candidate in PAGES if candidate.name == name)


def link_to(name: str, **parts: str) -> dict[str, str]:
    """Return the query of a link to a page, with its document and calm mode."""
    target = page(name)
    own = {} if target.needs_session else {state.SESSION: ""}
    if target.document == "event":
        own[state.EVENT] = state.event_id()
    if target.needs_session and not target.own_window:
        # The stage stays in the query: a query that changes later would be a second history entry.
        own[state.STAGE] = state.stage_id()
    if name == VISIONS and not parts.get(state.VISION):
        # A query of its own: an empty one would not replace that of a vision.
        own[state.STEP] = ALL
    return state.address(**{**own, **parts})


_AT_ONCE = 0.03
"""Seconds after which a page that was switched to requests its rest."""


def go_to(name: str, **parts: str) -> None:
    """Go to a page."""
    go_to_destination(state.ui_state(), Destination(name, link_to(name, **parts)))


def show(**parts: str) -> None:
    """Go to another part of this page, by query parameters."""
    remembered = state.ui_state()
    go_to_destination(remembered, Destination(remembered.page, state.query_with(**parts)))


def go_to_destination(remembered: UiState, destination: Destination) -> None:
    """Go to a destination; with these arguments no callback is cut off before it is stored."""
    if not window_access().allows(destination.page):
        return
    remembered.destination = destination
    if remembered.page:
        time.sleep(page(remembered.page).send_delay)
    # The click may be in a fragment, of which alone Streamlit would rerun.
    st.rerun()


def is_page_to_show(name: str) -> bool:
    """Say whether the page of this run is the one to show; if not, the run must end."""
    remembered = state.ui_state()
    before, remembered.page = remembered.page, name
    destination = remembered.destination
    if destination and destination.page != name:
        st.switch_page(page(destination.page).file, query_params=destination.query)
    if destination:
        state.replace_query(destination.query)
    shows = destination is None or before == name
    if not shows:
        _request_the_rest(count())
    return shows


def finish() -> None:
    """Record that the page has been shown: from now on the address of the browser counts."""
    state.ui_state().destination = None


@st.fragment(run_every=_AT_ONCE)
def _request_the_rest(runs: Iterator[int]) -> None:
    # The first call is that of the page itself; the next ones come from the browser.
    if next(runs):
        st.rerun()
