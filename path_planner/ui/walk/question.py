"""The question of a stage in large type, the tense to answer in, and prompts one at a time."""

import streamlit as st

from path_planner.domain.session import Session
from path_planner.i18n import N_, _
from path_planner.processes.model import PlannedBy, Stage
from path_planner.processes.prompts import fill_placeholders, is_for_one_person, process_of
from path_planner.ui import state
from path_planner.ui.components.basics import escaped, heading, lines
from path_planner.ui.walk.stages import stage_heading

_HINTS_FOR = {
    PlannedBy.GROUP: N_("For the graphic facilitator"),
    PlannedBy.ALONE: N_("If you like to draw"),
    PlannedBy.SUPPORTED: N_("For your supporter"),
}


def question(session: Session, stage: Stage) -> None:
    """Show the question, and the tense to answer in."""
    _line("for-readers", stage_heading(session, stage))
    with st.container(key="your-question" if is_for_one_person(session) else "question"):
        heading(fill_placeholders(stage.question, session))


def prompts(session: Session, stage: Stage) -> None:
    """Show one prompt, with buttons to the others."""
    count = len(stage.prompts)
    here = min(state.recall(_name(stage), 0), count - 1)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="prompt"):
        number = escaped(_("{number} of {count}", number=here + 1, count=count))
        prompt = escaped(fill_placeholders(stage.prompts[here], session))
        tip = f"<b>{escaped(_('Tip:'))}</b> {escaped(fill_placeholders(stage.tense_hint, session))}"
        st.html(
            f'<p class="prompt" dir="auto"><span class="quiet">{number}</span> {prompt} '
            f'<span class="hint">{tip}</span></p>'
        )
        with st.container(horizontal=True, width="content", gap="small", key="prompt-buttons"):
            st.button(
                _("Previous prompt"),
                key=state.key("prompt before"),
                icon=":material/chevron_left:",
                disabled=here == 0,
                on_click=_show,
                args=(stage, here - 1),
            )
            st.button(
                _("Next prompt"),
                key=state.key("prompt next"),
                icon=":material/chevron_right:",
                disabled=here == count - 1,
                on_click=_show,
                args=(stage, here + 1),
            )


def drawing_hints(session: Session, stage: Stage) -> None:
    """Show hints for whoever draws or supports, in an expander."""
    with st.expander(_(_HINTS_FOR[process_of(session).planned_by])):
        lines([fill_placeholders(hint, session) for hint in stage.drawing_hints])


def _show(stage: Stage, prompt: int) -> None:
    state.remember(_name(stage), prompt)


def _name(stage: Stage) -> str:
    return f"prompt {stage.id}"


def _line(kind: str, words: str) -> None:
    st.html(f'<p class="{kind}" dir="auto">{escaped(words)}</p>')
