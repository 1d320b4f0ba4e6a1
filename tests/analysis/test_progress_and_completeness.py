"""What has come due, and what a plan still lacks."""

from datetime import date, timedelta

import pytest

from path_planner.analysis.completeness import completeness_of
from path_planner.analysis.progress import due, next_review_date
from path_planner.domain.vision.plan import Action, Outcome, Progress, Reply, ReviewRound
from path_planner.domain.vision.vision import AboutVision
from path_planner.domain.vision.voting import Priority
from tests.analysis.visions import a_vision

TODAY = date(2027, 5, 1)


def test_an_action_is_due_from_its_day_until_it_is_done_or_impossible() -> None:
    actions = [
        Action(id=f"a{n}", what="Do", by_when=day, order=n)
        for n, day in enumerate([TODAY, TODAY - timedelta(9), TODAY + timedelta(1), None])
    ]
    assert [one.id for one in due(a_vision(actions=actions), TODAY).actions] == ["a1", "a0"]
    for progress in Progress:
        vision = a_vision(
            actions=actions,
            rounds=[ReviewRound(id="n1", on=TODAY)],
            replies=[Reply(id="y1", round="n1", action="a0", progress=progress)],
        )
        over = progress in {Progress.DONE, Progress.CANNOT}
        assert ("a0" in {one.id for one in due(vision, TODAY).actions}) is not over


@pytest.mark.parametrize(
    ("about", "rounds", "come"),
    [
        (None, [], None),
        (TODAY, [], TODAY),
        (TODAY + timedelta(1), [], None),
        (TODAY - timedelta(5), [ReviewRound(id="n1", on=TODAY - timedelta(3))], None),
        (None, [ReviewRound(id="n1", on=TODAY - timedelta(30), next_on=TODAY)], TODAY),
        (
            TODAY,
            [ReviewRound(id="n1", on=TODAY - timedelta(30), next_on=TODAY + timedelta(9))],
            None,
        ),
    ],
)
def test_a_look_is_due_until_it_has_been_had(
    about: date | None, rounds: list[ReviewRound], come: date | None
) -> None:
    vision = a_vision(about=AboutVision(next_look=about), rounds=rounds)
    assert due(vision, TODAY).next_review == come
    assert next_review_date(a_vision()) is None


def test_what_is_missing_is_found_and_nothing_else() -> None:
    whole = Action(id="a1", what="Do", who="Ada", by_when=TODAY, priorities=("p1",))
    vision = a_vision(
        priorities=[
            Priority(id="p1", title="One", chosen=True),
            Priority(id="p2", title="Two", chosen=True),
            Priority(id="p3", title="Three"),
        ],
        actions=[whole, Action(id="a2", what="Else", priorities=("gone",))],
        outcomes=[
            Outcome(id="o1", statement="Well", measure="Count"),
            Outcome(id="o2", statement="Better"),
        ],
    )
    found = completeness_of(vision)
    assert [[one.id for one in part] for part in found] == [["p2"], ["a2"], ["a2"], ["o2"], ["a2"]]
    assert found.missing == 5
    assert completeness_of(a_vision()).missing == 0
