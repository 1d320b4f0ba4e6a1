"""The cloth of a table: on the wall component, where all windows draw and write, or as a list."""

from contextlib import suppress
from dataclasses import replace
from functools import partial
from hashlib import sha256
from typing import Any

import orjson
import streamlit as st

from path_planner.analysis.cafe import current_round, lines_of_cloth, open_round, rounds_of
from path_planner.domain.event.cafe import Round
from path_planner.domain.event.contribution import Part
from path_planner.domain.event.event import Event
from path_planner.errors import NotSaved, PlannerError, StoreLocked
from path_planner.i18n import _
from path_planner.scene.cloth import table_title
from path_planner.services.context import EventContext
from path_planner.services.event.cloth import settle_words
from path_planner.services.event.cloth_commands import apply_command, read_command
from path_planner.services.event.contributions import contribute
from path_planner.ui import navigation, state
from path_planner.ui.components.basics import escaped, paragraph
from path_planner.ui.components.messages import show_error
from path_planner.ui.components.timer import timer_display
from path_planner.ui.context import open_event_context
from path_planner.ui.event.cafe.cloth_setting import people_at
from path_planner.ui.event.cafe.cloth_view import as_seen, cloth_view_of
from path_planner.ui.event.line_places import LinePlace, speakers
from path_planner.ui.event.lines import lines_part
from path_planner.ui.event.pictures import picture_button
from path_planner.ui.sync.acks import Acks, Connection, apply_each
from path_planner.ui.sync.component import Change
from path_planner.ui.wall import component
from path_planner.ui.wall.deltas import delta_for
from path_planner.ui.wall.presenter import WallMessage, read

LIST = "list"
"""The query parameter that shows the words of a cloth as a list."""


def cloth_view(context: EventContext, table_id: str) -> None:
    """Show the cloth of a table, or its words as a list, with the clock of the round above it."""
    event = context.document
    now = open_round(event)
    shows_list = state.query_param(LIST) == "1" or now is None
    _head(event, table_id, now, shows_list=shows_list)
    if now is None or shows_list:
        _list(context, table_id, now)
    else:
        _cloth(table_id)


def _head(event: Event, table_id: str, now: Round | None, *, shows_list: bool) -> None:
    table = event.tables[table_id]
    question = table.question or (now.question if now else "") or event.about.question
    with st.container(horizontal=True, vertical_alignment="center", key="cloth-head"):
        st.button(
            _("All tables"),
            key=state.key("all tables"),
            icon=":material/arrow_back:",
            on_click=_show,
            kwargs={"table": "", LIST: ""},
        )
        kicker = escaped(table_title(event, table_id))
        st.html(f'<p class="kicker">{kicker}</p><h1 dir="auto">{escaped(question)}</h1>')
        if now is not None:
            st.button(
                _("Cloth") if shows_list else _("As a list"),
                key=state.key("cloth or list"),
                icon=":material/draw:" if shows_list else ":material/list:",
                on_click=_show,
                kwargs={LIST: "" if shows_list else "1"},
            )
        if now is not None and not shows_list:
            where = LinePlace((Part.TABLE,), {"table": table_id, "round": now.id})
            picture_button(where, people_at(event, table_id) or speakers(event), contribute)
        with st.container(key="clock", width="content"):
            timer_display(_("left in this round") if current_round(event) else "")


def _show(**query: str) -> None:
    navigation.show(**query)


def _list(context: EventContext, table_id: str, now: Round | None) -> None:
    """Show the field for words, and the words of all rounds, the newest round first."""
    event = context.document
    if now is None:
        paragraph(_("Add a round first. Then you can draw."), "quiet")
    lines_part(
        context,
        Part.TABLE,
        people=people_at(event, table_id),
        label=_("Add words"),
        table=table_id,
        round=now.id if now else None,
    )
    _earlier_lines(context, table_id, now)
    rule = escaped(_("Add, never rub out."))
    st.html(
        f'<p class="add-never"><strong>{rule}</strong> '
        + escaped(_("To disagree, open a line and answer it. Only you take your own words back."))
        + "</p>"
    )


