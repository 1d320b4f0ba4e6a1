"""Who lives there beside who was heard: figures that the group gives, one group of people a line.

A line is a name, a colon, how many live there and, if they were asked about it, how many were
heard: “People over 65: 2,100, 34”. Where the second number is missing, the people of sources with
that name as their group count.
"""

import re
from typing import NamedTuple

from path_planner.analysis.counts import FEW
from path_planner.analysis.queries import file_of, sources_with_voices
from path_planner.domain.vision.vision import Vision

_LINE = re.compile(r"\s*([^:\uff1a]{1,120})[:\uff1a](.*)")
_NUMBER = re.compile(r"\d+(?:[,.\u00a0\u202f' ]\d{3})*")
_LONGEST = 12
"""The most digits of a number."""
_IN_EVERY = 1_000


class LocalGroup(NamedTuple):
    """A group of people: how many live there, and how many of them were heard, if it is known."""

    who: str
    lives: int
    reached: int | None = None

    @property
    def is_few(self) -> bool:
        """Whether so few of them were heard that somebody might be recognised."""
        return self.reached is not None and 0 < self.reached < FEW

    @property
    def in_a_thousand(self) -> int | None:
        """How many of every thousand who live there were heard, rounded."""
        if self.reached is None or not self.lives:
            return None
        return (self.reached * _IN_EVERY + self.lives // 2) // self.lives


def local_groups(vision: Vision) -> tuple[LocalGroup, ...]:
    """Return the groups of people that the figures name; lines without a number are left out."""
    found = (_group(vision, line) for line in vision.about.population.splitlines())
    return tuple(group for group in found if group)


def unread_lines(figures: str) -> list[str]:
    """Return the lines of the figures that have no name or no number."""
    return [line.strip() for line in figures.splitlines() if line.strip() and not _parts(line)]


def _group(vision: Vision, line: str) -> LocalGroup | None:
    parts = _parts(line)
    if parts is None:
        return None
    who, numbers = parts
    reached = numbers[1] if len(numbers) > 1 else _reached(vision, who)
    return LocalGroup(who, numbers[0], reached)


def _parts(line: str) -> tuple[str, list[int]] | None:
    match = _LINE.fullmatch(line)
    if not match or not match[1].strip():
        return None
    digits = ("".join(filter(str.isdigit, number)) for number in _NUMBER.findall(match[2]))
    numbers = [int(number) for number in digits if len(number) <= _LONGEST]
    return (match[1].strip(), numbers) if numbers else None


def _reached(vision: Vision, who: str) -> int | None:
    """Return the people of the sources of a group; those of a file count once."""
    stated = {
        file_of(vision, source.id): source.people
        for source in sources_with_voices(vision)
        if source.people and source.group.strip().casefold() == who.casefold()
    }
    return sum(stated.values()) if stated else None
