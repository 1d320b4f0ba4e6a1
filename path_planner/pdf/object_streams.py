"""Append many small objects to a finished PDF, compressed together.

This is an incremental update (ISO 32000-1, 7.5.6): the bytes of the file stay as they are. New
objects, and new versions of old ones, are packed into object streams (7.5.7); one cross-reference
stream (7.5.8) tells where they are and points back to the one before by /Prev.
Invariant: of two objects with the same number the one that was added last counts.
"""

import zlib
from collections.abc import Mapping
from hashlib import blake2b

from pikepdf import Object

_IN_ONE = 200
"""How many objects share one packed stream."""


class ObjectStreamWriter:
    """An update at the end of a file: new objects, and new forms of old ones."""

    def __init__(self, made: bytes, first_free: int) -> None:
        self._out = bytearray(made)
        self._next = first_free
        self._waiting: list[tuple[int, bytes]] = []
        self._places: dict[int, tuple[int, int, int]] = {}
        """The entry of each object in the cross-reference stream (ISO 32000-1, table 18).

        Type 2 is an object inside an object stream: the number of that stream, the index in it.
        Type 1 is an object by itself: its byte offset, its generation.
        """
        self._before = made.rindex(b"startxref")

    def number(self) -> int:
        """Return the number of an object that is to be added."""
        self._next += 1
        return self._next - 1

    def add(self, number: int, body: str | bytes) -> None:
        """Add an object, or put it in place of the one with its number."""
        self._waiting.append((number, body.encode("ascii") if isinstance(body, str) else body))
        if len(self._waiting) == _IN_ONE:
            self._pack()

    def finish(self, trailer: Mapping[str, Object]) -> bytes:
        """Return the file with all that was added; the trailer names what the file begins with."""
        if self._waiting:
            self._pack()
        here = self.number()
        start = len(self._out)
        self._places[here] = (1, start, 0)
        kept = "".join(f"{key} {trailer[key].unparse().decode()}" for key in ("/Root", "/Info"))
        first = bytes(trailer["/ID"][0]).hex()
        now = blake2b(bytes(self._out[self._before :]), digest_size=16).hexdigest()
        before = int(self._out[self._before :].split()[1])
        # /W: one byte for the type, four for the offset or stream, two for the index.
        self._stream(
            here,
            f"/Type /XRef /Size {self._next} /W [1 4 2] /Index [{self._sections()}] "
            f"/Prev {before} {kept} /ID [<{first}> <{now}>]",
            b"".join(
                kind.to_bytes(1, "big") + where.to_bytes(4, "big") + place.to_bytes(2, "big")
                for _, (kind, where, place) in sorted(self._places.items())
            ),
        )
        self._out += f"startxref\n{start}\n%%EOF\n".encode("ascii")
        return bytes(self._out)

    def _pack(self) -> None:
        number = self.number()
        index, offset = [], 0
        for place, (each, body) in enumerate(self._waiting):
            self._places[each] = (2, number, place)
            index.append(f"{each} {offset}")
            offset += len(body) + 1
        head = " ".join(index).encode("ascii") + b"\n"
        self._places[number] = (1, len(self._out), 0)
        facts = f"/Type /ObjStm /N {len(self._waiting)} /First {len(head)}"
        self._stream(number, facts, head + b"\n".join(body for _, body in self._waiting))
        self._waiting = []

    def _stream(self, number: int, facts: str, content: bytes) -> None:
        packed = zlib.compress(content)
        self._out += (
            f"{number} 0 obj\n<< {facts} /Length {len(packed)} /Filter /FlateDecode >>\nstream\n"
        ).encode("ascii")
        self._out += packed + b"\nendstream\nendobj\n"

    def _sections(self) -> str:
        """Return each stretch of numbers that follow each other, as its first and its length."""
        found: list[list[int]] = []
        for number in sorted(self._places):
            if found and number == sum(found[-1]):
                found[-1][1] += 1
            else:
                found.append([number, 1])
        return " ".join(f"{first} {count}" for first, count in found)
