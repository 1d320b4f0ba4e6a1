"""The pages: their files, addresses and names, in the order of the navigation bar."""

from typing import NamedTuple

from path_planner.ui import state
from path_planner.words import mark

VISIONS = "vision_builder"
ALL = "all"
"""What the address of the list of visions says in place of a step."""


class Place(NamedTuple):
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


PLACES = (
    Place("sessions", mark("Sessions"), ":material/home:", needs_session=False),
    Place("prepare", mark("Prepare"), ":material/group_add:"),
    Place("walk", mark("Walk"), ":material/directions_walk:"),
    Place("wall", mark("Wall"), ":material/gesture:"),
    Place("commitments", mark("Commitments"), ":material/handshake:"),
    Place("poster", mark("Poster"), ":material/image:"),
    Place("present", mark("Present"), ":material/co_present:"),
    Place("vision_builder", mark("Vision builder"), ":material/hub:", needs_session=False),
)


def place(name: str) -> Place:
    """Return a page by its name."""
    return next(one for one in PLACES if one.name == name)


def link_to(name: str, **parts: str) -> dict[str, str]:
    """Return the query for a link to a page; the session and calm mode go along."""
    own = {} if place(name).needs_session else {state.SESSION: ""}
    if name == VISIONS and not parts.get(state.VISION):
        # An address of its own: only one that says something can take the place of a vision's.
        own[state.STEP] = ALL
    return state.address(**{**own, **parts})
