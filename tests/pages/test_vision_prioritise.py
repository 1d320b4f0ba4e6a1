"""Prioritise: whys, priorities, a booth where nothing stays, results with their spread."""

import pytest
from streamlit.testing.v1 import AppTest

from path_planner.domain.base import put, with_fields
from path_planner.domain.vision.sources import StakeholderGroup
from path_planner.domain.vision.theme import Theme
from path_planner.domain.vision.vision import Vision
from path_planner.domain.vision.voting import Ballot, Method, Priority
from path_planner.services.context import VisionContext
from path_planner.services.vision.voting import close_vote, open_vote, set_people_present
from path_planner.storage.protocol import VisionStore
from tests.analysis.visions import a_source, a_vision, a_voice, placed
from tests.pages.visiting import adding, enter, field, html, labels, now, press, visit, words_of

HOSTILE = "<script>alert(1)</script> *bold* [x](https://evil.example)"


@pytest.fixture
def vision(visions: VisionStore) -> Vision:
    """Begin a vision with two themes and a voice of one."""
    return visions.create(
        a_vision(
            sources=[a_source()],
            voices=[
                a_voice("q1"),
                a_voice("q2", text="I like church bells.", alone=True),
                a_voice("q3", text="CANARY never quoted", share="theme", alone=True),
            ],
            themes=[Theme(id="t1", name="Green places"), Theme(id="t2", name=HOSTILE, order=1)],
            placings=[placed("q1", "t1")],
            priorities=[
                Priority(id="p1", title="A garden", themes=("t1",)),
                Priority(id="p2", title=HOSTILE, themes=("t2",), order=1),
            ],
        )
    )


def part(vision: Vision, name: str) -> AppTest:
    """Visit a part of the step."""
    at = visit("vision_builder", vision=vision.id, step="prioritise", part=name)
    assert not at.exception
    return at


def opened(visions: VisionStore, vision: Vision, method: Method = Method.DOTS) -> str:
    """Open a vote."""
    kept = open_vote(VisionContext(visions, now(visions, vision)), method, question="What first?")
    return kept.changes[0].id


def test_why_is_asked_again_below_each_answer(visions: VisionStore, vision: Vision) -> None:
    at = part(vision, "why")
    enter(at, "Why are things like this?", "The gate is shut")
    assert "And why is that?" in adding(at)
    enter(at, "And why is that?", "Nobody has the key")
    assert [one.text for one in now(visions, vision).causes.values()] == [
        "The gate is shut", "Nobody has the key",
    ]  # fmt: skip
    page = words_of(at)
    assert page.index("The gate is shut") < page.index("Nobody has the key")


def test_a_priority_is_made_from_themes_and_needs_words(
    visions: VisionStore, vision: Vision
) -> None:
    at = part(vision, "list")
    press(at, "Add this priority")
    assert "Please write what you should work on." in words_of(at)
    field(at.text_input, "What should we work on?").set_value("Both")
    field(at.pills, "From which themes?").set_value(["t1", "t2"])
    press(at, "Add this priority")
    added = next(one for one in now(visions, vision).priorities.values() if one.title == "Both")
    assert added.themes == ("t1", "t2")


def test_a_theme_becomes_a_priority_with_one_press(visions: VisionStore) -> None:
    vision = visions.create(a_vision(themes=[Theme(id="t1", name="Green places")]))
    at = press(part(vision, "list"), "Make it a priority")
    (priority,) = now(visions, vision).priorities.values()
    assert (priority.title, priority.themes) == ("Green places", ("t1",))
    assert "Make it a priority" not in labels(at.button)


def test_voices_of_one_are_seen_before_a_vote_and_none_that_may_not(vision: Vision) -> None:
    for name in ("list", "vote"):
        page = words_of(part(vision, name))
        assert "I like church bells." in page
        assert "1 more voice from one person can be counted, but not quoted." in page
        assert "CANARY" not in page


def test_the_table_says_who_said_it_before_people_vote(vision: Vision) -> None:
    page = words_of(part(vision, "vote"))
    assert "A garden Green places Said in 1 of 1 PATH, by at least 1 person." in page


def test_hostile_words_are_plain_everywhere(visions: VisionStore, vision: Vision) -> None:
    for name in ("why", "list", "vote"):
        at = part(vision, name)
        assert "<script>alert" not in html(at)
        for one in [*at.button, *at.pills, *at.selectbox]:
            assert "*bold*" not in one.label
    opened(visions, vision)
    at = press(press(part(vision, "vote"), "Pass the screen on"), "Start")
    assert "<script>alert" not in html(at)
    more = next(one.label for one in at.button if one.label.startswith("One dot more: \\<"))
    assert "*bold*" not in more.replace("\\*", "")


