"""The pages: their files, addresses and names, in the order of the navigation bar."""

from typing import NamedTuple

from path_planner.i18n import N_
from path_planner.ui import state

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

    @property
    def file(self) -> str:
        """Return the file of the page, beside the app."""
        return f"pages/{self.name}.py"


PAGES = (
    Page("sessions", N_("Your PATHs"), ":material/home:", needs_session=False),
    Page("prepare", N_("Prepare"), ":material/group_add:"),
    Page("walk", N_("Stages"), ":material/directions_walk:"),
    Page("wall", N_("Wall"), ":material/gesture:"),
    Page("commitments", N_("Commitments"), ":material/handshake:"),
    Page("poster", N_("Poster"), ":material/image:"),
    Page("present", N_("Present"), ":material/co_present:"),
    Page("vision_builder", N_("Vision builder"), ":material/hub:", needs_session=False),
)


def page(name: str) -> Page:
    """Return a page by its name."""
    return next(one for one in PAGES if one.name == name)


def link_to(name: str, **parts: str) -> dict[str, str]:
    """Return the query for a link to a page; the session and calm mode go along."""
    own = {} if page(name).needs_session else {state.SESSION: ""}
    if name == VISIONS and not parts.get(state.VISION):
        # An address of its own: only one that says something can take the place of a vision's.
        own[state.STEP] = ALL
    return state.address(**{**own, **parts})
