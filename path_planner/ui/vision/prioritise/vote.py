"""Voting: see how many have voted, and close the round; nothing is counted before that."""

from collections import Counter
from functools import partial

import streamlit as st

from path_planner.domain.vision.choosing import METHOD_WORDS, Ballot, Method, VoteRound
from path_planner.ui import state
from path_planner.ui.parts import heading, told, twice
from path_planner.ui.room import act, try_to
from path_planner.ui.vision.parts import (
    line,
    standing_words,
    turn_to,
)
from path_planner.ui.vision.prioritise.booth import hand_over
from path_planner.ui.vision.prioritise.hands import count_in_the_open
from path_planner.ui.vision.prioritise.opening import open_one
from path_planner.visioning.meeting import Meeting
from path_planner.visioning.prioritising.voting import (
    clear_vote,
    close_vote,
    open_round,
    take_vote_out,
    waiting,
)
from path_planner.words import mark, say, say_many

SECRET = (
    mark("Ballots have no name. They wait in a box, in an order that tells nothing."),
    mark("When you close the vote, all of them are written down at once."),
    mark("So the history of the plan cannot tell who gave what, or who came first."),
    mark("It does tell how many voted, and from where they speak."),
    mark("Where only one person speaks from somewhere, the result shows what they gave."),
    mark("If you stop the vote halfway, the box stays on this computer until you close it."),
)


def vote(meeting: Meeting) -> None:
    """Show the round that is open, or let one be opened."""
    opened = open_round(meeting.vision)
    if opened is None:
        open_one(meeting.vision)
    elif opened.method is Method.DOTS:
        _secret(meeting, opened)
    else:
        _heading(opened)
        count_in_the_open(meeting, opened)
        _close(meeting, opened, [])


def _heading(opened: VoteRound) -> None:
    heading(opened.question or say("What should we work on first?"), 2)
    told(say("{method}. The vote is open.", method=say(METHOD_WORDS[opened.method])), "quiet")


def _secret(meeting: Meeting, opened: VoteRound) -> None:
    _heading(opened)
    ballots = waiting(meeting, opened.id)
    with st.container(border=True, key="box"):
        line(_how_many(ballots), "box-count", role="status")
        told(say("What was given is shown when the vote is closed, and not before."))
        st.button(
            say("Hand the screen over"),
            type="primary",
            icon=":material/how_to_vote:",
            key=state.key("hand over"),
            on_click=hand_over,
            args=(opened.id,),
        )
    with st.expander(say("How secret is this?"), icon=":material/lock:"):
        for sentence in SECRET:
            told(say(sentence))
    _close(meeting, opened, ballots)


def _how_many(ballots: list[Ballot]) -> str:
    said = say_many("{count} person has voted.", "{count} people have voted.", len(ballots))
    proxies = sum(one.by_proxy for one in ballots)
    if not proxies:
        return said
    return f"{said} " + say_many(
        "For {count} of them somebody else put it in.",
        "For {count} of them somebody else put it in.",
        proxies,
    )


def _close(meeting: Meeting, opened: VoteRound, ballots: list[Ballot]) -> None:
    has_votes = bool(ballots) or any(
        one.round == opened.id for one in meeting.vision.ballots.values()
    )
    with st.container(key="close-vote"):
        if not has_votes:
            st.button(
                say("Take this vote out"),
                key=state.key("take vote out"),
                icon=":material/delete:",
                on_click=act,
                args=(take_vote_out, opened.id),
            )
            return
        _ask_to_close(opened, ballots)
        twice(
            f"clear vote {opened.id}",
            say("Clear this vote and begin anew"),
            say("All votes of this round are thrown away. Everybody votes again. Are you sure?"),
            partial(act, clear_vote, opened.id),
            yes=say("Yes, throw them away"),
        )


def _ask_to_close(opened: VoteRound, ballots: list[Ballot]) -> None:
    asking = f"closing {opened.id}"
    if not state.noted(asking):
        st.button(
            say("Close the vote and count"),
            icon=":material/done_all:",
            key=state.key("close vote"),
            on_click=state.note,
            args=(asking, True),
        )
        return
    with st.container(border=True, key="sure-to-close"):
        line(_closing_question(ballots), "asked", role="alert")
        with st.container(horizontal=True):
            st.button(
                say("Yes, close and count"),
                type="primary",
                key=state.key("really close"),
                on_click=_closed,
                args=(opened.id, asking),
            )
            st.button(
                say("Not yet"),
                key=state.key("keep open"),
                on_click=state.note,
                args=(asking, False),
            )


def _closing_question(ballots: list[Ballot]) -> str:
    """Ask whether everybody has voted; say whose ballot would be known by its standing."""
    question = say("Has everybody voted who wants to?")
    counts = Counter(one.standing for one in ballots)
    single = [standing_words(one) for one, count in counts.items() if count == 1]
    if not single:
        return question
    warned = say(
        "Only one person votes as: {who}. Everybody will see what they gave. Ask them first.",
        who=", ".join(sorted(single)),
    )
    return f"{question} {warned}"


def _closed(round_id: str, asking: str) -> None:
    if try_to(close_vote, round_id) is not None:
        state.note(asking, False)
        turn_to("decide")
