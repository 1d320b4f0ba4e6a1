"""The wall page: what the browser tells is kept, and each answer says what changed."""

import json
import secrets
from base64 import b64encode
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from PIL import Image
from streamlit.testing.v1 import AppTest

from path_planner.domain.session import Session
from path_planner.services.context import SessionContext
from path_planner.services.session.voices import write_voice
from path_planner.storage.protocol import SessionStore
from path_planner.ui.stores import session_store
from path_planner.ui.wall import presenter
from tests.pages.visiting import html, visit
from tests.services.session.walls import a_line, an_image

NAME = "wall_stand_in"
STATE = "wall"


@pytest.fixture(autouse=True)
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Show something in place of the browser's side, which only a build brings."""

    def component() -> Any:
        return st.components.v2.component(NAME, js="export default () => {}", isolate_styles=False)

    monkeypatch.setattr("path_planner.ui.wall.component", component)


def told(at: AppTest) -> dict[str, Any]:
    """Return what the browser is told."""
    (found,) = [one.proto for one in at.get("bidi_component") if one.proto.component_name == NAME]
    answer: dict[str, Any] = json.loads(found.json or found.bytes)
    return answer


def report(at: AppTest, session: Session, *changes: dict[str, Any], **more: Any) -> AppTest:
    """Let the browser report."""
    facts = {"turn": 1, "has": None, "wall": "mine", "changes": list(changes), **more}
    at.session_state[f"{session.id}:wall"] = {STATE: facts}
    return at.run()


def drawn(name: str) -> dict[str, Any]:
    """Return the change that puts a line on the wall."""
    return {"id": secrets.token_hex(10), "do": "put", "element": a_line(name, 700, 900)}


def test_it_tells_the_browser_everything_at_first(asha: Session) -> None:
    at = visit("wall", asha.id)
    answer = told(at)
    assert answer["base"] is None
    assert answer["session"] == asha.id
    assert next(one["id"] for one in answer["setting"]["stages"]) == "dream"
    assert any(one["customData"]["part"] == "ground" for one in answer["elements"])
    assert "aria-current" in html(at)


def test_a_stroke_is_on_the_disk_when_the_browser_is_told_so(
    store: SessionStore, asha: Session
) -> None:
    change = drawn("line")
    at = report(visit("wall", asha.id), asha, change)
    assert told(at)["done"] == [change["id"]]
    assert "line" in store.open(asha.id).document.marks


def test_the_same_report_again_draws_nothing_twice(store: SessionStore, asha: Session) -> None:
    change = drawn("line")
    at = report(visit("wall", asha.id), asha, change)
    first = store.open(asha.id).document
    again = report(visit("wall", asha.id), asha, change)
    assert told(again)["done"] == [change["id"]]
    assert store.open(asha.id).document == first
    assert told(at.run()) == told(at.run())


def test_a_bad_change_is_answered_with_a_sentence(store: SessionStore, asha: Session) -> None:
    bad = {"id": secrets.token_hex(10), "do": "gone", "mark": {"evil": True}}
    good = drawn("line")
    answer = told(report(visit("wall", asha.id), asha, bad, good))
    assert [one["id"] for one in answer["refused"]] == [bad["id"]]
    assert answer["refused"][0]["why"].startswith("One change on the wall")
    assert "line" in store.open(asha.id).document.marks


@pytest.mark.parametrize(
    "held",
    [
        None,
        5,
        "x",
        [],
        {STATE: None},
        {STATE: "x"},
        {STATE: {"changes": "x"}},
        {STATE: {"wall": {}, "has": "x", "changes": [None, 5, "x", [], {}], "view": "x"}},
        {STATE: {"wall": "<script>", "has": True, "changes": [{"id": 5}], "view": {"x": 1e999}}},
        {STATE: {"has": -1, "view": {"x": 0, "y": 0, "width": 0, "height": -5}}},
    ],
)
def test_whatever_a_browser_tells_the_page_stands(asha: Session, held: Any) -> None:
    at = visit("wall", asha.id)
    at.session_state[f"{asha.id}:wall"] = held
    at.run()
    assert not at.exception
    assert told(at)["revision"] == 0


