"""Planning: actions, outcomes, promises, people; nothing is lost by an emptied field."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

import pytest

from path_planner.domain.people import Role
from path_planner.domain.vision.plan import ResponsibleParty
from path_planner.errors import UnknownRecord
from path_planner.services.context import VisionResult
from path_planner.services.records import delete, restore
from path_planner.services.vision.plan import (
    add_member,
    add_missing_group,
    add_outcome,
    change_action,
    change_member,
    change_missing_group,
    change_outcome,
    describe_vision,
    plan_action,
    set_limits,
)
from tests.services.vision.circle import Circle, with_priorities


@pytest.fixture
def circle() -> Circle:
    """Return a circle with three priorities."""
    return with_priorities()


def test_an_action_says_who_does_what_by_when_and_from_which_priorities(circle: Circle) -> None:
    facts = {
        "doer": ResponsibleParty.TOGETHER,
        "who": "Ada and the bus company",
        "by_when": date(2027, 3, 1),
        "resources": "Two evenings",
        "how_we_know": "A bus at nine",
        "priorities": ("p1", "p2"),
    }
    circle.does(plan_action(circle.meeting, "Ask for a late bus", **facts))
    (action,) = circle.vision.actions.values()
    assert {name: getattr(action, name) for name in facts} == facts


class Line(NamedTuple):
    """How lines of one collection are written."""

    collection: str
    needed: str
    add: Callable[..., VisionResult]
    change: Callable[..., VisionResult]


@pytest.mark.parametrize(
    "kind",
    [
        Line("actions", "what", plan_action, change_action),
        Line("outcomes", "statement", add_outcome, change_outcome),
        Line("steering", "name", add_member, change_member),
        Line("unheard", "who", add_missing_group, change_missing_group),
    ],
    ids=lambda kind: kind.collection,
)
def test_a_line_is_added_put_right_taken_out_and_brought_back(circle: Circle, kind: Line) -> None:
    circle.does(kind.add(circle.meeting, "  "))
    assert getattr(circle.vision, kind.collection) == {}
    circle.does(kind.add(circle.meeting, "One"))
    circle.does(kind.add(circle.meeting, "Two"))
    one, two = getattr(circle.vision, kind.collection).values()
    assert two.order > one.order
    circle.does(kind.change(circle.meeting, one.id, **{kind.needed: "First"}))
    circle.does(kind.change(circle.meeting, one.id, **{kind.needed: " "}))
    changed = getattr(circle.vision, kind.collection)[one.id]
    assert getattr(changed, kind.needed) == "First"
    circle.does(delete(circle.meeting, kind.collection, one.id))
    with pytest.raises(UnknownRecord):
        kind.change(circle.meeting, one.id, **{kind.needed: "Gone"})
    circle.does(restore(circle.meeting, kind.collection, changed))
    assert getattr(circle.vision, kind.collection)[one.id] == changed


def test_the_words_of_the_plan_and_what_was_promised_are_kept(circle: Circle) -> None:
    circle.does(describe_vision(circle.meeting, vision="We all get home at night."))
    circle.does(describe_vision(circle.meeting, thanks="Everybody"))
    circle.does(set_limits(circle.meeting, cannot_change="The law", budget="None yet"))
    assert circle.vision.about.vision == "We all get home at night."
    assert circle.vision.about.thanks == "Everybody"
    assert circle.vision.limits.cannot_change == "The law"
    assert circle.vision.limits.budget == "None yet"


def test_a_member_is_named_in_print_only_when_they_said_so(circle: Circle) -> None:
    circle.does(add_member(circle.meeting, "Ada Field", Role.FAMILY))
    (member,) = circle.vision.steering.values()
    assert (member.role, member.printed) == (Role.FAMILY, False)
    circle.does(change_member(circle.meeting, member.id, printed=True, leads=True))
    assert circle.vision.steering[member.id].printed
