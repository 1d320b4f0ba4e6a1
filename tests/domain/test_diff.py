"""Changes: what differs between two states, and making it so elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from path_planner.domain.base import put, remove, with_fields
from path_planner.domain.diff import Change, apply, diff
from path_planner.domain.session import Session
from path_planner.domain.voice import Voice
from tests.domain.builders import a_session, a_voice

ids = st.sampled_from([f"v{number}" for number in range(8)])
edits = st.lists(
    st.one_of(
        st.tuples(st.just("put"), ids, st.text(max_size=20)),
        st.tuples(st.just("take out"), ids, st.just("")),
        st.tuples(st.just("title"), st.just(""), st.text(max_size=20)),
    ),
    max_size=12,
)


def edited(session: Session, steps: list[tuple[str, str, str]]) -> Session:
    """Return the session after these edits."""
    for kind, voice_id, text in steps:
        if kind == "put":
            session = put(session, "voices", Voice(id=voice_id, stage="now", text=text))
        elif kind == "take out":
            session = remove(session, "voices", voice_id)
        else:
            session = session.model_copy(update={"about": with_fields(session.about, title=text)})
    return session


@pytest.mark.slow
@given(edits)
def test_applying_the_difference_leads_from_one_state_to_the_other(
    steps: list[tuple[str, str, str]],
) -> None:
    before = a_session()
    after = edited(before, steps)
    assert apply(before, diff(before, after)) == after
    assert apply(after, diff(after, before)) == before


@given(edits, edits)
def test_changes_of_different_records_commute(
    first: list[tuple[str, str, str]], second: list[tuple[str, str, str]]
) -> None:
    start = a_session(voices={})
    one = diff(start, edited(start, first))
    two = diff(start, edited(start, second))
    if {change[:2] for change in one} & {change[:2] for change in two}:
        return
    assert apply(apply(start, one), two) == apply(apply(start, two), one)


def test_nothing_changed_is_no_change() -> None:
    session = a_session()
    assert diff(session, a_session()) == ()
    assert apply(session, ()) is session


def test_taking_out_what_is_not_there_changes_nothing() -> None:
    session = a_session()
    assert apply(session, [Change("voices", "unknown", None)]) == session


def test_a_change_does_not_touch_the_session_it_starts_from() -> None:
    session = a_session()
    put(session, "voices", a_voice("v2"))
    apply(session, [Change("voices", "v1", None)])
    assert set(session.voices) == {"v1"}
