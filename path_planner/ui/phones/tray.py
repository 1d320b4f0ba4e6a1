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
from path_planner.services.arrivals.joining import lines_at, most_alike
from path_planner.services.arrivals.tray import Arrival, Place, Removed, Tray, read_tray
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
_OPENED = "opened arrival"
_SHORT = 90
_MOST_OTHERS = 100
_WAITS, _THERE = "waits ", "there "
"""What others are joined to: one that waits, or a line that is in the document."""


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
    opened = _opened(waiting)
    _open_arrival(context, found, waiting, opened)
    for other in waiting[:_IN_VIEW]:
        if other.id != opened.id:
            _line(other)
    if (more := len(waiting) - _IN_VIEW) > 0:
        paragraph(ngettext("And {count} more.", "And {count} more.", more), "facts")


def _opened(waiting: list[Arrival]) -> Arrival:
    """Return the arrival that somebody opened, or else the first one."""
    chosen = state.recall(_OPENED)
    return next((one for one in waiting if one.id == chosen), waiting[0])


def _line(other: Arrival) -> None:
    """Show an arrival as a line, which opens it."""
    said = summary(other).replace("\n", " ")
    short = said if len(said) <= _SHORT else f"{said[:_SHORT]}…"
    st.button(
        f"{escape_markdown(short)} · {facts(other)}",
        key=state.key(f"open {other.id}"),
        type="tertiary",
        icon=":material/chevron_right:",
        on_click=state.remember,
        args=(_OPENED, other.id),
    )


@st.fragment(run_every=2.0)
def _follow(context: EditContext[Any], shown: Tray) -> None:
    """Show the page anew when something arrives, is taken back, or cannot be undone any more."""
    refused = state.recall(_REFUSED)
    is_over = refused is not None and time.monotonic() >= refused.until
    if is_over or read_tray(context.store, context.document.id) != shown:
        if is_over:
            state.remember(_REFUSED, None)
        st.rerun(scope="app")


def _open_arrival(
    context: EditContext[Any], found: Tray, waiting: list[Arrival], first: Arrival
) -> None:
    after = _beside(waiting, first, 1)
    with st.container(border=True, key=f"arrival-{first.id}"):
        for one in found.group(first.id):
            paragraph(summary(one), "said")
            paragraph(facts(one), "facts")
            _picture_and_sound(context, one)
        questions = questions_of(context.document)
        _place(first, questions)
        _typed(first)
        with st.container(horizontal=True):
            put_in = partial(_then, after, _put_in, first, questions)
            _button(_("Put it in"), first, "add", "Ctrl+Enter", put_in, primary=True)
            if not first.set_aside:
                aside = partial(_then, after, _set_aside, first.id)
                _button(_("Set aside"), first, "inventory_2", "Alt+A", aside)
            refuse = partial(_then, after, _refuse, context, first.id)
            _button(_("Refuse: no trace stays"), first, "delete", "Ctrl+Delete", refuse)
        _joining(context, waiting, first, questions)
        if len(waiting) > 1:
            with st.container(horizontal=True):
                for label, icon, keys, steps in (
                    (_("The one before"), "arrow_upward", "Alt+Up", -1),
                    (_("The next one"), "arrow_downward", "Alt+Down", 1),
                ):
                    other = _beside(waiting, first, steps)
                    _button(label, first, icon, keys, partial(state.remember, _OPENED, other))


def _beside(waiting: list[Arrival], first: Arrival, steps: int) -> str:
    """Return the id of the one so many steps on, around the end."""
    return waiting[(waiting.index(first) + steps) % len(waiting)].id


def _then(opened_next: str, act: Callable[..., None], *args: Any) -> None:
    """Act on an arrival, and open the next one."""
    act(*args)
    if not state.ui_state().error_message:
        state.remember(_OPENED, opened_next)


def _joining(
    context: EditContext[Any],
    waiting: list[Arrival],
    first: Arrival,
    questions: Mapping[str, PhoneQuestion],
) -> None:
    """Offer to join it to another one that waits or to a line that is there, the likest first."""
    # Of very many the nearest ones are enough: all of them would make the page slow.
    near = [one for one in waiting if one != first][:_MOST_OTHERS]
    others = {_labelled(summary(one)): f"{_WAITS}{one.id}" for one in near}
    lines = lines_at(context.document, _chosen_place(first, questions))
    there = list(lines.items())[:_MOST_OTHERS]
    others |= {escape_markdown(text.replace("\n", " ")): f"{_THERE}{key}" for key, text in there}
    if not others:
        return
    labels = list(others)
    likest = most_alike(first.text, {label: label for label in labels}) if first.text else None
    same = st.selectbox(
        _("It says the same as …"),
        labels,
        index=None if likest is None else labels.index(likest),
        key=state.key(f"same as {first.id}"),
    )
    if same in others:
        join = partial(_join, context, first, others[same], questions)
        _button(_("Join the two"), first, "merge", "Alt+J", join)


def _labelled(text: str) -> str:
    return _("waits: {text}", text=escape_markdown(text.replace("\n", " ")))


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
    keys: str,
    act: Callable[[], None],
    *,
    primary: bool = False,
) -> None:
    st.button(
        label,
        key=state.key(f"{icon} {first.id}"),
        icon=f":material/{icon}:",
        type="primary" if primary else "secondary",
        # Streamlit shows them on the button. With Alt or Ctrl they are no letters of words.
        shortcut=keys,
        on_click=act,
    )


def _chosen_place(first: Arrival, questions: Mapping[str, PhoneQuestion]) -> Place:
    # As the fields are now: they may have changed with this press.
    chosen = state.widget_value(_place_key(first)) or ""
    return questions[chosen].place if chosen in questions else first.place


def _put_in(first: Arrival, questions: Mapping[str, PhoneQuestion], joins: str = "") -> None:
    place, typed = _chosen_place(first, questions), state.widget_value(_typed_key(first)) or ""
    run_use_case(_admitted, first.id, place, text=typed, joins=joins)


def _admitted(context: EditContext[Any], *args: Any, **named: Any) -> SaveResult[Any]:
    return admit(context, *args, **named)[0]


def _set_aside(arrival_id: str) -> None:
    run_use_case(_aside, arrival_id)


def _aside(context: EditContext[Any], arrival_id: str) -> SaveResult[Any]:
    tray_cases.set_aside(context.store, context.document.id, arrival_id)
    return SaveResult(context.document)


def _join(
    context: EditContext[Any], first: Arrival, same: str, questions: Mapping[str, PhoneQuestion]
) -> None:
    if same.startswith(_THERE):
        _put_in(first, questions, same.removeprefix(_THERE))
        return
    other = same.removeprefix(_WAITS)
    _with_message(lambda: tray_cases.join(context.store, context.document.id, first.id, other))


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
