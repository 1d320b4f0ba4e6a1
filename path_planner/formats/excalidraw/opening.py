"""Open every kind of file that Excalidraw and its plug-in for Obsidian write, and find the scene.

The scene is JSON. It lies bare in `.excalidraw` files and on the clipboard, in a chunk of text of
a PNG, in a comment of an SVG, in a code block of a note of Obsidian, and in pieces in a library.
Sizes are bounded before anything is unpacked: a few kilobytes can stand for gigabytes.
"""

import re
import zlib
from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

import orjson

from path_planner.errors import FileTooLarge, NoDrawingInside, NotAWall, TooManyRecords
from path_planner.formats.excalidraw.validation import is_number, table, words_of
from path_planner.storage.limits import MOST_BYTES

MOST_ELEMENTS = 20_000
MOST_POINTS_IN_A_FILE = 500_000
"""A point is a pair of brackets; they are counted before anything is parsed."""
_MOST_COMMAS = 6 * MOST_POINTS_IN_A_FILE
_KINDS = frozenset({"excalidraw", "excalidraw/clipboard", "excalidraw-api/clipboard"})
_LIBRARY = "excalidrawlib"
_GAP = 60.0
"""The distance of the items of a library, which all lie over each other in their file."""

Element = Mapping[str, Any]


class ParsedFile(NamedTuple):
    """A parsed file: its elements in z-order, and its image files."""

    elements: tuple[Element, ...]
    files: Mapping[str, Any]


