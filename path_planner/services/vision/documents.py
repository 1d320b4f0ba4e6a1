"""Visions as a whole: begin, duplicate, import from a file."""

from typing import Any

from path_planner.domain.base import with_fields
from path_planner.domain.vision.vision import AboutVision, Vision
from path_planner.services.context import fresh_id, import_as_copy, now, with_new_id
from path_planner.services.vision.open_dataset_import import (
    ImportedVision,
    import_open_data,
    is_open_data_package,
)
from path_planner.storage import serializer
from path_planner.storage.protocol import VisionStore
from path_planner.storage.vision_type import VISIONS


def begun(title: str, **about: Any) -> Vision:
    """Return a new vision without storing it; `about` are fields of AboutVision."""
    started = now()
    return Vision(
        id=fresh_id(), begun=started, updated=started, about=AboutVision(title=title, **about)
    )


def begin(store: VisionStore, title: str, **about: Any) -> Vision:
    """Begin a vision; `about` are fields of AboutVision, such as community and language."""
    return store.create(begun(title, **about))


def duplicate(store: VisionStore, vision_id: str, title: str) -> Vision:
    """Create a copy of a vision under a new title."""
    original = store.open(vision_id).document
    about = with_fields(original.about, title=title)
    return store.create(with_new_id(original, now).model_copy(update={"about": about}))


def import_document(store: VisionStore, content: bytes) -> ImportedVision:
    """Import a vision from a file or an open-data zip, under a new id if its id exists already."""
    if is_open_data_package(content):
        return import_open_data(store, content)
    return ImportedVision(import_as_copy(store, serializer.read(content, VISIONS)))
