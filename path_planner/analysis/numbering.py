"""Reference numbers of records in print (T2, A5), and the golden thread from voice to outcome."""

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
    """The reference of each record, such as T2 for a theme, by collection and id."""

    names: Mapping[tuple[str, str], str]

    def of(self, collection: str, record_id: str) -> str:
        """Return the reference of a record; empty where there is no such record."""
        return self.names.get((collection, record_id), "")


class Trace(NamedTuple):
    """The golden thread of one voice: ids of its themes and of what follows from them."""

    voice: str
    themes: tuple[str, ...]
    priorities: tuple[str, ...]
    actions: tuple[str, ...]
    outcomes: tuple[str, ...]


def references(vision: Vision) -> References:
    """Return the references of all records, numbered in the order in which they are shown."""
    names: dict[tuple[str, str], str] = {}
    for collection, letter in LETTERS.items():
        records = _in_order(vision, collection)
        names |= {(collection, record.id): f"{letter}{n}" for n, record in enumerate(records, 1)}
    return References(names)


def _in_order(vision: Vision, collection: str) -> Sequence[Record]:
    match collection:
        case "sources":
            return sources_with_voices(vision)
        case "voices":
            return all_voices(vision)
        case _:
            return sorted_records(getattr(vision, collection))


def trace(vision: Vision) -> list[Trace]:
    """Return the golden thread of every voice, in the order of their references."""
    themes_of = themes_by_voice(vision)
    priorities_of = _referring(vision, "priorities", "themes")
    actions_of, outcomes_of = _referring(vision, "actions"), _referring(vision, "outcomes")
    traces = []
    for voice in all_voices(vision):
        themes = tuple(theme.id for theme in themes_of.get(voice.id, ()))
        priorities = _joined(themes, priorities_of)
        traces.append(
            Trace(
                voice.id,
                themes,
                priorities,
                _joined(priorities, actions_of),
                _joined(priorities, outcomes_of),
            )
        )
    return traces


def _referring(vision: Vision, collection: str, field: str = "priorities") -> dict[str, list[str]]:
    """Return the ids of a collection's records by each id that a field of theirs refers to."""
    referring: dict[str, list[str]] = {}
    for record in sorted_records(getattr(vision, collection)):
        for target in getattr(record, field):
            referring.setdefault(target, []).append(record.id)
    return referring


def _joined(ids: tuple[str, ...], referring: Mapping[str, list[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source for target in ids for source in referring.get(target, ())))
