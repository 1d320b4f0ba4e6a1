"""What came of a vote: bars with words, apart by who gave, beside their table; then a decision."""

from functools import partial

import streamlit as st

from path_planner.domain.editing import in_order
from path_planner.domain.vision.choosing import METHOD_WORDS, VoteRound
from path_planner.domain.vision.vision import Vision
from path_planner.evidence.voting import tally
from path_planner.ui import fields, state
from path_planner.ui.parts import empty, heading, plain, told, twice
from path_planner.ui.room import act, the_meeting, try_to
from path_planner.ui.vision.parts import line, priority_title, said_of_priority, turn_to
from path_planner.ui.vision.prioritise.bars import bars, not_lost_words, table
from path_planner.ui.vision.prioritise.priorities import lone_voices
from path_planner.visioning.meeting import Kept, Meeting
from path_planner.visioning.prioritising.choosing import choose
from path_planner.visioning.prioritising.voting import clear_vote, open_round, vote_again
from path_planner.words import say, say_date, say_many


def results(meeting: Meeting) -> None:
    """Show each closed round, the newest first, and let the group decide."""
    vision = meeting.vision
    closed = [one for one in in_order(vision.votes) if not one.open]
    if not closed:
        empty(say("No vote is closed yet. You can also decide without one."))
        st.button(say("Go to the vote"), key=state.key("to the vote"), on_click=turn_to,
                  args=("vote",))  # fmt: skip
    for number, vote in reversed(list(enumerate(closed, start=1))):
        newest = vote is closed[-1]
        with (
            st.container(border=True, key=f"result-{vote.id}")
            if newest
            else st.expander(_name_of_round(vote, number), icon=":material/history:")
        ):
            _round(vision, vote, number, newest=newest)
    _decide(vision)
    lone_voices(vision)


def _round(vision: Vision, vote: VoteRound, number: int, *, newest: bool) -> None:
    counted = tally(vision, vote.id)
    heading(vote.question or say("What should we work on first?"), 2)
    told(_facts(vote, number, counted.people, counted.proxies), "quiet")
    st.html(bars(vision, vote, counted))
    st.html(table(vision, vote, counted))
    with st.container(horizontal=True, key=f"result-buttons-{vote.id}"):
        if newest and open_round(vision) is None:
            st.button(
                say("Talk about it, then vote once more"),
                icon=":material/forum:",
                key=state.key(f"again {vote.id}"),
                on_click=_again,
                args=(vote.id,),
            )
        if open_round(vision) is None:
            twice(
                f"clear round {vote.id}",
                say("Clear this vote and begin anew"),
                say(
                    "All votes of this round are thrown away. Everybody votes again. Are you sure?"
                ),
                partial(act, clear_vote, vote.id),
                yes=say("Yes, throw them away"),
            )


def _name_of_round(vote: VoteRound, number: int) -> str:
    asked = plain(vote.question or say("What should we work on first?"))
    return say(
        "The round before: {facts}", facts=f"{say('Round {number}', number=number)}, {asked}"
    )


def _facts(vote: VoteRound, number: int, people: int, proxies: int) -> str:
    facts = [say("Round {number}", number=number), say(METHOD_WORDS[vote.method])]
    if vote.held_on:
        facts.append(say_date(vote.held_on))
    facts.append(say_many("{count} person voted", "{count} people voted", people))
    if proxies:
        facts.append(say_many("{count} by proxy", "{count} by proxy", proxies))
    return " · ".join(facts)


def _again(round_id: str) -> None:
    # Pressed twice, or in two windows, it is one vote.
    if open_round(the_meeting().vision) or try_to(vote_again, round_id) is not None:
        turn_to("vote")


def _decide(vision: Vision) -> None:
    listed = in_order(vision.priorities)
    if not listed:
        return
    heading(say("What do we decide?"), 2)
    told(say("The numbers help. They do not decide. Look at what must not be lost as well."))
    for priority in listed:
        with st.container(border=True, key=f"decide-{priority.id}", gap="small"):
            heading(priority_title(vision, priority.id), 3)
            told(said_of_priority(vision, priority.id), "quiet")
            if lost := _not_lost(vision, priority.id):
                line(lost, "not-lost")
            fields.tick(
                say("The plan works on this"),
                priority.chosen,
                partial(_choose, priority.id),
                f"chosen {priority.id}",
            )


def _not_lost(vision: Vision, priority_id: str) -> str:
    closed = [one for one in in_order(vision.votes) if not one.open]
    if not closed:
        return ""
    found = [one for one in tally(vision, closed[-1].id).results if one.priority == priority_id]
    return not_lost_words(found[0].not_lost) if found and found[0].not_lost else ""


def _choose(priority_id: str, meeting: Meeting, chosen: bool) -> Kept:
    return choose(meeting, priority_id, chosen)
