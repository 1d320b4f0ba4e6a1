"""The frame of each page: title, time of the last save, calm switch, navigation bar, CSS."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

import streamlit as st

from path_planner.dates import in_zone
from path_planner.domain.base import Document
from path_planner.domain.event.event import Event
from path_planner.domain.session import Session
from path_planner.i18n import _
from path_planner.methods.model import Feature
from path_planner.methods.registry import has
from path_planner.resources import package_file
from path_planner.services.context import SessionContext
from path_planner.ui import navigation, state
from path_planner.ui.components.basics import (
    escaped,
    heading,
    link,
    next_link,
    placeholder,
    session_title,
    window_link,
)
from path_planner.ui.components.messages import show_messages
from path_planner.ui.components.two_versions import versions_in, versions_watch
from path_planner.ui.context import open_session, use_language
from path_planner.ui.navigation import PAGES, Page, page
from path_planner.ui.phones.phone_server import PHONES


def open_page(
    name: str, *, titled: bool = True, bare: bool = False, messages: bool = True
) -> SessionContext:
    """Begin a page of a session with its bar, messages and heading; return its edit context.

    With `titled=False` the page shows its own heading, with `messages=False` its messages where
    they push nothing away; a `bare` page has no bar.
    """
    if not state.session_id():
        use_language()
        _ask_for_a_session(page(name))
    context = open_session()
    state.show_revision(context.document.revision)
    if not bare:
        bar(page(name), session_title(context.document), context.document)
    if messages:
        show_messages()
    if not bare:
        show_two_versions(context.document, name)
    if titled:
        heading(_(page(name).title))
    return context


PAGE_NEEDS = {
    "open_space": Feature.AGENDA,
    "world_cafe": Feature.TABLES,
}
"""By page of an event: what its method must work with; other pages are there for all."""

_COLLECTIONS: Mapping[str, tuple[str, ...]] = {
    "prepare": ("about", "consent", "people", "agreement"),
    "walk": ("stages", "commitments", "marks"),
    "wall": ("voices", "commitments", "marks"),
    "commitments": ("commitments", "reviews"),
    "gather": ("sources",),
    "theme": ("themes", "disagreements"),
    "prioritise": ("causes", "priorities", "votes"),
    "plan": ("about", "limits", "unheard", "steering", "actions", "outcomes"),
    "publish": ("about",),
    "day": ("about", "limits", "agreed", "guests", "rooms", "slots", "tables"),
    "open_space": ("topics", "reports", "rooms", "slots"),
    "world_cafe": ("tables", "rounds"),
    "harvest": ("groups", "answers"),
    "review": ("rounds", "replies", "answers", "readings"),
}
"""By page or step: the collections whose two versions it shows at its top."""


def show_two_versions(document: Document, name: str) -> None:
    """Show what two people changed at once on this page, also when another window does so later."""
    with st.container(key="two-versions"):
        # The wall is for the whole circle to see.
        versions_in(document, _COLLECTIONS.get(name, ()), private=name != "wall")
        versions_watch(document)


def open_list_page(name: str) -> None:
    """Begin a page without a session; the page shows its own heading."""
    use_language()
    bar(page(name))
    show_messages()


def saved_line(document: Document) -> None:
    """Show when the document was last saved; a fragment that saves shows it again."""
    text = escaped(when_saved(document))
    st.html(f'<p class="saved" role="status">{text}</p>', width="content")


def when_saved(document: Document) -> str:
    """Return the time of the last saved change, in words."""
    moment = in_zone(document.updated)
    clock = moment.strftime("%H:%M:%S")
    if moment.date() == datetime.now(UTC).astimezone().date():
        return _("Saved {time}", time=clock)
    return _("Saved {day}, {time}", day=moment.strftime("%d/%m/%Y"), time=clock)


def bar(
    current: Page,
    title: str = "",
    document: Document | None = None,
    *,
    saved: Callable[[Document], None] = saved_line,
) -> None:
    """Show the bar: the document's title, when it was saved, links to the other pages."""
    with st.container(horizontal=True, vertical_alignment="center", key="bar"):
        shown = escaped(title or _("Path Planner"))
        st.html(f'<p class="session-title" dir="auto">{shown}</p>')
        with st.container(horizontal=True, key="bar-places", gap="small"):
            for other in PAGES:
                if _is_in_bar(other, document):
                    # On a vision the link to its own page stays: it leads back to all visions.
                    is_current = other is current and bool(other.document or not document)
                    _page_link(other, is_current)
        with st.container(
            horizontal=True, width="content", key="bar-top", vertical_alignment="center"
        ):
            if document:
                saved(document)
            _calm_switch()


_OF_PHONES = frozenset({"phones", "day_phones"})


def _is_in_bar(other: Page, document: Document | None) -> bool:
    """Say whether a page is in the bar; to keep it short, that of a document has its pages."""
    if other.name in _OF_PHONES and PHONES.server is None:
        return False
    if isinstance(document, Event):
        has_page = other.name not in PAGE_NEEDS or has(document, PAGE_NEEDS[other.name])
        return other.name == "days" or (other.document == "event" and has_page)
    if isinstance(document, Session):
        return other is PAGES[0] or other.needs_session
    return not other.document


def _page_link(page: Page, is_current: bool) -> None:
    if is_current:
        st.html(
            f'<p class="here" aria-current="page">{escaped(_(page.title))}</p>', width="content"
        )
        return
    if page.own_window:
        window_link(page.name, _(page.title), page.icon)
    else:
        link(page.name, _(page.title), page.icon)


def _calm_switch() -> None:
    key = "calm-switch"
    state.set_widget_value(key, state.calm())
    st.toggle(
        _("Calm view"),
        key=key,
        on_change=_calm_changed,
        args=(key,),
        width="content",
    )


def _calm_changed(key: str) -> None:
    if not state.has_widget(key):
        # A late request of the page before: the browser empties this page when it is answered.
        navigation.show()
    # A request that was cut off may report a change without one.
    elif state.widget_value(key) != state.calm():
        navigation.show(calm="1" if state.widget_value(key) else "")


def _ask_for_a_session(current: Page) -> None:
    bar(current)
    heading(_(current.title))
    placeholder(_("Choose a PATH first, or start a new one."))
    next_link("sessions", _("Go to your PATHs"))
    navigation.finish()
    st.stop()


def apply_css(page: str) -> None:
    """Apply the style sheets: that of the app, of calm mode, of the kind of document, of `page`."""
    st.html(package_file("ui/css/paper.css"))
    if state.calm():
        st.html(package_file("ui/css/calm.css"))
    kind = next((each.document for each in PAGES if each.name == page), "")
    for name in filter(None, (kind, page)):
        own = package_file(f"ui/css/{name}.css")
        if own.is_file():
            st.html(own)
