"""Voices from the rows of a table, with the use of each column as guessed or corrected."""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import NamedTuple

from path_planner.domain.base import MOST_LETTERS_IN_A_LINE, clean, clean_line
from path_planner.domain.people import Role
from path_planner.domain.vision.sources import is_empty_answer
from path_planner.services.vision.imports.column_names import Use
from path_planner.services.vision.imports.columns import Guess, folded, guess_columns
from path_planner.services.vision.imports.conversation import (
    Record,
    Utterance,
    record_of_utterances,
)
from path_planner.services.vision.imports.dates import (
    DateColumn,
    DateOrder,
    date_column_of,
    day_of,
    has_time,
)
from path_planner.services.vision.imports.speakers import role_of, who_of
from path_planner.services.vision.imports.tables import LINE_BREAKS, Table

_HTML = re.compile(
    r"</?(?:p|br|b|i|u|a|em|strong|ul|ol|li|div|span|h[1-6]|blockquote|img|table|t[rdh])\b[^<>]*>"
    r"|&(?:amp|lt|gt|quot|nbsp|apos|#\d{2,6}|#x[0-9a-f]{2,6}|[a-z]{2,8});",
    re.IGNORECASE,
)
_TAGS = re.compile(r"(<[^<>]*(?:>|\Z))")
_TAG_NAME = re.compile(r"<(/?)([a-z][a-z0-9]*|!|\?)", re.IGNORECASE)
_BLOCKS = frozenset(
    ("p", "br", "div", "li", "ul", "ol", "tr", "h1", "h2", "h3", "h4", "blockquote")
)
_SILENT = frozenset(("script", "style"))
_THEMES_APART = re.compile(r"\s*[;|\n]\s*")
_OUT = frozenset(("-1", "-1.0", "hidden", "rejected", "spam", "true", "yes"))
_MOST_LIKES = 1_000_000_000
_MANY_MEETINGS = 12
_DOCUMENT = frozenset(("file", "document", "fid", "pos0", "pos1"))
"""Headings that tell where a coded passage is."""


class Columns(NamedTuple):
    """The use of each column of a table, and the order of day and month."""

    uses: tuple[Use, ...]
    order: DateOrder | None = None
    """None where people were not asked: the column decides."""
    is_form: bool = False
    passages: bool = False


def columns_of(guess: Guess) -> Columns:
    """Return the columns as they were guessed."""
    return Columns(guess.uses, is_form=guess.is_form, passages=guess.passages)


def record_of_rows(table: Table, columns: Columns | None = None) -> Record:
    """Return the voices of a table; without `columns` they are guessed."""
    columns = columns or columns_of(guess_columns(table))
    when = _index(columns.uses, Use.WHEN)
    days = table.column(when) if when is not None else []
    dates = DateColumn() if columns.order else date_column_of(days)
    reader = _Reader(table, columns, columns.order or dates.order)
    said, out, empty, unreadable = reader.read()
    record = record_of_utterances(
        said,
        empty=empty,
        moderated=tuple(out),
        unreadable=(*table.unreadable, *unreadable),
        dates=dates,
    )
    return record._replace(is_form=columns.is_form or _is_form(days, said))


def _is_form(days: Sequence[str], said: Sequence[Utterance]) -> bool:
    """Whether rows are answers of one form: most have a time of day, or few share a day."""
    filled = [day for day in days if day.strip()]
    meetings = {(one.where, one.when) for one in said}
    timed = bool(filled) and sum(map(has_time, filled)) * 2 > len(filled)
    return timed or (len(meetings) > _MANY_MEETINGS and len(meetings) * 4 > len(said))


def _index(uses: Sequence[Use], use: Use) -> int | None:
    return uses.index(use) if use in uses else None


