"""The panel on the first screen: a code for one more tablet or laptop, and who is let in."""

from typing import Any

import streamlit as st

from path_planner.errors import PlannerError
from path_planner.i18n import _, ngettext
from path_planner.services.context import EditContext
from path_planner.ui import state
from path_planner.ui.components.basics import escaped, heading, paragraph
from path_planner.ui.phones.letting_in import letting_in
from path_planner.ui.phones.phone_server import PHONES
from path_planner.ui.screens.roles import ROLE_HINTS, ROLE_WORDS, ScreenRole, roles_for
from path_planner.ui.screens.screen_server import SCREENS, PairingCode, ScreenServer, SeenScreen

_A_MOMENT = 5.0


def devices(context: EditContext[Any]) -> None:
    """Show whether phones and second screens are let in, and the buttons for it."""
    if SCREENS.server is None or PHONES.server is None:
        letting_in(context)
        return
    phones, screens = st.tabs([_("Phones"), _("Second screens")])
    with phones:
        letting_in(context)
    with screens:
        _second_screens(context, SCREENS.server)


def _second_screens(context: EditContext[Any], server: ScreenServer) -> None:
    _role_and_button(context, server)
    _code_and_screens(context, server)
    paragraph(
        _(
            "Each code works for one device, for two minutes. The device can open only what you "
            "choose here, and is never sent private words or what phones have sent. It is "
            "disconnected when Path Planner closes, when this is closed or deleted, or after "
            "eight hours."
        ),
        "facts",
    )


def _role_and_button(context: EditContext[Any], server: ScreenServer) -> None:
    roles = roles_for(context.document.kind.name)
    role = st.radio(
        _("What should the next screen do?"),
        roles,
        format_func=lambda one: _(ROLE_HINTS[one]),
        key=state.key("screen role"),
    )
    paragraph(
        _(
            "Whoever knows the password of this network could read along, or use that screen as "
            "their own. A network of your own is best."
        ),
        "facts",
    )
    st.button(
        _("Show a code"),
        key=state.key("screen code"),
        icon=":material/add_to_queue:",
        on_click=_offer,
        args=(context, server, role),
    )


def _offer(context: EditContext[Any], server: ScreenServer, role: ScreenRole) -> None:
    phones = PHONES.server
    host = phones.address.partition(":")[0] if phones else ""
    try:
        server.offer(host, context.store, context.document.id, role)
    except PlannerError as error:
        state.ui_state().error_message = str(error)


@st.fragment(run_every=1.0)
def _code_and_screens(context: EditContext[Any], server: ScreenServer) -> None:
    code = server.code_for(context.document.id)
    if code and server.address:
        st.html(code_html(code, server.address))
    screens = server.screens(context.document.id)
    if screens:
        heading(_("Connected screens"), 2)
    for seen in screens:
        _screen_row(server, seen)


def code_html(code: PairingCode, address: str) -> str:
    """Return the code with where it is typed, and for how long it is good."""
    minutes, seconds = divmod(max(0, round(code.seconds_left)), 60)
    where = _("On the other device open {address} and type:", address=address)
    left = _("{role} · {time} left", role=_(ROLE_WORDS[code.role]), time=f"{minutes}:{seconds:02}")
    return (
        f'<p class="told">{escaped(where)}<br>'
        f'<b class="screen-code">{code.code[:3]} {code.code[3:]}</b><br>'
        f"{escaped(left)}</p>"
    )


def _screen_row(server: ScreenServer, seen: SeenScreen) -> None:
    screen = seen.screen
    with st.container(horizontal=True, vertical_alignment="center"):
        paragraph(
            _(
                "{role} · screen {number} · {seen}",
                role=_(ROLE_WORDS[screen.role]),
                number=screen.number,
                seen=seen_words(seen.seconds_ago),
            )
        )
        st.button(
            _("Stop"),
            key=f"stop screen {screen.id}",
            icon=":material/block:",
            help=_("Screen {number} is disconnected at once", number=screen.number),
            on_click=server.revoke,
            args=(screen.id,),
        )


def seen_words(seconds_ago: float) -> str:
    """Return in words when a screen was last connected."""
    if seconds_ago < _A_MOMENT:
        return _("connected")
    minutes = int(seconds_ago // 60)
    if minutes < 1:
        return _("away for less than a minute")
    return ngettext("away for {count} minute", "away for {count} minutes", minutes)
