"""The commands of a tablecloth on the wall, and their dispatch: adding, and taking back one's own.

Whatever a window sends, nobody else's words or ink change: no command would do it, and each of
these asks the journal who added what.
"""

from typing import Annotated, Any, Literal

from pydantic import Field, FiniteFloat, TypeAdapter

from path_planner.domain.base import RecordId, Words
from path_planner.domain.event.event import Event
from path_planner.domain.marks import Stroke
from path_planner.domain.pen import Coordinate
from path_planner.domain.voice import Share
from path_planner.errors import NotAChange
from path_planner.formats.excalidraw import mark_of
from path_planner.services import commands
from path_planner.services.context import EventContext, EventResult
from path_planner.services.event import cloth


class ClothCommand(commands.Command):
    """Base of the commands of a cloth; the server says of which table it is."""

    table: RecordId = ""


class PutStroke(ClothCommand):
    """A stroke was drawn; or one of one's own was moved."""

    do: Literal["put"]
    element: dict[str, Any]


class TakeBackStroke(ClothCommand):
    """A stroke was rubbed out by whoever drew it."""

    do: Literal["gone"]
    mark: RecordId


class WriteWords(ClothCommand):
    """Words under an id of the window: a new line, at a point or where there is room."""

    do: Literal["write"]
    record: RecordId
    text: Words
    by: RecordId | None = None
    supported_by: RecordId | None = None
    share: Share = Share.CIRCLE
    answers: RecordId | None = None
    x: Coordinate | None = None
    y: Coordinate | None = None


class MoveWords(ClothCommand):
    """Words of one's own were moved or made larger."""

    do: Literal["place"]
    card: RecordId
    x: Coordinate
    y: Coordinate
    scale: FiniteFloat = Field(default=1.0, ge=0.05, le=20)


class TakeBackWords(ClothCommand):
    """Words are taken back by whoever said them."""

    do: Literal["drop"]
    collection: Literal["voices"]
    record: RecordId


AnyCommand = PutStroke | TakeBackStroke | WriteWords | MoveWords | TakeBackWords
_READER: TypeAdapter[AnyCommand] = TypeAdapter(Annotated[AnyCommand, Field(discriminator="do")])


def read_command(message: object, table_id: str) -> AnyCommand:
    """Return the command in a message to the cloth of a table; raise NotAChange if it is none."""
    return commands.read_message(_READER, message).model_copy(update={"table": table_id})


def apply_command(context: EventContext, command: AnyCommand) -> EventResult:
    """Run one command of a cloth; it is idempotent by its id."""
    return commands.run_command(context, command, _USE_CASES)


def _put(context: EventContext, command: PutStroke) -> EventResult:
    # Its place among the rounds is the server's to say.
    mark = mark_of(command.element, stage="drawn")
    if not isinstance(mark, Stroke) or mark.signs or mark.id != command.element.get("id"):
        raise NotAChange
    return cloth.put_stroke(context, command.table, mark)


def _take_back_stroke(context: EventContext, command: TakeBackStroke) -> EventResult:
    return cloth.take_back_strokes(context, [command.mark])


def _write(context: EventContext, command: WriteWords) -> EventResult:
    guests = context.document.guests
    speaker, helper = (
        each if each in guests else None for each in (command.by, command.supported_by)
    )
    at = None if command.x is None or command.y is None else (command.x, command.y)
    return cloth.write_words(
        context,
        command.table,
        command.record,
        command.text,
        at,
        speaker=speaker,
        supported_by=helper,
        share=command.share,
        answers=command.answers if command.answers in context.document.voices else None,
    )


def _move(context: EventContext, command: MoveWords) -> EventResult:
    return cloth.move_words(context, command.card, (command.x, command.y), command.scale)


def _take_back_words(context: EventContext, command: TakeBackWords) -> EventResult:
    if command.record not in context.document.voices:
        return EventResult(context.document)
    return cloth.take_back_line(context, command.record)


_USE_CASES: commands.UseCases[Event] = {
    PutStroke: _put,
    TakeBackStroke: _take_back_stroke,
    WriteWords: _write,
    MoveWords: _move,
    TakeBackWords: _take_back_words,
}
