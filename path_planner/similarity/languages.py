"""Language support of the sentence encoder, by language code and by script."""

import unicodedata
from functools import cache

KNOWN = frozenset(
    ("ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh")
)
"""The languages of the encoder, by their ISO 639 code."""

_SCRIPTS = frozenset(
    ("LATIN", "ARABIC", "CYRILLIC", "CJK", "HIRAGANA", "KATAKANA", "HANGUL", "THAI")
)
_ARABIC = frozenset("ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىي")
_RUSSIAN = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
_MOST_OUTSIDE_ALPHABET = 0.03
"""The share of letters outside the alphabet that is allowed: a name, or a foreign word."""
_MOST_OTHER_SCRIPT = 0.5


def is_supported(code: str) -> bool:
    """Whether the encoder supports a language; an empty code counts as supported."""
    return not code or code.replace("_", "-").split("-")[0].lower() in KNOWN


def is_supported_script(text: str) -> bool:
    """Whether a text is written in the script and alphabet of a supported language."""
    letters = [letter for letter in text.lower() if letter.isalpha()]
    foreign = sum(_script(letter) not in _SCRIPTS for letter in letters)
    unusual = sum(_outside_alphabet(letter) for letter in letters)
    return foreign <= _MOST_OTHER_SCRIPT * len(letters) and unusual <= _MOST_OUTSIDE_ALPHABET * len(
        letters
    )


def is_latin(text: str) -> bool:
    """Whether most letters of a text are Latin, a script that hundreds of languages share."""
    letters = [letter for letter in text if letter.isalpha()]
    return 2 * sum(_script(letter) == "LATIN" for letter in letters) > len(letters)


@cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0].partition("-")[0]


def _outside_alphabet(letter: str) -> bool:
    """Whether a letter is not in the alphabet: Urdu letters in Arabic, Ukrainian in Russian."""
    script = _script(letter)
    return (script == "ARABIC" and letter not in _ARABIC) or (
        script == "CYRILLIC" and letter not in _RUSSIAN
    )
