"""Takes pictures of every page in three sizes: `python -m tests.browser.pictures [NAME…]`."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import expect

from tests.browser.conditions import conditions, full_session, new_session, show
from tests.browser.conftest import PATIENCE
from tests.browser.planner import planner
from tests.chromium import chromium
from tests.entry import let_in

FOLDER = Path(__file__).with_name("pictures")
SIZES = ((1920, 1080), (1024, 768), (390, 844))


def main(wanted: list[str]) -> None:
    """Take the pictures of these states, or of all."""
    FOLDER.mkdir(exist_ok=True)
    expect.set_options(timeout=PATIENCE)
    with TemporaryDirectory() as folder, planner(Path(folder) / "store") as app, chromium() as all_:
        states = list(conditions(full_session(app), new_session(app)))
        for width, height in SIZES:
            page = all_.new_page(
                viewport={"width": width, "height": height}, storage_state=let_in()
            )
            for one in states:
                if not wanted or one.name in wanted:
                    page.set_viewport_size({"width": width, "height": height})
                    show(page, app, one)
                    scrolled = page.locator("[data-testid=stMain]").evaluate(
                        "one => one.scrollHeight"
                    )
                    page.set_viewport_size({"width": width, "height": max(height, scrolled)})
                    page.screenshot(path=FOLDER / f"{one.name}-{width}.png")
                    sys.stdout.write(f"{one.name}-{width}.png\n")
            page.close()


if __name__ == "__main__":
    main(sys.argv[1:])
