"""What an event is, what was promised, when it runs, and who came."""

from datetime import date, time
from enum import StrEnum

from pydantic import AwareDatetime, Field, FiniteFloat

from path_planner.domain.base import Code, Line, Record, RecordId, Value, Words
from path_planner.domain.people import Role
from path_planner.i18n import N_

MOST_PEOPLE = 100_000


class AboutEvent(Value):
    """The facts about an event: title, question, method, date, place and sponsor."""

    title: Line = ""
    question: Words = ""
    """The question of the day, which everybody is invited to."""
    method: Code = "open-space"
    """The id of a method of gathering: see `path_planner.methods`."""
    language: Code = "en"
    held_on: date | None = None
    place: Line = ""
    sponsor: Line = ""
    """Who invites, and will answer."""
    answer_by: date | None = None
    """The day until which people were promised an answer."""
    closed_at: AwareDatetime | None = None
    """When the day was closed; who sat with whom is erased by then."""


class Offer(StrEnum):
    """What a room or a table offers, and a person or a topic may need."""

    STEP_FREE = "step-free"
    QUIET = "quiet"
    HEARING_LOOP = "loop"
    SCREEN = "screen"
    DAYLIGHT = "daylight"


OFFER_WORDS = {
    Offer.STEP_FREE: N_("Step-free"),
    Offer.QUIET: N_("Quiet"),
    Offer.HEARING_LOOP: N_("Hearing loop"),
    Offer.SCREEN: N_("Screen"),
    Offer.DAYLIGHT: N_("Daylight"),
}

Offers = tuple[Offer, ...]
Languages = tuple[Line, ...]


class Guest(Record):
    """Somebody who came; the name may stay empty."""

    name: Line = ""
    role: Role = Role.OTHER
    present: bool = True
    needs: Offers = Field(default=(), max_length=20)
    languages: Languages = Field(default=(), max_length=20)
    """The languages in which they can talk; empty where it does not matter."""
    stays_with: RecordId | None = None
    """The guest whom they support, and with whom they sit."""
    apart_from: tuple[RecordId, ...] = Field(default=(), max_length=100)
    """Guests with whom they do not sit at one table."""
    order: FiniteFloat = 0.0


class SlotKind(StrEnum):
    """What happens in a slot of the day."""

    CIRCLE = "circle"
    TALKS = "talks"
    ROUND = "round"
    BREAK = "break"
    NEWS = "news"
    HARVEST = "harvest"


SLOT_WORDS = {
    SlotKind.CIRCLE: N_("Circle"),
    SlotKind.TALKS: N_("Topics"),
    SlotKind.ROUND: N_("Café round"),
    SlotKind.BREAK: N_("Break"),
    SlotKind.NEWS: N_("News wall"),
    SlotKind.HARVEST: N_("Harvest"),
}


class Slot(Record):
    """A part of the day, such as a time for topics, a break or a café round."""

    title: Line = ""
    kind: SlotKind = SlotKind.TALKS
    begins: time
    """The local time of the place, without a time zone."""
    minutes: int = Field(default=60, ge=1, le=1440)
    order: FiniteFloat = 0.0


class Answer(Record):
    """What those who decide answered, for the letter to everybody who came."""

    about: RecordId | None = None
    """The topic, table or harvest group that it answers; None for the whole day."""
    text: Words = ""
    who: Line = ""
    by_when: date | None = None
    order: FiniteFloat = 0.0
