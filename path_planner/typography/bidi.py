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
    (0x0530, 0x058F, fonts.ARMENIAN),
    (0x0591, 0x05FF, fonts.HEBREW),
    (0x0600, 0x06FF, fonts.NASKH),
    (0x0750, 0x077F, fonts.NASKH),
    (0x0870, 0x08FF, fonts.NASKH),
    (0x0900, 0x0963, fonts.DEVANAGARI),
    (0x0966, 0x097F, fonts.DEVANAGARI),
    (0x0980, 0x09FF, fonts.BENGALI),
    (0x0A00, 0x0A7F, fonts.GURMUKHI),
    (0x0A80, 0x0AFF, fonts.GUJARATI),
    (0x0B80, 0x0BFF, fonts.TAMIL),
    (0x0C00, 0x0C7F, fonts.TELUGU),
    (0x0D00, 0x0D7F, fonts.MALAYALAM),
    (0x0D80, 0x0DFF, fonts.SINHALA),
    (0x0E01, 0x0E3A, fonts.THAI),
    (0x0E40, 0x0E5B, fonts.THAI),
    (0x1000, 0x109F, fonts.BURMESE),
    (0x10A0, 0x10FF, fonts.GEORGIAN),
    (0x1100, 0x11FF, fonts.KOREAN),
    (0x1200, 0x139F, fonts.ETHIOPIC),
    (0x1780, 0x17FF, fonts.KHMER),
    (0x19E0, 0x19FF, fonts.KHMER),
    (0x1C90, 0x1CBF, fonts.GEORGIAN),
    (0x2D00, 0x2D2F, fonts.GEORGIAN),
    (0x2D80, 0x2DDF, fonts.ETHIOPIC),
    (0x2E80, 0x30FF, fonts.CHINESE),
    (0x3130, 0x318F, fonts.KOREAN),
    (0x3400, 0x9FFF, fonts.CHINESE),
    (0xA960, 0xA97F, fonts.KOREAN),
    (0xA9E0, 0xA9FF, fonts.BURMESE),
    (0xAA60, 0xAA7F, fonts.BURMESE),
    (0xAB00, 0xAB2F, fonts.ETHIOPIC),
    (0xAC00, 0xD7FF, fonts.KOREAN),
    (0xF900, 0xFAFF, fonts.CHINESE),
    (0xFB13, 0xFB17, fonts.ARMENIAN),
    (0xFB1D, 0xFB4F, fonts.HEBREW),
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
"""Characters that shaping makes invisible, whether or not a font has them."""

_EMOJI_MARKS = frozenset("\ufe0f\u20e3")
_STRONG_RIGHT = frozenset({"R", "AL"})


@dataclass(frozen=True, slots=True)
class Run:
    """Characters in one font file; with `known` False, no font has them: boxes are drawn."""

    text: str
    face: FontFile
    known: bool = True


def runs(text: str, stack: FontStack) -> tuple[Run, ...]:
    """Split a line of text into runs, in the order in which it was written."""
    line = one_line(text)
    if line and _always_own(stack).issuperset(line):
        return (Run(line, stack.face),)
    return _joined(run for _, piece_runs in pieces_in_runs(line, stack) for run in piece_runs)


@lru_cache(maxsize=8192)
def pieces_in_runs(line: str, stack: FontStack) -> tuple[tuple[str, tuple[Run, ...]], ...]:
    """Return each piece of a line with its runs, in the order in which it was written."""
    result: list[tuple[str, tuple[Run, ...]]] = []
    before = stack.face
    for piece in pieces(line):
        piece_runs = (_space(piece, before, stack),) if piece.isspace() else _of_word(piece, stack)
        result.append((piece, piece_runs))
        before = piece_runs[-1].face
    return tuple(result)


def unknown_words(text: str, stack: FontStack) -> list[str]:
    """Return the words with letters that no font has, which are printed as boxes."""
    known = {piece: all(run.known for run in found) for piece, found in pieces_in_runs(text, stack)}
    odd = [piece for piece, is_known in known.items() if not is_known]
    return [word for word in text.split() if any(piece in word for piece in odd)]


