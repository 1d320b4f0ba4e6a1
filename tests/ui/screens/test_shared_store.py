"""A paired screen has its one document without what is private, and changes what its role may."""

from collections.abc import Callable
from typing import Any

import pytest

from path_planner.domain.base import put, remove
from path_planner.domain.marks import Card, Photo
from path_planner.domain.other_versions import OtherVersion
from path_planner.domain.session import Session
from path_planner.domain.voice import Share
from path_planner.errors import DocumentNotFound, NotOnThisScreen, UnknownRecord
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.session.voices import park
from path_planner.services.session.wall import apply_command
from path_planner.services.session.wall.commands import read_command
from path_planner.storage.memory_store import STORE
from path_planner.storage.protocol import SessionStore
from path_planner.ui.screens.roles import Screen, ScreenRole, changed_collections, pages_of
from path_planner.ui.screens.shared_store import NoStore, SharedStore, shared_document
from tests.domain.builders import NOON, a_session, a_voice

ID = "k7f3q2"
CANARY = "Zebedee"
DRAWS = Screen("screen-1", 1, ScreenRole.DRAWS, "session", ID)
SHOWS = DRAWS._replace(role=ScreenRole.SHOWS)
PRIVATE = a_voice("v2", text=CANARY, share=Share.PRIVATE)


def whole() -> Session:
    """Return a session with a private voice, its card, a private parked one, another version."""
    version = OtherVersion(id="o1", collection="voices", record="v1", field="text", value=CANARY)
    card = Card(id="v2", stage="dream", x=1, y=1, width=90)
    session = a_session(
        voices={"v1": a_voice(said_by="robin"), "v2": PRIVATE},
        parked={"p9": a_voice("p9", text=CANARY, share=Share.PRIVATE)},
        other_versions={"o1": version},
    )
    return put(session, "marks", card)


@pytest.fixture
def store() -> SessionStore:
    """Return a store with that session and another one."""
    own = STORE.make("").sessions
    own.create(whole())
    own.create(a_session(id="other7", voices={"v1": a_voice(text=CANARY)}))
    return own


def change(store: SessionStore, screen: Screen, name: str, record: Any) -> SessionResult:
    """Save a record as a window of this screen would, whatever it has seen."""
    shared: Any = SharedStore(store, screen)
    context = SessionContext(shared, shared.open(ID).document, now=lambda: NOON)
    return context.keep(put(context.document, name, record))


def test_what_is_private_is_in_nothing_that_a_screen_is_given(store: SessionStore) -> None:
    shared = SharedStore(store, DRAWS)
    shown = shared.open(ID).document
    assert CANARY not in shown.model_dump_json()
    assert "v2" not in shown.marks
    assert shown.voices.keys() == {"v1"}
    saved = change(store, DRAWS, "voices", a_voice("v3", text="A new line."))
    assert CANARY not in saved.document.model_dump_json()
    assert CANARY not in shared.at_revision(ID, 0).model_dump_json()
    assert CANARY not in repr(shared.history(ID))
    assert store.open(ID).document.voices.keys() == {"v1", "v2", "v3"}


def test_what_has_become_private_is_in_no_earlier_state_either(store: SessionStore) -> None:
    context = SessionContext(store, store.open(ID).document, now=lambda: NOON)
    opened = context.keep(put(context.document, "voices", a_voice(text="Once for all.")))
    private = a_voice(text="Once for all.", share=Share.PRIVATE)
    SessionContext(store, opened.document, now=lambda: NOON).keep(
        put(opened.document, "voices", private)
    )
    before = SharedStore(store, DRAWS).at_revision(ID, opened.document.revision)
    assert "Once for all" not in before.model_dump_json()


def deleted(context: SessionContext, voice_id: str) -> SessionResult:
    """Delete a voice."""
    return context.keep(remove(context.document, "voices", voice_id))


@pytest.mark.parametrize("goes", [deleted, park])
def test_words_that_were_private_when_they_went_are_not_brought_back(
    store: SessionStore, goes: Callable[[SessionContext, str], SessionResult]
) -> None:
    def newest() -> SessionContext:
        return SessionContext(store, store.open(ID).document, now=lambda: NOON, by="laptop")

    for share in (Share.CIRCLE, Share.PRIVATE):
        voice = a_voice("v5", text=f"{CANARY} for {share}.", share=share)
        opened = newest().keep(put(newest().document, "voices", voice))
    goes(newest(), "v5")
    before = store.open(ID).document
    shared: Any = SharedStore(store, DRAWS)
    for revision in range(opened.document.revision + 2):
        assert CANARY not in shared.at_revision(ID, revision).model_dump_json()
    tablet = SessionContext(shared, shared.open(ID).document, now=lambda: NOON, by="tablet")
    restore = {"do": "restore", "id": "a" * 20, "collection": "voices", "record": "v5"}
    with pytest.raises(UnknownRecord):
        apply_command(tablet, read_command(restore))
    assert store.open(ID).document == before


