"""Plan: actions in three groups, outcomes with measures, and what is still missing."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from path_planner.domain.vision.plan import Action, Outcome, ResponsibleParty
from path_planner.domain.vision.vision import Vision
from path_planner.domain.vision.voting import Priority
from path_planner.storage.protocol import VisionStore
from path_planner.ui.state import css_class
from tests.analysis.visions import a_vision
from tests.pages.visiting import adding, enter, field, html, labels, now, press, visit, words_of

HOSTILE = "<img src=x onerror=alert(1)> **bold**"


@pytest.fixture
def vision(visions: VisionStore) -> Vision:
    """Begin a vision that has decided on two things."""
    return visions.create(
        a_vision(
            priorities=[
                Priority(id="p1", title="A bus", chosen=True),
                Priority(id="p2", title=HOSTILE, chosen=True, order=1),
                Priority(id="p3", title="Not chosen", order=2),
            ],
            actions=[
                Action(id="a1", what="Count who waits", priorities=("p1",), order=1),
                Action(
                    id="a2",
                    what="Run a bus",
                    priorities=("p1",),
                    doer=ResponsibleParty.SERVICES,
                    who="The council",
                    by_when=date(2027, 3, 1),
                    order=2,
                ),
                Action(id="a3", what="Something else", order=3),
            ],
            outcomes=[Outcome(id="o1", statement="I get home at night.", priorities=("p1",))],
        )
    )


def part(vision: Vision, name: str = "actions") -> AppTest:
    """Visit a part of the step."""
    at = visit("vision_builder", vision=vision.id, step="plan", part=name)
    assert not at.exception
    return at


def test_actions_stand_under_their_priority_by_who_carries_them(vision: Vision) -> None:
    page = words_of(part(vision)).partition("Showing")[2]
    order = ["A bus", "What we do ourselves", "Count who waits", "Nobody yet", "No date yet",
             "What services do", "Run a bus", "The council", "1 March 2027", "No actions yet.",
             "Other actions", "Something else"]  # fmt: skip
    places = [page.index(words) for words in order]
    assert places == sorted(places)
    assert "Not chosen" not in page


def test_what_is_missing_is_said_gently(vision: Vision) -> None:
    at = part(vision)
    page = words_of(at)
    assert at.expander[0].label == "7 things are still missing"
    for sentence in (
        "**bold**” has no action yet.",
        "Who does this? “Count who waits”",
        "By when? “Something else”",
        "How will you know? “I get home at night.”",
        "Which priority does this come from? “Something else”",
    ):
        assert sentence in page
    assert "Run a bus”" not in page


def test_an_action_is_added_with_who_and_when(visions: VisionStore, vision: Vision) -> None:
    at = part(vision)
    press(at, "Add this action")
    assert "Please write what will be done." in words_of(at)
    field(at.text_area, "What will be done?").set_value("Ask the bus company")
    field(at.radio, "Who takes this on?").set_value(ResponsibleParty.TOGETHER)
    field(at.text_input, "Who does it?").set_value("Ada")
    field(at.date_input, "By when?").set_value(date(2027, 5, 1))
    field(at.pills, "From which priorities?").set_value(["p1"])
    press(at, "Add this action")
    added = next(one for one in now(visions, vision).actions.values() if one.who == "Ada")
    assert (added.what, added.doer) == ("Ask the bus company", ResponsibleParty.TOGETHER)
    assert (added.by_when, added.priorities) == (date(2027, 5, 1), ("p1",))


def test_what_is_written_stays_until_it_is_kept_and_two_presses_add_one(
    visions: VisionStore, vision: Vision
) -> None:
    at = part(vision)
    field(at.text_input, "Who does it?").set_value("Ada")
    press(at, "Add this action")
    assert field(at.text_input, "Who does it?").value == "Ada"
    field(at.text_area, "What will be done?").set_value("Ask the bus company")
    press(press(at, "Add this action"), "Add this action")
    assert "Please write what will be done." not in words_of(at)
    assert field(at.text_input, "Who does it?").value == ""
    assert [one.who for one in now(visions, vision).actions.values()].count("Ada") == 1


def test_a_press_that_streamlit_forgets_is_found_and_carried_out_once(
    visions: VisionStore, vision: Vision
) -> None:
    at = part(vision)

    def added() -> list[str]:
        return [one.what for one in now(visions, vision).actions.values() if "bus" in one.what]

    def told(number: int) -> None:
        button = field(at.button, "Add this action")
        at.session_state["typing-watch"] = {"pressed": {css_class(str(button.key)): number}}

    before = added()
    # The browser has sent what stands in the form, and only the press itself is missing.
    words = str(field(at.text_area, "What will be done?").key)
    at.session_state[words] = "Ask the bus company"
    told(1)
    at.run()
    assert added() == [*before, "Ask the bus company"]
    at.run()
    assert len(added()) == len(before) + 1
    field(at.text_area, "What will be done?").set_value("Paint the bus stop")
    told(2)
    press(at, "Add this action")
    at.run()
    assert added() == [*before, "Ask the bus company", "Paint the bus stop"]


def test_an_action_is_changed_taken_out_and_put_back(visions: VisionStore, vision: Vision) -> None:
    at = press(part(vision), "Edit")
    field(at.text_input, "Who does it?", 1).set_value("Bo").run()
    field(at.text_area, "How will we know it is done?").set_value("A list").run()
    field(at.pills, "From which priorities?", 1).set_value(["p1", "p2"]).run()
    changed = now(visions, vision).actions["a1"]
    assert (changed.who, changed.how_we_know, changed.priorities) == ("Bo", "A list", ("p1", "p2"))
    assert "Also: Count who waits" in words_of(at)
    press(press(at, "Delete"), "Yes")
    assert "a1" not in now(visions, vision).actions
    press(at, "Undo")
    assert now(visions, vision).actions["a1"] == changed


def test_an_outcome_has_a_measure_and_who_chose_it(visions: VisionStore, vision: Vision) -> None:
    at = part(vision, "outcomes")
    assert "No measure yet" in words_of(at)
    press(at, "Add this outcome")
    assert "Please write what life is like when it has worked." in words_of(at)
    field(at.text_input, "What is life like when it has worked?").set_value(HOSTILE)
    field(at.text_input, "Who chose this measure?").set_value("The walk group")
    press(at, "Add this outcome")
    assert "<img" not in html(at)
    press(at, "Edit")
    field(at.text_area, "How will we know? What do we look at or count?").set_value("Count").run()
    assert now(visions, vision).outcomes["o1"].measure == "Count"


def test_the_words_of_the_plan_save_themselves(visions: VisionStore, vision: Vision) -> None:
    at = part(vision, "words")
    field(
        at.text_area,
        "The vision: what is life like when it has come true? Write as if it were true today.",
    ).set_value("We all get home.").run()
    field(at.text_area, "What cannot change?").set_value("The law").run()
    kept = now(visions, vision)
    assert (kept.about.vision, kept.limits.cannot_change) == ("We all get home.", "The law")


def test_members_and_those_who_were_not_heard(visions: VisionStore, vision: Vision) -> None:
    at = part(vision, "people")
    assert set(adding(at)) == {"Who is in the steering group?", "Who is missing?"}
    enter(at, "Who is in the steering group?", HOSTILE)
    enter(at, "Who is missing?", "People in prison")
    assert "<img" not in html(at)
    field(at.checkbox, "Agreed to be named in print").check().run()
    field(at.text_area, "What will be done about it?").set_value("Go there in May").run()
    kept = now(visions, vision)
    assert [one.printed for one in kept.steering.values()] == [True]
    assert [one.what_next for one in kept.unheard.values()] == ["Go there in May"]
    label = "One group on each line: name, how many live here, how many were heard"
    field(at.text_area, label).set_value("Women: 900, 12\nMen: many").run()
    assert now(visions, vision).about.population == "Women: 900, 12\nMen: many"
    assert "These lines have no number and are left out:" in words_of(at)
    assert "Men: many" in words_of(at)


def test_with_nothing_chosen_it_says_where_that_is_decided(visions: VisionStore) -> None:
    at = part(visions.create(a_vision()))
    assert "No priorities have been chosen yet." in words_of(at)
    assert "Add this action" in labels(at.button)
