"""A yes that is taken back holds in deleted visions too, and other visions here are named."""

import zlib
from pathlib import Path
from typing import Any

import pytest

from path_planner.domain.session import Consent, Session
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Share
from path_planner.errors import OlderPlan
from path_planner.services.context import VisionContext
from path_planner.services.vision.anonymised_copy import SourceDetails
from path_planner.services.vision.documents import begin, duplicate, import_document
from path_planner.services.vision.imports.conversation import AboutRecord, Record, Utterance
from path_planner.services.vision.publication import opt_out_of_quotes
from path_planner.services.vision.sources import (
    about_again,
    add_record,
    add_session,
    shares_less,
    withdraw,
)
from path_planner.services.vision.withdrawal import (
    other_visions_with,
    withdrawn_by,
    would_be_withdrawn,
)
from path_planner.storage.serializer import write
from tests.domain.builders import NOON, a_session, a_voice
from tests.services.vision.circle import Circle, a_circle

WORDS = "My uncle keeps a canary."
MORE = "We want a bus."


def shared(revision: int = 1, **facts: Any) -> Session:
    """Return a PATH whose people share two voices."""
    voices = {
        "v1": a_voice("v1", text=WORDS, share=Share.QUOTE),
        "v2": a_voice("v2", text=MORE, share=Share.QUOTE, order=1),
    }
    given = {"voices": voices, "consent": Consent(share=True), "revision": revision, **facts}
    return a_session(**given)


def gathered(location: str = "memory:") -> Circle:
    """Return a circle with a PATH and a conversation in its vision."""
    circle = a_circle(location)
    circle.does(add_session(circle.meeting, shared()).saved)
    record = Record((Utterance(f"{WORDS} (at the café)"), Utterance(MORE)))
    circle.does(add_record(circle.meeting, record, AboutRecord(agreed=True)).saved)
    return circle


def saying(vision: Vision, words: str) -> list[str]:
    """Return the voices with these words."""
    return sorted(one.id for one in vision.voices.values() if words in one.text)


@pytest.mark.parametrize("location", ["memory:", "files"])
@pytest.mark.parametrize("whole", [False, True])
def test_a_deleted_copy_does_not_bring_words_back(
    tmp_path: Path, location: str, whole: bool
) -> None:
    circle = gathered(str(tmp_path) if location == "files" else location)
    store, vision = circle.meeting.store, circle.vision
    copy = duplicate(store, vision.id, "The same again")
    store.remove(copy.id, NOON)
    for voice in saying(vision, WORDS):
        record = vision.voices[voice].source if whole else voice
        circle.does(withdraw(circle.meeting, record))
    store.restore(copy.id)
    back = store.open(copy.id).document
    assert saying(back, WORDS) == []
    assert saying(back, MORE) == ([] if whole else saying(circle.vision, MORE))
    assert len(back.withdrawals) == 2
    for step in store.history(copy.id):
        assert WORDS not in str(store.at_revision(copy.id, step.revision))
    for file in tmp_path.rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            assert WORDS.encode() not in (zlib.decompress(data) if file.suffix == ".z" else data)


def test_a_deleted_vision_of_its_own_loses_what_a_path_took_back() -> None:
    circle = gathered()
    store = circle.meeting.store
    other = begin(store, "Another town")
    add_session(VisionContext(store, other), shared())
    store.remove(other.id, NOON)
    circle.does(withdraw(circle.meeting, saying(circle.vision, WORDS)[0]))
    store.restore(other.id)
    back = store.open(other.id).document
    assert [one.text for one in back.voices.values()] == [MORE]
    # It stays out there, too, when the PATH comes in again.
    again = add_session(VisionContext(store, back), shared(revision=2))
    assert (again.came, again.withheld) == (1, 1)