def test_a_screen_does_not_decide_how_far_words_are_shared(store: SessionStore) -> None:
    with pytest.raises(NotOnThisScreen):
        change(store, DRAWS, "voices", a_voice(said_by="robin", share=Share.NAMED))
    saved = change(store, DRAWS, "voices", a_voice(said_by="robin", share=Share.PRIVATE))
    assert "v1" not in saved.document.voices
    assert store.open(ID).document.voices["v1"].share is Share.PRIVATE


def test_a_photo_that_was_sent_with_words_is_hidden_with_them(store: SessionStore) -> None:
    words = {"v2": CANARY, "other": "A garden."}
    for key, said in words.items():
        context = SessionContext(store, store.open(ID).document, now=lambda: NOON)
        photo = Photo(id=f"photo-{key}", stage="dream", picture="p", words=said, width=9, height=9)
        context.keep(put(context.document, "marks", photo))
    shown = SharedStore(store, DRAWS).open(ID).document
    assert "photo-other" in shown.marks
    assert CANARY not in shown.model_dump_json()


def test_a_private_line_is_not_replaced_in_another_place(store: SessionStore) -> None:
    with pytest.raises(NotOnThisScreen):
        change(store, DRAWS, "voices", a_voice("p9", text="Mine now."))


@pytest.mark.parametrize("hidden", [("voices", a_voice("v2", text="Mine now."))])
def test_a_record_that_is_hidden_is_not_replaced_by_its_id(
    store: SessionStore, hidden: tuple[str, Any]
) -> None:
    with pytest.raises(NotOnThisScreen):
        change(store, DRAWS, *hidden)
    assert store.open(ID).document.voices["v2"] == PRIVATE


def test_a_screen_that_shows_changes_nothing_and_one_that_draws_no_facts(
    store: SessionStore,
) -> None:
    with pytest.raises(NotOnThisScreen):
        change(store, SHOWS, "voices", a_voice("v3"))
    shared: Any = SharedStore(store, DRAWS)
    context = SessionContext(shared, shared.open(ID).document, now=lambda: NOON)
    titled = context.document.about.model_copy(update={"title": "Another"})
    with pytest.raises(NotOnThisScreen):
        context.keep(context.document.model_copy(update={"about": titled}))
    assert store.open(ID).document.revision == 0


def test_every_other_document_is_not_there(store: SessionStore) -> None:
    shared = SharedStore(store, DRAWS)
    calls: tuple[Any, ...] = (shared.open, shared.revision, shared.history, shared.checkpoint_soon)
    for call in calls:
        with pytest.raises(DocumentNotFound):
            call("other7")
    with pytest.raises(DocumentNotFound):
        shared.at_revision("other7", 0)
    with pytest.raises(DocumentNotFound):
        shared.append("other7", [], expected_revision=0, op_id="x", by="", at=NOON)
    with pytest.raises(DocumentNotFound):
        _ = NoStore().summaries


@pytest.mark.parametrize(
    "name",
    ["summaries", "trash", "get_sidecar", "get_blob", "blobs", "remove", "erase", "document"],
)
def test_what_no_shared_screen_needs_is_not_there_at_all(store: SessionStore, name: str) -> None:
    assert not hasattr(SharedStore(store, DRAWS), name)


def test_a_document_without_anything_private_stays_as_it_is() -> None:
    session = a_session()
    assert shared_document(session) == session
    assert shared_document(session).voices is session.voices


def test_each_role_has_its_pages_and_no_role_those_of_the_tray_or_the_lists() -> None:
    opened = {
        (role, kind): pages_of(role, kind) for role in ScreenRole for kind in ("session", "event")
    }
    assert opened == {
        (ScreenRole.SHOWS, "session"): {"present"},
        (ScreenRole.SHOWS, "event"): {"day_screen"},
        (ScreenRole.DRAWS, "session"): {"wall"},
        (ScreenRole.DRAWS, "event"): set(),
    }
    assert changed_collections(ScreenRole.SHOWS) == set()
    assert pages_of(ScreenRole.DRAWS, "vision") == set()
