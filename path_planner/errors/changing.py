"""Changes of a document that cannot be made."""

from path_planner.errors.family import PlannerError
from path_planner.words import mark


class TooMuch(PlannerError):
    """A plan holds only so much of one thing."""

    sentence = mark("A plan can hold at most {limit} of these ({what}).")


class UnknownStage(PlannerError):
    """The process of this session has no such stage."""

    sentence = mark("There is no stage “{stage}” in this form of PATH.")


class UnknownRecord(PlannerError):
    """The thing to be changed is no longer there."""

    sentence = mark("That is no longer in the plan. Somebody may have taken it out.")


class NothingToUndo(PlannerError):
    """Somebody asks to undo, and did nothing here, or others changed it since."""

    sentence = mark("There is nothing of yours to undo here.")


class NotAChange(PlannerError):
    """A wall told something that is no change of ours."""

    sentence = mark("One change on the wall could not be understood. It was not saved.")


class NotAMark(PlannerError):
    """What a drawing program sent cannot be a mark on the wall."""

    sentence = mark("Something on the wall could not be read. It was left out.")


class UnknownStamp(PlannerError):
    """The box holds no such stamp."""

    sentence = mark("There is no stamp “{icon}” in the box.")
