"""Packing: files into one zip, the same bytes from the same files, with a list of what is in it."""

from collections.abc import Mapping
from hashlib import sha256

import orjson

from path_planner.exports.zipped import zipped

FORMAT = "path-planner/give-away"
VERSION = 1
MANIFEST = "manifest.json"
VISION = "vision.vision.json"


def packed(files: Mapping[str, bytes]) -> bytes:
    """Pack files, with a manifest of their sizes and fingerprints."""
    return zipped(sorted({**files, MANIFEST: manifest(files)}.items()))


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
