"""The door for zips: bytes from anywhere become files that are safe to read, or a plain refusal.

Nothing is ever unpacked onto the disk, and no file inside is opened as a zip again.
"""

import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from io import BytesIO
from struct import unpack_from
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from path_planner.errors import GiveAwayDamaged, GiveAwayTooLarge, NotAGiveAway
from path_planner.storage.facts import Fact
from path_planner.words import mark

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

CUT = Fact(mark("it is cut off or garbled"))
UNSAFE = Fact(mark("it holds files with names or kinds that no give-away has"))
LOCKED = Fact(mark("it is locked with a password"))
TWICE = Fact(mark("it holds two files with the same name"))

_TROUBLE = (
    BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, LookupError,
    OverflowError, NotImplementedError,
)  # fmt: skip
"""What reading a broken or hostile zip raises in Python."""


class Opened:
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
            raise GiveAwayTooLarge(limit=most // _MB)
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
            raise GiveAwayDamaged(why=CUT) from None


@contextmanager
def opened_zip(content: bytes) -> Iterator[Opened]:
    """Open a zip for as long as it is read."""
    _check_end(content)
    try:
        archive = ZipFile(BytesIO(content))
    except _TROUBLE:
        raise GiveAwayDamaged(why=CUT) from None
    with archive:
        yield Opened(archive, _checked(archive.infolist()))


def _check_end(content: bytes) -> None:
    """Refuse what is no zip, or one whose list alone would fill the memory."""
    if not content.startswith(b"PK"):
        raise NotAGiveAway
    if len(content) > MOST_PACKED:
        raise GiveAwayTooLarge(limit=MOST_PACKED // _MB)
    end = len(content) - _END_SIZE
    if not content.startswith(_END, max(end, 0)):
        raise GiveAwayDamaged(why=CUT)
    if content.startswith(_LARGE, max(end - _LARGE_SIZE, 0)):
        raise GiveAwayTooLarge(limit=MOST_PACKED // _MB)
    (size,) = unpack_from("<I", content, end + 12)
    if size > _MOST_LIST:
        raise GiveAwayTooLarge(limit=MOST_PACKED // _MB)


def _checked(members: list[ZipInfo]) -> dict[str, ZipInfo]:
    """Return the files by name; folders are nothing but names."""
    files = [member for member in members if not member.is_dir()]
    if len(files) > MOST_FILES or sum(one.file_size for one in files) > MOST_UNPACKED:
        raise GiveAwayTooLarge(limit=MOST_UNPACKED // _MB)
    found: dict[str, ZipInfo] = {}
    for member in files:
        _check_member(member)
        if member.filename in found:
            raise GiveAwayDamaged(why=TWICE)
        found[member.filename] = member
    return found


def _check_member(member: ZipInfo) -> None:
    if member.flag_bits & _LOCKED:
        raise GiveAwayDamaged(why=LOCKED)
    kind = stat.S_IFMT(member.external_attr >> 16)
    plain = kind in (0, stat.S_IFREG)
    packed = member.compress_type in (ZIP_STORED, ZIP_DEFLATED)
    if not (plain and packed and _is_safe(member.orig_filename)):
        raise GiveAwayDamaged(why=UNSAFE)


def _is_safe(name: str) -> bool:
    """Say whether a name stays within the zip on every machine, also when others unpack it."""
    parts = name.split("/")
    return name.isprintable() and not {"\\", ":"} & set(name) and not {"", ".", ".."} & set(parts)
