"""Short facts for people: a sentence of the catalogue and what fills its blanks."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from path_planner.words import say


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence that is said in the language spoken when it is shown, not when it was found."""

    sentence: str
    facts: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        """Say the fact."""
        return say(self.sentence, **self.facts)


class Notice(Fact):
    """Something that happened to a file and that its people should know."""

    __slots__ = ()
