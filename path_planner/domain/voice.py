"""A voice: one thing that somebody said, and how far it may be shared."""

from enum import StrEnum

from pydantic import AwareDatetime, FiniteFloat

from path_planner.domain.base import DocumentId, Line, Record, RecordId, Value, Words
from path_planner.domain.people import Role
from path_planner.i18n import N_


class Share(StrEnum):
    """The share level of a voice: who may see it, from PRIVATE to NAMED."""

    PRIVATE = "private"
    CIRCLE = "circle"
    THEME = "theme"
    QUOTE = "quote"
    NAMED = "named"


SHARE_WORDS = {
    Share.PRIVATE: N_("Private: only the pathfinder"),
    Share.CIRCLE: N_("Circle: people invited to this PATH"),
    Share.THEME: N_("Count only: counted in a community plan, never quoted"),
    Share.QUOTE: N_("Quote, no name"),
    Share.NAMED: N_("Quote, with name"),
}


class Expressed(StrEnum):
    """How somebody said it."""

    SAID = "said"
    SIGNED = "signed"
    WRITTEN = "written"
    DRAWN = "drawn"
    PICTURES = "pictures"
    DEVICE = "device"
    OBSERVED = "observed"


EXPRESSED_WORDS = {
    Expressed.SAID: N_("Said it"),
    Expressed.SIGNED: N_("Signed it"),
    Expressed.WRITTEN: N_("Wrote it"),
    Expressed.DRAWN: N_("Drew it"),
    Expressed.PICTURES: N_("Chose pictures or objects"),
    Expressed.DEVICE: N_("Used a communication aid"),
    Expressed.OBSERVED: N_("Others noticed it"),
}


class EventLine(Value):
    """The line of an event from which something came into a PATH."""

    event: DocumentId
    line: RecordId
    title: Line = ""
    """What the event is called."""


class Voice(Record):
    """One thing that somebody said, in their own words."""

    stage: RecordId
    text: Words
    said_by: RecordId | None = None
    supported_by: RecordId | None = None
    role: Role = Role.OTHER
    """The role of somebody who is not named, as they said it; of others their person has it."""
    supported: bool = False
    """Somebody helped who is not named."""
    expressed: Expressed = Expressed.SAID
    share: Share = Share.CIRCLE
    approved: bool = False
    event_line: EventLine | None = None
    """Where it was said before, if it came from a day together."""
    order: FiniteFloat = 0.0
    at: AwareDatetime | None = None
