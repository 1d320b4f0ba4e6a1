"""References: the short names things have in print, and the trace from a voice to an action."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from path_planner.analysis.queries import all_voices, sources_with_voices, themes_by_voice
from path_planner.domain.base import Record, sorted_records
from path_planner.domain.vision.vision import Vision

LETTERS = {
    "sources": "S",
    "voices": "Q",
    "themes": "T",
    "causes": "C",
    "disagreements": "D",
    "priorities": "P",
    "actions": "A",
    "outcomes": "O",
}


class References(NamedTuple):
    """The printed name of each record, such as T2 for a theme, by collection and id."""

    names: Mapping[tuple[str, str], str]

    def of(self, collection: str, record_id: str) -> str:
        """Return the printed name; empty where the record is not there."""
        return self.names.get((collection, record_id), "")


class Trace(NamedTuple):
    """One voice and everything that came of it, as ids."""

    voice: str
    themes: tuple[str, ...]
    priorities: tuple[str, ...]
    actions: tuple[str, ...]
    outcomes: tuple[str, ...]


def references(vision: Vision) -> References:
    """Return the numbers of everything, in the order in which it is shown."""
    names: dict[tuple[str, str], str] = {}
    for collection, letter in LETTERS.items():
        shown = _shown(vision, collection)
        names |= {(collection, one.id): f"{letter}{n}" for n, one in enumerate(shown, 1)}
    return References(names)


def _shown(vision: Vision, collection: str) -> Sequence[Record]:
    match collection:
        case "sources":
            return sources_with_voices(vision)
        case "voices":
            return all_voices(vision)
        case _:
            return sorted_records(getattr(vision, collection))


def trace(vision: Vision) -> list[Trace]:
    """Return what came of every voice, voices in the order of their references."""
    placed = themes_by_voice(vision)
    after_theme = _after(vision, "priorities", "themes")
    actions, outcomes = _after(vision, "actions"), _after(vision, "outcomes")
    traces = []
    for voice in all_voices(vision):
        themes = tuple(theme.id for theme in placed.get(voice.id, ()))
        priorities = _joined(themes, after_theme)
        traces.append(
            Trace(
                voice.id,
                themes,
                priorities,
                _joined(priorities, actions),
                _joined(priorities, outcomes),
            )
        )
    return traces


def _after(vision: Vision, collection: str, field: str = "priorities") -> dict[str, list[str]]:
    """Return which records of a collection point at each id."""
    found: dict[str, list[str]] = {}
    for record in sorted_records(getattr(vision, collection)):
        for one in getattr(record, field):
            found.setdefault(one, []).append(record.id)
    return found


def _joined(ids: tuple[str, ...], after: Mapping[str, list[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for start in ids for one in after.get(start, ())))
