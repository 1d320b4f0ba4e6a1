"""Languages: which of them the sentence encoder has learnt, told by name and by letters."""

import unicodedata

KNOWN = frozenset(
    ("ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh")
)
"""The languages of the encoder, by their ISO 639 code."""

_SCRIPTS = frozenset(
    ("LATIN", "ARABIC", "CYRILLIC", "CJK", "HIRAGANA", "KATAKANA", "HANGUL", "THAI")
)
_ARABIC = frozenset("ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىي")
_RUSSIAN = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
_MOST_STRANGE = 0.03
"""Of a hundred letters three may be strange: a name, or a word of another language."""
_MOST_FOREIGN = 0.5


def is_supported(code: str) -> bool:
    """Say whether a language is among the learnt ones; of a blank nothing is known against it."""
    return not code or code.replace("_", "-").split("-")[0].lower() in KNOWN


def is_supported_script(text: str) -> bool:
    """Say whether a text is written in the letters of a language that was learnt."""
    letters = [sign for sign in text.lower() if sign.isalpha()]
    foreign = sum(_script(sign) not in _SCRIPTS for sign in letters)
    strange = sum(_is_strange(sign) for sign in letters)
    return foreign <= _MOST_FOREIGN * len(letters) and strange <= _MOST_STRANGE * len(letters)


def is_latin(text: str) -> bool:
    """Say whether most letters of a text are Latin ones, which hundreds of languages share."""
    letters = [sign for sign in text if sign.isalpha()]
    return 2 * sum(_script(sign) == "LATIN" for sign in letters) > len(letters)


def _script(sign: str) -> str:
    return unicodedata.name(sign, "").partition(" ")[0].partition("-")[0]


def _is_strange(sign: str) -> bool:
    """Find the letters by which Urdu is told from Arabic, and Ukrainian from Russian."""
    script = _script(sign)
    return (script == "ARABIC" and sign not in _ARABIC) or (
        script == "CYRILLIC" and sign not in _RUSSIAN
    )
