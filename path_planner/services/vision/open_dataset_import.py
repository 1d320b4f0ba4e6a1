"""The door for zips: bytes from anywhere become files that are safe to read, or a plain refusal.

Nothing is ever unpacked onto the disk, and no file inside is opened as a zip again.
"""

import stat
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from io import BytesIO
from struct import unpack_from
from typing import Annotated, Literal, NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from path_planner.analysis.publishable import publishable
from path_planner.analysis.reidentification import without_reidentifiable
from path_planner.domain.vision.vision import Vision
from path_planner.errors import (
    FileTooNew,
    NotAnOpenDataPackage,
    OpenDataPackageDamaged,
    OpenDataPackageTooLarge,
)
from path_planner.exports.vision.open_dataset.package import FORMAT, MANIFEST, VERSION, VISION
from path_planner.i18n import N_
from path_planner.services.context import import_as_copy
from path_planner.storage import serializer
from path_planner.storage.notices import Message, Notice
from path_planner.storage.protocol import VisionStore
from path_planner.storage.vision_type import VISIONS

_MB = 2**20
MOST_PACKED = 256 * _MB
MOST_UNPACKED = 1024 * _MB
MOST_FILES = 20_000
_MOST_LIST = 4 * _MB
"""Bytes of the list of files at the end of a zip; reading it costs memory many times over."""

_END = b"PK\x05\x06"
_END_SIZE = 22
_LARGE = b"PK\x06\x07"
_LARGE_SIZE = 20
_LOCKED = 0x1
_A_PIECE = _MB

CUT = Message(N_("it is cut off or scrambled"))
UNSAFE = Message(N_("it has files with names or types that do not belong in a give-away"))
LOCKED = Message(N_("it is locked with a password"))
TWICE = Message(N_("it holds two files with the same name"))

_TROUBLE = (
    BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, LookupError,
    OverflowError, NotImplementedError,
)  # fmt: skip
"""What reading a broken or hostile zip raises in Python."""


