"""Whether somebody who does not use a mouse sees where they are."""

from playwright.sync_api import Page

RING = """() => {
  const shown = (style) =>
    (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2);
  let here = document.activeElement;
  if (!here || here === document.body) return false;
  for (let step = 0; here && step < 8; step += 1, here = here.parentElement) {
    if (shown(getComputedStyle(here))) return true;
    if (step === 0 && here.previousElementSibling &&
        shown(getComputedStyle(here.previousElementSibling))) return true;
    if (step === 0 && here.nextElementSibling &&
        shown(getComputedStyle(here.nextElementSibling))) return true;
  }
  return false;
}"""


def is_shown(page: Page) -> bool:
    """Say whether the element with the focus, or the box around it, has a clear outline."""
    return bool(page.evaluate(RING))


def where(page: Page) -> str:
    """Describe the element that has the focus."""
    return str(page.evaluate("() => document.activeElement.outerHTML.slice(0, 300)"))
