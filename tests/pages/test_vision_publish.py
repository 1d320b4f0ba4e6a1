"""The step Publish: what is known before anything is printed, what is made, what went out."""

import re
from dataclasses import replace
from html import escape
from threading import Event
from time import sleep

import pytest
from streamlit.testing.v1 import AppTest

from path_planner.domain.base import put
from path_planner.domain.vision.plan import Licence
from path_planner.domain.vision.sources import SharedVoice, Withdrawal
from path_planner.domain.vision.theme import Theme, ThemeAssignment
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Share
from path_planner.errors import DocumentNotFound, FileGone
from path_planner.exports.base import VisionExport, VisionOptions, none_quoted
from path_planner.exports.registry import VISION_EXPORTS
from path_planner.services.context import VisionContext
from path_planner.services.vision.privacy.pii_checks import left_in_own_words
from path_planner.services.vision.sources import note_printed, withdraw
from path_planner.storage.protocol import VisionStore
from path_planner.ui.components.downloads import OFFERS, PATH, Offer
from path_planner.ui.erased import erase
from path_planner.ui.vision.background import Stopped
from path_planner.ui.vision.publish import documents as publish_documents
from path_planner.ui.vision.publish.documents import RenderJobs
from tests.exports.unpacked import where
from tests.exports.visions import MOMENT, vision
from tests.pages.visiting import field, html, labels, press, visit

BUILDER = "vision_builder"


@pytest.fixture
def held(visions: VisionStore) -> VisionContext:
    """Keep the small vision."""
    return VisionContext(visions, visions.create(vision()))


