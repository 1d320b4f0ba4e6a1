"""The prints of a day: each is made when it is taken, from the day as it is then."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from hashlib import sha256

import streamlit as st

from path_planner import i18n
from path_planner.analysis.event_lines import Readers
from path_planner.domain.event.event import Event
from path_planner.exports.base import Choice, EventExport, EventOptions, Paper
from path_planner.exports.registry import EVENT_EXPORTS
from path_planner.i18n import N_, _
from path_planner.storage.serializer import write
from path_planner.ui import state
from path_planner.ui.components.basics import heading, paragraph
from path_planner.ui.components.choices import PAPER_WORDS
from path_planner.ui.components.downloads import Offer, download_button, made_from
from path_planner.ui.stores import event_store

READERS_WORDS = {
    Readers.CIRCLE: N_("Those who were there"),
    Readers.EVERYBODY: N_("Everybody"),
}
_TILES = (Paper.A4, Paper.A3)
_COLUMNS = 2


def prints(event: Event, today: date) -> None:
    """Show the choices that several prints share, then the prints for the room and for after."""
    offered = [export for export in EVENT_EXPORTS.known if export.offered(event)]
    low_ink = st.checkbox(_("Save ink: no filled areas"), key=state.key("day low ink"))
    heading(_("For the room"), 2)
    rooms = [export for export in offered if Choice.AUDIENCE not in export.takes]
    _buttons(event, rooms, EventOptions(on=today, low_ink=low_ink, language=i18n.language()))
    _not_offered(event)
    heading(_("After the day"), 2)
    readers = st.radio(
        _("Who will read it?"),
        list(Readers),
        index=list(Readers).index(Readers.EVERYBODY),
        format_func=lambda each: _(READERS_WORDS[each]),
        horizontal=True,
        key=state.key("day readers"),
    )
    _who_sees_what(event, readers)
    options = EventOptions(
        on=today, low_ink=low_ink, language=i18n.language(), audience=readers or Readers.EVERYBODY
    )
    _buttons(event, [export for export in offered if Choice.AUDIENCE in export.takes], options)


def _who_sees_what(event: Event, readers: Readers | None) -> None:
    if readers is Readers.CIRCLE:
        paragraph(_("With lines that are only for people who were there. Do not pass it on."))
    elif event.agreed.share is not True:
        paragraph(
            _("No line is in it: the people who came have not agreed to share (see Prepare)."),
            "needed",
        )
    else:
        paragraph(_("Only lines that may be quoted; others are counted."))


def _not_offered(event: Event) -> None:
    """Say why cards with seats are not there, where a café has nobody seated."""
    if event.tables and not event.seats and event.about.closed_at is None:
        paragraph(_("Route cards are here once the guests have their seats."), "facts")


def _buttons(event: Event, exports: Sequence[EventExport], options: EventOptions) -> None:
    columns = st.columns(_COLUMNS)
    for place, export in enumerate(exports):
        with columns[place % _COLUMNS], st.container(border=True, key=f"print-{export.key}"):
            button = st.container()
            chosen = _with_paper(export, options)
            offer = Offer(
                file_name=file_name(event, export, chosen),
                mime=export.mime,
                content=made_from(event_store, event.id, partial(_made, export, chosen)),
            )
            # The print comes first, and below it what can be chosen for it.
            with button:
                download_button(
                    _(export.name), offer, state.key(f"take {export.key}"), facts=repr(chosen)
                )


def _with_paper(export: EventExport, options: EventOptions) -> EventOptions:
    """Return the options with the paper that is chosen for this print."""
    sizes = EventOptions(
        on=options.on,
        low_ink=options.low_ink,
        language=options.language,
        audience=options.audience,
        paper=export.paper,
    )
    if Choice.PAPER not in export.takes:
        return sizes
    paper = st.selectbox(
        _("Paper size"),
        export.papers,
        index=export.papers.index(export.paper),
        format_func=lambda each: _(PAPER_WORDS[each]),
        key=state.key(f"paper of {export.key}"),
    )
    tiled = None
    if Choice.TILED in export.takes:
        tiled = st.selectbox(
            _("Split over sheets, to join up"),
            [None, *_TILES],
            format_func=lambda each: _(PAPER_WORDS[each]) if each else _("One sheet"),
            key=state.key(f"tiles of {export.key}"),
        )
    return EventOptions(
        on=options.on,
        low_ink=options.low_ink,
        language=options.language,
        audience=options.audience,
        paper=paper or export.paper,
        tiled=tiled,
    )


def file_name(event: Event, export: EventExport, options: EventOptions) -> str:
    """Return a file name from day, event, kind and a hash of all that the file depends on."""
    day = (event.about.held_on or event.begun.date()).isoformat()
    facts = f"{options!r} {export.key}".encode() + write(event)
    return f"{day}_{event.id}_{export.key}_{sha256(facts).hexdigest()[:12]}{export.suffix}"


def _made(export: EventExport, options: EventOptions, event: Event) -> bytes:
    return export.render(event, options)
