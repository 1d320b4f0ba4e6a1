"""The replies of a review: what was done about each action, and whether people agree."""

from functools import partial

import streamlit as st

from path_planner.analysis.progress import answers_to, count_answers, replies_in
from path_planner.domain.base import MOST_LETTERS, MOST_LETTERS_IN_A_LINE, sorted_records
from path_planner.domain.vision.plan import (
    PROGRESS_WORDS,
    Action,
    Answer,
    Progress,
    Reply,
    ReviewRound,
)
from path_planner.domain.vision.sources import StakeholderGroup
from path_planner.domain.vision.vision import Vision
from path_planner.i18n import _, ngettext
from path_planner.services.records import delete
from path_planner.services.vision.reviews import answer, reply
from path_planner.ui import state
from path_planner.ui.components.basics import confirm_button, escaped, paragraph
from path_planner.ui.components.repeat_form import RepeatForm, submit_button
from path_planner.ui.context import on_click_run, run_use_case
from path_planner.ui.vision.components import (
    line,
    priority_counts,
    priority_title,
    stakeholder_group_name,
)
from path_planner.ui.vision.plan.actions import action_html

_OPEN = "reply being written"
_SIGNS = {
    Progress.DONE: "✓",
    Progress.DOING: "…",
    Progress.NOT_YET: "○",
    Progress.CANNOT: "✕",
}


def replies(vision: Vision, review: ReviewRound) -> None:
    """Show each action with its reply in this review, and people's answers."""
    by_action = replies_in(vision, review.id)
    done = sum(reply.progress is Progress.DONE for reply in by_action.values())
    line(_("{done} of {count} done", done=done, count=len(vision.actions)), "counted")
    for action in sorted_records(vision.actions):
        with st.container(border=True, key=f"reply-{action.id}", gap="small"):
            said, did = st.columns(2, gap="large")
            with said:
                _you_said(vision, action)
            with did:
                _we_did(review, action, by_action.get(action.id))
            if found := by_action.get(action.id):
                _answers(vision, found)


def _you_said(vision: Vision, action: Action) -> None:
    line(_("You said"), "kicker")
    for priority in action.priorities:
        if priority in vision.priorities:
            st.html(
                f'<p dir="auto"><strong>{escaped(priority_title(vision, priority))}</strong><br>'
                f'<span class="quiet">{escaped(priority_counts(vision, priority))}</span></p>'
            )
    st.html(action_html(action))


def _we_did(review: ReviewRound, action: Action, reply: Reply | None) -> None:
    line(_("We did"), "kicker")
    name = f"{review.id} {action.id}"
    if state.recall(_OPEN) == name:
        _write(review, action, reply)
        return
    if reply is None:
        paragraph(_("Nothing has been said about this yet."), "quiet")
    else:
        st.html(reply_html(reply))
    st.button(
        _("Say how it is going") if reply is None else _("Edit"),
        icon=":material/edit:",
        key=state.key(f"write reply {name}"),
        on_click=state.remember,
        args=(_OPEN, name),
    )


def reply_html(reply: Reply) -> str:
    """Return a reply as HTML: progress, what was done, and for “cannot” why and who decided."""
    sign = f'<span aria-hidden="true">{_SIGNS[reply.progress]}</span>'
    kind, stands = reply.progress.name.lower(), escaped(_progress(reply.progress))
    words = f'<p class="progress {kind}">{sign} {stands}</p>'
    if reply.we_did:
        words += f'<p dir="auto">{escaped(reply.we_did)}</p>'
    for label, told_words in (
        (_("Why: {words}", words=reply.why), reply.why),
        (_("Decided by: {words}", words=reply.who_decided), reply.who_decided),
    ):
        if told_words:
            words += f'<p class="quiet" dir="auto">{escaped(label)}</p>'
    return words


def _progress(progress: Progress) -> str:
    return _(PROGRESS_WORDS[progress])


