"""Everything of a day to give away in one zip: the books, the lines as a table, and the letter."""

from collections.abc import Iterator
from dataclasses import replace

from path_planner.analysis.event_lines import Readers
from path_planner.domain.event.event import Event
from path_planner.exports.base import EventExport, EventOptions, none_quoted, zip_bytes
from path_planner.exports.event import letter, lines_csv, proceedings, proceedings_easy
from path_planner.exports.event.printing import credits_of, event_title, where_and_when
from path_planner.i18n import N_, _, format_date

_DOCUMENTS = (proceedings, proceedings_easy, lines_csv, letter)


def render(event: Event, options: EventOptions) -> bytes:
    """Return the zip, which is for everybody; the same day gives the same bytes."""
    return zip_bytes(_files(event, replace(options, audience=Readers.EVERYBODY)))


def _files(event: Event, options: EventOptions) -> Iterator[tuple[str, bytes]]:
    exports = [export for module in _DOCUMENTS for export in module.EXPORTS]
    named = {f"{export.key}{export.suffix}": export for export in exports}
    yield "README.txt", _read_me(event, options, named).encode()
    for name, export in named.items():
        yield name, export.render(event, options)


def _read_me(event: Event, options: EventOptions, named: dict[str, EventExport]) -> str:
    """Return what is in the zip, for whom it is, and whose method it was."""
    agreed = (
        _("It has the lines that people agreed to share, and no others.")
        if event.agreed.share
        else _("The people who came have not agreed that their words go further.")
    )
    lines = [
        event_title(event),
        where_and_when(event),
        _("Made on {day}.", day=format_date(options.on)),
        "",
        agreed,
        "",
        *(f"{name}: {_(export.name)}" for name, export in named.items()),
        "",
        _(
            "In the table, text that a spreadsheet could mistake for a formula starts with one "
            "extra apostrophe (')."
        ),
        "",
        *credits_of(event),
    ]
    return "\n".join(lines) + "\n"


EXPORTS = (
    EventExport(
        name=N_("Everything to give away, in one zip"),
        key="giveaway",
        suffix=".zip",
        mime="application/zip",
        render=render,
        quoted_ids=none_quoted,
    ),
)