def parse(data: bytes) -> ParsedFile:
    """Parse a file; raise NotAWall, NoDrawingInside, FileTooLarge or TooManyRecords."""
    if len(data) > MOST_BYTES:
        raise FileTooLarge(limit=MOST_BYTES // 2**20)
    document = _document(_scene_in(data))
    if document.get("type") == _LIBRARY:
        return _checked(tuple(_side_by_side(list(_items(document)))), {})
    rows = document.get("elements")
    if document.get("type") not in _KINDS or not isinstance(rows, list):
        raise NotAWall
    return _checked(tuple(_alive(rows)), table(document.get("files")))


def is_drawing(data: bytes) -> bool:
    """Whether a file begins like one of Excalidraw's own kinds; it may still be damaged."""
    head = data[:4096]
    return _KEYWORD in data or b"excalidraw-plugin" in head or b'"excalidraw' in head


def _checked(elements: tuple[Element, ...], files: Mapping[str, Any]) -> ParsedFile:
    if len(elements) > MOST_ELEMENTS:
        raise TooManyRecords(limit=MOST_ELEMENTS, what="marks")
    return ParsedFile(elements, files)


def _document(scene: bytes) -> Mapping[str, Any]:
    if len(scene) > MOST_BYTES:
        raise FileTooLarge(limit=MOST_BYTES // 2**20)
    brackets, commas = scene.count(b"[") + scene.count(b"{"), scene.count(b",")
    if brackets > MOST_POINTS_IN_A_FILE or commas > _MOST_COMMAS:
        raise TooManyRecords(limit=MOST_POINTS_IN_A_FILE, what="points")
    try:
        return table(orjson.loads(scene.removeprefix(b"\xef\xbb\xbf")))
    except orjson.JSONDecodeError:
        raise NotAWall from None


def _alive(rows: Sequence[Any]) -> Iterator[Element]:
    return (row for row in rows if isinstance(row, Mapping) and row.get("isDeleted") is not True)


def _items(library: Mapping[str, Any]) -> Iterator[list[Element]]:
    """Yield the elements of each item of a library, of both versions of such files."""
    new, old = library.get("libraryItems"), library.get("library")
    for item in new if isinstance(new, list) else old if isinstance(old, list) else []:
        rows = item if isinstance(item, list) else table(item).get("elements")
        if isinstance(rows, list) and (found := list(_alive(rows))):
            yield found


def _side_by_side(items: list[list[Element]]) -> Iterator[Element]:
    """Yield the elements of all items, moved into rows that together are about square."""
    boxes = [_box(item) for item in items]
    room = sum((right - left + _GAP) * (low - top + _GAP) for left, top, right, low in boxes) ** 0.5
    x = y = row_height = 0.0
    for item, (left, top, right, low) in zip(items, boxes, strict=True):
        if x and x + right - left > room:
            x, y, row_height = 0.0, y + row_height + _GAP, 0.0
        for element in item:
            yield _shifted(element, x - left, y - top)
        x, row_height = x + right - left + _GAP, max(row_height, low - top)


def _box(item: Sequence[Element]) -> tuple[float, float, float, float]:
    """Return left, top, right and lower edge of the elements that have a place."""
    places = [
        tuple(float(row.get(name, 0)) for name in ("x", "y", "width", "height"))
        for row in item
        if all(is_number(row.get(name, 0)) for name in ("x", "y", "width", "height"))
    ]
    if not places:
        return (0.0, 0.0, 0.0, 0.0)
    return (
        min(x for x, _, _, _ in places),
        min(y for _, y, _, _ in places),
        max(x + width for x, _, width, _ in places),
        max(y + height for _, y, _, height in places),
    )


def _shifted(row: Element, across: float, down: float) -> Element:
    x: Any = row.get("x")
    y: Any = row.get("y")
    if not is_number(x) or not is_number(y):
        return row
    return {**row, "x": x + across, "y": y + down}


_PNG = b"\x89PNG\r\n\x1a\n"
_KEYWORD = b"application/vnd.excalidraw+json"
_SVG_STARTS = (b"<?xml", b"<!--", b"<svg", b"<!DOCTYPE svg")
_SVG_SCENE = b"<!-- payload-start -->", b"<!-- payload-end -->"
_OLD_SVG = b"<!-- payload-version:1 -->"
_NOTE = re.compile(rb"```(compressed-json|json)\s*\n(.*?)```", re.DOTALL)
_NOTE_SIGNS = (b"excalidraw-plugin", b"# Drawing", b"```compressed-json")


def _scene_in(data: bytes) -> bytes:
    """Return the JSON of the scene inside a file of any kind."""
    if data.startswith(_PNG):
        return _unpacked(_text_in_png(data).decode("latin-1"))
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(_SVG_STARTS):
        return _unpacked(_text_in_svg(data))
    if not start.startswith((b"{", b"[")) and any(sign in data for sign in _NOTE_SIGNS):
        return _scene_in_note(data)
    return data


def _text_in_png(data: bytes) -> bytes:
    """Return the text that Excalidraw puts into its PNG files (a tEXt chunk, ISO/IEC 15948)."""
    at = len(_PNG)
    while at + 12 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        keyword, _, text = data[at + 8 : at + 8 + length].partition(b"\0")
        if kind == b"tEXt" and keyword == _KEYWORD:
            return text
        at += 12 + length
    raise NoDrawingInside


def _text_in_svg(data: bytes) -> str:
    """Return the text that Excalidraw puts into a comment of its SVG files."""
    begin, end = _SVG_SCENE
    _, found, rest = data.partition(begin)
    if not found or end not in rest:
        raise NoDrawingInside
    try:
        text = b64decode(b"".join(rest.partition(end)[0].split()), validate=True)
        return text.decode("utf-8" if _OLD_SVG in data else "latin-1")
    except (NotBase64, UnicodeDecodeError):
        raise NotAWall from None


def _unpacked(text: str) -> bytes:
    """Return the scene of a picture: bare, or compressed to a string of bytes inside JSON."""
    try:
        held = table(orjson.loads(text.encode()))
        if "encoded" not in held:
            return text.encode()
        body = words_of(held["encoded"]).encode("latin-1")
        return _inflated(body) if held.get("compressed") else body
    except (orjson.JSONDecodeError, UnicodeEncodeError, zlib.error):
        raise NotAWall from None


def _inflated(body: bytes) -> bytes:
    unpacked = zlib.decompressobj().decompress(body, MOST_BYTES + 1)
    if len(unpacked) > MOST_BYTES:
        raise FileTooLarge(limit=MOST_BYTES // 2**20)
    return unpacked


def _scene_in_note(data: bytes) -> bytes:
    """Return the scene in the last block of code of a note of Obsidian."""
    blocks = _NOTE.findall(data)
    if not blocks:
        raise NoDrawingInside
    kind, text = blocks[-1]
    return text if kind == b"json" else lz_unpacked(text)


_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_BITS = {letter: f"{value:06b}" for value, letter in enumerate(_ALPHABET)} | {ord("="): "000000"}
_MOST_PACKED = 2**24
_SHORT, _LONG, _END = 0, 1, 2
"""The codes for a new character of 8 or of 16 bits, and for the end."""


def lz_unpacked(text: bytes) -> bytes:
    """Return the UTF-8 of a string that lz-string 1.5 packed (`compressToBase64`).

    The algorithm is LZ78: each code names a phrase of the dictionary, which grows by the phrase
    before and the first character of this one; codes get a bit longer whenever it is full.
    """
    if len(text) > _MOST_PACKED:
        raise FileTooLarge(limit=_MOST_PACKED // 2**20)
    try:
        bits = iter("".join(_BITS[letter] for letter in b"".join(text.split())))
        characters = "".join(_phrases(lambda count: _number(bits, count)))
        return characters.encode("utf-16", "surrogatepass").decode("utf-16").encode()
    except (KeyError, UnicodeError, ValueError):
        raise NotAWall from None


def _number(bits: Iterator[str], count: int) -> int:
    """Return the number in the next bits, the lowest first; raise ValueError at the end."""
    taken = "".join(islice(bits, count))
    return int(taken[::-1], 2) if len(taken) == count else int("")


def _phrases(take: Callable[[int], int]) -> Iterator[str]:
    phrases = ["", "", ""]
    room, width, written = 1, 2, 0
    before = ""
    while (code := take(width)) != _END:
        if code in {_SHORT, _LONG}:
            phrases.append(chr(take(8 if code == _SHORT else 16)))
            code = len(phrases) - 1
            room, width = _grown(room, width)
        if code > len(phrases) or (not before and code != len(phrases) - 1):
            raise NotAWall
        phrase = phrases[code] if code < len(phrases) else before + before[0]
        written += len(phrase)
        if written > MOST_BYTES:
            raise FileTooLarge(limit=MOST_BYTES // 2**20)
        yield phrase
        if before:
            phrases.append(before + phrase[0])
            room, width = _grown(room, width)
        before = phrase


def _grown(room: int, width: int) -> tuple[int, int]:
    """Return the room that is left in the dictionary, and how long codes are then."""
    return (room - 1, width) if room > 1 else (2**width, width + 1)