@pytest.fixture(autouse=True)
def workshop(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test find what another one made, and let downloads be as under our server."""
    monkeypatch.setattr(publish_documents, "RENDER_JOBS", RenderJobs())
    monkeypatch.setattr(OFFERS, "are_served", True)


def now(held: VisionContext) -> Vision:
    """Return the vision as it is kept now."""
    return held.store.open(held.document.id).document


def publish(held: VisionContext) -> AppTest:
    """Open the step."""
    return visit(BUILDER, vision=held.document.id, step="publish")


def document(at: AppTest, key: str) -> Offer:
    """Press the button of a document, wait as a person would, and return what is offered."""
    at.button(key=f"vision1:make {key}").click().run()
    for _ in range(1200):
        if offers := offered(at):
            return offers[-1]
        sleep(0.02)
        at.run()
    raise AssertionError(html(at))


def offered(at: AppTest) -> list[Offer]:
    """Return the files that the page offers."""
    found = [OFFERS.find(ticket) for ticket in re.findall(rf"{PATH}(\w+)", html(at))]
    return [offer for offer in found if offer]


def with_a_name_left(held: VisionContext) -> None:
    """Put a quote in that says too much."""
    said = SharedVoice(
        id="slip", source="s0", text="Ring my mum on 07700 900123.", share=Share.QUOTE
    )
    held.keep(put(now(held), "voices", said))


def test_every_kind_of_document_is_offered(held: VisionContext) -> None:
    at = publish(held)
    assert not at.exception
    assert len([one for one in at.button if one.label == "Make"]) == len(VISION_EXPORTS.known)


def test_what_is_taken_home_is_noted_with_the_voices_in_it(held: VisionContext) -> None:
    at = publish(held)
    download = document(at, "easyread")
    assert not now(held).printed
    assert download.content().startswith(b"%PDF")
    at.run()
    assert not at.exception
    (printed,) = now(held).printed.values()
    assert printed.what == "easyread"
    assert printed.voices == VISION_EXPORTS.find("easyread").quoted_ids(now(held)).voices
    assert printed.voices
    assert "Easy read version (PDF), " in html(at)


def test_noting_a_download_makes_no_document_anew(held: VisionContext) -> None:
    at = publish(held)
    document(at, "summary").content()
    assert len(now(held).printed) == 1
    at.run()
    assert len(offered(at)) == 1


def test_a_change_makes_the_document_anew(held: VisionContext) -> None:
    at = publish(held)
    old = document(at, "summary")
    held.keep(put(now(held), "themes", Theme(id="new", name="Swimming")))
    with pytest.raises(FileGone):
        old.content()
    at.run()
    assert not offered(at)
    assert not publish_documents.RENDER_JOBS.has_any(held.document.id)


def test_a_document_is_gone_once_words_in_it_are_withdrawn_and_with_the_vision(
    held: VisionContext,
) -> None:
    old = document(publish(held), "plan")
    withdraw(VisionContext(held.store, now(held)), "s0v0")
    with pytest.raises(FileGone):
        old.content()
    new = document(publish(held), "plan")
    erase(held.store, held.document.id)
    with pytest.raises(DocumentNotFound):
        new.content()
    assert not publish_documents.RENDER_JOBS.has_any(held.document.id)


def test_a_document_that_is_stopped_while_it_is_made_leaves_nothing() -> None:
    begun, jobs, vision = Event(), RenderJobs(), Vision(id="v7f3q2m", begun=MOMENT, updated=MOMENT)

    def render(_vision: Vision, options: VisionOptions) -> bytes:
        begun.set()
        while True:
            options.progress(0.5)

    endless = VisionExport("Endless", "endless", ".pdf", "application/pdf", render, none_quoted)
    job = jobs.begin(("endless", vision.id), endless, vision, VisionOptions(on=MOMENT.date()))
    assert begun.wait(60)
    jobs.stop(("endless", vision.id))
    with pytest.raises(Stopped):
        job.job.future.result(60)
    assert job.content is None
    assert not jobs.has_any(vision.id)


def test_a_document_that_fails_is_told_calmly(
    held: VisionContext, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> bytes:
        raise RuntimeError("what Ada said")

    export = replace(VISION_EXPORTS.find("summary"), render=broken)
    monkeypatch.setattr(VISION_EXPORTS, "known", (export,))
    at = publish(held)
    field(at.button, "Make").click().run()
    for _ in range(500):
        if "could not be made" in html(at):
            break
        sleep(0.02)
        at.run()
    assert "could not be made" in html(at)
    assert not at.exception
    assert "Ada" not in caplog.text
    assert "summary" in caplog.text


def test_a_name_that_is_left_has_to_be_known_before_anything_is_made(held: VisionContext) -> None:
    with_a_name_left(held)
    at = publish(held)
    assert "Make" not in labels(at.button)
    assert "07700 900123" in html(at)
    at.checkbox(key=f"{held.document.id}:make anyway").check().run()
    assert "Make" in labels(at.button)


def test_a_quote_may_stand_once_somebody_has_said_so(held: VisionContext) -> None:
    with_a_name_left(held)
    at = publish(held)
    field(at.button, "Leave it in").click().run()
    assert now(held).voices["slip"].checked
    assert "Make" in labels(at.button)


def test_the_words_to_print_can_be_changed_there(held: VisionContext) -> None:
    with_a_name_left(held)
    at = publish(held)
    field(at.button, "Edit the words").click().run()
    label = "Words to print; the plan says they were changed"
    field(at.text_area, label).set_value("Ring my mum.").run()
    assert now(held).voices["slip"].text == "Ring my mum."
    assert now(held).voices["slip"].reworded
    assert "Make" in labels(at.button)


def test_a_long_sentence_is_told_and_gets_an_easy_wording(held: VisionContext) -> None:
    long = "We want " + "very " * 20 + "much."
    theme = now(held).themes["t0"].model_copy(update={"statement": long, "easy": long})
    held.keep(put(now(held), "themes", theme))
    at = publish(held)
    assert "1 sentence is too long for easy read" in labels(at.expander)
    field(at.text_area, "In easy words").set_value("We want much.").run()
    assert now(held).themes["t0"].easy == "We want much."
    assert now(held).themes["t0"].statement == long
    assert "No sentence is too long for easy read." in html(at)


def test_themes_without_easy_words_are_asked_for_before_easy_read_is_made(
    held: VisionContext,
) -> None:
    theme = now(held).themes["t0"].model_copy(update={"easy": ""})
    held.keep(put(now(held), "themes", theme))
    at = publish(held)
    assert "1 theme is missing from easy read: it has no easy words" in labels(at.expander)
    assert "Easy read has the 4 themes that matter most to people" in html(at)
    field(at.text_area, "In easy words").set_value("I want a home.").run()
    assert now(held).themes["t0"].easy == "I want a home."
    assert "The themes that matter most are in easy words." in html(at)


def test_a_picture_is_proposed_and_somebody_says_yes(held: VisionContext) -> None:
    theme = now(held).themes["t0"].model_copy(update={"picture": "", "easy": "I want a dog."})
    held.keep(put(now(held), "themes", theme))
    at = publish(held)
    assert now(held).themes["t0"].picture == ""
    assert "Without a yes, no picture is printed." in html(at)
    at.button(key="vision1:propose t0").click().run()
    assert now(held).themes["t0"].picture == "dog"
    assert not [one for one in at.button if one.key == "vision1:propose t0"]


def test_what_is_missing_is_told_before_printing(held: VisionContext) -> None:
    bare = put(now(held), "themes", Theme(id="bare", name="<b>Bare</b>"))
    held.keep(put(bare, "placings", ThemeAssignment(id="one", voice="s0v0", theme="bare")))
    at = publish(held)
    assert "1 theme has no “I” or “we” statement yet" in labels(at.expander)
    assert "&lt;b&gt;Bare&lt;/b&gt;" in html(at)
    assert "People in hospital" in html(at)
    assert any("fewer than five" in label for label in labels(at.expander))


def test_the_easy_read_edition_is_signed_off_there(held: VisionContext) -> None:
    at = publish(held)
    field(at.checkbox, "They have signed it off").check().run()
    assert now(held).about.signed_off


def test_a_voice_taken_back_shows_what_had_gone_out_until_people_are_told(
    held: VisionContext,
) -> None:
    printed = note_printed(held, "plan", ("s0v0",)).document
    (out,) = printed.printed
    held.keep(
        put(
            printed,
            "withdrawals",
            Withdrawal(id="w1", at=MOMENT, source="s0", voices=1, printed=(out,)),
        )
    )
    at = publish(held)
    assert "It was in documents that have been shared." in html(at)
    assert "The community plan (PDF)" in html(at)
    field(at.checkbox, "They have been told").check().run()
    assert now(held).withdrawals["w1"].told


def test_a_theme_gets_another_picture(held: VisionContext) -> None:
    at = publish(held)
    theme = next(iter(now(held).themes))
    choice = at.selectbox(key=f"vision1:picture {theme}")
    choice.set_value("bus").run()
    assert now(held).themes[theme].picture == "bus"
    assert "<svg" in html(at)


def test_every_document_says_for_whom_it_is(held: VisionContext) -> None:
    assert {one.key for one in VISION_EXPORTS.known} == set(publish_documents.FOR_WHOM)
    shown = html(publish(held))
    assert all(escape(words) in shown for words in publish_documents.FOR_WHOM.values())


def with_a_likely_name(held: VisionContext) -> None:
    """Put the same likely name into two quotes and a theme."""
    vision = now(held)
    for number in (1, 2):
        text = f"I asked Quillonby {number} times for a bus."
        said = SharedVoice(id=f"like{number}", source="s0", text=text, share=Share.QUOTE)
        vision = put(vision, "voices", said)
    held.keep(put(vision, "themes", Theme(id="like", name="We and Quillonby")))


def test_one_press_clears_a_word_that_is_no_name_everywhere(held: VisionContext) -> None:
    with_a_likely_name(held)
    at = publish(held)
    assert "Quillonby" in html(at)
    press(at, "“Quillonby” is no name here")
    assert [text.words for text in now(held).cleared.values()] == ["Quillonby"]
    assert not [label for label in labels(at.button) if "Quillonby" in label]


def test_a_word_that_was_cleared_by_mistake_is_marked_again(held: VisionContext) -> None:
    with_a_likely_name(held)
    press(publish(held), "“Quillonby” is no name here")
    at = visit(BUILDER, vision=held.document.id, step="gather", part="check")
    press(at, "Mark “Quillonby” again")
    assert not now(held).cleared


def test_an_own_text_is_left_in_by_a_press(held: VisionContext) -> None:
    held.keep(put(now(held), "themes", Theme(id="ring", name="We ring 07700 900123")))
    at = publish(held)
    assert "We ring" in html(at)
    at.button(key="vision1:own text may stay own-themes-ring-name").click().run()
    assert not at.exception
    assert not [own for own in left_in_own_words(now(held)) if own.id == "ring"]


def test_a_licence_is_none_until_somebody_chooses_one(held: VisionContext) -> None:
    at = publish(held)
    box = field(at.selectbox, "Licence")
    assert box.value == Licence.NONE
    box.select(Licence.OTHER).run()
    assert now(held).about.licence is Licence.OTHER
    field(at.text_area, "What can others do with it, in your words?").input("Read it.").run()
    assert now(held).about.licence_words == "Read it."


def test_a_document_made_with_marked_words_says_so_inside(held: VisionContext) -> None:
    with_a_name_left(held)
    at = publish(held)
    at.checkbox(key=f"{held.document.id}:make anyway").check().run()
    # The voice is in no theme, so the evidence has its words and the plan has not.
    assert where("Not checked: 1 place", document(at, "evidence").content())


def test_a_text_of_our_own_is_confirmed_before_documents_are_made_too(held: VisionContext) -> None:
    held.keep(put(now(held), "themes", Theme(id="ring", name="We ring 07700 900123")))
    at = publish(held)
    assert "1 quote or text of yours could identify someone." in html(at)
    assert "Make" not in labels(at.button)
