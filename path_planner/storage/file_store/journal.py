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
"""How many past op ids a new journal carries over, so that late repetitions are recognised."""


class Header(NamedTuple):
    """The first line: the snapshot from which the journal begins, and the format version."""

    base: int
    file: int
    """The checksum of the document at that revision."""
    version: int
    seen: tuple[str, ...] = ()


class SnapshotMark(NamedTuple):
    """An announcement: the document file is about to have this revision and this CRC-32."""

    revision: int
    file: int


class Parsed(NamedTuple):
    """A parsed journal, and what in it could not be read."""

    header: Header | None
    snapshot_marks: tuple[SnapshotMark, ...]
    steps: tuple[dict[str, Any], ...]
    """The steps as they were written, oldest first."""
    bad: tuple[bytes, ...]
    """Damaged lines that are followed by a good line."""
    torn: bytes
    """The bytes after the last good line."""
    end: int
    """The offset of the end of the last good line."""

    @property
    def newest(self) -> int:
        """The newest revision in the journal."""
        base = self.header.base if self.header else 0
        return max([base, *(int(step["rev"]) for step in self.steps)])

    @property
    def seen(self) -> tuple[str, ...]:
        """The op ids that were written, oldest first."""
        before = self.header.seen if self.header else ()
        return (*before, *(step["op_id"] for step in self.steps))


def line(body: bytes) -> bytes:
    """Return one line of a journal: CRC-32 in hex, a space, the body, a newline."""
    return b"%08x %b\n" % (crc32(body), body)


def header_line(header: Header) -> bytes:
    """Return the first line of a journal; a random mark makes each journal's unique."""
    body = {
        "journal": header.version,
        "base": header.base,
        "file": header.file,
        "mark": secrets.token_hex(8),
        "seen": header.seen[-MOST_SEEN:],
    }
    return line(orjson.dumps(body))


def lines_of(parsed: Parsed) -> bytes:
    """Return the header and operations of a parsed journal as lines again."""
    head = header_line(parsed.header) if parsed.header else b""
    return head + b"".join(line(orjson.dumps(step)) for step in parsed.steps)


def snapshot_line(mark: SnapshotMark) -> bytes:
    """Return the line that announces a new content of the document file."""
    return line(orjson.dumps({"settled": mark.revision, "file": mark.file}))


def parse(data: bytes, document_type: DocumentType[Any, Any]) -> Parsed:
    """Parse a whole journal; raise FileTooNew if a newer version wrote it."""
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
    """Return the JSON object of a line, or None if its checksum or syntax is wrong."""
    checksum, _, body = text.rstrip(b"\n").partition(b" ")
    if checksum != b"%08x" % crc32(body):
        return None
    try:
        parsed = orjson.loads(body)
    except orjson.JSONDecodeError:
        return None
    return parsed if isinstance(parsed, dict) else None


def collect(lines: Iterable[_Line], newest_version: int) -> Parsed:
    """Return the parsed journal of these lines; unreadable ones become `bad` or `torn`."""
    header: Header | None = None
    marks: list[SnapshotMark] = []
    steps: list[dict[str, Any]] = []
    bad: list[bytes] = []
    unreadable: list[bytes] = []
    end = 0
    for text, line_end, body in lines:
        if body is not None:
            _check_version(body, newest_version)
        if body is None or not _has_known_shape(body):
            unreadable.append(text)
            continue
        bad += unreadable
        unreadable, end = [], line_end
        if "journal" in body:
            header = _header(body)
        elif "settled" in body:
            marks.append(SnapshotMark(body["settled"], body["file"]))
        else:
            steps.append(body)
    if header is not None:
        # Operations are in the format of the journal's version; replaying migrates them.
        steps = [{**step, "version": header.version} for step in steps]
    return Parsed(header, tuple(marks), tuple(steps), tuple(bad), b"".join(unreadable), end)


def _check_version(body: dict[str, Any], newest_version: int) -> None:
    """Raise FileTooNew at the first line of a newer journal, whatever else it says."""
    version = body.get("journal")
    if isinstance(version, int) and version > newest_version:
        raise FileTooNew


def _header(body: dict[str, Any]) -> Header:
    return Header(body["base"], body["file"], body["journal"], tuple(body.get("seen", ())))


_SHAPES: Sequence[dict[str, type]] = (
    {"rev": int, "op_id": str, "at": str, "by": str, "changes": list},
    {"settled": int, "file": int},
    {"journal": int, "base": int, "file": int, "seen": list},
)


def _has_known_shape(body: dict[str, Any]) -> bool:
    return any(
        all(isinstance(body.get(key), kind) for key, kind in keys.items()) for keys in _SHAPES
    )
