"""Read back: a stage in large type, which the pathfinder approves or changes."""

import streamlit as st

from path_planner.domain.base import sorted_records
from path_planner.domain.session import Session
from path_planner.domain.voice import Share, Voice
from path_planner.i18n import _, ngettext
from path_planner.processes.model import Stage
from path_planner.processes.prompts import (
    pathfinder_name,
    plans_alone,
    process_of,
    stage_title,
)
from path_planner.services.context import SessionContext
from path_planner.services.session.progress import approve_stage, next_stage
from path_planner.ui import state
from path_planner.ui.components.basics import (
    escape_markdown,
    escaped,
    heading,
    paragraph,
    placeholder,
)
from path_planner.ui.components.person_select import name_of
from path_planner.ui.components.sketch_images import show_sketches
from path_planner.ui.context import on_click_run
from path_planner.ui.walk.stages import View, show_stage, show_view, stage_heading


def read_back_view(context: SessionContext, stage: Stage) -> None:
    """Show the words and sketches of a stage, and ask whether they are right."""
    session = context.document
    st.html(f'<p class="kicker" dir="auto">{escaped(stage_heading(session, stage))}</p>')
    alone = plans_alone(session)
    heading(
        _("Is that how you mean it?")
        if alone
        else _("{name}, is that right?", name=pathfinder_name(session))
    )
    words = "".join(
        _line(line, who) for line, who in words_and_speakers(session, stage, private=alone)
    )
    if words:
        st.html(f'<ul class="read-back">{words}</ul>')
    else:
        placeholder(_("Nothing was written here yet."))
    if not alone and (
        private := [voice for voice in _voices(session, stage) if voice.share is Share.PRIVATE]
    ):
        paragraph(
            ngettext(
                "{count} private voice is not shown here.",
                "{count} private voices are not shown here.",
                len(private),
            ),
            "quiet",
        )
    show_sketches(session, stage)
    _answers(context, stage)


def words_and_speakers(
    session: Session, stage: Stage, *, private: bool = False
) -> list[tuple[str, str]]:
    """Return the voices and commitments of a stage with their names; `private` ones if asked."""
    own = session.about.pathfinder.person if plans_alone(session) else None
    voices = [
        (voice.text, name_of(session, voice.said_by) if voice.said_by != own else "")
        for voice in _voices(session, stage)
        if private or voice.share is not Share.PRIVATE
    ]
    promised = [
        (commitment.what, name_of(session, commitment.who))
        for commitment in sorted_records(session.commitments, stage.id)
    ]
    return [*voices, *promised]


def _voices(session: Session, stage: Stage) -> list[Voice]:
    return sorted_records(session.voices, stage.id)


def _line(words: str, who: str) -> str:
    name = f"<span>{escaped(who)}</span>" if who else ""
    return f'<li dir="auto">{escaped(words)} {name}</li>'


def _answers(context: SessionContext, stage: Stage) -> None:
    after = next_stage(context, stage.id)
    with st.container(horizontal=True, key="answers", gap="small"):
        st.button(
            _("Yes, that’s right"),
            key=state.key("that is it"),
            icon=":material/check:",
            type="primary",
            on_click=_yes,
            args=(stage.id, after),
        )
        st.button(
            _("Change something"),
            key=state.key("change something"),
            icon=":material/edit:",
            on_click=show_view,
            args=(View.STAGE,),
        )
        if after:
            found = process_of(context.document).stage(after)
            title = escape_markdown(stage_title(context.document, found)) if found else after
            st.button(
                _("On to {stage} without checking", stage=title),
                key=state.key("on without"),
                on_click=show_stage,
                args=(after,),
            )


def _yes(stage_id: str, after: str | None) -> None:
    on_click_run(approve_stage, stage_id)
    if after:
        show_stage(after)
    else:
        show_view(View.CLOSE)
