"""Commands of the wall and the theme board: untrusted messages, validated, run idempotently."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import takewhile
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError

from path_planner.domain.base import D
from path_planner.errors import NotAChange, NotSaved, PlannerError, StoreLocked, UnknownRecord
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
        return _run_from_shown(replace(context, op_id=command.id), command, use_cases)
    except (NotSaved, StoreLocked):
        raise
    except _INVALID:
        raise NotAChange from None
    except PlannerError:
        # A repeated command may fail because its first run merged or deleted the record.
        if _was_saved(context, command.id):
            return SaveResult(context.document)
        raise


def _run_from_shown(
    context: EditContext[D], command: Command, use_cases: UseCases[D]
) -> SaveResult[D]:
    """Run the use case on the state that the window had before it.

    A board shows what it has sent before the server has answered, and names the last answer: what
    the window itself saved since counts as seen.
    """
    run, base = use_cases[type(command)], command.base
    if base is None or base >= context.document.revision:
        return run(context, command)
    later = [one for one in context.store.history(context.document.id) if one.revision > base]
    own = list(takewhile(lambda one: one.by == context.by, later))
    shown = based_on(context, own[-1].revision if own else base)
    try:
        return run(shown, command)
    except UnknownRecord:
        # What the window made itself, after others had saved. Nothing deleted may come back.
        if any(one.deleted for one in later):
            raise
        return run(context, command)


def _was_saved(context: EditContext[Any], op_id: str) -> bool:
    return any(step.op_id == op_id for step in context.store.history(context.document.id))
