"""The journal of a document: every step since a snapshot, each line with its checksum.

It is a write-ahead log, as databases keep one (https://www.sqlite.org/wal.html): a step is on disk
here before it counts as saved, and the document itself is brought up to date later. A line is the
CRC-32 of a JSON object, a space, and the object. Lines are chained: each names the checksum of the
line before it, so that a line that is missing or was written to another journal is noticed.
Invariants: lines are only ever appended; a line is believed only if its checksum is right. What
follows the last good line was torn off by a crash and may be cut; a bad line with a good one after
it is damage and is reported.
"""

import re
import secrets
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple
from zlib import crc32

import orjson

from path_planner.errors import FileTooNew
from path_planner.storage.document_type import DocumentType

FORMAT = 2
"""The format of the lines: those of 1, which have none in their header, are not chained."""

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
    last: int | None = None
    """The checksum of the last good line: the next names it."""
    foreign: tuple[dict[str, Any], ...] = ()
    """What another machine's journal had, if lines of it follow: what both share comes first."""
    lines_missing: bool = False
    """Whether such lines name one that is not here."""

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


def line(body: bytes, after: int | None = None) -> bytes:
    """Return one line of a journal: CRC-32 in hex, a space, a JSON object, a newline.

    `after` is the checksum of the line before.
    """
    if after is not None:
        body = b'{"after":"%08x",%b' % (after, body[1:])
    return b"%08x %b\n" % (crc32(body), body)


def checksum_of(written: bytes) -> int:
    """Return the checksum that a line begins with."""
    return int(written[:8], 16)


def header_line(header: Header) -> bytes:
    """Return the first line of a journal; a random mark makes each journal's unique."""
    body = {
        "journal": header.version,
        "format": FORMAT,
        "base": header.base,
        "file": header.file,
        "mark": secrets.token_hex(8),
        "seen": header.seen[-MOST_SEEN:],
    }
    return line(orjson.dumps(body))


def lines_of(parsed: Parsed) -> bytes:
    """Return the header and operations of a parsed journal as lines again, chained anew."""
    lines = [header_line(parsed.header)] if parsed.header else []
    for step in parsed.steps:
        body = orjson.dumps({key: value for key, value in step.items() if key != "after"})
        lines.append(line(body, checksum_of(lines[-1]) if lines else None))
    return b"".join(lines)


def snapshot_mark(mark: SnapshotMark) -> bytes:
    """Return the body of the line that announces a new content of the document file."""
    return orjson.dumps({"settled": mark.revision, "file": mark.file})


def parse(data: bytes, document_type: DocumentType[Any, Any], after: int | None = None) -> Parsed:
    """Parse a journal, or the lines that follow the one with the checksum `after`.

    Raises FileTooNew if a newer version wrote it.
    """
    return _collect(_lines(data), document_type.version, after)


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


class _Chain:
    """The steps of a journal in the order of its lines, and where those of another machine begin.

    Invariant: a step belongs to this journal if its line names the line before it, if any, and if
    its revision is newer than those before it. After the first that does not, all are foreign.
    """

    def __init__(self, after: int | None) -> None:
        self.last = after
        self.steps: list[dict[str, Any]] = []
        self._foreign: list[dict[str, Any]] = []
        self._shared: int | None = None
        """How many steps the foreign lines share with this journal, once there are any."""
        self._steps_before = {after: 0}
        """How many steps there are up to the line with a checksum."""
        self._revision = 0
        self.lines_missing = False

    def add(self, body: dict[str, Any], checksum: int, *, after_damage: bool) -> None:
        """Add a line; one that follows damage may name a line that cannot be read."""
        if "journal" in body:
            self._begin(body["base"])
        elif self._shared is None:
            self._find_fork(body, after_damage=after_damage)
        if "changes" in body:
            if self._shared is None:
                self._revision = body["rev"]
            (self.steps if self._shared is None else self._foreign).append(body)
        self.last = checksum
        self._steps_before[checksum] = len(self.steps)

    def _begin(self, base: int) -> None:
        """Begin at a header; a second one begins the journal of another machine."""
        if self.last is None:
            self._revision = base
        elif self._shared is None:
            self._shared = sum(step["rev"] <= base for step in self.steps)

    def _find_fork(self, body: dict[str, Any], *, after_damage: bool) -> None:
        named = int(body["after"], 16) if "after" in body else None
        follows = named in (None, self.last) or self.last is None or after_damage
        if follows and body.get("rev", self._revision + 1) > self._revision:
            return
        self._shared = self._steps_before.get(named) if named is not None else None
        self.lines_missing = not follows and self._shared is None
        if self._shared is None:
            revision = body.get("rev", self._revision)
            self._shared = sum(step["rev"] < revision for step in self.steps)

    @property
    def foreign(self) -> list[dict[str, Any]]:
        """The steps of the other journal, as far as they are here."""
        return [*self.steps[: self._shared], *self._foreign] if self._foreign else []


def _collect(lines: Iterable[_Line], newest_version: int, after: int | None) -> Parsed:
    """Return the parsed journal of these lines; unreadable ones become `bad` or `torn`."""
    header: Header | None = None
    marks: list[SnapshotMark] = []
    chain = _Chain(after)
    bad: list[bytes] = []
    unreadable: list[bytes] = []
    end = 0
    for text, line_end, body in lines:
        if body is not None:
            _check_version(body, newest_version)
        if body is None or not _has_known_shape(body):
            unreadable.append(text)
            continue
        chain.add(body, checksum_of(text), after_damage=bool(unreadable))
        bad += unreadable
        unreadable, end = [], line_end
        if "journal" in body:
            header = header or _header(body)
        elif "settled" in body:
            marks.append(SnapshotMark(body["settled"], body["file"]))
    version = {"version": header.version} if header else {}
    # Operations are in the format of the journal's version; replaying migrates them.
    steps, foreign = (
        tuple({**step, **version} for step in found) for found in (chain.steps, chain.foreign)
    )
    return Parsed(
        header,
        tuple(marks),
        steps,
        tuple(bad),
        b"".join(unreadable),
        end,
        chain.last,
        foreign,
        chain.lines_missing,
    )


def _check_version(body: dict[str, Any], newest_version: int) -> None:
    """Raise FileTooNew at the first line of a newer journal, whatever else it says."""
    for key, newest in (("journal", newest_version), ("format", FORMAT)):
        version = body.get(key) if "journal" in body else None
        if isinstance(version, int) and version > newest:
            raise FileTooNew


def _header(body: dict[str, Any]) -> Header:
    return Header(body["base"], body["file"], body["journal"], tuple(body.get("seen", ())))


_SHAPES: Sequence[dict[str, type]] = (
    {"rev": int, "op_id": str, "at": str, "by": str, "changes": list},
    {"settled": int, "file": int},
    {"journal": int, "base": int, "file": int, "seen": list},
)


_CHECKSUM = re.compile(r"[0-9a-f]{8}")


def _has_known_shape(body: dict[str, Any]) -> bool:
    if not _CHECKSUM.fullmatch(str(body.get("after", "00000000"))):
        return False
    return any(
        all(isinstance(body.get(key), kind) for key, kind in keys.items()) for keys in _SHAPES
    )
