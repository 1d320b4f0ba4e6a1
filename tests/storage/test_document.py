"""The document: readable, the same bytes for the same session, and nothing lost on the way."""

from contextlib import suppress
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from path_planner.domain.session import Session
from path_planner.errors import PlannerError
from path_planner.storage import serializer
from path_planner.storage.serializer import Head, head, read, without_heavy_collections, write
from path_planner.storage.session_type import SESSIONS
from tests.domain.builders import a_session, a_voice
from tests.storage.hostile import GOOD
from tests.storage.strategies import sessions


@pytest.mark.slow
@given(sessions)
def test_what_is_written_is_plain_json_and_is_read_and_written_again_the_same(
    session: Session,
) -> None:
    data = write(session)
    again = read(data, SESSIONS)
    assert again == session
    assert write(again) == data
    parsed = orjson.loads(data)
    assert list(parsed)[:6] == ["format", "version", "id", "revision", "title", "updated"]
    assert [voice["id"] for voice in parsed["voices"]] == [
        voice.id
        for voice in sorted(
            session.voices.values(), key=lambda voice: (voice.stage, voice.order, voice.id)
        )
    ]


@given(st.integers(0, len(GOOD) - 1), st.integers(0, 7))
@settings(deadline=None)
def test_any_flipped_bit_gives_a_plan_or_a_plain_refusal(place: int, bit: int) -> None:
    data = bytearray(GOOD)
    data[place] ^= 1 << bit
    with suppress(PlannerError):
        assert read(bytes(data), SESSIONS).id


@given(st.integers(0, len(GOOD) - 2))
@settings(deadline=None)
def test_a_cut_document_is_never_taken_for_a_whole_one(length: int) -> None:
    with pytest.raises(PlannerError):
        read(GOOD[:length].rstrip(), SESSIONS)


def test_each_record_has_a_line_of_its_own() -> None:
    lines = GOOD.decode().splitlines()
    assert sum(line.startswith('{"id":') for line in lines) == 8
    assert lines[1:4] == [
        '"format": "path-planner/session",',
        f'"version": {SESSIONS.version},',
        '"id": "k7f3q2",',
    ]


def test_people_can_read_it() -> None:
    session = a_session(voices={"v1": a_voice(text="Żyć nad rzeką – “calm”\n我们一起唱歌")})
    assert '"Żyć nad rzeką – “calm”\\n我们一起唱歌"' in write(session).decode()


def test_a_sketch_comes_before_its_strokes() -> None:
    marks = orjson.loads(GOOD)["marks"]
    assert [mark["id"] for mark in marks] == ["s1", "k1", "k2"]


def test_what_a_later_version_adds_stays_as_it_came() -> None:
    raw: dict[str, Any] = orjson.loads(GOOD)
    raw["weather"] = {"sun": [1, 2.5, None, "ü"], "points": [{"x": 1}]}
    raw["voices"][0]["mood"] = {"warm": True}
    raw["about"]["season"] = "autumn"
    raw["about"]["pathfinder"]["pronoun"] = "they"
    raw["marks"][1]["pen"]["tip"] = "round"
    written = orjson.loads(write(read(orjson.dumps(raw), SESSIONS)))
    assert written == raw


@pytest.mark.parametrize(
    "mended",
    [
        b"\xef\xbb\xbf" + GOOD,
        GOOD.replace(b"\n", b"\r\n"),
        orjson.dumps(orjson.loads(GOOD), option=orjson.OPT_INDENT_2),
        orjson.dumps(orjson.loads(GOOD), option=orjson.OPT_SORT_KEYS),
        GOOD.rstrip(),
    ],
    ids=["a mark of an editor", "windows lines", "indented", "sorted", "no last line"],
)
def test_a_file_that_an_editor_saved_its_own_way_opens(mended: bytes) -> None:
    assert read(mended, SESSIONS) == a_session()


def test_collections_that_are_not_there_are_empty() -> None:
    raw = orjson.loads(GOOD)
    for name in ("marks", "voices", "about", "consent"):
        del raw[name]
    session = read(orjson.dumps(raw), SESSIONS)
    assert session.marks == {}
    assert session.voices == {}
    assert session.about.title == ""


def test_the_first_bytes_tell_whose_file_it_is() -> None:
    expected = Head("path-planner/session", SESSIONS.version, "k7f3q2", 0)
    assert head(GOOD[:100]) == expected
    assert head(b"\xef\xbb\xbf" + GOOD[:100]) == expected
    by_hand = b'{"format": "path-planner/session", "version": 1, "id": "k7f3q2", "title": "A"'
    assert head(by_hand) == Head("path-planner/session", 1, "k7f3q2", None)
    assert head(GOOD[:20]) is None
    assert head(b'{"format": "path-planner/session", "version": 1, "id": "../x"') is None


def test_the_short_reading_has_all_but_the_drawings() -> None:
    assert serializer.read(without_heavy_collections(GOOD, SESSIONS), SESSIONS) == a_session(
        marks={}
    )


def test_the_short_reading_leaves_out_photos_as_well() -> None:
    newest = Path(__file__).parents[1] / "samples" / f"session_v{SESSIONS.version}.path.json"
    data = newest.read_bytes()
    short = serializer.read(without_heavy_collections(data, SESSIONS), SESSIONS)
    assert short == read(data, SESSIONS).model_copy(
        update={"marks": {}, "pictures": {}, "other_versions": {}}
    )


def test_a_title_that_looks_like_marks_does_not_end_the_short_reading() -> None:
    session = a_session(voices={"v1": a_voice(text='\n"marks": [\n]}')})
    assert serializer.read(
        without_heavy_collections(write(session), SESSIONS), SESSIONS
    ) == session.model_copy(update={"marks": {}})
