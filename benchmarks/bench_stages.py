"""Voices on the stages page: from Enter until the words are seen, and until their card is there.

Beside it, in the same run: a bare Streamlit page with a field and a list of what was entered.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from playwright.sync_api import Browser, Page, expect

from benchmarks.bench_start import free_port, running, wait_for
from path_planner.domain.base import put
from path_planner.domain.voice import Voice
from path_planner.services.context import SessionContext
from path_planner.services.session.documents import begin
from path_planner.storage.store_registry import open_store
from tests.browser.planner import planner
from tests.chromium import chromium
from tests.entry import let_in

COUNTS = (8, 40)
VOICES, WARMING = 9, 2
PATIENCE = 120_000
"""Milliseconds to wait for anything."""
REST = 600
"""Milliseconds in which a page comes to rest."""
BARE = Path(__file__).with_name("bare_list.py")
WATCH = """([words, card]) => {
  const has = (selector) =>
    [...document.querySelectorAll(selector)].some((one) => one.textContent.includes(words));
  let entered, seen;
  addEventListener("keydown", () => (entered = performance.now()), { once: true, capture: true });
  window.waited = new Promise((resolve) => {
    const watcher = new MutationObserver(() => {
      if (entered === undefined) return;
      const now = performance.now() - entered;
      if (seen === undefined && has(`.next-line-waiting li, ${card}`)) seen = now;
      if (!has(card)) return;
      watcher.disconnect();
      resolve([seen, now]);
    });
    watcher.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
}"""


class Wait(NamedTuple):
    """Milliseconds from Enter until the words are seen, and until their card is there."""

    seen: float
    card: float


def run() -> list[str]:
    """Enter voices on both pages; return lines to print."""
    with chromium() as browser:
        bare = _bare(browser)
        ours = {count: _ours(browser, count) for count in COUNTS}
    lines = [f"a bare page with a field and a list: {bare.card:.0f} ms from Enter to the line"]
    for count, wait in ours.items():
        lines += [
            f"with {count} voices, the words are seen {wait.seen:.0f} ms after Enter",
            f"  and are kept and a card after {wait.card:.0f} ms: {wait.card / bare.card:.2f}×",
        ]
    return lines


def _ours(browser: Browser, count: int) -> Wait:
    with TemporaryDirectory() as place, planner(Path(place) / "store") as app:
        store = open_store(str(app.store))
        session = begin(store, "Ada Quill")
        after = session
        for number in range(count):
            words = f"What was said before, number {number}"
            voice = Voice(id=f"v{number}", stage="dream", text=words, order=number)
            after = put(after, "voices", voice)
        SessionContext(store, session).keep(after)
        with _page(browser) as page:
            page.goto(f"{app.url}/walk?session={session.id}&stage=dream")
            return _waited(page, ".next-line-input", '[class*="st-key-voice-"] .said')


def _bare(browser: Browser) -> Wait:
    port = free_port()
    flags = ["--server.headless", "true", "--browser.gatherUsageStats", "false"]
    command = ["-m", "streamlit", "run", str(BARE), *flags, "--server.port", str(port)]
    with running([sys.executable, *command]), _page(browser) as page:
        address = f"http://127.0.0.1:{port}"
        wait_for(address)
        page.goto(address)
        return _waited(page, "textarea", ".voice")


@contextmanager
def _page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1366, "height": 768}, storage_state=let_in())
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def _waited(page: Page, field: str, card: str) -> Wait:
    """Enter a row of lines, each once the page is at rest; return the medians of the last ones."""
    waits = [_entered(page, field, card, number) for number in range(WARMING + VOICES)][WARMING:]
    return Wait(*(median(column) for column in zip(*waits, strict=True)))


def _entered(page: Page, field: str, card: str, number: int) -> Wait:
    words = f"A place to sit by the water, number {number}"
    box = page.locator(field).first
    box.fill(words)
    expect(box).to_have_value(words)
    page.wait_for_timeout(REST)
    page.evaluate(WATCH, [words, card])
    page.keyboard.press("Enter")
    return Wait(*page.evaluate("() => window.waited"))
