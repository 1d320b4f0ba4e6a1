"""The people of a session: who they are, what helps them, whose PATH it is."""

from enum import StrEnum

from pydantic import FiniteFloat

from path_planner.domain.base import Line, Record, RecordId, Value, Words
from path_planner.i18n import N_


class Role(StrEnum):
    """The role of a person in the PATH."""

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
    Role.PATHFINDER: N_("Pathfinder"),
    Role.FAMILY: N_("Family"),
    Role.FRIEND: N_("Friend"),
    Role.NEIGHBOUR: N_("Neighbour or community"),
    Role.SUPPORTER: N_("Supporter"),
    Role.ADVOCATE: N_("Advocate"),
    Role.INTERPRETER: N_("Interpreter"),
    Role.SELF_ADVOCATE: N_("Self-advocate or expert by experience"),
    Role.PROFESSIONAL: N_("Professional"),
    Role.DECISION_MAKER: N_("Councillor or other decision-maker"),
    Role.PROCESS_FACILITATOR: N_("Process facilitator"),
    Role.GRAPHIC_FACILITATOR: N_("Graphic facilitator"),
    Role.OTHER: N_("Someone else"),
}


class PathfinderKind(StrEnum):
    """What kind of pathfinder it is: one person or a group."""

    PERSON = "person"
    FAMILY = "family"
    TEAM = "team"
    ORGANISATION = "organisation"
    COMMUNITY = "community"


PATHFINDER_WORDS = {
    PathfinderKind.PERSON: N_("A person"),
    PathfinderKind.FAMILY: N_("A family"),
    PathfinderKind.TEAM: N_("A team"),
    PathfinderKind.ORGANISATION: N_("An organisation"),
    PathfinderKind.COMMUNITY: N_("A community"),
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
    leaving_word: Line = ""
    """What they said when they left at the end."""
    order: FiniteFloat = 0.0
