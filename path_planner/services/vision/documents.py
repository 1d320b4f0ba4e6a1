"""Visions as a whole: begin, duplicate, import from a file or an open-data zip."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any, NamedTuple

from path_planner.analysis.publishable import publishable
from path_planner.analysis.queries import without_reidentifiable
from path_planner.domain.base import with_fields
from path_planner.domain.vision.vision import AboutVision, Vision
from path_planner.errors import (
    NotAnOpenDataPackage,
    OpenDataPackageDamaged,
    OpenDataPackageTooLarge,
)
from path_planner.exports.vision.open_dataset.package import FORMAT, MANIFEST, VERSION, VISION
from path_planner.i18n import N_
from path_planner.services.context import fresh_id, import_as_copy, now, with_new_id
from path_planner.services.safe_zip import ListedFile, SafeZip, ZipRules, open_zip
from path_planner.storage import serializer
from path_planner.storage.notices import Message, Notice
from path_planner.storage.protocol import VisionStore
from path_planner.storage.vision_type import VISIONS

_MB = 2**20
MOST_PACKED = 256 * _MB
MOST_UNPACKED = 1024 * _MB
MOST_FILES = 20_000
MOST_MANIFEST = 8 * 2**20

UNSAFE = Message(N_("it has files with names or types that do not belong in a give-away"))
NO_VISION = Message(N_("the vision is missing"))
CHANGED = Message(N_("the vision is not the one that was packed"))

OTHERS_CHANGED = N_(
    "Some files with the vision are missing, new or changed since they "
    "were given away. They were left out. The vision itself is complete."
)


class ImportedVision(NamedTuple):
    """A vision from an open-data zip, and notices about the other files in it."""

    vision: Vision
    notices: tuple[Notice, ...] = ()


def is_open_data_package(content: bytes) -> bool:
    """Whether a file is a zip, and so can only be an open-data package."""
    return content.startswith(b"PK")


def read_open_data_package(content: bytes) -> ImportedVision:
    """Return the vision in an open-data zip; raise a PlannerError if it is not valid."""
    with open_zip(content, _rules()) as files:
        listed = files.listed()
        if VISION not in files.names:
            raise OpenDataPackageDamaged(why=NO_VISION)
        document = files.read(VISION, serializer.MOST_BYTES)
        if VISION not in listed or sha256(document).hexdigest() != listed[VISION].sha256:
            raise OpenDataPackageDamaged(why=CHANGED)
        unchanged = _others_are_unchanged(files, listed)
    # A zip packed by hand may contain what must not be published.
    vision = publishable(without_reidentifiable(serializer.read(document, VISIONS)))
    return ImportedVision(vision, () if unchanged else (Notice(OTHERS_CHANGED),))


def import_open_data(store: VisionStore, content: bytes) -> ImportedVision:
    """Import the vision of an open-data zip, under a new id if its id exists already."""
    imported = read_open_data_package(content)
    return imported._replace(vision=import_as_copy(store, imported.vision))


def _rules() -> ZipRules:
    return ZipRules(
        foreign=NotAnOpenDataPackage,
        damaged=OpenDataPackageDamaged,
        too_large=OpenDataPackageTooLarge,
        unsafe=UNSAFE,
        most_packed=MOST_PACKED,
        most_unpacked=MOST_UNPACKED,
        most_files=MOST_FILES,
        most_manifest=MOST_MANIFEST,
        manifest=MANIFEST,
        format=FORMAT,
        version=VERSION,
    )


def _others_are_unchanged(files: SafeZip, listed: Mapping[str, ListedFile]) -> bool:
    if files.names != listed.keys() | {MANIFEST}:
        return False
    others = (name for name in listed if name != VISION)
    return all(files.fingerprint(name) == listed[name].sha256 for name in others)


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
