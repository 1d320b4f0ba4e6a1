"""Interest by slips: make and print them, type for people without a phone, close and count."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from path_planner.domain.base import sorted_records
from path_planner.errors import FileGone
from path_planner.exports.join_sheet import PDF
from path_planner.exports.slips import render_slips
from path_planner.i18n import _, ngettext
from path_planner.services.arrivals.asking import interest_question
from path_planner.services.arrivals.interest import (
    close_count,
    discard_count,
    open_count,
    topics_to_count,
    vote,
)
from path_planner.services.arrivals.poll import MOST_SLIPS, Poll
from path_planner.services.arrivals.tray import read_tray
from path_planner.services.context import EventContext, EventResult
from path_planner.ui import state
from path_planner.ui.components.basics import (
    confirm_button,
    escape_markdown,
    heading,
    paragraph,
)
from path_planner.ui.components.downloads import Offer, download_button
from path_planner.ui.components.repeat_form import RepeatForm
from path_planner.ui.context import on_click_run, run_use_case

_SLIPS = "slips of the count"
_FEWEST = 10


def interest_by_slips(context: EventContext) -> None:
    """Show the count of interest, where there are topics to be interested in."""
    event = context.document
    poll = read_tray(context.store, event.id).poll
    if poll is None and not topics_to_count(event):
        return
    heading(_("Interest by slips"), 2)
    if poll is None:
        _begin(context)
    else:
        _going_on(context, poll)


def _begin(context: EventContext) -> None:
    paragraph(
        _(
            "Print a slip for each person and hand them out. With it they choose topics on a "
            "phone, their own or somebody else's, or with you. Each slip counts once, and nobody "
            "can see who chose what."
        ),
        "facts",
    )
    present = sum(guest.present for guest in sorted_records(context.document.guests))
    key = state.key("number of slips")
    st.number_input(_("How many slips?"), 1, MOST_SLIPS, max(present, _FEWEST), key=key)
    st.button(
        _("Make the slips"),
        key=state.key("make slips"),
        icon=":material/confirmation_number:",
        on_click=_make,
        args=(key,),
    )


def _make(key: str) -> None:
    run_use_case(_opened, int(state.widget_value(key, _FEWEST)))


def _opened(context: EventContext, slips: int) -> EventResult:
    printed = open_count(context, slips)
    poll = read_tray(context.store, context.document.id).poll
    # In memory of this window alone: of what is stored nobody can make them again.
    state.remember(_SLIPS, (poll.id if poll else "", printed))
    return EventResult(context.document)


def _going_on(context: EventContext, poll: Poll) -> None:
    total = len(poll.slips)
    paragraph(
        ngettext(
            "{used} of {count} slip is used. Ask for it on phones under “What is asked?”.",
            "{used} of {count} slips are used. Ask for them on phones under “What is asked?”.",
            total,
            used=poll.people,
        )
    )
    of_poll, slips = state.recall(_SLIPS, ("", ()))
    if of_poll == poll.id:
        _print(context, poll, slips)
    else:
        paragraph(_("These slips were made in another window, and can only be printed there."))
    _proxy(context)
    st.button(
        _("Close and count"),
        key=state.key("close count"),
        icon=":material/done_all:",
        on_click=on_click_run,
        args=(close_count,),
    )
    confirm_button(
        "count by slips",
        _("Delete this count"),
        _("Delete this count and its slips? Nothing from it is added to the topics."),
        lambda: discard_count(context.store, context.document.id),
    )


def _print(context: EventContext, poll: Poll, slips: tuple[str, ...]) -> None:
    about = context.document.about

    def made() -> bytes:
        open_poll = read_tray(context.store, context.document.id).poll
        if open_poll is None or open_poll.id != poll.id:
            raise FileGone
        return render_slips(slips, about.title, about.language, context.now())

    offer = Offer(file_name="slips.pdf", mime=PDF, content=made)
    key = state.key("print slips")
    download_button(_("Print the slips"), offer, key, facts=poll.id, icon="print")


def _proxy(context: EventContext) -> None:
    """Show the form for people without a phone: their slip, their topics, Enter, and the next."""
    form = RepeatForm("vote for someone")
    options = interest_question(context.document).options
    topics = {escape_markdown(title): topic for topic, title in options}
    with form.shown():
        st.text_input(
            _("The number on their slip"), key=form.key("slip"), max_chars=20, autocomplete="off"
        )
        st.multiselect(_("Their topics"), list(topics), key=form.key("topics"))
        form.submit_button(_("Count them in"), "count in", lambda: _count_in(form, topics))


def _count_in(form: RepeatForm, topics: Mapping[str, str]) -> None:
    slip = str(form.value("slip", ""))
    if slip.strip():
        chosen = tuple(topics[each] for each in form.value("topics", ()) if each in topics)
        form.save(_cast, slip, chosen)


def _cast(context: EventContext, slip: str, topics: Any) -> EventResult:
    vote(context.store, context.document.id, slip, context.op_id or "", topics)
    return EventResult(context.document)
