"""Files that are not plans, broken plans, and plans made to do harm: none of them is let in."""

import zlib
from collections.abc import Callable
from typing import Any

import orjson

from path_planner.storage import serializer
from tests.domain.builders import a_session

Raw = dict[str, Any]

GOOD = serializer.write(a_session())


def raw(**changes: Any) -> Raw:
    """Return a good document as a dictionary, with these changes."""
    return {**orjson.loads(GOOD), **changes}


def _file(**changes: Any) -> bytes:
    return orjson.dumps(raw(**changes))


def _voice(**changes: Any) -> bytes:
    return _file(voices=[{"id": "v1", "stage": "dream", "text": "Bees", **changes}])


def _stroke(**changes: Any) -> bytes:
    stroke = {"id": "k9", "kind": "stroke", "stage": "now", "sketch": "s1", "points": [1, 2, 3, 4]}
    return _file(marks=[{**stroke, **changes}])


def _mark(kind: str, **changes: Any) -> bytes:
    mark = {"id": "k9", "kind": kind, "stage": "now", "x": 1, "y": 2, "width": 3, "height": 4}
    return _file(marks=[{**mark, **changes}])


def _picture(**changes: Any) -> bytes:
    picture = {"id": "i1", "encoding": "image/jpeg", "width": 4, "height": 3, "base64": "/9j/"}
    return _file(pictures=[{**picture, **changes}])


def _nested(levels: int) -> Raw:
    foreign: Raw = {"end": 1}
    for _ in range(levels):
        foreign = {"in": foreign}
    return foreign


def _without(key: str) -> bytes:
    return orjson.dumps({name: value for name, value in raw().items() if name != key})


def _with(old: bytes, new: bytes) -> bytes:
    assert GOOD.count(old) >= 1, old
    return GOOD.replace(old, new, 1)


def _deep(levels: int) -> bytes:
    return _with(b'"consent":', b'"deep": ' + b"[" * levels + b"]" * levels + b',\n"consent":')


NOT_A_PLAN: dict[str, bytes] = {
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "a packed file": zlib.compress(GOOD),
    "a zip": b"PK\x03\x04" + b"\0" * 60,
    "a letter": b"Dear Robin, see you on Sunday.",
    "a web page": b"<!doctype html><script>alert(1)</script>",
    "a number": b"42",
    "a list": b'[{"format": "something"}]',
    "a word": b'"word"',
    "null": b"null",
    "an empty object": b"{}",
    "another format": _file(format="path-planner/vision"),
    "a format that is no text": _file(format=["path-planner/session"]),
    "no format": _without("format"),
    "utf-16": GOOD.decode().encode("utf-16"),
    "utf-32": GOOD.decode().encode("utf-32"),
    "a bomb of brackets": b"[" * 300_000 + b"]" * 300_000,
    "deeper than the parser goes": b'{"a":' * 2_000 + b"1" + b"}" * 2_000,
    "fields of a pickle": b"\x80\x04\x95\x10\x00\x00\x00\x00\x00\x00\x00\x8c\x05posix\x94",
}

