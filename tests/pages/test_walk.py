"""The walk page: ask, write down, put right, read back, go on."""

import re
from datetime import date

import pytest

from path_planner.dates import months_later
from path_planner.domain.base import sorted_records
from path_planner.domain.commitment import Status
from path_planner.domain.marks import Pen
from path_planner.domain.session import Session
from path_planner.domain.timer import TimerKind
from path_planner.domain.voice import Expressed, Share, Voice
from path_planner.services.context import SessionContext
from path_planner.services.session.people import add_person, describe_session
from path_planner.services.session.sketches import add_strokes, begin_sketch
from path_planner.services.session.voices import write_voice
from path_planner.storage.protocol import SessionStore
from tests.pages.visiting import (
    adding,
    enter,
    field,
    html,
    labels,
    send_lines,
    told_to_field,
    visit,
)

NASTY = "<script>alert(1)</script> **bold** :red[x]"


def now(store: SessionStore, session: Session) -> Session:
    """Return the session as it is on the disk."""
    return store.open(session.id).document


def voices(store: SessionStore, session: Session, stage: str = "dream") -> list[Voice]:
    """Return the voices of a stage in their order."""
    return sorted_records(now(store, session).voices, stage)


def heard(store: SessionStore, session: Session, *texts: str, stage: str = "dream") -> None:
    """Let something be said."""
    for text in texts:
        write_voice(SessionContext(store, now(store, session)), stage, text)


def shown(at: object) -> str:
    """Return what is shown, as text."""
    return re.sub(r"<[^>]+>", "\n", html(at))  # type: ignore[arg-type]


def test_it_asks_the_question_and_shows_how_to_tell_it(asha: Session) -> None:
    """In large type, for this pathfinder."""
    at = visit("walk", asha.id)
    assert "<h1" in html(at)
    assert "What matters most to Asha Quill?" in html(at)
    assert "Say it as if it is happening now" in html(at)
    assert "Stage 1 of 6: Dream" in html(at)
    assert at.query_params["stage"] == "dream"


def test_prompts_come_one_at_a_time(asha: Session) -> None:
    """Forward and back."""
    at = visit("walk", asha.id)
    assert "1 of 6" in html(at)
    assert field(at.button, "Previous prompt").disabled
    field(at.button, "Next prompt").click().run()
    assert "If nothing stood in the way" in html(at)
    assert "2 of 6" in html(at)
    field(at.button, "Previous prompt").click().run()
    assert "1 of 6" in html(at)


SAY = "What do they say?"


def test_each_stage_starts_with_the_pathfinder_and_a_line_brings_who_speaks(
    store: SessionStore, asha: Session
) -> None:
    """With it comes who supports them, how it was said, and how far it may be shared."""
    add_person(SessionContext(store, asha), "Ben Reed")
    asha_id = asha.about.pathfinder.person
    ben = next(one.id for one in now(store, asha).people.values() if one.name == "Ben Reed")
    at = visit("walk", asha.id, stage="now")
    told = told_to_field(at, SAY)
    assert told["first"] == asha_id
    assert [one["short"] for one in told["people"]] == ["Asha", "Ben"]
    enter(at, SAY, "I sing.", chosen={"by": asha_id, "supported_by": ben, "expressed": "signed"})
    enter(at, SAY, "I play along.", "We dance.", chosen={"by": ben, "share": "private"})
    signed, *others = voices(store, asha, "now")
    assert (signed.text, signed.said_by, signed.supported_by) == ("I sing.", asha_id, ben)
    assert (signed.expressed, signed.share) == (Expressed.SIGNED, Share.CIRCLE)
    assert [(one.text, one.said_by, one.share) for one in others] == [
        ("I play along.", ben, Share.PRIVATE),
        ("We dance.", ben, Share.PRIVATE),
    ]
    assert "· supported by Ben Reed · Signed it · Circle" in shown(at)


@pytest.mark.parametrize(
    "chosen", [None, "x", {"by": 7}, {"by": "nobody", "share": "all", "expressed": []}]
)
def test_what_a_line_brings_is_not_trusted(
    store: SessionStore, asha: Session, chosen: object
) -> None:
    """What is no person and no level here is left out; the words are saved."""
    at = visit("walk", asha.id)
    enter(at, SAY, "A wish from the back row.", chosen=chosen)
    (voice,) = voices(store, asha)
    assert (voice.said_by, voice.share, voice.expressed) == (None, Share.CIRCLE, Expressed.SAID)
    assert "No name" in shown(at)


