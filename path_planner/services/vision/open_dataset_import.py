"""Import of open-data zips: validation of untrusted archives, and of the vision inside.

Guards against zip bombs and path traversal: sizes, counts and names are checked before anything is
read. Nothing is unpacked onto the disk, and no file inside is opened as a zip again.
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
_MOST_DIRECTORY = 4 * _MB
"""The greatest size of the central directory; parsing it takes many times its size in memory."""

_END = b"PK\x05\x06"
_END_SIZE = 22
_ZIP64_LOCATOR = b"PK\x06\x07"
_LARGE_SIZE = 20
_ENCRYPTED_FLAG = 0x1
_CHUNK = _MB

CUT = Message(N_("it is cut off or scrambled"))
UNSAFE = Message(N_("it has files with names or types that do not belong in a give-away"))
LOCKED = Message(N_("it is locked with a password"))
TWICE = Message(N_("it holds two files with the same name"))

_ZIP_ERRORS = (
    BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, LookupError,
    OverflowError, NotImplementedError,
)  # fmt: skip
"""The exceptions that Python raises for broken or hostile zips."""


class SafeZip:
    """A validated zip: its files have safe names and are within the size limits."""

    def __init__(self, archive: ZipFile, members: dict[str, ZipInfo]) -> None:
        self._archive = archive
        self._members = members

    @property
    def names(self) -> frozenset[str]:
        """The names of the files."""
        return frozenset(self._members)

    def read(self, name: str, most: int) -> bytes:
        """Return the content of a file; raise OpenDataPackageTooLarge above `most` bytes."""
        if self._members[name].file_size > most:
            raise OpenDataPackageTooLarge(limit=most // _MB)
        return b"".join(self._chunks(name))

    def fingerprint(self, name: str) -> str:
        """Return the SHA-256 of a file, read in chunks."""
        digest = sha256()
        for chunk in self._chunks(name):
            digest.update(chunk)
        return digest.hexdigest()

    def _chunks(self, name: str) -> Iterator[bytes]:
        try:
            with self._archive.open(self._members[name]) as file:
                # zipfile never yields more than the declared size, which was checked.
                while chunk := file.read(_CHUNK):
                    yield chunk
        except _ZIP_ERRORS:
            raise OpenDataPackageDamaged(why=CUT) from None


@contextmanager
def open_zip(content: bytes) -> Iterator[SafeZip]:
    """Open and validate a zip.

    Raises NotAnOpenDataPackage, OpenDataPackageDamaged or OpenDataPackageTooLarge.
    """
    _check_end(content)
    try:
        archive = ZipFile(BytesIO(content))
    except _ZIP_ERRORS:
        raise OpenDataPackageDamaged(why=CUT) from None
    with archive:
        yield SafeZip(archive, _checked(archive.infolist()))


def _check_end(content: bytes) -> None:
    """Check the end-of-central-directory record (APPNOTE 4.3.16) before zipfile reads the list."""
    if not content.startswith(b"PK"):
        raise NotAnOpenDataPackage
    if len(content) > MOST_PACKED:
        raise OpenDataPackageTooLarge(limit=MOST_PACKED // _MB)
    end = len(content) - _END_SIZE
    if not content.startswith(_END, max(end, 0)):
        raise OpenDataPackageDamaged(why=CUT)
    if content.startswith(_ZIP64_LOCATOR, max(end - _LARGE_SIZE, 0)):
        raise OpenDataPackageTooLarge(limit=MOST_PACKED // _MB)
    (size,) = unpack_from("<I", content, end + 12)
    if size > _MOST_DIRECTORY:
        raise OpenDataPackageTooLarge(limit=MOST_PACKED // _MB)


def _checked(members: list[ZipInfo]) -> dict[str, ZipInfo]:
    """Return the validated files by name, without folders."""
    files = [member for member in members if not member.is_dir()]
    if len(files) > MOST_FILES or sum(file.file_size for file in files) > MOST_UNPACKED:
        raise OpenDataPackageTooLarge(limit=MOST_UNPACKED // _MB)
    by_name: dict[str, ZipInfo] = {}
    for member in files:
        _check_member(member)
        if member.filename in by_name:
            raise OpenDataPackageDamaged(why=TWICE)
        by_name[member.filename] = member
    return by_name


def _check_member(member: ZipInfo) -> None:
    if member.flag_bits & _ENCRYPTED_FLAG:
        raise OpenDataPackageDamaged(why=LOCKED)
    kind = stat.S_IFMT(member.external_attr >> 16)
    is_regular = kind in (0, stat.S_IFREG)
    is_supported = member.compress_type in (ZIP_STORED, ZIP_DEFLATED)
    if not (is_regular and is_supported and _is_safe(member.orig_filename)):
        raise OpenDataPackageDamaged(why=UNSAFE)


def _is_safe(name: str) -> bool:
    """Whether a name is a safe relative path on every system, also when others unpack it."""
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
    """A vision from an open-data zip, and notices about the other files in it."""

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
    """Whether a file is a zip, and so can only be an open-data package."""
    return content.startswith(b"PK")


def read_open_data_package(content: bytes) -> ImportedVision:
    """Return the vision in an open-data zip; raise a PlannerError if it is not valid."""
    with open_zip(content) as files:
        listed = _manifest(files)
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


def _manifest(files: SafeZip) -> Mapping[str, _File]:
    if MANIFEST not in files.names:
        raise NotAnOpenDataPackage
    content = files.read(MANIFEST, MOST_MANIFEST)
    try:
        manifest = _Manifest.model_validate_json(content)
    except ValidationError:
        if FORMAT.encode() not in content:
            raise NotAnOpenDataPackage from None
        raise OpenDataPackageDamaged(why=NO_MANIFEST) from None
    if manifest.version > VERSION:
        raise FileTooNew
    return manifest.files


def _others_are_unchanged(files: SafeZip, listed: Mapping[str, _File]) -> bool:
    if files.names != listed.keys() | {MANIFEST}:
        return False
    others = (name for name in listed if name != VISION)
    return all(files.fingerprint(name) == listed[name].sha256 for name in others)
