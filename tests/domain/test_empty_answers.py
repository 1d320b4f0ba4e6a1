"""Empty answers are recognised; short answers with a meaning are not."""

import pytest

from path_planner.domain.vision.sources import is_empty_answer


@pytest.mark.parametrize(
    "text",
    ["Nothing.", "n/a", "N / A", "NONE", "-", "--", "…", "?", "Nuffin…", "k.A.", "Néant", "brak"],
)
def test_what_says_nothing_is_empty(text: str) -> None:
    assert is_empty_answer(text)


@pytest.mark.parametrize(
    "text",
    ["No", "Yes", "👍", "12", "Nothing works here", "Don’t know", "Nan", "Dimming", "无", "Bus"],
)
def test_a_short_answer_is_not(text: str) -> None:
    assert not is_empty_answer(text)
