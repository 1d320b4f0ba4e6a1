"""The journal of a document: every step since a snapshot, each line with its checksum.

It is a write-ahead log, as databases keep one (https://www.sqlite.org/wal.html): a step is on disk
here before it counts as saved, and the document itself is brought up to date later. A line is the
CRC-32 of a JSON object, a space, and the object.
Invariants: lines are only ever appended; a line is believed only if its checksum is right. What
follows the last good line was torn off by a crash and may be cut; a bad line with a good one after
it is damage and is reported.
"""

import secrets
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple
from zlib import crc32

import orjson

from path_planner.errors import FileTooNew
from path_planner.storage.document_type import DocumentType

MOST_SEEN = 2_000
"""How many past op ids a new journal remembers, for senders that repeat late."""


class Header(NamedTuple):
    """The first line: which snapshot the journal begins from."""

    base: int
    file: int
    """The checksum of the document at that revision."""
    version: int
    seen: tuple[str, ...] = ()


class SnapshotMark(NamedTuple):
    """The document is about to be brought up to this revision and will have this checksum."""

    revision: int
    file: int


class Parsed(NamedTuple):
    """What a journal says, and what in it could not be read."""

    header: Header | None
    snapshot_marks: tuple[SnapshotMark, ...]
    steps: tuple[dict[str, Any], ...]
    """The steps as they were written, oldest first."""
    bad: tuple[bytes, ...]
    """Lines in the middle that are damaged."""
    torn: bytes
    """What comes after the last good line."""
    end: int
    """Where the last good line ends."""

    @property
    def newest(self) -> int:
        """Return the newest revision the journal knows."""
        base = self.header.base if self.header else 0
        return max([base, *(int(step["rev"]) for step in self.steps)])

    @property
    def seen(self) -> tuple[str, ...]:
        """Return the op ids that were written, oldest first."""
        before = self.header.seen if self.header else ()
        return (*before, *(step["op_id"] for step in self.steps))


def line(body: bytes) -> bytes:
    """Return one line of a journal."""
    return b"%08x %b\n" % (crc32(body), body)


def header_line(header: Header) -> bytes:
    """Return the first line of a journal; it is never the same twice."""
    body = {
        "journal": header.version,
        "base": header.base,
        "file": header.file,
        "mark": secrets.token_hex(8),
        "seen": header.seen[-MOST_SEEN:],
    }
    return line(orjson.dumps(body))


def lines_of(parsed: Parsed) -> bytes:
    """Return the good lines of a journal again."""
    head = header_line(parsed.header) if parsed.header else b""
    return head + b"".join(line(orjson.dumps(step)) for step in parsed.steps)


def snapshot_line(settled: SnapshotMark) -> bytes:
    """Return the line that announces a document."""
    return line(orjson.dumps({"settled": settled.revision, "file": settled.file}))


def parse(data: bytes, document_type: DocumentType[Any, Any]) -> Parsed:
    """Read a whole journal."""
    return collect(_lines(data), document_type.version)


class _Line(NamedTuple):
    text: bytes
    end: int
    body: dict[str, Any] | None


def _lines(data: bytes) -> Iterator[_Line]:
    start = 0
    while start < len(data):
        newline = data.find(b"\n", start)
        end = len(data) if newline < 0 else newline + 1
        text = data[start:end]
        yield _Line(text, end, _body(text))
        start = end


def _body(text: bytes) -> dict[str, Any] | None:
    """Return what a line says if its checksum is right and it says something we know."""
    checksum, _, body = text.rstrip(b"\n").partition(b" ")
    if checksum != b"%08x" % crc32(body):
        return None
    try:
        parsed = orjson.loads(body)
    except orjson.JSONDecodeError:
        return None
    return parsed if isinstance(parsed, dict) else None


def collect(lines: Iterable[_Line], newest_version: int) -> Parsed:
    """Sort the lines of a journal by what they are."""
    header: Header | None = None
    settled: list[SnapshotMark] = []
    steps: list[dict[str, Any]] = []
    bad: list[bytes] = []
    waiting: list[bytes] = []
    end = 0
    for text, line_end, body in lines:
        if body is None or not _is_ours(body):
            waiting.append(text)
            continue
        bad += waiting
        waiting, end = [], line_end
        if "journal" in body:
            header = _header(body, newest_version)
        elif "settled" in body:
            settled.append(SnapshotMark(body["settled"], body["file"]))
        else:
            steps.append(body)
    if header is not None:
        # A step is written as its version writes, and so are the documents that it fits.
        steps = [{**step, "version": header.version} for step in steps]
    return Parsed(header, tuple(settled), tuple(steps), tuple(bad), b"".join(waiting), end)


def _header(body: dict[str, Any], newest_version: int) -> Header:
    if body["journal"] > newest_version:
        raise FileTooNew
    return Header(body["base"], body["file"], body["journal"], tuple(body.get("seen", ())))


_KINDS: Sequence[dict[str, type]] = (
    {"rev": int, "op_id": str, "at": str, "by": str, "changes": list},
    {"settled": int, "file": int},
    {"journal": int, "base": int, "file": int, "seen": list},
)


def _is_ours(body: dict[str, Any]) -> bool:
    return any(
        all(isinstance(body.get(key), kind) for key, kind in keys.items()) for keys in _KINDS
    )
