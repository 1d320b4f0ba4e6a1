"""The commands of the wall, as validated messages."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field, FiniteFloat, TypeAdapter

from path_planner.domain.base import Line, RecordId, Words
from path_planner.domain.marks import Coordinate
from path_planner.services.commands import Command, CommandId, MessagePart, read_message

Held = Literal["voices", "commitments", "marks"]
Raw = Mapping[str, Any]
"""An element of Excalidraw, not yet validated; `formats.excalidraw` validates it."""

MOST_SIGNING = 200
"""The most strokes of one signature."""
LARGEST_DRAWING = 7_500_000
"""The most characters of a drawing in base64: a message of a window can hold it."""


class File(MessagePart):
    """The bytes of a photo as an address."""

    address: str = Field(alias="dataURL", max_length=60_000_000)


class PutMark(Command):
    """A mark was drawn, moved or altered."""

    do: Literal["put"]
    element: Raw
    file: File | None = None


class DeleteMark(Command):
    """A mark was taken off the wall."""

    do: Literal["gone"]
    mark: RecordId


class PlaceCard(Command):
    """A card was moved or made larger."""

    do: Literal["place"]
    card: RecordId
    x: Coordinate
    y: Coordinate
    scale: FiniteFloat = Field(default=1.0, ge=0.05, le=20)


class AddVoice(Command):
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


class EditRecord(Command):
    """Something about a record."""

    do: Literal["amend"]
    collection: Held
    record: RecordId
    fields: Mapping[str, Any] = Field(min_length=1, max_length=20)


class MoveRecord(Command):
    """Up (below zero) or down among its stage."""

    do: Literal["move"]
    collection: Held
    record: RecordId
    steps: int = Field(ge=-1000, le=1000)


class DeleteRecord(Command):
    """Take a record out of the plan."""

    do: Literal["drop"]
    collection: Held
    record: RecordId


class RestoreRecord(Command):
    """Bring back what was dropped."""

    do: Literal["restore"]
    collection: Held
    record: RecordId


class SignCommitment(Command):
    """Somebody enrols by signing."""

    do: Literal["sign"]
    commitment: RecordId
    who: Line
    what: Words
    stage: RecordId
    elements: tuple[Raw, ...] = Field(max_length=MOST_SIGNING)


class AddDrawing(Command):
    """Add the drawing in a file to what is on the wall."""

    do: Literal["import"]
    content: str = Field(max_length=LARGEST_DRAWING)
    """The bytes of the file in base64."""
    stage: RecordId | None = None
    """Where it goes; None for the places in the file."""


class BringIn(Command):
    """Move what lies off the paper onto it."""

    do: Literal["bring_in"]


class TakeBack(Command):
    """Undo what one command did to the wall, or do it again after that."""

    do: Literal["take_back"]
    step: CommandId
    """The id of that command."""


class Relayout(Command):
    """Lay all cards of a stage out anew."""

    do: Literal["tidy"]
    stage: RecordId


WallCommand = (
    PutMark
    | DeleteMark
    | PlaceCard
    | AddVoice
    | EditRecord
    | MoveRecord
    | DeleteRecord
    | RestoreRecord
    | SignCommitment
    | AddDrawing
    | BringIn
    | TakeBack
    | Relayout
)
_READER: TypeAdapter[WallCommand] = TypeAdapter(Annotated[WallCommand, Field(discriminator="do")])


def read_command(message: object) -> WallCommand:
    """Return the command in a message; raise NotAChange if it is not valid."""
    return read_message(_READER, message)
