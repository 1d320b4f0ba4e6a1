"""What axe finds on a page, but for what stands in Streamlit's own chrome."""

from dataclasses import dataclass

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

SERIOUS = {"serious", "critical"}
STREAMLITS_OWN: tuple[tuple[str, str], ...] = ()
"""What Streamlit does and we cannot mend: exactly this rule, at a target with this part."""

VIOLATIONS = """async (serious) => {
  const others = axe._audit.rules.filter((rule) => !serious.includes(rule.impact));
  const rules = Object.fromEntries(others.map((rule) => [rule.id, { enabled: false }]));
  return (await axe.run({ resultTypes: ["violations"], rules })).violations;
}"""
"""Axe without what takes most of its time: describing what is well, and rules of which whatever
breaks them is moderate or minor, for a rule lends its own impact to all its findings."""


@dataclass(frozen=True)
class Finding:
    """One element that breaks one rule."""

    rule: str
    target: str
    html: str

    @property
    def is_streamlits(self) -> bool:
        """Say whether it is on the list of what we cannot mend."""
        return any(self.rule == rule and part in self.target for rule, part in STREAMLITS_OWN)


def findings(page: Page) -> list[Finding]:
    """Return the serious and critical findings on a page."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    return [
        Finding(rule["id"], " ".join(map(str, node["target"])), node["html"][:300])
        for rule in page.evaluate(VIOLATIONS, sorted(SERIOUS))
        if rule["impact"] in SERIOUS
        for node in rule["nodes"]
    ]
