"""A made-up workshop: who comes, what is said, who takes which step."""

from dataclasses import dataclass
from datetime import date

WHOSE = "Ada Quill"
FRIEND = "Bo Larkspur"
NEIGHBOUR = "Caz Thistlewood"

CIRCLE = "Circle: people invited to this PATH"
PRIVATE = "Private: only the pathfinder"
NAMED = "Quote, with name"


@dataclass(frozen=True)
class Said:
    """One voice."""

    text: str
    by: str = WHOSE
    share: str = CIRCLE


@dataclass(frozen=True)
class Promised:
    """Somebody who enrols or takes a step."""

    who: str
    what: str
    day: date | None = None
    coach: str = ""


@dataclass(frozen=True)
class Part:
    """What happens in one stage."""

    title: str
    said: tuple[Said, ...] = ()
    promised: tuple[Promised, ...] = ()


PARTS = (
    Part(
        "Dream",
        (
            Said("I run a small bakery by the harbour.", share=NAMED),
            Said("People queue for her rye bread in the rain.", FRIEND),
        ),
    ),
    Part(
        "Goal",
        (
            Said("We have opened the shop in May, and it was full."),
            Said("Ada has baked for the whole school.", NEIGHBOUR, share=PRIVATE),
        ),
    ),
    Part("Now", (Said("The oven at home is too small for it.", FRIEND),)),
    Part("Enrol", promised=(Promised(FRIEND, "Drives the flour home on Mondays"),)),
    Part("Keeping strong", (Said("We eat together every Friday.", NEIGHBOUR),)),
    Part(
        "First steps",
        promised=(
            Promised(NEIGHBOUR, "Rings the harbour office", date(2027, 2, 14), coach=FRIEND),
        ),
    ),
)
"""The six stages in their order."""


def everything_said() -> list[str]:
    """All words of the voices and promises."""
    voices = [said.text for part in PARTS for said in part.said]
    return voices + [promised.what for part in PARTS for promised in part.promised]


def said_in_private() -> list[str]:
    """Return what only the pathfinder may see."""
    return [said.text for part in PARTS for said in part.said if said.share == PRIVATE]
