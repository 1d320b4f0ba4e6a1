"""The tables of the dataset: one row of plain values for each record, with references as keys."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from path_planner.analysis.numbering import References
from path_planner.analysis.queries import all_voices, sources_with_voices, themes_by_voice
from path_planner.domain.base import Record, sorted_records
from path_planner.domain.vision.vision import Vision
from path_planner.exports.vision.open_dataset.columns import (
    COLLECTIONS,
    RECORD_ID,
    REFERENCE,
    SINGLES,
    TEXT,
    ColumnMeaning,
    ColumnType,
    column_type_of,
)
from path_planner.i18n import _

Row = dict[str, Any]


class Column(NamedTuple):
    """A column: its header, meaning and type."""

    name: str
    meaning: str
    column_type: ColumnType = ColumnType(TEXT)


class Table(NamedTuple):
    """A table with its rows, in the order in which they are shown."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    rows: list[Row]


def record_tables(vision: Vision, names: References) -> Iterable[Table]:
    """Return a table for each published collection of a vision."""
    for name, about in SINGLES.items():
        model = vision.kind.singles[name]
        columns = tuple(_columns(model, about))
        yield Table(name, _(about.meaning), columns, [_row(getattr(vision, name), about, names)])
    for name, about in COLLECTIONS.items():
        columns = (*_keys(name), *_columns(_model(vision, name), about))
        rows = [
            _keyed(record, name, names) | _row(record, about, names)
            for record in records(vision, name)
        ]
        yield Table(name, _(about.meaning), columns, rows)


def records(vision: Vision, collection: str) -> Iterable[Record]:
    """Return the records of a collection in the order in which they are shown."""
    match collection:
        case "voices":
            return all_voices(vision)
        case "sources":
            return sources_with_voices(vision)
        case "placings":
            return _placings(vision)
        case _:
            return sorted_records(getattr(vision, collection))


def _placings(vision: Vision) -> list[Record]:
    """Return the assignments, each voice once in each of its themes."""
    by_pair = {
        (assignment.voice, assignment.theme): assignment
        for assignment in sorted_records(vision.placings)
    }
    placed = themes_by_voice(vision)
    return [
        by_pair[voice.id, theme.id]
        for voice in all_voices(vision)
        for theme in placed.get(voice.id, ())
    ]


def _model(vision: Vision, collection: str) -> Any:
    return vision.kind.collections[collection]._type  # noqa: SLF001 # what the adapter checks


def _keys(name: str) -> Iterable[Column]:
    if name != "placings":
        yield Column("reference", _(REFERENCE))
    yield Column("id", _(RECORD_ID))


def _keyed(record: Record, name: str, names: References) -> Row:
    key = {} if name == "placings" else {"reference": names.of(name, record.id)}
    return {**key, "id": record.id}


def _columns(model: Any, about: ColumnMeaning) -> Iterable[Column]:
    for path, meaning in about.columns.items():
        yield Column(head(path), _(meaning), column_type_of(model, path, about.points))


def head(path: str) -> str:
    """Return the header of a field's column."""
    return path.replace(".", "_")


def _row(record: Any, about: ColumnMeaning, names: References) -> Row:
    return {
        head(path): _plain(_value(record, path), about.points.get(path), names)
        for path in about.columns
    }


def _value(record: Any, path: str) -> Any:
    for name in path.split("."):
        record = getattr(record, name)
    return record


def _plain(value: Any, points: str | None, names: References) -> Any:
    """Return a plain JSON value; references to deleted records become None."""
    if points is None:
        return value.isoformat() if isinstance(value, date) else value
    if isinstance(value, Mapping):
        return {name: amount for key, amount in value.items() if (name := names.of(points, key))}
    if isinstance(value, tuple):
        return [name for key in value if (name := names.of(points, key))]
    return names.of(points, value or "")
