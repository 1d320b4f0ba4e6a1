"""Opening of records in tests: the frozen files, and files that a test writes."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from pathlib import Path

from path_planner.services.vision.imports.conversation import Record
from path_planner.services.vision.imports.files import Opened, open_record, sure_record

SAMPLES = Path(__file__).parents[3] / "samples" / "records"


def sample(name: str) -> Record:
    """Return a frozen file as it comes in where nobody is asked."""
    return sure_record(open_record(name, (SAMPLES / name).read_bytes()))


def opened(text: str, name: str = "x.csv") -> Opened:
    """Open a text as a file."""
    return open_record(name, text.encode())


def table(*rows: Sequence[str]) -> str:
    """Return rows as CSV."""
    written = StringIO()
    csv.writer(written).writerows(rows)
    return written.getvalue()


def words(record: Record) -> list[str]:
    """Return the words of each voice."""
    return [said.text for said in record.utterances]


def spoken(record: Record) -> list[tuple[str, str]]:
    """Return who said each voice, and its words."""
    return [(said.who, said.text) for said in record.utterances]


def unique(values: Iterable[str]) -> list[str]:
    """Return values without repetition, in order."""
    return list(dict.fromkeys(values))
