"""PATHs that share less than when they were imported: listed, and updated."""

from functools import partial
from typing import NamedTuple

import streamlit as st

from path_planner.domain.vision.vision import Vision
from path_planner.errors import PlannerError
from path_planner.i18n import _, ngettext
from path_planner.services.context import VisionContext
from path_planner.services.vision.sources import (
    GatherResult,
    SharesLess,
    about_again,
    add_session,
    shares_less,
)
from path_planner.storage.protocol import FileState
from path_planner.ui import state
from path_planner.ui.components.basics import lines, paragraph
from path_planner.ui.components.titles import title_of
from path_planner.ui.stores import session_store
from path_planner.ui.vision.gather.import_result import (
    LESS,
    ImportTask,
    import_and_rerun,
    show_import_result,
)
from path_planner.ui.vision.memo import memo_by_revision_with

Revisions = tuple[tuple[str, int], ...]
"""The PATHs that changed since they were imported, with their revisions."""


class _Less(NamedTuple):
    session: str
    title: str
    found: SharesLess


def outdated_sources(vision: Vision) -> None:
    """Show which PATHs share less by now, with a button that updates them."""
    show_import_result(LESS)
    updates = _found(vision, _changed(vision))
    if not updates:
        return
    with st.container(border=True, key="less-shared", gap="small"):
        paragraph(
            ngettext(
                "{count} PATH shares less than when you gathered it.",
                "{count} PATHs share less than when you gathered them.",
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
        deeds = [
            ImportTask(update.title, partial(_again, update.session, update.found.source))
            for update in updates
        ]
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


@memo_by_revision_with
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


def _again(session_id: str, source_id: str, context: VisionContext) -> GatherResult:
    source = context.document.sources.get(source_id)
    about = about_again(source) if source else None
    return add_session(context, session_store().open(session_id).document, about)
