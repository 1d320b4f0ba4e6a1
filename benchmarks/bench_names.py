"""Names: how many of the check's marks are right, and how many names it misses.

Two small sets of invented comments are labelled by hand (`names_labelled.txt`). Public comments may
not be shipped: clone https://github.com/The-Strategy-Unit/pxtextmining and
https://github.com/compdemocracy/openData into one folder, and give its path in OPEN_DATA. These are
not labelled; every mark in them counts as false, though some are right. Where names had been
replaced by XXXX, invented ones are put back, so that recall is measured on real sentences as well.
"""

import csv
import os
import re
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import NamedTuple

from path_planner.services.vision.privacy.pii import PiiMatch, find_numbers, without_overlaps
from path_planner.services.vision.privacy.pii_names import find_names, known_names_of

FOLDER = "OPEN_DATA"
LABELLED = Path(__file__).parent / "names_labelled.txt"
_BRACES = re.compile(r"\{([^{}]*)\}")
_REPLACED = re.compile(r"\bX{3,5}\b", re.IGNORECASE)
_PUT_BACK = (
    *("Marisa", "Oluwaseun", "Bronagh", "Kasia", "Tamsin", "Yusuf", "Dorcas", "Priyanka"),
    *("Quillonby", "Wetherall", "Ramaswamy", "Abernethy", "Hathersage", "Sandhu", "Pockett"),
)


class Comments(NamedTuple):
    """Comments of one conversation, and the spans in each that tell who somebody is."""

    name: str
    place: str
    texts: Sequence[str]
    spans: Sequence[Sequence[tuple[int, int]]]


class Measured(NamedTuple):
    """What the check found in a set."""

    voices: int
    names: int
    missed: tuple[str, ...]
    false: tuple[str, ...]

    def __str__(self) -> str:
        """Return the figures in one line."""
        found = self.names - len(self.missed)
        rate = 100 * len(self.false) / self.voices
        return f"{self.voices} voices: {found} of {self.names} found, {rate:.1f} false in 100"


def run() -> list[str]:
    """Measure the labelled sets, and the public ones if they are there."""
    sets = [*labelled(), *public(os.environ.get(FOLDER, ""))]
    lines = [f"{one.name}: {measured(one)}" for one in sets]
    return (
        lines if os.environ.get(FOLDER) else [*lines, f"public sets: give their path in {FOLDER}"]
    )


def measured(comments: Comments) -> Measured:
    """Return what the check finds and misses, as in a survey that many people answered."""
    known = known_names_of(comments.texts, (), (comments.place,))
    names, missed, false = 0, list[str](), list[str]()
    for text, spans in zip(comments.texts, comments.spans, strict=True):
        found = without_overlaps([*find_numbers(text), *find_names(text, known, of_many=True)])
        names += len(spans)
        missed += [text[start:end] for start, end in spans if not _meets(start, end, found)]
        false += [
            text[match.start : match.end]
            for match in found
            if not any(start < match.end and match.start < end for start, end in spans)
        ]
    return Measured(len(comments.texts), names, tuple(missed), tuple(false))


def _meets(start: int, end: int, found: Sequence[PiiMatch]) -> bool:
    return any(start < match.end and match.start < end for match in found)


def labelled() -> Iterator[Comments]:
    """Yield the sets that were labelled by hand."""
    for part in LABELLED.read_text("utf-8").split("\n= ")[1:]:
        head, *lines = part.splitlines()
        name, _comma, place = head.partition(", ")
        yield _with_spans(name, place, [line for line in lines if line])


def public(folder: str) -> Iterator[Comments]:
    """Yield the public sets that lie in a folder, with names put back where XXXX stands."""
    names = (_PUT_BACK[number % len(_PUT_BACK)] for number in count())
    for path, column, place in (
        ("pxtextmining/datasets/v6framework_230831.csv", "FFT answer", ""),
        ("pxtextmining/datasets/phase_1/text_data.csv", "feedback", ""),
        ("openData/american-assembly.bowling-green/comments.csv", "comment-body", "Bowling Green"),
        ("openData/austria-climate.5tzfrp5eaa.2022-07-07/comments.csv", "comment-body", ""),
        ("openData/canadian-electoral-reform/comments.csv", "comment-body", "Canada"),
        ("openData/scoop-hivemind.affordable-housing/comments.csv", "comment-body", "New Zealand"),
    ):
        file = Path(folder) / path
        if folder and file.is_file():
            with file.open(encoding="utf-8", errors="replace", newline="") as opened:
                found = (row[column].strip() for row in csv.DictReader(opened))
                texts = [_BRACES.sub(r"(\1)", text) for text in found if text]
            put_back = [_REPLACED.sub(lambda _: f"{{{next(names)}}}", text) for text in texts]
            yield _with_spans(path, place, put_back)


def _with_spans(name: str, place: str, lines: Sequence[str]) -> Comments:
    """Return comments without the braces around what tells who somebody is."""
    texts, spans = list[str](), list[list[tuple[int, int]]]()
    for line in lines:
        marks = [*_BRACES.finditer(line)]
        # Each pair of braces before a mark takes two letters away.
        spans.append(
            [(one.start() - 2 * at, one.end() - 2 * at - 2) for at, one in enumerate(marks)]
        )
        texts.append(_BRACES.sub(r"\1", line))
    return Comments(name, place, texts, spans)