def test_somebody_new_can_speak_and_joins_the_people(store: SessionStore, asha: Session) -> None:
    """The browser knows them by the id of that line; the same name again is the same person."""
    at = visit("walk", asha.id)
    cai = {"id": "cai00000000000000001", "text": "", "person": "Cai Moss"}
    said = {"id": "said0000000000000001", "text": "Hello.", "chosen": {"by": cai["id"]}}
    again = {"id": "cai00000000000000002", "text": "", "person": "cai moss"}
    send_lines(at, SAY, [cai, said, again])
    at.run()
    people = now(store, asha).people
    assert sorted(one.name for one in people.values()) == ["Asha Quill", "Cai Moss"]
    (voice,) = voices(store, asha)
    assert people[voice.said_by or ""].name == "Cai Moss"


def test_people_with_the_same_first_name_are_told_apart_on_their_chips(
    store: SessionStore, asha: Session
) -> None:
    """Nobody is taken for somebody else."""
    for name in ("Sam Reed", "Sam Holt", "Bo Marsh"):
        add_person(SessionContext(store, now(store, asha)), name)
    told = told_to_field(visit("walk", asha.id), SAY)
    assert [one["short"] for one in told["people"]] == ["Asha", "Sam R.", "Sam H.", "Bo"]
    add_person(SessionContext(store, now(store, asha)), "Sam Ruiz")
    told = told_to_field(visit("walk", asha.id), SAY)
    assert [one["short"] for one in told["people"]][1:3] == ["Sam Reed", "Sam H."]


def test_the_newest_voice_stands_first_and_eight_are_in_view(
    store: SessionStore, asha: Session
) -> None:
    """One line each; all are shown in full on demand."""
    heard(store, asha, *(f"Wish {number}" for number in range(10)))
    at = visit("walk", asha.id)
    listed = re.findall(r"Wish \d", html(at))
    assert listed == [f"Wish {number}" for number in range(9, 1, -1)]
    field(at.button, "Show all 10 voices").click().run()
    assert len(re.findall(r"Wish \d", html(at))) == 10
    field(at.button, "Show fewer").click().run()
    assert len(re.findall(r"Wish \d", html(at))) == 8


def test_what_does_not_belong_here_now_is_parked_and_moved_to_a_stage(
    store: SessionStore, asha: Session
) -> None:
    """By the field or from the list; it keeps whose it is."""
    asha_id = asha.about.pathfinder.person
    at = visit("walk", asha.id)
    enter(at, SAY, "Who has the keys?", parked=True, chosen={"by": asha_id})
    enter(at, SAY, "Lunch is at one.", chosen={"by": asha_id})
    field(at.button, "Change").click().run()
    field(at.button, "Park it").click().run()
    session = now(store, asha)
    assert session.voices == {}
    assert [one.text for one in sorted_records(session.parked)] == [
        "Who has the keys?",
        "Lunch is at one.",
    ]
    at = visit("walk", asha.id, stage="now")
    field(at.button, "Move here", 1).click().run()
    (voice,) = voices(store, asha, "now")
    assert (voice.text, voice.said_by) == ("Lunch is at one.", asha_id)
    field(at.button, "Delete").click().run()
    assert now(store, asha).parked == {}
    field(at.button, "Undo").click().run()
    assert [one.text for one in now(store, asha).parked.values()] == ["Who has the keys?"]


def test_a_voice_is_put_right_in_place(store: SessionStore, asha: Session) -> None:
    """Each field saves by itself; changed words have to be read back again."""
    heard(store, asha, "I sing.")
    at = visit("walk", asha.id)
    field(at.button, "Change").click().run()
    field(at.button, "That’s right").click().run()
    assert voices(store, asha)[0].approved
    field(at.text_area, "The words").set_value("I sing in a choir.").run()
    field(at.selectbox, "Who said it?").set_value(asha.about.pathfinder.person).run()
    field(at.selectbox, "Supported by").set_value(asha.about.pathfinder.person).run()
    field(at.selectbox, "How was it said?").set_value(Expressed.SIGNED).run()
    field(at.selectbox, "How can it be shared?").set_value(Share.PRIVATE).run()
    (voice,) = voices(store, asha)
    assert (voice.text, voice.approved) == ("I sing in a choir.", False)
    assert voice.said_by == voice.supported_by == asha.about.pathfinder.person
    assert (voice.expressed, voice.share) == (Expressed.SIGNED, Share.PRIVATE)
    field(at.button, "Close").click().run()
    assert "Signed it · Private" in shown(at)


