"""`path-planner vision add`: add plans and records to a vision, or look at what would be added."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from path_planner.cli.command import FAILED, argument, command, option, store_option
from path_planner.cli.console import print_error, print_line, print_note
from path_planner.cli.inputs import open_vision, read_event, read_file, read_plan
from path_planner.cli.option_types import Day, Line, OneOf, PathName, WholeNumber
from path_planner.errors import AgreementNotSaid, NoSuchColumn, PlannerError
from path_planner.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from path_planner.domain.event.event import Event
    from path_planner.domain.session import Session
    from path_planner.domain.vision.vision import Vision
    from path_planner.services.context import VisionContext
    from path_planner.services.vision.imports.conversation import AboutRecord, Record
    from path_planner.services.vision.imports.dates import DateOrder
    from path_planner.services.vision.imports.files import Opened
    from path_planner.services.vision.imports.rows import Columns
    from path_planner.services.vision.sources import GatherResult

MOST_PEOPLE = 100_000
# The domain takes a while to import, which `--help` need not wait for.
KINDS = ("cafe", "open-space", "walk", "visit", "meeting", "written", "other")
SHARES = ("theme", "quote")
DATES = ("day-first", "month-first")
_RECORDS = N_("records of conversations")
_TABLES = N_("columns of tables (guessed if not named)")
_COLUMN = N_("COLUMN")
_LOOKED_AT = 5
_INDENT = "    "


@dataclass(frozen=True)
class _Details:
    """The details that all sources of one call share."""

    place: str
    group: str
    agreed: bool
    share: str
    kind: str
    on: date | None
    people: int
    dates: str | None
    encoding: str
    sheet: str
    columns: dict[str, tuple[str, ...]]
    """The headings of the columns that were named, by their use."""

    @property
    def order(self) -> "DateOrder | None":
        """The order of day and month that was said."""
        from path_planner.services.vision.imports.dates import DateOrder

        return DateOrder(self.dates.replace("-", " ")) if self.dates else None


_COLUMN_OPTIONS = {
    "words": ("--words", N_("what was said; repeat it for each question")),
    "title": ("--title", N_("a title, put before the words")),
    "who": ("--who", N_("who said it (names are removed)")),
    "when": ("--when", N_("when it was said")),
    "where": ("--where", N_("where it was said")),
    "theme": ("--theme", N_("the theme that it was put in")),
    "question": ("--question", N_("the question that it answers")),
    "role": ("--role", N_("the role of the speaker")),
    "agrees": ("--likes", N_("how many liked it or agreed")),
    "disagrees": ("--dislikes", N_("how many disliked it or disagreed")),
    "row": ("--row", N_("the number of the row, by which a newer export is matched")),
    "leave out": ("--leave-out", N_("a column to leave out")),
}


def _column_options(function: Any) -> Any:
    """Add the option of each use of a column; each can be given several times."""
    for use, (name, text) in reversed(_COLUMN_OPTIONS.items()):
        function = option(
            name,
            f"column_{use.replace(' ', '_')}",
            type=Line(),
            multiple=True,
            metavar=_COLUMN,
            section=_TABLES,
            help=text,
        )(function)
    return function


@command("add", help=N_("Add plans and records of conversations to a vision."))
@argument(
    "vision", type=PathName(), metavar=N_("FILE|ID"), help=N_("the file of a vision, or its id")
)
@argument(
    "sources",
    type=PathName(),
    nargs=-1,
    required=True,
    metavar=N_("SOURCE"),
    help=N_("plans (files or ids), days (.event.json), or records (.csv, .xlsx, .txt, .vtt …)"),
)
@option("--place", type=Line(), default="", help=N_("where people were heard"))
@option("--group", type=Line(), default="", help=N_("who was there"))
@store_option
@option(
    "--agreed",
    is_flag=True,
    section=_RECORDS,
    help=N_("the people in it agreed to share it"),
)
@option(
    "--share",
    type=OneOf(SHARES),
    default="theme",
    section=_RECORDS,
    help=N_("how it can be shared: “theme” (counted only) or “quote” (normally “theme”)"),
)
@option(
    "--kind",
    type=OneOf(KINDS),
    default="other",
    section=_RECORDS,
    help=N_("what kind of conversation it was"),
)
@option("--on", type=Day(), section=_RECORDS, help=N_("the date, such as 2026-11-22"))
@option(
    "--people",
    type=WholeNumber(0, MOST_PEOPLE),
    default=0,
    section=_RECORDS,
    help=N_("how many people were there"),
)
@option("--look", is_flag=True, section=_RECORDS, help=N_("show what would be added; add nothing"))
@option("--encoding", type=Line(), default="", section=_RECORDS, help=N_("how letters are written"))
@option("--sheet", type=Line(), default="", section=_RECORDS, help=N_("the sheet of a spreadsheet"))
@option(
    "--dates",
    type=OneOf(DATES),
    section=_RECORDS,
    help=N_("whether the day or the month comes first in dates such as 3/4/2026"),
)
@_column_options
def add(vision: str, sources: tuple[str, ...], store: str | None, look: bool, **said: Any) -> None:
    """Import each source and print its result; print an error for each that fails."""
    named_columns = {
        use: said.pop(f"column_{use.replace(' ', '_')}", ()) for use in _COLUMN_OPTIONS
    }
    details = _Details(**said, columns=named_columns)
    if look:
        _look_at(open_vision(vision, store).document, sources, store, details)
        return
    context = open_vision(vision, store)
    refused = 0
    for named in sources:
        try:
            gathered = _added(context, named, store, details)
        except (PlannerError, OSError) as error:
            print_error(error, about=named)
            refused += 1
        else:
            context = replace(context, document=gathered.saved.document)
            print_line(f"{named}: {_outcome(gathered)}")
            _name_others(context, gathered)
    if refused < len(sources):
        context.store.checkpoint(context.document.id)
    if refused:
        raise click.exceptions.Exit(FAILED)


def _look_at(
    vision: "Vision", sources: tuple[str, ...], store: str | None, details: _Details
) -> None:
    """Print what each source would bring; nothing is opened for writing."""
    refused = 0
    for named in sources:
        try:
            lines = [*_looked_at(vision, named, store, details)]
        except (PlannerError, OSError) as error:
            print_error(error, about=named)
            refused += 1
        else:
            print_line(f"{named}:")
            for line in lines:
                print_line(f"{_INDENT}{line}")
    print_line(_("Nothing was added."))
    if refused:
        raise click.exceptions.Exit(FAILED)


def _looked_at(vision: "Vision", named: str, store: str | None, details: _Details) -> Iterator[str]:
    from path_planner.domain.event.event import Event
    from path_planner.domain.session import Session
    from path_planner.services.vision.imports.preview import (
        facts_of_record,
        lines_of_table,
        shortened,
    )

    opened = _read_source(named, store, details)
    if isinstance(opened, Event):
        yield _("A day together. Its own file says what its people agreed to share.")
        return
    if isinstance(opened, Session):
        yield _("A PATH plan. Its own file says what its people agreed to share.")
        return
    columns = _columns(vision, opened, details)
    yield from lines_of_table(opened, columns)
    record = opened.record(columns, details.order)
    yield from facts_of_record(record)
    yield from _open_questions(opened, columns, record, details)
    for number, utterance in enumerate(record.utterances[:_LOOKED_AT], 1):
        words = shortened(" ".join(utterance.text.split()))
        yield _("{number}. “{words}”", number=number, words=words)


def _open_questions(
    opened: "Opened", columns: "Columns | None", record: "Record", details: _Details
) -> Iterator[str]:
    """Yield what must be said before it can be added."""
    if opened.guess is not None and columns is None and not opened.guess.sure:
        yield _("Please name the column with --words: it is not clear.")
    if record.dates.ambiguous and not record.is_form and details.order is None:
        yield _("Please say with --dates which day {example} is.", example=record.dates.example)
    if opened.letters is not None and not opened.letters.sure:
        yield _("This file can be read in several ways. Please choose one with --encoding.")


def _added(
    context: "VisionContext", named: str, store: str | None, details: _Details
) -> "GatherResult":
    from path_planner.domain.event.event import Event
    from path_planner.domain.session import Session
    from path_planner.services.vision.anonymised_copy import SourceDetails
    from path_planner.services.vision.imports.files import encoding_name, sure_record
    from path_planner.services.vision.imports.preview import mapping_of
    from path_planner.services.vision.sources import add_event, add_record, add_session

    source = _read_source(named, store, details)
    about = SourceDetails(place=details.place, group=details.group)
    if isinstance(source, Session):
        return add_session(context, source, about)
    if isinstance(source, Event):
        return add_event(context, source, about)
    if not details.agreed:
        raise AgreementNotSaid
    columns = _columns(context.document, source, details)
    record = sure_record(source, columns, details.order)
    if source.letters is not None and not source.letters.encoding.startswith("utf"):
        letters = encoding_name(source.letters.encoding)
        print_line(_("{name}: letters are read as {encoding}.", name=named, encoding=letters))
    if source.guess is not None and not any(details.columns.values()):
        print_line(_told(named, source, columns))
    about_record = _about(context, named, details)._replace(mapping=mapping_of(source, columns))
    return add_record(context, record, about_record)


def _told(named: str, source: "Opened", columns: "Columns | None") -> str:
    """Return a sentence on which column was taken for the words."""
    from path_planner.services.vision.imports.preview import headings_of_words

    words = ", ".join(f"“{heading}”" for heading in headings_of_words(source, columns))
    return _("{name}: the words are in {columns}.", name=named, columns=words)


def _read_source(named: str, store: str | None, details: _Details) -> "Session | Event | Opened":
    from path_planner.services.vision.imports.files import open_record, read_source
    from path_planner.storage.event_type import EVENTS
    from path_planner.storage.session_type import SESSIONS

    file = Path(named)
    if file.name.endswith(EVENTS.suffix):
        return read_event(named, store)
    if not file.is_file() or file.name.endswith(SESSIONS.suffix):
        return read_plan(named, store)
    if details.encoding or details.sheet:
        return open_record(file.name, read_file(file), details.encoding, details.sheet)
    return read_source(file.name, read_file(file))


def _columns(vision: "Vision", opened: "Opened", details: _Details) -> "Columns | None":
    """Return the columns as they were named, now or for a table of this shape; None: as guessed."""
    from path_planner.services.vision.imports.column_names import Use
    from path_planner.services.vision.imports.preview import remembered_columns, with_uses

    named = {Use(use): headings for use, headings in details.columns.items() if headings}
    if opened.table is None or not named:
        return remembered_columns(vision, opened)
    for heading in (heading for headings in named.values() for heading in headings):
        if heading not in opened.table.headings:
            raise NoSuchColumn(column=heading, columns="; ".join(opened.table.headings))
    return with_uses(opened, named)


def _about(context: "VisionContext", named: str, details: _Details) -> "AboutRecord":
    from path_planner.domain.vision.sources import SourceKind
    from path_planner.domain.voice import Share
    from path_planner.services.vision.imports.conversation import AboutRecord

    return AboutRecord(
        what=SourceKind(details.kind.replace("-", " ")),
        kept_as=Path(named).name,
        held_on=details.on,
        place=details.place,
        group=details.group,
        people=details.people,
        share=Share(details.share),
        agreed=details.agreed,
        language=context.document.about.language,
    )


def _name_others(context: "VisionContext", gathered: "GatherResult") -> None:
    """Print the names of other visions that still have the withdrawn words."""
    for summary in context.store.summaries():
        if summary.id in gathered.others:
            print_note(
                _("“{title}” also has these words. Withdraw them there too.", title=summary.title)
            )


_OUTCOMES: dict[str, Callable[[int], str]] = {
    "private": lambda count: ngettext(
        "{count} stays in its circle", "{count} stay in their circle", count
    ),
    "withheld": lambda count: ngettext(
        "{count} was withdrawn and stays out", "{count} were withdrawn and stay out", count
    ),
    "gone": lambda count: ngettext(
        "{count} removed because it is no longer shared",
        "{count} removed because they are no longer shared",
        count,
    ),
    "cut": lambda count: ngettext(
        "{count} was too long and was cut", "{count} were too long and were cut", count
    ),
    "changed": lambda count: ngettext("{count} updated", "{count} updated", count),
    "set_aside": lambda count: ngettext(
        "{count} empty answer set aside", "{count} empty answers set aside", count
    ),
    "moderated": lambda count: ngettext(
        "{count} was moderated out and stays out", "{count} were moderated out and stay out", count
    ),
    "unreadable": lambda count: ngettext(
        "{count} row could not be read", "{count} rows could not be read", count
    ),
    "missing": lambda count: ngettext(
        "{count} is not in this file any more and stays",
        "{count} are not in this file any more and stay",
        count,
    ),
}


def _outcome(gathered: "GatherResult") -> str:
    counts = {name: getattr(gathered, name) for name in _OUTCOMES}
    parts = [ngettext("{count} voice added", "{count} voices added", gathered.came)]
    parts += [_OUTCOMES[name](count) for name, count in counts.items() if count]
    return ", ".join(parts)
