"""Split text into runs that one font can draw, and tell which way a paragraph reads.

A run is chosen by the script of its letters; signs that belong to no script (common and inherited
in UAX #24) follow the letter before them. The direction of a paragraph is that of its first strong
character, as rules P2 and P3 of the Unicode Bidirectional Algorithm (UAX #9,
https://www.unicode.org/reports/tr9/) say, except that isolates are not skipped.
Runs stay in the order of the text: `pdf/text.py` puts them into the order in which they are seen,
and browsers do so by themselves.
Invariant: the runs of a line joined together are the line.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby

from path_planner.typography import fonts
from path_planner.typography.fonts import FontFile, FontStack, font
from path_planner.typography.segmentation import clusters, one_line, pieces

_SCRIPTS: tuple[tuple[int, int, FontFile], ...] = (
    (0x0600, 0x06FF, fonts.NASKH),
    (0x0750, 0x077F, fonts.NASKH),
    (0x0870, 0x08FF, fonts.NASKH),
    (0x0900, 0x0963, fonts.DEVANAGARI),
    (0x0966, 0x097F, fonts.DEVANAGARI),
    (0x0980, 0x09FF, fonts.BENGALI),
    (0x0A00, 0x0A7F, fonts.GURMUKHI),
    (0x0A80, 0x0AFF, fonts.GUJARATI),
    (0x0B80, 0x0BFF, fonts.TAMIL),
    (0x2E80, 0x30FF, fonts.CHINESE),
    (0x3400, 0x9FFF, fonts.CHINESE),
    (0xF900, 0xFAFF, fonts.CHINESE),
    (0xFB50, 0xFDFF, fonts.NASKH),
    (0xFE30, 0xFE4F, fonts.CHINESE),
    (0xFE70, 0xFEFC, fonts.NASKH),
    (0xFF00, 0xFFEF, fonts.CHINESE),
    (0x20000, 0x3FFFF, fonts.CHINESE),
)
_STARTS = [first for first, _, _ in _SCRIPTS]
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]"
)
"""Characters that shaping hides, whether or not a font has them."""

_EMOJI_MARKS = frozenset("\ufe0f\u20e3")
_STRONG_RIGHT = frozenset({"R", "AL"})


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that one face draws; a box is drawn for each character no face has."""

    text: str
    face: FontFile
    known: bool = True


def runs(text: str, hand: FontStack) -> tuple[Run, ...]:
    """Split a line of text into runs, in the order in which it was written."""
    line = one_line(text)
    if line and _plain(hand).issuperset(line):
        return (Run(line, hand.face),)
    return _joined(shaped for _, found in pieces_in_runs(line, hand) for shaped in found)


@lru_cache(maxsize=8192)
def pieces_in_runs(line: str, hand: FontStack) -> tuple[tuple[str, tuple[Run, ...]], ...]:
    """Return each piece of a line with its runs; lettering has its own spaces between all words."""
    found: list[tuple[str, tuple[Run, ...]]] = []
    before = hand.face
    for piece in pieces(line):
        shaped = (_space(piece, before, hand),) if piece.isspace() else _of_word(piece, hand)
        found.append((piece, shaped))
        before = shaped[-1].face
    return tuple(found)


def reads_from_right(paragraph: str) -> bool:
    """Tell whether a paragraph reads from right to left: its first letter decides."""
    if paragraph.isascii():
        return False
    kinds = map(unicodedata.bidirectional, paragraph)
    return next((kind in _STRONG_RIGHT for kind in kinds if kind in {"L", "R", "AL"}), False)


def has_right_to_left(text: str) -> bool:
    """Tell whether any letter of the text reads from right to left."""
    if text.isascii() or max(text) < "\u0590":
        return False
    return any(
        unicodedata.bidirectional(each) in {"R", "AL", "AN", "RLE", "RLO", "RLI"} for each in text
    )


@lru_cache(maxsize=1024)
def _space(piece: str, before: FontFile, hand: FontStack) -> Run:
    # Pictures and Chinese have spaces of their own, which are too wide between other words; on the
    # wall, a browser takes all spaces from the lettering, and the poster has the same lines.
    own = hand is FontStack.LETTERING or before in {fonts.EMOJI, fonts.CHINESE}
    tried = (hand.face if own else before, hand.face, *hand.preference)
    return Run(piece, next(face for face in tried if font(face).characters.issuperset(piece)))


@lru_cache(maxsize=65536)
def _of_word(word: str, hand: FontStack) -> tuple[Run, ...]:
    if _plain(hand).issuperset(word):
        return (Run(word, hand.face),)
    parts = clusters(word)
    faces = _followed([_own_face(part, hand) for part in parts])
    return _joined(_resolved(part, face, hand) for part, face in zip(parts, faces, strict=True))


@cache
def _plain(hand: FontStack) -> frozenset[str]:
    """Return the characters that the own face of this stack draws, whatever is beside them."""
    own = font(hand.face).characters
    return frozenset(each for each in own if not _script_face(each) and each not in _EMOJI_MARKS)


def _script_face(character: str) -> FontFile | None:
    code = ord(character)
    place = bisect_right(_STARTS, code) - 1
    if place < 0:
        return None
    _, last, face = _SCRIPTS[place]
    return face if code <= last else None


def _own_face(cluster: str, hand: FontStack) -> FontFile | None:
    """Return the face a cluster asks for by itself, or nothing for a sign that follows others."""
    if not _EMOJI_MARKS.isdisjoint(cluster) and _covers(fonts.EMOJI, cluster):
        return fonts.EMOJI
    face = _script_face(cluster[0])
    if face:
        return face
    if unicodedata.category(cluster[0])[0] in "LM":
        return next((each for each in hand.preference if _covers(each, cluster)), hand.face)
    covering = next((each for each in hand.preference if _covers(each, cluster)), None)
    return fonts.EMOJI if covering is fonts.EMOJI else None


def _followed(faces: list[FontFile | None]) -> list[FontFile | None]:
    """Give each sign the face of the letter before it, or of the first letter of the word."""
    before = next((face for face in faces if face and face is not fonts.EMOJI), None)
    found: list[FontFile | None] = []
    for face in faces:
        if face and face is not fonts.EMOJI:
            before = face
        found.append(face or before)
    return found


def _resolved(cluster: str, wanted: FontFile | None, hand: FontStack) -> Run:
    choices = (wanted, *hand.preference) if wanted else hand.preference
    face = next((each for each in choices if _covers(each, cluster)), None)
    # The lettering face is the one that has a box to show.
    return Run(cluster, face) if face else Run(cluster, fonts.SHANTELL, known=False)


def _covers(face: FontFile, cluster: str) -> bool:
    known = font(face).characters
    return all(each in known or _is_invisible(each) for each in cluster)


def _is_invisible(character: str) -> bool:
    return _INVISIBLE.match(character) is not None


def _joined(parts: Iterable[Run]) -> tuple[Run, ...]:
    grouped = groupby(parts, key=lambda run: (run.face, run.known))
    return tuple(
        Run("".join(run.text for run in group), face, known) for (face, known), group in grouped
    )
