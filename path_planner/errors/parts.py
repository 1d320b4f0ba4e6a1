"""Parts of the package that are not there."""

from path_planner.errors.family import PlannerError
from path_planner.words import mark


class WallMissing(PlannerError):
    """The browser's side of the wall that the package should bring is not there."""

    sentence = mark("The wall is missing. Please install Path Planner again.")


class FontMissing(PlannerError):
    """A font that the package should bring is not there."""

    sentence = mark("A font is missing ({file}). Please install Path Planner again.")


class StampsMissing(PlannerError):
    """The box of stamps that the package should bring is not there."""

    sentence = mark("The stamps are missing. Please install Path Planner again.")
