"""What a wall may tell: each kind of change, read as if it came from a stranger."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, FiniteFloat, StringConstraints, TypeAdapter

from path_planner.domain.base import RecordId
from path_planner.domain.pen import Coordinate
from path_planner.domain.text_types import Line, Words

ChangeId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]{20}$")]
Held = Literal["voices", "commitments", "marks"]
Raw = Mapping[str, Any]
"""An element as it came; it is checked where it becomes a mark."""

MOST_SIGNING = 200
"""Strokes of one signature."""


class Known(BaseModel):
    """A change has an id of its own, so that it can be told twice and be kept once."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    id: ChangeId


class File(BaseModel):
    """The bytes of a photo as an address."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True, populate_by_name=True)

    address: str = Field(alias="dataURL", max_length=60_000_000)


class PutMark(Known):
    """A mark was drawn, moved or altered."""

    do: Literal["put"]
    element: Raw
    file: File | None = None


class DeleteMark(Known):
    """A mark was taken off the wall."""

    do: Literal["gone"]
    mark: RecordId


class PlaceCard(Known):
    """A card was moved or made larger."""

    do: Literal["place"]
    card: RecordId
    x: Coordinate
    y: Coordinate
    scale: FiniteFloat = Field(default=1.0, ge=0.05, le=20)


class AddVoice(Known):
    """Words: a new voice or a new promise, or new words for a record."""

    do: Literal["write"]
    record: RecordId
    text: Words
    collection: Literal["voices", "commitments"] = "voices"
    """What a new record becomes."""
    stage: RecordId | None = None
    by: RecordId | None = None
    by_when: date | None = None
    x: Coordinate | None = None
    y: Coordinate | None = None


class EditRecord(Known):
    """Something about a record."""

    do: Literal["amend"]
    collection: Held
    record: RecordId
    fields: Mapping[str, Any] = Field(min_length=1, max_length=20)


class MoveRecord(Known):
    """Up (below zero) or down among its stage."""

    do: Literal["move"]
    collection: Held
    record: RecordId
    steps: int = Field(ge=-1000, le=1000)


class DeleteRecord(Known):
    """Take a record out of the plan."""

    do: Literal["drop"]
    collection: Held
    record: RecordId


class RestoreRecord(Known):
    """Bring back what was dropped."""

    do: Literal["restore"]
    collection: Held
    record: RecordId


class SignCommitment(Known):
    """Somebody enrols by signing."""

    do: Literal["sign"]
    commitment: RecordId
    who: Line
    what: Words
    stage: RecordId
    elements: tuple[Raw, ...] = Field(max_length=MOST_SIGNING)


class Relayout(Known):
    """Lay all cards of a stage out anew."""

    do: Literal["tidy"]
    stage: RecordId


Command = Annotated[
    PutMark
    | DeleteMark
    | PlaceCard
    | AddVoice
    | EditRecord
    | MoveRecord
    | DeleteRecord
    | RestoreRecord
    | SignCommitment
    | Relayout,
    Field(discriminator="do"),
]

READER: TypeAdapter[
    PutMark
    | DeleteMark
    | PlaceCard
    | AddVoice
    | EditRecord
    | MoveRecord
    | DeleteRecord
    | RestoreRecord
    | SignCommitment
    | Relayout
] = TypeAdapter(Command)