def give(at: AppTest, title: str, dots: int = 1) -> None:
    """Give dots to a priority."""
    for _ in range(dots):
        press(at, f"One dot more: {title}")


def test_the_next_person_sees_nothing_of_the_last_ones_dots(
    visions: VisionStore, vision: Vision
) -> None:
    round_id = opened(visions, vision)
    at = press(part(vision, "vote"), "Pass the screen on")
    assert "One dot more: A garden" not in labels(at.button)
    press(at, "Start")
    give(at, "A garden", 2)
    press(at, "This must not be lost")
    field(at.radio, "Which group are you in?").set_value(StakeholderGroup.LIVED).run()
    assert "2 dots" in words_of(at)
    assert "You have 1 of your 3 dots left." in words_of(at)
    press(at, "Cast your vote")
    page = words_of(at)
    assert "Thank you. Your vote is in." in page
    assert "2 dots" not in page
    assert "A garden" not in page
    press(at, "Start")
    assert "2 dots" not in words_of(at)
    assert "You have 3 of your 3 dots left." in words_of(at)
    assert field(at.radio, "Which group are you in?").value is None
    assert "Marked: must not be lost" not in labels(at.button)
    assert now(visions, vision).ballots == {}
    assert round_id in str(visions.get_sidecar(vision.id))


def test_nobody_can_give_more_than_they_have_and_dots_can_be_moved(
    visions: VisionStore, vision: Vision
) -> None:
    opened(visions, vision)
    at = press(press(part(vision, "vote"), "Pass the screen on"), "Start")
    give(at, "A garden", 4)
    assert "You have used all your dots." in words_of(at)
    assert "4 dots" not in words_of(at)
    press(at, "One dot fewer: A garden")
    assert "You have 1 of your 3 dots left." in words_of(at)


def test_a_ballot_thrown_away_is_not_in_the_box(visions: VisionStore, vision: Vision) -> None:
    opened(visions, vision)
    at = press(press(part(vision, "vote"), "Pass the screen on"), "Start")
    give(at, "A garden")
    press(press(at, "Stop and discard"), "Back to the group")
    assert "0 people have voted." in words_of(at)
    assert visions.get_sidecar(vision.id) is None


def test_somebody_who_gives_dots_is_told_that_the_vote_was_closed_meanwhile(
    visions: VisionStore, vision: Vision
) -> None:
    round_id = opened(visions, vision)
    at = press(press(part(vision, "vote"), "Pass the screen on"), "Start")
    give(at, "A garden")
    close_vote(VisionContext(visions, now(visions, vision)), round_id)
    give(at, "A garden")
    assert "The dots on this screen were not counted." in words_of(at)
    assert "were not counted" not in words_of(at.run())
    assert now(visions, vision).ballots == {}


def test_results_come_after_closing_with_spread_standing_and_what_must_not_be_lost(
    visions: VisionStore, vision: Vision
) -> None:
    opened(visions, vision)
    at = press(part(vision, "vote"), "Pass the screen on")
    for dots, standing, proxy in (
        (3, StakeholderGroup.LIVED, True),
        (1, StakeholderGroup.PROFESSIONAL, False),
    ):
        press(at, "Start")
        give(at, "A garden", dots)
        press(at, "This must not be lost") if proxy else None
        field(at.radio, "Which group are you in?").set_value(standing).run()
        if proxy:
            at.checkbox[0].check().run()
        press(at, "Cast your vote")
    press(at, "Back to the group")
    page = words_of(at)
    assert "2 people have voted. 1 of them had someone else enter their vote." in page
    assert "3 dots" not in page
    press(at, "Close the vote and count")
    assert "Only one person is voting as:" in words_of(at)
    press(at, "Yes, close and count")
    page = words_of(at)
    assert "1 person says this must not be lost." in page
    # One person alone in a group is protected on screen as in the plan.
    assert "People planning for themselves" not in page.partition("What do we decide?")[0]
    assert "Not recorded 4 dots, from 2 of 2" in page
    assert "someone who was the only one in a group could be recognised" in page
    assert "1 person gave 3 dots · 1 person gave 1 dot" in page
    assert "2 people voted" in page
    assert "entered for someone else" not in page


