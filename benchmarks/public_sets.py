"""Public consultations that people have coded, read where somebody has cloned them.

They may not be shipped with this program (some are CC BY-NC-SA, some say nothing). Clone those that
you want to measure into one folder, and give its path in OPEN_DATA:

- https://github.com/The-Strategy-Unit/pxtextmining: feedback to the NHS in England, two sets;
- https://github.com/denishotii/ConsulDemocracy24-kommueneImFokus: proposals and comments in German
  towns, by the project that they were written for;
- https://github.com/pabulib/pabulib_files: participatory budgets of Warsaw and Toulouse, by their
  categories.

Each set is a sample of at most `MOST` texts, the same each time; rare themes are left out.
"""

import csv
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.themed_voices import Labelled, Themed

FOLDER = "OPEN_DATA"
MOST = 600
RAREST = 8
_CODES_BEGIN = 12
_NO_THEME = frozenset({"Labelling not possible", "Safeguarding concerns?", "Not assigned", "N/A"})

Coded = Iterator[tuple[str, Sequence[str]]]


class PublicSet(NamedTuple):
    """A set of coded texts: its name, its language and the texts with their themes."""

    name: str
    language: str
    themed: Themed


def public_sets() -> Iterator[PublicSet]:
    """Yield the sets that are in the folder of OPEN_DATA; none if it is not given."""
    if not os.environ.get(FOLDER):
        return
    root = Path(os.environ[FOLDER])
    for name, language, coded in (
        ("NHS, 2023", "en", _wide(root, "datasets/v6framework_230831.csv", "FFT answer")),
        ("NHS, first phase", "en", _long(root, "datasets/phase_1/text_data.csv", "feedback label")),
        ("Consul proposals", "de", _long(root, "data/all_proposals.csv", _PROPOSALS, ". ")),
        ("Consul comments", "de", _long(root, "data/all_comments.csv", "Text Project")),
        ("Warsaw budgets", "pl", _budgets(root, "pb_files/Poland_Warszawa_202[0-4]*.pb")),
        ("Toulouse budgets", "fr", _budgets(root, "pb_files/France_Toulouse*.pb")),
    ):
        themed = _sample(coded, language)
        if themed.voices:
            yield PublicSet(name, language, themed)


_PROPOSALS = "Title|Description|Proposed for Project"


def _rows(root: Path, path: str) -> Iterator[dict[str, str]]:
    for file in sorted(root.glob(f"*/{path}")):
        with file.open(encoding="utf-8-sig", errors="replace", newline="") as opened:
            yield from csv.DictReader(opened)


def _wide(root: Path, path: str, text: str) -> Coded:
    """Read a table with a column for each code, which holds 1 where it was given."""
    for row in _rows(root, path):
        yield row[text], [code for code in list(row)[_CODES_BEGIN:] if row[code] == "1"]


def _long(root: Path, path: str, columns: str, joined: str = " ") -> Coded:
    """Read a table with the code in one column; the other columns named are the text."""
    *texts, code = columns.split("|") if "|" in columns else columns.split()
    for row in _rows(root, path):
        yield joined.join(row[text] for text in texts), [row[code].strip()]


def _budgets(root: Path, pattern: str) -> Coded:
    """Read the projects of participatory budgets in the format of Pabulib."""
    for file in sorted(root.glob(f"*/{pattern}")):
        lines = file.read_text("utf-8", "replace").splitlines()
        projects = lines[lines.index("PROJECTS") + 1 : lines.index("VOTES")]
        for row in csv.DictReader(projects, delimiter=";"):
            codes = (code.strip() for code in (row.get("category") or "").split(","))
            yield row.get("name") or "", [code for code in codes if code]


def _sample(coded: Iterable[tuple[str, Sequence[str]]], language: str) -> Themed:
    by_text: dict[str, tuple[str, ...]] = {}
    for text, codes in coded:
        kept = tuple(code for code in codes if code and code not in _NO_THEME)
        if text.strip() and kept:
            by_text.setdefault(" ".join(text.split()), kept)
    sizes = Counter(codes[0] for codes in by_text.values())
    common = {code for code, size in sizes.items() if size >= RAREST}
    usable = [(text, codes) for text, codes in by_text.items() if codes[0] in common]
    Random(1).shuffle(usable)  # noqa: S311 - chance, not secrecy
    voices = (
        Labelled(f"p{number:05}", text, tuple(c for c in codes if c in common), "all", language)
        for number, (text, codes) in enumerate(usable[:MOST])
    )
    return Themed(tuple(voices), {code: code for code in sorted(common)})
