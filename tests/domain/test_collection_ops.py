"""Putting records in order."""

from hypothesis import given
from hypothesis import strategies as st

from path_planner.domain.base import move, next_order, sorted_records, with_fields
from tests.domain.builders import a_session, a_voice

moves = st.lists(st.tuples(st.integers(0, 5), st.integers(-7, 7)), max_size=80)


@given(moves)
def test_moving_is_like_moving_in_a_list(steps: list[tuple[int, int]]) -> None:
    names = [f"v{number}" for number in range(6)]
    session = a_session(
        voices={name: a_voice(name, order=float(place)) for place, name in enumerate(names)}
    )
    for which, distance in steps:
        here = names.index(f"v{which}")
        there = min(max(here + distance, 0), 5)
        names.insert(there, names.pop(here))
        session = move(session, "voices", f"v{which}", distance)
        assert [voice.id for voice in sorted_records(session.voices)] == names


def test_moving_stays_within_the_stage() -> None:
    voices = {
        "a": a_voice("a", order=1),
        "b": a_voice("b", "now", order=2),
        "c": a_voice("c", order=3),
    }
    session = move(a_session(voices=voices), "voices", "c", -1)
    assert [voice.id for voice in sorted_records(session.voices, "dream")] == ["c", "a"]
    assert session.voices["b"] == voices["b"]


def test_orders_that_ran_out_of_room_are_spread_again() -> None:
    voices = {name: a_voice(name, order=1.0) for name in "abc"}
    session = move(a_session(voices=voices), "voices", "c", -1)
    assert [voice.id for voice in sorted_records(session.voices)] == ["a", "c", "b"]


def test_something_new_comes_last() -> None:
    assert next_order({}) > 0
    assert next_order({"a": a_voice("a", order=7)}) > 7


def test_amending_checks_and_cleans_again() -> None:
    assert with_fields(a_voice(), text=" new \x00").text == "new"
