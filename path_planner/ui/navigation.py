"""The pages, in the order of the navigation bar, and presses that lead to them and are never lost.

Where a press leads is remembered first and carried out then: other requests of the browser may cut
the run of a press off, or come late from the address before. So each run of the app first goes on
to where the last press leads, until what is there has been shown.

Parts of the page before that draw themselves again may ask for it even after it was left, and the
browser would empty the new page for them. Therefore a page that was switched to begins with nothing
but a part that asks for the rest at once: by then the browser has arrived, and Streamlit has
forgotten the parts of the page before. If the line breaks meanwhile, the browser asks for the page
once it is whole again.
"""

import time
from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

import streamlit as st

from path_planner.i18n import N_
from path_planner.ui import state
from path_planner.ui.state import Destination, UiState

VISIONS = "vision_builder"
ALL = "all"
"""What the address of the list of visions says in place of a step."""


class Page(NamedTuple):
    """One page."""

    name: str
    """Its address, such as `walk`; its file is `pages/<name>.py`."""
    title: str
    icon: str
    needs_session: bool = True
    keeps_back: float = 0.0
    """Seconds for which a part of it may keep back what was done there last."""
    own_window: bool = False
    """Whether it opens beside the others: the shared screen shows it while people work here."""

    @property
    def file(self) -> str:
        """Return the file of the page, beside the app."""
        return f"{self.name}.py"


PAGES = (
    Page("sessions", N_("Your PATHs"), ":material/home:", needs_session=False),
    Page("prepare", N_("Prepare"), ":material/group_add:"),
    # The sketch pad tells of a stroke 0.2 seconds after it, and never once it is gone.
    Page("walk", N_("Stages"), ":material/directions_walk:", keeps_back=0.25),
    Page("wall", N_("Wall"), ":material/gesture:"),
    Page("commitments", N_("Commitments"), ":material/handshake:"),
    Page("poster", N_("Poster"), ":material/image:"),
    Page("present", N_("Present"), ":material/co_present:", own_window=True),
    Page("vision_builder", N_("Vision builder"), ":material/hub:", needs_session=False),
)


def page(name: str) -> Page:
    """Return a page by its name."""
    return next(one for one in PAGES if one.name == name)


def link_to(name: str, **parts: str) -> dict[str, str]:
    """Return the query of the address of a page; the session and calm mode go along."""
    there = page(name)
    own = {} if there.needs_session else {state.SESSION: ""}
    if there.needs_session and not there.own_window:
        # The browser keeps one step of its history for another page, two if the query changes too.
        own[state.STAGE] = state.stage_id()
    if name == VISIONS and not parts.get(state.VISION):
        # An address of its own: only one that says something can take the place of a vision's.
        own[state.STEP] = ALL
    return state.address(**{**own, **parts})


_AT_ONCE = 0.03
"""Seconds after which a page that was switched to asks for the rest of it."""


def go_to(name: str, **parts: str) -> None:
    """Lead to a page."""
    lead_to(state.ui_state(), Destination(name, link_to(name, **parts)))


def show(**parts: str) -> None:
    """Lead to another part of this page, by parts of its address."""
    remembered = state.ui_state()
    lead_to(remembered, Destination(remembered.page, state.query_with(**parts)))


def lead_to(remembered: UiState, destination: Destination) -> None:
    """Lead somewhere; a button that hands over both cannot be cut off before it is remembered."""
    remembered.destination = destination
    if remembered.page:
        time.sleep(page(remembered.page).keeps_back)
    # A press may have come with a word of a fragment, which alone would be drawn again.
    st.rerun()


def is_page_to_show(name: str) -> bool:
    """Say whether the page that this run is for is the one to show; if not, the run must end."""
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
    """Note that the page has been shown: from now on the address of the browser leads."""
    state.ui_state().destination = None


@st.fragment(run_every=_AT_ONCE)
def _request_the_rest(runs: Iterator[int]) -> None:
    # The first run is the one that shows it; the next comes from the browser.
    if next(runs):
        st.rerun()
