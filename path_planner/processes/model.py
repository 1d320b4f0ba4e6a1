"""The model of a process: its stages with questions, minutes and regions on the wall."""

from collections.abc import Mapping
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from path_planner.domain.marks import Colour
from path_planner.i18n import N_


class Region(StrEnum):
    """The kind of region that a stage has on the wall."""

    STAR = "star"
    CIRCLE = "circle"
    COLUMN = "column"


class Tense(StrEnum):
    """The grammatical tense in which a stage is told."""

    PRESENT = "present"
    PAST = "past"
    INVITATION = "invitation"
    HABIT = "habit"
    FUTURE = "future"


class Rule(StrEnum):
    """A rule of wording that `style_checks` looks for in a stage."""

    TOLD_IN_THE_PAST = "told in the past"
    POSITIVE = "positive"
    POSSIBLE = "possible"
    WHO_AND_WHAT_FOR = "who and what for"
    WHO_WHAT_BY_WHEN = "who, what, by when"
    SOMEBODY_PRESENT = "somebody present"


class StageInput(StrEnum):
    """The kind of record that people add in a stage, beside voices and drawings."""

    VOICES = "voices"
    ENROLMENTS = "enrolments"
    STEPS = "steps"


class PlannedBy(StrEnum):
    """Who plans: a group with a facilitator, one person alone, or one person with a supporter."""

    GROUP = "group"
    ALONE = "alone"
    SUPPORTED = "supported"


PLANNED_BY_WORDS = {
    PlannedBy.GROUP: N_("With a group"),
    PlannedBy.ALONE: N_("I am planning on my own"),
    PlannedBy.SUPPORTED: N_("With one supporter"),
}


class Colours(BaseModel):
    """A pale fill for the region and a dark ink on it; their contrast ratio is at least 4.5:1."""

    model_config = ConfigDict(frozen=True)

    fill: Colour
    ink: Colour


class Stage(BaseModel):
    """One stage; its texts are message ids with the placeholders `{name}` and `{date}`."""

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
    """The width of a column, relative to the other columns."""
    place: int = 0
    """The position of a column when the columns run from near to far; 0 is next to the now."""
    colours: Colours
    icon: str


class Process(BaseModel):
    """A process of facilitation: its stages in the order in which they are asked."""

    model_config = ConfigDict(frozen=True)

    id: str
    title: str
    summary: str
    stages: tuple[Stage, ...]
    planned_by: PlannedBy = PlannedBy.GROUP
    form: str = ""
    """The id of the process for a group that this one is made from; empty if it is that one."""
    homes: Mapping[str, str] = {}
    """By stage of another process: the stage of this one that shows its records."""

    def stage(self, stage_id: str) -> Stage | None:
        """Return the stage with this id, if the process has it."""
        return next((stage for stage in self.stages if stage.id == stage_id), None)

    def stage_for(self, stage_id: str) -> str:
        """Return the stage of this process that shows the records of any process's stage."""
        if self.stage(stage_id):
            return stage_id
        return self.homes.get(stage_id, self.stages[0].id)
