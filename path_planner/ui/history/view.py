"""The history of a document, in place of a page: its restore points, the chosen one beside now."""

from typing import Any

import streamlit as st

from path_planner.domain.base import MOST_LETTERS_IN_A_LINE
from path_planner.i18n import _
from path_planner.resources import package_file
from path_planner.services.context import EditContext, SessionContext
from path_planner.services.history.points import (
    Point,
    PointKind,
    delete_point,
    name_point,
    named_points,
    points,
)
from path_planner.ui import navigation, state
from path_planner.ui.components.basics import (
    confirm_button,
    escape_markdown,
    heading,
    paragraph,
    placeholder,
)
from path_planner.ui.components.messages import attempt_action, notice
from path_planner.ui.components.repeat_form import submit_button
from path_planner.ui.history.comparison import RESULT, comparison, state_of_now
from path_planner.ui.history.labels import point_label, when

_CHOSEN, _SHOWN_FROM = "history point", "history shown from"
_PAGE = 8
"""Rows on a page of the list."""


def history_view(context: EditContext[Any]) -> None:
    """Show the points of a document, and the chosen one compared with now or another one."""
    st.html(package_file("ui/history/history.css"))
    with st.container(horizontal=True, vertical_alignment="center", key="history-top"):
        paragraph(
            _(
                "Points are saved automatically at each stage, each break and each hour, and "
                "before something large is added or deleted. What someone withdrew, or what was "
                "erased for good, is in none of them."
            ),
            "facts",
        )
        _name_form(context)
    if told := state.recall(RESULT):
        notice(told)
    found = points(
        context.store.history(context.document.id),
        named_points(context.store, context.document.id),
    )
    past = [
        point
        for point in found
        if point.revision < context.document.revision or point.kind is PointKind.NAMED
    ]
    if not past:
        placeholder(_("The first point is made when the first stage starts."))
        return
    list_side, point_side = st.columns([1, 3], gap="large")
    with list_side:
        chosen = _points(context, past)
    with point_side:
        if chosen is None:
            state_of_now(context.document)
        else:
            comparison(context, chosen, found)
            _delete_button(context, chosen)


_NOW = "now"


def _points(context: EditContext[Any], past: list[Point]) -> Point | None:
    """Show a page of the points, newest first; return the chosen one, or None for now."""
    rows = {_NOW: _("Now")} | {
        _key(point): f"{when(point.at, context.now())} "
        f"{escape_markdown(point_label(point, context.document))}"
        for point in past
    }
    keys = list(rows)
    chosen_key = state.recall(_CHOSEN)
    if chosen_key not in rows:
        chosen_key = keys[1]
    first = min(state.recall(_SHOWN_FROM, 0), len(keys) - 1)
    page = keys[first : first + _PAGE]
    widget = state.key(f"history points {first}")
    # A point that was made meanwhile gives the list new options, and Streamlit the first of them.
    state.set_widget_value(widget, chosen_key if chosen_key in page else None)
    with st.container(key="history-points"):
        st.radio(
            _("Points"),
            page,
            format_func=rows.__getitem__,
            key=widget,
            label_visibility="collapsed",
            on_change=_choose,
            args=(widget,),
        )
    if len(keys) > _PAGE:
        with st.container(horizontal=True):
            _page_button(_("Newer"), first - _PAGE, disabled=first == 0)
            _page_button(_("Older"), first + _PAGE, disabled=first + _PAGE >= len(keys))
    return next((point for point in past if _key(point) == chosen_key), None)


def _key(point: Point) -> str:
    return f"{point.revision} {point.kind.value} {point.id}"


def _choose(widget: str) -> None:
    state.remember(_CHOSEN, state.widget_value(widget))
    state.remember(RESULT, "")


def _page_button(label: str, first: int, *, disabled: bool) -> None:
    st.button(
        label,
        key=state.key(f"history {label}"),
        disabled=disabled,
        on_click=state.remember,
        args=(_SHOWN_FROM, max(0, first)),
    )


def _name_form(context: EditContext[Any]) -> None:
    field = state.key("name of point")
    with (
        st.popover(_("Keep a point with a name"), icon=":material/add:"),
        st.form(state.key("name point"), border=False),
    ):
        st.text_input(
            _("What happened just now?"),
            key=field,
            max_chars=MOST_LETTERS_IN_A_LINE,
            placeholder=_("After the break"),
            autocomplete="off",
        )
        submit_button(
            _("Keep this point"),
            state.key("keep point"),
            lambda: attempt_action(lambda: _name(context, field)),
            type="primary",
        )


def _name(context: EditContext[Any], field: str) -> None:
    name_point(context, state.widget_value(field, ""))
    # Streamlit's `clear_on_submit` would empty it before the name is saved.
    state.set_widget_value(field, "")


def _delete_button(context: EditContext[Any], point: Point) -> None:
    if point.kind is not PointKind.NAMED:
        return
    confirm_button(
        f"point {point.id}",
        _("Delete this name"),
        _("Delete the name “{name}”? The plan stays as it is.", name=point.name),
        lambda: attempt_action(lambda: delete_point(context, point.id)),
        yes=_("Yes, delete it"),
    )


PART = "part"
HISTORY = "history"


def shows_history() -> bool:
    """Say whether the address asks for the history in place of the page."""
    return state.query_param(PART) == HISTORY


def history_link(*, shows: bool) -> None:
    """Show the way to the history, or from it back to the page."""
    st.button(
        _("Back to preparing") if shows else _("History"),
        key="leave-history" if shows else "open-history",
        icon=":material/arrow_back:" if shows else ":material/history:",
        on_click=navigation.show,
        kwargs={PART: "" if shows else HISTORY},
    )


def history_part(context: SessionContext) -> None:
    """Show the history of a session with its heading, in place of the page."""
    with st.container(horizontal=True, vertical_alignment="center", key="history-head"):
        heading(_("History"))
        history_link(shows=True)
    history_view(context)
