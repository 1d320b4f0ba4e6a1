"""Highlights of PII findings in a text, with their reasons."""

from path_planner.i18n import _
from path_planner.services.vision.privacy.pii import PII_KIND_WORDS, PiiMatch
from path_planner.ui.components.basics import escaped


def highlighted(text: str, findings: tuple[PiiMatch, ...]) -> str:
    """Return a text as HTML with its findings marked, by words as well as by colour."""
    parts: list[str] = []
    start = 0
    for finding in sorted(findings):
        parts.append(escaped(text[start : finding.start]))
        kind = escaped(_(PII_KIND_WORDS[finding.kind]))
        parts.append(
            f"<mark>{escaped(text[finding.start : finding.end])} <small>{kind}</small></mark>"
        )
        start = finding.end
    return "".join((*parts, escaped(text[start:])))


def highlight_reason(text: str, finding: PiiMatch) -> str:
    """Return why a part of a text is marked."""
    return _("“{words}”: {why}", words=text[finding.start : finding.end], why=_(finding.why))
