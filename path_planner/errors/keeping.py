"""Documents that cannot be found or kept."""

from path_planner.errors.family import PlannerError
from path_planner.words import mark


class SessionNotFound(PlannerError):
    """No session has this id."""

    sentence = mark("There is no plan with the id “{session_id}” here.")


class SessionExists(PlannerError):
    """A session with this id is already in the store."""

    sentence = mark("A plan with the id “{session_id}” is already here.")


class RevisionNotFound(PlannerError):
    """An earlier state is asked for that is not kept."""

    sentence = mark("That earlier state of the plan is not kept. The plan itself is safe.")


class NotSaved(PlannerError):
    """The change could not be written down."""

    sentence = mark(
        "The last change could not be saved: {why}. "
        "All that was saved before is safe. Please make room or check the disk, then try again."
    )


class UnknownStore(PlannerError):
    """No store keeps plans in such a place."""

    sentence = mark("Path Planner cannot keep plans in “{location}”. It knows: {known}.")


class StoreLocked(PlannerError):
    """Another program holds the plan for longer than is right."""

    sentence = mark("Another program is using this plan. Please close it there, then try again.")
