"""A photo or a drawing is a contribution, on a topic or at a table; where it was taken is gone."""

from base64 import b64decode
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from streamlit.testing.v1 import AppTest

from path_planner.domain.event.contribution import Contribution, Part
from path_planner.domain.event.event import Event
from path_planner.domain.voice import Expressed, Share
from path_planner.services.context import EventContext
from path_planner.services.event.contributions import set_share, take_back
from path_planner.storage.protocol import EventStore
from path_planner.ui.stores import event_store
from tests.pages.test_open_space import a_wall
from tests.pages.visiting import field, html, press, visit
from tests.services.event.cafes import a_cafe
from tests.services.session.test_photos import exif_of_a_phone

BAD = '"><img src=x onerror=alert(1)>'


@pytest.fixture
def events(store: object) -> EventStore:
    """Return the store of events of the app."""
    del store
    return event_store()


def a_photo() -> bytes:
    """Return a photo of a telephone, which notes where it was taken."""
    body = BytesIO()
    Image.new("RGB", (900, 600), "#3A7D44").save(body, "JPEG", exif=exif_of_a_phone())
    assert b"Exif" in body.getvalue()
    return body.getvalue()


def give(at: AppTest, content: bytes, words: str, **chosen: str) -> None:
    """Choose a picture, write what is in it, and add it."""
    at.file_uploader[0].set_value([("photo.jpg", content, "image/jpeg")])
    field(at.text_area, "What is in the picture?").set_value(words)
    for label, value in chosen.items():
        field(at.selectbox, label.replace("_", " ")).set_value(value)
    press(at, "Add the picture")


def newest(events: EventStore) -> Event:
    return events.open("k7f3q2").document


def only_line(events: EventStore, part: Part) -> Contribution:
    (line,) = (x for x in newest(events).voices.values() if x.part is part)
    return line


@pytest.mark.parametrize(
    ("page", "event", "part", "query"),
    [
        ("open_space", a_wall(), Part.DISCUSSION, {"part": "reports", "topic": "t1"}),
        ("world_cafe", a_cafe(), Part.TABLE, {"table": "t1", "list": "1"}),
        ("world_cafe", a_cafe(), Part.TABLE, {"table": "t1"}),
        ("harvest", a_cafe(), Part.HARVEST, {}),
    ],
)
def test_a_picture_is_given_and_shown_with_its_words(
    events: EventStore, page: str, event: Event, part: Part, query: dict[str, Any]
) -> None:
    events.create(event.model_copy(update={"voices": {}}))
    at = visit(page, event="k7f3q2", **query)
    give(at, a_photo(), BAD)
    line = only_line(events, part)
    assert (line.text, line.expressed, line.share) == (BAD, Expressed.PICTURES, Share.CIRCLE)
    assert (line.topic or line.table or "harvest") in ("t1", "harvest")
    picture = newest(events).pictures[line.picture or ""]
    stored = b64decode(picture.base64)
    assert b"Exif" not in stored
    assert dict(Image.open(BytesIO(stored)).getexif()) == {}
    # It was taken with the telephone upright.
    assert (picture.width, picture.height) == (600, 900)
    assert "Something went wrong" not in html(at)
    if "list" in query or page != "world_cafe":
        shown = html(at)
        assert 'alt="&quot;&gt;&lt;img src=x onerror=alert(1)&gt;"' in shown
        assert "data:image/jpeg;base64," in shown
        assert "<img src=x" not in shown
    # The next picture has a field of its own.
    assert not at.file_uploader[0].value


def test_a_private_picture_is_not_in_a_list_that_others_may_see(events: EventStore) -> None:
    events.create(a_cafe())
    at = visit("world_cafe", event="k7f3q2", table="t1", list="1")
    give(at, a_photo(), "My room")
    line = only_line(events, Part.TABLE)
    assert 'class="given"' in html(at)
    set_share(EventContext(events, newest(events)), line.id, Share.PRIVATE)
    assert 'class="given"' not in html(visit("world_cafe", event="k7f3q2", table="t1", list="1"))


@pytest.mark.parametrize(
    ("content", "said"), [(b"", "Please choose a picture first."), (b"%PDF", "not a picture")]
)
def test_without_a_picture_it_is_said_and_nothing_is_added(
    events: EventStore, content: bytes, said: str
) -> None:
    events.create(a_cafe())
    at = visit("world_cafe", event="k7f3q2", table="t1", list="1")
    if content:
        give(at, content, "A garden")
    else:
        press(at, "Add the picture")
    assert said in " ".join(each.value for each in at.error) + html(at)
    assert not newest(events).voices
    assert not newest(events).pictures


def test_a_picture_that_is_taken_back_is_in_no_file(events: EventStore) -> None:
    events.create(a_cafe())
    at = visit("world_cafe", event="k7f3q2", table="t1", list="1")
    give(at, a_photo(), "My room")
    line = only_line(events, Part.TABLE)
    given = newest(events).pictures[line.picture or ""].base64
    take_back(EventContext(events, newest(events)), line.id)
    assert not newest(events).pictures
    for step in events.history("k7f3q2"):
        earlier = events.at_revision("k7f3q2", step.revision)
        assert given not in {picture.base64 for picture in earlier.pictures.values()}
