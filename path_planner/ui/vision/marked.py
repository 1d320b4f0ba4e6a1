"""What may tell who somebody is, marked in a text, and why."""

from path_planner.ui.parts import escaped
from path_planner.visioning.privacy.likely import TELLING_WORDS, Finding
from path_planner.words import say


def highlighted(text: str, found: tuple[Finding, ...]) -> str:
    """Write a text as HTML with what was found marked, in words too and not by colour alone."""
    parts: list[str] = []
    place = 0
    for one in sorted(found):
        parts.append(escaped(text[place : one.start]))
        kind = escaped(say(TELLING_WORDS[one.kind]))
        parts.append(f"<mark>{escaped(text[one.start : one.end])} <small>{kind}</small></mark>")
        place = one.end
    return "".join((*parts, escaped(text[place:])))


def why_marked(text: str, found: Finding) -> str:
    """Say why a part of a text is marked."""
    return say("“{words}”: {why}", words=text[found.start : found.end], why=say(found.why))
