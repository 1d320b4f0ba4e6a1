"""A World Café as it is: its tables, rounds, tablecloths and harvest, in their order."""

from collections.abc import Iterable
from typing import NamedTuple

from path_planner.domain.base import sorted_records
from path_planner.domain.event.cafe import CafeTable, HarvestGroup, Round
from path_planner.domain.event.contribution import Contribution, Part
from path_planner.domain.event.event import Event, is_of_cloth
from path_planner.domain.marks import Stroke

CLOTH_WIDTH, CLOTH_HEIGHT = 1600.0, 1000.0
"""The size of a cloth in the units of its strokes; the origin is its upper left corner."""


def tables_of(event: Event) -> list[CafeTable]:
    """Return the tables in their order; the number of a table is its place in it, from 1."""
    return sorted_records(event.tables)


def rounds_of(event: Event) -> list[Round]:
    """Return the rounds in their order; the number of a round is its place in it, from 1."""
    return sorted_records(event.rounds)


def current_round(event: Event) -> Round | None:
    """Return the round that goes on now, or None."""
    going = [each for each in rounds_of(event) if each.begun and not each.ended]
    return going[-1] if going else None


def next_round(event: Event) -> Round | None:
    """Return the first round that has not begun, or None."""
    return next((each for each in rounds_of(event) if not each.begun), None)


def open_round(event: Event) -> Round | None:
    """Return the round that is written in now: the last that has begun, else the first.

    A round stays open after its time until the next one begins, so that sentences are finished.
    """
    rounds = rounds_of(event)
    begun = [each for each in rounds if each.begun]
    return begun[-1] if begun else next(iter(rounds), None)


def is_locked(event: Event, round_id: str | None) -> bool:
    """Whether what belongs to a round stays as it is: another round is written in now."""
    now = open_round(event)
    return now is None or round_id != now.id


def lines_of_cloth(event: Event, table_id: str) -> list[Contribution]:
    """Return the words on the cloth of a table, in the order in which they came."""
    return [
        line
        for line in sorted_records(event.voices)
        if line.part is Part.TABLE and line.table == table_id
    ]


def ink_of_cloth(event: Event, table_id: str) -> list[Stroke]:
    """Return the strokes on the cloth of a table, in the order in which they were drawn."""
    return sorted_records(
        {
            mark.id: mark
            for mark in event.marks.values()
            if isinstance(mark, Stroke) and is_of_cloth(mark.stage, table_id)
        }
    )


def round_of_ink(stroke: Stroke) -> str:
    """Return the id of the round in which a stroke of a cloth was drawn."""
    return stroke.stage.partition("--")[2]


def is_table_used(event: Event, table_id: str) -> bool:
    """Whether somebody sat, said or drew something at a table."""
    return (
        any(voice.table == table_id for voice in event.voices.values())
        or any(is_of_cloth(mark.stage, table_id) for mark in event.marks.values())
        or any(
            seat.table == table_id and has_begun(event, seat.round) for seat in event.seats.values()
        )
    )


def has_begun(event: Event, round_id: str) -> bool:
    """Whether a round has begun; what is seated for a round that was deleted counts as played."""
    return round_id not in event.rounds or event.rounds[round_id].begun is not None


class GroupedLines(NamedTuple):
    """The lines of one group, in their order; without a group those that nobody grouped yet."""

    group: HarvestGroup | None
    lines: tuple[Contribution, ...]


def harvest_lines(event: Event) -> list[Contribution]:
    """Return the lines of the harvest in the order in which they came."""
    return [line for line in sorted_records(event.voices) if line.part is Part.HARVEST]


def grouped_harvest(
    event: Event, lines: Iterable[Contribution] | None = None
) -> list[GroupedLines]:
    """Return the harvest group by group, those without a group first if there are any.

    `lines` are those to show; all of the harvest if it is None.
    """
    shown = harvest_lines(event) if lines is None else list(lines)
    by_group: dict[str | None, list[Contribution]] = {}
    for line in shown:
        # The group may have been removed by somebody else at the same moment.
        by_group.setdefault(line.group if line.group in event.groups else None, []).append(line)
    loose = by_group.get(None, [])
    grouped = [
        GroupedLines(group, tuple(by_group.get(group.id, ())))
        for group in sorted_records(event.groups)
    ]
    return [GroupedLines(None, tuple(loose)), *grouped] if loose else grouped
