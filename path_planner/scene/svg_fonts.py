"""Embed subsets of the fonts that a scene needs, as @font-face rules."""

from base64 import b64encode
from collections.abc import Iterable
from unicodedata import normalize

from path_planner.scene.model import Text
from path_planner.typography.bidi import runs
from path_planner.typography.fonts import FontFile, font


def font_faces(texts: Iterable[Text]) -> str:
    """Return the @font-face rules, with data instead of addresses, for these lines."""
    needed: dict[tuple[FontFile, bool], set[str]] = {}
    for text in texts:
        for run in runs(text.words, text.style.stack):
            needed.setdefault((run.face, text.style.bold), set()).update(*_spellings(run.text))
    ordered = sorted(needed.items(), key=lambda each: (each[0][0].family, each[0][1]))
    return "".join(_rule(face, bold, "".join(sorted(letters))) for (face, bold), letters in ordered)


def _spellings(text: str) -> tuple[str, ...]:
    """Return the text, and its decomposed (NFD) and composed (NFC) forms.

    A shaper decomposes vowel signs of Tamil or Bengali and composes letters with accents, but only
    into characters that the font subset still has.
    """
    return text, normalize("NFD", text), normalize("NFC", text)


def _rule(face: FontFile, bold: bool, letters: str) -> str:
    weight = "bold" if bold else "normal"
    content = b64encode(font(face, bold).subset(f"{letters} ")).decode()
    return (
        f"@font-face{{font-family:'{face.family}';font-weight:{weight};"
        f"src:url(data:font/ttf;base64,{content})}}"
    )
