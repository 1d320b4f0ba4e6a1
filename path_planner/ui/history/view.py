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
    escaped,
    heading,
    paragraph,
    placeholder,
)
from path_planner.ui.components.messages import attempt_action, notice
from path_planner.ui.components.repeat_form import submit_button
from path_planner.ui.history.comparison import RESULT, comparison
from path_planner.ui.history.labels import point_label, when

_CHOSEN, _SHOWN_FROM = "history point", "history shown from"
_PAGE = 8
"""Points on a page of the list."""


def history_view(context: EditContext[Any]) -> None:
    """Show the points of a document, and the chosen one compared with now or another one."""
    st.html(package_file("ui/history/history.css"))
    heading(_("History"), 2)
    paragraph(
        _(
            "Points are saved automatically at each stage, each break and each hour, and before "
            "something large is added or deleted. What someone withdrew, or what was erased for "
            "good, is in none of them."
        )
    )
    if told := state.recall(RESULT):
        notice(told)
    found = points(
        context.store.history(context.document.id),
        named_points(context.store, context.document.id),
    )
    list_side, point_side = st.columns([1, 3], gap="large")
    with list_side:
        chosen = _points(context, found)
    with point_side:
        if chosen is None:
            placeholder(_("The first point is made when the first stage starts."))
        else:
            comparison(context, chosen, found)
            _delete_button(context, chosen)


def _points(context: EditContext[Any], found: list[Point]) -> Point | None:
    """Show a page of the points, newest first; return the chosen one."""
    _name_form(context)
    past = [
        point
        for point in found
        if point.revision < context.document.revision or point.kind is PointKind.NAMED
    ]
    chosen_key = state.recall(_CHOSEN)
    chosen = next((point for point in past if _key(point) == chosen_key), next(iter(past), None))
    first = min(state.recall(_SHOWN_FROM, 0), max(0, len(past) - 1))
    with st.container(key="history-points", gap=None):
        for point in past[first : first + _PAGE]:
            _point_button(context, point, is_chosen=point is chosen)
    if len(past) > _PAGE:
        with st.container(horizontal=True):
            _page_button(_("Newer"), first - _PAGE, disabled=first == 0)
            _page_button(_("Older"), first + _PAGE, disabled=first + _PAGE >= len(past))
    return chosen


def _key(point: Point) -> str:
    return f"{point.revision} {point.kind.value} {point.id}"


def _point_button(context: EditContext[Any], point: Point, *, is_chosen: bool) -> None:
    label = escape_markdown(point_label(point, context.document))
    time = when(point.at, context.now())
    if is_chosen:
        shown = escaped(point_label(point, context.document))
        st.html(f'<p class="here" aria-current="true"><span>{time}</span> {shown}</p>')
        return
    st.button(
        f"{time} {label}",
        key=state.key(f"point {_key(point)}"),
        type="tertiary",
        width="stretch",
        on_click=_choose,
        args=(_key(point),),
    )


def _choose(key: str) -> None:
    state.remember(_CHOSEN, key)
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


def history_part(context: SessionContext) -> bool:
    """Show the way to the history, or the history in place of the page; return which it was."""
    shows = state.query_param(PART) == HISTORY
    st.button(
        _("Back to preparing") if shows else _("History"),
        key="leave-history" if shows else "open-history",
        icon=":material/arrow_back:" if shows else ":material/history:",
        on_click=navigation.show,
        kwargs={PART: "" if shows else HISTORY},
    )
    if shows:
        history_view(context)
    return shows
