"""What arrives waits beside the document, once, and goes without a trace or into the document."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from path_planner.domain.event.contribution import Part
from path_planner.domain.event.open_space import Topic
from path_planner.domain.marks import Photo
from path_planner.domain.people import Role
from path_planner.domain.voice import Expressed, Share
from path_planner.errors import AlreadyAdmitted, NothingTyped, TwoPictures, UnknownRecord
from path_planner.services.arrivals import tray as tray_module
from path_planner.services.arrivals.admitting import admit
from path_planner.services.arrivals.tray import (
    Arrival,
    Place,
    Post,
    arrive,
    join,
    picture_of,
    read_tray,
    refuse,
    restore,
    separate,
    set_aside,
    take_back,
)
from path_planner.services.context import EditContext
from path_planner.services.session.photos import picture_from
from path_planner.storage.protocol import Store
from path_planner.storage.store_registry import open_stores
from path_planner.ui.components.person_select import origin_words
from tests.domain.builders import NOON, a_session
from tests.storage.cases import an_event
from tests.storage.writers import later

AnyStore = Store[Any, Any]
ID = "k7f3q2"
CANARY = "kanarienvogel"


@pytest.fixture(params=["memory", "files"])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the location of stores of each kind."""
    return "memory:" if request.param == "memory" else str(tmp_path / "plans")


@pytest.fixture
def store(location: str) -> AnyStore:
    """Return a store with one session."""
    sessions = open_stores(location).sessions
    sessions.create(a_session(marks={}))
    return sessions


@pytest.fixture
def events(location: str) -> AnyStore:
    """Return a store with one event of a table and a topic."""
    found = open_stores(location).events
    found.create(an_event(topics={"t9": Topic(id="t9", title="Buses")}))
    return found


def photo(colour: str = "yellow") -> bytes:
    """Return a photo with a place in its metadata."""
    image, body = Image.new("RGB", (60, 40), colour), BytesIO()
    exif = Image.Exif()
    exif[0x010E] = CANARY
    image.save(body, "JPEG", exif=exif)
    return body.getvalue()


def a_post(op: str = "op-1", text: str = "A garden.", **facts: Any) -> Post:
    """Return what a phone sends."""
    picture, sound = facts.pop("picture", b""), facts.pop("sound", b"")
    facts.setdefault("place", Place(stage="dream"))
    facts.setdefault("at", later(len(op)))
    made = picture_from(picture) if picture else None
    return Post(op, {"text": text, **facts}, made, sound)


def send(store: AnyStore, *posts: Post) -> list[Arrival]:
    """Send, and return what waits."""
    assert all(arrive(store, ID, posts))
    return read_tray(store, ID).waiting()


def editing(store: AnyStore) -> EditContext[Any]:
    """Return a context of the newest state."""
    return EditContext(store, store.open(ID).document, now=lambda: NOON)


def everything(folder: Path) -> bytes:
    """Return all bytes of all files."""
    return b"".join(one.read_bytes() for one in folder.rglob("*") if one.is_file())


def test_what_arrives_waits_and_is_in_no_history(store: AnyStore) -> None:
    before = store.open(ID).document
    (waiting,) = send(store, a_post(share=Share.QUOTE, helped=True, role=Role.FAMILY))
    assert (waiting.text, waiting.share, waiting.helped) == ("A garden.", Share.QUOTE, True)
    assert store.open(ID).document == before
    assert len(store.history(ID)) == 1


