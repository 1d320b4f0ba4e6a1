"""The people of a session: who they are, what helps them, whose PATH it is."""

from enum import StrEnum

from pydantic import FiniteFloat

from path_planner.domain.record import Record, RecordId, Value
from path_planner.domain.text import Line, Words
from path_planner.words import mark


class Role(StrEnum):
    """What brings somebody to the PATH."""

    PATHFINDER = "pathfinder"
    FAMILY = "family"
    FRIEND = "friend"
    NEIGHBOUR = "neighbour"
    SUPPORTER = "supporter"
    ADVOCATE = "advocate"
    INTERPRETER = "interpreter"
    SELF_ADVOCATE = "self-advocate"
    PROFESSIONAL = "professional"
    DECISION_MAKER = "decision-maker"
    PROCESS_FACILITATOR = "process facilitator"
    GRAPHIC_FACILITATOR = "graphic facilitator"
    OTHER = "other"


ROLE_WORDS = {
    Role.PATHFINDER: mark("Pathfinder"),
    Role.FAMILY: mark("Family"),
    Role.FRIEND: mark("Friend"),
    Role.NEIGHBOUR: mark("Neighbour or community"),
    Role.SUPPORTER: mark("Supporter"),
    Role.ADVOCATE: mark("Advocate"),
    Role.INTERPRETER: mark("Interpreter"),
    Role.SELF_ADVOCATE: mark("Self-advocate or expert by experience"),
    Role.PROFESSIONAL: mark("Professional"),
    Role.DECISION_MAKER: mark("Councillor or other decision-maker"),
    Role.PROCESS_FACILITATOR: mark("Process facilitator"),
    Role.GRAPHIC_FACILITATOR: mark("Graphic facilitator"),
    Role.OTHER: mark("Someone else"),
}


class PathfinderKind(StrEnum):
    """Whose PATH it can be."""

    PERSON = "person"
    FAMILY = "family"
    TEAM = "team"
    ORGANISATION = "organisation"
    COMMUNITY = "community"


PATHFINDER_WORDS = {
    PathfinderKind.PERSON: mark("A person"),
    PathfinderKind.FAMILY: mark("A family"),
    PathfinderKind.TEAM: mark("A team"),
    PathfinderKind.ORGANISATION: mark("An organisation"),
    PathfinderKind.COMMUNITY: mark("A community"),
}


class PhotoConsent(StrEnum):
    """Whether this person may be in photos."""

    NOT_ASKED = "not asked"
    YES = "yes"
    NO = "no"


class Pathfinder(Value):
    """Whose PATH it is; a single person is also among the people of the session."""

    name: Line = ""
    kind: PathfinderKind = PathfinderKind.PERSON
    person: RecordId | None = None


class Person(Record):
    """Somebody of the circle, in the room or to be invited."""

    name: Line
    role: Role = Role.OTHER
    present: bool = True
    helps: Words = ""
    photos: PhotoConsent = PhotoConsent.NOT_ASKED
    order: FiniteFloat = 0.0
