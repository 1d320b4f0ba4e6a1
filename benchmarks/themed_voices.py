"""Two sets of voices that were put into themes by hand; nothing is ever tuned on the second."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

FOLDER = Path(__file__).parent


class Labelled(NamedTuple):
    """A voice and the themes that people would accept for it; the first one is its own."""

    id: str
    text: str
    themes: tuple[str, ...]
    kind: str
    """Such as hard or plain; in the held-out set outcome, everyday or misleading."""
    language: str

    def shares_a_theme(self, other: "Labelled") -> bool:
        """Say whether some theme would be right for both."""
        return not set(self.themes).isdisjoint(other.themes)


class Themed(NamedTuple):
    """Voices, and the statement of every theme they were put into."""

    voices: tuple[Labelled, ...]
    statements: Mapping[str, str]

    def english(self) -> "Themed":
        """Return the voices in English alone."""
        return self.only(*(one for one in self.voices if one.language == "en"))

    def of_kind(self, kind: str) -> "Themed":
        """Return the voices of one kind alone."""
        return self.only(*(one for one in self.voices if one.kind == kind))

    def only(self, *voices: Labelled) -> "Themed":
        """Return some of the voices, with all the themes."""
        return self._replace(voices=voices)

    def kinds(self) -> list[str]:
        """Return the kinds of voices there are."""
        return sorted({one.kind for one in self.voices})


@cache
def first() -> Themed:
    """Return the set that the settings of the suggestions were chosen with."""
    return _read("voices_by_theme.json")


@cache
def held_out() -> Themed:
    """Return the set that was written before anything was measured on it, and only tells."""
    return _read("voices_held_out.json")


def _read(name: str) -> Themed:
    written = json.loads((FOLDER / name).read_text("utf-8"))
    voices = (
        Labelled(one["id"], one["text"], (one["theme"], *one["also"]), _kind(one), one["language"])
        for one in written["voices"]
    )
    return Themed(tuple(voices), written["themes"])


def _kind(written: Mapping[str, object]) -> str:
    return str(written.get("kind") or ("hard" if written["hard"] else "plain"))


def many(count: int) -> Iterator[Labelled]:
    """Yield as many different voices as are asked for, made of the labelled ones."""
    voices = first().english().voices
    chance = Random(count)  # noqa: S311 - chance, not secrecy
    for number in range(count):
        one, other = chance.choice(voices), chance.choice(voices)
        text = one.text if number < len(voices) else f"{one.text} {other.text} ({number})"
        yield one._replace(id=f"m{number:05}", text=text)
