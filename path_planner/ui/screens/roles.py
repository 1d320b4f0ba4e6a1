"""What a paired screen may do: the role that it was paired as, its document, and its pages."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from path_planner.i18n import N_


class ScreenRole(StrEnum):
    """What a second screen is for."""

    SHOWS = "shows"
    DRAWS = "draws"


ROLE_WORDS: Mapping[ScreenRole, str] = MappingProxyType(
    {ScreenRole.SHOWS: N_("Shows"), ScreenRole.DRAWS: N_("Draws")}
)
ROLE_HINTS: Mapping[ScreenRole, str] = MappingProxyType(
    {
        ScreenRole.SHOWS: N_("Shows the shared screen, and changes nothing"),
        ScreenRole.DRAWS: N_("Draws on the wall, as a second pen"),
    }
)

_PAGES: Mapping[tuple[ScreenRole, str], frozenset[str]] = MappingProxyType(
    {
        (ScreenRole.SHOWS, "session"): frozenset({"present"}),
        (ScreenRole.SHOWS, "event"): frozenset({"day_screen"}),
        (ScreenRole.DRAWS, "session"): frozenset({"wall"}),
    }
)
_CHANGED_BY_DRAWING = frozenset({"marks", "pictures", "voices", "commitments", "people"})
"""The collections that the commands of the wall change."""


class Screen(NamedTuple):
    """A paired screen."""

    id: str
    number: int
    """Counts the screens of this server, so that people can tell them apart."""
    role: ScreenRole
    document_type: str
    """`session` or `event`."""
    document_id: str


def pages_of(role: ScreenRole, document_type: str) -> frozenset[str]:
    """Return the names of the pages that a role may open of a type of document."""
    return _PAGES.get((role, document_type), frozenset())


def roles_for(document_type: str) -> tuple[ScreenRole, ...]:
    """Return the roles that there are for a type of document."""
    return tuple(role for role in ScreenRole if pages_of(role, document_type))


def changed_collections(role: ScreenRole) -> frozenset[str]:
    """Return the collections of a document that a role may change."""
    return _CHANGED_BY_DRAWING if role is ScreenRole.DRAWS else frozenset()