BROKEN: dict[str, bytes] = {
    "empty": b"",
    "only blanks": b" \n\t ",
    "only zeros": b"\0" * 4096,
    "cut in half": GOOD[: len(GOOD) // 2],
    "one letter short": GOOD.rstrip()[:-1],
    "with zeros at the end": GOOD + b"\0" * 512,
    "twice in one": GOOD + GOOD,
    "a comment in it": _with(b'"consent":', b'// mine\n"consent":'),
    "a comma too many": _with(b'"marks": [\n', b'"marks": [,\n'),
    "latin-1": _with("’".encode(), b"\x92"),
    "half a letter": _with("Robin’s".encode(), b"Robin\\ud83d"),
    "half a letter the other way": _with("Robin’s".encode(), b"\\udc00Robin"),
    "a raw control character": _with("Robin’s".encode(), b"Robin\x01"),
    "a raw half letter": _with("’".encode(), b"\xed\xa0\x80"),
    "not a number": _with(b'"minutes":90', b'"minutes":NaN'),
    "infinity": _with(b'"order":0.0', b'"order":Infinity'),
    "a number beyond all": _with(b'"order":0.0', b'"order":1e999'),
    "a number below all": _with(b'"order":0.0', b'"order":-1e999'),
    "a point that is no number": _stroke(points=[1, None]),
    "the same key twice": _with(b'"consent":', b'"consent": {},\n"consent":'),
    "the same key twice in a record": _with(b'"id":"v1"', b'"id":"v1","id":"v1"'),
    "the same key twice, once disguised": _with(b'"id":"v1"', b'"id":"v1","\\u0069d":"v1"'),
    "no version": _without("version"),
    "a version that is text": _file(version="1"),
    "a version that is yes": _file(version=True),
    "version zero": _file(version=0),
    "a version below zero": _file(version=-1),
    "a version and a half": _file(version=1.5),
    "no id": _without("id"),
    "an id that climbs": _file(id="../../etc/passwd"),
    "an id with a drive": _file(id="C:\\plans"),
    "an id that is a device": _file(id="CON"),
    "an id with a zero": _file(id="abc\0def"),
    "an id of 300 letters": _file(id="a" * 300),
    "an id in capitals": _file(id="K7F3Q2"),
    "an id that ends in a line": _file(id="k7f3q2\n"),
    "an id that is a number": _file(id=123456),
    "a revision below zero": _file(revision=-1),
    "a revision that is text": _file(revision="many"),
    "a revision beyond all": _with(b'"revision": 0', b'"revision": 1' + b"0" * 400),
    "no begin": _without("begun"),
    "a begin without a zone": _file(begun="2026-11-22T12:00:00"),
    "a begin that is a word": _file(begun="yesterday"),
    "about is a list": _file(about=[]),
    "about is null": _file(about=None),
    "voices is an object": _file(voices={}),
    "voices is null": _file(voices=None),
    "a voice is a word": _file(voices=["v1"]),
    "a voice is a list": _file(voices=[[]]),
    "a voice without an id": _file(voices=[{"stage": "dream", "text": "Bees"}]),
    "a voice with an id that climbs": _voice(id="../v1"),
    "two voices with one id": _file(voices=[raw()["voices"][0]] * 2),
    "a voice that is too long": _voice(text="x" * 10_001),
    "a voice whose text is an object": _voice(text={"toString": "x"}),
    "a share level that is none": _voice(share="everyone"),
    "a time of 25 hours": _voice(at="2026-11-22T25:00:00Z"),
    "too many of one thing": _file(agreement=[{"id": f"p{n}", "text": ""} for n in range(501)]),
    "a mark of no kind": _file(marks=[{"id": "m1", "stage": "now"}]),
    "a mark of another kind": _stroke(kind="script"),
    "a stroke without points": _stroke(points=[]),
    "a stroke with half a point": _stroke(points=[1, 2, 3]),
    "a stroke of too many points": _stroke(points=[1.5] * 40_002),
    "points in points": _stroke(points=[[1, 2], [3, 4]]),
    "points that are an object": _stroke(points={"length": 4}),
    "a pen wider than the wall": _stroke(pen={"width": 1e9}),
    "a colour that is code": _stroke(pen={"colour": "url(http://example.invalid)"}),
    "a pressure for a point that is not there": _stroke(pressures=[0.5, 0.5, 0.5]),
    "a point without a pressure": _stroke(pressures=[0.5]),
    "a pressure beyond all": _stroke(pressures=[0.5, 1.5]),
    "a pressure that is no number": _stroke(pressures=[0.5, None]),
    "a card without a place": _file(marks=[{"id": "v1", "kind": "card", "stage": "now"}]),
    "a card of something unheard of": _mark("card", holds="secrets"),
    "a card with endless letters": _mark("card", size=1e9),
    "a card beyond the world": _mark("card", x=1e12),
    "a shape of no form": _mark("shape"),
    "a shape of another form": _mark("shape", form="star"),
    "a shape with half a corner": _mark("shape", form="line", points=[1, 2, 3]),
    "a shape narrower than nothing": _mark("shape", form="box", width=-1),
    "a shape filled with code": _mark("shape", form="box", fill="url(#x)"),
    "a label that is a list": _mark("label", text=["Bees"]),
    "a label that is too long": _mark("label", text="x" * 10_001),
    "a label inside nothing": _mark("label", text="Bees", inside="../x"),
    "a stamp that climbs": _mark("stamp", icon=["../../etc/passwd"]),
    "a stamp without a picture": _mark("stamp"),
    "a photo without a picture": _mark("photo"),
    "a photo of a file": _mark("photo", picture="/etc/passwd"),
    "a photo turned a million times": _mark("photo", picture="i1", turn=1e6),
    "a mark in too many groups": _mark("label", text="Bees", groups=["g"] * 21),
    "a foreign part that is a list": _mark("label", text="Bees", foreign=[1]),
    "a foreign part nested too deeply": _mark("label", text="Bees", foreign=_nested(40)),
    "a picture that is garbage": _picture(base64="<script>alert(1)</script>"),
    "a picture that is an address": _picture(base64="http://example.invalid/a.png"),
    "a picture that is cut": _picture(base64="/9j/4"),
    "a picture of nothing": _picture(base64=""),
    "a picture of another kind": _picture(encoding="image/svg+xml"),
    "a picture without width": _picture(width=0),
    "a picture wider than a field": _picture(width=10**9),
    "a picture that is too large": _picture(base64="A" * 6_000_004),
    "a picture with an id that climbs": _picture(id="../i1"),
    "two pictures with one id": _file(pictures=[orjson.loads(_picture())["pictures"][0]] * 2),
    "pictures in an object": _file(pictures={}),
    "nested too deeply": _deep(40),
    "nested much too deeply": _deep(900),
}

BOMBS: dict[str, Callable[[], bytes]] = {
    "brackets": lambda: _with(b'"consent":', b'"x": [' + b"[]," * 400_000 + b'1],\n"consent":'),
    "braces": lambda: _with(b'"consent":', b'"x": [' + b"{}," * 400_000 + b'1],\n"consent":'),
    "commas": lambda: _with(b'"consent":', b'"x": [' + b"1," * 8_000_000 + b'1],\n"consent":'),
    "size": lambda: _with(b'"consent":', b'"x": "' + b"x" * (64 * 2**20) + b'",\n"consent":'),
    "not even ours": lambda: b"[1," * 5_000_000,
}
