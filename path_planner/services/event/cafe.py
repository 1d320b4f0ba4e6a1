"""Use cases of a World Café: its tables, and its rounds with their clock."""

from functools import partial
from typing import Any

from path_planner.analysis.cafe import (
    current_round,
    has_begun,
    is_table_used,
    rounds_of,
    tables_of,
)
from path_planner.domain import timer as clocks
from path_planner.domain.base import put, remove, with_fields
from path_planner.domain.timer import TimerKind
from path_planner.errors import RoundHasBegun, TableWasUsed
from path_planner.services import records
from path_planner.services.clock import set_timer, start_timer, stop_timer
from path_planner.services.context import EventContext, EventResult, as_one_change
from path_planner.services.records import get


def add_table(context: EventContext, **facts: Any) -> EventResult:
    """Add a table after the others, as large as the last one; `facts` are fields of CafeTable."""
    tables = tables_of(context.document)
    size = {"seats": tables[-1].seats} if tables else {}
    return records.create(context, "tables", **{**size, **facts})


def change_table(context: EventContext, table_id: str, **facts: Any) -> EventResult:
    """Change fields of a table: name, question, seats, offers, languages or host.

    Whoever becomes the host of a table is the host of no other one.
    """
    table = with_fields(get(context.document, "tables", table_id), **facts)
    after = context.document
    if host := facts.get("host"):
        get(after, "guests", host)
        for other in after.tables.values():
            if other.host == host and other.id != table_id:
                after = put(after, "tables", with_fields(other, host=None))
    return context.keep(put(after, "tables", table))


def remove_table(context: EventContext, table_id: str) -> EventResult:
    """Remove a table and its seats in rounds to come.

    Raises TableWasUsed once somebody sat, said or drew something there.
    """
    event = context.document
    get(event, "tables", table_id)
    if is_table_used(event, table_id):
        raise TableWasUsed
    after = remove(event, "tables", table_id)
    for seat in event.seats.values():
        if seat.table == table_id:
            after = remove(after, "seats", seat.id)
    return context.keep(after)


def add_round(context: EventContext, question: str = "", minutes: int | None = None) -> EventResult:
    """Add a round after the others, as long as the last one unless `minutes` says otherwise."""
    rounds = rounds_of(context.document)
    if minutes is None and rounds:
        minutes = rounds[-1].minutes
    facts = {} if minutes is None else {"minutes": minutes}
    return records.create(context, "rounds", question=question, **facts)


def change_round(context: EventContext, round_id: str, **facts: Any) -> EventResult:
    """Change the question or the minutes of a round; its times and seats change otherwise."""
    allowed = {name: facts[name] for name in ("question", "minutes") if name in facts}
    return records.update(context, "rounds", round_id, **allowed)


def remove_round(context: EventContext, round_id: str) -> EventResult:
    """Remove a round with its seats; raise RoundHasBegun if it has begun or something was said."""
    event = context.document
    get(event, "rounds", round_id)
    said = any(voice.round == round_id for voice in event.voices.values())
    drawn = any(mark.stage.endswith(f"--{round_id}") for mark in event.marks.values())
    if has_begun(event, round_id) or said or drawn:
        raise RoundHasBegun
    after = remove(event, "rounds", round_id)
    for seat in event.seats.values():
        if seat.round == round_id:
            after = remove(after, "seats", seat.id)
    return context.keep(after)


def begin_round(context: EventContext, round_id: str) -> EventResult:
    """Begin a round: the one before ends, and the clock starts. Nothing changes if it has begun."""
    chosen = get(context.document, "rounds", round_id)
    if chosen.begun:
        return EventResult(context.document)
    return as_one_change(
        context,
        _end_others,
        partial(_set_times, round_id=round_id, begun=context.now(), ended=None),
        partial(start_timer, minutes=float(chosen.minutes), kind=TimerKind.STAGE, stage=round_id),
    )


def end_round(context: EventContext) -> EventResult:
    """End the round that goes on, and stop its clock; nothing changes if none goes on."""
    if current_round(context.document) is None:
        return EventResult(context.document)
    return as_one_change(context, _end_others, stop_timer)


def more_minutes(context: EventContext, minutes: float) -> EventResult:
    """Add minutes to the clock."""
    event = context.document
    return set_timer(context, clocks.add_minutes(event.clock, minutes, context.now()))


def _end_others(context: EventContext) -> EventResult:
    after = context.document
    for each in after.rounds.values():
        if each.begun and not each.ended:
            after = put(after, "rounds", with_fields(each, ended=context.now()))
    return context.keep(after)


def _set_times(context: EventContext, round_id: str, **times: Any) -> EventResult:
    changed = with_fields(get(context.document, "rounds", round_id), **times)
    return context.keep(put(context.document, "rounds", changed))
