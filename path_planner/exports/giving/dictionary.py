"""The data dictionary as a table of its own: a sentence for every column of every table."""

from collections.abc import Iterable, Iterator

from path_planner.exports.giving.kinds import TEXT, Sort
from path_planner.exports.giving.tables import Column, Row, Table
from path_planner.words import mark, say

_COLUMNS = (
    ("table", mark("The table; its files have this name.")),
    ("about", mark("What the table holds.")),
    ("column", mark("What stands above the column.")),
    ("kind", mark("What sort of value it holds.")),
    ("values", mark("All values it may have, where there is a list of them.")),
    ("meaning", mark("What it means.")),
)


def dictionary(tables: Iterable[Table]) -> Table:
    """Return the dictionary of these tables, itself among them."""
    own = tuple(Column(name, say(meaning), Sort(TEXT)) for name, meaning in _COLUMNS)
    about = say("What every table and every column means.")
    empty = Table("dictionary", about, own, [])
    return empty._replace(rows=[row for table in (*tables, empty) for row in _rows(table)])


def _rows(table: Table) -> Iterator[Row]:
    for column in table.columns:
        yield {
            "table": table.name,
            "about": table.meaning,
            "column": column.name,
            "kind": say(column.sort.name),
            "values": " | ".join(column.sort.values),
            "meaning": column.meaning,
        }
