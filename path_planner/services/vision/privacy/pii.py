"""PII detection by patterns: numbers, postal and e-mail addresses, dates of birth."""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from path_planner.i18n import N_

_NHS_DIGITS = 10
_NHS_MODULUS = 11


class PiiKind(StrEnum):
    """The kind of personal information."""

    NAME = "name"
    PLACE = "place"
    PHONE = "telephone"
    ADDRESS = "address"
    NUMBER = "number"
    DAY = "day"


PII_KIND_WORDS = {
    PiiKind.NAME: N_("Name?"),
    PiiKind.PLACE: N_("Place?"),
    PiiKind.PHONE: N_("Phone number?"),
    PiiKind.ADDRESS: N_("Address?"),
    PiiKind.NUMBER: N_("Personal number?"),
    PiiKind.DAY: N_("Date?"),
}


class PiiMatch(NamedTuple):
    """A span of a text that may identify somebody; `why` is a message id."""

    start: int
    end: int
    kind: PiiKind
    why: str


EMAIL = N_("it looks like an e-mail address")
WEB = N_("it looks like a web address")
POSTCODE = N_("it looks like a postcode")
NHS = N_("it looks like an NHS number")
PHONE = N_("it looks like a phone number")
LONG_NUMBER = N_("it is a long number")
DAY = N_("it is a date, maybe a date of birth")

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
# No catastrophic backtracking: repetitions are bounded and never match what their neighbour does.
_PATTERNS: tuple[tuple[re.Pattern[str], PiiKind, str], ...] = (
    (re.compile(r"[^\s@<>()\[\],;:\"]{1,64}@[^\s@<>()\[\],;:\"]{1,100}"), PiiKind.ADDRESS, EMAIL),
    (re.compile(r"(?:https?://|www\.)[^\s<>\"]{1,200}", re.IGNORECASE), PiiKind.ADDRESS, WEB),
    (
        re.compile(r"(?<!\w)[A-Z]{1,2}\d[A-Z\d]?[ \u00a0]{0,2}\d[A-Z]{2}(?!\w)", re.IGNORECASE),
        PiiKind.ADDRESS,
        POSTCODE,
    ),
    (
        re.compile(
            r"(?<![\w/.-])\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?![\w/])"
            r"|(?<![\w/.-])\d{4}-\d{2}-\d{2}(?![\w/])"
            rf"|(?<!\w)\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH},? \d{{4}}(?!\w)"
            rf"|(?<!\w){_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}(?!\w)"
            r"|(?<!\w)(?:born|dob|birthday|birth)(?: \w{1,10}){0,3}:? \d{1,4}(?!\w)",
            re.IGNORECASE,
        ),
        PiiKind.DAY,
        DAY,
    ),
)
_DIGITS = re.compile(r"(?<!\w)[+(]{0,2}\d(?:[ \u00a0().-]{0,3}\d){5,18}(?!\w)")
_YEARS = re.compile(r"(?:19|20)\d\d ?[-.] ?(?:19|20)\d\d")
_FEWEST_OF_A_PHONE, _MOST_OF_A_PHONE = 9, 15


def find_numbers(text: str) -> list[PiiMatch]:
    """Return addresses, dates and numbers that may identify somebody."""
    found = [
        PiiMatch(*match.span(), kind, why)
        for pattern, kind, why in _PATTERNS
        for match in pattern.finditer(text)
    ]
    found += [
        PiiMatch(*match.span(), *_number(match[0]))
        for match in _DIGITS.finditer(text)
        if not _YEARS.fullmatch(match[0])
    ]
    return without_overlaps(found)


def _number(text: str) -> tuple[PiiKind, str]:
    digits = [int(sign) for sign in text if sign.isdecimal()]
    if text.startswith(("0", "+", "(0")) and _FEWEST_OF_A_PHONE <= len(digits) <= _MOST_OF_A_PHONE:
        return PiiKind.PHONE, PHONE
    if len(digits) == _NHS_DIGITS and _is_nhs(digits):
        return PiiKind.NUMBER, NHS
    return PiiKind.NUMBER, LONG_NUMBER


def _is_nhs(digits: list[int]) -> bool:
    """Whether the last of ten digits is the check digit of an NHS number (modulus 11)."""
    total = sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    return (_NHS_MODULUS - total % _NHS_MODULUS) % _NHS_MODULUS == digits[-1]


def without_overlaps(findings: Iterable[PiiMatch]) -> list[PiiMatch]:
    """Return findings without overlaps, in the order of the text; the first in the list wins."""
    chosen: list[PiiMatch] = []
    covered = set[int]()
    for finding in findings:
        letters = range(finding.start, finding.end)
        if covered.isdisjoint(letters):
            covered.update(letters)
            chosen.append(finding)
    return sorted(chosen)
