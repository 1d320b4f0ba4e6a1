"""What people agreed to changes later: the pages say so, and do what they ask for."""

import pytest

from path_planner.domain.session import Consent
from path_planner.domain.vision.theme import Cause, Theme
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Share
from path_planner.services.context import SessionContext, VisionContext
from path_planner.services.records import upsert
from path_planner.services.session.people import record_consent
from path_planner.services.session.voices import write_voice
from path_planner.services.vision.documents import begin, duplicate
from path_planner.services.vision.imports.conversation import AboutRecord, Record, Utterance
from path_planner.services.vision.sources import add_record, add_session, withdraw
from path_planner.storage.protocol import SessionStore, VisionStore
from tests.domain.builders import a_session, a_voice
from tests.pages.visiting import field, follow, html, labels, now, page_buttons, press, visit

BUILDER = "vision_builder"
KEEP, AGAIN = "Count only, do not quote", "It can be quoted again"
SESSION = "k7f3q2"


@pytest.fixture
def vision(store: SessionStore, visions: VisionStore) -> Vision:
    """Return a vision of a PATH and a conversation whose people let them be quoted."""
    voices = {
        "v1": a_voice("v1", text="I grow beans.", share=Share.QUOTE),
        "v2": a_voice("v2", text="I met Margaret.", share=Share.QUOTE),
    }
    consent = Consent(share=True)
    session = store.create(a_session(voices=voices, consent=consent))
    begun = begin(visions, "A town for everybody")
    kept = add_session(VisionContext(visions, begun), session).saved
    about = AboutRecord(agreed=True, share=Share.QUOTE, kept_as="Café")
    record = Record((Utterance("A bench."),))
    return add_record(VisionContext(visions, kept.document), record, about).saved.document


def share_of(visions: VisionStore, vision: Vision, words: str) -> Share:
    """Return how far a voice travels now."""
    (voice,) = (one for one in now(visions, vision).voices.values() if one.text == words)
    return voice.share


def test_somebody_asks_not_to_be_printed_and_changes_their_mind(
    visions: VisionStore, vision: Vision
) -> None:
    at = visit(BUILDER, vision=vision.id, part="check")
    assert "<mark>Margaret" in html(at)
    assert AGAIN not in labels(at.button)
    press(at, KEEP)
    assert share_of(visions, vision, "I met Margaret.") is Share.THEME
    assert "<mark>Margaret" not in html(at)
    assert "Counted only" in html(at)
    press(at, AGAIN)
    assert {one.share for one in now(visions, vision).voices.values()} == {Share.QUOTE}
    assert "<mark>Margaret" in html(at)


def test_a_voice_is_found_by_its_words_and_kept_from_print(
    visions: VisionStore, vision: Vision
) -> None:
    at = visit(BUILDER, vision=vision.id, part="heard")
    field(at.text_input, "Find a source or a voice").set_value("bench").run()
    press(at, KEEP)
    assert share_of(visions, vision, "A bench.") is Share.THEME
    press(at, AGAIN)
    assert share_of(visions, vision, "A bench.") is Share.QUOTE


@pytest.mark.parametrize("part", ["in", "check", "publish"])
def test_a_path_that_shares_less_is_told_and_brought_up_to_date(
    store: SessionStore, visions: VisionStore, vision: Vision, part: str
) -> None:
    address = {"step": "publish"} if part == "publish" else {"part": part}
    room = SessionContext(store, store.open(SESSION).document)
    room = SessionContext(store, write_voice(room, "dream", "Something new").document)
    at = visit(BUILDER, vision=vision.id, **address)
    assert "shares less" not in html(at)
    record_consent(room, share=False)
    at = visit(BUILDER, vision=vision.id, **address)
    assert "1 PATH or day shares less than when you gathered it." in html(at)
    assert (
        "Robin’s PATH: its people no longer agree to share it. Its 2 voices will be removed."
        in html(at)
    )
    press(at, "Update now")
    assert [one.text for one in now(visions, vision).voices.values()] == ["A bench."]
    assert "shares less" not in html(at)
    assert "2 voices were removed because they are no longer shared." in html(at)


def test_a_voice_that_its_owner_holds_back_is_told_and_goes_out(
    store: SessionStore, visions: VisionStore, vision: Vision
) -> None:
    session = store.open(SESSION).document
    voice = session.voices["v1"].model_copy(update={"share": Share.CIRCLE})
    SessionContext(store, session).keep(
        session.model_copy(update={"voices": {**session.voices, "v1": voice}})
    )
    at = visit(BUILDER, vision=vision.id)
    assert "1 voice can no longer be shared as widely." in html(at)
    press(at, "Update now")
    assert b"I grow beans" not in visions.document(vision.id)
    assert len(now(visions, vision).voices) == 2


def test_another_vision_that_holds_the_words_is_named_with_the_way_there(
    visions: VisionStore, vision: Vision
) -> None:
    copy = duplicate(visions, vision.id, "The <b>same</b> again")
    at = visit(BUILDER, vision=vision.id, part="heard")
    field(at.text_input, "Find a source or a voice").set_value("bench").run()
    press(at, "Withdraw this voice")
    sentence = "Another vision here also has these words: “The &lt;b&gt;same&lt;/b&gt; again”."
    assert sentence in html(at)
    press(at, "Yes, withdraw it")
    assert sentence in html(at)
    (way,) = (label for label in labels(page_buttons(at)) if "same" in label)
    assert follow(at, way).query_params["vision"] == copy.id
    at.query_params["vision"] = vision.id
    assert sentence in html(at.run())
    there = now(visions, copy)
    (bench,) = (one.id for one in there.voices.values() if one.text == "A bench.")
    withdraw(VisionContext(visions, there), bench)
    at.run()
    assert sentence not in html(at)


@pytest.mark.parametrize("address", [{"part": "check"}, {"step": "publish"}])
def test_what_a_group_wrote_itself_is_marked_with_the_way_there(
    visions: VisionStore, vision: Vision, address: dict[str, str]
) -> None:
    meeting = VisionContext(visions, vision)
    assert "<mark>Asha" not in html(visit(BUILDER, vision=vision.id, **address))
    theme = Theme(id="t1", name="<b>Home</b>", statement="We live like Asha.")
    kept = upsert(meeting, "themes", theme).document
    upsert(
        VisionContext(visions, kept), "causes", Cause(id="c1", theme="t1", text="Ring 07700 900123")
    )
    at = visit(BUILDER, vision=vision.id, **address)
    shown = html(at)
    assert not at.exception
    assert "We live like <mark>Asha <small>Name?</small></mark>." in shown
    assert "<mark>07700 900123" in shown
    theirs = [label for label in labels(page_buttons(at)) if "Go there to change it" in label]
    assert theirs == ["Go there to change it\\: A theme", "Go there to change it\\: A cause"]
    assert follow(at, theirs[0]).query_params["step"] == "theme"
    at = visit(BUILDER, vision=vision.id, **address)
    assert follow(at, theirs[1]).query_params["step"] == "prioritise"
    assert at.query_params["part"] == "why"
    assert now(visions, vision).themes["t1"] == theme
