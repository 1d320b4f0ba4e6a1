"""The Gather step: PATHs, files and conversations come in, are looked over, and go out again."""

from datetime import date

import pytest

from path_planner.domain.base import with_fields
from path_planner.domain.diff import Change
from path_planner.domain.session import Consent, Session
from path_planner.domain.vision.sources import SourceKind
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Share, Voice
from path_planner.services.context import VisionContext
from path_planner.services.vision.documents import begin
from path_planner.services.vision.privacy.pii_checks import unchecked
from path_planner.services.vision.publication import QuoteDecisions, decide_about_quotes
from path_planner.services.vision.sources import note_printed
from path_planner.storage.protocol import SessionStore, VisionStore
from path_planner.storage.serializer import write
from tests.domain.builders import a_session
from tests.pages.visiting import enter, field, html, now, visit
from tests.storage.writers import append

BUILDER = "vision_builder"
NASTY = "<script>alert(1)</script> **bold** Margaret"


@pytest.fixture
def vision(visions: VisionStore) -> Vision:
    """Begin a vision."""
    return begin(visions, "A town for everybody")


def shared_session(**facts: object) -> Session:
    """Return a PATH whose people agreed to share three of its four voices."""
    texts = {
        "v1": ("Asha and I grow beans.", Share.QUOTE),
        "v2": ("I want a key.", Share.THEME),
        "v3": ("Robin sings.", Share.NAMED),
        "v4": ("A SECRET", Share.PRIVATE),
    }
    voices = {
        one: Voice(id=one, stage="dream", text=text, share=share, said_by="robin")
        for one, (text, share) in texts.items()
    }
    given = {"voices": voices, "consent": Consent(share=True), "revision": 3, **facts}
    return a_session(**given)


def test_chosen_paths_come_in_and_it_is_told_what_stays(
    store: SessionStore, visions: VisionStore, vision: Vision
) -> None:
    session = store.create(shared_session())
    at = visit(BUILDER, vision=vision.id)
    field(at.multiselect, "Choose PATHs").set_value([session.id]).run()
    assert (
        "3 voices will be added. 1 will stay out because it is private or for the circle."
        in html(at)
    )
    field(at.text_input, "Where they live, if they agree to say").set_value("Hopeford").run()
    field(at.button, "Gather 1 PATH").click().run()
    assert not at.exception
    after = now(visions, vision)
    assert sorted(one.text for one in after.voices.values()) == [
        "I want a key.",
        "Robin sings.",
        "[a friend] and I grow beans.",
    ]
    assert [one.place for one in after.sources.values()] == ["Hopeford"]
    assert "3 new voices were added. 1 voice stayed in its circle." in html(at)
    assert b"SECRET" not in visions.document(vision.id)


def test_a_path_that_nobody_agreed_to_share_stays_outside(
    store: SessionStore, visions: VisionStore, vision: Vision
) -> None:
    session = store.create(shared_session(consent=Consent()))
    at = visit(BUILDER, vision=vision.id)
    field(at.button, "Choose 1 new one").click().run()
    assert "its people have not agreed to share it" in html(at)
    field(at.button, "Gather 1 PATH").click().run()
    assert "have not agreed to share it. Nothing was added." in html(at)
    assert now(visions, vision).voices == {}
    assert session.id not in {one.session for one in now(visions, vision).sources.values()}


def test_files_come_in_together_when_their_people_agreed(
    visions: VisionStore, vision: Vision
) -> None:
    table = b"who,text\r\nfamily,We need a rest.\r\n,A bus.\r\n"
    at = visit(BUILDER, vision=vision.id)
    at.file_uploader[0].set_value(
        [
            ("one.path.json", write(shared_session()), "application/json"),
            ("cafe.csv", table, "text/csv"),
            ("photo.txt", b"\x89PNG\r\n", "text/plain"),
        ]
    ).run()
    assert "photo.txt: This file cannot be used here: it is a picture" in html(at)
    assert field(at.button, "Gather 2 files").disabled
    field(at.checkbox, "The people who said it agreed to this").check().run()
    field(at.button, "Gather 2 files").click().run()
    assert not at.exception
    after = now(visions, vision)
    assert len(after.voices) == 5
    assert {one.what for one in after.sources.values()} == {SourceKind.PATH, SourceKind.CAFE}
    shown = html(at)
    assert "2 sources were added. 5 new voices were added." in shown
    assert "SECRET" not in visions.document(vision.id).decode()


def test_a_file_of_a_path_that_is_newer_here_brings_what_its_people_say_now(
    store: SessionStore, visions: VisionStore, vision: Vision
) -> None:
    """A file on a stick does not know that a voice was made private since."""
    session = store.create(shared_session())
    older = store.document(session.id)
    shown = next(voice for voice in session.voices.values() if voice.share is Share.QUOTE)
    private = with_fields(shown, share=Share.PRIVATE)
    append(store, session, [Change("voices", shown.id, private)])
    at = visit(BUILDER, vision=vision.id)
    at.file_uploader[0].set_value([("one.path.json", older, "application/json")]).run()
    assert at.radio[0].value is True
    field(at.button, "Gather 1 file").click().run()
    assert not at.exception
    voices = now(visions, vision).voices.values()
    assert voices
    assert shown.id not in {voice.original for voice in voices}


