"""The result of a round as HTML: bars with their words, and the same as a table.

Those whose plans these are never share a bar with professionals: each standing has its own.
"""

from collections.abc import Mapping

from path_planner.domain.vision.choosing import Method, VoteRound
from path_planner.domain.vision.standing import Standing
from path_planner.domain.vision.vision import Vision
from path_planner.evidence.voting import Result, Tally, tally
from path_planner.ui.parts import escaped
from path_planner.ui.vision.parts import priority_title, standing_words
from path_planner.words import say, say_many


def bars(vision: Vision, vote: VoteRound, counted: Tally) -> str:
    """Write a bar for each standing of each priority, with its words, most first."""
    sides = by_side(vision, vote, counted)
    longest = max(
        (one.by_standing.get(side, 0) for one in counted.results for side in sides), default=0
    )
    parts = [
        f'<li class="result"><h3 dir="auto">{escaped(priority_title(vision, one.priority))}</h3>'
        f"{_lost(one)}{_tied(vision, one, counted)}"
        + "".join(
            _bar(vote.method, side, _result(sides[side], one.priority), longest, voters)
            for side, voters in counted.voters.items()
        )
        + f'<p class="spread">{escaped(spread_words(vote.method, one.spread))}</p></li>'
        for one in counted.results
    ]
    return f'<ol class="results">{"".join(parts)}</ol>'


def table(vision: Vision, vote: VoteRound, counted: Tally) -> str:
    """Write the numbers of a round as a table."""
    sides = list(counted.voters)
    head = [say("Priority"), *map(standing_words, sides), say("Must not be lost")]
    rows = ""
    for one in counted.results:
        cells = [str(one.by_standing.get(side, 0)) for side in sides] + [str(one.not_lost)]
        rows += (
            f'<tr><th scope="row" dir="auto">{escaped(priority_title(vision, one.priority))}</th>'
            + "".join(f"<td>{escaped(cell)}</td>" for cell in cells)
            + "</tr>"
        )
    voted = "".join(f"<td>{count}</td>" for count in counted.voters.values())
    foot = f'<tr><th scope="row">{escaped(say("People who voted"))}</th>{voted}<td></td></tr>'
    caption = escaped(_unit_words(vote.method))
    columns = "".join(f'<th scope="col">{escaped(one)}</th>' for one in head)
    return (
        f'<div class="table-box" tabindex="0" role="region" aria-label="{caption}">'
        f'<table class="plan-table numbers"><caption>{caption}</caption>'
        f"<thead><tr>{columns}</tr></thead><tbody>{rows}</tbody><tfoot>{foot}</tfoot></table></div>"
    )


def by_side(vision: Vision, vote: VoteRound, counted: Tally) -> Mapping[Standing, Tally]:
    """Count a round for each standing by itself."""
    mine = [one for one in vision.ballots.values() if one.round == vote.id]
    return {
        side: tally(
            vision.model_copy(
                update={"ballots": {one.id: one for one in mine if one.standing is side}}
            ),
            vote.id,
        )
        for side in counted.voters
    }


def spread_words(method: Method, spread: Mapping[int, int]) -> str:
    """Say how far people were apart: “5 people gave 3 dots · 9 people gave none”."""
    return " · ".join(
        _gave(method, given, people) for given, people in sorted(spread.items(), reverse=True)
    )


def not_lost_words(people: int) -> str:
    """Say how many people said that something must not be lost."""
    return say_many(
        "{count} person says: this must not be lost.",
        "{count} people say: this must not be lost.",
        people,
    )


def _gave(method: Method, given: int, people: int) -> str:
    if method is Method.HANDS:
        if given:
            return say_many("{count} person for it", "{count} people for it", people)
        return say_many("{count} person not", "{count} people not", people)
    if not given:
        none = {
            Method.DOTS: ("{count} person gave none", "{count} people gave none"),
            Method.FISTS: ("{count} person showed a fist", "{count} people showed a fist"),
        }
        return say_many(*none[method], people)
    if method is Method.FISTS:
        fingers = say_many("{count} finger", "{count} fingers", given)
        return say_many(
            "{count} person showed {fingers}", "{count} people showed {fingers}", people,
            fingers=fingers,
        )  # fmt: skip
    dots = say_many("{count} dot", "{count} dots", given)
    return say_many("{count} person gave {dots}", "{count} people gave {dots}", people, dots=dots)


def _bar(method: Method, side: Standing, result: Result | None, longest: int, voters: int) -> str:
    total = result.total if result else 0
    people = result.people if result else 0
    drawn = f'<i style="width:{round(100 * total / longest, 1)}%"></i>' if total else ""
    words = _total_words(method, total)
    if method is not Method.HANDS:
        words += ", " + say("from {people} of {voters}", people=people, voters=voters)
    return (
        f'<div class="bar-row {side.name.lower()}">'
        f'<span class="bar-who">{escaped(standing_words(side))}</span>'
        f'<span class="bar" aria-hidden="true">{drawn}</span>'
        f'<span class="bar-words">{escaped(words)}</span></div>'
    )


def _total_words(method: Method, total: int) -> str:
    if method is Method.DOTS:
        return say_many("{count} dot", "{count} dots", total)
    if method is Method.HANDS:
        return say_many("{count} hand", "{count} hands", total)
    return say_many("{count} finger", "{count} fingers", total)


def _unit_words(method: Method) -> str:
    if method is Method.DOTS:
        return say("Dots, by who gave them")
    if method is Method.HANDS:
        return say("Hands, by who raised them")
    return say("Fingers, by who showed them")


def _result(counted: Tally, priority: str) -> Result | None:
    return next((one for one in counted.results if one.priority == priority), None)


def _lost(one: Result) -> str:
    if not one.not_lost:
        return ""
    words = not_lost_words(one.not_lost)
    return f'<p class="not-lost">{escaped(words)}</p>'


def _tied(vision: Vision, one: Result, counted: Tally) -> str:
    same = [
        priority_title(vision, other.priority)
        for other in counted.results
        if other.total == one.total and other.priority != one.priority and one.total
    ]
    if not same:
        return ""
    words = say("As many as: {others}", others=", ".join(same))
    return f'<p class="quiet" dir="auto">{escaped(words)}</p>'