def test_voices_move_up_and_down(store: SessionStore, asha: Session) -> None:
    """Never beyond the ends."""
    heard(store, asha, "one", "two", "three")
    at = visit("walk", asha.id)
    field(at.button, "Change").click().run()
    assert field(at.button, "Up").disabled
    field(at.button, "Down").click().run()
    assert [one.text for one in voices(store, asha)] == ["one", "three", "two"]
    field(at.button, "Down").click().run()
    assert field(at.button, "Down").disabled
    assert [one.text for one in voices(store, asha)] == ["three", "one", "two"]


def test_a_voice_is_deleted_with_one_press_and_restored_with_one(
    store: SessionStore, asha: Session
) -> None:
    """It comes back where it stood."""
    heard(store, asha, "one", "two")
    at = visit("walk", asha.id)
    field(at.button, "Change", 1).click().run()
    field(at.button, "Delete").click().run()
    assert [one.text for one in voices(store, asha)] == ["two"]
    assert "Deleted: “one”" in shown(at)
    field(at.button, "Undo").click().run()
    assert [one.text for one in voices(store, asha)] == ["one", "two"]
    assert "Deleted: “one”" not in shown(at)


def test_the_coach_advises_and_can_be_put_away(store: SessionStore, asha: Session) -> None:
    """Advice never stops anybody."""
    heard(store, asha, "I will not be lonely.", stage="goal")
    at = visit("walk", asha.id, stage="goal")
    assert "Try saying it as a memory" in shown(at)
    assert "Try saying what there is now" in shown(at)
    field(at.button, "Leave it as it is").click().run()
    assert "Try saying it as a memory" not in shown(at)
    assert "Try saying what there is now" in shown(at)


def test_reading_back_approves_and_goes_on(store: SessionStore, asha: Session) -> None:
    """Yes, that is it: the words are right, and the room is at the next stage."""
    heard(store, asha, "I sing.")
    at = visit("walk", asha.id)
    field(at.button, "Read back").click().run()
    assert at.query_params["read"] == "1"
    assert "Asha Quill, is that right?" in shown(at)
    assert "What do they say?" not in adding(at)
    field(at.button, "Change something").click().run()
    assert "What do they say?" in adding(at)
    field(at.button, "Read back").click().run()
    field(at.button, "Yes, that’s right").click().run()
    session = now(store, asha)
    assert session.stages["dream"].approved
    assert voices(store, asha)[0].approved
    assert session.clock.stage == "goal"
    assert at.query_params["stage"] == "goal"
    assert "1 Dream :small[checked]" in labels(at.button)


def test_one_may_go_on_without_an_answer(store: SessionStore, asha: Session) -> None:
    """Nothing is approved then."""
    at = visit("walk", asha.id, read="1")
    field(at.button, "On to Goal without checking").click().run()
    assert at.query_params["stage"] == "goal"
    assert now(store, asha).stages == {}


def test_private_words_are_not_read_out_large(store: SessionStore, asha: Session) -> None:
    """They are counted, so that nobody thinks they were lost."""
    write_voice(SessionContext(store, asha), "dream", "Only for me.", share=Share.PRIVATE)
    at = visit("walk", asha.id, read="1")
    assert "Only for me." not in html(at)
    assert "1 private voice is not shown here." in shown(at)


def test_a_stage_is_skipped_renamed_and_taken_in_again(store: SessionStore, asha: Session) -> None:
    """Going on passes it by."""
    at = visit("walk", asha.id, stage="goal")
    field(at.text_input, "What does the group call this stage?").set_value("Our *big* day").run()
    assert "Our *big* day" in shown(at)
    assert r"2 Our \*big\* day :small[you are here]" in labels(at.button)
    field(at.button, "Skip this stage").click().run()
    assert now(store, asha).stages["goal"].skipped
    at = visit("walk", asha.id, stage="dream")
    assert "On to Now" in labels(at.button)
    assert r"2 Our \*big\* day :small[skipped]" in labels(at.button)
    at = visit("walk", asha.id, stage="goal")
    field(at.button, "Use this stage again").click().run()
    assert not now(store, asha).stages["goal"].skipped