def test_a_pasted_conversation_comes_in_with_what_is_known_of_it(
    visions: VisionStore, vision: Vision
) -> None:
    at = visit(BUILDER, vision=vision.id)
    field(at.text_area, "What was said, one voice on each line").set_value(
        f"A bus at night\n\n- {NASTY}\n"
    ).run()
    field(at.selectbox, "What was it?").set_value(SourceKind.WALK)
    field(at.text_input, "Where was it?").set_value("Canal")
    field(at.date_input, "When was it?").set_value(date(2026, 5, 1))
    field(at.number_input, "How many people were there? (0 if you do not know)").set_value(9)
    field(at.radio, "How can these voices be shared?").set_value(Share.QUOTE).run()
    assert field(at.button, "Add this conversation").disabled
    field(at.checkbox, "The people who said it agreed to this").check().run()
    field(at.button, "Add this conversation").click().run()
    (source,) = now(visions, vision).sources.values()
    assert (source.what, source.place, source.people) == (SourceKind.WALK, "Canal", 9)
    assert source.held_on == date(2026, 5, 1)
    voices = now(visions, vision).voices.values()
    assert [(one.text, one.share) for one in voices] == [
        ("A bus at night", Share.QUOTE),
        (NASTY, Share.QUOTE),
    ]
    assert field(at.text_area, "What was said, one voice on each line").value == ""


@pytest.fixture
def gathered(store: SessionStore, visions: VisionStore, vision: Vision) -> Vision:
    """Return the vision with a PATH and a conversation in it."""
    store.create(shared_session())
    at = visit(BUILDER, vision=vision.id)
    field(at.button, "Choose 1 new one").click().run()
    field(at.button, "Gather 1 PATH").click().run()
    field(at.text_area, "What was said, one voice on each line").set_value(
        f"I met Margaret there.\n{NASTY}\nRing 07700 900123\nWe want a bus."
    ).run()
    field(at.radio, "How can these voices be shared?").set_value(Share.QUOTE)
    field(at.checkbox, "The people who said it agreed to this").check().run()
    field(at.button, "Add this conversation").click().run()
    return now(visions, vision)


def test_what_may_tell_who_somebody_is_is_marked_in_words_and_decided_by_people(
    visions: VisionStore, gathered: Vision
) -> None:
    at = visit(BUILDER, vision=gathered.id, part="check")
    shown = html(at)
    assert not at.exception
    assert "<mark>Margaret <small>Name?</small></mark>" in shown
    assert "<mark>07700 900123 <small>Phone number?</small></mark>" in shown
    assert "<script>alert" not in shown
    assert "“07700 900123”: it looks like a phone number" in shown
    field(at.button, "Leave it in").click().run()
    field(at.button, "Delete the marked words").click().run()
    field(at.button, "Edit the words").click().run()
    field(at.text_area, "Words to print; the plan says they were changed").set_value(
        "Ring me."
    ).run()
    texts = {one.text: one for one in now(visions, gathered).voices.values()}
    assert "<mark>" not in html(at)
    assert texts["I met Margaret there."].checked
    assert not texts["I met Margaret there."].reworded
    assert texts["<script>alert(1)</script> **bold** [a name]"].reworded
    assert texts["Ring me."].reworded
    assert not texts["We want a bus."].checked
    waiting = [one.id for one in unchecked(now(visions, gathered))]
    assert len(waiting) == 3
    decisions = QuoteDecisions(read=tuple(waiting[:2]), only_counted=tuple(waiting[2:]))
    decide_about_quotes(VisionContext(visions, now(visions, gathered)), decisions)
    assert "Every quote has been checked." in html(at.run())


def test_where_few_people_could_be_known_it_is_said(gathered: Vision) -> None:
    at = visit(BUILDER, vision=gathered.id, part="check")
    assert "Could someone be recognised?" in html(at)


def test_a_voice_and_a_source_are_taken_back_after_being_asked_twice(
    visions: VisionStore, gathered: Vision
) -> None:
    bus = next(one for one in gathered.voices.values() if one.text == "We want a bus.")
    note_printed(VisionContext(visions, gathered), "plan", (bus.id,))
    at = visit(BUILDER, vision=gathered.id, part="heard")
    field(at.text_input, "Find a source or a voice").set_value("want bus").run()
    field(at.button, "Withdraw this voice").click().run()
    assert "It is printed in documents that have already been shared" in html(at)
    assert bus.id in now(visions, gathered).voices
    field(at.button, "Yes, withdraw it").click().run()
    assert bus.id not in now(visions, gathered).voices
    assert b"want a bus" not in visions.document(gathered.id)
    field(at.button, "They have been told").click().run()
    assert "The people who have the documents have been told." in html(at)
    field(at.text_input, "Find a source or a voice").set_value("").run()
    field(at.button, "Withdraw all of it").click().run()
    field(at.button, "Yes, withdraw it").click().run()
    assert len(now(visions, gathered).sources) == 1
    assert {one.whole_source for one in now(visions, gathered).withdrawals.values()} == {
        False,
        True,
    }


def test_who_was_not_heard_is_noted(visions: VisionStore, vision: Vision) -> None:
    at = visit(BUILDER, vision=vision.id, part="heard")
    enter(at, "Who is missing?", "People in hospital")
    assert [one.who for one in now(visions, vision).unheard.values()] == ["People in hospital"]
    assert "People in hospital" in html(at)
