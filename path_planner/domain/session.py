"""A session: the document of one PATH, a frozen value made of records."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import ClassVar

from pydantic import Field, FiniteFloat, TypeAdapter

from path_planner.domain.base import (
    Code,
    Document,
    DocumentKind,
    Line,
    Record,
    RecordId,
    Value,
    Words,
)
from path_planner.domain.commitment import Commitment, Review
from path_planner.domain.image import Picture
from path_planner.domain.marks import Mark
from path_planner.domain.other_versions import OtherVersion
from path_planner.domain.people import Pathfinder, Person
from path_planner.domain.timer import Timer
from path_planner.domain.voice import Voice


class Consent(Value):
    """The pathfinder's agreement to keep and to share this plan; None is "not asked yet"."""

    keep: bool | None = None
    share: bool | None = None
    photos: bool | None = None
    explained_by: RecordId | None = None
    explained_how: Words = ""
    given_on: date | None = None
    review_on: date | None = None
    delete_on: date | None = None


class Columns(StrEnum):
    """The order of the columns in the arrow; traditions differ, so it is a choice."""

    NEAR_TO_FAR = "near to far"
    AS_ASKED = "as asked"


class About(Value):
    """The facts about a session: title, pathfinder, process, date and place."""

    title: Line = ""
    pathfinder: Pathfinder = Pathfinder()
    process: Code = "path6"
    language: Code = "en"
    held_on: date | None = None
    place: Line = ""
    minutes: int = Field(default=90, ge=15, le=1440)
    columns: Columns = Columns.NEAR_TO_FAR
    leaving_words: Words = ""


class AgreementLine(Record):
    """One line of the group agreement."""

    text: Words
    order: FiniteFloat = 0.0


class StageState(Record):
    """The state of a stage in this session; its id is the stage's id."""

    title: Line = ""
    skipped: bool = False
    approved: bool = False
    """The pathfinder heard it read back and said: yes, that is it."""


class Session(Document):
    """One PATH. Collections are keyed by id; order is a field of the records."""

    kind: ClassVar[DocumentKind] = DocumentKind(
        "session",
        {"about": About, "consent": Consent, "clock": Timer},
        {
            "people": TypeAdapter(Person),
            "agreement": TypeAdapter(AgreementLine),
            "stages": TypeAdapter(StageState),
            "voices": TypeAdapter(Voice),
            "parked": TypeAdapter(Voice),
            "commitments": TypeAdapter(Commitment),
            "reviews": TypeAdapter(Review),
            "marks": TypeAdapter(Mark),
            "pictures": TypeAdapter(Picture),
            "other_versions": TypeAdapter(OtherVersion),
        },
    )

    about: About = About()
    consent: Consent = Consent()
    clock: Timer = Timer()
    people: Mapping[str, Person] = Field(default_factory=dict)
    agreement: Mapping[str, AgreementLine] = Field(default_factory=dict)
    stages: Mapping[str, StageState] = Field(default_factory=dict)
    voices: Mapping[str, Voice] = Field(default_factory=dict)
    parked: Mapping[str, Voice] = Field(default_factory=dict)
    """What does not belong here now: it stands in no stage, on no poster, and goes to no vision."""
    commitments: Mapping[str, Commitment] = Field(default_factory=dict)
    reviews: Mapping[str, Review] = Field(default_factory=dict)
    marks: Mapping[str, Mark] = Field(default_factory=dict)
    pictures: Mapping[str, Picture] = Field(default_factory=dict)
    """The image data of photos, apart from the marks: moving a photo does not write it again."""
    other_versions: Mapping[str, OtherVersion] = Field(default_factory=dict)


def person_named(session: Session, name: str) -> Person | None:
    """Return the person with this name, in whatever case it is written."""
    folded = name.casefold()
    people = session.people.values()
    return next((person for person in people if person.name.casefold() == folded), None)
