"""The files of the open-data package: references, manifest, JSON, and drawings as SVG."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from html import escape

import orjson

from path_planner.analysis.numbering import References, references
from path_planner.domain.base import sorted_records
from path_planner.domain.vision.sources import Drawing
from path_planner.domain.vision.vision import Vision
from path_planner.exports.zip_file import zip_bytes
from path_planner.formats.sketch_svg import sketch_svg

MORE_LETTERS = {
    "steering": "G",
    "unheard": "U",
    "drawings": "F",
    "votes": "V",
    "ballots": "B",
    "rounds": "R",
    "replies": "Y",
    "answers": "N",
    "readings": "M",
}
"""Reference letters of collections that the plan does not number."""


def names_of(vision: Vision) -> References:
    """Return the references of all records: F3 is the third drawing."""
    names = {
        (collection, record.id): f"{letter}{number}"
        for collection, letter in MORE_LETTERS.items()
        for number, record in enumerate(sorted_records(getattr(vision, collection)), 1)
    }
    return References({**references(vision).names, **names})


FORMAT = "path-planner/give-away"
VERSION = 1
MANIFEST = "manifest.json"
VISION = "vision.vision.json"


def zip_package(files: Mapping[str, bytes]) -> bytes:
    """Return a zip of files, with a manifest of their sizes and SHA-256 hashes."""
    return zip_bytes(sorted({**files, MANIFEST: manifest(files)}.items()))


def manifest(files: Mapping[str, bytes]) -> bytes:
    """Return the manifest as JSON."""
    listed = {
        name: {"bytes": len(files[name]), "sha256": sha256(files[name]).hexdigest()}
        for name in sorted(files)
    }
    return as_json({"format": FORMAT, "version": VERSION, "files": listed})


def as_json(value: object) -> bytes:
    """Return plain values as readable JSON."""
    return orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def picture_files(vision: Vision, names: References) -> Iterator[tuple[str, bytes]]:
    """Yield every drawing that people agreed to show, as SVG."""
    for drawing in sorted_records(vision.drawings):
        yield f"drawings/{names.of('drawings', drawing.id)}.svg", _described(drawing).encode()


def _described(drawing: Drawing) -> str:
    """Return a drawing as SVG with its alternative text."""
    svg = sketch_svg(drawing.strokes, drawing.width, drawing.height)
    if not drawing.words:
        return svg
    start, found, rest = svg.partition(">")
    return f'{start} role="img"{found}<title>{escape(drawing.words)}</title>{rest}'
