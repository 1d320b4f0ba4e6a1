"""The results of a vote: bars and a table by stakeholder group, and the decision."""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from path_planner.analysis.publishable import anonymised_ballots
from path_planner.analysis.tally import GROUPS_NOT_SHOWN, Result, Tally, tally
from path_planner.domain.base import sorted_records
from path_planner.domain.vision.sources import StakeholderGroup
from path_planner.domain.vision.vision import Vision
from path_planner.domain.vision.voting import FULL_HAND, METHOD_WORDS, Method, VoteRound
from path_planner.i18n import _, format_average, format_date, ngettext
from path_planner.services.context import VisionContext, VisionResult
from path_planner.services.vision.plan import choose
from path_planner.services.vision.voting import clear_vote, open_round, vote_again
from path_planner.ui import state
from path_planner.ui.components import autosave
from path_planner.ui.components.basics import (
    confirm_button,
    escape_markdown,
    escaped,
    heading,
    paragraph,
    placeholder,
)
from path_planner.ui.context import on_click_run, open_vision_context, run_use_case
from path_planner.ui.vision.components import (
    line,
    priority_counts,
    priority_title,
    show_part,
    stakeholder_group_name,
)
from path_planner.ui.vision.prioritise.priorities import lone_voices


def bars(vision: Vision, vote: VoteRound, counted: Tally) -> str:
    """Return bars as HTML, one for each stakeholder group of a priority, the highest first."""
    sides = by_side(vision, vote, counted)
    fists = vote.method is Method.FISTS
    longest = max(
        (result.by_stakeholder_group.get(side, 0) for result in counted.results for side in sides),
        default=0,
    )
    scale = FULL_HAND if fists else longest
    parts = [
        f'<li class="result"><h3 dir="auto">{escaped(priority_title(vision, result.priority))}</h3>'
        f"{_average(result) if fists else ''}{_lost(result)}"
        f"{_tied(vision, vote.method, result, counted)}"
        + "".join(
            _bar(vote.method, side, _result(sides[side], result.priority), scale, voters)
            for side, voters in counted.voters.items()
        )
        + f'<p class="spread">{escaped(spread_words(vote.method, result.spread))}</p></li>'
        for result in counted.results
    ]
    return f'<ol class="results">{"".join(parts)}</ol>'


def table(vision: Vision, vote: VoteRound, counted: Tally) -> str:
    """Return the numbers of a vote as an HTML table."""
    sides = by_side(vision, vote, counted)
    head = [_("Priority"), *map(stakeholder_group_name, sides), _("Must not be lost")]
    rows = ""
    for result in counted.results:
        apart = (_result(counted_side, result.priority) for counted_side in sides.values())
        cells = [_number(vote.method, one) for one in apart] + [str(result.not_lost)]
        title = escaped(priority_title(vision, result.priority))
        rows += (
            f'<tr><th scope="row" dir="auto">{title}</th>'
            + "".join(f"<td>{escaped(cell)}</td>" for cell in cells)
            + "</tr>"
        )
    voted = "".join(f"<td>{count}</td>" for count in counted.voters.values())
    voters = escaped(_("People who voted"))
    foot = f'<tr><th scope="row">{voters}</th>{voted}<td></td></tr>'
    caption = escaped(_unit_words(vote.method))
    columns = "".join(f'<th scope="col">{escaped(column)}</th>' for column in head)
    return (
        f'<div class="table-box" tabindex="0" role="region" aria-label="{caption}">'
        f'<table class="plan-table numbers"><caption>{caption}</caption>'
        f"<thead><tr>{columns}</tr></thead><tbody>{rows}</tbody><tfoot>{foot}</tfoot></table></div>"
    )


def by_side(vision: Vision, vote: VoteRound, counted: Tally) -> Mapping[StakeholderGroup, Tally]:
    """Count a vote for each stakeholder group separately."""
    mine = [ballot for ballot in vision.ballots.values() if ballot.round == vote.id]
    return {
        side: tally(
            vision.model_copy(
                update={
                    "ballots": {ballot.id: ballot for ballot in mine if ballot.standing is side}
                }
            ),
            vote.id,
        )
        for side in counted.voters
    }