def test_a_second_round_and_a_decision(visions: VisionStore, vision: Vision) -> None:
    opened(visions, vision)
    at = part(vision, "vote")
    press(press(at, "Pass the screen on"), "Start")
    press(press(at, "Cast your vote"), "Back to the group")
    press(press(at, "Close the vote and count"), "Yes, close and count")
    press(at, "Talk about it, then vote again")
    assert "The vote is open." in words_of(at)
    assert len(now(visions, vision).votes) == 2
    press(at, "Results and decisions")
    at.checkbox[0].check().run()
    assert now(visions, vision).priorities["p1"].chosen


def test_an_open_vote_is_cleared_after_asking_twice(visions: VisionStore, vision: Vision) -> None:
    opened(visions, vision)
    at = press(press(part(vision, "vote"), "Pass the screen on"), "Start")
    press(press(at, "Cast your vote"), "Back to the group")
    press(at, "Clear this vote and start again")
    assert visions.get_sidecar(vision.id) is not None
    press(at, "Yes, delete them")
    assert visions.get_sidecar(vision.id) is None
    press(at, "Delete this vote")
    assert now(visions, vision).votes == {}


def test_a_vote_is_opened_with_its_question_and_its_dots(
    visions: VisionStore, vision: Vision
) -> None:
    at = part(vision, "vote")
    field(at.text_input, "The question").set_value("Where do we begin?")
    field(at.number_input, "Dots each person gets (secret dots only)").set_value(5)
    press(at, "Open the vote")
    (held,) = now(visions, vision).votes.values()
    assert (held.method, held.question, held.dots) == (Method.DOTS, "Where do we begin?", 5)


def test_hands_are_counted_by_standing_in_number_fields(
    visions: VisionStore, vision: Vision
) -> None:
    opened(visions, vision, Method.HANDS)
    at = part(vision, "vote")
    lived = "People planning for themselves"
    field(at.number_input, lived, 1).set_value(2).run()
    assert "That is more hands than people. In the room now: 0. Please count again." in words_of(at)
    field(at.number_input, lived).set_value(7).run()
    field(at.number_input, lived, 1).set_value(5).run()
    field(at.number_input, lived, 2).set_value(2).run()
    press(press(at, "Close the vote and count"), "Yes, close and count")
    page = words_of(at)
    assert "People planning for themselves 5 hands" in page
    assert "5 people raised a hand · 2 people did not" in page
    assert "2 people say this must not be lost." in page


def test_fingers_are_counted_for_each_standing(visions: VisionStore, vision: Vision) -> None:
    opened(visions, vision, Method.FISTS)
    at = part(vision, "vote")
    field(at.number_input, "A closed fist").set_value(1).run()
    field(at.number_input, "4 fingers").set_value(3).run()
    press(at, "Next priority")
    assert field(at.number_input, "4 fingers").value == 0
    press(press(at, "Close the vote and count"), "Yes, close and count")
    page = words_of(at)
    assert "3 people held up 4 fingers · 1 person held up a fist" in page
    assert "3.0 fingers on average, from 4 people" in page
    assert "Nobody answered." in page
    # The bar is on the scale of a hand.
    assert "width:60.0%" in html(at)


def test_secret_votes_of_groups_of_several_are_shown_apart(
    visions: VisionStore, vision: Vision
) -> None:
    vote = opened(visions, vision)
    context = VisionContext(visions, now(visions, vision))
    cast = [
        Ballot(id=f"b{n}", round=vote, standing=standing, given={"p1": dots})
        for n, (standing, dots) in enumerate(
            [(StakeholderGroup.LIVED, 3)] * 2 + [(StakeholderGroup.PROFESSIONAL, 1)] * 2
        )
    ]
    held = context.document
    for ballot in cast:
        held = put(held, "ballots", ballot)
    context.keep(put(held, "votes", with_fields(held.votes[vote], open=False)))
    page = words_of(part(vision, "decide"))
    assert "People planning for themselves 6 dots, from 2 of 2" in page
    assert "Professionals and decision-makers 2 dots, from 2 of 2" in page


def test_counts_that_are_there_are_shown_in_the_fields(
    visions: VisionStore, vision: Vision
) -> None:
    round_id = opened(visions, vision, Method.HANDS)
    set_people_present(
        VisionContext(visions, now(visions, vision)), round_id, StakeholderGroup.FAMILY, 4
    )
    at = part(vision, "vote")
    assert field(at.number_input, "Families and friends").value == 4


def test_without_priorities_or_votes_it_says_kindly_what_comes_first(
    visions: VisionStore,
) -> None:
    vision = visions.create(a_vision())
    for name, sentence in (
        ("why", "There are no themes yet."),
        ("list", "No priorities yet."),
        ("vote", "There is nothing to vote on yet."),
        ("decide", "No vote has been closed yet."),
    ):
        assert sentence in words_of(part(vision, name))
