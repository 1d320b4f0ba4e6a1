"""The commands of the agenda wall, and their dispatch to use cases."""

from dataclasses import replace
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from path_planner.domain.base import Line, RecordId
from path_planner.domain.event.about import MOST_PEOPLE
from path_planner.domain.event.event import Event
from path_planner.services import commands
from path_planner.services.context import EventContext, EventResult
from path_planner.services.event import agenda


class PlaceTopic(commands.Command):
    """A topic goes to a time and a room; without them it waits for a place."""

    do: Literal["place"]
    topic: RecordId
    slot: RecordId | None = None
    room: RecordId | None = None


class MergeTopic(commands.Command):
    """A topic goes into another one; without one it stands by itself again."""

    do: Literal["merge"]
    topic: RecordId
    into: RecordId | None = None


class SplitTopic(commands.Command):
    """A part of a topic becomes a topic of its own, which the board shows under this id."""

    do: Literal["split"]
    topic: RecordId
    as_: RecordId = Field(alias="as")
    title: Line
    convenor: Line = ""


class RewordTopic(commands.Command):
    """Another title or convenor."""

    do: Literal["reword"]
    topic: RecordId
    title: Line
    convenor: Line = ""


class ParkTopic(commands.Command):
    """A topic is parked, or comes back."""

    do: Literal["park"]
    topic: RecordId
    parked: bool


class CountInterest(commands.Command):
    """So many people want to come."""

    do: Literal["count"]
    topic: RecordId
    count: int = Field(default=1, ge=1, le=MOST_PEOPLE)


class TakeBackInterest(commands.Command):
    """A count is taken back: that of an earlier command, else the last one."""

    do: Literal["uncount"]
    topic: RecordId
    counted: RecordId | None = None


AgendaCommand = (
    PlaceTopic
    | MergeTopic
    | SplitTopic
    | RewordTopic
    | ParkTopic
    | CountInterest
    | TakeBackInterest
)
_READER: TypeAdapter[AgendaCommand] = TypeAdapter(
    Annotated[AgendaCommand, Field(discriminator="do")]
)


def read_command(message: object) -> AgendaCommand:
    """Return the command in a message; raise NotAChange if it is not valid."""
    return commands.read_message(_READER, message)


def _place(context: EventContext, command: PlaceTopic) -> EventResult:
    if command.slot is None or command.room is None:
        return agenda.unplace_topic(context, command.topic)
    return agenda.place_topic(context, command.topic, command.slot, command.room)


def _merge(context: EventContext, command: MergeTopic) -> EventResult:
    if command.into is None:
        return agenda.unmerge_topic(context, command.topic)
    return agenda.merge_topics(context, command.topic, command.into)


def _split(context: EventContext, command: SplitTopic) -> EventResult:
    if command.as_ in context.document.topics:
        return EventResult(context.document)
    named = replace(context, fresh_id=lambda: command.as_)
    return agenda.split_topic(named, command.topic, command.title, convenor=command.convenor)


def _reword(context: EventContext, command: RewordTopic) -> EventResult:
    facts = {"title": command.title, "convenor": command.convenor}
    return agenda.reword_topic(context, command.topic, **facts)


def _park(context: EventContext, command: ParkTopic) -> EventResult:
    use_case = agenda.park_topic if command.parked else agenda.unpark_topic
    return use_case(context, command.topic)


def _count(context: EventContext, command: CountInterest) -> EventResult:
    # Sent twice it is one count, and the window that counted can take just this one back.
    named = replace(context, fresh_id=lambda: command.id)
    if command.id in context.document.interest:
        return EventResult(context.document)
    return agenda.add_interest(named, command.topic, command.count)


def _uncount(context: EventContext, command: TakeBackInterest) -> EventResult:
    return agenda.take_back_interest(context, command.topic, command.counted)


_USE_CASES: commands.UseCases[Event] = {
    PlaceTopic: _place,
    MergeTopic: _merge,
    SplitTopic: _split,
    RewordTopic: _reword,
    ParkTopic: _park,
    CountInterest: _count,
    TakeBackInterest: _uncount,
}


def apply_command(context: EventContext, command: AgendaCommand) -> EventResult:
    """Run one command of a wall; it is idempotent by its id."""
    return commands.run_command(context, command, _USE_CASES)