def spread_words(method: Method, spread: Mapping[int, int]) -> str:
    """Return the spread in words: “5 people gave 3 dots · 9 people gave none”."""
    return " · ".join(
        _gave(method, given, people) for given, people in sorted(spread.items(), reverse=True)
    )


def not_lost_words(people: int) -> str:
    """Return how many people said that a priority must not be lost, in words."""
    return ngettext(
        "{count} person says this must not be lost.",
        "{count} people say this must not be lost.",
        people,
    )


def _gave(method: Method, dots: int, people: int) -> str:
    if method is Method.HANDS:
        if dots:
            return ngettext("{count} person raised a hand", "{count} people raised a hand", people)
        return ngettext("{count} person did not", "{count} people did not", people)
    if not dots and method is Method.FISTS:
        return ngettext("{count} person held up a fist", "{count} people held up a fist", people)
    if not dots:
        return ngettext("{count} person gave none", "{count} people gave none", people)
    if method is Method.FISTS:
        fingers = ngettext("{count} finger", "{count} fingers", dots)
        return ngettext(
            "{count} person held up {fingers}", "{count} people held up {fingers}", people,
            fingers=fingers,
        )  # fmt: skip
    amount = ngettext("{count} dot", "{count} dots", dots)
    return ngettext("{count} person gave {dots}", "{count} people gave {dots}", people, dots=amount)


def _number(method: Method, result: Result | None) -> str:
    """Return what a priority got, as a number: the average of a fist of five, else the total."""
    if method is not Method.FISTS:
        return str(result.total if result else 0)
    return "–" if result is None or result.average is None else format_average(result.average)


def _average(result: Result) -> str:
    """Return the average of a fist of five and how many answered, as HTML."""
    if result.average is None:
        nobody = _("Nobody answered.")
        return f'<p class="quiet">{escaped(nobody)}</p>'
    words = ngettext(
        "{average} fingers on average, from {count} person",
        "{average} fingers on average, from {count} people",
        result.answered,
        average=format_average(result.average),
    )
    return f'<p class="average">{escaped(words)}</p>'


def _bar(
    method: Method, side: StakeholderGroup, result: Result | None, scale: int, voters: int
) -> str:
    given = result.weight(method) if result else 0
    drawn = f'<i style="width:{round(float(100 * given / scale), 1)}%"></i>' if given > 0 else ""
    return (
        f'<div class="bar-row {side.name.lower()}">'
        f'<span class="bar-who">{escaped(stakeholder_group_name(side))}</span>'
        f'<span class="bar" aria-hidden="true">{drawn}</span>'
        f'<span class="bar-words">{escaped(_bar_words(method, result, voters))}</span></div>'
    )


def _bar_words(method: Method, result: Result | None, voters: int) -> str:
    total, people = (result.total, result.people) if result else (0, 0)
    if method is Method.HANDS:
        return ngettext("{count} hand", "{count} hands", total)
    if method is Method.DOTS:
        dots = ngettext("{count} dot", "{count} dots", total)
        return dots + ", " + _("from {people} of {voters}", people=people, voters=voters)
    if result is None or result.average is None:
        return _("no answer")
    average = _("{average} on average", average=format_average(result.average))
    return average + ", " + _("from {people} of {voters}", people=result.answered, voters=voters)


def _unit_words(method: Method) -> str:
    if method is Method.DOTS:
        return _("Dots, by group")
    if method is Method.HANDS:
        return _("Hands, by group")
    return _("Fingers on average, by group")


def _result(counted: Tally, priority: str) -> Result | None:
    return next((result for result in counted.results if result.priority == priority), None)


def _lost(result: Result) -> str:
    if not result.not_lost:
        return ""
    words = not_lost_words(result.not_lost)
    return f'<p class="not-lost">{escaped(words)}</p>'


