"""What the boards in the browser ask for: read as from a stranger, and run once by its own id."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, StringConstraints, TypeAdapter, ValidationError

from path_planner.domain.base import D
from path_planner.errors import NotAChange, NotSaved, PlannerError, StoreLocked
from path_planner.services.context import EditContext, SaveResult

CommandId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]{20}$")]


class MessagePart(BaseModel):
    """A part of a message; fields that it does not know are left out."""

    # A validation message would otherwise repeat what the person typed.
    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)


class Command(MessagePart):
    """One change that a board asks for; by its id it can be sent twice and be kept once."""

    id: CommandId
    left: bool = False
    """An earlier window left it behind: the one that sends it may not show it yet."""


M = TypeVar("M")
UseCases = Mapping[type[Command], Callable[[EditContext[D], Any], SaveResult[D]]]

_ID = TypeAdapter(CommandId)
_NOT_READABLE = (ValidationError, RecursionError, OverflowError)


def command_id(message: object) -> str | None:
    """Return the id by which a message is answered, None where it has none."""
    try:
        return _ID.validate_python(message.get("id")) if isinstance(message, Mapping) else None
    except ValidationError:
        return None


def read_message(reader: TypeAdapter[M], message: object) -> M:
    """Return what a message says; one that says nothing known is refused."""
    try:
        return reader.validate_python(message)
    except _NOT_READABLE:
        raise NotAChange from None


def run_command(context: EditContext[D], command: Command, use_cases: UseCases[D]) -> SaveResult[D]:
    """Run the use case of a command and save it by the command's id; sent twice it is kept once."""
    try:
        return use_cases[type(command)](replace(context, op_id=command.id), command)
    except (NotSaved, StoreLocked):
        raise
    except _NOT_READABLE:
        raise NotAChange from None
    except PlannerError:
        # What was merged or deleted the first time is not there to be merged or deleted again.
        if _was_kept(context, command.id):
            return SaveResult(context.document)
        raise


def _was_kept(context: EditContext[Any], op_id: str) -> bool:
    return any(step.op_id == op_id for step in context.store.history(context.document.id))
