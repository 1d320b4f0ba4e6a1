"""Hints on the wording of a card, which can be dismissed."""

import streamlit as st

from path_planner.domain.session import Session
from path_planner.i18n import _
from path_planner.processes.model import Stage
from path_planner.processes.style_checks import check_wording
from path_planner.ui import state
from path_planner.ui.components.basics import escaped

_AWAY = "hints put away"


def wording_hints(session: Session, stage: Stage, record_id: str) -> None:
    """Show the hints on one card that were not dismissed yet."""
    hints = [hint for hint in check_wording(session, stage) if hint.record == record_id]
    for number, hint in enumerate(hint for hint in hints if hint not in _dismissed()):
        with st.container(
            horizontal=True, vertical_alignment="center", key=f"hint-{record_id}-{number}"
        ):
            tip, advice = escaped(_("Tip:")), escaped(_(hint.message))
            st.html(f'<p class="hint" dir="auto"><b>{tip}</b> {advice}</p>')
            st.button(
                _("Leave it as it is"),
                key=state.key(f"hint {record_id} {hint.message}"),
                type="tertiary",
                on_click=_put_hint_away,
                args=(tuple(hint),),
            )


def _dismissed() -> frozenset[tuple[str, str]]:
    away: frozenset[tuple[str, str]] = state.recall(_AWAY, frozenset())
    return away


def _put_hint_away(hint: tuple[str, str]) -> None:
    state.remember(_AWAY, _dismissed() | {hint})
