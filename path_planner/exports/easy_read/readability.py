"""Which sentences that people typed are hard to read: told to the group, never rewritten."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from path_planner.domain.editing import in_order
from path_planner.domain.vision.vision import Vision
from path_planner.evidence.weighing import actions_by_day
from path_planner.exports.easy_read.sentences import count_words, is_long, sentences
from path_planner.words import mark, say

LONG_WORD = 13
"""A word of so many letters is hard to read."""
_WORD = re.compile(rf"[^\W\d_]{{{LONG_WORD},}}")

WHERE_WORDS = {
    "about": mark("The vision"),
    "themes": mark("Theme"),
    "priorities": mark("Priority"),
    "actions": mark("Action"),
    "outcomes": mark("Outcome"),
}


class HardSentence(NamedTuple):
    """One sentence: how many words it has, and the words in it that are long."""

    sentence: str
    words: int
    long_words: tuple[str, ...]

    @property
    def is_long(self) -> bool:
        """Say whether it has too many words."""
        return is_long(self.sentence)

    def __str__(self) -> str:
        """Say what makes it hard."""
        if not self.is_long:
            return say("Long words: {words}.", words=", ".join(self.long_words))
        return say("{count} words.", count=self.words)


class Hard(NamedTuple):
    """Words of the group with hard sentences in them, and the easy wording it gave, if any."""

    collection: str
    id: str
    words: str
    easy: str
    sentences: tuple[HardSentence, ...]


def hard_to_read(vision: Vision, *, long_words: bool = False) -> list[Hard]:
    """Return what the easy read edition says in sentences that are too long.

    With `long_words`, sentences with long words are told as well.
    """
    found = []
    for collection, record_id, words, easy in _wordings(vision):
        hard = tuple(_hard(easy or words, long_words))
        if hard:
            found.append(Hard(collection, record_id, words, easy, hard))
    return found


def _hard(text: str, long_words: bool) -> Iterator[HardSentence]:
    for sentence in sentences(text):
        long = tuple(dict.fromkeys(_WORD.findall(sentence)))
        if is_long(sentence) or (long_words and long):
            yield HardSentence(sentence, count_words(sentence), long)


def _wordings(vision: Vision) -> Iterator[tuple[str, str, str, str]]:
    """Yield what can be given an easy wording, in the order of the edition."""
    about = vision.about
    yield "about", "about", about.vision, about.easy
    for theme in in_order(vision.themes):
        yield "themes", theme.id, theme.statement, theme.easy
    for priority in in_order(vision.priorities):
        yield "priorities", priority.id, priority.title, priority.easy
    for action in actions_by_day(vision):
        yield "actions", action.id, action.what, action.easy
    for outcome in in_order(vision.outcomes):
        yield "outcomes", outcome.id, outcome.statement, outcome.easy
