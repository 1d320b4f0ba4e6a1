"""The presenting page: large, without tools, following the room, and never private."""

import re

from streamlit.testing.v1 import AppTest

from path_planner.domain.marks import Pen
from path_planner.domain.session import Session
from path_planner.domain.voice import Share
from path_planner.services.clock import start_timer
from path_planner.services.context import SessionContext
from path_planner.services.session.commitments import commit
from path_planner.services.session.progress import go_to_stage
from path_planner.services.session.sketches import add_strokes, begin_sketch, describe_sketch
from path_planner.services.session.voices import write_voice
from path_planner.storage.protocol import SessionStore
from tests.pages.visiting import follow, html, labels, visit


def now(store: SessionStore, session: Session) -> SessionContext:
    """Return the room as it is now."""
    return SessionContext(store, store.open(session.id).document)


def shown(at: AppTest) -> str:
    """Return what is shown, as text."""
    return re.sub(r"<[^>]+>", "", html(at))


def test_it_follows_the_room(store: SessionStore, asha: Session) -> None:
    """It shows the stage the facilitator is at."""
    go_to_stage(SessionContext(store, asha), "now")
    at = visit("present", asha.id)
    assert "Back to today. What is life like for Asha Quill right now?" in shown(at)
    go_to_stage(now(store, asha), "dream")
    at.run()
    assert "What matters most to Asha Quill?" in shown(at)


def test_a_stage_in_the_address_stays(store: SessionStore, asha: Session) -> None:
    """For a second screen that shows one stage."""
    go_to_stage(SessionContext(store, asha), "now")
    assert "It is" in shown(visit("present", asha.id, stage="goal"))


def test_private_voices_are_never_shown(store: SessionStore, asha: Session) -> None:
    """All others are."""
    for share in Share:
        write_voice(now(store, asha), "dream", f"words that are {share.value}", share=share)
    at = visit("present", asha.id)
    assert "words that are private" not in html(at)
    for share in set(Share) - {Share.PRIVATE}:
        assert f"words that are {share.value}" in shown(at)


def test_there_are_no_tools_but_a_way_back(asha: Session) -> None:
    """No field, no bar, no other button."""
    at = visit("present", asha.id)
    tools = (at.text_input, at.selectbox, at.radio, at.checkbox, at.toggle)
    assert not any(len(one) for one in tools)
    assert labels(at.button) == ["Back to the stages"]
    assert 'aria-current="page">Stages</p>' in html(follow(at, "Back to the stages"))


def test_all_that_was_said_is_there_with_who_supported_it(
    store: SessionStore, asha: Session
) -> None:
    """What does not fit is on another page of the screen; nothing is left out here."""
    who = asha.about.pathfinder.person
    for number in range(1, 21):
        write_voice(now(store, asha), "dream", f"Wish number {number}.", supported_by=who)
    words = shown(visit("present", asha.id))
    assert all(f"Wish number {number}." in words for number in range(1, 21))
    assert "supported by Asha Quill" in words


def test_commitments_and_sketches_and_the_clock_are_shown(
    store: SessionStore, asha: Session
) -> None:
    """A sketch is a picture with words for who does not see it."""
    who = asha.about.pathfinder.person
    commit(now(store, asha), "first_steps", "Ring the choir", who=who)
    begun = begin_sketch(now(store, asha), "first_steps", 1200, 750, None)
    sketch = begun.changes[0].id
    add_strokes(SessionContext(store, begun.document), sketch, [(Pen(), (0.0, 0.0, 9.0, 9.0))])
    describe_sketch(now(store, asha), sketch, 'A "kite" <b>')
    start_timer(now(store, asha), 20)
    at = visit("present", asha.id, stage="first_steps")
    assert "Asha Quill: Ring the choir" in shown(at)
    assert 'alt="A &quot;kite&quot; &lt;b&gt;" src="data:image/svg+xml;base64,' in html(at)
    assert "Time for this stage" in shown(at)


def test_what_people_write_is_never_markup(store: SessionStore, asha: Session) -> None:
    """On the screen that everybody sees."""
    write_voice(now(store, asha), "dream", "<img src=x onerror=alert(1)>")
    assert "<img src=x" not in html(visit("present", asha.id))
