"""Planning: actions, outcomes, promises, people; nothing is lost by an emptied field."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

import pytest

from path_planner.domain.people import Role
from path_planner.domain.vision.plan import Doer
from path_planner.errors import UnknownRecord
from path_planner.visioning.meeting import Kept
from path_planner.visioning.planning import (
    bring_action_back,
    bring_member_back,
    bring_outcome_back,
    bring_unheard_back,
    change_action,
    change_member,
    change_outcome,
    change_unheard,
    describe_vision,
    hope_for,
    invite,
    note_unheard,
    plan_action,
    promise_limits,
    take_action_out,
    take_member_out,
    take_outcome_out,
    take_unheard_out,
)
from tests.visioning.circle import Circle, with_priorities


@pytest.fixture
def circle() -> Circle:
    """Return a circle with three priorities."""
    return with_priorities()


def test_an_action_says_who_does_what_by_when_and_from_which_priorities(circle: Circle) -> None:
    facts = {
        "doer": Doer.TOGETHER,
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
    add: Callable[..., Kept]
    change: Callable[..., Kept]
    take_out: Callable[..., Kept]
    bring_back: Callable[..., Kept]


@pytest.mark.parametrize(
    "kind",
    [
        Line("actions", "what", plan_action, change_action, take_action_out, bring_action_back),
        Line(
            "outcomes", "statement", hope_for, change_outcome, take_outcome_out, bring_outcome_back
        ),
        Line("steering", "name", invite, change_member, take_member_out, bring_member_back),
        Line("unheard", "who", note_unheard, change_unheard, take_unheard_out, bring_unheard_back),
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
    circle.does(kind.take_out(circle.meeting, one.id))
    with pytest.raises(UnknownRecord):
        kind.change(circle.meeting, one.id, **{kind.needed: "Gone"})
    circle.does(kind.bring_back(circle.meeting, changed))
    assert getattr(circle.vision, kind.collection)[one.id] == changed


def test_the_words_of_the_plan_and_what_was_promised_are_kept(circle: Circle) -> None:
    circle.does(describe_vision(circle.meeting, vision="We all get home at night."))
    circle.does(describe_vision(circle.meeting, thanks="Everybody"))
    circle.does(promise_limits(circle.meeting, cannot_change="The law", budget="None yet"))
    assert circle.vision.about.vision == "We all get home at night."
    assert circle.vision.about.thanks == "Everybody"
    assert circle.vision.limits.cannot_change == "The law"
    assert circle.vision.limits.budget == "None yet"


def test_a_member_is_named_in_print_only_when_they_said_so(circle: Circle) -> None:
    circle.does(invite(circle.meeting, "Ada Field", Role.FAMILY))
    (member,) = circle.vision.steering.values()
    assert (member.role, member.printed) == (Role.FAMILY, False)
    circle.does(change_member(circle.meeting, member.id, printed=True, leads=True))
    assert circle.vision.steering[member.id].printed
