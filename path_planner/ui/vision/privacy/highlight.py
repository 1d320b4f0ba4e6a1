"""What may tell who somebody is, marked in a text, and why."""

from path_planner.i18n import _
from path_planner.services.vision.privacy.pii import PII_KIND_WORDS, PiiMatch
from path_planner.ui.components.basics import escaped


def highlighted(text: str, found: tuple[PiiMatch, ...]) -> str:
    """Write a text as HTML with what was found marked, in words too and not by colour alone."""
    parts: list[str] = []
    place = 0
    for one in sorted(found):
        parts.append(escaped(text[place : one.start]))
        kind = escaped(_(PII_KIND_WORDS[one.kind]))
        parts.append(f"<mark>{escaped(text[one.start : one.end])} <small>{kind}</small></mark>")
        place = one.end
    return "".join((*parts, escaped(text[place:])))


def highlight_reason(text: str, found: PiiMatch) -> str:
    """Say why a part of a text is marked."""
    return _("“{words}”: {why}", words=text[found.start : found.end], why=_(found.why))
