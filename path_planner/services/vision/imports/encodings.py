"""Detection of the character encoding of a file, with what else it could be.

UTF-8 and UTF-16 are certain. Of the older encodings nothing in the file names one, so that several
may fit: they are told apart by the rules below and by charset-normalizer, and people see the words
before anything is kept.
"""

import codecs
from typing import NamedTuple

from charset_normalizer import from_bytes

from path_planner.errors import NotARecord
from path_planner.i18n import N_, _

ENCODINGS = {
    "utf-8-sig": N_("Unicode (UTF-8)"),
    "utf-16": N_("Unicode (UTF-16)"),
    "cp1252": N_("Western European (Windows)"),
    "mac_roman": N_("Western European (Mac)"),
    "cp1250": N_("Central European (Windows)"),
    "iso8859_2": N_("Central European (ISO)"),
    "cp1251": N_("Cyrillic (Windows)"),
    "koi8_r": N_("Cyrillic (KOI8)"),
    "cp1253": N_("Greek"),
    "cp1254": N_("Turkish"),
    "cp1255": N_("Hebrew"),
    "cp1256": N_("Arabic"),
    "cp1257": N_("Baltic"),
    "cp1258": N_("Vietnamese"),
    "cp874": N_("Thai"),
    "gb18030": N_("Chinese, simplified"),
    "big5": N_("Chinese, traditional"),
    "cp932": N_("Japanese"),
    "cp949": N_("Korean"),
}
"""The encodings that people can choose, with their names."""

NOT_TEXT = N_("it is not plain text")
# Letters and signs of Western European texts in Windows-1252; those that other encodings have in
# the place of frequent letters (³, ¿, ¹, æ, œ, ø, ð, þ) are left to the detection.
_WESTERN = frozenset(
    "£€\u2018\u2019\u201a“”„–—…•\xb4©®™°½¼¾§·«»\xa0ÄÖÜäöüßÀÂÉÈÊËÎÏÔÛàâéèêëîïôûçÇáíóúñÑ¿¡ìòù"
)
_SAMPLE = 200_000
_CLOSE = 0.08
_OF_A_LANGUAGE = 0.3
_MOST_CANDIDATES = 4


class Decoded(NamedTuple):
    """A text, the encoding it was read with, and whether another would do as well."""

    text: str
    encoding: str
    sure: bool = True
    others: tuple[str, ...] = ()
    """Encodings that give other words, the likeliest first."""


def decoded(content: bytes, encoding: str = "") -> Decoded:
    """Decode bytes with an encoding that people chose, or a detected one; raise NotARecord."""
    if encoding:
        return _chosen(content, encoding)
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _chosen(content, "utf-16")
    if b"\0" in content:
        raise NotARecord(why=_(NOT_TEXT))
    try:
        return Decoded(content.decode("utf-8-sig"), "utf-8-sig")
    except UnicodeDecodeError:
        return _detected(content)


def _chosen(content: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(content.decode(encoding), encoding)
    except (UnicodeError, LookupError):
        raise NotARecord(why=_(NOT_TEXT)) from None


def _detected(content: bytes) -> Decoded:
    fitting = _fitting(content)
    western = _text(content, "cp1252")
    if western is not None and _is_western(western):
        others = tuple(name for name, text in fitting if text != western)
        return Decoded(western, "cp1252", others=others)
    if not fitting:
        # Five bytes are undefined in Windows-1252; they become U+FFFD, so that people see them.
        return Decoded(content.decode("cp1252", errors="replace"), "cp1252", sure=False)
    (name, text), *rest = fitting
    others = tuple(other for other, _text in rest)
    return Decoded(text, name, sure=not _is_close(content, name, others), others=others)


def _is_western(text: str) -> bool:
    """Whether all that is not ASCII are signs and letters of the West, no two letters together."""
    before = False
    for sign in text:
        if sign.isascii():
            before = False
            continue
        if sign not in _WESTERN or (before and sign.isalpha()):
            return False
        before = sign.isalpha()
    return True


def _fitting(content: bytes) -> list[tuple[str, str]]:
    """Return the encodings that fit, the likeliest first, and of equal texts only the first."""
    found: dict[str, str] = {}
    for match in from_bytes(content[:_SAMPLE], cp_isolation=[*ENCODINGS]):
        text = _text(content, match.encoding)
        if text is not None and text not in found.values():
            found[match.encoding] = text
    return [*found.items()][:_MOST_CANDIDATES]


def _text(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _is_close(content: bytes, name: str, others: tuple[str, ...]) -> bool:
    """Whether another encoding explains the bytes about as well as the best one does.

    Each is weighed by how odd its letters are, less by how much they look like a language.
    """
    weights = {
        match.encoding: match.chaos - _OF_A_LANGUAGE * match.coherence
        for match in from_bytes(content[:_SAMPLE], cp_isolation=[name, *others])
    }
    return any(weights.get(other, 1.0) - weights.get(name, 0.0) < _CLOSE for other in others)


def sample_of(text: str, most: int = 3) -> tuple[str, ...]:
    """Return the first words of a text that have a letter outside ASCII, to compare by eye."""
    found: dict[str, None] = {}
    for word in text.split():
        if not word.isascii() and any(sign.isalpha() for sign in word):
            found.setdefault(word.strip(",;.:\"'()"))
            if len(found) == most:
                break
    return tuple(found)
