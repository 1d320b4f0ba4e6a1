"""The stamps that can be put on the wall, by life area, as lines that a hand could have drawn."""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import IO, Any

from path_planner.errors import StampsMissing, UnknownStamp
from path_planner.i18n import ENGLISH, _, language
from path_planner.resources import package_file
from path_planner.typography.glyphs import Step

FILE = "icons/stamps.json"

_STEP = re.compile(r"([MLCZ])([^MLCZ]*)")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Icon:
    """A stamp: open and closed lines in a square, all drawn with one round pen."""

    id: str
    area: str
    name: str
    """The id of its plain name in the catalogue of words."""
    find: str
    """The id of more words to find it by, with commas between."""
    drawn: tuple[str, ...]
    size: float
    line: float

    @property
    def paths(self) -> tuple[tuple[Step, ...], ...]:
        """Return its lines in steps: m, l, c, h as for the outlines of letters, y down."""
        return tuple(_steps(line) for line in self.drawn)

    @property
    def words(self) -> str:
        """Say its name in the language spoken now."""
        return _(self.name)


@dataclass(frozen=True, slots=True)
class Area:
    """A part of life, and the stamps for it."""

    id: str
    name: str
    icons: tuple[Icon, ...]


def areas() -> tuple[Area, ...]:
    """Return all stamps, area by area."""
    return _box(package_file(FILE))[0]


def find(icon: str) -> Icon:
    """Return a stamp by its id."""
    try:
        return _box(package_file(FILE))[1][icon]
    except KeyError:
        raise UnknownStamp(icon=icon) from None


def has(icon: str) -> bool:
    """Say whether the box has such a stamp."""
    return icon in _box(package_file(FILE))[1]


def translated() -> dict[str, str]:
    """Say the names of all areas and stamps where they are not English, for the wall's palette."""
    if language() == ENGLISH:
        return {}
    said = {f"stamp-area:{area.id}": _(area.name) for area in areas()}
    for icon in _box(package_file(FILE))[1].values():
        said[f"stamp:{icon.id}"] = icon.words
        said[f"stamp-find:{icon.id}"] = _(icon.find)
    return said


def svg_of(icon: str, colour: str) -> str:
    """Return a stamp as a picture of its own, in one colour."""
    stamp = find(icon)
    if not re.fullmatch(r"#[0-9A-Fa-f]{6}", colour):
        raise ValueError(colour)
    size = f"{stamp.size:g}"
    lines = "".join(f'<path d="{line}"/>' for line in stamp.drawn)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" '
        f'width="{size}" height="{size}" fill="none" stroke="{colour}" '
        f'stroke-width="{stamp.line:g}" stroke-linecap="round" stroke-linejoin="round">'
        f"{lines}</svg>"
    )


@cache
def _box(path: Path) -> tuple[tuple[Area, ...], dict[str, Icon]]:
    if not path.is_file():
        raise StampsMissing
    held = json.loads(path.read_text("utf-8"))
    icons = {stamp["id"]: _icon(stamp, held["size"], held["line"]) for stamp in held["stamps"]}
    found = tuple(
        Area(area["id"], area["words"], tuple(i for i in icons.values() if i.area == area["id"]))
        for area in held["areas"]
    )
    return found, icons


def _icon(stamp: dict[str, Any], size: float, line: float) -> Icon:
    return Icon(
        id=stamp["id"],
        area=stamp["area"],
        name=stamp["words"],
        find=stamp["find"],
        drawn=tuple(stamp["d"]),
        size=size,
        line=line,
    )


@cache
def _steps(line: str) -> tuple[Step, ...]:
    return tuple(
        ("h" if letter == "Z" else letter.lower(), tuple(map(float, _NUMBER.findall(numbers))))
        for letter, numbers in _STEP.findall(line)
    )


Message = tuple[int, str, str, list[str]]


def gather(
    source: IO[bytes],
    _keywords: Collection[str],
    _comments: Collection[str],
    options: Mapping[str, object],  # noqa: ARG001 - Babel's name for it
) -> Iterator[Message]:
    """Yield every name and every list of words to find a stamp by, as Babel wants them."""
    for number, line in enumerate(source.read().decode().splitlines(), start=1):
        held = line.strip().removesuffix(",")
        if held.startswith("{") and held.endswith("}"):
            facts = json.loads(held)
            yield from ((number, "", facts[key], []) for key in ("name", "find") if key in facts)
