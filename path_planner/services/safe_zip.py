"""Validation of untrusted zips, of which each kind has its own limits and sentences.

Guards against zip bombs and path traversal: sizes, counts and names are checked before anything is
read. Nothing is unpacked onto the disk, and no file inside is opened as a zip again. A manifest in
the zip lists its files with their SHA-256.
"""

import stat
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from io import BytesIO
from struct import unpack_from
from typing import Annotated, NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from path_planner.errors import FileTooNew, PlannerError
from path_planner.i18n import N_
from path_planner.storage.notices import Message

_MB = 2**20
_MOST_DIRECTORY = 4 * _MB
"""The greatest size of the central directory; parsing it takes many times its size in memory."""

_END = b"PK\x05\x06"
_END_SIZE = 22
_ZIP64_LOCATOR = b"PK\x06\x07"
_LARGE_SIZE = 20
_ENCRYPTED_FLAG = 0x1
_CHUNK = _MB

CUT = Message(N_("it is cut off or scrambled"))
LOCKED = Message(N_("it is locked with a password"))
TWICE = Message(N_("it holds two files with the same name"))
NO_MANIFEST = Message(N_("its list of files cannot be read"))

_ZIP_ERRORS = (
    BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, LookupError,
    OverflowError, NotImplementedError,
)  # fmt: skip
"""The exceptions that Python raises for broken or hostile zips."""


class ZipRules(NamedTuple):
    """The errors and limits of one kind of zip."""

    foreign: type[PlannerError]
    """The file is no zip at all."""
    damaged: type[PlannerError]
    """Takes the reason as `why`."""
    too_large: type[PlannerError]
    """Takes the limit in MB as `limit`."""
    unsafe: Message
    """The reason why a name or a type of file is refused."""
    most_packed: int
    most_unpacked: int
    most_files: int
    most_manifest: int
    manifest: str
    """The name of the file that lists the others."""
    format: str
    """What the manifest says that the zip is."""
    version: int
    """The newest version of that format."""


class ListedFile(BaseModel):
    """A file of the zip as its manifest has it."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class _Manifest(BaseModel):
    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    format: str
    version: Annotated[int, Field(ge=1, strict=True)]
    files: Mapping[str, ListedFile]


class SafeZip:
    """A validated zip: its files have safe names and are within the size limits."""

    def __init__(self, archive: ZipFile, members: dict[str, ZipInfo], rules: ZipRules) -> None:
        self._archive = archive
        self._members = members
        self._rules = rules

    @property
    def names(self) -> frozenset[str]:
        """The names of the files."""
        return frozenset(self._members)

    def read(self, name: str, most: int) -> bytes:
        """Return the content of a file; raise the error for large ones above `most` bytes."""
        if self._members[name].file_size > most:
            raise self._rules.too_large(limit=most // _MB)
        return b"".join(self._chunks(name))

    def listed(self) -> Mapping[str, ListedFile]:
        """Return the files that the manifest lists; raise one of the errors, or FileTooNew."""
        rules = self._rules
        if rules.manifest not in self.names:
            raise rules.foreign
        content = self.read(rules.manifest, rules.most_manifest)
        try:
            manifest = _Manifest.model_validate_json(content)
        except ValidationError:
            manifest = None
        if manifest is None or manifest.format != rules.format:
            if rules.format.encode() not in content:
                raise rules.foreign
            raise rules.damaged(why=NO_MANIFEST)
        if len(manifest.files) > rules.most_files:
            raise rules.damaged(why=NO_MANIFEST)
        if manifest.version > rules.version:
            raise FileTooNew
        return manifest.files

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
            raise self._rules.damaged(why=CUT) from None


@contextmanager
def open_zip(content: bytes, rules: ZipRules) -> Iterator[SafeZip]:
    """Open and validate a zip; raise one of the errors of the rules."""
    _check_end(content, rules)
    try:
        archive = ZipFile(BytesIO(content))
    except _ZIP_ERRORS:
        raise rules.damaged(why=CUT) from None
    with archive:
        yield SafeZip(archive, _checked(archive.infolist(), rules), rules)


def _check_end(content: bytes, rules: ZipRules) -> None:
    """Check the end-of-central-directory record (APPNOTE 4.3.16) before zipfile reads the list."""
    if not content.startswith(b"PK"):
        raise rules.foreign
    if len(content) > rules.most_packed:
        raise rules.too_large(limit=rules.most_packed // _MB)
    end = len(content) - _END_SIZE
    if not content.startswith(_END, max(end, 0)):
        raise rules.damaged(why=CUT)
    if content.startswith(_ZIP64_LOCATOR, max(end - _LARGE_SIZE, 0)):
        raise rules.too_large(limit=rules.most_packed // _MB)
    (size,) = unpack_from("<I", content, end + 12)
    if size > _MOST_DIRECTORY:
        raise rules.too_large(limit=rules.most_packed // _MB)


def _checked(members: list[ZipInfo], rules: ZipRules) -> dict[str, ZipInfo]:
    """Return the validated files by name, without folders."""
    files = [member for member in members if not member.is_dir()]
    unpacked = sum(file.file_size for file in files)
    if len(files) > rules.most_files or unpacked > rules.most_unpacked:
        raise rules.too_large(limit=rules.most_unpacked // _MB)
    by_name: dict[str, ZipInfo] = {}
    for member in files:
        _check_member(member, rules)
        if member.filename in by_name:
            raise rules.damaged(why=TWICE)
        by_name[member.filename] = member
    return by_name


def _check_member(member: ZipInfo, rules: ZipRules) -> None:
    if member.flag_bits & _ENCRYPTED_FLAG:
        raise rules.damaged(why=LOCKED)
    kind = stat.S_IFMT(member.external_attr >> 16)
    is_regular = kind in (0, stat.S_IFREG)
    is_supported = member.compress_type in (ZIP_STORED, ZIP_DEFLATED)
    if not (is_regular and is_supported and _is_safe(member.orig_filename)):
        raise rules.damaged(why=rules.unsafe)


def _is_safe(name: str) -> bool:
    """Whether a name is a safe relative path on every system, also when others unpack it."""
    parts = name.split("/")
    return name.isprintable() and not {"\\", ":"} & set(name) and not {"", ".", ".."} & set(parts)
