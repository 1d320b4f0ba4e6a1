"""What people are shown of a record before anything of it is kept: columns, counts, questions."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from path_planner.domain.base import clean_line
from path_planner.domain.vision.sources import ColumnMapping
from path_planner.domain.vision.vision import Vision
from path_planner.i18n import _, ngettext
from path_planner.services.vision.imports.column_names import ONLY_ONE, USE_WORDS, Use
from path_planner.services.vision.imports.columns import shape_id
from path_planner.services.vision.imports.conversation import Record
from path_planner.services.vision.imports.files import Opened, encoding_name
from path_planner.services.vision.imports.rows import Columns, columns_of, plain_words

_EXAMPLES = 3
_LONGEST_EXAMPLE = 80
HIDDEN = "•••"
"""Stands for the cells of a column that is left out: they may be addresses of people."""


class Column(NamedTuple):
    """A column as people see it: its heading, its use, and its first different cells."""

    heading: str
    use: Use
    examples: tuple[str, ...]


def preview_columns(opened: Opened, columns: Columns | None = None) -> list[Column]:
    """Return the columns of a table with examples; none for a text."""
    if opened.table is None or opened.guess is None:
        return []
    uses = (columns or columns_of(opened.guess)).uses
    return [
        Column(heading, use, (HIDDEN,) if use is Use.LEAVE_OUT else _examples(cells))
        for heading, use, cells in zip(
            opened.table.headings, uses, zip(*opened.table.rows, strict=True), strict=True
        )
    ]


def _examples(cells: Sequence[str]) -> tuple[str, ...]:
    filled = dict.fromkeys(" ".join(plain_words(cell).split()) for cell in cells[:200])
    return tuple(shortened(cell) for cell in filled if cell)[:_EXAMPLES]


def shortened(words: str) -> str:
    """Return the beginning of long words, as one line without control characters."""
    words = str(clean_line(words[: 4 * _LONGEST_EXAMPLE]))
    return words if len(words) <= _LONGEST_EXAMPLE else f"{words[:_LONGEST_EXAMPLE].rstrip()}…"


def with_uses(opened: Opened, named: Mapping[Use, Sequence[str]]) -> Columns | None:
    """Return the guessed columns with those that were named by heading; None for a text.

    Where the words are named, no other column is taken for words.
    """
    if opened.table is None or opened.guess is None:
        return None
    uses = list(opened.guess.uses)
    for use, headings in named.items():
        if use in (*ONLY_ONE, Use.WORDS):
            uses = [Use.LEAVE_OUT if other is use else other for other in uses]
        named_so = [at for at, one in enumerate(opened.table.headings) if one in headings]
        # A form may ask the same twice.
        for at in named_so[:1] if use in ONLY_ONE else named_so:
            uses[at] = use
    return columns_of(opened.guess)._replace(uses=tuple(uses))


def remembered_columns(vision: Vision, opened: Opened) -> Columns | None:
    """Return the columns as people corrected them for an earlier table of this shape, or None."""
    if opened.table is None or opened.guess is None:
        return None
    mapping = vision.mappings.get(shape_id(opened.table.headings))
    if mapping is None or len(mapping.uses) != len(opened.table.headings):
        return None
    known = {use.value for use in Use}
    uses = tuple(Use(use) if use in known else Use.LEAVE_OUT for use in mapping.uses)
    return columns_of(opened.guess)._replace(uses=uses)


def mapping_of(opened: Opened, columns: Columns | None) -> ColumnMapping | None:
    """Return the columns to remember: those that differ from the guess, or made it sure."""
    if opened.table is None or opened.guess is None or columns is None:
        return None
    if columns.uses == opened.guess.uses and opened.guess.sure:
        return None
    return ColumnMapping(
        id=shape_id(opened.table.headings), uses=tuple(use.value for use in columns.uses)
    )


def lines_of_table(opened: Opened, columns: Columns | None = None) -> Iterator[str]:
    """Yield a line on the whole file, and one for each column: its use and examples."""
    if opened.table is not None:
        rows = ngettext("{count} row", "{count} rows", len(opened.table.rows))
        width = ngettext("{count} column", "{count} columns", len(opened.table.headings))
        yield f"{rows} · {width}"
    if opened.letters is not None:
        yield _("Letters are read as {encoding}.", encoding=encoding_name(opened.letters.encoding))
    if opened.guess is not None and opened.guess.shape:
        yield _("It looks like {shape}.", shape=_(opened.guess.shape))
    for column in preview_columns(opened, columns):
        examples = " · ".join(f"“{example}”" for example in column.examples)
        use = _(USE_WORDS[column.use])
        yield _("{heading} → {use}: {examples}", heading=column.heading, use=use, examples=examples)


def facts_of_record(record: Record) -> Iterator[str]:
    """Yield sentences: how many voices, and what stays out and why."""
    voices = ngettext("{count} voice", "{count} voices", len(record.utterances))
    if people := people_in(record):
        people_words = ngettext("from {count} person", "from {count} people", people)
        yield _("{voices}, {people}.", voices=voices, people=people_words)
    elif not record.utterances:
        yield f"{voices}."
    else:
        yield _("{voices}. Nobody noted who said it.", voices=voices)
    if record.set_aside:
        common = Counter(" ".join(said.text.split()) for said in record.set_aside).most_common(3)
        yield ngettext(
            "{count} empty answer is set aside: {examples}.",
            "{count} empty answers are set aside: {examples}.",
            len(record.set_aside),
            examples=", ".join(f"“{shortened(text)}”" for text, _count in common),
        )
    if equal := equal_voices(record):
        yield ngettext(
            "{count} answer has the same words as another; all are counted.",
            "{count} answers have the same words as another; all are counted.",
            equal,
        )
    yield from _left_out(record)
    if record.is_form:
        yield _("It comes in as one survey.")


def _left_out(record: Record) -> Iterator[str]:
    if record.empty:
        yield ngettext("{count} row has no words.", "{count} rows have no words.", record.empty)
    if record.moderated:
        yield ngettext(
            "{count} was moderated out and stays out.",
            "{count} were moderated out and stay out.",
            len(record.moderated),
        )
    if record.unreadable:
        lines = ", ".join(map(str, record.unreadable[:10]))
        yield ngettext(
            "{count} row cannot be read and stays out (line {lines}).",
            "{count} rows cannot be read and stay out (lines {lines}).",
            len(record.unreadable),
            lines=lines,
        )
    if record.left_out:
        yield ngettext(
            "{count} line is not something anyone said, and stays out.",
            "{count} lines are not something anyone said, and stay out.",
            len(record.left_out),
        )
    if record.cut:
        yield ngettext(
            "{count} voice is too long and will be cut.",
            "{count} voices are too long and will be cut.",
            record.cut,
        )


def people_in(record: Record) -> int:
    """Return how many different speakers a record names; 0 where nobody noted them."""
    return len({said.who for said in record.utterances if said.who})


def equal_voices(record: Record) -> int:
    """Return how many voices have words that an earlier one has too."""
    texts = Counter(said.text.casefold() for said in record.utterances)
    return sum(count - 1 for count in texts.values())


def headings_of_words(opened: Opened, columns: Columns | None = None) -> list[str]:
    """Return the headings of the columns that hold the words."""
    looked_at = preview_columns(opened, columns)
    return [column.heading for column in looked_at if column.use is Use.WORDS]
