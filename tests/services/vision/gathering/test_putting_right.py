"""What is told of a source can be put right; what its people agreed to cannot."""

from datetime import date

import pytest

from path_planner.domain.vision.sources import ConsentTerms, Source, SourceKind
from path_planner.errors import UnknownRecord
from path_planner.services.vision.anonymised_copy import SourceDetails
from path_planner.services.vision.sources import add_session, change_source
from tests.services.vision.circle import Circle, a_circle
from tests.services.vision.gathering.test_bringing_in import sharing

WRONG, RIGHT = date(2026, 5, 1), date(2012, 6, 3)


def with_a_cafe() -> Circle:
    """Return a circle with a conversation of which little is right."""
    agreed = ConsentTerms(share=True, given_on=WRONG)
    return a_circle(sources=[Source(id="s1", what=SourceKind.CAFE, held_on=WRONG, agreed=agreed)])


def test_kind_place_group_day_and_people_of_a_conversation_are_put_right() -> None:
    circle = with_a_cafe()
    facts = {"what": SourceKind.WALK, "place": "Otterwick", "group": "Walkers", "people": 9}
    circle.does(change_source(circle.meeting, "s1", held_on=RIGHT, kept_as="The walk", **facts))
    source = circle.vision.sources["s1"]
    assert {name: getattr(source, name) for name in facts} == facts
    assert (source.held_on, source.agreed.given_on, source.kept_as) == (RIGHT, RIGHT, "The walk")


def test_a_yes_of_another_day_keeps_its_day() -> None:
    circle = with_a_cafe()
    circle.does(change_source(circle.meeting, "s1", held_on=RIGHT))
    circle.does(change_source(circle.meeting, "s1", place="Otterwick"))
    assert circle.vision.sources["s1"].agreed.given_on == RIGHT
    other = ConsentTerms(share=True, given_on=date(2026, 7, 7))
    circle = a_circle(sources=[Source(id="s1", what=SourceKind.CAFE, held_on=WRONG, agreed=other)])
    circle.does(change_source(circle.meeting, "s1", held_on=RIGHT))
    assert circle.vision.sources["s1"].agreed == other


def test_a_conversation_becomes_no_path_and_nobody_agrees_by_it() -> None:
    circle = with_a_cafe()
    before = circle.vision.sources["s1"]
    circle.does(change_source(circle.meeting, "s1", what=SourceKind.PATH, agreed=ConsentTerms()))
    assert circle.vision.sources["s1"] == before
    with pytest.raises(UnknownRecord):
        change_source(circle.meeting, "gone", place="Otterwick")


def test_place_and_group_of_a_path_are_put_right_and_stay_when_it_comes_in_again() -> None:
    circle, session = a_circle(), sharing()
    (source,) = circle.does(add_session(circle.meeting, session).saved).document.sources
    day = circle.vision.sources[source].held_on
    circle.does(
        change_source(circle.meeting, source, place="Otterwick", group="Tenants", held_on=RIGHT)
    )
    circle.does(add_session(circle.meeting, session, SourceDetails(group="All tenants")).saved)
    found = circle.vision.sources[source]
    assert (found.place, found.group, found.held_on) == ("Otterwick", "All tenants", day)
