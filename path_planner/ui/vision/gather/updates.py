"""PATHs and days that share less than when they were imported: listed, and updated."""

from functools import partial
from typing import NamedTuple

import streamlit as st

from path_planner.domain.vision.vision import Vision
from path_planner.errors import PlannerError
from path_planner.exports.vision_memo import once_per_vision
from path_planner.i18n import _, ngettext
from path_planner.services.context import VisionContext
from path_planner.services.vision.sources import (
    GatherResult,
    SharesLess,
    about_again,
    add_event,
    add_session,
    event_shares_less,
    shares_less,
)
from path_planner.storage.protocol import FileState
from path_planner.ui import state
from path_planner.ui.components.basics import event_title, lines, paragraph, title_of
from path_planner.ui.stores import event_store, session_store
from path_planner.ui.vision.gather.import_result import (
    LESS,
    ImportTask,
    import_and_rerun,
    show_import_result,
)

Revisions = tuple[tuple[str, int], ...]
"""The PATHs or days that changed since they were imported, with their revisions."""


class _Less(NamedTuple):
    document: str
    """The id of the session or the event."""
    title: str
    found: SharesLess
    is_event: bool = False


def outdated_sources(vision: Vision) -> None:
    """Show which PATHs share less by now, with a button that updates them."""
    show_import_result(LESS)
    updates = [*_found(vision, _changed(vision)), *_found_events(vision, _changed_events(vision))]
    if not updates:
        return
    with st.container(border=True, key="less-shared", gap="small"):
        paragraph(
            ngettext(
                "{count} PATH or day shares less than when you gathered it.",
                "{count} PATHs or days share less than when you gathered them.",
                len(updates),
            ),
            "needed",
        )
        lines([_line(update) for update in updates])
        paragraph(_("Please update them before you print anything."))
        pressed = st.button(
            _("Update now"),
            key=state.key("gather less shared"),
            type="primary",
            icon=":material/sync:",
        )
    if pressed:
        deeds = [ImportTask(update.title, partial(_again, update)) for update in updates]
        import_and_rerun(LESS, deeds)


def _changed(vision: Vision) -> Revisions:
    gathered = {
        source.session: source.revision for source in vision.sources.values() if source.session
    }
    if not gathered:
        return ()
    return tuple(
        (summary.id, summary.revision)
        for summary in session_store().summaries()
        if summary.state is FileState.OK
        and summary.revision > gathered.get(summary.id, summary.revision)
    )


@once_per_vision
def _found(vision: Vision, changed: Revisions) -> list[_Less]:
    titles = {summary.id: title_of(summary) for summary in session_store().summaries()}
    sources = {source.session: source for source in vision.sources.values()}
    found = []
    for session_id, _less in changed:
        try:
            session = session_store().open(session_id).document
        except PlannerError:
            # The list of PATHs to import shows why it cannot be opened.
            continue
        if less := shares_less(vision, sources[session_id], session):
            found.append(_Less(session_id, titles.get(session_id, ""), less))
    return found


def _changed_events(vision: Vision) -> Revisions:
    gathered = {source.event: source.revision for source in vision.sources.values() if source.event}
    if not gathered:
        return ()
    return tuple(
        (summary.id, summary.revision)
        for summary in event_store().summaries()
        if summary.state is FileState.OK
        and summary.revision > gathered.get(summary.id, summary.revision)
    )


@once_per_vision
def _found_events(vision: Vision, changed: Revisions) -> list[_Less]:
    found = []
    for event_id, _revision in changed:
        try:
            event = event_store().open(event_id).document
        except PlannerError:
            # The list of days to import shows why it cannot be opened.
            continue
        if less := event_shares_less(vision, event):
            found.append(_Less(event_id, event_title(event.about.title), less, is_event=True))
    return found


def _line(less: _Less) -> str:
    if less.found.no_longer:
        return ngettext(
            "{title}: its people no longer agree to share it. Its {count} voice will be removed.",
            "{title}: its people no longer agree to share it. Its {count} voices will be removed.",
            less.found.voices,
            title=less.title,
        )
    return ngettext(
        "{title}: {count} voice can no longer be shared as widely.",
        "{title}: {count} voices can no longer be shared as widely.",
        less.found.voices,
        title=less.title,
    )


def _again(update: _Less, context: VisionContext) -> GatherResult:
    source = context.document.sources.get(update.found.source)
    about = about_again(source) if source else None
    if update.is_event:
        return add_event(context, event_store().open(update.document).document, about)
    return add_session(context, session_store().open(update.document).document, about)
