"""An earlier state comes back as a new one, never wider and never with who was taken out."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from path_planner.domain.base import Document, put, remove, with_fields
from path_planner.domain.event.contribution import Part
from path_planner.domain.event.open_space import Topic
from path_planner.domain.people import PhotoConsent
from path_planner.domain.session import Consent, Session
from path_planner.domain.vision.theme import Disagreement, Side, Theme, ThemeAssignment
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Share
from path_planner.errors import NotAgreedToKeep, UnknownRecord
from path_planner.services import records
from path_planner.services.context import EditContext
from path_planner.services.event.contributions import contribute, take_back
from path_planner.services.history.comparing import differences
from path_planner.services.history.restoring import (
    bring_back,
    preview,
    restore_revision,
    state_to_show,
)
from path_planner.services.session.people import remove_person
from path_planner.services.session.wall.records import delete_with_card
from path_planner.storage.store_registry import open_event_store, open_stores
from tests.domain.builders import a_commitment, a_person, a_session, a_voice
from tests.storage.cases import a_shared_voice, a_vision, an_event
from tests.storage.writers import change_to


class Room:
    """A document in a store, changed step by step."""

    def __init__(self, document: Document) -> None:
        """Store it in memory."""
        stores = open_stores("memory:")
        self.store: Any = stores.sessions if isinstance(document, Session) else stores.visions
        self.store.create(document)

    @property
    def now(self) -> Any:
        """Return the newest state."""
        return self.store.open("k7f3q2").document

    @property
    def context(self) -> EditContext[Any]:
        """Return what a use case needs."""
        return EditContext(self.store, self.now)

    def put(self, collection: str, record: Any) -> None:
        """Put a record in."""
        change_to(self.store, self.now, put(self.now, collection, record))

    def remove(self, collection: str, record_id: str) -> None:
        """Take a record out."""
        change_to(self.store, self.now, remove(self.now, collection, record_id))

    def update(self, **fields: Any) -> None:
        """Replace whole fields."""
        change_to(self.store, self.now, self.now.model_copy(update=fields))

    def restore(self, revision: int = 0) -> Any:
        """Restore a revision, and return the newest state."""
        restore_revision(self.context, revision)
        return self.now


def test_an_earlier_state_is_made_the_newest_and_the_one_of_now_stays_in_the_history() -> None:
    room = Room(a_session())
    room.put("voices", a_voice("v1", text="Something else"))
    room.put("voices", a_voice("v2"))
    room.remove("commitments", "c1")
    before = room.now
    after = room.restore()
    assert (after.voices, after.commitments) == (a_session().voices, a_session().commitments)
    assert after.revision == before.revision + 1
    assert room.restore(before.revision).voices == before.voices


def test_consent_and_the_timer_stay_as_they_are_now() -> None:
    room = Room(a_session(consent=Consent(keep=True, share=True, photos=True)))
    room.update(consent=Consent(keep=True, share=False))
    assert room.restore().consent == Consent(keep=True, share=False)


def test_permissions_are_as_narrow_as_they_are_now() -> None:
    room = Room(
        a_session(
            voices={"v1": a_voice(share=Share.NAMED)},
            people={"robin": a_person(photos=PhotoConsent.YES)},
            commitments={"c1": a_commitment(said_yes=True)},
        )
    )
    room.put("voices", a_voice(share=Share.PRIVATE, text="Other words"))
    room.put("people", a_person(photos=PhotoConsent.NO))
    room.put("commitments", a_commitment(said_yes=False))
    after = room.restore()
    assert after.voices["v1"] == a_voice(share=Share.PRIVATE)
    assert after.people["robin"].photos is PhotoConsent.NO
    assert after.commitments["c1"].said_yes is False


def test_what_was_narrowed_and_then_deleted_comes_back_as_narrow_as_it_went() -> None:
    room = Room(a_session(voices={"v1": a_voice(share=Share.NAMED)}))
    room.put("voices", a_voice(share=Share.PRIVATE))
    room.remove("voices", "v1")
    assert state_to_show(room.context, 0).voices["v1"].share is Share.PRIVATE
    assert room.restore().voices["v1"].share is Share.PRIVATE


def test_a_wider_share_level_of_now_does_not_widen_the_old_words() -> None:
    room = Room(a_session(voices={"v1": a_voice(share=Share.PRIVATE)}))
    room.put("voices", a_voice(share=Share.NAMED))
    assert room.restore().voices["v1"].share is Share.PRIVATE


def test_a_person_who_was_taken_out_stays_out_and_nothing_names_them() -> None:
    room = Room(a_session())
    remove_person(room.context, "robin")
    assert preview(room.context, 0).stays_out == 1
    after = room.restore()
    assert after.people.keys() == {"asha"}
    assert after.voices["v1"].said_by is None
    assert after.commitments["c1"].coach is None
    assert after.marks["s1"].by is None
    assert after.about.pathfinder.person is None


def test_nothing_comes_back_where_people_said_no_to_keeping() -> None:
    room = Room(a_session())
    room.remove("voices", "v1")
    room.update(consent=Consent(keep=False))
    with pytest.raises(NotAgreedToKeep):
        restore_revision(room.context, 0)
    with pytest.raises(NotAgreedToKeep):
        bring_back(room.context, 0, "voices", "v1")


def test_one_voice_or_drawing_comes_back_alone_with_all_that_is_part_of_it() -> None:
    room = Room(a_session())
    delete_with_card(room.context, "voices", "v1")
    delete_with_card(room.context, "marks", "s1")
    room.remove("commitments", "c1")
    bring_back(room.context, 0, "marks", "s1")
    assert room.now.marks.keys() == {"s1", "k1", "k2"}
    assert room.now.voices == {}
    bring_back(room.context, 0, "voices", "v1")
    assert room.now.voices == a_session().voices
    assert room.now.commitments == {}


def test_one_record_comes_back_as_narrow_as_it_is() -> None:
    room = Room(a_session(voices={"v1": a_voice(share=Share.NAMED)}))
    room.put("voices", a_voice(share=Share.CIRCLE, text="Other words"))
    bring_back(room.context, 0, "voices", "v1")
    assert room.now.voices["v1"] == a_voice(share=Share.CIRCLE)


@pytest.mark.parametrize(("collection", "key"), [("people", "asha"), ("voices", "nobody")])
def test_people_and_what_was_not_there_do_not_come_back_alone(collection: str, key: str) -> None:
    room = Room(a_session())
    room.remove("people", "asha")
    with pytest.raises(UnknownRecord):
        bring_back(room.context, 0, collection, key)


def a_themed_vision() -> Vision:
    """Return a vision with two voices in a theme, and a disagreement between them."""
    return a_vision(
        voices={"v1": a_shared_voice(), "v2": a_shared_voice("v2", text="No flowers here.")},
        themes={"t1": Theme(id="t1", name="Green")},
        placings={
            key: ThemeAssignment(id=key, voice=voice, theme="t1")
            for key, voice in (("a1", "v1"), ("a2", "v2"))
        },
        disagreements={
            "d1": Disagreement(
                id="d1", about="Flowers", one=Side(voices=("v1",)), other=Side(voices=("v2",))
            )
        },
    )


def test_what_a_group_made_of_voices_comes_back_and_what_was_withdrawn_does_not() -> None:
    room = Room(a_themed_vision())
    room.put("themes", Theme(id="t1", name="Flowers"))
    room.remove("placings", "a1")
    room.remove("voices", "v2")
    after = room.restore()
    assert after.themes["t1"].name == "Green"
    assert after.voices.keys() == {"v1"}
    assert after.placings.keys() == {"a1"}
    assert after.disagreements["d1"].other.voices == ()
    assert preview(room.context, 0).stays_out == 1
    assert "v2" not in state_to_show(room.context, 0).voices


def test_voices_that_were_given_since_and_reworded_words_stay() -> None:
    room = Room(a_vision())
    room.put("voices", a_shared_voice(text="Somebody grows flowers.", reworded=True))
    room.put("voices", a_shared_voice("v3", text="A bench"))
    before = room.now
    after = room.restore()
    assert after.voices == before.voices
    assert after.sources == before.sources


def test_one_theme_comes_back_alone() -> None:
    room = Room(a_themed_vision())
    room.remove("themes", "t1")
    bring_back(room.context, 0, "themes", "t1")
    assert room.now.themes == a_themed_vision().themes
    with pytest.raises(UnknownRecord):
        bring_back(room.context, 0, "voices", "v1")


def test_a_voice_kept_on_its_own_is_so_again() -> None:
    room = Room(a_vision())
    room.put("voices", with_fields(room.now.voices["v1"], alone=True))
    assert room.restore().voices["v1"].alone is False


def test_a_day_gets_its_topics_back_and_nobodys_words_go_or_come(tmp_path: Path) -> None:
    store = open_event_store(str(tmp_path))
    day = store.create(an_event(topics={"t1": Topic(id="t1", title="Buses")}))
    context = EditContext(store, day)
    context = replace(context, document=contribute(context, Part.NEWS, "A new bus").document)
    context = replace(context, document=records.delete(context, "topics", "t1").document)
    context = replace(context, document=take_back(context, "v1").document)
    found = differences(store.at_revision(day.id, 0), context.document)
    assert {(each.kind.value, each.collection) for each in found} == {
        ("deleted", "topics"), ("deleted", "voices"), ("new", "voices"),
    }  # fmt: skip
    after = restore_revision(context, 0).document
    assert set(after.topics) == {"t1"}
    assert [line.text for line in after.voices.values()] == ["A new bus"]
