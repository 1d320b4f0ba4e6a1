"""The list of days together: create, open, copy, download, delete."""

import streamlit as st

from path_planner.domain.base import MOST_LETTERS_IN_A_LINE
from path_planner.i18n import _, format_date, language_name, ngettext
from path_planner.methods.registry import methods
from path_planner.services.event.documents import begin, duplicate
from path_planner.storage.event_type import EVENTS
from path_planner.storage.protocol import EventSummary
from path_planner.ui.components.basics import event_title, paragraph, placeholder
from path_planner.ui.components.choices import language_choices
from path_planner.ui.components.document_list import (
    ListedKind,
    ListItem,
    SearchField,
    document_list,
    document_row,
)
from path_planner.ui.components.repeat_form import run_once
from path_planner.ui.stores import event_store

KIND = ListedKind("event", EVENTS.suffix, event_store, duplicate)


def begin_event_form() -> str:
    """Show the form that starts a day together; return its id once it is created."""
    known = methods()
    method = st.radio(
        _("How will you meet?"),
        list(known),
        format_func=lambda name: _(known[name].title),
        key="event-method",
    )
    paragraph(_(known[method or next(iter(known))].summary), "facts")
    with st.form("begin-event", border=False):
        title = st.text_input(
            _("What is the day called?"),
            max_chars=MOST_LETTERS_IN_A_LINE,
            placeholder=_("For example: Our town together"),
            autocomplete="off",
        )
        question = st.text_input(
            _("What is the question of the day?"),
            max_chars=MOST_LETTERS_IN_A_LINE,
            placeholder=_(known[method or next(iter(known))].question),
            autocomplete="off",
        )
        language = st.selectbox(_("Language"), language_choices(), format_func=language_name)
        pressed = st.form_submit_button(
            _("Start"), type="primary", icon=":material/play_arrow:", key="begin-event-now"
        )
    if pressed and not title.strip():
        paragraph(_("Please give the day a name. You can change it later."), "needed")
        return ""
    facts = {"language": language or "en"}
    if question.strip():
        facts["question"] = question
    chosen = method or next(iter(known))
    return run_once(
        "begin event", lambda: begin(event_store(), title, chosen, **facts).id, pressed=pressed
    )


def event_list() -> None:
    """Show the days, newest first, with a search field if there are any."""
    entries = event_store().summaries()
    if not entries:
        placeholder(_("No days yet. Start one, or try an example."))
        return
    search = SearchField(
        _("Find a day"), _("Title or place"), _("No day has these words in its title or place.")
    )
    document_list(ListItem("event", _text_of, _row), entries, search)


def title_of(entry: EventSummary) -> str:
    """Return the title of a listed day."""
    return event_title(entry.title)


def _text_of(entry: EventSummary) -> str:
    return f"{entry.title} {entry.place}"


def _row(entry: EventSummary) -> None:
    document_row(KIND, entry, "day", title_of(entry), _facts(entry))


def _facts(entry: EventSummary) -> list[str]:
    method = methods().get(entry.method)
    facts = [
        _(method.title) if method else "",
        format_date(entry.held_on) if entry.held_on else "",
        entry.place,
        ngettext("{count} guest", "{count} guests", entry.guests) if entry.guests else "",
        ngettext("{count} topic", "{count} topics", entry.topics) if entry.topics else "",
        ngettext("{count} line", "{count} lines", entry.voices),
    ]
    return [*facts, _("closed")] if entry.is_closed else facts