def test_posts_of_one_moment_are_one_write(
    store: AnyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    writes = []
    write: Any = store.update_sidecar
    monkeypatch.setattr(store, "update_sidecar", lambda *a: (writes.append(1), write(*a)))
    assert len(send(store, *(a_post(f"op-{number}", f"{number}") for number in range(30)))) == 30
    assert len(writes) == 1


def test_the_same_operation_twice_is_one_also_once_it_was_read(store: AnyStore) -> None:
    (waiting,) = send(store, a_post(), a_post())
    assert send(store, a_post()) == [waiting]
    admit(editing(store), waiting.id)
    assert send(store, a_post()) == []


def test_other_words_under_the_same_operation_are_not_lost(store: AnyStore) -> None:
    assert len(send(store, a_post(), a_post(text="And bees!"))) == 2


def test_a_full_tray_says_so_and_takes_again_what_it_has(
    store: AnyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tray_module, "MOST_WAITING", 2)
    posts = [a_post("op-1", "a"), a_post("op-2", "b"), a_post("op-3", "c"), a_post("op-1", "a")]
    assert arrive(store, ID, posts) == (True, True, False, True)


def test_only_who_sent_it_takes_it_back_and_the_file_does_not_say_how(
    store: AnyStore, location: str
) -> None:
    sent = a_post("the-secret-op", CANARY, picture=photo(), sound=CANARY.encode())
    send(store, sent)
    if location != "memory:":
        assert b"the-secret-op" not in everything(Path(location))
    take_back(store, ID, "another-op")
    assert len(read_tray(store, ID).waiting()) == 1
    take_back(store, ID, "the-secret-op")
    take_back(store, ID, "the-secret-op")
    assert read_tray(store, ID).waiting() == []
    assert store.blobs(ID) == frozenset()
    # A phone whose first sending was slow does not bring it back.
    assert (
        send(store, a_post("the-secret-op", CANARY, picture=photo(), sound=CANARY.encode())) == []
    )
    if location != "memory:":
        assert CANARY.encode() not in everything(Path(location))


def test_what_was_read_is_not_taken_back_by_the_phone(store: AnyStore) -> None:
    (waiting,) = send(store, a_post())
    refuse(store, ID, waiting.id)
    with pytest.raises(AlreadyAdmitted):
        take_back(store, ID, "op-1")


def test_what_is_refused_is_nowhere(store: AnyStore, location: str) -> None:
    (waiting,) = send(store, a_post(text=CANARY, picture=photo(), sound=CANARY.encode()))
    refuse(store, ID, waiting.id)
    assert read_tray(store, ID).arrivals == {}
    assert store.blobs(ID) == frozenset()
    if location != "memory:":
        assert CANARY.encode() not in everything(Path(location))


def test_a_refusal_can_be_undone(store: AnyStore) -> None:
    (waiting,) = send(store, a_post(picture=photo(), sound=b"RIFF"))
    removed = refuse(store, ID, waiting.id)
    restore(store, ID, removed)
    (again,) = read_tray(store, ID).waiting()
    assert again.text == waiting.text
    assert picture_of(store, ID, again) is not None
    assert store.get_blob(ID, again.sound) == b"RIFF"


def test_a_picture_has_lost_its_place_and_one_that_two_sent_stays_for_the_other(
    store: AnyStore,
) -> None:
    first, second = send(store, a_post("a", picture=photo()), a_post("bb", picture=photo()))
    assert first.picture == second.picture
    stored = store.get_blob(ID, first.picture)
    assert stored is not None
    assert CANARY.encode() not in stored
    refuse(store, ID, first.id)
    assert picture_of(store, ID, second) is not None


def test_it_goes_to_its_stage_as_one_change(store: AnyStore) -> None:
    (waiting,) = send(store, a_post(picture=photo(), share=Share.THEME))
    saved, _ = admit(editing(store), waiting.id)
    document = store.open(ID).document
    assert document.revision == saved.document.revision == 1
    voice = next(one for one in document.voices.values() if one.text == "A garden.")
    assert (voice.stage, voice.share, voice.expressed) == ("dream", Share.THEME, Expressed.WRITTEN)
    assert voice.said_by is None
    (mark,) = (one for one in document.marks.values() if isinstance(one, Photo))
    assert (mark.stage, mark.words) == ("dream", "A garden.")
    assert mark.picture in document.pictures
    assert read_tray(store, ID).arrivals == {}
    assert store.blobs(ID) == frozenset()


def test_in_a_path_the_role_and_the_help_stay(store: AnyStore) -> None:
    one, other = send(
        store,
        a_post("a", "A dog", helped=True, role=Role.SELF_ADVOCATE),
        a_post("bb", "Bees", helped=True, role=Role.FAMILY),
    )
    admit(editing(store), one.id)
    admit(editing(store), other.id, Place(stage="dream", part=Part.PARKING))
    document = store.open(ID).document
    (voice,) = (each for each in document.voices.values() if each.text == "A dog")
    (parked,) = document.parked.values()
    assert (voice.role, voice.supported, voice.said_by) == (Role.SELF_ADVOCATE, True, None)
    assert (parked.role, parked.supported) == (Role.FAMILY, True)
    assert origin_words(document, voice).startswith(" · with support · Self-advocate")


def test_it_can_go_elsewhere_and_to_the_parking_space(store: AnyStore) -> None:
    one, other = send(store, a_post("a", "The lift again!"), a_post("bb", "Bees"))
    admit(editing(store), one.id, Place(stage="now"))
    admit(editing(store), other.id, Place(stage="dream", part=Part.PARKING))
    document = store.open(ID).document
    assert "now" in {voice.stage for voice in document.voices.values()}
    assert [voice.text for voice in document.parked.values()] == ["Bees"]


def test_it_goes_to_a_table_or_a_topic(events: AnyStore) -> None:
    table, topic = send(
        events,
        a_post("a", "No bus", place=Place(table="t1"), helped=True, role=Role.SELF_ADVOCATE),
        a_post("bb", "", place=Place(topic="t9", part=Part.RECOMMENDATION), picture=photo()),
    )
    admit(editing(events), table.id)
    admit(editing(events), topic.id)
    document = events.open(ID).document
    line, pictured = (one for one in document.voices.values() if one.id != "v1")
    assert (line.table, line.part, line.supported) == ("t1", Part.TABLE, True)
    assert (line.role, line.speaker) == (Role.SELF_ADVOCATE, None)
    assert (pictured.topic, pictured.part) == ("t9", Part.RECOMMENDATION)
    assert pictured.picture in document.pictures


def test_a_place_that_is_gone_leaves_it_waiting(events: AnyStore) -> None:
    (waiting,) = send(events, a_post(place=Place(table="gone")))
    with pytest.raises(UnknownRecord):
        admit(editing(events), waiting.id)
    assert read_tray(events, ID).waiting() == [waiting]


def test_a_crash_between_document_and_tray_doubles_nothing(
    store: AnyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    (waiting,) = send(store, a_post())
    with monkeypatch.context() as patched:
        patched.setattr("path_planner.services.arrivals.admitting.read_by_now", _crashes)
        with pytest.raises(RuntimeError):
            admit(editing(store), waiting.id)
    assert len(read_tray(store, ID).waiting()) == 1
    admit(editing(store), waiting.id)
    texts = [voice.text for voice in store.open(ID).document.voices.values()]
    assert texts.count("A garden.") == 1


def _crashes(*_: object) -> None:
    raise RuntimeError


def test_admitted_undone_and_admitted_again_it_is_there(store: AnyStore) -> None:
    (waiting,) = send(store, a_post())
    before = store.open(ID).document
    saved, removed = admit(editing(store), waiting.id)
    EditContext(store, saved.document, now=lambda: NOON).keep(
        saved.document.model_copy(update={"voices": before.voices})
    )
    restore(store, ID, removed)
    assert len(store.open(ID).document.voices) == 1
    admit(editing(store), waiting.id)
    assert len(store.open(ID).document.voices) == 2


def test_a_sound_is_typed_and_in_no_document(store: AnyStore, location: str) -> None:
    (waiting,) = send(store, a_post(text="", sound=CANARY.encode(), sound_type="audio/mp4"))
    with pytest.raises(NothingTyped):
        admit(editing(store), waiting.id)
    assert store.get_blob(ID, waiting.sound) == CANARY.encode()
    admit(editing(store), waiting.id, text="A dog of my own")
    assert "A dog of my own" in {one.text for one in store.open(ID).document.voices.values()}
    assert store.blobs(ID) == frozenset()
    if location != "memory:":
        assert CANARY.encode() not in everything(Path(location))


def test_two_that_say_the_same_go_in_as_one_and_share_the_less(store: AnyStore) -> None:
    one, other = send(
        store, a_post("a", "A garden.", share=Share.QUOTE), a_post("bb", "A big garden.")
    )
    join(store, ID, one.id, other.id)
    assert [each.id for each in read_tray(store, ID).waiting()] == [one.id]
    admit(editing(store), one.id)
    voices = list(store.open(ID).document.voices.values())
    assert [voice.text for voice in voices][1:] == ["A garden.\nA big garden."]
    assert voices[-1].share is Share.CIRCLE


def test_each_of_two_joined_can_be_taken_back_by_its_phone(store: AnyStore) -> None:
    one, other = send(store, a_post("a", "A garden."), a_post("bb", "A big garden."))
    join(store, ID, one.id, other.id)
    take_back(store, ID, "a")
    assert [each.text for each in read_tray(store, ID).waiting()] == ["A big garden."]
    separate(store, ID, other.id)


def test_joined_by_mistake_is_separated(store: AnyStore) -> None:
    one, other = send(store, a_post("a", "A garden."), a_post("bb", "A bus."))
    join(store, ID, one.id, other.id)
    separate(store, ID, one.id)
    assert len(read_tray(store, ID).waiting()) == 2


def test_two_pictures_are_not_joined_nor_one_with_itself(store: AnyStore) -> None:
    one, other = send(store, a_post("a", picture=photo()), a_post("bb", picture=photo("green")))
    with pytest.raises(TwoPictures):
        join(store, ID, one.id, other.id)
    with pytest.raises(UnknownRecord):
        join(store, ID, one.id, one.id)


def test_what_is_set_aside_is_read_last(store: AnyStore) -> None:
    one, other = send(store, a_post("a", "First"), a_post("bb", "Second"))
    set_aside(store, ID, one.id)
    assert [each.id for each in read_tray(store, ID).waiting()] == [other.id, one.id]
    set_aside(store, ID, one.id, aside=False)
    assert [each.id for each in read_tray(store, ID).waiting()] == [one.id, other.id]
