"""Pictures of the wall of a workshop at its start, in its middle and at its end, in three sizes.

`python -m tests.browser.wall_pictures [WIDTH…]` puts them beside the pictures of the pages.
"""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Page, expect

from path_planner.domain.marks import Card
from path_planner.domain.session import Session, StageState
from path_planner.sample.sessions import sample_session
from path_planner.storage.store_registry import open_store
from tests.browser.conditions import settled
from tests.browser.conftest import PATIENCE
from tests.browser.pictures import FOLDER, SIZES
from tests.browser.planner import planner
from tests.browser.wall import open_wall
from tests.chromium import chromium
from tests.entry import let_in

HALFWAY = ("dream", "goal", "now")
SEEN = """() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"""


def moments() -> Iterator[tuple[str, Session]]:
    """Yield the sample workshop as it was at three moments, each as a session of its own."""
    for name, held in (("start", ()), ("middle", HALFWAY)):
        yield name, only(whole(name), held)
    yield "end", whole("end")


def whole(name: str) -> Session:
    """Return the sample workshop as it ends."""
    return sample_session(0, begins=datetime.now(UTC), seed=name)


def only(session: Session, held: tuple[str, ...]) -> Session:
    """Return what was there once these stages had been held; the cards of others had no place."""

    def kept(collection: dict[str, Any]) -> dict[str, Any]:
        return {key: one for key, one in collection.items() if one.stage in held}

    marks = kept(dict(session.marks))
    if not held:
        marks = {key: one for key, one in marks.items() if not isinstance(one, Card)}
    return session.model_copy(
        update={
            "voices": kept(dict(session.voices)),
            "commitments": kept(dict(session.commitments)),
            "marks": marks,
            "stages": {key: StageState(id=key, approved=key in held) for key in session.stages},
            "about": session.about.model_copy(update={"leaving_words": ""}),
        }
    )


def main(wanted: list[str]) -> None:
    """Take the pictures in these widths, or in all."""
    FOLDER.mkdir(exist_ok=True)
    expect.set_options(timeout=PATIENCE)
    with TemporaryDirectory() as folder, planner(Path(folder) / "store") as app, chromium() as all_:
        store = open_store(str(app.store))
        walls = [(name, store.create(session).id) for name, session in moments()]
        for width, height in SIZES:
            if wanted and str(width) not in wanted:
                continue
            page = all_.new_page(
                viewport={"width": width, "height": height}, storage_state=let_in()
            )
            for name, session_id in walls:
                open_wall(page, app.url, session_id)
                stands_still(page)
                page.screenshot(path=FOLDER / f"wall-{name}-{width}.png")
                sys.stdout.write(f"wall-{name}-{width}.png\n")
            page.close()


def stands_still(page: Page) -> None:
    """Wait until the letters are there and the board has been drawn with them."""
    settled(page)
    page.evaluate("() => document.fonts.ready")
    before = b""
    while before != (now := page.locator(".wall-board").screenshot()):
        before = now
        page.evaluate(SEEN)


if __name__ == "__main__":
    main(sys.argv[1:])
