"""One person plans alone or with a supporter: asked as "you", invites somebody, goes on later."""

import pytest

from path_planner.domain.session import Session
from path_planner.domain.voice import Share
from path_planner.exports.session.handouts_pdf import invitation, words_for_guests
from path_planner.processes import find
from path_planner.processes.model import PlannedBy
from path_planner.services.context import SessionContext
from path_planner.services.session.documents import begin
from path_planner.services.session.people import add_person
from path_planner.services.session.voices import write_voice
from path_planner.storage.protocol import SessionStore
from tests.pages.visiting import (
    adding,
    enter,
    field,
    html,
    labels,
    press,
    told_to_field,
    visit,
    words_of,
)
from tests.pdf.reading import pdfium_text

ALONE, SUPPORTED = "path6_alone", "path6_supported"
SAY = "What do you say?"


@pytest.fixture
def maya(store: SessionStore) -> Session:
    """Begin a PATH of somebody who plans alone."""
    return begin(store, "Maya Finch", process=ALONE)


def now(store: SessionStore, session: Session) -> Session:
    return store.open(session.id).document


def write(store: SessionStore, session: Session, text: str, **facts: object) -> None:
    context = SessionContext(store, now(store, session))
    said_by = session.about.pathfinder.person
    write_voice(context, "dream", text, **{"said_by": said_by, **facts})


def test_one_starts_alone_with_a_name_and_is_at_the_dream(store: SessionStore) -> None:
    at = visit("sessions")
    field(at.radio, "How will you plan?").set_value(PlannedBy.ALONE).run()
    assert "Who is planning?" not in labels(at.radio)
    field(at.text_input, "Your name").set_value("Maya Finch")
    field(at.radio, "Type of PATH").set_value("path8")
    press(at, "Start")
    (entry,) = store.summaries()
    session = store.open(entry.id).document
    assert session.about.process == "path8_alone"
    assert [person.name for person in session.people.values()] == ["Maya Finch"]
    assert "What matters most to you?" in words_of(visit("walk", session.id))


def test_with_a_supporter_both_are_there_to_choose(store: SessionStore) -> None:
    at = visit("sessions")
    field(at.radio, "How will you plan?").set_value(PlannedBy.SUPPORTED).run()
    field(at.text_input, "Your name").set_value("Maya Finch")
    field(at.text_input, "Who supports you?").set_value("Lena Holt")
    press(at, "Start")
    session = store.open(store.summaries()[0].id).document
    assert session.about.process == SUPPORTED
    at = visit("walk", session.id)
    told = told_to_field(at, "What do they say?")
    assert [person["name"] for person in told["people"]] == ["Maya Finch", "Lena Holt"]
    assert told["first"] == session.about.pathfinder.person
    assert "Listen. It is not your dream" in words_of(at)
    assert "Read back" in labels(at.button)
    assert {"Invite somebody", "Stop for today"} <= {*labels(at.button)}


def test_what_one_person_writes_is_theirs_and_no_speaker_is_asked_for(
    store: SessionStore, maya: Session
) -> None:
    at = visit("walk", maya.id)
    told = told_to_field(at, SAY)
    assert (told["chips"], told["people"], told["park"]) == (False, [], "")
    assert [choice["name"] for choice in told["choices"]] == ["share"]
    assert "Read back" not in labels(at.button)
    pathfinder = maya.about.pathfinder.person
    enter(at, SAY, "I play the drums.", chosen={"by": pathfinder})
    (voice,) = now(store, maya).voices.values()
    assert (voice.text, voice.said_by) == ("I play the drums.", pathfinder)
    assert "What I said so far" in words_of(at)
    assert "Maya Finch" not in html(at).partition("What I said so far")[2]


def test_looking_again_shows_private_words_and_asks_nobody_else(
    store: SessionStore, maya: Session
) -> None:
    write(store, maya, "Only for me.", share=Share.PRIVATE)
    at = press(visit("walk", maya.id), "Look at it again")
    assert "Is that how you mean it?" in words_of(at)
    assert "Only for me." in words_of(at)


def test_one_stops_and_goes_on_where_one_was(store: SessionStore, maya: Session) -> None:
    write(store, maya, "I sing.")
    at = visit("walk", maya.id)
    press(at, "On to Goal")
    press(at, "Stop for today")
    assert "you go on with “Goal”" in words_of(at)
    # Another day, in another window, without the stage in its address.
    assert "Stage 2 of 6: Goal" in words_of(visit("walk", maya.id))


