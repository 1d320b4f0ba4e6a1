"""The family that all errors of ours are of."""

from typing import ClassVar

from path_planner.words import mark, say


class PlannerError(Exception):
    """Something a person should be told about in a plain sentence."""

    sentence: ClassVar[str] = mark("Something went wrong. Your plan is safe as it was last saved.")

    def __init__(self, **facts: object) -> None:
        super().__init__(type(self).__name__)
        self.facts = facts

    def __str__(self) -> str:
        """Say the sentence of this error in the language spoken now."""
        return say(self.sentence, **self.facts)
