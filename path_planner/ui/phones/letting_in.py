"""Letting phones in: where, what is asked, the codes for the room, and stopping it at once."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import segno
import streamlit as st

from path_planner.dates import in_zone
from path_planner.domain.base import sorted_records
from path_planner.domain.event.event import Event
from path_planner.domain.session import Session
from path_planner.errors import FileGone, PlannerError
from path_planner.exports.join_sheet import PDF, Joining, Wifi, render
from path_planner.i18n import _
from path_planner.processes.prompts import process_of, stage_title
from path_planner.services.arrivals.asking import (
    PhoneQuestion,
    day_question,
    interest_question,
    stage_question,
    table_question,
    topic_question,
)
from path_planner.services.arrivals.tray import read_tray
from path_planner.services.context import EditContext
from path_planner.ui import state
from path_planner.ui.components.basics import escaped, heading, paragraph, placeholder
from path_planner.ui.components.downloads import Offer, download_button
from path_planner.ui.phones.checklist import when_it_does_not_work
from path_planner.ui.phones.phone_server import PHONES, OpenRoom, PhoneServer, room_of

_BIG, _WIFI = "codes shown big", "Wi-Fi of the room"
_SIZE, _BIG_SIZE = 200, 420


def letting_in(context: EditContext[Any]) -> None:
    """Show whether phones are let in, and the buttons for it."""
    server, room = PHONES.server, room_of(context.document.id)
    if server is None:
        placeholder(
            _(
                "Phones are off. To let them in, start Path Planner with --phones and the "
                "address of this computer, such as: path-planner run --phones 192.168.1.20"
            )
        )
    elif room is None:
        _closed(context, server)
    else:
        _open(context, server, room)


def _closed(context: EditContext[Any], server: PhoneServer) -> None:
    host = server.address.partition(":")[0]
    addresses = list(dict.fromkeys([*([host] if host else []), *server.addresses()]))
    chosen = st.selectbox(
        _("At which address of this computer?"), addresses, key=state.key("phone address")
    )
    label, asked = _question(context)
    paragraph(
        _(
            "Whoever is in this network and has the code can send words; nobody sees your pages. "
            "What is sent could be read by others who know the password of the network. "
            "Phones are out again when you stop, when the day is closed, or after eight hours."
        ),
        "facts",
    )
    st.button(
        _("Let phones in"),
        key=state.key("let phones in"),
        type="primary",
        icon=":material/smartphone:",
        disabled=not (chosen and label),
        on_click=_let_in,
        args=(context, server, chosen, asked),
    )


def _let_in(
    context: EditContext[Any], server: PhoneServer, address: str, asked: PhoneQuestion
) -> None:
    try:
        server.listen(address)
        server.let_in(context.store, context.document.id, asked)
    except PlannerError as error:
        state.ui_state().error_message = str(error)


def _open(context: EditContext[Any], server: PhoneServer, room: OpenRoom) -> None:
    until = in_zone(room.invitation.until).strftime("%H:%M")
    paragraph(_("Phones are let in at {address} until {time}.", address=server.address, time=until))
    label, asked = _question(context)
    if label:
        room.ask(asked)
    wifi = _wifi_fields()
    _codes(server, room, wifi, _SIZE)
    when_it_does_not_work(context, server, room)
    with st.container(horizontal=True):
        st.button(
            _("Stop"),
            key=state.key("stop phones"),
            icon=":material/block:",
            on_click=server.stop,
        )
        st.toggle(
            _("Take nothing new just now"),
            value=room.closes_tray,
            key=state.key("rest phones"),
            on_change=_rest,
            args=(room,),
        )
        st.button(
            _("Show the codes big"),
            key=state.key("codes big"),
            icon=":material/fullscreen:",
            on_click=state.remember,
            args=(_BIG, True),
        )
    _sheet(context, server, room, wifi)
    _reading_along()


def _reading_along() -> None:
    with st.expander(_("What can be read along on this network?")):
        for sentence in (
            _(
                "Phones send without encryption, as browsers do not trust a certificate that was "
                "made for one room."
            ),
            _(
                "Somebody on the same Wi-Fi who knows its password and has the tools could read "
                "the words, pictures and sounds that phones send, and the question."
            ),
            _(
                "They could not read your plan, what waits in the tray, or what you type: "
                "that stays on this computer."
            ),
            _("So use a network of your own for the day, and ask for no names."),
        ):
            paragraph(sentence)


def shows_big_codes(context: EditContext[Any]) -> bool:
    """Show the codes for the room and nothing else, if somebody asked for that; say whether."""
    server, room = PHONES.server, room_of(context.document.id)
    if server is None or room is None or not state.recall(_BIG):
        return False
    _codes(server, room, _wifi(), _BIG_SIZE)
    st.button(
        _("Close"),
        key=state.key("codes small"),
        icon=":material/close:",
        on_click=state.remember,
        args=(_BIG, False),
    )
    return True


def _codes(server: PhoneServer, room: OpenRoom, wifi: Wifi, size: int) -> None:
    with st.container(horizontal=True, key="phone-codes"):
        if wifi.text:
            _code(_("1. Join the Wi-Fi"), wifi.text, wifi.name, size)
        title = _("2. Open the page") if wifi.text else _("Open the page")
        _code(title, server.link, server.address, size)
    code, typed = (
        room.invitation.code,
        _("Or type {address} and this code:", address=server.address),
    )
    st.html(
        f'<p class="told" style="font-size:{size // 10}px">{escaped(typed)} '
        f'<b class="phone-code">{escaped(f"{code[:3]} {code[3:]}")}</b></p>'
    )


def _rest(room: OpenRoom) -> None:
    room.closes_tray = not room.closes_tray


def _question(context: EditContext[Any]) -> tuple[str, PhoneQuestion]:
    document = context.document
    questions = dict(questions_of(document))
    if isinstance(document, Event) and read_tray(context.store, document.id).poll:
        asked = interest_question(document)
        questions[asked.heading] = asked
    label = st.selectbox(_("What is asked?"), list(questions), key=state.key("phone question"))
    return label or "", questions.get(label or "", PhoneQuestion.nothing())


def questions_of(document: Any) -> Mapping[str, PhoneQuestion]:
    """Return the questions that phones can be asked about a document, by a label."""
    if isinstance(document, Session):
        stages = process_of(document).stages
        return {stage_title(document, one): stage_question(document, one.id) for one in stages}
    if isinstance(document, Event):
        asked = [day_question(document), *_at_tables(document)]
        asked += [topic_question(document, topic.id) for topic in sorted_records(document.topics)]
        return {one.heading or _("Everybody"): one for one in asked}
    return {}


def _at_tables(event: Event) -> list[PhoneQuestion]:
    rounds: list[str | None] = [each.id for each in sorted_records(event.rounds)]
    tables = sorted_records(event.tables)
    return [table_question(event, table.id, each) for each in rounds or [None] for table in tables]


def _wifi_fields() -> Wifi:
    with st.expander(_("The Wi-Fi of the room")):
        before = _wifi()
        name = st.text_input(
            _("Its name"), before.name, key=state.key("wifi name"), max_chars=32, autocomplete="off"
        )
        password = st.text_input(
            _("Its password"),
            before.password,
            key=state.key("wifi phrase"),
            max_chars=63,
            autocomplete="off",
        )
        paragraph(_("Not saved anywhere: it is only drawn as a code, and on the sheet."), "facts")
    wifi = Wifi(name or "", password or "")
    state.remember(_WIFI, wifi)
    return wifi


def _wifi() -> Wifi:
    wifi: Wifi = state.recall(_WIFI, Wifi())
    return wifi


def _sheet(context: EditContext[Any], server: PhoneServer, room: OpenRoom, wifi: Wifi) -> None:
    """Offer the sheet for printing; with the invitation it ends."""
    joining = Joining(
        title=room.question.title,
        link=server.link,
        address=server.address,
        code=room.invitation.code,
        language=context.document.about.language,
        wifi=wifi,
    )

    def made() -> bytes:
        if not room.is_open():
            raise FileGone
        return render(joining, context.now())

    offer = Offer(file_name="join-with-your-phone.pdf", mime=PDF, content=made)
    # Another network is another sheet, and a ticket of its own.
    facts = sha256(repr(joining).encode()).hexdigest()
    download_button(_("Print the sheet"), offer, state.key("join sheet"), facts=facts, icon="print")


def _code(title: str, text: str, below: str, size: int) -> None:
    with st.container(width="content"):
        heading(title, 2)
        st.html(code_image(text, title, size))
        paragraph(below)


def code_image(text: str, label: str, size: int) -> str:
    """Return a QR code as an image in HTML."""
    drawn = segno.make(text, error="m", micro=False).svg_data_uri(scale=6, border=4, light="#fff")
    return (
        f'<img class="phone-qr" width="{size}" height="{size}" alt="{escaped(label)}" '
        f'src="{drawn}">'
    )
