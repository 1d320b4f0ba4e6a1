"""Records of any document are created, updated, moved, deleted and restored in one way."""

from pathlib import Path
from typing import Any

import pytest

from path_planner.domain.base import Document, sorted_records
from path_planner.domain.session import Session
from path_planner.domain.vision.vision import Vision
from path_planner.errors import UnknownRecord
from path_planner.services import records
from path_planner.services.context import EditContext
from path_planner.storage import serializer
from path_planner.storage.session_type import SESSIONS
from path_planner.storage.store_registry import open_stores
from path_planner.storage.vision_type import VISIONS
from tests.services.session.rooms import Numbers

SAMPLES = Path(__file__).parents[1] / "samples"
KINDS = (Session.kind, Vision.kind)
EVERY = [(kind.name, collection) for kind in KINDS for collection in kind.collections]
RESTORABLE = [
    (kind.name, collection)
    for kind in KINDS
    for collection in kind.collections
    if collection not in kind.redacted_on_delete
]


def sample(kind: str) -> EditContext[Any]:
    """Return a context on the newest sample of a kind, which has records of every collection."""
    stores = open_stores("memory:")
    if kind == Session.kind.name:
        data = (SAMPLES / f"session_v{SESSIONS.version}.path.json").read_bytes()
        session = stores.sessions.create(serializer.read(data, SESSIONS))
        return EditContext(stores.sessions, session, fresh_id=Numbers())
    data = (SAMPLES / f"vision_v{VISIONS.version}.vision.json").read_bytes()
    vision = stores.visions.create(serializer.read(data, VISIONS))
    return EditContext(stores.visions, vision, fresh_id=Numbers())


def first(document: Document, collection: str) -> Any:
    """Return a record of a collection."""
    return next(iter(getattr(document, collection).values()))


@pytest.mark.parametrize(("kind", "collection"), EVERY)
def test_a_record_that_is_deleted_is_gone_and_cannot_be_deleted_again(
    kind: str, collection: str
) -> None:
    context = sample(kind)
    record = first(context.document, collection)
    after = records.delete(context, collection, record.id)
    assert [change[:2] for change in after.changes] == [(collection, record.id)]
    assert record.id not in getattr(after.document, collection)
    gone = EditContext(context.store, after.document)
    with pytest.raises(UnknownRecord):
        records.delete(gone, collection, record.id)


@pytest.mark.parametrize(("kind", "collection"), RESTORABLE)
def test_a_deleted_record_is_restored_as_it_was(kind: str, collection: str) -> None:
    context = sample(kind)
    record = first(context.document, collection)
    deleted = EditContext(
        context.store, records.delete(context, collection, record.id).document, fresh_id=Numbers()
    )
    stored = record.model_dump(mode="json")
    same = records.validated(deleted.document, collection, stored)
    after = records.restore(deleted, collection, same).document
    assert getattr(after, collection)[record.id] == record
    assert context.store.open(after.id).document == after


def test_what_somebody_else_restored_and_changed_stays_as_they_have_it() -> None:
    context = sample("session")
    voice = first(context.document, "voices")
    changed = records.update(context, "voices", voice.id, text="In better words").document
    again = EditContext(context.store, changed)
    assert records.restore(again, "voices", voice).changes == ()
    assert context.store.open(changed.id).document.voices[voice.id].text == "In better words"


@pytest.mark.parametrize(
    ("kind", "collection", "words"),
    [
        ("session", "people", "name"),
        ("session", "voices", "text"),
        ("session", "agreement", "text"),
        ("vision", "themes", "name"),
        ("vision", "priorities", "title"),
        ("vision", "actions", "what"),
        ("vision", "outcomes", "statement"),
        ("vision", "steering", "name"),
        ("vision", "unheard", "who"),
        ("vision", "disagreements", "about"),
    ],
)
def test_a_record_needs_its_words(kind: str, collection: str, words: str) -> None:
    context = sample(kind)
    facts = {"stage": "now"} if collection == "voices" else {}
    assert records.create(context, collection, **{words: " \u202e "}, **facts).changes == ()
    made = records.create(context, collection, **{words: "Words"}, **facts)
    (change,) = made.changes
    assert getattr(change.record, words) == "Words"
    here = EditContext(context.store, made.document)
    assert records.update(here, collection, change.id, **{words: " "}).changes == ()
    assert sorted_records(getattr(made.document, collection))[-1].id == change.id


def test_a_record_moves_among_those_of_its_stage() -> None:
    context = sample("session")
    voices = sorted_records(context.document.voices)
    stage = next(one.stage for one in voices if sum(v.stage == one.stage for v in voices) > 1)
    before = [one.id for one in sorted_records(context.document.voices, stage)]
    after = records.reorder(context, "voices", before[0], 1).document
    moved = [one.id for one in sorted_records(after.voices, stage)]
    assert moved[:2] == before[1::-1]
    with pytest.raises(UnknownRecord):
        records.reorder(context, "voices", "gone", 1)
