"""Prioritise: causes, priorities, a vote, and the decision."""

from functools import partial

import streamlit as st

from path_planner.domain.base import MOST_LETTERS, sorted_records
from path_planner.domain.vision.theme import Cause, Theme
from path_planner.domain.vision.vision import Vision
from path_planner.i18n import N_, _, ngettext
from path_planner.services.context import VisionContext, VisionResult
from path_planner.services.vision.plan import add_cause, causes_of, change_cause
from path_planner.services.vision.voting import open_round
from path_planner.ui import state
from path_planner.ui.components import autosave
from path_planner.ui.components.basics import escape_markdown, escaped, heading, paragraph
from path_planner.ui.components.line_input import line_input
from path_planner.ui.components.undo_delete import closing_row, undo_delete_bar
from path_planner.ui.vision.components import (
    apply_component_css,
    not_yet,
    part_tabs,
    step_intro,
    theme_counts,
    theme_name,
)
from path_planner.ui.vision.prioritise.priorities import priorities
from path_planner.ui.vision.prioritise.results import results
from path_planner.ui.vision.prioritise.secret_ballot import is_voting, secret_ballot, show_if_closed
from path_planner.ui.vision.prioritise.vote import vote

_HERE = "theme asked why"
_OPEN = "cause being changed"


def causes(context: VisionContext) -> None:
    """Show a theme and its causes."""
    vision = context.document
    themes = sorted_records(vision.themes)
    if not themes:
        sentence = _("There are no themes yet. You make them in “Find themes”.")
        not_yet(vision, sentence, "theme", _("Go to “Find themes”"))
        return
    paragraph(_("Ask why. Then ask why again. The deeper reason is often the one you can change."))
    theme = _choose(vision, themes)
    with st.container(border=True, key="why-card"):
        heading(theme.name, 2)
        if theme.statement:
            paragraph(theme.statement, "statement")
        paragraph(theme_counts(vision, theme.id), "quiet")
        _chain(vision, theme)


def _choose(vision: Vision, themes: list[Theme]) -> Theme:
    ids = [theme.id for theme in themes]
    before = state.recall(_HERE)
    selected = before if before in ids else ids[0]
    key = state.key("why theme")
    if state.widget_value(key) not in ids:
        state.set_widget_value(key, selected)
    chosen = st.selectbox(
        _("Theme"),
        ids,
        format_func=lambda record_id: _with_count(vision, record_id),
        key=key,
        on_change=_turned,
        args=(key,),
    )
    return vision.themes[chosen if chosen in vision.themes else selected]


def _turned(key: str) -> None:
    state.remember(_HERE, state.widget_value(key))


def _with_count(vision: Vision, theme_id: str) -> str:
    count = len(causes_of(vision, theme_id))
    reasons = ngettext("{count} reason", "{count} reasons", count)
    return f"{escape_markdown(theme_name(vision, theme_id))} ({reasons})"


def _chain(vision: Vision, theme: Theme) -> None:
    chain = causes_of(vision, theme.id)
    undo_delete_bar("causes")
    for number, cause in enumerate(chain, start=1):
        with st.container(key=f"cause-{cause.id}", gap="small"):
            if state.recall(_OPEN) == cause.id:
                _write(cause)
            else:
                _read(number, cause)
    label = _("And why is that?") if chain else _("Why are things like this?")
    line_input(
        label,
        partial(_ask, theme.id),
        f"why {theme.id}",
        placeholder=_("Type, then press Enter"),
        max_chars=MOST_LETTERS,
    )


def _read(number: int, cause: Cause) -> None:
    label = _("Because") if number == 1 else _("Which is because")
    st.html(
        f'<p class="because" dir="auto"><span>{escaped(label)}</span> {escaped(cause.text)}</p>'
    )
    st.button(
        _("Edit"),
        type="tertiary",
        icon=":material/edit:",
        key=state.key(f"change cause {cause.id}"),
        on_click=state.remember,
        args=(_OPEN, cause.id),
    )


def _write(cause: Cause) -> None:
    autosave.text_area(
        _("Why?"),
        cause.text,
        partial(_reword, cause.id),
        f"cause {cause.id}",
        height="content",
        max_chars=MOST_LETTERS,
    )
    closing_row("causes", cause, _("Delete this?"), _OPEN)


def _ask(theme_id: str, context: VisionContext, text: str) -> VisionResult:
    return add_cause(context, theme_id, text)


def _reword(cause_id: str, context: VisionContext, text: str) -> VisionResult:
    return change_cause(context, cause_id, text)


WHY, LIST, VOTE, DECIDE = "why", "list", "vote", "decide"
PARTS = {
    WHY: N_("Why are things like this?"),
    LIST: N_("What to work on"),
    VOTE: N_("Vote"),
    DECIDE: N_("Results and decisions"),
}
SHOWN = {WHY: causes, LIST: priorities, VOTE: vote, DECIDE: results}


def show(context: VisionContext) -> None:
    """Show this step; during a secret ballot nothing else."""
    apply_component_css()
    open_vote = open_round(context.document)
    if open_vote is not None and is_voting(open_vote):
        secret_ballot(context, open_vote)
        return
    show_if_closed(open_vote)
    heading(_("Choose priorities"))
    paragraph(_("You cannot do everything at once. Choose together, and leave nobody out."), "lead")
    vision = context.document
    step_intro("prioritise", begun=bool(vision.priorities or vision.causes))
    SHOWN[part_tabs("prioritise", PARTS)](context)
