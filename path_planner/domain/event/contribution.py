"""A contribution: one line that somebody gave to an event, which nobody else changes."""

from enum import StrEnum

from pydantic import AwareDatetime, FiniteFloat

from path_planner.domain.base import Line, Record, RecordId, Words
from path_planner.domain.people import Role
from path_planner.domain.voice import Expressed, Share
from path_planner.i18n import N_


class Part(StrEnum):
    """The part of an event in which something was said."""

    DISCUSSION = "discussion"
    RECOMMENDATION = "recommendation"
    RESOURCE = "resource"
    REQUEST = "request"
    NEWS = "news"
    TABLE = "table"
    HARVEST = "harvest"
    CIRCLE = "circle"
    PARKING = "parking"


PART_WORDS = {
    Part.DISCUSSION: N_("What we talked about"),
    Part.RECOMMENDATION: N_("What we recommend"),
    Part.RESOURCE: N_("What and who can help"),
    Part.REQUEST: N_("What we ask for"),
    Part.NEWS: N_("News wall"),
    Part.TABLE: N_("Tablecloth"),
    Part.HARVEST: N_("What we take with us"),
    Part.CIRCLE: N_("Closing circle"),
    Part.PARKING: N_("Parking space"),
}
REPORT_PARTS = (Part.DISCUSSION, Part.RECOMMENDATION, Part.RESOURCE, Part.REQUEST)
"""The parts of a topic's report, in its order."""


class Contribution(Record):
    """One line, in somebody's own words.

    Additive only: no use case changes `text`. To disagree is to add an answer; `struck` greys it;
    only the person themselves takes it back, and then it is erased from the history too.
    """

    part: Part = Part.TABLE
    topic: RecordId | None = None
    table: RecordId | None = None
    round: RecordId | None = None
    text: Words
    answers: RecordId | None = None
    """The contribution that it answers."""
    speaker: RecordId | None = None
    """The guest who said it; None where nobody noted it."""
    supported_by: RecordId | None = None
    supported: bool = False
    """Somebody helped to say it, by name or not."""
    role: Role = Role.OTHER
    expressed: Expressed = Expressed.SAID
    share: Share = Share.CIRCLE
    struck: Words = ""
    """Why it does not hold any more, as the group said; it stays readable."""
    group: RecordId | None = None
    """The group of the harvest in which it stands."""
    picture: RecordId | None = None
    language: Line = ""
    order: FiniteFloat = 0.0
    at: AwareDatetime | None = None