def _earlier_lines(context: EventContext, table_id: str, now: Round | None) -> None:
    event = context.document
    for number, each in reversed(list(enumerate(rounds_of(event), start=1))):
        is_now = now is not None and each.id == now.id
        if is_now or not any(x.round == each.id for x in lines_of_cloth(event, table_id)):
            continue
        with st.container(key=f"earlier-{number}"):
            title = escaped(_("Earlier: round {number}", number=number))
            st.html(f"<h2>{title}</h2>")
            lines_part(
                context,
                Part.TABLE,
                adds=False,
                answered_in=now.id if now else None,
                table=table_id,
                round=each.id,
            )


@st.fragment(run_every=1.0)
def _cloth(table_id: str) -> None:
    """Show the cloth on the wall component; each second it gets what other windows added."""
    try:
        key = state.key(f"cloth {table_id}")
        context, message = _process_message(key, table_id)
        acks = _connection(table_id).acks()
        component()(
            data=payload(context, table_id, message, acks, calm=state.calm()),
            key=key,
            width="stretch",
            height="stretch",
            on_wall_change=partial(_on_change, key, table_id),
        )
    except PlannerError as error:
        show_error(error)


def _connection(table_id: str) -> Connection[WallMessage]:
    return Connection("wall", read, f"cloth {table_id}")


def _on_change(key: str, table_id: str) -> None:
    # The run that follows meets the same error and shows it.
    with suppress(PlannerError):
        _process_message(key, table_id)


def _process_message(key: str, table_id: str) -> tuple[EventContext, WallMessage]:
    """Apply the changes of the latest message; no Streamlit call may stand between two saves."""
    connection = _connection(table_id)
    message, acks = connection.latest_message(key), connection.acks()
    context = apply_changes(_as_owner(open_event_context(), message), table_id, message, acks)
    connection.remember(message)
    view = cloth_view_of(context.store, context.document, table_id)
    if view.unsettled:
        # If the disk is full, the cloth is still shown.
        with suppress(NotSaved, StoreLocked):
            context = replace(context, document=settle_words(context, table_id).document)
    return context, message


def _as_owner(context: EventContext, message: WallMessage) -> EventContext:
    return replace(context, by=name_of_owner(message.owner) or context.by)


def name_of_owner(owner: str) -> str:
    """Return the name in the journal of a browser with this secret, which it does not give away."""
    return f"cloth-{sha256(owner.encode()).hexdigest()[:24]}" if owner else ""


def apply_changes(
    context: EventContext, table_id: str, message: WallMessage, acks: Acks
) -> EventContext:
    """Apply the changes of a cloth in their order; return the edit context after them."""

    def apply_one(context: EventContext, change: Change) -> EventContext:
        view = cloth_view_of(context.store, context.document, table_id)
        saved = apply_command(context, read_command(change), table_id)
        view.note_author(context.by, saved.changes)
        return replace(context, document=saved.document)

    failed = _("One change on the cloth could not be saved. Everything else is safe.")
    return apply_each(context, message.changes, acks, apply_one, failed=failed)


def payload(
    context: EventContext, table_id: str, message: WallMessage, acks: Acks, *, calm: bool = False
) -> dict[str, Any] | bytes:
    """Return what a window gets: what is new to it, locked but for what its browser added."""
    view = cloth_view_of(context.store, context.document, table_id)
    data = {**delta_for(view, message), **acks.as_message(message.changes)}
    own = view.owned_by(context.by)
    # Until a window has said which browser it is in, nobody knows what is its own.
    known = bool(message.owner)
    data["elements"] = as_seen(data["elements"], own, view.open_stage) if known else []
    data["items"] = [{**item, "own": item["id"] in own} for item in data["items"] if known]
    data["calm"] = calm
    if "setting" in data:
        data["setting"] = {**data["setting"], "calm": calm}
    return data if data["base"] is not None else orjson.dumps(data)
