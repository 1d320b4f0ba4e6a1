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

_OBJECTS_IN_A_STREAM = 200
"""The number of objects in one object stream."""


class ObjectStreamWriter:
    """Collects new and changed objects, and appends them to a PDF file as an update."""

    def __init__(self, file: bytes, first_free: int) -> None:
        self._out = bytearray(file)
        self._next = first_free
        self._pending: list[tuple[int, bytes]] = []
        self._entries: dict[int, tuple[int, int, int]] = {}
        """The entry of each object in the cross-reference stream (ISO 32000-1, table 18).

        Type 2 is an object inside an object stream: the number of that stream, the index in it.
        Type 1 is an object by itself: its byte offset, its generation.
        """
        self._last_startxref = file.rindex(b"startxref")

    def number(self) -> int:
        """Reserve and return the number of a new object."""
        self._next += 1
        return self._next - 1

    def add(self, number: int, body: str | bytes) -> None:
        """Add an object, or replace the one with this number."""
        self._pending.append((number, body.encode("ascii") if isinstance(body, str) else body))
        if len(self._pending) == _OBJECTS_IN_A_STREAM:
            self._write_object_stream()

    def finish(self, trailer: Mapping[str, Object]) -> bytes:
        """Return the file with the update; `trailer` is the old one, with /Root, /Info and /ID."""
        if self._pending:
            self._write_object_stream()
        number = self.number()
        start = len(self._out)
        self._entries[number] = (1, start, 0)
        root_and_info = "".join(
            f"{key} {trailer[key].unparse().decode()}" for key in ("/Root", "/Info")
        )
        first = bytes(trailer["/ID"][0]).hex()
        now = blake2b(bytes(self._out[self._last_startxref :]), digest_size=16).hexdigest()
        before = int(self._out[self._last_startxref :].split()[1])
        # /W: one byte for the type, four for the offset or stream, two for the index.
        self._stream(
            number,
            f"/Type /XRef /Size {self._next} /W [1 4 2] /Index [{self._sections()}] "
            f"/Prev {before} {root_and_info} /ID [<{first}> <{now}>]",
            b"".join(
                kind.to_bytes(1, "big") + position.to_bytes(4, "big") + index.to_bytes(2, "big")
                for _, (kind, position, index) in sorted(self._entries.items())
            ),
        )
        self._out += f"startxref\n{start}\n%%EOF\n".encode("ascii")
        return bytes(self._out)

    def _write_object_stream(self) -> None:
        number = self.number()
        index, offset = [], 0
        for place, (each, body) in enumerate(self._pending):
            self._entries[each] = (2, number, place)
            index.append(f"{each} {offset}")
            offset += len(body) + 1
        head = " ".join(index).encode("ascii") + b"\n"
        self._entries[number] = (1, len(self._out), 0)
        facts = f"/Type /ObjStm /N {len(self._pending)} /First {len(head)}"
        self._stream(number, facts, head + b"\n".join(body for _, body in self._pending))
        self._pending = []

    def _stream(self, number: int, facts: str, content: bytes) -> None:
        deflated = zlib.compress(content)
        self._out += (
            f"{number} 0 obj\n<< {facts} /Length {len(deflated)} /Filter /FlateDecode >>\nstream\n"
        ).encode("ascii")
        self._out += deflated + b"\nendstream\nendobj\n"

    def _sections(self) -> str:
        """Return the entries of /Index: the first and length of each run of numbers."""
        runs: list[list[int]] = []
        for number in sorted(self._entries):
            if runs and number == sum(runs[-1]):
                runs[-1][1] += 1
            else:
                runs.append([number, 1])
        return " ".join(f"{first} {count}" for first, count in runs)
