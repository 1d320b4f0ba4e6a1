"""The trash: documents deleted in the last 30 days, to restore or to erase for good."""

from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

from path_planner.i18n import _, format_date, ngettext
from path_planner.storage.protocol import L, Store, TrashedSummary
from path_planner.ui.components.basics import confirm_button, paragraph
from path_planner.ui.components.messages import attempt_action
from path_planner.ui.erased import erase


def trash_list(store: Store[Any, L], title_of: Callable[[L], str]) -> None:
    """Show the documents in the trash, if there are any."""
    removed = store.trash()
    if not removed:
        return
    label = ngettext("Recently deleted ({count})", "Recently deleted ({count})", len(removed))
    with st.expander(label, icon=":material/restore_from_trash:", key="removed"):
        for summary in removed:
            _row(store, summary, title_of(summary.entry))


def _row(store: Store[Any, L], summary: TrashedSummary[L], title: str) -> None:
    document_id = summary.entry.id
    with st.container(border=True, key=f"gone-{document_id}"):
        paragraph(title, "strong")
        paragraph(
            _("You can restore it until {day}.", day=format_date(summary.restorable_until)), "facts"
        )
        with st.container(horizontal=True):
            st.button(
                _("Restore"),
                key=f"restore-{document_id}",
                icon=":material/undo:",
                on_click=attempt_action,
                args=(partial(store.restore, document_id),),
            )
            confirm_button(
                f"erase {document_id}",
                _("Delete for good"),
                _("Delete every copy of “{title}” now? This cannot be undone.", title=title),
                partial(attempt_action, partial(erase, store, document_id)),
                yes=_("Yes, delete it"),
            )
