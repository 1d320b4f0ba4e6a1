"""Readability: sentences, their number of words, and breaking long ones between clauses."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from path_planner.analysis.ranking import actions_by_day, themes_that_matter
from path_planner.domain.base import sorted_records
from path_planner.domain.vision.vision import Vision
from path_planner.i18n import N_, _

MOST_WORDS = 15
"""Sentences with more words are hard to read."""
MOST_LETTERS = 200
"""The most characters of a text; the rest is cut, as the plan has all of it."""
_LEAST_WORDS = 3
"""The least number of words of a clause."""

_STOPS = r".!?\u2026\u061f\u06d4\u0964"
_ENDS = re.compile(
    rf"(?:(?<=[{_STOPS}])|(?<=[{_STOPS}][\"'\u201d\u2019\u00bb)]))\s+(?![a-z])"
    r"|\n+|(?<=[\u3002\uff01\uff1f])"
)
_CLAUSES = re.compile(r"(?<=[,;:\u060c\u061b\uff0c\uff1b\uff1a])\s+|\s+(?=[\u2013\u2014]\s)")
_JOINTS = re.compile(
    r"\s+(?=(?:and|but|because|so|when|if|while|until|where|who|which)\s)", re.IGNORECASE
)
_WORD = re.compile(r"\w[\w'’-]*")


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; each line ends a sentence, too."""
    return [part.strip() for part in _ENDS.split(text) if part and part.strip()]


def count_words(text: str) -> int:
    """Return the number of words of a text."""
    return len(_WORD.findall(text))


def is_long(sentence: str) -> bool:
    """Whether a sentence has too many words."""
    return count_words(sentence) > MOST_WORDS


def pieces(text: str) -> list[str]:
    """Return a text in short pieces, broken only between sentences or clauses.

    No word is changed. A piece without such a boundary stays long.
    """
    return [piece for sentence in sentences(text) for piece in _broken(sentence)]


def shortened(text: str) -> str:
    """Return a text truncated to a row, with an ellipsis."""
    if len(text) <= MOST_LETTERS:
        return text
    begun = text[:MOST_LETTERS]
    whole, _, _ = begun.rpartition(" ")
    return f"{whole or begun}…"


def _broken(sentence: str) -> Iterator[str]:
    for place in (_CLAUSES, _JOINTS):
        if not is_long(sentence):
            break
        parts = list(_joined(place.split(sentence)))
        if all(not is_long(part) for part in parts) or place is _JOINTS:
            yield from parts
            return
        if len(parts) > 1:
            for part in parts:
                yield from _joined(_JOINTS.split(part)) if is_long(part) else (part,)
            return
    yield sentence


def _joined(parts: Iterable[str]) -> Iterator[str]:
    """Join parts again as long as they are short, or too short to stand alone."""
    line = ""
    for part in parts:
        longer = f"{line} {part}".strip()
        stump = count_words(part) < _LEAST_WORDS or 0 < count_words(line) < _LEAST_WORDS
        if line and is_long(longer) and not stump:
            yield line
            line = part
        else:
            line = longer
    if line:
        yield line


LONG_WORD = 13
"""Words with so many letters are hard to read."""
_LONG_WORD = re.compile(rf"[^\W\d_]{{{LONG_WORD},}}")

WHERE_WORDS = {
    "about": N_("The vision"),
    "themes": N_("Theme"),
    "priorities": N_("Priority"),
    "actions": N_("Action"),
    "outcomes": N_("Outcome"),
}


class HardSentence(NamedTuple):
    """A hard sentence: its number of words, and its long words."""

    sentence: str
    words: int
    long_words: tuple[str, ...]

    @property
    def is_long(self) -> bool:
        """Say whether it has too many words."""
        return is_long(self.sentence)

    def __str__(self) -> str:
        """Return why it is hard."""
        if not self.is_long:
            return _("Long words: {words}.", words=", ".join(self.long_words))
        return _("{count} words.", count=self.words)


class Hard(NamedTuple):
    """A text of the group with hard sentences, and its easy read wording, if any."""

    collection: str
    id: str
    words: str
    easy: str
    sentences: tuple[HardSentence, ...]


def hard_to_read(vision: Vision, *, long_words: bool = False) -> list[Hard]:
    """Return the texts of the easy read edition with sentences that are too long.

    With `long_words`, also those with long words.
    """
    found = []
    for collection, record_id, words, easy in _wordings(vision):
        hard = tuple(_hard(easy or words, long_words))
        if hard:
            found.append(Hard(collection, record_id, words, easy, hard))
    return found


def _hard(text: str, long_words: bool) -> Iterator[HardSentence]:
    for sentence in sentences(text):
        long = tuple(dict.fromkeys(_LONG_WORD.findall(sentence)))
        if is_long(sentence) or (long_words and long):
            yield HardSentence(sentence, count_words(sentence), long)


def _wordings(vision: Vision) -> Iterator[tuple[str, str, str, str]]:
    """Yield the texts that can have an easy read wording, in the order of the edition."""
    about = vision.about
    yield "about", "about", about.vision, about.easy
    for theme in (one.theme for one in themes_that_matter(vision)):
        if theme.easy.strip():
            # One without easy words is not printed.
            yield "themes", theme.id, theme.statement, theme.easy
    for priority in sorted_records(vision.priorities):
        yield "priorities", priority.id, priority.title, priority.easy
    for action in actions_by_day(vision):
        yield "actions", action.id, action.what, action.easy
    for outcome in sorted_records(vision.outcomes):
        yield "outcomes", outcome.id, outcome.statement, outcome.easy
