"""A voice: one thing that was said, whose it is, and how far it may travel."""

from enum import StrEnum

from pydantic import AwareDatetime, FiniteFloat

from path_planner.domain.record import Record, RecordId
from path_planner.domain.text import Words
from path_planner.words import mark


class Share(StrEnum):
    """How far a voice may travel."""

    PRIVATE = "private"
    CIRCLE = "circle"
    THEME = "theme"
    QUOTE = "quote"
    NAMED = "named"


SHARE_WORDS = {
    Share.PRIVATE: mark("Private: only for the pathfinder"),
    Share.CIRCLE: mark("Circle: for the people invited to this PATH"),
    Share.THEME: mark("Theme only: a community plan counts it and never quotes it"),
    Share.QUOTE: mark("Quote without name"),
    Share.NAMED: mark("Quote with name"),
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
    Expressed.SAID: mark("Said it"),
    Expressed.SIGNED: mark("Signed it"),
    Expressed.WRITTEN: mark("Wrote it"),
    Expressed.DRAWN: mark("Drew it"),
    Expressed.PICTURES: mark("Chose pictures or objects"),
    Expressed.DEVICE: mark("Used a communication device"),
    Expressed.OBSERVED: mark("Others noticed it"),
}


class Voice(Record):
    """One thing that was said, in the words it was said in."""

    stage: RecordId
    text: Words
    said_by: RecordId | None = None
    supported_by: RecordId | None = None
    expressed: Expressed = Expressed.SAID
    share: Share = Share.CIRCLE
    approved: bool = False
    order: FiniteFloat = 0.0
    at: AwareDatetime | None = None
