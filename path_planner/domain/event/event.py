"""An event: the document of a day together, a frozen value made of records."""

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field, TypeAdapter

from path_planner.domain.base import Document, DocumentKind
from path_planner.domain.event.about import AboutEvent, Answer, Guest, Slot
from path_planner.domain.event.cafe import CafeTable, HarvestGroup, Round, Seat
from path_planner.domain.event.contribution import Contribution
from path_planner.domain.event.open_space import Interest, Report, Room, Topic
from path_planner.domain.image import Picture
from path_planner.domain.marks import Mark
from path_planner.domain.other_versions import OtherVersion
from path_planner.domain.timer import Timer
from path_planner.domain.vision.sources import ConsentTerms
from path_planner.domain.vision.vision import Limits


class Event(Document):
    """One day of Open Space, World Café or both. A voice is never removed but by its owner."""

    kind: ClassVar[DocumentKind] = DocumentKind(
        "event",
        {"about": AboutEvent, "limits": Limits, "agreed": ConsentTerms, "clock": Timer},
        {
            "guests": TypeAdapter(Guest),
            "slots": TypeAdapter(Slot),
            "rooms": TypeAdapter(Room),
            "topics": TypeAdapter(Topic),
            "interest": TypeAdapter(Interest),
            "reports": TypeAdapter(Report),
            "tables": TypeAdapter(CafeTable),
            "rounds": TypeAdapter(Round),
            "seats": TypeAdapter(Seat),
            "groups": TypeAdapter(HarvestGroup),
            "voices": TypeAdapter(Contribution),
            "answers": TypeAdapter(Answer),
            "marks": TypeAdapter(Mark),
            "pictures": TypeAdapter(Picture),
            "other_versions": TypeAdapter(OtherVersion),
        },
        redacted_on_delete=frozenset(
            {"guests", "seats", "voices", "marks", "pictures", "other_versions"}
        ),
    )

    about: AboutEvent = AboutEvent()
    limits: Limits = Limits()
    """What was promised up front: what can change, what cannot, who decides."""
    agreed: ConsentTerms = ConsentTerms()
    """What the people who came agreed to; without `share` nothing leaves the event."""
    clock: Timer = Timer()
    """The countdown of a slot or a round, whose id is its `stage`."""
    guests: Mapping[str, Guest] = Field(default_factory=dict)
    slots: Mapping[str, Slot] = Field(default_factory=dict)
    rooms: Mapping[str, Room] = Field(default_factory=dict)
    topics: Mapping[str, Topic] = Field(default_factory=dict)
    interest: Mapping[str, Interest] = Field(default_factory=dict)
    reports: Mapping[str, Report] = Field(default_factory=dict)
    tables: Mapping[str, CafeTable] = Field(default_factory=dict)
    rounds: Mapping[str, Round] = Field(default_factory=dict)
    seats: Mapping[str, Seat] = Field(default_factory=dict)
    groups: Mapping[str, HarvestGroup] = Field(default_factory=dict)
    voices: Mapping[str, Contribution] = Field(default_factory=dict)
    answers: Mapping[str, Answer] = Field(default_factory=dict)
    marks: Mapping[str, Mark] = Field(default_factory=dict)
    """The ink of the tablecloths; the stage of a mark is `cloth_stage` of its table and round."""
    pictures: Mapping[str, Picture] = Field(default_factory=dict)
    other_versions: Mapping[str, OtherVersion] = Field(default_factory=dict)


def cloth_stage(table_id: str, round_id: str) -> str:
    """Return the stage of the ink that a round leaves on a table's cloth."""
    return f"{table_id}--{round_id}"


def is_of_cloth(stage: str, table_id: str) -> bool:
    """Whether a mark with this stage stands on the cloth of this table."""
    return stage.partition("--")[0] == table_id
