"""The open vote: how many have voted, and the button that closes it; only then is it counted."""

from collections import Counter
from collections.abc import Sequence
from functools import partial

import streamlit as st

from path_planner.domain.base import MOST_LETTERS_IN_A_LINE, sorted_records
from path_planner.domain.vision.vision import Vision
from path_planner.domain.vision.voting import METHOD_WORDS, Ballot, Method, VoteRound
from path_planner.i18n import N_, _, ngettext
from path_planner.services.context import VisionContext
from path_planner.services.vision.voting import (
    clear_vote,
    close_vote,
    delete_vote,
    open_round,
    open_vote,
    waiting,
)
from path_planner.ui import state
from path_planner.ui.components.basics import (
    confirm_button,
    escaped,
    heading,
    paragraph,
    placeholder,
)
from path_planner.ui.components.repeat_form import submit_button
from path_planner.ui.context import on_click_run, open_vision_context, run_use_case
from path_planner.ui.vision.components import (
    line,
    multiple_choice,
    priority_counts,
    priority_title,
    show_part,
    stakeholder_group_name,
)
from path_planner.ui.vision.prioritise.priorities import lone_voices
from path_planner.ui.vision.prioritise.secret_ballot import hand_over
from path_planner.ui.vision.prioritise.show_of_hands import count_in_the_open

_HOW = {
    Method.DOTS: N_("People vote in secret, one after another, at this screen."),
    Method.HANDS: N_("People raise a hand. You count, and type in the numbers."),
    Method.FISTS: N_(
        "People hold up none to five fingers. A closed fist means: I cannot support this."
    ),
}


def vote_form(vision: Vision) -> None:
    """Show the form that opens a vote, once there are priorities."""
    ids = [priority.id for priority in sorted_records(vision.priorities)]
    if not ids:
        placeholder(_("There is nothing to vote on yet. Write priorities first."))
        st.button(
            _("Write priorities"), key=state.key("to the list"), on_click=show_part, args=("list",)
        )
        return
    paragraph(_("Vote alone and in secret first. Then talk. Then vote again if you want to."))
    st.html(_table(vision, ids))
    with st.form("open-vote"):
        _form(vision, ids)
    lone_voices(vision)


def _form(vision: Vision, ids: Sequence[str]) -> None:
    st.radio(
        _("How do people vote?"),
        list(Method),
        format_func=_method,
        captions=[_(_HOW[method]) for method in Method],
        key=state.key("vote method"),
    )
    st.text_input(
        _("The question"),
        value=_("What should we work on first?"),
        max_chars=MOST_LETTERS_IN_A_LINE,
        key=state.key("vote question"),
        autocomplete="off",
    )
    st.number_input(
        _("Dots each person gets (secret dots only)"),
        min_value=1,
        max_value=20,
        value=3,
        step=1,
        key=state.key("vote dots"),
    )
    multiple_choice(
        _("What is the vote about? Choose none to ask about everything."),
        ids,
        partial(priority_title, vision),
        state.key("vote options"),
    )
    submit_button(_("Open the vote"), state.key("open the vote"), _open, type="primary")


def _open() -> None:
    if open_round(open_vision_context().document) is not None:
        # The second press of a double click.
        return
    run_use_case(
        open_vote,
        state.widget_value(state.key("vote method")) or Method.DOTS,
        tuple(state.widget_value(state.key("vote options")) or ()),
        question=state.widget_value(state.key("vote question")),
        dots=int(state.widget_value(state.key("vote dots"))),
    )


def _method(method: Method) -> str:
    return _(METHOD_WORDS[method])


