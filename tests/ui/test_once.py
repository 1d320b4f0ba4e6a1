"""What a press makes is made once, however often the hand presses before the page answers."""

from collections.abc import Iterator

import pytest

from path_planner.errors import StoreLocked
from path_planner.ui.components import repeat_form as module
from path_planner.ui.components.repeat_form import ClickCounter, run_once


@pytest.fixture(autouse=True)
def notes(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """Remember in a plain dictionary what a window remembers."""
    kept: dict[str, object] = {}
    monkeypatch.setattr(module.state, "remember", kept.__setitem__)
    monkeypatch.setattr(module.state, "recall", kept.get)
    return kept


@pytest.fixture
def ids() -> Iterator[str]:
    """Return things that are made."""
    return iter(("one", "two", "three"))


def test_the_second_press_gets_what_the_first_one_made(ids: Iterator[str]) -> None:
    assert run_once("x", lambda: next(ids), pressed=False) == ""
    assert run_once("x", lambda: next(ids), pressed=True) == "one"
    assert run_once("x", lambda: next(ids), pressed=True) == "one"
    assert run_once("y", lambda: next(ids), pressed=True) == "two"


def test_a_button_that_was_shown_again_makes_another_one(ids: Iterator[str]) -> None:
    run_once("x", lambda: next(ids), pressed=True)
    run_once("x", lambda: next(ids), pressed=False)
    assert run_once("x", lambda: next(ids), pressed=True) == "two"


def test_what_fails_is_made_at_the_next_press(ids: Iterator[str]) -> None:
    def fails() -> str:
        raise StoreLocked

    with pytest.raises(StoreLocked):
        run_once("x", fails, pressed=True)
    assert run_once("x", lambda: next(ids), pressed=True) == "one"


def test_a_button_that_stays_makes_one_each_time_it_is_shown() -> None:
    made: list[str] = []
    first = ClickCounter("x")
    first.once(lambda: made.append("first"))
    first.once(lambda: made.append("again"))
    second = ClickCounter("x")
    assert second.key != first.key
    second.once(lambda: made.append("second"))
    assert made == ["first", "second"]
