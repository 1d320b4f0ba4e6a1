"""Packing: files into one zip, the same bytes from the same files, with a list of what is in it."""

from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import orjson

FORMAT = "path-planner/give-away"
VERSION = 1
MANIFEST = "manifest.json"
VISION = "vision.vision.json"

# The earliest day that a zip can tell: when and where it was packed is nobody's business.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_PLAIN_FILE = 0o100644 << 16


def packed(files: Mapping[str, bytes]) -> bytes:
    """Pack files, with a manifest of their sizes and fingerprints."""
    whole = {**files, MANIFEST: manifest(files)}
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(whole):
            member = ZipInfo(name, _NO_TIME)
            member.create_system = _UNIX
            member.external_attr = _PLAIN_FILE
            member.compress_type = ZIP_DEFLATED
            archive.writestr(member, whole[name])
    return written.getvalue()


def manifest(files: Mapping[str, bytes]) -> bytes:
    """Return the list of files as JSON."""
    listed = {
        name: {"bytes": len(files[name]), "sha256": sha256(files[name]).hexdigest()}
        for name in sorted(files)
    }
    return as_json({"format": FORMAT, "version": VERSION, "files": listed})


def as_json(value: object) -> bytes:
    """Write plain values as readable JSON."""
    return orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