class _Reader:
    """Reads rows. Invariant: a row with words gives at least one voice or moderated one."""

    def __init__(self, table: Table, columns: Columns, order: DateOrder) -> None:
        self._table, self._order, self._passages = table, order, columns.passages
        self._is_form = columns.is_form
        uses = columns.uses
        self._words = [at for at, use in enumerate(uses) if use is Use.WORDS]
        self._themes = [at for at, use in enumerate(uses) if use is Use.THEME]
        self._marked = [at for at, use in enumerate(uses) if use is Use.MARKED]
        self._at = {use: index for use in Use if (index := _index(uses, use)) is not None}
        asked = [folded(table.headings[at]) if self._asks(at) else "" for at in self._words]
        self._again = {at: asked[:nth].count(asked[nth]) for nth, at in enumerate(self._words)}
        """How often the question of a column was asked in columns before it."""
        documents = enumerate(map(folded, table.headings))
        self._document = [at for at, heading in documents if heading in _DOCUMENT]

    def read(self) -> tuple[list[Utterance], list[Utterance], int, list[int]]:
        """Return the voices, those moderated out, how many rows are empty, and the unreadable."""
        said: dict[tuple[str, ...], Utterance] = {}
        out: list[Utterance] = []
        unreadable: list[int] = []
        empty = 0
        last = len(self._table.headings) - 1
        for number, row in enumerate(self._table.rows):
            if number in self._table.overlong and self._words != [last]:
                unreadable.append(number + 2)
                continue
            answers = dict(self._answers(row, number))
            empty += not answers
            if self._is_out(row):
                out += answers.values()
                continue
            for at, answer in answers.items():
                key = self._key(row, answer, number, at)
                before = said.get(key)
                if before and not self._passages and not _adds_theme(answer, before):
                    # It adds no theme: somebody else said the same.
                    key, before = (*key, str(number)), None
                themes = (*before.themes, *answer.themes) if before else answer.themes
                said[key] = (before or answer)._replace(themes=tuple(dict.fromkeys(themes)))
        return [*said.values()], out, empty, unreadable

    def _key(self, row: Sequence[str], answer: Utterance, number: int, at: int) -> tuple[str, ...]:
        """Return what makes a voice: rows that only add another theme to the same words are one."""
        if self._passages or (self._themes and answer.row):
            where = (row[document] for document in self._document)
            return (answer.row, answer.question, answer.text, answer.who, *where)
        return (str(number), str(at))

    def _answers(self, row: Sequence[str], number: int) -> Iterator[tuple[int, Utterance]]:
        whole = self._utterance(row)
        if self._is_form and len(self._words) > 1 and not whole.who:
            # One person filled in the whole row, so that several answers are of one speaker.
            whole = whole._replace(who=f"#{number + 1}")
        for at in self._words:
            text = str(
                clean(self._titled(row, plain_words(row[at].translate(LINE_BREAKS))))
            ).strip()
            if text:
                asked = self._table.headings[at] if self._asks(at) else whole.question
                again = f"{whole.row} ({self._again[at]})" if self._again[at] else whole.row
                yield at, whole._replace(text=text, question=asked, row=whole.row and again)

    def _asks(self, at: int) -> bool:
        """Whether a heading is the question that its cells answer."""
        heading = self._table.headings[at]
        return (
            Use.QUESTION not in self._at
            and (len(self._words) > 1 or heading.rstrip(" *").endswith("?"))
            and bool(folded(heading))
        )

    def _titled(self, row: Sequence[str], text: str) -> str:
        title = " ".join(plain_words(self._cell(row, Use.TITLE)).split())
        if not title or text.casefold().startswith(title.casefold().rstrip(".…")):
            return text
        if not text.strip() or is_empty_answer(text):
            return title
        return f"{title}{'' if title[-1] in '.?!…:' else '.'} {text}"

    def _utterance(self, row: Sequence[str]) -> Utterance:
        who, role = self._cell(row, Use.WHO), role_of(self._cell(row, Use.ROLE))
        return Utterance(
            text="",
            who=who_of(who),
            role=role if role is not Role.OTHER else role_of(who),
            where=str(clean_line(self._cell(row, Use.WHERE)))[:MOST_LETTERS_IN_A_LINE],
            when=day_of(self._cell(row, Use.WHEN), self._order),
            question=str(clean(plain_words(self._cell(row, Use.QUESTION)))),
            agrees=_count(self._cell(row, Use.AGREES)),
            disagrees=_count(self._cell(row, Use.DISAGREES)),
            themes=tuple(dict.fromkeys(self._theme_names(row))),
            row=self._cell(row, Use.ROW).strip(),
        )

    def _theme_names(self, row: Sequence[str]) -> Iterator[str]:
        for at in self._themes:
            for name in _THEMES_APART.split(row[at].strip()):
                if not is_empty_answer(name):
                    yield name
        for at in self._marked:
            if _is_marked(row[at]):
                yield self._table.headings[at]

    def _is_out(self, row: Sequence[str]) -> bool:
        cell = self._cell(row, Use.STATUS).strip().casefold()
        return cell in _OUT or bool(day_of(cell))

    def _cell(self, row: Sequence[str], use: Use) -> str:
        at = self._at.get(use)
        return row[at] if at is not None else ""


def _adds_theme(answer: Utterance, before: Utterance) -> bool:
    return bool(before.themes) and not {*answer.themes} <= {*before.themes}


def _is_marked(cell: str) -> bool:
    return cell.strip().casefold() in {"1", "1.0", "x", "✓", "✔", "yes", "true"}


def _count(cell: str) -> int:
    try:
        return min(max(int(float(cell.replace(",", ""))), 0), _MOST_LIKES)
    except (ValueError, OverflowError):
        return 0


def plain_words(cell: str) -> str:
    """Return a cell without HTML: tags out, characters as they are read; other cells unchanged.

    It is read tag by tag: a parser of HTML takes time without end for tags that never end.
    """
    if ("<" not in cell and "&" not in cell) or not _HTML.search(cell):
        return cell
    parts: list[str] = []
    silent = 0
    for part in _TAGS.split(cell):
        if (tag := _TAG_NAME.match(part)) is None:
            parts.append("" if silent else unescape(part))
            continue
        name = tag[2].casefold()
        if name in _SILENT:
            silent = max(silent + (-1 if tag[1] else 1), 0)
        parts.append("\n" if name in _BLOCKS else "")
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)
