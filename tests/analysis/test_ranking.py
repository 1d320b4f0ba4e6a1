"""What comes first where not everything has room."""

from datetime import date

from path_planner.analysis.ranking import (
    actions_by_day,
    outcomes_by_weight,
    priorities_by_weight,
    themes_by_weight,
)
from path_planner.domain.base import put, with_fields
from path_planner.domain.vision.plan import Action
from path_planner.domain.vision.theme import Theme, ThemeAssignment
from tests.exports.visions import vision


def test_themes_of_many_paths_come_first_and_none_is_lost() -> None:
    made = put(vision(), "themes", Theme(id="small", name="Small", order=-1))
    made = put(made, "placings", ThemeAssignment(id="x", voice="s0v0", theme="small"))
    found = themes_by_weight(made)
    assert [one.theme.id for one in found] == ["t0", "t1", "t2", "t3", "small"]
    assert found[-1].said.people == 1


def test_what_was_chosen_comes_in_the_order_of_the_votes() -> None:
    assert [one.id for one in priorities_by_weight(vision())] == ["p0", "p1", "p2"]
    made = vision()
    bare = {key: with_fields(one, chosen=False) for key, one in made.priorities.items()}
    nothing = made.model_copy(update={"priorities": bare, "votes": {}})
    assert [one.id for one in priorities_by_weight(nothing)] == ["p0", "p1", "p2", "p3"]


def test_actions_come_by_their_day_without_what_cannot_be_done() -> None:
    made = put(vision(), "actions", Action(id="someday", what="Think."))
    made = put(made, "actions", Action(id="soon", what="Go.", by_when=date(2026, 12, 1)))
    assert [one.id for one in actions_by_day(made)] == ["soon", "a0", "a2", "a3", "someday"]


def test_outcomes_of_what_was_chosen_come_first() -> None:
    made = vision()
    early = made.outcomes["o3"].model_copy(update={"order": -1.0})
    found = outcomes_by_weight(put(made, "outcomes", early))
    assert [one.id for one in found] == ["o0", "o1", "o2", "o3"]
