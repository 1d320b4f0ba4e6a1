"""Cut text into pieces for measuring, at places where a line may end, and into grapheme clusters.

`unbreakable` follows the Unicode line breaking algorithm (UAX #14,
https://www.unicode.org/reports/tr14/) where our languages need it: lines end at spaces, after
hyphens, dashes and slashes inside words, after zero width spaces, and beside Chinese or Japanese
characters, but not before closing nor after opening punctuation.
`clusters` follows the extended grapheme clusters of UAX #29 (https://www.unicode.org/reports/tr29/)
for combining marks, joined emoji and flags (rules GB9, GB9a, GB11 to GB13); Korean letters that
are written apart are not joined.

Invariant: a cut depends only on the characters beside it. So a line that was broken out of a
paragraph falls into the same pieces as the paragraph did, and is as wide as it was measured.
"""

# ruff: noqa: RUF001 - the look-alike signs of other scripts are meant.

import re
import unicodedata

SPACES = " \u3000"
"""The spaces at which a line may end, once a text is printable."""

_CJK = (
    "\u2e80-\u2fdf\u3001-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60"
    "\U00020000-\U0003ffff"
)
_NOT_FIRST = (
    "、。，．：；？！）】》〉」』〕〗〙〛”’…‥—～ー々ゝゞヽヾァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎ"
    "％)\\]}.,:;!?%·•・\u0300-\u036f\u3099\u309a\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef"
)
_NOT_LAST = "（《〈「『【〔〖〘〚“‘(\\[{£$¥＄￥"
_LETTER = r"[^\W\d_]"

_WORDS = re.compile(f"[{SPACES}]+|[^{SPACES}]+")
_SPECIAL = re.compile(f"[-‐–—/.?&=_@#:\u200b{_CJK}]")
_BREAKS = re.compile(
    f"(?<={_LETTER}[-‐])(?={_LETTER})"
    r"|(?<=\w[–—/])(?=\w)"
    r"|(?<=\u200b)"
    f"|(?<=[{_CJK}])(?<![{_NOT_LAST}])(?=[^{_NOT_FIRST}])"
    f"|(?<=[^{_NOT_LAST}])(?=[{_CJK}])(?![{_NOT_FIRST}])"
)
_JOINTS = re.compile(rf"{_BREAKS.pattern}|(?<=[-‐–—/.?&=_@#:])(?=\w)")

LONG_WORD = 24
"""A word longer than this is probably an address: it may break at its punctuation."""

_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\ufeff\ufffe\uffff]")
_ODD_SPACES = re.compile("[\t\u1680\u2000-\u2006\u2008-\u200a\u205f]")
_LINE_ENDS = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def printable(text: str) -> str:
    """Remove control characters, lone surrogates and overrides of the direction of text."""
    if text.isprintable():
        return text
    cleaned = _LONE_SURROGATE.sub("\ufffd", _UNPRINTABLE.sub("", text))
    return _ODD_SPACES.sub(" ", cleaned)


def paragraphs(text: str) -> list[str]:
    """Split text at the line ends a person typed."""
    return _LINE_ENDS.split(printable(text))


def one_line(text: str) -> str:
    """Make one line of the text: line ends and tabs become spaces."""
    if text.isprintable():
        return text
    return " ".join(paragraphs(text))


def pieces(text: str) -> list[str]:
    """Cut text into words, spaces and the parts of words that stand between joints."""
    words = _WORDS.findall(text)
    if not _SPECIAL.search(text):
        return words
    return [part for word in words for part in _split(_JOINTS, word)]


def unbreakable(text: str) -> list[str]:
    """Cut text at the places where a line may end; runs of spaces are pieces of their own."""
    words = _WORDS.findall(text)
    if not _SPECIAL.search(text):
        return words
    return [
        part
        for word in words
        for part in _split(_JOINTS if len(word) > LONG_WORD else _BREAKS, word)
    ]


def clusters(text: str) -> list[str]:
    """Cut text into grapheme clusters: each is what a reader sees as one character."""
    result: list[str] = []
    for character in text:
        if result and _extends(result[-1], character):
            result[-1] += character
        else:
            result.append(character)
    return result


def _split(where: re.Pattern[str], word: str) -> list[str]:
    return [part for part in where.split(word) if part]


def _extends(before: str, character: str) -> bool:
    if character < "\u0300":
        return False
    if unicodedata.category(character)[0] == "M" or character in "\u200c\u200d":
        return True
    if _is_skin_or_tag(character):
        return True
    if _is_flag_letter(character):
        return len(before) == 1 and _is_flag_letter(before)
    return before[-1] == "\u200d" and unicodedata.category(character) == "So"


def _is_skin_or_tag(character: str) -> bool:
    return "\U0001f3fb" <= character <= "\U0001f3ff" or "\U000e0020" <= character <= "\U000e007f"


def _is_flag_letter(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"