def _table(vision: Vision, ids: Sequence[str]) -> str:
    """Return the options of a vote as an HTML table with their themes and counts."""
    head = "".join(
        f'<th scope="col">{escaped(title)}</th>'
        for title in (_("Priority"), _("Themes"), _("Who said it"))
    )
    rows = ""
    for record_id in ids:
        themes = [
            vision.themes[t].name for t in vision.priorities[record_id].themes if t in vision.themes
        ]
        named = escaped(" · ".join(themes) or _("No theme"))
        rows += (
            f'<tr><th scope="row" dir="auto">{escaped(priority_title(vision, record_id))}</th>'
            f'<td dir="auto">{named}</td>'
            f"<td>{escaped(priority_counts(vision, record_id))}</td></tr>"
        )
    caption = escaped(_("What can be voted on"))
    return (
        f'<div class="table-box" tabindex="0" role="region" aria-label="{caption}">'
        f'<table class="plan-table"><caption>{caption}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


SECRET = (
    N_(
        "Votes have no names. They are kept in a mixed-up order, so nobody can tell whose is whose."
    ),
    N_("When you close the vote, all the votes are saved at once."),
    N_("So nothing in the plan shows who voted for what, or who voted first."),
    N_("It does show how many people voted, and from which groups."),
    N_("If only one person is in a group, the result shows how they voted."),
    N_("If you stop the vote part-way, the votes so far stay on this computer until you close it."),
)


def vote(context: VisionContext) -> None:
    """Show the open vote, or the form that opens one."""
    vote_round = open_round(context.document)
    if vote_round is None:
        vote_form(context.document)
    elif vote_round.method is Method.DOTS:
        _secret(context, vote_round)
    else:
        _heading(vote_round)
        count_in_the_open(context, vote_round)
        _close(context, vote_round, [])


def _heading(vote_round: VoteRound) -> None:
    heading(vote_round.question or _("What should we work on first?"), 2)
    paragraph(_("{method}. The vote is open.", method=_(METHOD_WORDS[vote_round.method])), "quiet")


def _secret(context: VisionContext, vote_round: VoteRound) -> None:
    _heading(vote_round)
    ballots = waiting(context, vote_round.id)
    with st.container(border=True, key="box"):
        line(_how_many(ballots), "box-count", role="status")
        paragraph(_("The results are shown when the vote is closed, not before."))
        st.button(
            _("Pass the screen on"),
            type="primary",
            icon=":material/how_to_vote:",
            key=state.key("hand over"),
            on_click=hand_over,
            args=(vote_round.id,),
        )
    with st.expander(_("How secret is this?"), icon=":material/lock:"):
        for sentence in SECRET:
            paragraph(_(sentence))
    _close(context, vote_round, ballots)


def _how_many(ballots: list[Ballot]) -> str:
    sentence = ngettext("{count} person has voted.", "{count} people have voted.", len(ballots))
    proxies = sum(ballot.by_proxy for ballot in ballots)
    if not proxies:
        return sentence
    return f"{sentence} " + ngettext(
        "{count} of them had someone else enter their vote.",
        "{count} of them had someone else enter their vote.",
        proxies,
    )


def _close(context: VisionContext, vote_round: VoteRound, ballots: list[Ballot]) -> None:
    has_votes = bool(ballots) or any(
        ballot.round == vote_round.id for ballot in context.document.ballots.values()
    )
    with st.container(key="close-vote"):
        if not has_votes:
            st.button(
                _("Delete this vote"),
                key=state.key("take vote out"),
                icon=":material/delete:",
                on_click=on_click_run,
                args=(delete_vote, vote_round.id),
            )
            return
        _ask_to_close(vote_round, ballots)
        confirm_button(
            f"clear vote {vote_round.id}",
            _("Clear this vote and start again"),
            _(
                "This deletes all the votes in this round. "
                "Everyone will have to vote again. Are you sure?"
            ),
            partial(on_click_run, clear_vote, vote_round.id),
            yes=_("Yes, delete them"),
        )


def _ask_to_close(vote_round: VoteRound, ballots: list[Ballot]) -> None:
    asking = f"closing {vote_round.id}"
    if not state.recall(asking):
        st.button(
            _("Close the vote and count"),
            icon=":material/done_all:",
            key=state.key("close vote"),
            on_click=state.remember,
            args=(asking, True),
        )
        return
    with st.container(border=True, key="sure-to-close"):
        line(_closing_question(ballots), "asked", role="alert")
        with st.container(horizontal=True):
            st.button(
                _("Yes, close and count"),
                type="primary",
                key=state.key("really close"),
                on_click=_closed,
                args=(vote_round.id, asking),
            )
            st.button(
                _("Not yet"),
                key=state.key("keep open"),
                on_click=state.remember,
                args=(asking, False),
            )


def _closing_question(ballots: list[Ballot]) -> str:
    """Return the question before closing, with the stakeholder groups that have a single ballot."""
    question = _("Has everyone voted who wants to?")
    counts = Counter(ballot.standing for ballot in ballots)
    single = [stakeholder_group_name(group) for group, count in counts.items() if count == 1]
    if not single:
        return question
    warned = _(
        "Only one person is voting as: {who}. Everyone will see how they voted. Ask them first.",
        who=", ".join(sorted(single)),
    )
    return f"{question} {warned}"


def _closed(round_id: str, asking: str) -> None:
    if run_use_case(close_vote, round_id) is not None:
        state.remember(asking, False)
        show_part("decide")
