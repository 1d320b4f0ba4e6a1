"""What an earlier export of the same file brought: found again row by row, and brought up to date.

A row is known by its number where it was collected, else by its words and how often they came
before in the file. What is stored of it is a hash with the id of the vision as its key: neither
words nor names, and of no use in another vision.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
from hashlib import blake2b
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from path_planner.domain.base import MOST_LETTERS_IN_A_LINE, clean_line, next_order
from path_planner.domain.vision.sources import SharedVoice
from path_planner.domain.vision.theme import Theme, ThemeAssignment, theme_assignment_id
from path_planner.domain.vision.vision import Vision
from path_planner.services.context import FreshId
from path_planner.services.vision.privacy.pii_checks import fingerprint
from path_planner.services.vision.privacy.tokenizer import normalise
from path_planner.services.vision.withdrawal import without_voices

if TYPE_CHECKING:
    from path_planner.services.vision.imports.conversation import Utterance

_ENOUGH, _NEARLY_ALL = 0.5, 0.9
"""The share of rows that two exports have in common, at least, if they are of one file."""
_FEW = 5
"""Of fewer rows in common nearly all must be: two short talks may share a line."""
_OWN_WORDS = 15
"""From this length on, two people seldom write the same; “Yes” and “Buses” are in every survey."""


class RowKeys:
    """The keys of the rows of one file, in its order.

    A number that several rows have is that of a person or a group, not of a row: there the words
    count too.
    """

    def __init__(self, vision_id: str, everything: Iterable["Utterance"]) -> None:
        self._secret = vision_id.encode()[:64]
        self._rows = Counter((said.question, said.row) for said in everything if said.row)
        self._seen = Counter[tuple[str, str, str]]()

    def key(self, said: "Utterance") -> str:
        """Return the key of the next row."""
        if self.is_numbered(said):
            return self._hash("row", said.question, said.row)
        self._seen[said.question, said.row, said.text] += 1
        number = str(self._seen[said.question, said.row, said.text])
        if said.row:
            return self._hash("row and words", said.question, said.row, said.text, number)
        return self._hash("words", said.question, said.text, number)

    def is_numbered(self, said: "Utterance") -> bool:
        """Whether a row is known by its number alone."""
        return bool(said.row) and self._rows[said.question, said.row] == 1

    def _hash(self, *parts: str) -> str:
        joined = "\0".join(parts).encode("utf-8", "replace")
        return blake2b(joined, key=self._secret, digest_size=16).hexdigest()


class _Common(NamedTuple):
    """What a file in the vision has in common with the rows that come."""

    rows: int
    whole: int
    """How many rows of the file there are in the vision, withdrawn ones too."""
    own: int
    """The common rows with words that hardly anybody else would write, or with their number."""
    whole_own: int
    turns: int
    """How many common rows follow one with other words in the file."""
    in_order: int
    """How many of these follow it in the rows that come too; or precede it, if more do."""

    def is_same(self, count: int) -> bool:
        """Whether these are two exports of one file; `count` is that of the rows that come."""
        if self.rows == self.whole == count:
            return True
        if self.own >= _FEW or (self.own > 1 and self.own == self.rows):
            return self.own >= _ENOUGH * min(self.whole_own, count)
        if self.in_order < _NEARLY_ALL * self.turns:
            return False
        enough = _ENOUGH if self.turns > _FEW * 2 else _NEARLY_ALL
        return self.rows >= enough * self.whole


def file_of(
    vision: Vision, copies: Sequence[SharedVoice], numbered: frozenset[str | None]
) -> str | None:
    """Return the file in the vision of which these rows are another export, or None.

    Numbers of rows begin with 1 in every file, so that of a `numbered` row the words count too.
    """
    keys = {copy.original: copy for copy in copies}
    files: dict[str, list[SharedVoice]] = {}
    for voice in vision.voices.values():
        source = vision.sources.get(voice.source)
        if source is not None and source.file is not None and voice.original is not None:
            files.setdefault(source.file, []).append(voice)
    withdrawn = _withdrawn_rows(vision, keys.keys() - numbered)
    found = {
        file: _common(files.get(file, []), withdrawn.get(file, 0), keys, numbered)
        for file in files.keys() | withdrawn.keys()
    }
    same = [file for file, common in found.items() if common.rows and common.is_same(len(keys))]
    return max(same, key=lambda file: (found[file].rows, file), default=None)


def _withdrawn_rows(vision: Vision, keys: AbstractSet[str | None]) -> Counter[str]:
    """Count by file the rows that come and were withdrawn here; words alone are their keys."""
    counts = Counter[str]()
    for withdrawal in vision.withdrawals.values():
        source = vision.sources.get(withdrawal.source)
        if source is not None and source.file is not None:
            counts[source.file] += len(keys & set(withdrawal.originals))
    return +counts


def _common(
    voices: Sequence[SharedVoice],
    withdrawn: int,
    keys: Mapping[str | None, SharedVoice],
    numbered: frozenset[str | None],
) -> _Common:
    common = [
        voice
        for voice in sorted(voices, key=lambda voice: (voice.order, voice.id))
        if (copy := keys.get(voice.original)) is not None
        and (voice.original not in numbered or _same_words(voice, copy))
    ]
    turns = [
        keys[voice.original].order < keys[after.original].order
        for voice, after in pairwise(common)
        if keys[voice.original].text != keys[after.original].text
    ]
    return _Common(
        rows=len(common) + withdrawn,
        whole=len(voices) + withdrawn,
        own=sum(_is_own(voice, numbered) for voice in common),
        whole_own=sum(_is_own(voice, numbered) for voice in voices),
        turns=len(turns),
        in_order=max(sum(turns), len(turns) - sum(turns)),
    )


def _is_own(voice: SharedVoice, numbered: frozenset[str | None]) -> bool:
    return voice.original in numbered or len(voice.text) >= _OWN_WORDS


def _same_words(before: SharedVoice, copy: SharedVoice) -> bool:
    return copy.text == before.text or fingerprint(copy.text) == before.came_as


def sources_of_file(vision: Vision, file: str) -> frozenset[str]:
    """Return the ids of the sources that came with a file."""
    return frozenset(source.id for source in vision.sources.values() if source.file == file)


def copies_of_file(vision: Vision, file: str | None) -> dict[str | None, SharedVoice]:
    """Return the voices of a file by their keys, those that are set aside too."""
    if file is None:
        return {}
    sources = sources_of_file(vision, file)
    return {
        voice.original: voice
        for voice in (*vision.set_aside.values(), *vision.voices.values())
        if voice.source in sources and voice.original
    }


def withdrawn_originals(vision: Vision, sources: Iterable[str]) -> set[str]:
    """Return the keys of the voices of these sources that were withdrawn for good."""
    wanted = set(sources)
    return {
        original
        for withdrawal in vision.withdrawals.values()
        if withdrawal.source in wanted
        for original in withdrawal.originals
    }


def updated(before: SharedVoice, copy: SharedVoice) -> SharedVoice:
    """Return a voice as a newer export has it, with what the group did to it here."""
    facts = {
        name: getattr(copy, name)
        for name in ("speaker", "role", "question", "place", "agrees", "disagrees", "order")
    }
    original = before.came_as if before.reworded else fingerprint(before.text)
    if fingerprint(copy.text) != original:
        facts |= {"text": copy.text, "reworded": False, "came_as": "", "checked": False}
    return before.model_copy(update=facts)


def without_rows(
    vision: Vision, out: AbstractSet[str], emptied: Iterable[str], fresh_id: FreshId, at: datetime
) -> tuple[Vision, int]:
    """Return a vision without voices that are moderated `out` or empty now, and count them."""
    gone = vision.voices.keys() & (out | set(emptied))
    for source in {vision.voices[voice].source for voice in gone}:
        vision = without_voices(vision, source, gone, fresh_id, at)
    aside = {key: voice for key, voice in vision.set_aside.items() if key not in out}
    return vision.model_copy(update={"set_aside": aside}), len(gone)


def with_themes(
    vision: Vision, assigned: Iterable[tuple[str, tuple[str, ...]]], fresh_id: FreshId
) -> Vision:
    """Put voices into themes by name; a theme that is not there is added."""
    themes, placings = dict(vision.themes), dict(vision.placings)
    ids = {_folded(theme.name): theme.id for theme in themes.values()}
    order = next_order(placings)
    for voice, names in assigned:
        for name in names:
            if _folded(name) not in ids:
                theme = Theme(id=fresh_id(), name=_line(name), order=next_order(themes))
                ids[_folded(name)] = theme.id
                themes[theme.id] = theme
            placing_id = theme_assignment_id(voice, ids[_folded(name)])
            placings[placing_id] = ThemeAssignment(
                id=placing_id, voice=voice, theme=ids[_folded(name)], order=order
            )
            order += 1.0
    return vision.model_copy(update={"themes": themes, "placings": placings})


def _line(name: str) -> str:
    return str(clean_line(" ".join(name.split())))[:MOST_LETTERS_IN_A_LINE]


def _folded(name: str) -> str:
    return " ".join(normalise(_line(name)).text.split())
