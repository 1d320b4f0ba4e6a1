"""The history on the page: points, what differs, and bringing back."""

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Radio

from path_planner.domain.session import Session
from path_planner.domain.voice import Share
from path_planner.services.context import SessionContext
from path_planner.services.records import delete, update
from path_planner.services.session.progress import go_to_stage
from path_planner.services.session.voices import write_voice
from path_planner.storage.protocol import SessionStore, VisionStore
from tests.pages.visiting import field, html, labels, visit
from tests.storage.cases import a_shared_voice, a_vision
from tests.storage.writers import change_to


def room(store: SessionStore, session: Session) -> SessionContext:
    """Return what a use case needs."""
    return SessionContext(store, store.open(session.id).document)


@pytest.fixture
def worked_on(store: SessionStore, asha: Session) -> Session:
    """Go to the dream, say two things, take one back and reword the other."""
    go_to_stage(room(store, asha), "dream")
    write_voice(room(store, asha), "dream", "I grow <b>sunflowers</b>")
    write_voice(room(store, asha), "dream", "We text each other")
    first, second = store.open(asha.id).document.voices
    go_to_stage(room(store, asha), "goal")
    update(room(store, asha), "voices", first, text="I grow <b>roses</b>")
    delete(room(store, asha), "voices", second)
    return store.open(asha.id).document


def opened(session: Session) -> AppTest:
    """Open the history of a session by one press from Prepare."""
    at = visit("prepare", session=session.id)
    press = field(at.button, "History").click().run()
    assert press.query_params["part"] == "history"
    return press


def points_of(at: AppTest) -> Radio:
    """Return the list of points."""
    return next(radio for radio in at.radio if radio.label == "Points")


def test_the_newest_point_is_compared_with_now_in_words(worked_on: Session) -> None:
    at = opened(worked_on)
    shown = html(at)
    assert not at.exception
    assert "Since then: 1 deleted, 1 changed, 0 new" in shown
    assert "We text each other" in shown
    assert "<del>&lt;b&gt;sunflowers&lt;/b&gt;</del>" in shown
    assert "<ins>&lt;b&gt;roses&lt;/b&gt;</ins>" in shown
    points = points_of(at)
    assert points.options[0] == "Now"
    assert any("Goal starts" in option for option in points.options)


def test_another_point_is_chosen_and_now_is_shown_by_itself(
    store: SessionStore, worked_on: Session
) -> None:
    """The list is one stop of the keyboard, in which Up and Down choose."""
    at = opened(worked_on)
    points = points_of(at)
    assert points.options.index(points.format_func(points.value)) == 1
    points.set_value(points.options[-1]).run()
    assert "The beginning" in html(at)
    go_to_stage(room(store, worked_on), "now")
    at.run()
    assert "The beginning" in points_of(at).format_func(points_of(at).value)
    points_of(at).set_value(points_of(at).options[0]).run()
    assert not at.exception
    assert "Choose a point to see what has changed since then." in html(at)
    assert not [label for label in labels(at.button) if label.endswith("as the newest")]


def test_one_voice_comes_back_alone_and_a_double_click_does_no_more(
    store: SessionStore, worked_on: Session
) -> None:
    at = opened(worked_on)
    field(at.button, "Restore").click().run()
    assert not at.exception
    texts = [voice.text for voice in store.open(worked_on.id).document.voices.values()]
    assert texts == ["I grow <b>roses</b>", "We text each other"]
    assert "It is back where it was." in html(at)


def test_a_point_is_made_the_newest_and_what_was_now_is_in_the_list(
    store: SessionStore, worked_on: Session
) -> None:
    at = opened(worked_on)
    (restore,) = (button for button in at.button if button.label.endswith("as the newest"))
    restore.click().run()
    texts = [voice.text for voice in store.open(worked_on.id).document.voices.values()]
    assert texts == ["I grow <b>sunflowers</b>", "We text each other"]
    assert "is the newest now." in html(at)
    assert "Before going back" in html(at)


def test_a_point_is_kept_with_a_name_and_the_name_is_deleted_after_a_question(
    worked_on: Session,
) -> None:
    at = opened(worked_on)
    field(at.text_input, "What happened just now?").set_value("After *Maya* spoke")
    field(at.button, "Keep this point").click().run()
    assert "“After *Maya* spoke”" in html(at)
    field(at.button, "Delete this name").click().run()
    field(at.button, "Yes, delete it").click().run()
    assert "Maya" not in html(at)


def test_private_words_are_not_shown(store: SessionStore, worked_on: Session) -> None:
    voice = next(iter(worked_on.voices))
    update(room(store, worked_on), "voices", voice, share=Share.PRIVATE)
    shown = html(opened(worked_on))
    assert "sunflowers" not in shown
    assert "roses" not in shown


def test_without_a_point_the_page_says_when_there_will_be_one(asha: Session) -> None:
    assert "The first point is made when the first stage starts." in html(opened(asha))


def test_the_history_of_a_vision_is_one_press_from_its_first_step(visions: VisionStore) -> None:
    vision = visions.create(a_vision())
    voice = a_shared_voice(text="my aunt drinks")
    vision = change_to(
        visions, vision, vision.model_copy(update={"voices": {"v1": voice}})
    ).document
    change_to(visions, vision, vision.model_copy(update={"voices": {}}))
    at = visit("vision_builder", vision=vision.id)
    field(at.button, "History").click().run()
    assert not at.exception
    assert "The beginning" in html(at)
    assert "my aunt drinks" not in html(at)