@pytest.mark.parametrize("change", ["less", "no longer"])
def test_a_path_that_shares_less_reaches_deleted_copies_when_it_is_gathered_again(
    change: str,
) -> None:
    circle = gathered()
    store = circle.meeting.store
    copy = duplicate(store, circle.vision.id, "The same again")
    store.remove(copy.id, NOON)
    less = shared(2, consent=Consent(share=change == "less"))
    voices = {**less.voices, "v1": a_voice("v1", text=WORDS, share=Share.CIRCLE)}
    circle.does(add_session(circle.meeting, less.model_copy(update={"voices": voices})).saved)
    store.restore(copy.id)
    restored = store.open(copy.id).document
    (left,) = saying(restored, WORDS)
    assert restored.sources[restored.voices[left].source].session is None


def test_other_visions_here_are_named_until_it_is_taken_back_there_too() -> None:
    circle = gathered()
    store = circle.meeting.store
    copy = duplicate(store, circle.vision.id, "The same again")
    begin(store, "Nothing of it")
    other = begin(store, "Another town")
    add_session(VisionContext(store, other), shared())
    in_path, in_record = saying(circle.vision, WORDS)

    def named(record_id: str) -> set[str]:
        taken = would_be_withdrawn(circle.vision, record_id)
        return {one.title for one in other_visions_with(store, circle.vision.id, taken)}

    path = circle.vision.voices[in_path].source
    assert named(in_path) == named(path) == {"The same again", "Another town"}
    assert named(in_record) == {"The same again"}
    circle.does(withdraw(circle.meeting, in_path))
    (withdrawal,) = circle.vision.withdrawals.values()
    taken = withdrawn_by(circle.vision, withdrawal)
    for there in (copy.id, other.id):
        assert there in {one.id for one in other_visions_with(store, circle.vision.id, taken)}
        vision = store.open(there).document
        (voice, *_) = saying(vision, WORDS)
        withdraw(VisionContext(store, vision), voice)
        assert there not in {one.id for one in other_visions_with(store, circle.vision.id, taken)}


def test_a_copy_from_a_file_that_holds_words_again_is_named() -> None:
    circle = gathered()
    store = circle.meeting.store
    file = write(circle.vision)
    circle.does(withdraw(circle.meeting, saying(circle.vision, WORDS)[1]))
    brought = import_document(store, file).vision
    (withdrawal,) = circle.vision.withdrawals.values()
    taken = withdrawn_by(circle.vision, withdrawal)
    assert [one.id for one in other_visions_with(store, circle.vision.id, taken)] == [brought.id]


def test_gathering_again_names_the_others_that_still_hold_it() -> None:
    circle = gathered()
    other = begin(circle.meeting.store, "Another town")
    add_session(VisionContext(circle.meeting.store, other), shared())
    gone = add_session(circle.meeting, shared(2, consent=Consent(share=False)))
    assert (gone.gone, gone.others) == (2, (other.id,))


def test_an_older_file_without_a_yes_takes_nothing_out() -> None:
    circle = a_circle()
    circle.does(add_session(circle.meeting, shared(5)).saved)
    with pytest.raises(OlderPlan):
        add_session(circle.meeting, shared(4, consent=Consent()))
    assert len(circle.vision.voices) == 2


def test_what_a_path_no_longer_agrees_to_is_known_before_it_is_gathered_again() -> None:
    circle = a_circle()
    about = SourceDetails(drawings=True, how="At the table")
    circle.does(add_session(circle.meeting, shared(), about).saved)
    (source,) = circle.vision.sources.values()
    assert shares_less(circle.vision, source, shared(2)) is None
    assert about_again(source) == about

    def less(**facts: Any) -> tuple[bool, int]:
        found = shares_less(circle.vision, source, shared(2, **facts))
        assert found is not None
        return (found.no_longer, found.voices)

    assert less(consent=Consent(share=None)) == (True, 2)
    assert less(voices={}) == (False, 2)
    theme = a_voice("v1", text=WORDS, share=Share.THEME)
    assert less(voices={"v1": theme, "v2": shared().voices["v2"]}) == (False, 1)
    # What is kept for themes here was agreed to farther, so its people changed something.
    for voice in circle.vision.voices:
        circle.does(opt_out_of_quotes(circle.meeting, voice))
    assert less(voices={"v1": theme, "v2": shared().voices["v2"]}) == (False, 1)
