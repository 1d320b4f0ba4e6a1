"""A show of hands: hands or fingers counted for each priority, by stakeholder group."""

from functools import partial
from typing import NamedTuple

import streamlit as st

from path_planner.domain.vision.sources import StakeholderGroup
from path_planner.domain.vision.vision import Vision
from path_planner.domain.vision.voting import FULL_HAND, Method, VoteRound
from path_planner.i18n import _, ngettext
from path_planner.services.context import VisionContext, VisionResult
from path_planner.services.vision import voting
from path_planner.ui import state
from path_planner.ui.components import autosave
from path_planner.ui.components.basics import escape_markdown, heading, paragraph
from path_planner.ui.vision.components import (
    priority_counts,
    priority_title,
    stakeholder_group_name,
)

_MOST = 10_000


class _Fingers(NamedTuple):
    """The numbers of fingers that are counted."""

    round_id: str
    standing: StakeholderGroup
    priority: str
    number: int


def count_in_the_open(context: VisionContext, vote: VoteRound) -> None:
    """Ask how many people are present, then count for one priority after another."""
    vision = context.document
    if vote.method is Method.HANDS:
        with st.container(border=True, key="who-is-here"):
            heading(_("Who is here?"), 3)
            _numbers(vision, vote, None)
    options = [option for option in vote.options if option in vision.priorities]
    key = state.key(f"counted now {vote.id}")
    priority_id = st.selectbox(
        _("Counting for"),
        options,
        format_func=lambda option: escape_markdown(priority_title(vision, option)),
        key=key,
    )
    if priority_id is None:
        return
    with st.container(border=True, key="counting"):
        heading(priority_title(vision, priority_id), 3)
        paragraph(priority_counts(vision, priority_id), "quiet")
        if vote.method is Method.HANDS:
            paragraph(_("Whose hand is up?"))
            _numbers(vision, vote, priority_id)
        else:
            _fingers(vision, vote, priority_id)
        paragraph(_("Who says this must not be lost?"))
        _kept(vision, vote, priority_id)
        _next(options, priority_id, key)


def _numbers(vision: Vision, vote: VoteRound, priority: str | None) -> None:
    columns = st.columns(len(StakeholderGroup), vertical_alignment="bottom")
    for column, group in zip(columns, StakeholderGroup, strict=True):
        present = voting.people_present(vision, vote.id, group)
        raised = voting.counted(vision, vote.id, group, priority).get(1, 0) if priority else present
        with column:
            autosave.number_input(
                stakeholder_group_name(group),
                raised,
                partial(_save_people, vote.id, group)
                if priority is None
                else partial(_save_hands, vote.id, group, priority),
                f"hands {vote.id} {group.name} {priority}",
                min_value=0,
                max_value=_MOST,
            )


def _fingers(vision: Vision, vote: VoteRound, priority: str) -> None:
    key = state.key(f"fingers of {vote.id}")
    group = st.radio(
        _("Whose fingers?"),
        list(StakeholderGroup),
        format_func=stakeholder_group_name,
        horizontal=True,
        key=key,
    )
    if group is None:
        return
    counts = voting.counted(vision, vote.id, group, priority)
    columns = st.columns(FULL_HAND + 1)
    for number, column in enumerate(columns):
        with column:
            autosave.number_input(
                fingers_words(number),
                counts.get(number, 0),
                partial(_save_fingers, _Fingers(vote.id, group, priority, number)),
                f"fingers {vote.id} {group.name} {priority} {number}",
                min_value=0,
                max_value=_MOST,
            )


def fingers_words(number: int) -> str:
    """Return a number of fingers in words."""
    if not number:
        return _("A closed fist")
    return ngettext("{count} finger", "{count} fingers", number)


def _kept(vision: Vision, vote: VoteRound, priority: str) -> None:
    columns = st.columns(len(StakeholderGroup), vertical_alignment="bottom")
    for column, group in zip(columns, StakeholderGroup, strict=True):
        with column:
            autosave.number_input(
                stakeholder_group_name(group),
                voting.not_lost_by(vision, vote.id, group, priority),
                partial(_save_kept, vote.id, group, priority),
                f"kept {vote.id} {group.name} {priority}",
                min_value=0,
                max_value=_MOST,
            )


def _next(options: list[str], selected: str, key: str) -> None:
    place = options.index(selected) + 1
    if place < len(options):
        st.button(
            _("Next priority"),
            icon=":material/arrow_forward:",
            key=state.key("count next"),
            on_click=state.set_widget_value,
            args=(key, options[place]),
        )


def _save_people(
    round_id: str, group: StakeholderGroup, context: VisionContext, people: int
) -> VisionResult:
    return voting.set_people_present(context, round_id, group, people)


def _save_hands(
    round_id: str, group: StakeholderGroup, priority: str, context: VisionContext, raised: int
) -> VisionResult:
    return voting.count_hands(context, round_id, group, priority, raised)


def _save_fingers(of: _Fingers, context: VisionContext, people: int) -> VisionResult:
    return voting.count_fingers(context, of.round_id, of.standing, of.priority, {of.number: people})


def _save_kept(
    round_id: str, group: StakeholderGroup, priority: str, context: VisionContext, people: int
) -> VisionResult:
    return voting.count_not_lost(context, round_id, group, priority, people)
