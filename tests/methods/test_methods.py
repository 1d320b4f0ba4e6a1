"""Every method of gathering is complete, is data alone, and makes a day that can be run."""

from datetime import timedelta
from typing import Any

import pytest

from path_planner.domain.event.about import SlotKind
from path_planner.errors import UnknownMethod
from path_planner.methods.model import Feature, Method
from path_planner.methods.registry import find_method, has, method_of, methods
from path_planner.services.event.documents import begun
from path_planner.stamps import has as has_stamp

EVERY = pytest.mark.parametrize("method", methods().values(), ids=lambda method: method.id)


@EVERY
def test_a_method_has_what_its_pages_and_prints_need(method: Method) -> None:
    assert all((method.title, method.summary, method.question, method.credits))
    assert method.principles
    assert 3 <= len(method.will_happen) <= 12
    kinds = {slot.kind for slot in method.slots}
    if Feature.AGENDA in method.features:
        assert method.rooms
        assert method.law
        assert SlotKind.TALKS in kinds
    if Feature.TABLES in method.features:
        assert method.rounds
        assert method.tables
        assert SlotKind.ROUND in kinds
    assert method.features


@EVERY
def test_what_will_happen_is_easy_to_read_and_has_pictures(method: Method) -> None:
    for step in method.will_happen:
        assert has_stamp(step.icon)
        for sentence in step.sentence.rstrip(".").split(". "):
            assert len(sentence.split()) <= 15, sentence


@EVERY
def test_slots_follow_each_other_and_leave_a_break(method: Method) -> None:
    day = begun("A day", method.id)
    slots = list(day.slots.values())
    begins = [timedelta(hours=slot.begins.hour, minutes=slot.begins.minute) for slot in slots]
    for place, slot in enumerate(slots[:-1]):
        assert begins[place] + timedelta(minutes=slot.minutes) <= begins[place + 1]
    assert any(slot.kind is SlotKind.BREAK for slot in slots)


@EVERY
def test_a_new_day_has_the_rooms_tables_and_rounds_of_its_method(method: Method) -> None:
    day = begun("A day", method.id, place="Hopeford")
    assert (len(day.rooms), len(day.tables)) == (len(method.rooms), method.tables)
    assert [each.minutes for each in day.rounds.values()] == [
        each.minutes for each in method.rounds
    ]
    assert (day.about.place, day.about.question) == ("Hopeford", method.question)
    assert {feature for feature in Feature if has(day, feature)} == method.features


def test_a_method_that_nobody_knows_is_refused_and_one_of_a_later_version_still_opens() -> None:
    with pytest.raises(UnknownMethod) as refused:
        find_method("fishbowl")
    assert "fishbowl" in str(refused.value)
    assert "world-cafe" in str(refused.value)
    day: Any = begun("A day", "open-space")
    later = day.model_copy(update={"about": day.about.model_copy(update={"method": "fishbowl"})})
    assert method_of(later).features == frozenset(Feature)
