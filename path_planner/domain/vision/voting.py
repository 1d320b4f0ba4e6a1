"""Choosing together: priorities, rounds of votes, and ballots that name nobody."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, FiniteFloat, model_validator

from path_planner.domain.base import Line, Record, RecordId, Words
from path_planner.domain.vision.sources import StakeholderGroup
from path_planner.i18n import N_

FULL_HAND = 5


class Method(StrEnum):
    """The voting method of a round."""

    DOTS = "dots"
    HANDS = "hands"
    FISTS = "fists"


METHOD_WORDS = {
    Method.DOTS: N_("Secret dots"),
    Method.HANDS: N_("Show of hands"),
    Method.FISTS: N_("Fist of five"),
}


class Priority(Record):
    """What should be worked on, and the themes it comes from."""

    title: Line
    easy: Words = ""
    """The same in easy words and short sentences, as people worded it for the easy read edition."""
    themes: tuple[RecordId, ...] = Field(default=(), max_length=200)
    why: Words = ""
    chosen: bool = False
    """The group decided that the plan works on this."""
    order: FiniteFloat = 0.0


class VoteRound(Record):
    """A round of voting: its method, question and options."""

    method: Method = Method.DOTS
    question: Line = ""
    dots: int = Field(default=3, ge=1, le=20)
    """How many dots each person has; only for the method DOTS."""
    options: tuple[RecordId, ...] = Field(default=(), max_length=200)
    """The priorities that were asked about."""
    held_on: date | None = None
    open: bool = True
    order: FiniteFloat = 0.0


class Ballot(Record):
    """The vote of one person, or in open voting of `people` persons of one stakeholder group."""

    round: RecordId
    standing: StakeholderGroup = StakeholderGroup.UNKNOWN
    by_proxy: bool = False
    """Somebody else put it in, as they were told to."""
    people: int = Field(default=1, ge=1, le=10_000)
    given: Mapping[RecordId, Annotated[int, Field(ge=0, le=20)]] = Field(default_factory=dict)
    """Dots, a raised hand (1) or fingers (0 to 5), by priority."""
    not_lost: tuple[RecordId, ...] = Field(default=(), max_length=5)
    """Priorities that must not be lost, however few dots they get."""

    @model_validator(mode="after")
    def _not_too_many(self) -> Self:
        if len(self.given) > 200:  # noqa: PLR2004 # as many as a round has options
            raise ValueError
        return self
