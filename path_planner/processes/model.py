"""A process as data: its stages, what is asked, how it is drawn, how long it takes."""

from collections.abc import Mapping
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from path_planner.domain.pen import Colour


class Region(StrEnum):
    """Where on the wall a stage has its place."""

    STAR = "star"
    CIRCLE = "circle"
    COLUMN = "column"


class Tense(StrEnum):
    """How the words of a stage are told."""

    PRESENT = "present"
    PAST = "past"
    INVITATION = "invitation"
    HABIT = "habit"
    FUTURE = "future"


class Rule(StrEnum):
    """What a coach gently looks for in a stage."""

    TOLD_IN_THE_PAST = "told in the past"
    POSITIVE = "positive"
    POSSIBLE = "possible"
    WHO_AND_WHAT_FOR = "who and what for"
    WHO_WHAT_BY_WHEN = "who, what, by when"
    SOMEBODY_PRESENT = "somebody present"


class StageInput(StrEnum):
    """What people give in a stage, beside words and drawings."""

    VOICES = "voices"
    ENROLMENTS = "enrolments"
    STEPS = "steps"


class Colours(BaseModel):
    """A pale fill for the region and a dark ink on it, with a contrast of at least 4.5."""

    model_config = ConfigDict(frozen=True)

    fill: Colour
    ink: Colour


class Stage(BaseModel):
    """One stage; its texts are ids of the catalogue, with the blanks `name` and `date`."""

    model_config = ConfigDict(frozen=True)

    id: str
    title: str
    question: str
    prompts: tuple[str, ...]
    drawing_hints: tuple[str, ...]
    tense: Tense
    tense_hint: str
    """How to tell it, in plain words."""
    minutes: Mapping[int, int]
    """Suggested minutes, by the minutes of the whole workshop (90 and 180)."""
    rules: tuple[Rule, ...] = ()
    gathers: StageInput = StageInput.VOICES
    region: Region
    share: float = Field(default=1.0, gt=0)
    """How wide a column is beside the others."""
    place: int = 0
    """Where a column stands when the nearest comes first: 0 is at the now."""
    colours: Colours
    icon: str


class Process(BaseModel):
    """A way of working: its stages in the order they are asked."""

    model_config = ConfigDict(frozen=True)

    id: str
    title: str
    summary: str
    stages: tuple[Stage, ...]
    homes: Mapping[str, str] = {}
    """Where the records of another form's stages live in this one."""

    def stage(self, stage_id: str) -> Stage | None:
        """Return the stage with this id, if the process has it."""
        return next((stage for stage in self.stages if stage.id == stage_id), None)

    def stage_for(self, stage_id: str) -> str:
        """Return the stage where records of a stage of any form live in this one."""
        if self.stage(stage_id):
            return stage_id
        return self.homes.get(stage_id, self.stages[0].id)
