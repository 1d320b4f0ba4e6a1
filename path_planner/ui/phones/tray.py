"""The tray on the page: one arrival is open, and goes in, aside or out; for eight seconds back."""

import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple

import streamlit as st

from path_planner.domain.people import Role
from path_planner.errors import FileGone, PlannerError
from path_planner.i18n import _, ngettext
from path_planner.services.arrivals import tray as tray_cases
from path_planner.services.arrivals.admitting import admit
from path_planner.services.arrivals.asking import PhoneQuestion
from path_planner.services.arrivals.tray import Arrival, Removed, Tray, read_tray
from path_planner.services.context import EditContext, SaveResult
from path_planner.storage.protocol import Store
from path_planner.ui import state
from path_planner.ui.components.basics import escape_markdown, heading, paragraph, placeholder
from path_planner.ui.components.downloads import Offer, download_button
from path_planner.ui.context import run_use_case
from path_planner.ui.phones.letting_in import questions_of
from path_planner.ui.phones.phone_server import room_of

_REFUSED = "refused arrival"
UNDO_SECONDS = 8.0
_IN_VIEW = 12


class _Refused(NamedTuple):
    """What was refused, in memory only, and until when it can come back."""

    removed: Removed
    until: float


def tray(context: EditContext[Any]) -> None:
    """Show what waits to be read: the first one whole, and of the others a line each."""
    document_id = context.document.id
    found = read_tray(context.store, document_id)
    waiting = found.waiting()
    _follow(context, found)
    _undo_refusal(context)
    heading(ngettext("{count} waits to be read", "{count} wait to be read", len(waiting)), 2)
    paragraph(_("The shared screen does not show this page."), "facts")
    if not waiting:
        room = room_of(document_id)
        phones = len(room.phones) if room else 0
        placeholder(
            ngettext(
                "Nothing waits. {count} phone has opened the page.",
                "Nothing waits. {count} phones have opened the page.",
                phones,
            )
        )
        return
    _open_arrival(context, found, waiting)
    for other in waiting[1:_IN_VIEW]:
        paragraph(f"{summary(other)} · {facts(other)}", "facts")
    if (more := len(waiting) - _IN_VIEW) > 0:
        paragraph(ngettext("And {count} more.", "And {count} more.", more), "facts")


@st.fragment(run_every=2.0)
def _follow(context: EditContext[Any], shown: Tray) -> None:
    """Show the page anew when something arrives, is taken back, or cannot be undone any more."""
    refused = state.recall(_REFUSED)
    is_over = refused is not None and time.monotonic() >= refused.until
    if is_over or read_tray(context.store, context.document.id) != shown:
        if is_over:
            state.remember(_REFUSED, None)
        st.rerun(scope="app")


def _open_arrival(context: EditContext[Any], found: Tray, waiting: list[Arrival]) -> None:
    first = waiting[0]
    with st.container(border=True, key=f"arrival-{first.id}"):
        for one in found.group(first.id):
            paragraph(summary(one), "said")
            paragraph(facts(one), "facts")
            _picture_and_sound(context, one)
        questions = questions_of(context.document)
        _place(first, questions)
        _typed(first)
        with st.container(horizontal=True):
            _button(_("Put it in"), first, "add", _put_in, first, questions, primary=True)
            if not first.set_aside:
                _button(_("Set aside"), first, "inventory_2", _set_aside, first.id)
            _button(_("Refuse: no trace stays"), first, "delete", _refuse, context, first.id)
        if len(waiting) > 1:
            same = st.selectbox(
                _("It says the same as …"),
                waiting[1:],
                index=None,
                format_func=lambda one: escape_markdown(summary(one)),
                key=state.key(f"same as {first.id}"),
            )
            if same is not None:
                _button(_("Join the two"), first, "merge", _join, context, first.id, same.id)


def _place(first: Arrival, questions: Mapping[str, PhoneQuestion]) -> None:
    labels = list(questions)
    sent_to = [label for label in labels if questions[label].place == first.place]
    st.selectbox(
        _("Where does it go?"),
        labels,
        index=labels.index(sent_to[0]) if sent_to else None,
        key=_place_key(first),
    )


def _place_key(first: Arrival) -> str:
    return state.key(f"place of {first.id}")


def _typed(first: Arrival) -> None:
    if first.sound:
        st.text_area(_("Type what you hear. The sound itself is not saved."), key=_typed_key(first))


