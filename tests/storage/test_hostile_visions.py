"""Vision files from anywhere: each is refused in a plain sentence, and nothing is written."""

from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given

from path_planner.domain.diff import diff
from path_planner.domain.vision.vision import Vision
from path_planner.errors import FileTooNew, NotAVision, PlannerError
from path_planner.storage import serializer
from path_planner.storage.file_store.store import FileStore
from path_planner.storage.protocol import FileState
from path_planner.storage.vision_type import VISIONS
from tests.analysis.visions import small, visions
from tests.storage.cases import a_vision

GOOD = serializer.write(a_vision())
NAME = "2026-11-22_k7f3q2.vision.json"
SECRETS = ("Robin", "sunflowers", "Hopeford", "passwd", "http", "alert")


def _file(**changes: Any) -> bytes:
    return orjson.dumps({**orjson.loads(GOOD), **changes})


def _deep(levels: int) -> bytes:
    return GOOD.replace(
        b'"limits":', b'"deep": ' + b"[" * levels + b"]" * levels + b',"limits":', 1
    )


def _voice(**changes: Any) -> bytes:
    return _file(voices=[{"id": "v1", "source": "s1", "text": "Bees", **changes}])


def _ballot(**changes: Any) -> bytes:
    return _file(ballots=[{"id": "b1", "round": "r1", **changes}])


def _stroke(**changes: Any) -> dict[str, Any]:
    return {"id": "k9", "kind": "stroke", "stage": "now", "points": [1, 2, 3, 4], **changes}


def _drawing(**changes: Any) -> bytes:
    drawing = {"id": "d1", "source": "s1", "width": 4, "height": 3, "strokes": [_stroke()]}
    return _file(drawings=[{**drawing, **changes}])