class SafeZip:
    """A zip whose files all have safe names and are not too large together."""

    def __init__(self, archive: ZipFile, members: dict[str, ZipInfo]) -> None:
        self._archive = archive
        self._members = members

    @property
    def names(self) -> frozenset[str]:
        """Return the names of the files."""
        return frozenset(self._members)

    def read(self, name: str, most: int) -> bytes:
        """Return a file, but never more of it than it can be."""
        if self._members[name].file_size > most:
            raise OpenDataPackageTooLarge(limit=most // _MB)
        return b"".join(self._pieces(name))

    def fingerprint(self, name: str) -> str:
        """Return the SHA-256 of a file without holding it whole."""
        found = sha256()
        for piece in self._pieces(name):
            found.update(piece)
        return found.hexdigest()

    def _pieces(self, name: str) -> Iterator[bytes]:
        try:
            with self._archive.open(self._members[name]) as file:
                # A member never gives more than the size it tells, and that was checked.
                while piece := file.read(_A_PIECE):
                    yield piece
        except _TROUBLE:
            raise OpenDataPackageDamaged(why=CUT) from None


@contextmanager
def open_zip(content: bytes) -> Iterator[SafeZip]:
    """Open a zip for as long as it is read."""
    _check_end(content)
    try:
        archive = ZipFile(BytesIO(content))
    except _TROUBLE:
        raise OpenDataPackageDamaged(why=CUT) from None
    with archive:
        yield SafeZip(archive, _checked(archive.infolist()))


def _check_end(content: bytes) -> None:
    """Refuse what is no zip, or one whose list alone would fill the memory."""
    if not content.startswith(b"PK"):
        raise NotAnOpenDataPackage
    if len(content) > MOST_PACKED:
        raise OpenDataPackageTooLarge(limit=MOST_PACKED // _MB)
    end = len(content) - _END_SIZE
    if not content.startswith(_END, max(end, 0)):
        raise OpenDataPackageDamaged(why=CUT)
    if content.startswith(_LARGE, max(end - _LARGE_SIZE, 0)):
        raise OpenDataPackageTooLarge(limit=MOST_PACKED // _MB)
    (size,) = unpack_from("<I", content, end + 12)
    if size > _MOST_LIST:
        raise OpenDataPackageTooLarge(limit=MOST_PACKED // _MB)


def _checked(members: list[ZipInfo]) -> dict[str, ZipInfo]:
    """Return the files by name; folders are nothing but names."""
    files = [member for member in members if not member.is_dir()]
    if len(files) > MOST_FILES or sum(one.file_size for one in files) > MOST_UNPACKED:
        raise OpenDataPackageTooLarge(limit=MOST_UNPACKED // _MB)
    found: dict[str, ZipInfo] = {}
    for member in files:
        _check_member(member)
        if member.filename in found:
            raise OpenDataPackageDamaged(why=TWICE)
        found[member.filename] = member
    return found


def _check_member(member: ZipInfo) -> None:
    if member.flag_bits & _LOCKED:
        raise OpenDataPackageDamaged(why=LOCKED)
    kind = stat.S_IFMT(member.external_attr >> 16)
    plain = kind in (0, stat.S_IFREG)
    packed = member.compress_type in (ZIP_STORED, ZIP_DEFLATED)
    if not (plain and packed and _is_safe(member.orig_filename)):
        raise OpenDataPackageDamaged(why=UNSAFE)


def _is_safe(name: str) -> bool:
    """Say whether a name stays within the zip on every machine, also when others unpack it."""
    parts = name.split("/")
    return name.isprintable() and not {"\\", ":"} & set(name) and not {"", ".", ".."} & set(parts)


MOST_MANIFEST = 8 * 2**20

NO_MANIFEST = Message(N_("its list of files cannot be read"))
NO_VISION = Message(N_("the vision is missing"))
CHANGED = Message(N_("the vision is not the one that was packed"))

OTHERS_CHANGED = N_(
    "Some files with the vision are missing, new or changed since they "
    "were given away. They were left out. The vision itself is complete."
)


class ImportedVision(NamedTuple):
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


def is_open_data_package(content: bytes) -> bool:
    """Say whether a file is a zip, and so can only be a give-away."""
    return content.startswith(b"PK")


def read_open_data_package(content: bytes) -> ImportedVision:
    """Return the vision in a give-away zip, or raise plainly why there is none."""
    with open_zip(content) as files:
        listed = _manifest(files)
        if VISION not in files.names:
            raise OpenDataPackageDamaged(why=NO_VISION)
        written = files.read(VISION, serializer.MOST_BYTES)
        if VISION not in listed or sha256(written).hexdigest() != listed[VISION].sha256:
            raise OpenDataPackageDamaged(why=CHANGED)
        whole = _others_are_whole(files, listed)
    # Whoever packed it by hand may have put in what must not travel.
    vision = publishable(without_reidentifiable(serializer.read(written, VISIONS)))
    return ImportedVision(vision, () if whole else (Notice(OTHERS_CHANGED),))


def import_open_data(store: VisionStore, content: bytes) -> ImportedVision:
    """Keep the vision of a give-away zip; where it is here already it comes in beside it."""
    brought = read_open_data_package(content)
    return brought._replace(vision=import_as_copy(store, brought.vision))


def _manifest(files: SafeZip) -> Mapping[str, _File]:
    if MANIFEST not in files.names:
        raise NotAnOpenDataPackage
    written = files.read(MANIFEST, MOST_MANIFEST)
    try:
        found = _Manifest.model_validate_json(written)
    except ValidationError:
        if FORMAT.encode() not in written:
            raise NotAnOpenDataPackage from None
        raise OpenDataPackageDamaged(why=NO_MANIFEST) from None
    if found.version > VERSION:
        raise FileTooNew
    return found.files


def _others_are_whole(files: SafeZip, listed: Mapping[str, _File]) -> bool:
    if files.names != listed.keys() | {MANIFEST}:
        return False
    others = (name for name in listed if name != VISION)
    return all(files.fingerprint(name) == listed[name].sha256 for name in others)
