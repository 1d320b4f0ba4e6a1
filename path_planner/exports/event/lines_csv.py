"""The lines of an event as CSV, for a spreadsheet: only those that its readers may see."""

from path_planner.analysis.event_lines import (
    final_topic,
    readable_lines,
    speaker_name,
    topic_numbers,
)
from path_planner.analysis.event_places import (
    room_label,
    round_numbers,
    slot_begins,
    table_numbers,
)
from path_planner.domain.event.contribution import PART_WORDS, Contribution
from path_planner.domain.event.event import Event
from path_planner.domain.voice import EXPRESSED_WORDS
from path_planner.exports.base import Choice, EventExport, EventOptions, none_quoted
from path_planner.exports.vision.open_dataset.safe_csv import as_csv
from path_planner.exports.vision.open_dataset.tables import Column, Row, Table
from path_planner.i18n import N_, _

COLUMNS = (
    *("line", "part", "time", "room", "topic_number", "topic", "table_number", "table", "round"),
    *("words", "answers_line", "name", "said_how", "with_support", "struck", "group", "language"),
)
"""The heads of the columns; programs rely on them, so that they stay in English."""


def render(event: Event, options: EventOptions) -> bytes:
    """Return the lines as CSV in UTF-8; no cell can be taken for a formula."""
    lines = readable_lines(event, options.audience)
    places = {line.id: place for place, line in enumerate(lines, start=1)}
    numbers = topic_numbers(event), table_numbers(event), round_numbers(event)
    rows = [_row(event, line, places, numbers) for line in lines]
    columns = tuple(Column(name, "") for name in COLUMNS)
    return as_csv(Table("lines", "", columns, rows))


def _row(
    event: Event,
    line: Contribution,
    places: dict[str, int],
    numbers: tuple[dict[str, int], dict[str, int], dict[str, int]],
) -> Row:
    topics, tables, rounds = numbers
    topic, table = final_topic(event, line.topic), event.tables.get(line.table or "")
    slot = event.slots.get(topic.slot or "") if topic else None
    room = event.rooms.get(topic.room or "") if topic else None
    group = event.groups.get(line.group or "")
    values = (
        places[line.id],
        _(PART_WORDS[line.part]),
        slot_begins(slot) if slot else None,
        room_label(event, room) if room else None,
        topics[topic.id] if topic else None,
        topic.title if topic else None,
        tables[table.id] if table else None,
        table.name if table else None,
        rounds.get(line.round or ""),
        line.text,
        places.get(line.answers or ""),
        speaker_name(event, line),
        _(EXPRESSED_WORDS[line.expressed]),
        line.supported,
        line.struck,
        group.title if group else None,
        line.language,
    )
    return dict(zip(COLUMNS, values, strict=True))


EXPORTS = (
    EventExport(
        name=N_("All lines as a table (CSV)"),
        key="csv",
        suffix=".csv",
        mime="text/csv",
        render=render,
        quoted_ids=none_quoted,
        takes=frozenset({Choice.AUDIENCE}),
    ),
)