def reads_from_right(paragraph: str) -> bool:
    """Whether a paragraph reads from right to left: its first strong character decides."""
    if paragraph.isascii():
        return False
    kinds = map(unicodedata.bidirectional, paragraph)
    return next((kind in _STRONG_RIGHT for kind in kinds if kind in {"L", "R", "AL"}), False)


def has_right_to_left(text: str) -> bool:
    """Whether a text has any right-to-left character or embedding."""
    if text.isascii() or max(text) < "\u0590":
        return False
    return any(
        unicodedata.bidirectional(each) in {"R", "AL", "AN", "RLE", "RLO", "RLI"} for each in text
    )


@lru_cache(maxsize=1024)
def _space(piece: str, before: FontFile, stack: FontStack) -> Run:
    # The spaces of emoji and Chinese fonts are too wide between other words. In lettering, spaces
    # come from the first font of the stack, as in a browser: so poster and wall break lines alike.
    own = stack is FontStack.LETTERING or before in {fonts.EMOJI, fonts.CHINESE}
    candidates = (stack.face if own else before, stack.face, *stack.preference)
    return Run(piece, next(face for face in candidates if font(face).characters.issuperset(piece)))


@lru_cache(maxsize=65536)
def _of_word(word: str, stack: FontStack) -> tuple[Run, ...]:
    if _always_own(stack).issuperset(word):
        return (Run(word, stack.face),)
    parts = clusters(word)
    faces = _with_inherited_faces([_own_face(part, stack) for part in parts])
    return _joined(_run_of(part, face, stack) for part, face in zip(parts, faces, strict=True))


@cache
def _always_own(stack: FontStack) -> frozenset[str]:
    """Return the characters that the first font of the stack draws, whatever their neighbours."""
    own = font(stack.face).characters
    return frozenset(
        character
        for character in own
        if not _script_face(character) and character not in _EMOJI_MARKS
    )


def _script_face(character: str) -> FontFile | None:
    code = ord(character)
    place = bisect_right(_STARTS, code) - 1
    if place < 0:
        return None
    _, last, face = _SCRIPTS[place]
    return face if code <= last else None


def _own_face(cluster: str, stack: FontStack) -> FontFile | None:
    """Return the font of a cluster by its script; None for characters of no script."""
    if not _EMOJI_MARKS.isdisjoint(cluster) and _covers(fonts.EMOJI, cluster):
        return fonts.EMOJI
    face = _script_face(cluster[0])
    if face:
        return face
    if unicodedata.category(cluster[0])[0] in "LM":
        return next((face for face in stack.preference if _covers(face, cluster)), stack.face)
    covering = next((face for face in stack.preference if _covers(face, cluster)), None)
    return fonts.EMOJI if covering is fonts.EMOJI else None


def _with_inherited_faces(faces: list[FontFile | None]) -> list[FontFile | None]:
    """Give characters of no script the font of the letter before, or of the word's first letter."""
    before = next((face for face in faces if face and face is not fonts.EMOJI), None)
    resolved: list[FontFile | None] = []
    for face in faces:
        if face and face is not fonts.EMOJI:
            before = face
        resolved.append(face or before)
    return resolved


def _run_of(cluster: str, preferred: FontFile | None, stack: FontStack) -> Run:
    choices = (preferred, *stack.preference) if preferred else stack.preference
    face = next((face for face in choices if _covers(face, cluster)), None)
    # Shantell Sans is the font that has a glyph for the box.
    return Run(cluster, face) if face else Run(cluster, fonts.SHANTELL, known=False)


def _covers(face: FontFile, cluster: str) -> bool:
    known = font(face).characters
    return all(character in known or _is_invisible(character) for character in cluster)


def _is_invisible(character: str) -> bool:
    return _INVISIBLE.match(character) is not None


def _joined(parts: Iterable[Run]) -> tuple[Run, ...]:
    grouped = groupby(parts, key=lambda run: (run.face, run.known))
    return tuple(
        Run("".join(run.text for run in group), face, known) for (face, known), group in grouped
    )
