"""What comes into a vision: as agreed, without names, counted, the same when it comes again."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from path_planner.domain.marks import Pen, Sketch, Stroke
from path_planner.domain.people import Pathfinder, PathfinderKind, Person, Role
from path_planner.domain.session import About as SessionAbout
from path_planner.domain.session import Consent, Session
from path_planner.domain.vision.sources import MAY_TRAVEL, SharedVoice
from path_planner.domain.vision.theme import (
    Disagreement,
    Side,
    Theme,
    ThemeAssignment,
    theme_assignment_id,
)
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Share, Voice
from path_planner.errors import NotAgreedToShare, OlderPlan, UnknownRecord, WithdrawnBefore
from path_planner.services.vision.anonymised_copy import SourceDetails
from path_planner.services.vision.privacy.pii_checks import amend_words, tick_checked
from path_planner.services.vision.publication import mark_notified
from path_planner.services.vision.sources import GatherResult, add_session, note_printed, withdraw
from path_planner.services.vision.withdrawal import people_to_notify
from path_planner.storage.serializer import read, write
from path_planner.storage.vision_type import VISIONS
from tests.domain.builders import a_person, a_session, a_voice
from tests.services.vision.circle import Circle, a_circle

CANARIES = {share: f"canary-{share.value}-bird" for share in Share}
NAMES = ("Jonah Applewhite", "Zofia Wójcik", "عائشہ خان", "Siân Llwyd-Jones", "Bo", "Mary O’Dell")


def sharing(**facts: Any) -> Session:
    """Return a session whose people agreed to share, with one voice of each level."""
    voices = {
        share.value: a_voice(share.value, text=f"I say {CANARIES[share]}.", share=share, order=n)
        for n, share in enumerate(Share)
    }
    given = {"voices": voices, "consent": Consent(share=True, given_on=date(2026, 5, 1)), **facts}
    return a_session(**given)


def add(circle: Circle, session: Session, *about: Any, **facts: Any) -> GatherResult:
    """Add a session and go on from there."""
    gathered = add_session(circle.meeting, session, *about, **facts)
    circle.does(gathered.saved)
    return gathered


def by_original(vision: Vision) -> Mapping[str | None, SharedVoice]:
    """Return the voices by their ids in the session."""
    return {one.original: one for one in vision.voices.values()}


def test_only_what_may_travel_comes_in_and_the_rest_is_a_number() -> None:
    circle = a_circle()
    gathered = add(circle, sharing())
    assert (gathered.came, gathered.new, gathered.private) == (3, 3, 2)
    written = write(circle.vision).decode()
    assert {share for share in Share if CANARIES[share] in written} == set(MAY_TRAVEL)
    (source,) = circle.vision.sources.values()
    assert source.session == "k7f3q2"
    assert source.agreed.given_on == date(2026, 5, 1)
    assert not source.agreed.drawings


@pytest.mark.parametrize("share", [None, False])
def test_nothing_comes_in_before_its_people_said_yes(share: bool | None) -> None:
    circle = a_circle()
    with pytest.raises(NotAgreedToShare, match="have not agreed to share it"):
        add(circle, sharing(consent=Consent(keep=True, share=share)))
    assert circle.vision.sources == {}


people = st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True)


@st.composite
def sessions(draw: st.DrawFn, revision: int = 1) -> Session:
    """Draw a session in which people are talked about, every voice with the bird of its level."""
    names = draw(people)
    circle = {
        f"p{n}": Person(id=f"p{n}", name=name, role=draw(st.sampled_from(Role)))
        for n, name in enumerate(names)
    }
    voices: dict[str, Voice] = {}
    for number in range(draw(st.integers(0, 6))):
        share = draw(st.sampled_from(Share))
        whole = draw(st.sampled_from(names))
        form = draw(st.sampled_from((str, str.upper, str.lower, str.title)))
        called = form(draw(st.sampled_from((whole, whole.split()[0]))))
        before = draw(st.sampled_from(("", "With ", "و ", "«", "(", "Hi, ")))
        after = draw(st.sampled_from(("", "'s bus", "’s bus", ".", " helps", "!", "،", "\nand me")))
        voices[f"v{number}"] = Voice(
            id=f"v{number}",
            stage="dream",
            text=f"{before}{called}{after} {CANARIES[share]}",
            share=share,
            said_by=draw(st.sampled_from((None, *circle))),
            order=number,
        )
    about = SessionAbout(pathfinder=Pathfinder(name=names[0], person="p0"))
    return sharing(people=circle, voices=voices, about=about, revision=revision)


def own_words(name: str) -> set[str]:
    """Return the words of a name, small."""
    return {*name.lower().split(), name.lower()}


@given(session=sessions())
def test_no_name_and_no_private_word_gets_in_whoever_is_spoken_of(session: Session) -> None:
    circle = a_circle()
    gathered = add(circle, session)
    vision = circle.vision
    shares = [voice.share for voice in session.voices.values()]
    assert gathered.came == sum(share in MAY_TRAVEL for share in shares)
    assert gathered.came + gathered.private == len(shares)
    written = write(vision).decode()
    assert CANARIES[Share.PRIVATE] not in written
    assert CANARIES[Share.CIRCLE] not in written
    for voice in vision.voices.values():
        said_by = session.people.get(session.voices[voice.original or ""].said_by or "")
        assert voice.named == (said_by.name if said_by and voice.share is Share.NAMED else "")
        told = f" {voice.text.lower().replace('’', chr(39))} "
        for person in session.people.values():
            whole = person.name.lower().replace("’", "'")
            mine = own_words(voice.named.replace("’", "'")) if voice.named else set()
            for word in {whole, whole.split()[0]} - mine:
                # “Bo” is too short to be looked for where it is written small.
                if word != "bo":
                    assert word not in told, voice.text


@settings(deadline=None, max_examples=60)
@given(session=sessions())
def test_the_same_session_again_changes_nothing(session: Session) -> None:
    circle = a_circle()
    add(circle, session)
    before = circle.vision
    again = add(circle, session)
    assert (again.saved.changes, again.new, again.gone) == ((), 0, 0)
    assert circle.vision == before
    assert read(write(before), VISIONS) == before


@settings(deadline=None, max_examples=60)
@given(first=sessions(), second=sessions(revision=2))
def test_a_newer_state_is_as_if_it_had_come_alone_and_withdrawals_are_counted(
    first: Session, second: Session
) -> None:
    circle, alone = a_circle(), a_circle()
    add(circle, first)
    before = by_original(circle.vision)
    refreshed = add(circle, second)
    add(alone, second)
    after = by_original(circle.vision)
    assert {one: v.text for one, v in after.items()} == {
        one: v.text for one, v in by_original(alone.vision).items()
    }
    assert refreshed.gone == len(before.keys() - after.keys())
    assert refreshed.new == len(after.keys() - before.keys())
    assert sum(one.voices for one in circle.vision.withdrawals.values()) == refreshed.gone
    for original in before.keys() & after.keys():
        assert before[original].id == after[original].id


def test_what_the_group_did_stays_when_a_session_comes_again() -> None:
    circle = a_circle(themes=[Theme(id="t1", name="Birds")])
    add(circle, sharing(revision=1))
    voices = by_original(circle.vision)
    quote, theme = voices["quote"], voices["theme"]
    placed = ThemeAssignment(id=theme_assignment_id(quote.id, "t1"), voice=quote.id, theme="t1")
    after = circle.vision.model_copy(update={"placings": {placed.id: placed}})
    circle.does(circle.meeting.keep(after))
    circle.does(tick_checked(circle.meeting, [theme.id]))
    circle.does(amend_words(circle.meeting, quote.id, "I say a bird."))
    changed = sharing(revision=2)
    louder = changed.voices["theme"].model_copy(update={"text": "LOUDER"})
    add(circle, changed.model_copy(update={"voices": {**changed.voices, "theme": louder}}))
    voices = by_original(circle.vision)
    assert (voices["quote"].text, voices["quote"].reworded) == ("I say a bird.", True)
    assert (voices["theme"].text, voices["theme"].checked) == ("LOUDER", False)
    assert circle.vision.placings == {placed.id: placed}


def test_the_name_of_somebody_who_left_the_path_stays_out() -> None:
    circle = a_circle()
    voice = a_voice("v1", text="Femi comes with me", share=Share.QUOTE)
    femi = a_person("p1", name="Femi Oduya", role=Role.FRIEND)
    add(circle, sharing(people={"p1": femi}, voices={"v1": voice}))
    (first,) = circle.vision.voices.values()
    assert first.text == "[a friend] comes with me"
    for revision in (2, 3):
        add(circle, sharing(revision=revision, people={}, voices={"v1": voice}))
        (again,) = circle.vision.voices.values()
        assert again.text == first.text


def test_a_name_stays_out_of_words_that_changed_when_somebody_was_removed() -> None:
    circle = a_circle()
    before, after = (
        a_voice("v1", text=text, share=Share.QUOTE) for text in ("Hi Femi", "Bye Femi")
    )
    femi = a_person("p1", name="Femi Oduya", role=Role.FRIEND)
    add(circle, sharing(people={"p1": femi}, voices={"v1": before}))
    for revision in (2, 3):
        add(circle, sharing(revision=revision, people={}, voices={"v1": after}))
        (again,) = circle.vision.voices.values()
        assert again.text == "Bye [someone]"


def test_new_words_take_the_place_of_words_that_were_changed_for_printing() -> None:
    circle = a_circle()
    add(circle, sharing(revision=1))
    quote = by_original(circle.vision)["quote"]
    circle.does(amend_words(circle.meeting, quote.id, "Other words."))
    session = sharing(revision=2)
    said = session.voices["quote"].model_copy(update={"text": "I meant this."})
    add(circle, session.model_copy(update={"voices": {**session.voices, "quote": said}}))
    quote = by_original(circle.vision)["quote"]
    assert (quote.text, quote.reworded, quote.checked, quote.came_as) == (
        "I meant this.",
        False,
        False,
        "",
    )


def test_words_that_are_put_back_are_no_longer_told_to_be_changed() -> None:
    circle = a_circle()
    add(circle, sharing())
    quote = by_original(circle.vision)["quote"]
    circle.does(amend_words(circle.meeting, quote.id, "Other words."))
    assert circle.vision.voices[quote.id].reworded
    circle.does(amend_words(circle.meeting, quote.id, quote.text))
    back = circle.vision.voices[quote.id]
    assert (back.text, back.reworded, back.came_as) == (quote.text, False, "")


def test_an_older_file_never_brings_back_what_was_withdrawn() -> None:
    circle = a_circle()
    add(circle, sharing(revision=5))
    before = circle.vision
    with pytest.raises(OlderPlan, match="older"):
        add(circle, sharing(revision=4))
    assert circle.vision == before


def test_a_session_that_is_shared_no_longer_goes_out_whole() -> None:
    circle = a_circle()
    add(circle, sharing(revision=1))
    gone = add(circle, sharing(revision=2, consent=Consent(share=False)))
    assert (gone.gone, gone.sources) == (3, ())
    assert (circle.vision.voices, circle.vision.sources) == ({}, {})
    with pytest.raises(WithdrawnBefore, match="22 November 2026"):
        add(circle, sharing(revision=3))
    assert add(circle, sharing(revision=3), again=True).came == 3


def test_a_voice_that_was_taken_back_stays_out_when_its_session_comes_again() -> None:
    circle = a_circle()
    add(circle, sharing(revision=1))
    circle.does(withdraw(circle.meeting, by_original(circle.vision)["quote"].id))
    again = add(circle, sharing(revision=2))
    assert (again.came, again.withheld) == (2, 1)
    assert "quote" not in by_original(circle.vision)
    # What was only shared less by its owner may come back when its owner shares it again.
    less = sharing(revision=3)
    circled = less.voices["theme"].model_copy(update={"share": Share.CIRCLE})
    add(circle, less.model_copy(update={"voices": {**less.voices, "theme": circled}}))
    assert "theme" not in by_original(circle.vision)
    add(circle, sharing(revision=4))
    assert "theme" in by_original(circle.vision)


def test_taking_back_leaves_nothing_of_what_was_said_and_tells_what_was_printed() -> None:
    circle = a_circle()
    add(circle, sharing())
    voices = by_original(circle.vision)
    quote, named = voices["quote"].id, voices["named"].id
    circle.does(
        circle.meeting.keep(
            circle.vision.model_copy(
                update={
                    "placings": {"x": ThemeAssignment(id="x", voice=quote, theme="t1")},
                    "disagreements": {
                        "d": Disagreement(
                            id="d", about="Birds", one=Side(voices=(quote, named)), other=Side()
                        )
                    },
                }
            )
        )
    )
    circle.does(note_printed(circle.meeting, "plan", (quote,)))
    circle.does(note_printed(circle.meeting, "summary", (named,)))
    circle.does(withdraw(circle.meeting, quote))
    vision = circle.vision
    assert CANARIES[Share.QUOTE] not in write(vision).decode()
    assert vision.placings == {}
    assert vision.disagreements["d"].one.voices == (named,)
    (withdrawal,) = vision.withdrawals.values()
    assert [vision.printed[one].what for one in withdrawal.printed] == ["plan"]
    told = people_to_notify(vision, withdrawal)
    assert told.startswith("1 voice was removed on 22 November 2026. It is printed in documents")
    assert "from 22 November 2026" in told
    circle.does(mark_notified(circle.meeting, withdrawal.id))
    assert circle.vision.withdrawals[withdrawal.id].told
    with pytest.raises(UnknownRecord):
        withdraw(circle.meeting, quote)


def test_drawings_come_in_only_when_somebody_ticked_it_and_without_maker_or_signature() -> None:
    session = sharing(
        marks={
            "s1": Sketch(id="s1", stage="dream", by="robin", words="Robin in a garden"),
            "k1": Stroke(id="k1", stage="dream", sketch="s1", by="robin", points=(0, 0, 9, 9)),
            "k2": Stroke(id="k2", stage="now", by="robin", points=(-900, 40, 70_000, 30_090)),
            "k3": Stroke(id="k3", stage="enrol", signs="c1", points=(1, 1, 2, 2)),
        }
    )
    circle = a_circle()
    assert add(circle, session).drawings == 0
    assert add(circle, session, SourceDetails(drawings=True)).drawings == 2
    drawings = circle.vision.drawings
    assert {one.words for one in drawings.values()} == {
        "[the pathfinder] in a garden",
        "Drawn on the wall",
    }
    strokes = [stroke for one in drawings.values() for stroke in one.strokes]
    assert {one.by for one in strokes} == {None}
    assert "k3" not in {one.id for one in strokes}
    for one in drawings.values():
        assert all(0 <= x <= one.width for s in one.strokes for x in s.points[::2])
    before = circle.vision
    add(circle, session, SourceDetails(drawings=True))
    assert circle.vision == before
    add(circle, session, SourceDetails(drawings=False))
    assert circle.vision.drawings == {}


def test_what_only_marks_cards_is_no_drawing_and_colour_in_a_drawing_stays() -> None:
    yellow = Pen(colour="#FFD54A", width=22, opacity=0.35)
    line, box = (0, 0, 200, 6), (0, 100, 90, 190, 0, 190)
    session = sharing(
        marks={
            "k1": Stroke(id="k1", stage="now", pen=yellow, points=(0, 0, 90, 90)),
            "k2": Stroke(id="k2", stage="goal", points=line),
            "k3": Stroke(id="k3", stage="dream", points=box),
            "k4": Stroke(id="k4", stage="dream", pen=yellow, points=(20, 120, 60, 160)),
            "k5": Stroke(id="k5", stage="dream", pen=yellow, points=(900, 0, 990, 20)),
            "k6": Stroke(id="k6", stage="dream", points=line),
        }
    )
    circle = a_circle()
    add(circle, session, SourceDetails(drawings=True))
    (drawing,) = circle.vision.drawings.values()
    assert {one.id for one in drawing.strokes} == {"k3", "k4", "k6"}


def test_speakers_are_numbers_that_stay_the_same() -> None:
    circle = a_circle()
    session = sharing(
        voices={
            "v1": a_voice("v1", said_by="asha", share=Share.QUOTE),
            "v2": a_voice("v2", said_by="robin", share=Share.QUOTE, order=1),
            "v3": a_voice("v3", said_by="asha", share=Share.THEME, order=2),
        }
    )
    add(circle, session)
    voices = by_original(circle.vision)
    assert [voices[one].speaker for one in ("v1", "v2", "v3")] == ["p1", "p2", "p1"]
    fewer = {one: voice for one, voice in session.voices.items() if one != "v1"}
    newer = session.model_copy(update={"voices": fewer, "revision": 9})
    add(circle, newer)
    voices = by_original(circle.vision)
    assert [voices[one].speaker for one in ("v2", "v3")] == ["p2", "p1"]
    assert (voices["v2"].role, voices["v3"].role) == (Role.PATHFINDER, Role.FRIEND)


@pytest.mark.parametrize(
    ("kind", "instead"),
    [
        (PathfinderKind.COMMUNITY, "[this community]"),
        (PathfinderKind.TEAM, "[this team]"),
        (PathfinderKind.ORGANISATION, "[this organisation]"),
    ],
)
def test_the_name_of_many_is_taken_out_as_a_whole(kind: PathfinderKind, instead: str) -> None:
    voice = a_voice(text="nether QUILL is a green quill.", share=Share.QUOTE)
    about = SessionAbout(pathfinder=Pathfinder(name="Nether Quill", kind=kind))
    circle = a_circle()
    add(circle, sharing(voices={"v1": voice}, about=about))
    (kept,) = circle.vision.voices.values()
    assert kept.text == f"{instead} is a green quill."


def test_two_windows_that_gather_lose_nothing() -> None:
    circle = a_circle()
    other = replace(circle.meeting, fresh_id=lambda: "otherwindow")
    add(circle, sharing())
    person = a_person("robin", role=Role.PATHFINDER)
    session = sharing(people={"robin": person}).model_copy(update={"id": "second2"})
    voices = {"v1": a_voice("v1", text="Another", share=Share.QUOTE)}
    kept = add_session(
        replace(other, fresh_id=iter(("src2", "voice2")).__next__),
        session.model_copy(update={"voices": voices}),
    ).saved
    assert {one.session for one in kept.document.sources.values()} == {"k7f3q2", "second2"}
    assert len(kept.document.voices) == 4
