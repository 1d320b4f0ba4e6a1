"""After the day: the answers for the letter, and lines that go into a plan or a PATH."""

from functools import partial

import streamlit as st

from path_planner.analysis.event_lines import Readers, readable_lines, topic_numbers
from path_planner.domain.base import MOST_LETTERS, MOST_LETTERS_IN_A_LINE, sorted_records
from path_planner.domain.event.about import Answer
from path_planner.domain.event.event import Event
from path_planner.domain.session import Session
from path_planner.errors import PlannerError
from path_planner.i18n import _
from path_planner.processes.prompts import process_of, stage_title
from path_planner.services import records
from path_planner.services.context import EventContext, EventResult, SessionContext
from path_planner.services.vision.event_copy import bring_line
from path_planner.storage.protocol import FileState
from path_planner.ui import state
from path_planner.ui.components import autosave
from path_planner.ui.components.basics import (
    confirm_button,
    link,
    paragraph,
    placeholder,
    title_of,
    vision_title,
)
from path_planner.ui.components.messages import attempt_action, notice
from path_planner.ui.context import on_click_run
from path_planner.ui.stores import session_store, vision_store

_MOST_PLANS = 6
_TOLD = "line went into a path"


def answers(event: Event) -> None:
    """Show the answers of those who decide, which stand in the letter to everybody who came."""
    paragraph(
        _("Write down what those who decide answered. The letter says where there is none yet.")
    )
    for answer in sorted_records(event.answers):
        _answer(event, answer)
    st.button(
        _("Add an answer"),
        key=state.key("add answer"),
        icon=":material/add:",
        on_click=on_click_run,
        args=(records.create, "answers"),
    )


def _answer(event: Event, answer: Answer) -> None:
    subjects = _subjects(event)
    with st.container(border=True, key=f"answer-{answer.id}"):
        about, who, by_when = st.columns([3, 2, 2], vertical_alignment="bottom")
        with about:
            autosave.select(
                _("Answer to"),
                list(subjects),
                answer.about if answer.about in subjects else None,
                partial(_set, answer.id, "about"),
                f"answer about {answer.id}",
                format_func=subjects.__getitem__,
            )
        with who:
            autosave.text_input(
                _("Who answered?"),
                answer.who,
                partial(_set, answer.id, "who"),
                f"answer who {answer.id}",
                max_chars=MOST_LETTERS_IN_A_LINE,
            )
        with by_when:
            autosave.date_input(
                _("It happens by"),
                answer.by_when,
                partial(_set, answer.id, "by_when"),
                f"answer by {answer.id}",
            )
        autosave.text_area(
            _("What did they answer?"),
            answer.text,
            partial(_set, answer.id, "text"),
            f"answer text {answer.id}",
            max_chars=MOST_LETTERS,
            height="content",
        )
        confirm_button(
            f"answer {answer.id}",
            _("Remove"),
            _("Remove this answer?"),
            partial(on_click_run, records.delete, "answers", answer.id),
            yes=_("Yes, remove"),
        )


def _subjects(event: Event) -> dict[str | None, str]:
    """Return what can be answered, by id: the whole day, topics, tables and harvest groups."""
    numbers = topic_numbers(event)
    topics = sorted(event.topics.values(), key=lambda topic: numbers[topic.id])
    named: dict[str | None, str] = {None: _("The whole day")}
    named |= {
        topic.id: _("{number} {title}", number=numbers[topic.id], title=topic.title)
        for topic in topics
    }
    named |= {
        table.id: table.name or _("Table {number}", number=number)
        for number, table in enumerate(sorted_records(event.tables), start=1)
    }
    return named | {group.id: group.title for group in sorted_records(event.groups)}


def _set(answer_id: str, field: str, context: EventContext, value: object) -> EventResult:
    return records.update(context, "answers", answer_id, **{field: value})


def into_a_plan() -> None:
    """Show the visions that this day can be gathered into."""
    paragraph(
        _("A vision takes each topic as one source, and the whole café as one. Open it to gather.")
    )
    found = [entry for entry in vision_store().summaries() if entry.state is FileState.OK]
    if not found:
        link("vision_builder", _("Start a vision"), icon=":material/arrow_forward:")
    for entry in found[:_MOST_PLANS]:
        link(
            "vision_builder",
            vision_title(entry.title),
            icon=":material/arrow_forward:",
            key=f"day into {entry.id}",
            vision=entry.id,
            step="gather",
        )


def into_a_path(context: EventContext) -> None:
    """Let people choose a line, a PATH and its stage, and copy the line there with its source."""
    lines = {line.id: line.text for line in readable_lines(context.document, Readers.EVERYBODY)}
    paths = {
        entry.id: title_of(entry)
        for entry in session_store().summaries()
        if entry.state is FileState.OK
    }
    if told := state.recall(_TOLD, ""):
        notice(told)
    if not lines or not paths:
        placeholder(_("There is no line that may be quoted, or no PATH on this computer yet."))
        return
    line = st.selectbox(
        _("Which line?"), list(lines), format_func=lines.__getitem__, key=state.key("line to go")
    )
    which, where = st.columns(2)
    with which:
        path = st.selectbox(
            _("Into which PATH?"),
            list(paths),
            format_func=paths.__getitem__,
            key=state.key("path to go to"),
        )
    try:
        session = session_store().open(path or "").document
    except PlannerError as error:
        notice(str(error))
        return
    with where:
        stage = _stage_choice(session)
    st.button(
        _("Put it there"),
        key=state.key("put line there"),
        icon=":material/arrow_forward:",
        on_click=attempt_action,
        args=(partial(_bring, context.document, line or "", session, stage),),
    )


def _stage_choice(session: Session) -> str:
    stages = {stage.id: stage_title(session, stage) for stage in process_of(session).stages}
    chosen = st.selectbox(
        _("As what?"),
        list(stages),
        format_func=stages.__getitem__,
        key=state.key(f"stage to go to {session.id}"),
    )
    return chosen or next(iter(stages))


def _bring(event: Event, line: str, session: Session, stage: str) -> None:
    state.remember(_TOLD, "")
    newest = session_store().open(session.id).document
    context = SessionContext(session_store(), newest, by=state.ui_state().window)
    saved = bring_line(context, event, line, stage)
    state.remember(
        _TOLD,
        _("The line is in the PATH now, with this day as its source.")
        if saved.changes
        else _("The line is there already."),
    )
