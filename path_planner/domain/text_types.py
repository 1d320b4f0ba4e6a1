"""String types for typed text: NFC-normalised, without control and bidi override characters."""

import re
import unicodedata
from typing import Annotated

from pydantic import BeforeValidator, StringConstraints

MOST_LETTERS = 10_000
MOST_LETTERS_IN_A_LINE = 300

# C0 and C1 controls, lone surrogates, and the bidi overrides and isolates that reorder a line.
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


def clean(text: object) -> object:
    """Return text in NFC without control characters, trimmed; return other types unchanged."""
    if not isinstance(text, str):
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _UNSAFE.sub("", lines)).strip()


def clean_line(text: object) -> object:
    """Return text as `clean` does, with each run of white space as one space."""
    cleaned = clean(text)
    return " ".join(cleaned.split()) if isinstance(cleaned, str) else cleaned


Words = Annotated[str, BeforeValidator(clean), StringConstraints(max_length=MOST_LETTERS)]
"""What somebody said or wrote, with its own line breaks."""

Line = Annotated[
    str, BeforeValidator(clean_line), StringConstraints(max_length=MOST_LETTERS_IN_A_LINE)
]
"""A name or a title: one line."""
