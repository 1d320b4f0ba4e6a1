"""Reviewing: a “cannot” says why and who decided; those who said it confirm or dispute."""

from datetime import date

import pytest

from path_planner.analysis.progress import answers_to, count_answers, last_replies
from path_planner.domain.vision.plan import Action, Outcome, Progress
from path_planner.domain.vision.sources import StakeholderGroup
from path_planner.errors import ReasonMissing, UnknownRecord
from path_planner.services.records import delete
from path_planner.services.vision.reviews import (
    answer,
    begin_review,
    change_review,
    delete_review,
    read_measure,
    reply,
    set_next_review,
    waiting_review,
)
from tests.services.vision.circle import Circle, a_circle


@pytest.fixture
def circle() -> Circle:
    """Return a circle with a plan."""
    return a_circle(
        actions=[Action(id="a1", what="Ask"), Action(id="a2", what="Tell")],
        outcomes=[Outcome(id="o1", statement="I get home.")],
    )


def begun(circle: Circle, words: str = "") -> str:
    """Begin a round and return its id."""
    return circle.does(begin_review(circle.meeting, words)).changes[0].id


def test_a_round_in_which_nothing_was_said_is_not_begun_again(circle: Circle) -> None:
    held = begun(circle)
    assert not begin_review(circle.meeting).changes
    waiting = waiting_review(circle.vision, circle.vision.rounds[held].on)
    assert waiting == circle.vision.rounds[held]
    circle.does(reply(circle.meeting, held, "a1", Progress.DOING))
    assert begun(circle) != held
    circle.does(change_review(circle.meeting, held, on=date(2020, 1, 2)))
    assert len(circle.vision.rounds) == 2


def test_a_round_has_a_day_and_keeps_it(circle: Circle) -> None:
    held = begun(circle)
    day = circle.vision.rounds[held].on
    circle.does(change_review(circle.meeting, held, on=None, words="We met at the hall."))
    assert circle.vision.rounds[held].on == day
    circle.does(change_review(circle.meeting, held, on=date(2027, 1, 2)))
    assert circle.vision.rounds[held].on == date(2027, 1, 2)


@pytest.mark.parametrize("facts", [{}, {"why": "No money"}, {"who_decided": "The council"}])
def test_what_cannot_be_done_needs_why_and_who_decided(
    circle: Circle, facts: dict[str, str]
) -> None:
    held = begun(circle)
    with pytest.raises(ReasonMissing) as told:
        reply(circle.meeting, held, "a1", Progress.CANNOT, **facts)
    assert "why" in str(told.value)
    assert circle.vision.replies == {}


def test_an_action_has_one_reply_a_round_and_the_newest_counts(circle: Circle) -> None:
    first, second = begun(circle), begun(circle, "Later")
    circle.does(reply(circle.meeting, first, "a1", Progress.NOT_YET))
    circle.does(reply(circle.meeting, first, "a1", Progress.DOING, we_did="Rang them"))
    assert len(circle.vision.replies) == 1
    circle.does(
        reply(circle.meeting, second, "a1", Progress.CANNOT, why="No", who_decided="The council")
    )
    assert last_replies(circle.vision)["a1"].progress is Progress.CANNOT
    for held, action in (("n9", "a1"), (first, "a9")):
        with pytest.raises(UnknownRecord):
            reply(circle.meeting, held, action, Progress.DONE)


def test_contributors_confirm_or_dispute_in_their_words(circle: Circle) -> None:
    held = begun(circle)
    said = circle.does(reply(circle.meeting, held, "a1", Progress.DONE)).changes[0].id
    circle.does(answer(circle.meeting, said, True, "Yes", StakeholderGroup.LIVED))
    circle.does(answer(circle.meeting, said, False, "Not on Sundays", StakeholderGroup.FAMILY))
    given = answers_to(circle.vision, said)
    assert [one.words for one in given] == ["Yes", "Not on Sundays"]
    assert count_answers(given) == (1, 1)
    circle.does(delete(circle.meeting, "answers", given[1].id))
    assert count_answers(answers_to(circle.vision, said)) == (1, 0)
    with pytest.raises(UnknownRecord):
        answer(circle.meeting, "y9", True)


def test_a_measure_is_read_once_a_round_and_can_be_emptied(circle: Circle) -> None:
    held = begun(circle)
    for words in ("Once a week", "Twice a week"):
        circle.does(read_measure(circle.meeting, held, "o1", words))
    assert [one.words for one in circle.vision.readings.values()] == ["Twice a week"]
    circle.does(read_measure(circle.meeting, held, "o1", " "))
    assert circle.vision.readings == {}


def test_the_next_look_stands_in_the_plan_and_in_the_round(circle: Circle) -> None:
    day = date(2027, 6, 1)
    circle.does(set_next_review(circle.meeting, day))
    assert circle.vision.about.next_look == day
    held = begun(circle)
    circle.does(set_next_review(circle.meeting, date(2027, 9, 1), held))
    assert circle.vision.rounds[held].next_on == circle.vision.about.next_look == date(2027, 9, 1)


def test_a_round_goes_with_all_that_was_said_in_it(circle: Circle) -> None:
    kept, gone = begun(circle), begun(circle, "Later")
    for held in (kept, gone):
        said = circle.does(reply(circle.meeting, held, "a1", Progress.DONE)).changes[0].id
        circle.does(answer(circle.meeting, said, True))
        circle.does(read_measure(circle.meeting, held, "o1", "Well"))
    circle.does(delete_review(circle.meeting, gone))
    assert list(circle.vision.rounds) == [kept]
    assert [one.round for one in circle.vision.replies.values()] == [kept]
    assert len(circle.vision.answers) == len(circle.vision.readings) == 1