def _write(review: ReviewRound, action: Action, existing: Reply | None) -> None:
    name = f"{review.id} {action.id}"
    start = existing or Reply(id="new", round=review.id, action=action.id)
    # One form: “cannot” is saved only together with why and who decided.
    with st.form(f"reply-form-{action.id}", border=False):
        st.radio(
            _("How is it going?"),
            list(Progress),
            index=list(Progress).index(start.progress),
            format_func=_progress,
            key=state.key(f"progress {name}"),
        )
        st.text_area(
            _("What was done?"),
            start.we_did,
            max_chars=MOST_LETTERS,
            key=state.key(f"we did {name}"),
        )
        st.text_area(
            _("Why? (needed if it cannot be done)"),
            start.why,
            max_chars=MOST_LETTERS,
            key=state.key(f"why not {name}"),
        )
        st.text_input(
            _("Who decided? (needed if it cannot be done)"),
            start.who_decided,
            max_chars=MOST_LETTERS_IN_A_LINE,
            key=state.key(f"who decided {name}"),
            autocomplete="off",
        )
        submit_button(
            _("Save"),
            state.key(f"keep reply {name}"),
            partial(_save, review.id, action.id),
            type="primary",
        )


def _save(review_id: str, action_id: str) -> None:
    name = f"{review_id} {action_id}"
    saved = run_use_case(
        reply,
        review_id,
        action_id,
        state.widget_value(state.key(f"progress {name}")),
        we_did=state.widget_value(state.key(f"we did {name}")),
        why=state.widget_value(state.key(f"why not {name}")),
        who_decided=state.widget_value(state.key(f"who decided {name}")),
    )
    if saved is not None:
        state.remember(_OPEN, None)


def _answers(vision: Vision, reply: Reply) -> None:
    all_answers = answers_to(vision, reply.id)
    counted = count_answers(all_answers)
    with st.container(key=f"answers-{reply.id}", gap="small"):
        if all_answers:
            yes = ngettext("{count} person says it is true", "{count} people say it is true",
                           counted.confirm)  # fmt: skip
            no = ngettext(
                "{count} says it is not true", "{count} say it is not true", counted.dispute
            )
            line(f"{yes} · {no}", "answers-count")
        for answer in all_answers:
            _one_answer(answer)
        with st.expander(_("Is it true? Ask the people who said it"), icon=":material/forum:"):
            _ask(reply)


def _one_answer(answer: Answer) -> None:
    says = _("That is true.") if answer.confirms else _("That is not true.")
    with st.container(horizontal=True, vertical_alignment="center", key=f"answer-{answer.id}"):
        st.html(
            f'<p class="answer {"yes" if answer.confirms else "no"}" dir="auto">'
            f"<strong>{escaped(says)}</strong> {escaped(answer.words)} "
            f'<span class="quiet">{escaped(stakeholder_group_name(answer.standing))}</span></p>',
            width="stretch",
        )
        confirm_button(
            f"answer {answer.id}",
            _("Delete"),
            _("Delete this reply?"),
            partial(on_click_run, delete, "answers", answer.id),
        )


def _ask(reply: Reply) -> None:
    form = RepeatForm(f"answer-form-{reply.id}")
    with form.shown(border=False):
        st.radio(
            _("Which group are you in?"),
            list(StakeholderGroup),
            format_func=stakeholder_group_name,
            horizontal=True,
            key=form.key("standing"),
        )
        st.text_area(
            _("In your own words"),
            max_chars=MOST_LETTERS,
            key=form.key("words"),
        )
        with st.container(horizontal=True):
            for label, name, icon, yes in (
                (_("True"), "confirm", ":material/check:", True),
                (_("Not true"), "dispute", ":material/close:", False),
            ):
                form.submit_button(label, name, partial(_answer, form, reply.id, yes), icon=icon)


def _answer(form: RepeatForm, reply_id: str, yes: bool) -> None:
    words = form.value("words", "")
    if words.strip() or not form.pressed_again:
        group = form.value("standing") or StakeholderGroup.UNKNOWN
        form.save(answer, reply_id, yes, words, group)
