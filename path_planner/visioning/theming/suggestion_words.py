"""Sentences that say what made a suggestion. They hold people's words: show them as plain text."""

from collections.abc import Iterable

from path_planner.domain.vision.vision import Vision
from path_planner.suggesting.likely_themes import LikelyTheme
from path_planner.suggesting.likeness import Alike, How, Shared
from path_planner.suggesting.seeds import Seed
from path_planner.words import mark, say, say_many

HOW_WORDS = {
    How.VERY: mark("Very like it."),
    How.RATHER: mark("Rather like it."),
    How.A_LITTLE: mark("A little like it."),
    How.HARDLY: mark("Hardly like it."),
}
SEED_WORDS = {
    How.VERY: mark("Very like each other."),
    How.RATHER: mark("Rather like each other."),
    How.A_LITTLE: mark("A little like each other."),
    How.HARDLY: mark("Hardly like each other."),
}
_MOST_LETTERS = 120


def machine_words() -> str:
    """Say what these suggestions are, and what they are not."""
    return say("The machine suggests. People decide, and people name.")


def why_alike(alike: Alike) -> str:
    """Say what makes a voice like the one that was asked about."""
    return f"{say(HOW_WORDS[alike.how])} {_why(alike.words, alike.by_sense)}"


def why_theme(vision: Vision, likely: LikelyTheme) -> str:
    """Say what speaks for a theme."""
    said = []
    if likely.words:
        said.append(say("Its name or statement goes with: {words}.", words=_pairs(likely.words)))
    if likely.nearest is not None and likely.nearest.id in vision.voices:
        words = _short(vision.voices[likely.nearest.id].text)
        said.append(say("The nearest voice in it: “{words}”", words=words))
    if not said:
        said.append(_why((), likely.by_sense))
    return " ".join((say(HOW_WORDS[likely.how]), *said))


def why_seed(seed: Seed) -> str:
    """Say what makes these voices a start."""
    return f"{say(SEED_WORDS[seed.how])} {_why(seed.words, seed.by_sense)}"


def strange_words(count: int) -> str:
    """Say that some voices are in languages that are not known here; empty where there are none."""
    if not count:
        return ""
    return say_many(
        "{count} voice is in a language that is not known here. Only its letters are compared.",
        "{count} voices are in languages that are not known here. Only their letters are compared.",
        count,
    )


def _why(words: Iterable[Shared], by_sense: bool) -> str:
    pairs = _pairs(words)
    if pairs and by_sense:
        return say("What goes together: {words}.", words=pairs)
    if pairs:
        return say("The same letters: {words}.", words=pairs)
    if by_sense:
        return say("No single word made this. It is what is said as a whole.")
    return say("Only letters were compared: the language is not known here.")


def _pairs(words: Iterable[Shared]) -> str:
    return ", ".join(
        say("“{word}”", word=pair.one)
        if pair.one == pair.other
        else say("“{one}” and “{other}”", one=pair.one, other=pair.other)
        for pair in words
    )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _MOST_LETTERS else f"{line[: _MOST_LETTERS - 1].rstrip()}…"
