"""Files that were brought in and cannot be used."""

from path_planner.errors.family import PlannerError
from path_planner.words import mark


class FileTooNew(PlannerError):
    """The document was written by a newer version than this one understands."""

    sentence = mark(
        "This plan was made with a newer version of Path Planner. "
        "It was not opened and not changed. Please update Path Planner, then try again."
    )


class FileDamaged(PlannerError):
    """The document could not be read."""

    sentence = mark("This file is damaged or is not a whole plan: {why}. Nothing was changed.")


class FileTooLarge(PlannerError):
    """The file is larger than a plan can be."""

    sentence = mark("This file is too large to be a plan. The most is {limit} MB.")


class NotAPlan(PlannerError):
    """The file is something else than a plan of ours."""

    sentence = mark("This file is not a plan made with Path Planner.")


class NotAVision(PlannerError):
    """The file is something else than a vision of ours."""

    sentence = mark("This file is not a vision made with Path Planner.")


class IsAVision(NotAPlan):
    """The file is a vision where the plan of one PATH is wanted."""

    sentence = mark(
        "This file is a vision, made of many PATHs. Please open it in the vision builder."
    )


class IsAPlan(NotAVision):
    """The file is the plan of one PATH where a vision is wanted."""

    sentence = mark("This file is the plan of one PATH. It can be added to a vision.")


class NotAWall(PlannerError):
    """The file is no drawing of Excalidraw, or a damaged one."""

    sentence = mark("This file is not a drawing made with Excalidraw, or it is damaged.")


class NotAPhoto(PlannerError):
    """The file is no picture that can be read, or not a whole one."""

    sentence = mark(
        "This file is not a picture that can be read here, or it is damaged. "
        "Please choose a JPEG, PNG or WebP file."
    )


class PhotoTooLarge(PlannerError):
    """The picture is larger than any photo that is needed here."""

    sentence = mark("This picture is too large. The most is {limit} megapixels.")


class NotAGiveAway(PlannerError):
    """The file is no zip that we packed."""

    sentence = mark("This file is not a give-away zip made with Path Planner.")


class GiveAwayDamaged(PlannerError):
    """A give-away zip cannot be read, or its vision was changed after it was packed."""

    sentence = mark("This zip is damaged or was changed: {why}. Nothing was brought in.")


class GiveAwayTooLarge(PlannerError):
    """A give-away zip is larger than one can be, packed or unpacked."""

    sentence = mark("This zip is too large to be a give-away. The most is {limit} MB.")