def test_the_steps_lead_to_each_stage_and_the_room_follows(
    store: SessionStore, asha: Session
) -> None:
    """The presenting view reads where the room is."""
    at = visit("walk", asha.id)
    field(at.button, "3 Now :small[not started]").click().run()
    assert now(store, asha).clock.stage == "now"
    assert "Back to today." in shown(at)


def test_a_link_to_a_stage_does_not_turn_the_room(store: SessionStore, asha: Session) -> None:
    """It says what the shared screen shows, and offers to turn it."""
    at = visit("walk", asha.id)
    field(at.button, "On to Goal").click().run()
    late = visit("walk", asha.id, stage="now")
    assert now(store, asha).clock.stage == "goal"
    assert "The shared screen shows “Goal”." in shown(late)
    field(late.button, "Show this stage on the shared screen").click().run()
    assert now(store, asha).clock.stage == "now"


def test_an_unknown_stage_in_the_address_is_the_first_one(asha: Session) -> None:
    """A mistyped link still leads somewhere."""
    at = visit("walk", asha.id, stage="nowhere")
    assert "What matters most" in html(at)
    assert not at.exception


def test_the_clock_starts_pauses_and_gets_five_more_minutes(
    store: SessionStore, asha: Session
) -> None:
    """All windows read it from the session."""
    at = visit("walk", asha.id)
    field(at.button, "Start 20-minute timer").click().run()
    clock = now(store, asha).clock
    assert clock.running
    assert clock.total == 1200
    field(at.button, "Pause").click().run()
    assert not now(store, asha).clock.running
    field(at.button, "+5 min").click().run()
    assert now(store, asha).clock.total == 1500
    field(at.button, "Carry on").click().run()
    assert now(store, asha).clock.running
    field(at.button, "10-minute break").click().run()
    assert now(store, asha).clock.kind is TimerKind.BREAK
    assert "Break" in shown(at)
    field(at.button, "End the break").click().run()
    assert "Start 20-minute timer" in labels(at.button)


def test_a_new_stage_offers_minutes_of_its_own_and_a_break_goes_on(
    store: SessionStore, asha: Session
) -> None:
    """The minutes of the dream do not run on under the goal."""
    at = visit("walk", asha.id)
    field(at.button, "1 Dream :small[you are here]").click().run()
    field(at.button, "Start 20-minute timer").click().run()
    field(at.button, "1 Dream :small[you are here]").click().run()
    assert now(store, asha).clock.running
    field(at.button, "On to Goal").click().run()
    assert not now(store, asha).clock.running
    assert [label for label in labels(at.button) if label.startswith("Start ")]
    field(at.button, "10-minute break").click().run()
    field(at.button, "On to Now").click().run()
    assert now(store, asha).clock.kind is TimerKind.BREAK
    assert now(store, asha).clock.running


def test_somebody_enrols_for_something_and_says_yes(store: SessionStore, asha: Session) -> None:
    """A new name joins the people."""
    at = visit("walk", asha.id, stage="enrol")
    assert "Nobody has enrolled yet." in shown(at)
    ben = {"id": "ben00000000000000001", "text": "", "person": "Ben Reed"}
    lifts = {"id": "lift0000000000000001", "text": "Lifts on Fridays", "chosen": {"by": ben["id"]}}
    send_lines(at, "To do what?", [ben, lifts])
    at.run()
    session = now(store, asha)
    (one,) = session.commitments.values()
    assert session.people[one.who or ""].name == "Ben Reed"
    assert (one.what, one.stage, one.said_yes) == ("Lifts on Fridays", "enrol", False)
    field(at.button, "They said yes").click().run()
    assert now(store, asha).commitments[one.id].said_yes
    assert "They said yes" not in labels(at.button)


def test_a_step_has_who_what_by_when_and_a_coach_in_one_row(
    store: SessionStore, asha: Session
) -> None:
    """All comes with the line; a day that is none is not guessed, and the line says so."""
    asha_id = asha.about.pathfinder.person
    at = visit("walk", asha.id, stage="first_steps")
    names = [choice["name"] for choice in told_to_field(at, "What will they do?")["choices"]]
    assert names == ["by_when", "coach", "said_yes"]
    chosen = {"by": asha_id, "coach": asha_id, "by_when": "2026-12-01", "said_yes": "yes"}
    enter(at, "What will they do?", "Ring the choir", chosen=chosen)
    (one,) = now(store, asha).commitments.values()
    assert (one.who, one.coach, one.by_when) == (asha_id, asha_id, date(2026, 12, 1))
    assert (one.what, one.said_yes, one.status) == ("Ring the choir", True, Status.OPEN)
    assert "by 1 December 2026 · coach: Asha Quill · agreed" in shown(at)
    enter(at, "What will they do?", "Ring again", chosen={"by_when": "2026-02-31"})
    assert len(now(store, asha).commitments) == 1


