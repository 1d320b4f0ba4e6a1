"""What was asked for on the command line, or of an export, and cannot be done."""

from path_planner.errors.family import PlannerError
from path_planner.words import mark


class UnknownExport(PlannerError):
    """No export writes this kind of file."""

    sentence = mark("Path Planner cannot write “{suffix}” files. It can write: {known}.")


class UnknownVisionExport(PlannerError):
    """No export makes this of a vision."""

    sentence = mark("Path Planner cannot make “{key}” of a vision. It can make: {known}.")


class WrongEnding(PlannerError):
    """A vision's file has a name by which it would not be found again."""

    sentence = mark("The name of a vision’s file must end in “{suffix}”.")


class MisleadingEnding(PlannerError):
    """The name of the file that is to be made ends as if it were another kind of file."""

    sentence = mark("What is made as “{form}” is a “{suffix}” file. Please let its name end so.")


class AgreementNotSaid(PlannerError):
    """On the command line nobody said that a record may be shared."""

    sentence = mark(
        "Nobody said that the people in this record agreed to share it. Nothing was added. "
        "If they did agree, say so with --agreed."
    )


class FormNotSaid(PlannerError):
    """A vision is to be exported, and nobody said as what."""

    sentence = mark("Please say with --as what to make of this vision. It can be: {known}.")


class NoFreePort(PlannerError):
    """The server found no port to listen on."""

    sentence = mark(
        "Port {port} and the ports after it are in use. Please choose another with --port."
    )
