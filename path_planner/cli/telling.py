"""What the commands write: facts on standard output, troubles on standard error, one line each."""

import sys

from path_planner.errors import PlannerError

PROGRAM = "path-planner"


def tell(line: str) -> None:
    """Print a line at once, also into a pipe."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def note(line: str) -> None:
    """Print what somebody should know beside the result."""
    sys.stderr.write(f"{PROGRAM}: {line}\n")


def complain(error: PlannerError | OSError, about: str = "") -> None:
    """Print what went wrong in one line."""
    place = f"{about}: " if about else ""
    sys.stderr.write(f"{PROGRAM}: {place}{one_line(error)}\n")


def one_line(error: PlannerError | OSError) -> str:
    """Say an error in one line."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror}: {error.filename}" if error.filename else error.strerror
    return " ".join(str(error).split())
