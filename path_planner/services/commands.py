"""Commands of the wall and the theme board: untrusted messages, validated, run idempotently."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError

from path_planner.domain.base import D
from path_planner.errors import NotAChange, NotSaved, PlannerError, StoreLocked
from path_planner.services.context import EditContext, SaveResult, based_on

CommandId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]{20}$")]


class MessagePart(BaseModel):
    """Base of messages and their parts; unknown fields are ignored."""

    # A validation message would otherwise repeat what the person typed.
    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)


class Command(MessagePart):
    """Base of the commands of a board; its id makes it idempotent."""

    id: CommandId
    base: Annotated[int, Field(ge=0)] | None = None
    """The revision that edited words came from; None if nothing was edited for a while."""
    left: bool = False
    """It was left in the queue of an earlier window: the one that sends it may not show it yet."""


M = TypeVar("M")
UseCases = Mapping[type[Command], Callable[[EditContext[D], Any], SaveResult[D]]]

_ID = TypeAdapter(CommandId)
_INVALID = (ValidationError, RecursionError, OverflowError)


def command_id(message: object) -> str | None:
    """Return the id of a message, by which it is acknowledged; None if it has no valid id."""
    try:
        return _ID.validate_python(message.get("id")) if isinstance(message, Mapping) else None
    except ValidationError:
        return None


def read_message(reader: TypeAdapter[M], message: object) -> M:
    """Return the parsed message; raise NotAChange if it is not valid."""
    try:
        return reader.validate_python(message)
    except _INVALID:
        raise NotAChange from None


def run_command(context: EditContext[D], command: Command, use_cases: UseCases[D]) -> SaveResult[D]:
    """Run the use case of a command and save its result under the command's id.

    A command that was saved before changes nothing. Raises a PlannerError if it is refused.
    """
    try:
        shown = based_on(context, command.base)
        return use_cases[type(command)](replace(shown, op_id=command.id), command)
    except (NotSaved, StoreLocked):
        raise
    except _INVALID:
        raise NotAChange from None
    except PlannerError:
        # A repeated command may fail because its first run merged or deleted the record.
        if _was_saved(context, command.id):
            return SaveResult(context.document)
        raise


def _was_saved(context: EditContext[Any], op_id: str) -> bool:
    return any(step.op_id == op_id for step in context.store.history(context.document.id))
