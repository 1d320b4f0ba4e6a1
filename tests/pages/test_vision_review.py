"""Review: you said, we did; a “cannot” says why, and those who said it answer."""

from datetime import date

from streamlit.testing.v1 import AppTest

from path_planner.domain.vision.plan import Action, MeasureReading, Outcome, Progress, ReviewRound
from path_planner.domain.vision.sources import StakeholderGroup
from path_planner.domain.vision.vision import Vision
from path_planner.domain.vision.voting import Priority
from path_planner.storage.protocol import VisionStore
from tests.analysis.visions import a_vision
from tests.pages.visiting import field, html, labels, now, press, visit, words_of

HOSTILE = "<svg onload=alert(1)> _x_"


def planned(visions: VisionStore, **more: object) -> Vision:
    """Begin a vision with a plan."""
    return visions.create(
        a_vision(
            priorities=[Priority(id="p1", title=HOSTILE, chosen=True)],
            actions=[
                Action(id="a1", what="Ask", priorities=("p1",), who="Ada",
                       by_when=date(2020, 1, 2)),
                Action(id="a2", what=HOSTILE, order=1),
            ],
            outcomes=[
                Outcome(id="o1", statement="I get home.", measure="How often", now="Never")
            ],
            **more,
        )
    )  # fmt: skip


def page(vision: Vision) -> AppTest:
    """Visit the step."""
    at = visit("vision_builder", vision=vision.id, step="review")
    assert not at.exception
    return at


def test_what_is_due_is_said_first(visions: VisionStore) -> None:
    at = page(planned(visions))
    assert at.expander[0].label == "1 action is due"
    assert "Ask 2 January 2020 · Ada" in words_of(at)


def test_you_said_stands_beside_we_did(visions: VisionStore) -> None:
    at = press(page(planned(visions)), "Start a review")
    words = words_of(at)
    assert "0 of 2 done" in words
    assert words.index("You said") < words.index("Ask", words.index("You said"))
    assert words.count("Nothing has been said about this yet.") == 2
    assert "<svg" not in html(at)


def test_a_cannot_needs_why_and_who_decided(visions: VisionStore) -> None:
    vision = planned(visions)
    at = press(press(page(vision), "Start a review"), "Say how it is going")
    field(at.radio, "How is it going?").set_value(Progress.CANNOT)
    field(at.text_area, "Why? (needed if it cannot be done)").set_value("No money")
    press(at, "Save")
    assert "If it cannot be done, please say why, and who decided it." in words_of(at)
    assert now(visions, vision).replies == {}
    assert field(at.text_area, "Why? (needed if it cannot be done)").value == "No money"
    field(at.text_input, "Who decided? (needed if it cannot be done)").set_value(HOSTILE)
    press(at, "Save")
    words = words_of(at)
    assert "Cannot be done Why: No money Decided by:" in words
    assert "<svg" not in html(at)
    (kept,) = now(visions, vision).replies.values()
    assert kept.progress is Progress.CANNOT


def test_those_who_said_it_confirm_or_dispute(visions: VisionStore) -> None:
    vision = planned(visions)
    at = press(press(page(vision), "Start a review"), "Say how it is going")
    field(at.radio, "How is it going?").set_value(Progress.DONE)
    press(at, "Save")
    for verdict, standing in (
        ("True", StakeholderGroup.LIVED),
        ("Not true", StakeholderGroup.FAMILY),
    ):
        field(at.radio, "Which group are you in?").set_value(standing)
        field(at.text_area, "In your own words").set_value(f"{verdict}, I say")
        press(at, verdict)
    words = words_of(at)
    assert "1 person says it is true · 1 says it is not true" in words
    assert "That is not true. Not true, I say Families and friends" in words
    assert "1 of 2 done" in words
    press(press(at, "Delete"), "Yes")
    assert len(now(visions, vision).answers) == 1


def test_a_measure_is_read_beside_what_was_seen_before(visions: VisionStore) -> None:
    vision = planned(
        visions,
        rounds=[ReviewRound(id="n1", on=date(2026, 1, 2))],
        readings=[MeasureReading(id="m1", round="n1", outcome="o1", words="Once")],
    )
    at = press(page(vision), "Start a review")
    words = words_of(at)
    assert "Right at the start Never 2 January 2026 Once" in words
    field(at.text_area, "What do we see now?").set_value("Twice a week").run()
    assert {one.words for one in now(visions, vision).readings.values()} == {
        "Once", "Twice a week",
    }  # fmt: skip


def test_the_next_look_is_agreed(visions: VisionStore) -> None:
    vision = planned(visions)
    at = page(vision)
    field(at.date_input, "When will we review the plan?").set_value(date(2026, 1, 1)).run()
    assert "Time to review the plan together: 1 January 2026" in words_of(at)
    press(at, "Start a review")
    assert "Time to review the plan together" not in words_of(at)
    field(at.date_input, "When is the next review?").set_value(date(2027, 1, 1)).run()
    assert now(visions, vision).about.next_look == date(2027, 1, 1)


def test_a_round_is_taken_out_after_asking_twice(visions: VisionStore) -> None:
    vision = planned(visions)
    at = press(page(vision), "Start a review")
    press(at, "Delete this review")
    assert len(now(visions, vision).rounds) == 1
    press(at, "Yes")
    assert now(visions, vision).rounds == {}


def test_without_actions_it_says_where_they_are_made(visions: VisionStore) -> None:
    at = page(visions.create(a_vision()))
    assert "There are no actions yet." in words_of(at)
    assert "Start a review" not in labels(at.button)
