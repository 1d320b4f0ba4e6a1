"""The vision builder's frame: begin a vision, find it again, go from step to step."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from path_planner import i18n
from path_planner.domain.base import put, with_fields
from path_planner.domain.session import Session
from path_planner.domain.vision.sources import Publication
from path_planner.domain.vision.vision import Vision
from path_planner.domain.vision.voting import Priority
from path_planner.services.context import VisionContext
from path_planner.services.vision.documents import begin, duplicate, import_document
from path_planner.services.vision.sources import note_printed
from path_planner.storage import serializer
from path_planner.storage.protocol import SessionStore, VisionStore
from path_planner.storage.vision_type import VISIONS
from path_planner.ui import page_frame
from path_planner.ui.components.document_list import PAGE_SIZE
from path_planner.ui.vision.components import WHAT_FOR
from path_planner.ui.vision.steps import STEPS
from tests.analysis.visions import small
from tests.pages.visiting import field, follow, html, labels, page_buttons, press, visit, words_of

BUILDER = "vision_builder"
STEP_NAMES = [step.name for step in STEPS]


@pytest.fixture
def vision(visions: VisionStore) -> Vision:
    """Begin a vision of a place that does not exist."""
    return begin(visions, "A town for everybody", community="Hopeford")


def test_a_vision_is_begun_with_its_title_alone(visions: VisionStore) -> None:
    at = visit(BUILDER)
    assert "No visions yet." in html(at)
    field(at.text_input, "What is the vision called?").set_value("Belonging in Hopeford")
    field(at.button, "Start").click().run()
    assert not at.exception
    (entry,) = visions.summaries()
    assert entry.title == "Belonging in Hopeford"
    assert at.query_params["vision"] == entry.id


def test_a_vision_without_a_title_is_asked_for_one(visions: VisionStore) -> None:
    at = visit(BUILDER)
    field(at.button, "Start").click().run()
    assert "Please give the vision a name." in html(at)
    assert visions.summaries() == []


@pytest.mark.parametrize("step", STEP_NAMES)
def test_each_step_has_one_first_heading_and_links_to_the_others(vision: Vision, step: str) -> None:
    at = visit(BUILDER, vision=vision.id, step=step)
    assert not at.exception
    assert html(at).count("<h1") == 1
    assert 'aria-current="step"' in html(at)
    numbered = [label for label in labels(page_buttons(at)) if label[0].isdigit()]
    others = [one for one in STEPS if one.name != step]
    assert [label.partition(" ")[2] for label in numbered] == [one.title for one in others]
    there = others[0]
    follow(at, numbered[0])
    assert dict(at.query_params) == {"vision": vision.id, "step": there.name}
    assert dict(follow(at, "Vision builder").query_params) == {"step": "all"}


@pytest.mark.parametrize(
    ("step", "sentence"),
    [
        ("theme", "There are no voices yet."),
        ("publish", "There is nothing to print yet."),
        ("review", "There are no actions yet."),
    ],
)
def test_a_vision_with_nothing_in_it_says_kindly_what_comes_first(
    vision: Vision, step: str, sentence: str
) -> None:
    at = visit("vision_builder", vision=vision.id, step=step)
    assert sentence in words_of(at)
    assert "✓" not in words_of(at)
    assert not [one for one in at.button if one.label == "Make"]


@pytest.mark.parametrize("step", STEP_NAMES)
def test_a_step_says_what_it_is_for_until_the_group_begins_with_it(
    visions: VisionStore, vision: Vision, step: str
) -> None:
    assert WHAT_FOR[step] in words_of(visit(BUILDER, vision=vision.id, step=step))
    begun = small()
    more = {"printed": {"d1": Publication(id="d1", what="plan", at=begun.begun)}}
    visions.create(begun.model_copy(update=more))
    assert WHAT_FOR[step] not in words_of(visit(BUILDER, vision=begun.id, step=step))


def test_nothing_moves_while_a_window_stays_at_a_step(visions: VisionStore) -> None:
    begun = visions.create(small())
    at = visit(BUILDER, vision=begun.id, step="publish")
    assert WHAT_FOR["publish"] in words_of(at)
    note_printed(VisionContext(visions, begun), "plan", ())
    assert WHAT_FOR["publish"] in words_of(at.run())
    for step in ("plan", "publish"):
        at.query_params["step"] = step
        at.run()
    assert WHAT_FOR["publish"] not in words_of(at)


@pytest.mark.parametrize(
    ("step", "before"),
    [
        ("theme", "gather"),
        ("prioritise", "theme"),
        ("plan", "prioritise"),
        ("publish", "gather"),
        ("review", "plan"),
    ],
)
def test_what_has_to_come_first_is_one_press_away(vision: Vision, step: str, before: str) -> None:
    at = visit(BUILDER, vision=vision.id, step=step)
    (there,) = [label for label in labels(page_buttons(at)) if label.startswith("Go to “")]
    assert dict(follow(at, there).query_params) == {"vision": vision.id, "step": before}


def test_an_unknown_step_is_the_first_one(vision: Vision) -> None:
    at = visit(BUILDER, vision=vision.id, step="<script>")
    assert not at.exception
    assert 'aria-current="step">1. Gather' in html(at)


def test_the_bar_says_what_it_is_about_and_when_it_was_saved(
    visions: VisionStore, vision: Vision
) -> None:
    at = visit(BUILDER, vision=vision.id)
    assert 'class="session-title" dir="auto">A town for everybody<' in html(at)
    assert page_frame.when_saved(visions.open(vision.id).document) in html(at)


def test_how_far_each_step_is_stands_beside_it(visions: VisionStore, vision: Vision) -> None:
    at = visit(BUILDER, vision=vision.id)
    assert "no priority yet" in html(at)
    chosen = Priority(id="p1", title="Buses in the evening", chosen=True)
    VisionContext(visions, vision).keep(put(vision, "priorities", chosen))
    assert "1 priority" in html(at.run())


@pytest.mark.parametrize("wrong", ["nowhere222", "../../etc/passwd", "<b>x</b>", "x" * 500])
def test_an_unknown_vision_is_told_calmly_with_a_way_back(wrong: str, vision: Vision) -> None:
    at = visit(BUILDER, vision=wrong)
    assert not at.exception
    assert "There is nothing here with the id" in html(at)
    assert "<b>x</b>" not in html(at)
    assert vision.about.title not in html(at)
    assert "Your visions" in html(follow(at, "Back to all visions"))


def listed(at: AppTest) -> list[str]:
    """Return the titles in the list, from its top."""
    return [one.label for one in page_buttons(at) if one.key.startswith("to vision_builder ")]


def test_a_vision_is_found_by_words_of_its_title_or_community(visions: VisionStore) -> None:
    begin(visions, "A town for everybody", community="Hopeford")
    begin(visions, "Buses", community="Quill Valley")
    at = visit(BUILDER)
    assert listed(at) == ["Buses", "A town for everybody"]
    field(at.text_input, "Find a vision").set_value("HOPE town").run()
    assert listed(at) == ["A town for everybody"]
    field(at.text_input, "Find a vision").set_value("nowhere").run()
    assert "No vision has these words in its title or community." in html(at)


def test_many_visions_are_leafed_through_the_newest_first(visions: VisionStore) -> None:
    for number in range(60):
        begin(visions, f"Vision {number}")
    at = visit(BUILDER)
    assert listed(at) == [f"Vision {59 - number}" for number in range(PAGE_SIZE)]
    assert "1 to 12 of 60" in html(at)
    press(at, "Older")
    assert listed(at)[0] == f"Vision {59 - PAGE_SIZE}"
    assert "13 to 24 of 60" in html(at)
    field(at.text_input, "Find a vision").set_value("vision 5").run()
    assert listed(at)[0] == "Vision 59"
    assert len(listed(at)) == PAGE_SIZE
    assert "1 to 12 of 15" in html(at)


def test_a_made_up_vision_can_be_looked_at_and_deleted_as_any_other(visions: VisionStore) -> None:
    at = press(visit(BUILDER), "Try an example vision")
    (entry,) = visions.summaries()
    assert entry.title.endswith("(example)")
    assert "(example)</p>" in html(at)
    at = visit(BUILDER)
    assert listed(at)[0].endswith(r"\(example\)")
    press(press(at, "Delete"), "Yes, delete it")
    assert visions.summaries() == []


def test_hostile_titles_are_plain_words(visions: VisionStore) -> None:
    hostile = begin(visions, "<img src=x onerror=alert(1)> [x](http://e.invalid)")
    for at in (visit(BUILDER), visit(BUILDER, vision=hostile.id)):
        assert "<img" not in html(at)
        assert "[x](http" not in "".join(labels(page_buttons(at)))


def test_a_vision_is_deleted_after_a_question_and_can_be_brought_back(
    visions: VisionStore, vision: Vision
) -> None:
    at = visit(BUILDER)
    field(at.button, "Delete").click().run()
    assert [entry.id for entry in visions.summaries()] == [vision.id]
    field(at.button, "Yes, delete it").click().run()
    assert visions.summaries() == []
    field(at.button, "Restore").click().run()
    assert [entry.id for entry in visions.summaries()] == [vision.id]
    assert "Recently deleted (1)" not in labels(at.expander)


def test_a_session_in_the_address_is_put_aside(
    store: SessionStore, visions: VisionStore, vision: Vision
) -> None:
    at = visit(BUILDER, "abcdef2345", vision=vision.id)
    assert not at.exception
    assert "session" not in at.query_params
    assert "A town for everybody" in html(at)
    assert store.summaries() == []
    assert len(visions.summaries()) == 1


def test_the_front_leads_to_the_visions_and_a_session_does_not(
    store: SessionStore, asha: Session
) -> None:
    assert len(store.summaries()) == 1
    assert "Vision builder" in labels(page_buttons(visit("sessions")))
    assert "Vision builder" not in labels(page_buttons(visit("prepare", asha.id)))


def test_a_copy_and_a_file_are_visions_of_their_own(visions: VisionStore, vision: Vision) -> None:
    copy = duplicate(visions, vision.id, "Once more")
    assert copy.id != vision.id
    assert copy.about == with_fields(vision.about, title="Once more")
    again = import_document(visions, serializer.write(vision)).vision
    assert again.id not in {vision.id, copy.id}
    assert {entry.id for entry in visions.summaries()} == {vision.id, copy.id, again.id}
    assert serializer.read(visions.document(again.id), VISIONS) == again


def test_the_page_speaks_the_language_of_the_vision(visions: VisionStore) -> None:
    theirs = begin(visions, "Hopeford", language=i18n.PSEUDO)
    assert "⟦Gather⟧" in html(visit(BUILDER, vision=theirs.id))


def test_the_first_page_says_what_the_six_steps_are_and_which_one_a_vision_is_at(
    store: SessionStore, visions: VisionStore
) -> None:
    del store
    begin(visions, "A town for everybody")
    shown = html(visit("vision_builder"))
    titles = [title.removeprefix("<strong>") for title in re.findall("<strong>[^<]+", shown)]
    assert [title for title in titles if title in NAMES] == list(NAMES)
    assert "now at: Gather" in shown


NAMES = ("Gather", "Find themes", "Choose priorities", "Plan actions", "Share", "Review")