def _tied(vision: Vision, method: Method, result: Result, counted: Tally) -> str:
    same = [
        priority_title(vision, other.priority)
        for other in counted.results
        if other.weight(method) == result.weight(method) > 0 and other.priority != result.priority
    ]
    if not same:
        return ""
    words = _("Same number as: {others}", others=", ".join(same))
    return f'<p class="quiet" dir="auto">{escaped(words)}</p>'


def results(context: VisionContext) -> None:
    """Show each closed vote, the newest first, and let the group decide.

    Whoever voted alone in a group is protected on screen as in the documents.
    """
    document = context.document
    vision = document.model_copy(update={"ballots": anonymised_ballots(document)})
    closed = [vote for vote in sorted_records(vision.votes) if not vote.open]
    if not closed:
        placeholder(_("No vote has been closed yet. You can also decide without one."))
        st.button(_("Go to the vote"), key=state.key("to the vote"), on_click=show_part,
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
    heading(vote.question or _("What should we work on first?"), 2)
    paragraph(_facts(vote, number, counted.people, counted.proxies), "quiet")
    st.html(bars(vision, vote, counted))
    st.html(table(vision, vote, counted))
    if {*counted.voters} == {StakeholderGroup.UNKNOWN}:
        paragraph(_(GROUPS_NOT_SHOWN), "quiet")
    with st.container(horizontal=True, key=f"result-buttons-{vote.id}"):
        if newest and open_round(vision) is None:
            st.button(
                _("Talk about it, then vote again"),
                icon=":material/forum:",
                key=state.key(f"again {vote.id}"),
                on_click=_again,
                args=(vote.id,),
            )
        if open_round(vision) is None:
            confirm_button(
                f"clear round {vote.id}",
                _("Clear this vote and start again"),
                _(
                    "This deletes all the votes in this round. "
                    "Everyone will have to vote again. Are you sure?"
                ),
                partial(on_click_run, clear_vote, vote.id),
                yes=_("Yes, delete them"),
            )


def _name_of_round(vote: VoteRound, number: int) -> str:
    question = escape_markdown(vote.question or _("What should we work on first?"))
    return _("The last round: {facts}", facts=f"{_('Round {number}', number=number)}, {question}")


def _facts(vote: VoteRound, number: int, people: int, proxies: int) -> str:
    facts = [_("Round {number}", number=number), _(METHOD_WORDS[vote.method])]
    if vote.held_on:
        facts.append(format_date(vote.held_on))
    facts.append(ngettext("{count} person voted", "{count} people voted", people))
    if proxies:
        facts.append(
            ngettext(
                "{count} entered for someone else", "{count} entered for someone else", proxies
            )
        )
    return " · ".join(facts)


def _again(round_id: str) -> None:
    # A double click, or the same in two windows, opens one vote.
    if open_round(open_vision_context().document) or run_use_case(vote_again, round_id) is not None:
        show_part("vote")


def _decide(vision: Vision) -> None:
    all_priorities = sorted_records(vision.priorities)
    if not all_priorities:
        return
    heading(_("What do we decide?"), 2)
    paragraph(_("The numbers help, but they do not decide. Look at what must not be lost too."))
    for priority in all_priorities:
        with st.container(border=True, key=f"decide-{priority.id}", gap="small"):
            heading(priority_title(vision, priority.id), 3)
            paragraph(priority_counts(vision, priority.id), "quiet")
            if lost := _not_lost(vision, priority.id):
                line(lost, "not-lost")
            autosave.checkbox(
                _("In the plan"),
                priority.chosen,
                partial(_choose, priority.id),
                f"chosen {priority.id}",
            )


def _not_lost(vision: Vision, priority_id: str) -> str:
    closed = [vote for vote in sorted_records(vision.votes) if not vote.open]
    if not closed:
        return ""
    marked = [
        result for result in tally(vision, closed[-1].id).results if result.priority == priority_id
    ]
    return not_lost_words(marked[0].not_lost) if marked and marked[0].not_lost else ""


def _choose(priority_id: str, context: VisionContext, chosen: bool) -> VisionResult:
    return choose(context, priority_id, chosen)
