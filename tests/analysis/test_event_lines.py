"""Which lines of an event may be read by whom, the order of answers, numbers and labels."""

from collections.abc import Iterable
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from path_planner.analysis.event_lines import (
    Readers,
    counted_lines,
    guest_labels,
    may_leave,
    may_read,
    may_see_picture,
    readable_lines,
    speaker_name,
    threaded,
    topic_numbers,
)
from path_planner.domain.event.about import Guest
from path_planner.domain.event.contribution import Contribution
from path_planner.domain.event.open_space import Topic
from path_planner.domain.image import Picture
from path_planner.domain.vision.sources import ConsentTerms
from path_planner.domain.voice import Share
from tests.storage.cases import a_contribution, an_event

AGREED = ConsentTerms(share=True)
EACH_LEVEL = {
    share.name.lower(): a_contribution(share.name.lower(), share=share, order=float(place))
    for place, share in enumerate(Share)
}
"""A line of each share level; its id is the level's name."""


def ids(lines: Iterable[Contribution]) -> list[str]:
    return [line.id for line in lines]


@pytest.mark.parametrize(
    ("share", "readers", "shown"),
    [
        (True, Readers.EVERYBODY, ["quote", "named"]),
        (True, Readers.CIRCLE, ["circle", "quote", "named"]),
        (False, Readers.EVERYBODY, []),
        (False, Readers.CIRCLE, ["circle", "quote", "named"]),
    ],
)
def test_readers_see_what_was_agreed(share: bool, readers: Readers, shown: list[str]) -> None:
    event = an_event(voices=EACH_LEVEL, agreed=ConsentTerms(share=share))
    assert ids(readable_lines(event, readers)) == shown
    assert [line.id for line in EACH_LEVEL.values() if may_read(event, line, readers)] == shown


def test_what_leaves_is_counted_or_quoted_and_only_once_people_agreed() -> None:
    agreed, not_agreed = an_event(agreed=AGREED), an_event()
    leaving = [line.id for line in EACH_LEVEL.values() if may_leave(agreed, line)]
    assert leaving == ["theme", "quote", "named"]
    assert not any(may_leave(not_agreed, line) for line in EACH_LEVEL.values())
    assert ids(counted_lines(an_event(voices=EACH_LEVEL))) == ["theme"]


def test_a_name_stands_only_beside_a_line_that_is_to_have_it() -> None:
    guests = {"g1": Guest(id="g1", name="Robin")}
    lines = {key: line.model_copy(update={"speaker": "g1"}) for key, line in EACH_LEVEL.items()}
    event = an_event(guests=guests, voices=lines, agreed=AGREED)
    named = {key: speaker_name(event, line) for key, line in lines.items()}
    assert {key for key, name in named.items() if name} == {"named"}
    assert named["named"] == "Robin"
    assert speaker_name(event, a_contribution(share=Share.NAMED, speaker="gone")) == ""


def test_a_picture_is_for_everybody_only_if_drawings_were_agreed_to() -> None:
    picture = Picture(id="p1", width=1, height=1, base64="AAAA")
    quote = a_contribution(share=Share.QUOTE, picture="p1")
    with_share = an_event(pictures={"p1": picture}, agreed=AGREED)
    with_drawings = an_event(
        pictures={"p1": picture}, agreed=ConsentTerms(share=True, drawings=True)
    )
    assert may_see_picture(with_share, quote, Readers.CIRCLE)
    assert not may_see_picture(with_share, quote, Readers.EVERYBODY)
    assert may_see_picture(with_drawings, quote, Readers.EVERYBODY)
    theme = quote.model_copy(update={"share": Share.THEME})
    assert not may_see_picture(with_drawings, theme, Readers.CIRCLE)
    assert not may_see_picture(an_event(agreed=AGREED), quote, Readers.CIRCLE)


def test_answers_stand_below_what_they_answer() -> None:
    lines = [
        a_contribution("a"),
        a_contribution("b"),
        a_contribution("a1", answers="a"),
        a_contribution("a11", answers="a1"),
        a_contribution("a2", answers="a"),
        a_contribution("x", answers="gone"),
    ]
    read = [(line.id, depth, unseen) for line, depth, unseen in threaded(lines)]
    assert read == [
        ("a", 0, False), ("a1", 1, False), ("a11", 2, False), ("a2", 1, False),
        ("b", 0, False), ("x", 0, True),
    ]  # fmt: skip


@given(st.lists(st.integers(-1, 12), max_size=12))
def test_each_line_stands_once_whatever_answers_what(answers: list[int]) -> None:
    lines = [
        a_contribution(f"v{place}", answers=f"v{answered}" if answered >= 0 else None)
        for place, answered in enumerate(answers)
    ]
    ordered = threaded(lines)
    assert sorted(line.id for line, *_rest in ordered) == sorted(ids(lines))
    places = {line.id: place for place, (line, *_rest) in enumerate(ordered)}
    depths = {line.id: depth for line, depth, _unseen in ordered}
    for line in lines:
        if depths[line.id]:
            assert places[line.answers or ""] < places[line.id]
            assert depths[line.answers or ""] == depths[line.id] - 1


def test_numbers_of_topics_are_those_on_their_sheets_if_nobody_else_has_them() -> None:
    topics = {"d": 7, "b": 2, "c": 2, "a": 1, "e": 3, "z": 0}
    made = {key: Topic(id=key, title="T", number=number) for key, number in topics.items()}
    expected = {"a": 1, "b": 2, "c": 3, "e": 4, "d": 7, "z": 8}
    for order in permutations(made):
        event = an_event(topics={key: made[key] for key in order})
        assert topic_numbers(event) == expected
        assert list(topic_numbers(event)) == list(expected)
    assert topic_numbers(an_event()) == {}


def test_a_guest_without_a_name_is_called_by_their_place() -> None:
    guests = {
        "z": Guest(id="z", name="Robin", order=1.0),
        "b": Guest(id="b", order=2.0),
        "a": Guest(id="a", order=3.0),
    }
    assert guest_labels(an_event(guests=guests)) == {"z": "Robin", "b": "Guest 2", "a": "Guest 3"}
