"""A button that makes something is pressed twice before the page answers: one thing is made."""

from concurrent.futures import Future

import pytest
from streamlit.testing.v1 import AppTest

from path_planner.domain.vision.plan import Action, Progress, Reply, ReviewRound
from path_planner.domain.vision.theme import Theme
from path_planner.domain.vision.vision import Vision
from path_planner.domain.vision.voting import Method, Priority
from path_planner.services.context import VisionContext
from path_planner.services.vision.voting import close_vote, open_vote
from path_planner.storage.protocol import SessionStore, VisionStore
from path_planner.ui.vision.publish import documents as publish_documents
from path_planner.ui.vision.publish.documents import RenderJobs
from tests.analysis.visions import a_source, a_vision, a_voice, placed
from tests.pages.visiting import field, html, labels, now, press, press_twice, visit, words_of

BUILDER = "vision_builder"


@pytest.fixture
def vision(visions: VisionStore) -> Vision:
    """Begin a vision in which every step has something to press."""
    return visions.create(
        a_vision(
            sources=[a_source()],
            voices=[a_voice("q1")],
            themes=[Theme(id="t1", name="Green places"), Theme(id="t2", name="Buses", order=1)],
            placings=[placed("q1", "t1")],
            priorities=[Priority(id="p1", title="A garden", themes=("t1",), chosen=True)],
            actions=[Action(id="a1", what="Dig", priorities=("p1",))],
        )
    )


class Hands:
    """Hands that count the documents they are given, and never come to them."""

    def __init__(self) -> None:
        self.given = 0

    def submit(self, *_asked: object) -> Future[bytes]:
        """Count the document."""
        self.given += 1
        return Future()


def part(vision: Vision, step: str, name: str = "") -> AppTest:
    """Visit a part of a step."""
    at = visit(BUILDER, vision=vision.id, step=step, part=name)
    assert not at.exception
    return at


def without_trouble(at: AppTest) -> AppTest:
    """Hold that the second press is no mistake to tell people of."""
    assert 'role="alert"' not in html(at)
    assert 'class="told needed"' not in html(at)
    return at


def test_one_look_back_is_begun(visions: VisionStore, vision: Vision) -> None:
    at = without_trouble(press_twice(part(vision, "review"), "Start a review"))
    assert len(now(visions, vision).rounds) == 1
    assert "0 of 1 done" in words_of(at)


def test_one_priority_is_made_of_a_theme(visions: VisionStore, vision: Vision) -> None:
    without_trouble(press_twice(part(vision, "prioritise", "list"), "Make it a priority"))
    titles = [one.title for one in now(visions, vision).priorities.values()]
    assert titles == ["A garden", "Buses"]


def test_one_priority_is_added(visions: VisionStore, vision: Vision) -> None:
    at = part(vision, "prioritise", "list")
    field(at.text_input, "What should we work on?").set_value("Evenings")
    without_trouble(press_twice(at, "Add this priority"))
    titles = [one.title for one in now(visions, vision).priorities.values()]
    assert titles == ["A garden", "Evenings"]


def test_one_vote_is_opened(visions: VisionStore, vision: Vision) -> None:
    at = without_trouble(press_twice(part(vision, "prioritise", "vote"), "Open the vote"))
    assert len(now(visions, vision).votes) == 1
    assert "Pass the screen on" in labels(at.button)


def test_one_second_round_is_opened(visions: VisionStore, vision: Vision) -> None:
    opened = open_vote(VisionContext(visions, vision), Method.DOTS)
    close_vote(VisionContext(visions, opened.document), opened.changes[0].id)
    at = part(vision, "prioritise", "decide")
    without_trouble(press_twice(at, "Talk about it, then vote again"))
    assert len(now(visions, vision).votes) == 2


def test_one_action_is_added(visions: VisionStore, vision: Vision) -> None:
    at = part(vision, "plan", "actions")
    field(at.text_area, "What will be done?").set_value("Ask the bus company")
    without_trouble(press_twice(at, "Add this action"))
    assert len(now(visions, vision).actions) == 2


def test_one_outcome_is_added(visions: VisionStore, vision: Vision) -> None:
    at = part(vision, "plan", "outcomes")
    field(at.text_input, "What is life like when it has worked?").set_value("I get home.")
    without_trouble(press_twice(at, "Add this outcome"))
    assert len(now(visions, vision).outcomes) == 1


def test_one_answer_is_kept(visions: VisionStore, vision: Vision) -> None:
    held = ReviewRound(id="r1", on=vision.begun.date())
    said = Reply(id="reply1", round="r1", action="a1", progress=Progress.DONE)
    more = {"rounds": {"r1": held}, "replies": {"reply1": said}}
    VisionContext(visions, vision).keep(vision.model_copy(update=more))
    without_trouble(press_twice(part(vision, "review"), "True"))
    assert len(now(visions, vision).answers) == 1


def test_one_conversation_is_gathered(visions: VisionStore, vision: Vision) -> None:
    at = part(vision, "gather")
    field(at.text_area, "What was said, one voice on each line").set_value("I want a bench.").run()
    field(at.checkbox, "The people who said it agreed to this").check().run()
    at = without_trouble(press_twice(at, "Add this conversation"))
    assert len(now(visions, vision).sources) == 2
    assert "1 source was added. 1 new voice was added." in words_of(at)


def test_one_vision_is_begun_and_opened(visions: VisionStore) -> None:
    at = visit(BUILDER)
    field(at.text_input, "What is the vision called?").set_value("Belonging")
    at = press_twice(at, "Start")
    (entry,) = visions.summaries()
    assert at.query_params["vision"] == entry.id


def test_one_copy_is_made(visions: VisionStore, vision: Vision) -> None:
    press_twice(visit(BUILDER), "Duplicate")
    assert len(visions.summaries()) == 2
    assert vision.id in {entry.id for entry in visions.summaries()}


def test_one_made_up_vision_is_begun_and_opened(visions: VisionStore) -> None:
    at = press_twice(visit(BUILDER), "Try an example vision")
    (entry,) = visions.summaries()
    assert at.query_params["vision"] == entry.id


def test_one_made_up_path_is_begun(store: SessionStore) -> None:
    at = press_twice(visit("sessions"), "Try an example PATH")
    (entry,) = store.summaries()
    assert at.query_params["session"] == entry.id


def test_one_path_is_begun_and_opened(store: SessionStore) -> None:
    at = visit("sessions")
    field(at.text_input, "Whose PATH is it?").set_value("Ada Quill")
    at = press_twice(at, "Start")
    (entry,) = store.summaries()
    assert at.query_params["session"] == entry.id


def test_one_document_is_made(
    visions: VisionStore, vision: Vision, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop = RenderJobs()
    monkeypatch.setattr(publish_documents, "RENDER_JOBS", workshop)
    hands = Hands()
    monkeypatch.setattr(workshop, "workers", hands)
    at = press_twice(part(vision, "publish"), "Make")
    assert hands.given == 1
    assert now(visions, vision) == vision
    # It is stopped while it waits its turn, and can be made anew.
    assert labels(at.button).count("Stop") == 1
    press(at, "Stop")
    assert not workshop.has_any(vision.id)
    press(at, "Make")
    assert hands.given == 2
