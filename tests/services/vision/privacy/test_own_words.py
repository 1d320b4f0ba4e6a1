"""Names that slip into what a group writes itself are marked before printing, wherever it is."""

from datetime import date
from typing import Any

import pytest

from path_planner.domain.vision.plan import (
    Action,
    Answer,
    MeasureReading,
    Outcome,
    Reply,
    ReviewRound,
)
from path_planner.domain.vision.sources import MissingGroup, Source
from path_planner.domain.vision.theme import Cause, Disagreement, Side, Theme
from path_planner.domain.vision.vision import AboutVision, Limits, Member, Vision
from path_planner.domain.vision.voting import Priority, VoteRound
from path_planner.sample.visions import sample_vision
from path_planner.services.vision.privacy.pii_checks import LOOKED_AT, left_in_own_words
from tests.analysis.visions import a_source, a_vision, a_voice

TELLS = "Jonah rings 07700 900123 here"
FACTS: dict[str, dict[str, Any]] = {
    "causes": {"theme": "t"},
    "rounds": {"on": date(2026, 1, 1)},
    "replies": {"round": "r", "action": "a"},
    "answers": {"reply": "y", "confirms": True},
    "readings": {"round": "r", "outcome": "o"},
}
MODELS: dict[str, Any] = {
    "sources": Source,
    "unheard": MissingGroup,
    "themes": Theme,
    "causes": Cause,
    "disagreements": Disagreement,
    "priorities": Priority,
    "votes": VoteRound,
    "actions": Action,
    "outcomes": Outcome,
    "rounds": ReviewRound,
    "replies": Reply,
    "answers": Answer,
    "readings": MeasureReading,
}
NEEDED = {
    "unheard": "who",
    "themes": "name",
    "causes": "text",
    "disagreements": "about",
    "priorities": "title",
    "actions": "what",
    "outcomes": "statement",
    "readings": "words",
}
FIELDS = [(name, field) for name, fields in LOOKED_AT.items() for field in fields.split()]


def heard(**collections: Any) -> Vision:
    """Return a vision that heard somebody whose name was taken out."""
    source = a_source("s1", names=("Jonah Applewhite",), place="Upper Quill", order=1)
    sources = [source, *collections.pop("sources", ())]
    return a_vision(sources=sources, voices=[a_voice(text="A bus.")], **collections)


def with_words(collection: str, field: str, words: str) -> Vision:
    """Return a vision with these words in one field."""
    if collection in ("about", "limits"):
        model = {"about": AboutVision, "limits": Limits}[collection]
        return heard(**{collection: model(**{field: words})})
    needed = {NEEDED[collection]: "We meet."} if collection in NEEDED else {}
    told: Any = Side(words=words) if field in ("one", "other") else words
    given = {"id": "x", **FACTS.get(collection, {}), **needed, field: told}
    return heard(**{collection: [MODELS[collection](**given)]})


@pytest.mark.parametrize(("collection", "field"), FIELDS)
def test_it_is_found_wherever_it_stands(collection: str, field: str) -> None:
    (found,) = left_in_own_words(with_words(collection, field, TELLS))
    assert (found.collection, found.field, found.text) == (collection, field, TELLS)
    assert found.id == ("" if collection in ("about", "limits") else "x")
    parts = [TELLS[one.start : one.end] for one in found.matches]
    assert set(parts) <= {"Jonah", "07700 900123"}
    assert parts
    assert left_in_own_words(with_words(collection, field, "We meet on Tuesdays.")) == []


def test_names_that_are_meant_are_left_alone_and_those_taken_out_are_not() -> None:
    vision = heard(
        about=AboutVision(title="A town", community="Little Quill", made_by="Delia Marrow"),
        steering=[Member(id="k1", name="Delia Marrow", printed=True), Member(id="k2", name="Tam")],
        actions=[
            Action(id="a1", what="Delia asks in Upper Quill and Little Quill", who="Ben Ashby"),
            Action(id="a2", what="Somebody asks", who="Jonah", order=1),
            Action(id="a3", what="Ask Tam and Mr Quill", order=2),
        ],
    )
    found = {one.id: one for one in left_in_own_words(vision)}
    assert set(found) == {"a2", "a3"}
    assert found["a2"].is_known
    assert not found["a3"].is_known
    assert list(found) == ["a2", "a3"]


def test_a_name_inside_another_word_covers_nothing() -> None:
    vision = heard(
        steering=[Member(id="k1", name="Jon", printed=True)],
        themes=[Theme(id="t1", name="We and Jonah")],
    )
    assert [one.id for one in left_in_own_words(vision)] == ["t1"]


def test_ordinary_words_of_a_plan_are_left_alone() -> None:
    assert left_in_own_words(sample_vision(12)) == []
