"""A made-up vision to look at says what it is, and its days lie around today."""

from datetime import UTC, datetime, timedelta

import pytest

from path_planner.analysis.counts import count_all
from path_planner.analysis.progress import due, next_review_date
from path_planner.domain.vision.vision import Vision
from path_planner.sample.visions import PATHS, sample_vision, vision_to_try

NOW = datetime(2031, 2, 3, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def vision() -> Vision:
    """Make it up."""
    return vision_to_try(NOW, seed="k7f3q2")


def test_it_is_marked_as_made_up_and_whole(vision: Vision) -> None:
    assert vision.about.title.endswith("(example)")
    assert count_all(vision).paths == PATHS
    assert vision.rounds
    assert vision.ballots


def test_its_group_looked_back_yesterday_and_nothing_is_late(vision: Vision) -> None:
    assert [one.on for one in vision.rounds.values()] == [NOW.date() - timedelta(days=1)]
    assert (next_review_date(vision) or NOW.date()) > NOW.date()
    assert due(vision, NOW.date()) == ((), None)
    assert vision.updated == NOW


def test_all_its_days_are_moved_alike(vision: Vision) -> None:
    made = sample_vision(PATHS, seed="k7f3q2")
    by = vision.begun - made.begun
    assert [one.by_when for one in vision.actions.values()] == [
        one.by_when and one.by_when + by for one in made.actions.values()
    ]
    assert {one.held_on and one.held_on - by for one in vision.sources.values()} == {
        one.held_on for one in made.sources.values()
    }


def test_two_of_them_are_two(vision: Vision) -> None:
    assert vision_to_try(NOW, seed="other").id != vision.id