BROKEN: dict[str, bytes] = {
    "empty": b"",
    "cut in half": GOOD[: len(GOOD) // 2],
    "twice in one": GOOD + GOOD,
    "the same key twice": GOOD.replace(b'"limits":', b'"limits": {},"limits":', 1),
    "no version": _file(version=None),
    "an id that climbs": _file(id="../../etc/passwd"),
    "a begin that is a word": _file(begun="yesterday"),
    "about is a list": _file(about=[]),
    "limits are null": _file(limits=None),
    "voices in an object": _file(voices={"v1": {"id": "v1"}}),
    "a voice without a source": _file(voices=[{"id": "v1", "text": "Bees"}]),
    "a voice from a place that climbs": _voice(source="../s1"),
    "a voice that is too long": _voice(text="x" * 10_001),
    "a share level that is none": _voice(share="everyone"),
    "a name that is an object": _voice(named={"toString": "Robin"}),
    "two voices with one id": _file(voices=[orjson.loads(GOOD)["voices"][0]] * 2),
    "two sources with one id": _file(sources=[orjson.loads(GOOD)["sources"][0]] * 2),
    "a source of a session that climbs": _file(sources=[{"id": "s1", "session": "../k7f3q2"}]),
    "fewer people than none": _file(sources=[{"id": "s1", "people": -1}]),
    "a placing in no theme": _file(placings=[{"id": "v1_t1", "voice": "v1"}]),
    "a theme of another shape": _file(themes=["friends"]),
    "a side that is a word": _file(disagreements=[{"id": "d1", "about": "Buses", "one": "we"}]),
    "a way to choose that is none": _file(votes=[{"id": "r1", "method": "auction"}]),
    "more dots than there are": _ballot(given={"p1": 21}),
    "a ballot on too much": _ballot(given={f"p{n}": 1 for n in range(201)}),
    "a ballot for a place that climbs": _ballot(given={"../p1": 1}),
    "too many that must not be lost": _ballot(not_lost=["p1"] * 6),
    "a ballot of half a person": _ballot(people=0.5),
    "a day that never was": _file(actions=[{"id": "a1", "what": "Ring", "by_when": "2026-13-40"}]),
    "a drawing without width": _drawing(width=0),
    "a drawing wider than all": _drawing(width=1e9),
    "a drawing of half a point": _drawing(strokes=[_stroke(points=[1, 2, 3])]),
    "a drawing in a colour that is code": _drawing(strokes=[_stroke(pen={"colour": "url(#x)"})]),
    "a document that went out never": _file(printed=[{"id": "d1", "what": "plan"}]),
    "too many of one thing": _file(
        rounds=[{"id": f"r{n}", "on": "2026-11-22"} for n in range(201)]
    ),
    "nested too deeply": _deep(40),
    "nested much too deeply": _deep(900),
}
OF_ANOTHER_SORT: dict[str, bytes] = {
    "a letter": b"Dear Robin, see you on Sunday.",
    "a session": _file(format="path-planner/session"),
    "another format": _file(format="path-planner/poem"),
    "no format": _file(format=None),
    "a list": b"[]",
}


def refusal(data: bytes) -> PlannerError:
    """Return the plain error that a file is refused with."""
    with pytest.raises(PlannerError) as caught:
        serializer.read(data, VISIONS)
    return caught.value


def test_the_one_they_are_made_from_is_good() -> None:
    assert serializer.read(GOOD, VISIONS) == a_vision()
    assert serializer.read(_file(), VISIONS) == a_vision()
    assert serializer.read(_drawing(), VISIONS).drawings
    assert serializer.read(_voice(), VISIONS).voices
    assert serializer.read(_ballot(), VISIONS).ballots


@pytest.mark.parametrize("name", OF_ANOTHER_SORT)
def test_what_is_no_vision_is_called_so(name: str) -> None:
    assert isinstance(refusal(OF_ANOTHER_SORT[name]), NotAVision)


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_vision_is_refused_with_a_reason_and_without_its_words(name: str) -> None:
    trouble = refusal(BROKEN[name])
    assert not isinstance(trouble, NotAVision | FileTooNew)
    said = str(trouble)
    assert said.endswith(".")
    assert len(said) < 200
    assert not [secret for secret in SECRETS if secret in said]


def test_a_newer_vision_is_called_so_and_left_alone(folder: Path) -> None:
    newer = _file(version=VISIONS.version + 1, voices={"another": "shape"})
    assert isinstance(refusal(newer), FileTooNew)
    folder.mkdir()
    (folder / NAME).write_bytes(newer)
    store = FileStore(folder, VISIONS)
    assert [entry.state for entry in store.summaries()] == [FileState.TOO_NEW]
    with pytest.raises(FileTooNew):
        store.open("k7f3q2")
    assert (folder / NAME).read_bytes() == newer


@pytest.mark.parametrize("name", [*BROKEN, *OF_ANOTHER_SORT])
def test_a_hostile_vision_in_the_folder_harms_nobody(name: str, folder: Path) -> None:
    data = {**BROKEN, **OF_ANOTHER_SORT}[name]
    store = FileStore(folder, VISIONS)
    store.create(a_vision(id="other1"))
    (folder / NAME).write_bytes(data)
    listed = {entry.id: entry.state for entry in store.summaries()}
    assert listed["other1"] is FileState.OK
    with pytest.raises(PlannerError):
        store.open("k7f3q2")
    assert [finding.document_id for finding in store.check() if finding.well] == ["other1"]
    assert (folder / NAME).read_bytes() == data
    assert list(folder.parent.iterdir()) == [folder]


def test_fields_of_a_later_version_are_kept_byte_for_byte() -> None:
    raw = orjson.loads(GOOD)
    raw["weather"] = {"as": ["it", "came"]}
    raw["voices"][0]["mood"] = {"warm": [1, 2.5, None]}
    vision = serializer.read(orjson.dumps(raw), VISIONS)
    assert vision.model_extra == {"weather": {"as": ["it", "came"]}}
    written = serializer.write(vision)
    assert orjson.loads(written)["voices"][0]["mood"] == {"warm": [1, 2.5, None]}
    assert serializer.write(serializer.read(written, VISIONS)) == written


def test_a_damaged_vision_is_put_together_again_from_its_history(folder: Path) -> None:
    store = FileStore(folder, VISIONS)
    vision = store.create(small())
    changed = vision.model_copy(update={"themes": {}})
    after = store.append(
        vision.id,
        diff(vision, changed),
        expected_revision=0,
        op_id="one",
        by="robin",
        at=vision.updated,
    ).document
    (file,) = folder.glob("*.vision.json")
    file.write_bytes(b"\0broken")
    opened = FileStore(folder, VISIONS).open(vision.id)
    assert opened.document == after
    assert "Nothing is lost" in str(opened.notices[0])


@given(visions())
def test_every_vision_is_read_as_it_was_written(vision: Vision) -> None:
    data = serializer.write(vision)
    again = serializer.read(data, VISIONS)
    assert again == vision
    assert serializer.write(again) == data
