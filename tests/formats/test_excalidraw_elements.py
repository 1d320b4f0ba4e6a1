"""Elements of other people's drawings become marks and come back with all that they mean."""

from collections.abc import Mapping
from typing import Any

import pytest

from path_planner.domain.marks import Head, Shape
from path_planner.errors import NotAMark
from path_planner.formats.excalidraw.element_defaults import LEFT_OUT, index_of, order_from_index
from path_planner.formats.excalidraw.marks import elements_of, mark_of, read
from tests.domain.builders import a_session
from tests.formats.drawn_elsewhere import CORPUS, PICTURES, element

EMPTY = a_session(marks={})
_PASSING = {"version", "versionNonce", "updated", "index", "lastCommittedPoint", "customData"}


def there_and_back(raw: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return an element that was a mark in between."""
    mark = mark_of(raw, stage="dream")
    (back,) = elements_of(mark, EMPTY)
    return back


def meaning(raw: Mapping[str, Any]) -> dict[str, Any]:
    """Return what an element says, with what is taken for granted."""
    whole = {**LEFT_OUT, **raw}
    whole["boundElements"] = whole["boundElements"] or []
    told = {key: value for key, value in whole.items() if key not in _PASSING}
    if not whole.get("roughness"):
        told.pop("seed", None)
    live = whole.get("link")
    told["link"] = live or (raw.get("customData") or {}).get("link")
    return told


def rounded(value: Any) -> Any:
    """Return numbers in ten-thousandths, wherever they are."""
    if isinstance(value, dict):
        return {key: rounded(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [rounded(each) for each in value]
    return round(value, 4) if isinstance(value, float) else value


@pytest.mark.parametrize("raw", [*CORPUS, *PICTURES], ids=lambda raw: str(raw["id"]))
def test_an_element_keeps_all_that_it_means(raw: dict[str, Any]) -> None:
    back = meaning(there_and_back(raw))
    wanted = meaning(raw)
    if raw["type"] == "image" and raw["id"] == "stamp":
        wanted["strokeColor"] = back["strokeColor"]
    assert rounded({key: back.get(key) for key in wanted}) == rounded(wanted)


@pytest.mark.parametrize("raw", [*CORPUS, *PICTURES], ids=lambda raw: str(raw["id"]))
def test_the_second_way_changes_nothing_more(raw: dict[str, Any]) -> None:
    once = there_and_back(raw)
    assert there_and_back(once) == once


def test_a_link_is_kept_as_words_and_is_never_live() -> None:
    back = there_and_back(next(raw for raw in CORPUS if raw["id"] == "linked"))
    assert back.get("link") is None
    assert back["customData"]["link"] == "https://gardens.example/one"


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)", " JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", 7,
        "java\tscript:alert(1)", "java\nscript:alert(1)", "\x01javascript:alert(1)",
        "javascript\t:alert(1)", "java\u200bscript:alert(1)", "\u202ejavascript:alert(1)",
        "view-source:x", "about:blank", "intent://x", "https://one.example/\u202ecod.exe",
    ],
)  # fmt: skip
def test_a_link_that_could_act_is_dropped_and_named(link: object) -> None:
    found = read(element("rectangle", "box", link=link), stage="dream")
    assert found.dropped == ("link",)
    assert "link" not in found.mark.foreign  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "link",
    ["https://one.example/a:b?c=d#e", "HTTP://one.example", "mailto:a@b.example", "tel:+44", "#x",
     "/page?at=12:30", "one.example/page"],
)  # fmt: skip
def test_a_link_to_a_page_or_a_person_is_kept(link: str) -> None:
    assert read(element("rectangle", "box", link=link), stage="dream").dropped == ()


@pytest.mark.parametrize(
    "wrong",
    [
        {"x": float("nan")},
        {"y": 1e300},
        {"x": "12"},
        {"x": True},
        {"width": None},
        {"type": "iframe"},
        {"type": ["rectangle"]},
        {"id": "../../etc"},
        {"id": None},
        {"type": "freedraw"},
        {"type": "freedraw", "points": []},
        {"type": "freedraw", "points": [[0, 0], "x"]},
        {"type": "freedraw", "points": [[0, float("inf")]]},
        {"type": "line", "points": [[0, 0], [{}, 1]]},
        {"type": "text", "text": "x" * 100_000},
        {"type": "image", "fileId": "x"},
    ],
    ids=str,
)
def test_what_cannot_be_a_mark_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(NotAMark):
        mark_of({**element("rectangle", "box"), **wrong}, stage="dream")


def test_odd_values_are_made_sound_or_dropped() -> None:
    raw = element(
        "rectangle",
        "box",
        strokeWidth=1e9,
        opacity=-3,
        angle=1e6,
        strokeColor="url(http://x)",
        fillStyle={"a": {"b": {"c": {"d": {"e": 1}}}}},
        groupIds=["g", 7, "x" * 1000],
        customData={"part": "mark", "by": "../x", "huge": "x" * 10_000},
        onclick="alert(1)",
    )
    found = read(raw, stage="dream")
    mark = found.mark
    assert isinstance(mark, Shape)
    assert (mark.line_width, mark.opacity, mark.by, mark.groups) == (400, 0, None, ("g",))
    assert abs(mark.turn) <= 10
    assert set(found.dropped) == {"fillStyle", "customData"}


def test_a_mark_that_was_changed_here_is_not_overruled_by_what_was_kept() -> None:
    mark = mark_of(element("arrow", "a", points=[[0, 0], [9, 9]], endArrowhead="circle"), stage="s")
    assert isinstance(mark, Shape)
    assert elements_of(mark, EMPTY)[0]["endArrowhead"] == "circle"
    other = mark.model_copy(update={"end": Head.BAR})
    assert elements_of(other, EMPTY)[0]["endArrowhead"] == "bar"


def test_what_a_wall_never_tells_of_stays_as_it_was() -> None:
    raw = next(raw for raw in CORPUS if raw["id"] == "hatched")
    before = mark_of(raw, stage="dream")
    told = {key: value for key, value in raw.items() if key not in {"fillStyle", "seed", "link"}}
    after = mark_of({**told, "x": 7}, stage="dream", before=before)
    assert after.foreign == before.foreign  # type: ignore[union-attr]


def test_a_pen_keeps_its_width_when_the_wall_tells_it_in_hundredths() -> None:
    raw = element("freedraw", "k", points=[[0, 0], [1, 1]], pressures=[], simulatePressure=True)
    for width in (4.0, 6.0, 8.0, 14.0, 24.0, 40.0):
        mark = mark_of({**raw, "strokeWidth": round(width / 4.25, 2)}, stage="dream")
        assert mark.pen.width == width  # type: ignore[union-attr]


def test_keys_sort_as_orders_do() -> None:
    orders = [-1e11, -3.0, -0.5, 0.0, 1e-9, 0.5, 1.0, 2.0, 1000.25, 1e11]
    keys = [index_of(order, "x") for order in orders]
    assert keys == sorted(keys)
    assert [order_from_index(key) for key in keys] == orders
    between = f"{keys[6]}V"
    assert keys[6] < between < keys[7]
    assert order_from_index(between) == 1.0
    assert order_from_index("a1") is None
    assert order_from_index("a0") is None