def test_after_the_last_stage_comes_the_close(store: SessionStore, asha: Session) -> None:
    """A word each, the name, when to look again, and what to take home; nothing is a must."""
    add_person(SessionContext(store, asha), "Ben Reed")
    at = visit("walk", asha.id, stage="first_steps")
    field(at.button, "On to the close").click().run()
    assert at.query_params["close"] == "1"
    assert "0 of 2. Leave it empty to pass." in shown(at)
    assert "To take home" in shown(at)
    assert "Something went wrong" not in shown(at)
    field(at.text_input, "Asha").set_value("Proud.").run()
    field(at.text_input, "What is the name of this PATH? Asha Quill chooses.").set_value(
        "Ours"
    ).run()
    field(at.button, "In 6 months").click().run()
    session = now(store, asha)
    asha_id = asha.about.pathfinder.person or ""
    assert session.people[asha_id].leaving_word == "Proud."
    assert session.about.title == "Ours"
    assert session.consent.review_on == months_later(date.today(), 6)  # noqa: DTZ011
    assert "1 of 2. Leave it empty to pass." in shown(at)
    assert "Still to ask: Asha Quill, Ben Reed" in shown(at).replace("\n", "")
    assert [label for label in labels(at.button) if "6 months ·" in label]
    field(at.button, "6 First steps :small[not started]").click().run()
    assert at.query_params.get("close", "") in ("", [""])
    assert "What will they do?" in adding(at)


def test_the_last_stage_read_back_leads_to_the_close_in_both_forms(
    store: SessionStore, asha: Session
) -> None:
    """In the classic eight stages, too."""
    for process, last in (("path6", "first_steps"), ("path8", "first_step")):
        describe_session(SessionContext(store, now(store, asha)), process=process)
        at = visit("walk", asha.id, stage=last, read="1")
        field(at.button, "Yes, that’s right").click().run()
        assert "How are you leaving today?" in shown(at)


def test_a_picture_can_be_told_in_words(store: SessionStore, asha: Session) -> None:
    """For those who do not draw; it is a card like the others."""
    at = visit("walk", asha.id)
    enter(at, "The picture in words", "A garden gate, open")
    (voice,) = voices(store, asha)
    assert (voice.text, voice.expressed) == ("A garden gate, open", Expressed.DRAWN)


def test_a_sketch_is_described_undone_and_taken_out(store: SessionStore, asha: Session) -> None:
    """Beside the pad, by buttons and fields."""
    begun = begin_sketch(SessionContext(store, asha), "dream", 1200, 750, None)
    sketch = begun.changes[0].id
    strokes = [(Pen(), (0.0, 0.0, 9.0, 9.0)), (Pen(), (9.0, 0.0, 0.0, 9.0))]
    add_strokes(SessionContext(store, begun.document), sketch, strokes)
    at = visit("walk", asha.id)
    field(at.text_input, "What is in the picture?").set_value("A kite").run()
    assert now(store, asha).marks[sketch].words == "A kite"  # type: ignore[union-attr]
    field(at.button, "Undo last stroke").click().run()
    assert len(now(store, asha).marks) == 2
    field(at.button, "Delete this sketch").click().run()
    assert now(store, asha).marks == {}
    assert "Deleted: “A kite”" in shown(at)
    field(at.button, "Undo").click().run()
    assert len(now(store, asha).marks) == 2


@pytest.mark.parametrize("parts", [{}, {"read": "1"}, {"stage": "first_steps"}])
def test_what_people_write_is_never_markup(
    store: SessionStore, asha: Session, parts: dict[str, str]
) -> None:
    """Neither HTML nor Markdown."""
    heard(store, asha, NASTY)
    heard(store, asha, NASTY, stage="first_steps")
    at = visit("walk", asha.id, **parts)
    assert "<script>" not in html(at)
    assert "&lt;script&gt;alert(1)&lt;/script&gt; **bold** :red[x]" in html(at)
    assert not any("bold" in one.value for one in at.markdown)
