"""The commands of a tablecloth on the wall, and their dispatch: adding, and taking back one's own.

Whatever a window sends, nobody else's words or ink change: no command would do it, and each of
these asks the journal who added what.
"""

from functools import partial
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from path_planner.domain.base import RecordId, Words
from path_planner.domain.event.event import Event
from path_planner.domain.marks import Coordinate, Stroke
from path_planner.domain.voice import Share
from path_planner.errors import NotAChange
from path_planner.formats.excalidraw import mark_of
from path_planner.services import commands
from path_planner.services.context import EventContext, EventResult
from path_planner.services.event import cloth
from path_planner.services.session.wall.commands import DeleteMark, PlaceCard, PutMark


class WriteWords(commands.Command):
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


class TakeBackWords(commands.Command):
    """Words are taken back by whoever said them."""

    do: Literal["drop"]
    collection: Literal["voices"]
    record: RecordId


ClothCommand = PutMark | DeleteMark | WriteWords | PlaceCard | TakeBackWords
_READER: TypeAdapter[ClothCommand] = TypeAdapter(Annotated[ClothCommand, Field(discriminator="do")])


def read_command(message: object) -> ClothCommand:
    """Return the command in a message; raise NotAChange if it is not valid."""
    return commands.read_message(_READER, message)


def apply_command(context: EventContext, command: ClothCommand, table_id: str) -> EventResult:
    """Run one command on the cloth of a table; it is idempotent by its id."""
    return commands.run_command(context, command, _use_cases(table_id))


def _use_cases(table_id: str) -> commands.UseCases[Event]:
    return {
        PutMark: partial(_put, table_id),
        DeleteMark: _take_back_stroke,
        WriteWords: partial(_write, table_id),
        PlaceCard: _move,
        TakeBackWords: _take_back_words,
    }


def _put(table_id: str, context: EventContext, command: PutMark) -> EventResult:
    # Its place among the rounds is the server's to say.
    mark = mark_of(command.element, stage="drawn")
    if not isinstance(mark, Stroke) or mark.signs or mark.id != command.element.get("id"):
        raise NotAChange
    return cloth.put_stroke(context, table_id, mark)


def _take_back_stroke(context: EventContext, command: DeleteMark) -> EventResult:
    return cloth.take_back_strokes(context, [command.mark])


def _write(table_id: str, context: EventContext, command: WriteWords) -> EventResult:
    guests = context.document.guests
    speaker, helper = (
        each if each in guests else None for each in (command.by, command.supported_by)
    )
    at = None if command.x is None or command.y is None else (command.x, command.y)
    return cloth.write_words(
        context,
        table_id,
        command.record,
        command.text,
        at,
        speaker=speaker,
        supported_by=helper,
        share=command.share,
        answers=command.answers if command.answers in context.document.voices else None,
    )


def _move(context: EventContext, command: PlaceCard) -> EventResult:
    return cloth.move_words(context, command.card, (command.x, command.y), command.scale)


def _take_back_words(context: EventContext, command: TakeBackWords) -> EventResult:
    if command.record not in context.document.voices:
        return EventResult(context.document)
    return cloth.take_back_line(context, command.record)
