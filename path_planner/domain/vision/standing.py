"""From where people speak: those whose lives it is are never counted with professionals."""

from enum import StrEnum

from path_planner.domain.people import Role
from path_planner.words import mark


class Standing(StrEnum):
    """From where somebody speaks."""

    LIVED = "lived experience"
    FAMILY = "family"
    COMMUNITY = "community"
    PROFESSIONAL = "professional"
    UNKNOWN = "unknown"


STANDING_WORDS = {
    Standing.LIVED: mark("People whose plans these are"),
    Standing.FAMILY: mark("Families and friends"),
    Standing.COMMUNITY: mark("Neighbours and community"),
    Standing.PROFESSIONAL: mark("Professionals and decision-makers"),
    Standing.UNKNOWN: mark("Not noted"),
}

_OF_ROLE = {
    Role.PATHFINDER: Standing.LIVED,
    Role.SELF_ADVOCATE: Standing.LIVED,
    Role.FAMILY: Standing.FAMILY,
    Role.FRIEND: Standing.FAMILY,
    Role.NEIGHBOUR: Standing.COMMUNITY,
    Role.OTHER: Standing.UNKNOWN,
}


def standing_of(role: Role) -> Standing:
    """Return from where somebody with this role speaks; whoever is paid to be there, as that."""
    return _OF_ROLE.get(role, Standing.PROFESSIONAL)
