"""The way back: a give-away zip becomes the vision it was made from, ready to be gone on with."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Annotated, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from path_planner.domain.vision.vision import Vision
from path_planner.errors import FileTooNew, GiveAwayDamaged, NotAGiveAway
from path_planner.evidence.linking import unlinked
from path_planner.evidence.shareable import shareable
from path_planner.exports.giving.packing import FORMAT, MANIFEST, VERSION, VISION
from path_planner.storage import document
from path_planner.storage.facts import Fact, Notice
from path_planner.storage.store import VisionStore
from path_planner.storage.visions import VISIONS
from path_planner.visioning.zip_door import MOST_FILES, Opened, opened_zip
from path_planner.words import mark
from path_planner.workshop.saving import keep_beside

_MOST_MANIFEST = 8 * 2**20

NO_MANIFEST = Fact(mark("its list of files cannot be read"))
NO_VISION = Fact(mark("the vision is missing"))
CHANGED = Fact(mark("the vision is not the one that was packed"))

OTHERS_CHANGED = mark(
    "Some files beside the vision are missing, new or changed since they were given away. "
    "They were left out. The vision itself is whole."
)


class Brought(NamedTuple):
    """A vision from a give-away zip, and what its people should know."""

    vision: Vision
    notices: tuple[Notice, ...] = ()


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class _Manifest(BaseModel):
    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    format: Literal["path-planner/give-away"]
    version: Annotated[int, Field(ge=1, strict=True)]
    files: Annotated[Mapping[str, _File], Field(max_length=MOST_FILES)]


def looks_given_away(content: bytes) -> bool:
    """Say whether a file is a zip, and so can only be a give-away."""
    return content.startswith(b"PK")


def read_given_away(content: bytes) -> Brought:
    """Return the vision in a give-away zip, or raise plainly why there is none."""
    with opened_zip(content) as files:
        listed = _manifest(files)
        if VISION not in files.names:
            raise GiveAwayDamaged(why=NO_VISION)
        written = files.read(VISION, document.MOST_BYTES)
        if VISION not in listed or sha256(written).hexdigest() != listed[VISION].sha256:
            raise GiveAwayDamaged(why=CHANGED)
        whole = _others_are_whole(files, listed)
    # Whoever packed it by hand may have put in what must not travel.
    vision = shareable(unlinked(document.read(written, VISIONS)))
    return Brought(vision, () if whole else (Notice(OTHERS_CHANGED),))


def bring_back(store: VisionStore, content: bytes) -> Brought:
    """Keep the vision of a give-away zip; where it is here already it comes in beside it."""
    brought = read_given_away(content)
    return brought._replace(vision=keep_beside(store, brought.vision))


def _manifest(files: Opened) -> Mapping[str, _File]:
    if MANIFEST not in files.names:
        raise NotAGiveAway
    written = files.read(MANIFEST, _MOST_MANIFEST)
    try:
        found = _Manifest.model_validate_json(written)
    except ValidationError:
        if FORMAT.encode() not in written:
            raise NotAGiveAway from None
        raise GiveAwayDamaged(why=NO_MANIFEST) from None
    if found.version > VERSION:
        raise FileTooNew
    return found.files


def _others_are_whole(files: Opened, listed: Mapping[str, _File]) -> bool:
    if files.names != listed.keys() | {MANIFEST}:
        return False
    others = (name for name in listed if name != VISION)
    return all(files.fingerprint(name) == listed[name].sha256 for name in others)
