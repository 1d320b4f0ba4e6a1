"""Lists of documents: a paged one with a search field, and the trash of the last 30 days."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Generic, NamedTuple

import streamlit as st

from path_planner.errors import FileTooNew
from path_planner.i18n import _, format_date, ngettext
from path_planner.services.context import now
from path_planner.storage.protocol import FileState, L, Store, Summary, TrashedSummary
from path_planner.ui import state
from path_planner.ui.components.basics import confirm_button, escaped, link, paragraph, placeholder
from path_planner.ui.components.downloads import Offer, download_button
from path_planner.ui.components.messages import attempt_action
from path_planner.ui.components.repeat_form import ClickCounter
from path_planner.ui.erased import erase

PAGE_SIZE = 12
"""Rows of a page of the list, so that a thousand documents stay quick."""


class ListItem(NamedTuple, Generic[L]):
    """How a list shows its entries: the prefix of widget keys, the searched text, the row."""

    name: str
    text_of: Callable[[L], str]
    show: Callable[[L], None]


class SearchField(NamedTuple):
    """The texts of the search field: label, placeholder, and the sentence if nothing is found."""

    label: str
    where: str
    nothing: str


def document_list(listed: ListItem[L], entries: Sequence[L], search: SearchField) -> None:
    """Show a page of the entries that match the search, in their order."""
    shown_from = f"first {listed.name} shown"
    query = st.text_input(
        search.label,
        key=f"find-{listed.name}",
        type="search",
        autocomplete="off",
        icon=":material/search:",
        placeholder=search.where,
        on_change=state.remember,
        args=(shown_from, 0),
    )
    matching = [entry for entry in entries if has_words(listed.text_of(entry), query or "")]
    if not matching:
        placeholder(search.nothing)
    first = min(state.recall(shown_from, 0), max(0, len(matching) - 1))
    for entry in matching[first : first + PAGE_SIZE]:
        listed.show(entry)
    if len(matching) > PAGE_SIZE:
        _page_buttons(shown_from, first, len(matching))


def has_words(text: str, query: str) -> bool:
    """Say whether a text contains all words of a query, in any case."""
    folded = text.casefold()
    return all(word in folded for word in query.casefold().split())


def _page_buttons(shown_from: str, first: int, count: int) -> None:
    last = min(first + PAGE_SIZE, count)
    with st.container(horizontal=True, vertical_alignment="center", key="leaf"):
        st.button(
            _("Newer"),
            icon=":material/arrow_back:",
            disabled=first == 0,
            on_click=state.remember,
            args=(shown_from, max(0, first - PAGE_SIZE)),
        )
        paragraph(
            _("{first} to {last} of {count}", first=first + 1, last=last, count=count), "facts"
        )
        st.button(
            _("Older"),
            icon=":material/arrow_forward:",
            disabled=last >= count,
            on_click=state.remember,
            args=(shown_from, first + PAGE_SIZE),
        )


class ListedKind(NamedTuple):
    """A listed document type: its query parameter, file suffix, store, and how it is copied."""

    name: str
    suffix: str
    store: Callable[[], Any]
    duplicate: Callable[[Any, str, str], object]


def document_row(kind: ListedKind, entry: Summary, page: str, title: str, facts: list[str]) -> None:
    """Show a row of a list with its actions."""
    with (
        st.container(border=True, key=f"{kind.name}-{entry.id}"),
        st.container(
            horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"
        ),
    ):
        with st.container(width="stretch", gap=None):
            link(page, title, key=entry.id, **{kind.name: entry.id})
            st.html(f'<p class="facts" dir="auto">{escaped(" · ".join(filter(None, facts)))}</p>')
            if entry.state is FileState.TOO_NEW:
                paragraph(str(FileTooNew()), "needed")
            if entry.state is FileState.DAMAGED:
                paragraph(_("This file is damaged. Opening it brings back the last good version."))
        with st.popover(_("More"), key=f"more-{entry.id}", icon=":material/more_horiz:"):
            _more(kind, entry, title)


def _more(kind: ListedKind, entry: Summary, title: str) -> None:
    store, copies = kind.store(), ClickCounter(f"copy of {entry.id}")
    copied = partial(kind.duplicate, store, entry.id, _("{title} (copy)", title=title))
    st.button(
        _("Duplicate"),
        key=copies.key,
        icon=":material/content_copy:",
        on_click=attempt_action,
        args=(partial(copies.once, copied),),
    )
    offer = Offer(
        file_name=f"{entry.begun.date().isoformat()}_{entry.id}_{entry.revision}{kind.suffix}",
        mime="application/json",
        content=partial(store.document, entry.id),
    )
    download_button(_("Save a copy (file)"), offer, f"export-{entry.id}")
    confirm_button(
        f"delete {entry.id}",
        _("Delete"),
        _("Delete “{title}”? You can restore it for 30 days.", title=title),
        partial(attempt_action, partial(_remove, kind, entry.id)),
        yes=_("Yes, delete it"),
    )


def _remove(kind: ListedKind, document_id: str) -> None:
    kind.store().remove(document_id, now())


def trash_list(store: Store[Any, L], title_of: Callable[[L], str]) -> None:
    """Show the documents in the trash, if there are any."""
    removed = store.trash()
    if not removed:
        return
    label = ngettext("Recently deleted ({count})", "Recently deleted ({count})", len(removed))
    with st.expander(label, icon=":material/restore_from_trash:", key="removed"):
        for summary in removed:
            _trashed_row(store, summary, title_of(summary.entry))


def _trashed_row(store: Store[Any, L], summary: TrashedSummary[L], title: str) -> None:
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
