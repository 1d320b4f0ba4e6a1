"""Import of days together from the store: what of each would come, and why not."""

from functools import partial

import streamlit as st

from path_planner.analysis.event_lines import may_travel
from path_planner.domain.event.event import Event
from path_planner.domain.vision.vision import Vision
from path_planner.errors import PlannerError
from path_planner.i18n import _, ngettext
from path_planner.services.context import VisionContext
from path_planner.services.vision.anonymised_copy import SourceDetails
from path_planner.services.vision.event_copy import sources_of_event
from path_planner.services.vision.sources import GatherResult, about_again, add_event
from path_planner.storage.protocol import EventSummary, FileState
from path_planner.ui import state
from path_planner.ui.components.basics import escaped, event_title, heading, paragraph
from path_planner.ui.stores import event_store
from path_planner.ui.vision.gather.import_result import (
    DAYS,
    ImportTask,
    import_and_rerun,
    show_import_result,
)

_SHOWN = 12


def choose_events(context: VisionContext) -> None:
    """Show the days of the store with a button each; nothing is shown where there are none."""
    entries = [entry for entry in event_store().summaries() if entry.state is FileState.OK]
    if not entries:
        return
    with st.container(border=True, key="gather-days"):
        heading(_("Days together on this computer"), 2)
        paragraph(
            _("Each topic comes as one source, and a whole café as one, as each line allows it.")
        )
        for entry in entries[:_SHOWN]:
            _row(context, entry)
        if more := len(entries[_SHOWN:]):
            paragraph(ngettext("And {count} more.", "And {count} more.", more))
        show_import_result(DAYS)


def _row(context: VisionContext, entry: EventSummary) -> None:
    title = event_title(entry.title)
    sources = sources_of_event(context.document, entry.id)
    with st.container(horizontal=True, vertical_alignment="center", key=f"gather-day-{entry.id}"):
        what = _what_comes(context.document, entry)
        st.html(f'<p dir="auto"><strong>{escaped(title)}</strong> {escaped(what)}</p>')
        is_new = not sources or entry.revision > sources[0].revision
        drawings = st.checkbox(
            _("with drawings"), key=state.key(f"day drawings {entry.id}"), disabled=not is_new
        )
        pressed = st.button(
            _("Gather again") if sources else _("Gather"),
            key=state.key(f"gather day {entry.id}"),
            icon=":material/input:",
            disabled=not is_new,
        )
    if pressed:
        import_and_rerun(DAYS, [ImportTask(title, partial(_gather, entry.id, drawings))])


def _what_comes(vision: Vision, entry: EventSummary) -> str:
    """Say how many lines of a day would come, and how many stay out."""
    try:
        event = event_store().open(entry.id).document
    except PlannerError as error:
        return str(error)
    if event.agreed.share is not True:
        return _("Nothing will be added: the people who came have not agreed to share it.")
    return _numbers(event, is_here=bool(sources_of_event(vision, entry.id)))


def _numbers(event: Event, *, is_here: bool) -> str:
    comes = sum(may_travel(event, line) for line in event.voices.values())
    stays = len(event.voices) - comes
    told = ngettext("{count} line may travel", "{count} lines may travel", comes)
    if stays:
        told += ", " + ngettext("{count} stays out", "{count} stay out", stays)
    gathered = _("gathered")
    return f"{told} · {gathered}" if is_here else told


def _gather(event_id: str, drawings: bool, context: VisionContext) -> GatherResult:
    event = event_store().open(event_id).document
    existing = sources_of_event(context.document, event_id)
    about = about_again(existing[0]) if existing else SourceDetails()
    return add_event(context, event, about._replace(drawings=drawings or about.drawings))
