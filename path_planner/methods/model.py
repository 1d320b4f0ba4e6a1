"""The model of a method of gathering: its parts, the plan of a day, and its words."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from path_planner.domain.event.about import SlotKind


class Feature(StrEnum):
    """What a method works with; pages and prints ask for these and never for a method's name."""

    AGENDA = "agenda"
    """Topics on an agenda wall of times and rooms, and reports of them."""
    TABLES = "tables"
    """Tables with hosts, rounds, seating, tablecloths and a harvest."""


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True)


class PlannedSlot(_Data):
    """A part of the suggested day; its title is a message id."""

    kind: SlotKind
    title: str
    begins: str = Field(pattern=r"^\d\d:\d\d$")
    minutes: int = Field(ge=1, le=600)


class PlannedRound(_Data):
    """A suggested round of conversation; its question is a message id."""

    question: str
    minutes: int = Field(default=20, ge=1, le=600)


class PlannedRoom(_Data):
    """A suggested room; its name is a message id."""

    name: str
    seats: int = Field(ge=0)


class Principle(_Data):
    """A principle in our own words: message ids of a short title and of a plain sentence."""

    title: str
    sentence: str


class Step(_Data):
    """One line of the “What will happen” card: the id of a stamp and a message id."""

    icon: str
    sentence: str


class Method(_Data):
    """A method of gathering. All texts are message ids."""

    id: str
    title: str
    summary: str
    features: frozenset[Feature]
    question: str
    """An example of the question of the day."""
    slots: tuple[PlannedSlot, ...]
    rooms: tuple[PlannedRoom, ...] = ()
    rounds: tuple[PlannedRound, ...] = ()
    tables: int = 0
    """How many tables a new day has."""
    principles: tuple[Principle, ...]
    law: Principle | None = None
    """The law of mobility, where the method has it."""
    will_happen: tuple[Step, ...]
    credits: tuple[str, ...]
