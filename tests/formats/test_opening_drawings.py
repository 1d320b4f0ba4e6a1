"""Every kind of file that Excalidraw writes is opened; what is damaged or huge is said in words."""

import base64
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from path_planner.errors import (
    FileTooLarge,
    NoDrawingInside,
    NotAWall,
    PlannerError,
    TooManyRecords,
)
from path_planner.formats.excalidraw import opening
from path_planner.formats.excalidraw.import_ import read_wall
from path_planner.formats.excalidraw.opening import is_drawing, lz_unpacked, parse
from tests.formats.drawn_elsewhere import element
from tests.formats.test_wall_file import a_file, a_photo, a_place

SAMPLES = Path(__file__).parents[1] / "samples" / "excalidraw"
"""An ellipse and a word: pictures that Excalidraw 0.18 wrote, and a note as its plug-in writes."""
ELLIPSE, BOX = element("ellipse", "e"), element("rectangle", "b", x=900)
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg"><!-- payload-type:application/vnd.excalidraw+json -->'
    "<!-- payload-version:{version} --><!-- payload-start -->{payload}<!-- payload-end --></svg>"
)


def chunk(kind: bytes, body: bytes) -> bytes:
    """Return a chunk of a PNG."""
    return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")


def png(text: bytes, keyword: bytes = b"application/vnd.excalidraw+json") -> bytes:
    """Return what matters of a PNG with a text in it."""
    chunks = chunk(b"IHDR", bytes(13)) + chunk(b"tEXt", keyword + b"\0" + text)
    return b"\x89PNG\r\n\x1a\n" + chunks + chunk(b"IEND", b"")


def packed(scene: bytes, *, compressed: bool = True) -> str:
    """Return a scene as Excalidraw puts it into pictures: a string with a character for a byte."""
    body = zlib.compress(scene) if compressed else scene
    held = {"version": "1", "encoding": "bstring", "compressed": compressed}
    return orjson.dumps({**held, "encoded": body.decode("latin-1")}).decode()


def svg(payload: bytes, version: int = 2) -> bytes:
    """Return what matters of an SVG with a payload in it."""
    return SVG.format(version=version, payload=base64.b64encode(payload).decode()).encode()


def note(text: str, kind: str = "json") -> bytes:
    """Return a note of Obsidian."""
    return f"---\nexcalidraw-plugin: parsed\n---\n# Drawing\n```{kind}\n{text}\n```\n%%".encode()


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.iterdir()))
def test_the_files_of_excalidraw_itself_are_opened(name: str) -> None:
    rows = parse((SAMPLES / name).read_bytes()).elements
    assert [row["type"] for row in rows] == ["ellipse", "text"]
    assert rows[1]["text"] == "Pär 中"


SCENE = a_file(ELLIPSE, files={"f": {"dataURL": a_photo()}})
LATIN = packed(SCENE).encode("latin-1")


@pytest.mark.parametrize(
    "data",
    [
        SCENE,
        b"\xef\xbb\xbf" + SCENE,
        a_file(ELLIPSE, type="excalidraw/clipboard", files={"f": {"dataURL": a_photo()}}),
        png(LATIN),
        png(packed(SCENE, compressed=False).encode("latin-1")),
        png(SCENE),
        svg(LATIN),
        svg(packed(SCENE).encode(), version=1),
        b'<?xml version="1.0"?>\n' + svg(SCENE),
        note(SCENE.decode()),
        note(SCENE.decode()).replace(b"\n", b"\r\n"),
    ],
    ids=range(11),
)
def test_a_scene_is_found_in_every_kind_of_file(data: bytes) -> None:
    found = parse(data)
    assert [row["id"] for row in found.elements] == ["e"]
    assert found.files["f"]["dataURL"] == a_photo()


@pytest.mark.parametrize("version", [1, 2])
def test_the_items_of_a_library_stand_side_by_side(version: int) -> None:
    items: list[Any] = [[ELLIPSE], [BOX, {**BOX, "id": "c"}], [], "odd"]
    library: dict[str, Any] = {"type": "excalidrawlib", "version": version, "library": items}
    if version == 2:
        rows = [{"id": "i", "elements": item} for item in items]
        library = {"type": "excalidrawlib", "version": 2, "libraryItems": rows}
    data = orjson.dumps(library)
    ellipse, box, other = parse(data).elements
    assert (
        box["x"] >= ellipse["x"] + ellipse["width"] or box["y"] >= ellipse["y"] + ellipse["height"]
    )
    assert (box["x"], box["y"]) == (other["x"], other["y"])
    assert len(read_wall(data, a_place()).marks) == 3


@pytest.mark.parametrize(
    "data",
    [
        png(b"x", keyword=b"Comment"),
        b"\x89PNG\r\n\x1a\n",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"<svg><!-- payload-start -->",
        b"---\nexcalidraw-plugin: parsed\n---\n# Drawing\nnothing",
    ],
    ids=range(5),
)
def test_a_picture_without_a_drawing_inside_is_told_so(data: bytes) -> None:
    with pytest.raises(NoDrawingInside, match="Embed scene"):
        parse(data)


@pytest.mark.parametrize(
    "data",
    [
        b"{}",
        b"[]",
        a_file(ELLIPSE, type="something"),
        png(b"{"),
        png(b'{"encoded": "abc", "compressed": true}'),
        png('{"encoded": "中"}'.encode()),
        svg(b"\xff", version=1),
        svg(b"{}").replace(b"payload-start -->", b"payload-start -->!"),
        note("N4Ig", "compressed-json"),
        note("!", "compressed-json"),
        note("{"),
    ],
    ids=range(11),
)
def test_what_is_damaged_is_refused(data: bytes) -> None:
    with pytest.raises(NotAWall):
        parse(data)


def test_what_would_unpack_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_BYTES", 5_000)
    bomb = zlib.compress(b"[" + b" " * 10_000).decode("latin-1")
    text = orjson.dumps({"encoded": bomb, "compressed": True}).decode().encode("latin-1")
    assert len(text) < 1_000
    with pytest.raises(FileTooLarge):
        parse(png(text))
    with pytest.raises(FileTooLarge):
        lz_unpacked(SPACES)
    monkeypatch.setattr(opening, "MOST_POINTS_IN_A_FILE", 3)
    with pytest.raises(TooManyRecords):
        parse(png(b"[[[[[]]]]]"))


SPACES = (
    b"AQ18ZXTt/DFOS1b0c17Pd/wYUcSaWeRZVdTbXfQ408y62+x519z73/wMFDhI0WPETJU6TNlz5CxUuUrV"
    b"a9Rs1btO3Xv0HDR4ydNnzFy1es3bd+w8dPnL12/cfPX7z99//AYFBwSGhYeERkVHRMbFxIUA"
)
"""Ten thousand spaces, packed."""


@given(st.binary(max_size=400))
def test_no_bytes_make_anything_but_a_sentence(data: bytes) -> None:
    for kind in (data, png(data), svg(data), svg(data, 1), note(data.decode("latin-1"))):
        with suppress(PlannerError):
            parse(kind)
    with suppress(PlannerError):
        lz_unpacked(base64.b64encode(data))


def test_a_drawing_is_known_from_its_beginning() -> None:
    assert all(map(is_drawing, (SCENE, png(LATIN), svg(LATIN), note(SCENE.decode()))))
    assert not any(map(is_drawing, (b"", b"{}", b'{"format": "path"}', a_photo().encode())))
