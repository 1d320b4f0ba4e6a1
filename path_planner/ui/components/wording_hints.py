"""What a gentle coach would say about a card: quiet, and put away with one press."""

import streamlit as st

from path_planner.domain.session import Session
from path_planner.i18n import _
from path_planner.processes.model import Stage
from path_planner.processes.style_checks import check_wording
from path_planner.ui import state
from path_planner.ui.components.basics import escaped

_AWAY = "hints put away"


def wording_hints(session: Session, stage: Stage, record_id: str) -> None:
    """Show the advice on one card that was not put away yet."""
    hints = [one for one in check_wording(session, stage) if one.record == record_id]
    for number, hint in enumerate(hint for hint in hints if hint not in _put_away()):
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


def _put_away() -> frozenset[tuple[str, str]]:
    away: frozenset[tuple[str, str]] = state.recall(_AWAY, frozenset())
    return away


def _put_hint_away(hint: tuple[str, str]) -> None:
    state.remember(_AWAY, _put_away() | {hint})