def test_another_window_is_followed(store: SessionStore, asha: Session) -> None:
    at = report(visit("wall", asha.id), asha, drawn("line"))
    here = told(at)["revision"]
    write_voice(SessionContext(store, store.open(asha.id).document), "now", "Rain on the roof")
    at = report(at, asha, has=here)
    answer = told(at)
    assert answer["base"] == here
    assert "Rain on the roof" in json.dumps(answer["elements"])
    assert "setting" not in answer


def test_the_leader_is_followed_by_others_and_forgotten_when_gone(
    asha: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = {"x": 0, "y": 0, "width": 800, "height": 600}
    leader = report(visit("wall", asha.id), asha, wall="leader", view=view)
    assert "leader" not in told(leader)
    other = report(visit("wall", asha.id), asha, wall="other")
    assert told(other)["leader"] == "leader"
    assert told(other)["view"]["width"] == 800
    turn = told(other)["view"]["turn"]
    report(leader, asha, wall="leader", view={**view, "x": 50})
    assert told(other.run())["view"]["turn"] > turn
    monkeypatch.setattr(presenter, "TIMEOUT_SECONDS", -1.0)
    assert "leader" not in told(other.run())


def test_a_disk_that_is_full_is_named_and_what_waits_is_kept_later(
    store: SessionStore, asha: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = visit("wall", asha.id)
    keep = type(session_store()).append

    def full(*_: object, **__: object) -> None:
        raise _no_space()

    monkeypatch.setattr(type(session_store()), "append", full)
    change = drawn("line")
    answer = told(report(at, asha, change))
    assert answer["done"] == answer["refused"] == []
    assert "could not be saved" in answer["trouble"]
    monkeypatch.setattr(type(session_store()), "append", keep)
    answer = told(at.run())
    assert answer["done"] == [change["id"]]
    assert "trouble" not in answer
    assert "line" in store.open(asha.id).document.marks


def test_a_photo_that_does_not_fit_is_refused_and_the_strokes_around_it_are_kept(
    store: SessionStore, asha: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = len(store.document(asha.id)) + 20_000
    monkeypatch.setattr("path_planner.storage.limits.MOST_BYTES", room)
    before, photo, behind = drawn("before"), a_heavy_photo("photo"), drawn("behind")
    answer = told(report(visit("wall", asha.id), asha, before, photo, behind))
    assert answer["done"] == [before["id"], behind["id"]]
    assert [one["id"] for one in answer["refused"]] == [photo["id"]]
    assert "does not fit into the plan" in answer["refused"][0]["why"]
    assert "trouble" not in answer
    kept = store.open(asha.id).document
    assert {"before", "behind"} <= kept.marks.keys()
    assert "photo" not in kept.marks
    assert not kept.pictures


def a_heavy_photo(name: str) -> dict[str, Any]:
    """Return the change that puts a photo on the wall that takes more than 20 kB."""
    noise = Image.effect_noise((300, 200), 100)
    file = BytesIO()
    noise.save(file, "JPEG", quality=95)
    address = f"data:image/jpeg;base64,{b64encode(file.getvalue()).decode()}"
    return {
        "id": secrets.token_hex(10),
        "do": "put",
        "element": an_image(name, 700, 900, part="mark"),
        "file": {"id": "f", "mimeType": "image/jpeg", "dataURL": address, "created": 0},
    }


def _no_space() -> Exception:
    from path_planner.errors import NotSaved  # noqa: PLC0415
    from path_planner.storage import notices  # noqa: PLC0415

    return NotSaved(why=notices.of_disk(OSError(28, "No space left on device")))


def test_a_session_that_was_removed_is_told_of_in_a_sentence(
    store: SessionStore, asha: Session
) -> None:
    at = visit("wall", asha.id)
    store.remove(asha.id, asha.begun)
    report(at, asha, drawn("line"))
    assert not at.exception
    assert "nothing here with the id" in html(at)


def test_without_the_browsers_side_it_says_what_to_do(
    asha: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    monkeypatch.setenv("PATH_PLANNER_STORE", str(tmp_path / "store"))
    monkeypatch.setattr(
        "path_planner.ui.sync.component.package_file", lambda _: tmp_path / "not there"
    )
    at = visit("wall", asha.id)
    assert "install Path Planner again" in html(at)
