"""The give-away zip of an event: what people agreed to share with everybody, in open formats."""

from collections.abc import Iterator
from dataclasses import replace

from path_planner.analysis.event_lines import Readers, counted_lines, readable_lines
from path_planner.domain.event.event import Event
from path_planner.exports.base import EventExport, EventOptions, none_quoted
from path_planner.exports.event import agenda, letter, lines_csv, proceedings, proceedings_easy
from path_planner.exports.zip_file import zip_bytes
from path_planner.i18n import N_, _, format_date, ngettext
from path_planner.methods.registry import method_of

_INSIDE = (proceedings, proceedings_easy, lines_csv, letter, agenda)


def render(event: Event, options: EventOptions) -> bytes:
    """Return the zip; whatever was asked for, it is for everybody."""
    return zip_bytes(sorted(_files(event, replace(options, audience=Readers.EVERYBODY))))


def _files(event: Event, options: EventOptions) -> Iterator[tuple[str, bytes]]:
    for module in _INSIDE:
        for export in module.EXPORTS:
            if export.offered(event):
                chosen = replace(options, paper=export.paper, tiled=None)
                name = "lines" if export.suffix == ".csv" else export.key
                yield f"{name}{export.suffix}", export.render(event, chosen)
    yield "README.txt", _read_me(event, options).encode()


def _read_me(event: Event, options: EventOptions) -> str:
    about, quoted = event.about, len(readable_lines(event, Readers.EVERYBODY))
    counted = len(counted_lines(event)) if event.agreed.share else 0
    day = format_date(about.held_on) if about.held_on else ""
    parts = [
        about.title,
        " · ".join(filter(None, (day, about.place))),
        "",
        _("What people who came agreed to share with everybody, and nothing else."),
        ngettext("{count} line is quoted.", "{count} lines are quoted.", quoted),
        ngettext("{count} more is only counted.", "{count} more are only counted.", counted),
        _("Please ask before you use it for something else."),
        _("Made on {day}.", day=format_date(options.on)),
        "",
        *(_(credit) for credit in method_of(event).credits),
    ]
    return "\n".join(parts) + "\n"


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
