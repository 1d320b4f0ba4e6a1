"""What a gentle coach would say about a card: quiet, and put away with one press."""

import streamlit as st

from path_planner.domain.session import Session
from path_planner.processes.coach import advice
from path_planner.processes.process import Stage
from path_planner.ui import state
from path_planner.ui.parts import escaped
from path_planner.words import say

_AWAY = "hints put away"


def hints_on(session: Session, stage: Stage, record_id: str) -> None:
    """Show the advice on one card that was not put away yet."""
    hints = [one for one in advice(session, stage) if one.record == record_id]
    for number, hint in enumerate(one for one in hints if one not in _put_away()):
        with st.container(
            horizontal=True, vertical_alignment="center", key=f"hint-{record_id}-{number}"
        ):
            st.html(
                f'<p class="hint" dir="auto"><b>{escaped(say("Coach:"))}</b> '
                f"{escaped(say(hint.message))}</p>"
            )
            st.button(
                say("Fine as it is"),
                key=state.key(f"hint {record_id} {hint.message}"),
                type="tertiary",
                on_click=_put_hint_away,
                args=(tuple(hint),),
            )


def _put_away() -> frozenset[tuple[str, str]]:
    away: frozenset[tuple[str, str]] = state.noted(_AWAY, frozenset())
    return away


def _put_hint_away(hint: tuple[str, str]) -> None:
    state.note(_AWAY, _put_away() | {hint})
