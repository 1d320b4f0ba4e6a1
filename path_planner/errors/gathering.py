"""PATHs and conversations that cannot come into a vision."""

from path_planner.errors.family import PlannerError
from path_planner.words import mark


class NotAgreedToShare(PlannerError):
    """A PATH is to be added whose people did not agree to share it."""

    sentence = mark(
        "The people of this PATH have not agreed to share it. Nothing of it was added. "
        "They can say yes on the page “Prepare”."
    )


class OlderPlan(PlannerError):
    """A file is an earlier state of a PATH than the one the vision holds."""

    sentence = mark(
        "This file is older than what the vision holds of this PATH. Nothing was changed."
    )


class TakenBackBefore(PlannerError):
    """A PATH is to be added that was taken back."""

    sentence = mark(
        "This PATH was taken back on {day}. Please add it only if its people said yes again."
    )


class AlreadyGathered(PlannerError):
    """The same conversation record comes in twice."""

    sentence = mark("These voices are in the vision already. Nothing was added.")


class NothingGathered(PlannerError):
    """A conversation record holds no voice."""

    sentence = mark("There is no voice in this record. Nothing was added.")


class NotAgreedToAdd(PlannerError):
    """A conversation record comes in without anybody saying that it was agreed."""

    sentence = mark("Please tick that people agreed to it. Nothing was added.")


class NotARecord(PlannerError):
    """A file is neither a PATH nor a record of a conversation that can be read."""

    sentence = mark("This file cannot be used here: {why}. Nothing was added.")


class RecordTooLarge(PlannerError):
    """A record of a conversation is larger than one can be."""

    sentence = mark("This record is too large. The most is {limit} MB or {voices} voices.")
