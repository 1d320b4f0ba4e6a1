"""Deterministic zips: without timestamps and system attributes."""

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# The earliest date that a zip can have.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_PLAIN_FILE = 0o100644 << 16


def zip_bytes(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a zip of files in the given order; the same files give the same bytes."""
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in files:
            member = ZipInfo(name, _NO_TIME)
            member.create_system = _UNIX
            member.external_attr = _PLAIN_FILE
            member.compress_type = ZIP_DEFLATED
            archive.writestr(member, content)
    return written.getvalue()
