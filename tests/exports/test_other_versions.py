"""What does not stand is in no export but the whole plan, and in no anonymised copy."""

from datetime import date

import pytest

from path_planner.domain.base import D, put, with_fields
from path_planner.domain.other_versions import OtherVersion
from path_planner.domain.vision.theme import Theme
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Share
from path_planner.exports.base import Options, SessionExport, VisionExport, VisionOptions
from path_planner.exports.registry import SESSION_EXPORTS, VISION_EXPORTS
from path_planner.services.context import VisionContext
from path_planner.services.vision.sources import add_session
from path_planner.storage.memory_store import MemoryStore
from path_planner.storage.vision_type import VISIONS
from tests.domain.builders import NOON, a_session
from tests.storage.cases import a_vision

WORDS = "Zephyrine sings to bees"
WHOLE = ".json"
DAY = date(2026, 11, 22)


def with_version(document: D, collection: str, record: str, field: str) -> D:
    """Return a document that keeps another version of a field."""
    version = OtherVersion(
        id="o1", collection=collection, record=record, field=field, value=WORDS, before=WORDS
    )
    return put(document, "other_versions", version)


def vision() -> Vision:
    """Return a vision with a theme."""
    return put(a_vision(), "themes", Theme(id="t1", name="Home", statement="I live here."))


@pytest.mark.parametrize("export", SESSION_EXPORTS.known, ids=lambda export: export.key)
def test_no_export_of_a_session_shows_it_but_the_whole_plan(export: SessionExport) -> None:
    session, options = a_session(), Options(dots=30)
    kept = with_version(session, "voices", "v1", "text")
    shown = export.render(kept, options)
    if export.key == WHOLE:
        assert WORDS.encode() in shown
    else:
        assert shown == export.render(session, options)


@pytest.mark.slow
@pytest.mark.parametrize("export", VISION_EXPORTS.known, ids=lambda export: export.key)
def test_no_export_of_a_vision_shows_it(export: VisionExport) -> None:
    plain, options = vision(), VisionOptions(on=DAY)
    kept = with_version(plain, "themes", "t1", "statement")
    assert export.render(kept, options) == export.render(plain, options)


def test_no_anonymised_copy_carries_it() -> None:
    session = a_session()
    voice = with_fields(session.voices["v1"], share=Share.QUOTE)
    consent = with_fields(session.consent, share=True)
    session = put(session, "voices", voice).model_copy(update={"consent": consent})
    session = with_version(session, "voices", "v1", "text")
    store = MemoryStore(VISIONS)
    empty = Vision(id="k9f3q2", begun=NOON, updated=NOON)
    copied = add_session(VisionContext(store, store.create(empty)), session).saved.document
    assert [voice.text for voice in copied.voices.values()] == [voice.text]
    assert WORDS not in copied.model_dump_json()
