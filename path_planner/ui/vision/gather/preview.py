"""Look before it comes in: the first rows of a record, what each column is, and what stays out."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import streamlit as st

from path_planner.domain.vision.sources import ColumnMapping
from path_planner.domain.vision.vision import Vision
from path_planner.errors import PlannerError
from path_planner.i18n import _, format_date, ngettext
from path_planner.services.vision.imports.column_names import ONLY_ONE, USE_WORDS, Use
from path_planner.services.vision.imports.conversation import Record
from path_planner.services.vision.imports.dates import DateOrder, day_of
from path_planner.services.vision.imports.encodings import ENCODINGS, sample_of
from path_planner.services.vision.imports.files import (
    Opened,
    encoding_name,
    open_record,
    open_text,
)
from path_planner.services.vision.imports.preview import (
    HIDDEN,
    facts_of_record,
    mapping_of,
    preview_columns,
    remembered_columns,
    shortened,
)
from path_planner.services.vision.imports.rows import Columns, columns_of, plain_words
from path_planner.ui import state
from path_planner.ui.components.basics import escape_markdown, escaped, heading, lines, paragraph
from path_planner.ui.components.messages import alert

_ROWS = 5
_COLUMNS_AT_ONCE = 9
_MOST_LINES = 100
_IN_A_ROW = 3


class Preview(NamedTuple):
    """What people decided about a record; `record` is None while a question is open."""

    record: Record | None
    mapping: ColumnMapping | None = None
    """The columns, if people changed a guess, or looked at one that was not sure."""
    refused: bool = False
    """The file cannot be read or has no voices, and was told why."""


@lru_cache(maxsize=4)
def _open(name: str, content: bytes, encoding: str, sheet: str) -> Opened:
    return open_record(name, content, encoding, sheet)


def preview_file(vision: Vision, name: str, content: bytes, key: str) -> Preview:
    """Show what a file holds, and let people correct it; `key` is unique on the page."""
    heading(name, 3)
    encoding, sheet = state.recall(f"{key} letters", ""), state.recall(f"{key} sheet", "")
    try:
        opened = _open(name, content, encoding, sheet)
        return _previewed(vision, opened, key, chosen_letters=bool(encoding))
    except PlannerError as error:
        alert(_("{name}: {trouble}", name=name, trouble=error))
        return Preview(None, refused=True)


def preview_text(vision: Vision, text: str, key: str) -> Preview:
    """Show what a typed or pasted text holds; `key` is unique on the page."""
    try:
        return _previewed(vision, open_text(text), key)
    except PlannerError as error:
        alert(str(error))
        return Preview(None, refused=True)


def _previewed(vision: Vision, opened: Opened, key: str, *, chosen_letters: bool = True) -> Preview:
    if opened.table is not None:
        _sheets(opened, key)
        _about_table(opened)
    letters_are_clear = _letters(opened, key, chosen=chosen_letters)
    # The rows come first on the page, and are known after the choices below them.
    rows = st.container()
    columns = _columns(vision, opened, key)
    if columns is not None and Use.WORDS not in columns.uses:
        paragraph(_("Please choose the column that holds the words."), "strong")
        return Preview(None)
    record = opened.record(columns)
    asks_for_dates = record.dates.ambiguous and not record.is_form
    order = _date_order(record.dates.example, key) if asks_for_dates else None
    if order is not None:
        record = opened.record(columns, order)
    with rows:
        _shown_rows(opened, columns, record, key)
        lines([*facts_of_record(record)])
        _staying_out(record)
    if not record.utterances:
        paragraph(_("There are no voices in it to add."), "strong")
        return Preview(None, refused=True)
    is_open = not letters_are_clear or (asks_for_dates and order is None)
    return Preview(None if is_open else record, mapping_of(opened, columns))


def _about_table(opened: Opened) -> None:
    if opened.table is None or opened.guess is None:
        return
    parts = [
        ngettext("{count} row", "{count} rows", len(opened.table.rows)),
        ngettext("{count} column", "{count} columns", len(opened.table.headings)),
    ]
    if opened.guess.shape:
        parts.append(_("It looks like {shape}.", shape=_(opened.guess.shape)))
    paragraph(" · ".join(parts))


def _sheets(opened: Opened, key: str) -> None:
    if opened.table is None or len(opened.table.sheets) <= 1:
        return
    chosen = st.selectbox(
        _("Sheet"),
        opened.table.sheets,
        index=opened.table.sheets.index(opened.table.sheet),
        key=state.key(f"{key} sheet choice"),
        format_func=escape_markdown,
    )
    if chosen != opened.table.sheet:
        state.remember(f"{key} sheet", chosen)
        st.rerun()


def _letters(opened: Opened, key: str, *, chosen: bool) -> bool:
    """Show how the letters were read, and let people choose; return whether it is clear."""
    letters = opened.letters
    if letters is None or letters.encoding.startswith("utf"):
        return True
    sample = ", ".join(f"“{word}”" for word in sample_of(letters.text))
    clear = letters.sure or chosen
    paragraph(
        _("Letters are read as {encoding}.", encoding=encoding_name(letters.encoding))
        + (" " + _("It has words such as {sample}.", sample=sample) if sample else "")
    )
    with st.expander(_("Letters look wrong?"), expanded=not clear):
        if not clear:
            paragraph(_("This file can be read in several ways. Choose the one that looks right."))
        order = (letters.encoding, *letters.others)
        choices = [*order, *(name for name in ENCODINGS if name not in order)]
        picked = st.selectbox(
            _("Read the letters as"),
            choices,
            index=0 if clear else None,
            key=state.key(f"{key} letters choice"),
            format_func=encoding_name,
        )
        if picked is not None and (picked != letters.encoding or not clear):
            state.remember(f"{key} letters", picked)
            st.rerun()
    return clear


def _columns(vision: Vision, opened: Opened, key: str) -> Columns | None:
    """Show a choice for each column; return the columns as chosen, None for a text."""
    if opened.table is None or opened.guess is None:
        return None
    remembered = remembered_columns(vision, opened)
    guessed = remembered or columns_of(opened.guess)
    if not opened.guess.sure and remembered is None:
        paragraph(_("Please check which column is which: it is not clear."), "strong")
    else:
        paragraph(_("Change a column if it is wrong."))
    used = [at for at, use in enumerate(guessed.uses) if use is not Use.LEAVE_OUT]
    rest = [at for at, use in enumerate(guessed.uses) if use is Use.LEAVE_OUT]
    shown = [*used, *rest][: max(_COLUMNS_AT_ONCE, len(used))]
    folded = [at for at in range(len(guessed.uses)) if at not in shown]
    uses = list(guessed.uses)
    _choices(opened.table.headings, sorted(shown), uses, key)
    if folded:
        label = ngettext("{count} more column", "{count} more columns", len(folded))
        with st.expander(label):
            _choices(opened.table.headings, folded, uses, key)
    return guessed._replace(uses=tuple(_once(uses, guessed.uses)))


def _choices(headings: Sequence[str], shown: Sequence[int], uses: list[Use], key: str) -> None:
    for place, at in enumerate(shown):
        if place % _IN_A_ROW == 0:
            cells = st.columns(_IN_A_ROW)
        with cells[place % _IN_A_ROW]:
            uses[at] = st.selectbox(
                escape_markdown(shortened(headings[at])),
                [*Use],
                index=[*Use].index(uses[at]),
                key=state.key(f"{key} column {at}"),
                format_func=lambda use: _(USE_WORDS[use]),
            )


def _once(uses: Sequence[Use], before: Sequence[Use]) -> list[Use]:
    """Keep of a use that only one column has the one that was chosen anew."""
    kept = list(uses)
    for use in ONLY_ONE:
        having = [at for at, one in enumerate(kept) if one is use]
        new = [at for at in having if before[at] is not use]
        keep = (new or having)[:1]
        kept = [
            Use.LEAVE_OUT if one is use and at not in keep else one for at, one in enumerate(kept)
        ]
    return kept


def _date_order(example: str, key: str) -> DateOrder | None:
    """Ask which of two days is meant, where nothing in the file tells."""
    return st.radio(
        _("{example}: which day is it?", example=escape_markdown(example)),
        [*DateOrder],
        index=None,
        key=state.key(f"{key} dates"),
        horizontal=True,
        format_func=lambda order: format_date(day) if (day := day_of(example, order)) else "",
    )


def _shown_rows(opened: Opened, columns: Columns | None, record: Record, key: str) -> None:
    whole = len(opened.table.rows) if opened.table is not None else len(record.utterances)
    start = min(state.recall(f"{key} from", 0), max(whole - 1, 0))
    if opened.table is not None and columns is not None:
        st.html(_table(opened, columns, start))
    else:
        st.html(_voices(record, start))
    if whole > _ROWS:
        paragraph(
            _(
                "{first} to {last} of {count}",
                first=start + 1,
                last=min(start + _ROWS, whole),
                count=whole,
            )
        )
        st.button(
            _("Next {count} rows", count=_ROWS),
            key=state.key(f"{key} next"),
            icon=":material/chevron_right:",
            on_click=state.remember,
            args=(f"{key} from", start + _ROWS if start + _ROWS < whole else 0),
        )


def _table(opened: Opened, columns: Columns, start: int) -> str:
    looked_at = preview_columns(opened, columns)
    shown = [at for at, column in enumerate(looked_at) if column.use is not Use.LEAVE_OUT]
    shown = (shown + [at for at in range(len(looked_at)) if at not in shown])[:_COLUMNS_AT_ONCE]
    # The words first: on a telephone only one column is in sight.
    shown.sort(key=lambda at: (looked_at[at].use is not Use.WORDS, at))
    heads = "".join(
        f'<th scope="col" dir="auto" class="{_css(looked_at[at].use)}">'
        f"{escaped(shortened(looked_at[at].heading))}<br><span>"
        f"{escaped(_(USE_WORDS[looked_at[at].use]))}</span></th>"
        for at in shown
    )
    rows = opened.table.rows[start : start + _ROWS] if opened.table is not None else ()
    body = "".join(
        "<tr>"
        + "".join(
            f'<td dir="auto" class="{_css(looked_at[at].use)}">{_cell(row[at], looked_at[at].use)}'
            "</td>"
            for at in shown
        )
        + "</tr>"
        for row in rows
    )
    label = escaped(_("The first rows of the file"))
    return (
        f'<div class="look" role="region" tabindex="0" aria-label="{label}">'
        f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _css(use: Use) -> str:
    return {Use.WORDS: "words", Use.LEAVE_OUT: "out"}.get(use, "")


def _cell(cell: str, use: Use) -> str:
    if use is Use.LEAVE_OUT:
        return HIDDEN if cell.strip() else ""
    return escaped(shortened(" ".join(plain_words(cell).split())))


def _voices(record: Record, start: int) -> str:
    """Return the first voices of a text as a list, each with the number of its speaker."""
    numbers: dict[str, int] = {}
    for said in record.utterances:
        if said.who:
            numbers.setdefault(said.who, len(numbers) + 1)
    items = "".join(
        f'<li dir="auto">{_speaker(numbers.get(said.who, 0), said.who)}'
        f"{escaped(shortened(' '.join(said.text.split())))}</li>"
        for said in record.utterances[start : start + _ROWS]
    )
    return f'<ul class="lines">{items}</ul>'


def _speaker(number: int, who: str) -> str:
    if not number:
        return ""
    words = _("Person {number} ({name}, whose name is removed):", number=number, name=who)
    return f"<span>{escaped(words)}</span> "


def _staying_out(record: Record) -> None:
    """Show the lines that stay out, in words, so that nothing is lost unseen."""
    staying = [
        *(said.text for said in record.set_aside),
        *(said.text for said in record.moderated),
        *record.left_out,
    ]
    if not staying:
        return
    label = ngettext(
        "See {count} line that stays out", "See {count} lines that stay out", len(staying)
    )
    with st.expander(label):
        lines([shortened(" ".join(line.split())) for line in staying], most=_MOST_LINES)