def _typed_key(first: Arrival) -> str:
    return state.key(f"typed of {first.id}")


def _picture_and_sound(context: EditContext[Any], one: Arrival) -> None:
    """Show a picture and a sound once somebody asks for them."""
    asked = f"opened {one.id}"
    if not (one.picture or one.sound):
        return
    if not state.recall(asked):
        label = _("Show the picture") if one.picture else _("Listen to the sound")
        st.button(label, key=state.key(asked), on_click=state.remember, args=(asked, True))
        return
    picture = tray_cases.picture_of(context.store, context.document.id, one)
    if picture is not None:
        st.html(
            f'<img style="max-width:100%;max-height:20rem" alt="" '
            f'src="data:{picture.encoding.value};base64,{picture.base64}">'
        )
    if one.sound:
        # Streamlit's own player would keep a copy of it after it was admitted or refused.
        offer = Offer(
            file_name=f"sound.{one.sound_type.partition('/')[2] or 'audio'}",
            mime=one.sound_type,
            content=partial(_sound, context.store, context.document.id, one.sound),
        )
        download_button(_("Take the sound, to listen to it"), offer, state.key(f"sound {one.id}"))


def _sound(store: Store[Any, Any], document_id: str, sound: str) -> bytes:
    content = store.get_blob(document_id, sound)
    if content is None:
        raise FileGone
    return content


def summary(arrival: Arrival) -> str:
    """Return the words of an arrival, or what it is if it has none."""
    if arrival.text:
        return arrival.text
    return _("A picture") if arrival.picture else _("A sound")


def facts(arrival: Arrival) -> str:
    """Return how far an arrival may be shared, and what else its phone said."""
    named = [
        _(tray_cases.SHARE_FROM_PHONES[arrival.share]),
        _("helped to write it") if arrival.helped else "",
        "" if arrival.role is Role.OTHER else _(tray_cases.ROLES_FROM_PHONES[arrival.role]),
        _("set aside") if arrival.set_aside else "",
    ]
    return " · ".join(filter(None, named))


def _button(
    label: str,
    first: Arrival,
    icon: str,
    act: Callable[..., None],
    *args: Any,
    primary: bool = False,
) -> None:
    st.button(
        label,
        key=state.key(f"{icon} {first.id}"),
        icon=f":material/{icon}:",
        type="primary" if primary else "secondary",
        on_click=act,
        args=args,
    )


def _put_in(first: Arrival, questions: Mapping[str, PhoneQuestion]) -> None:
    # As the fields are now: they may have changed with this press.
    chosen = state.widget_value(_place_key(first)) or ""
    place = questions[chosen].place if chosen in questions else first.place
    run_use_case(_admitted, first.id, place, text=state.widget_value(_typed_key(first)) or "")


def _admitted(context: EditContext[Any], *args: Any, **named: Any) -> SaveResult[Any]:
    return admit(context, *args, **named)[0]


def _set_aside(arrival_id: str) -> None:
    run_use_case(_aside, arrival_id)


def _aside(context: EditContext[Any], arrival_id: str) -> SaveResult[Any]:
    tray_cases.set_aside(context.store, context.document.id, arrival_id)
    return SaveResult(context.document)


def _join(context: EditContext[Any], arrival_id: str, other_id: str) -> None:
    _with_message(lambda: tray_cases.join(context.store, context.document.id, arrival_id, other_id))


def _refuse(context: EditContext[Any], arrival_id: str) -> None:
    def refuse() -> None:
        removed = tray_cases.refuse(context.store, context.document.id, arrival_id)
        state.remember(_REFUSED, _Refused(removed, time.monotonic() + UNDO_SECONDS))

    _with_message(refuse)


def _undo_refusal(context: EditContext[Any]) -> None:
    """Offer to take a refusal back while its time is not over; then forget it for good."""
    refused = state.recall(_REFUSED)
    if refused is None:
        return
    if time.monotonic() >= refused.until:
        state.remember(_REFUSED, None)
        return
    st.button(
        _("Undo: refused"),
        key=state.key("undo refusal"),
        icon=":material/undo:",
        on_click=_restore,
        args=(context, refused.removed),
    )


def _restore(context: EditContext[Any], removed: Removed) -> None:
    state.remember(_REFUSED, None)
    _with_message(lambda: tray_cases.restore(context.store, context.document.id, removed))


def _with_message(act: Callable[[], None]) -> None:
    try:
        act()
    except PlannerError as error:
        state.ui_state().error_message = str(error)
