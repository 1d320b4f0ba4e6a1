"""Visiting a page as a browser would: by its address."""

import json
import re
from itertools import count
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from path_planner.domain.vision.vision import Vision
from path_planner.storage.protocol import VisionStore
from path_planner.ui import navigation
from path_planner.ui.components.line_input import NAME

APP = Path(__file__).parents[2] / "path_planner" / "pages" / "app.py"


def visit(page: str, session_id: str = "", **parts: str) -> AppTest:
    """Open a page at its address and wait until it stands."""
    at = AppTest.from_file(APP, default_timeout=60)
    for name, value in {"session": session_id, **parts}.items():
        if value:
            at.query_params[name] = value
    at.run()
    if page != "sessions":
        request_page(at, page)
    return at


def request_page(at: AppTest, page: str) -> AppTest:
    """Ask for a page, as a browser does once it is there."""
    return at.switch_page(navigation.page(page).file).run()


def html(at: AppTest) -> str:
    """Return all that the page shows by way of HTML."""
    return "\n".join(str(one.proto.body) for one in at.get("html"))


def words_of(at: AppTest) -> str:
    """Return what the page shows by way of HTML, as text."""
    return re.sub(r"\s+", " ", re.sub(r"<style.*?</style>|<[^>]+>", " ", html(at), flags=re.DOTALL))


def press(at: AppTest, label: str, number: int = 0) -> AppTest:
    """Press a button and hold that the page stands."""
    field(at.button, label, number).click().run()
    assert not at.exception
    return at


def page_buttons(at: AppTest) -> list[Any]:
    """Return the buttons that lead to another page or step."""
    return [one for one in at.button if str(one.key).startswith("to ")]


def follow(at: AppTest, label: str, number: int = 0) -> AppTest:
    """Press a button that leads to another page, and ask for that page as a browser does."""
    button = field(page_buttons(at), label, number)
    page = button.key.split()[1]
    button.click().run()
    request_page(at, page)
    assert not at.exception
    return at


def press_twice(at: AppTest, label: str, number: int = 0) -> AppTest:
    """Press a button twice before the page answers: both presses tell of the page as it was."""
    field(at.button, label, number).click()
    seen, address = at._tree.get_widget_states(), dict(at.query_params)
    # A browser tells of the one button that was pressed, and not of all others that were not.
    for one in [one for one in seen.widgets if one.WhichOneof("value") == "trigger_value"]:
        if not one.trigger_value:
            seen.widgets.remove(one)
    page = at._page_hash or at._finished_page_script_hash
    for _ in range(2):
        at._page_hash, at.query_params = page, dict(address)
        at._run(seen)
        assert not at.exception
    return at


def now(visions: VisionStore, vision: Vision) -> Vision:
    """Return the vision as it is on the disk."""
    return visions.open(vision.id).document


def field(widgets: Any, label: str, number: int = 0) -> Any:
    """Return the widget with this label; the first one, or a later one of the same name."""
    return [one for one in widgets if one.label == label][number]


_lines = count(1)


def adding(at: AppTest) -> dict[str, str]:
    """Return the fields that add a line on Enter: their keys, by their labels."""
    shown = (one.proto for one in at.get("bidi_component"))
    facts = (json.loads(one.json) for one in shown if one.component_name == NAME)
    return {one["label"]: one["name"] for one in facts}


def enter(at: AppTest, label: str, *texts: str, **facts: Any) -> AppTest:
    """Type lines into a field that adds, with Enter after each, as its browser side tells it.

    `facts` are what else the browser tells of each line, such as what was `chosen` beside it.
    """
    lines = [{"id": f"line{next(_lines):016}", "text": text, **facts} for text in texts]
    send_lines(at, label, lines)
    return at.run()


def told_to_field(at: AppTest, label: str) -> dict[str, Any]:
    """Return what a field that adds knows of the people here."""
    shown = (one.proto for one in at.get("bidi_component"))
    facts = (json.loads(one.json) for one in shown if one.component_name == NAME)
    people: dict[str, Any] = next(one["people"] for one in facts if one["label"] == label)
    return people


def send_lines(at: AppTest, label: str, lines: Any) -> None:
    """Let the browser send these waiting lines, in a message of its own."""
    message = {"turn": next(_lines), "has": 0, "wall": "mine", "changes": lines}
    at.session_state[adding(at)[label]] = {"line": message}


def send_again(at: AppTest, label: str) -> AppTest:
    """Let the browser send again what waits, as it does until it is answered."""
    send_lines(at, label, at.session_state[adding(at)[label]]["line"]["changes"])
    return at.run()


def labels(widgets: Any) -> list[str]:
    """Return the labels of some widgets."""
    return [one.label for one in widgets]
