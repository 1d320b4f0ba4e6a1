"""What an earlier export of the same file brought: found again row by row, and brought up to date.

A row is known by its number where it was collected, else by its words and how often they came
before in the file. What is stored of it is a hash with the id of the vision as its key: neither
words nor names, and of no use in another vision.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING

from path_planner.domain.base import MOST_LETTERS_IN_A_LINE, clean_line, next_order
from path_planner.domain.vision.sources import SharedVoice
from path_planner.domain.vision.theme import Theme, ThemeAssignment, theme_assignment_id
from path_planner.domain.vision.vision import Vision
from path_planner.services.context import FreshId
from path_planner.services.vision.privacy.normalisation import normalise
from path_planner.services.vision.privacy.pii_checks import fingerprint

if TYPE_CHECKING:
    from path_planner.services.vision.imports.conversation import Utterance

_ENOUGH, _FEW_ENOUGH = 0.5, 0.9
"""The share of rows that two exports have in common, at least, if they are of one file."""
_FEW = 5
"""Of fewer rows in common nearly all must be: two short talks may share a line."""


class RowKeys:
    """The keys of the rows of one file, in its order."""

    def __init__(self, vision_id: str) -> None:
        self._secret = vision_id.encode()[:64]
        self._seen = Counter[tuple[str, str]]()

    def key(self, said: "Utterance") -> str:
        """Return the key of the next row."""
        if said.row:
            return self._hash("row", said.question, said.row)
        self._seen[said.question, said.text] += 1
        return self._hash(
            "words", said.question, said.text, str(self._seen[said.question, said.text])
        )

    def _hash(self, *parts: str) -> str:
        joined = "\0".join(parts).encode("utf-8", "replace")
        return blake2b(joined, key=self._secret, digest_size=16).hexdigest()


def file_of(
    vision: Vision, copies: Sequence[SharedVoice], said: Sequence["Utterance"]
) -> str | None:
    """Return the file in the vision of which these rows are another export, or None.

    Numbers of rows begin with 1 in every file, so that of a numbered row the words count too.
    """
    keys = {copy.original: copy for copy in copies}
    numbered = {copy.original for copy, row in zip(copies, said, strict=True) if row.row}
    common, whole = Counter[str](), Counter[str]()
    for voice in vision.voices.values():
        source = vision.sources.get(voice.source)
        if source is None or source.file is None or voice.original is None:
            continue
        whole[source.file] += 1
        copy = keys.get(voice.original)
        if copy is not None:
            same = copy.text == voice.text or fingerprint(copy.text) == voice.came_as
            common[source.file] += same or voice.original not in numbered
    shares = {file: common[file] / min(whole[file], len(keys)) for file in common}
    best = max(shares, key=lambda file: (shares[file], file), default=None)
    if best is None:
        return None
    enough = _ENOUGH if common[best] >= _FEW else _FEW_ENOUGH
    return best if shares[best] >= enough else None


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
        for name in ("speaker", "role", "question", "place", "agrees", "disagrees")
    }
    original = before.came_as if before.reworded else fingerprint(before.text)
    if fingerprint(copy.text) != original:
        facts |= {"text": copy.text, "reworded": False, "came_as": "", "checked": False}
    return before.model_copy(update=facts)


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