def test_an_invitation_shows_just_what_is_read_and_any_line_can_be_kept_back(
    store: SessionStore, maya: Session
) -> None:
    write(store, maya, "I have a dog.")
    write(store, maya, "I move out.")
    write(store, maya, "Only for me.", share=Share.PRIVATE)
    at = press(visit("walk", maya.id), "Invite somebody")
    read = words_of(at)
    assert "What matters most to Maya Finch?" in read
    assert "1 private line stays with you." in read
    assert "I have a dog." in read
    assert "Only for me." not in read
    press(at, "Keep private", 1)
    assert "2 private lines stay with you." in words_of(at)
    assert [voice.text for voice in words_for_guests(now(store, maya), "dream")] == [
        "I have a dog."
    ]
    enter(at, "Somebody else: their name, then Enter", "Lena *Finch*", "maya finch")
    lena = next(one for one in now(store, maya).people.values() if one.name == "Lena *Finch*")
    assert not lena.present
    assert len(now(store, maya).people) == 2


def test_a_guest_adds_to_one_stage_and_sees_nothing_else(
    store: SessionStore, maya: Session
) -> None:
    write(store, maya, "I have a dog.")
    write(store, maya, "Only for me.", share=Share.PRIVATE)
    add_person(SessionContext(store, now(store, maya)), "Lena Finch", present=False)
    lena = next(one for one in now(store, maya).people.values() if one.name == "Lena Finch")
    at = press(visit("walk", maya.id, invite="1"), "Open it for Lena Finch")
    assert at.query_params["guest"] == lena.id
    read = words_of(at)
    assert "Lena Finch, Maya Finch invites you to add to this." in read
    assert "I have a dog." in read
    assert "Only for me." not in read
    assert labels(at.button) == ["I am done"]
    assert list(adding(at)) == ["What would you like to add?"]
    enter(at, "What would you like to add?", "I see you laughing.")
    added = next(one for one in now(store, maya).voices.values() if one.said_by == lena.id)
    assert (added.text, added.stage, added.share) == ("I see you laughing.", "dream", Share.CIRCLE)
    press(at, "Delete")
    assert added.id not in now(store, maya).voices
    assert "Deleted: “I see you laughing.”" in words_of(at)
    press(at, "Undo")
    assert added.id in now(store, maya).voices
    press(at, "I am done")
    assert SAY in adding(at)
    assert "guest" not in at.query_params


def test_a_guest_is_not_shown_what_was_deleted_before(store: SessionStore, maya: Session) -> None:
    write(store, maya, "Only for me.", share=Share.PRIVATE)
    add_person(SessionContext(store, now(store, maya)), "Lena Finch", present=False)
    at = visit("walk", maya.id)
    press(at, "Change")
    press(at, "Delete")
    assert "Deleted: “Only for me.”" in words_of(at)
    press(at, "Invite somebody")
    assert "Only for me." not in words_of(at)
    press(at, "Open it for Lena Finch")
    assert "Only for me." not in words_of(at)


def test_a_guest_who_is_gone_leaves_the_page_to_its_owner(maya: Session) -> None:
    at = visit("walk", maya.id, guest="nobody")
    assert SAY in adding(at)
    assert "guest" not in at.query_params


@pytest.mark.parametrize("stage_id", [stage.id for stage in find("path8").stages])
def test_an_invitation_on_paper_has_the_question_and_nothing_private(
    store: SessionStore, stage_id: str
) -> None:
    session = begin(store, "Maya Finch", process="path8_alone")
    context = SessionContext(store, session)
    context = SessionContext(store, write_voice(context, stage_id, "I have a dog.").document)
    write_voice(context, stage_id, "Only for me.", share=Share.PRIVATE)
    words = " ".join(pdfium_text(invitation(now(store, session), stage_id=stage_id)).split())
    assert "Maya Finch invites you" in words
    assert "I have a dog." in words
    assert "Only for me." not in words


def test_the_close_and_the_preparation_are_for_one(maya: Session) -> None:
    closing = words_of(visit("walk", maya.id, close="1"))
    assert "How do you feel now?" in closing
    assert "A photo of the group" not in closing
    preparing = words_of(visit("prepare", maya.id))
    assert "The plan is yours." in preparing
    assert "Our group agreement" not in preparing


def test_alone_or_together_can_be_changed_later(store: SessionStore, maya: Session) -> None:
    write(store, maya, "I sing.")
    at = visit("prepare", maya.id)
    field(at.radio, "How will you plan?").set_value(PlannedBy.GROUP).run()
    assert now(store, maya).about.process == "path6"
    field(at.radio, "Type of PATH").set_value("path8").run()
    field(at.radio, "How will you plan?").set_value(PlannedBy.SUPPORTED).run()
    assert now(store, maya).about.process == "path8_supported"
    assert [voice.text for voice in now(store, maya).voices.values()] == ["I sing."]
