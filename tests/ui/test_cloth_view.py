"""What windows get of a tablecloth: all of it, and locked but for what is their own."""

import re
from pathlib import Path
from typing import Any

import orjson
import pytest

from path_planner.domain.event.contribution import Part
from path_planner.domain.marks import Pen
from path_planner.domain.voice import Share
from path_planner.services.event.cafe import begin_round
from path_planner.services.event.cloth import draw, write_words
from path_planner.services.event.contributions import contribute
from path_planner.ui.event.cafe.cloth import apply_changes, name_of_owner, payload
from path_planner.ui.event.cafe.cloth_setting import cloth_setting
from path_planner.ui.sync.acks import Acks
from path_planner.ui.wall.labels import wall_labels
from path_planner.ui.wall.presenter import WallMessage, read
from tests.services.event.cafes import Cafe, a_stored_cafe

INK = (Pen(), (300.0, 300.0, 400.0, 320.0))
ASHA, ROBIN = "a" * 20, "r" * 20
SOURCES = Path(__file__).parents[2] / "frontend" / "wall"


@pytest.fixture
def cafe() -> Cafe:
    """Return a café with ink and words of two browsers."""
    cafe = a_stored_cafe()
    cafe.does(begin_round(cafe.at(), "r1"))
    for owner, record in ((ASHA, "words1"), (ROBIN, "words2")):
        by = name_of_owner(owner)
        cafe.does(draw(cafe.at(by), "t1", "r1", [INK]))
        cafe.does(write_words(cafe.at(by), "t1", record, f"Said by {owner[0]}"))
    return cafe


def shown(cafe: Cafe, owner: str, has: int | None = None) -> dict[str, Any]:
    """Return what a window in this browser gets."""
    message = WallMessage("window", has, owner=owner)
    context = cafe.at(name_of_owner(owner) or "window")
    data = payload(context, "t1", message, Acks())
    return orjson.loads(data) if isinstance(data, bytes) else data


def free(data: dict[str, Any]) -> set[str]:
    """Return the records that a window can move."""
    parts = [element["customData"] for element in data["elements"] if not element.get("locked")]
    return {part.get("card") or part.get("mark") for part in parts}


def ink_by(cafe: Cafe, owner: str) -> str:
    """Return the stroke of a browser."""
    strokes = sorted(key for key in cafe.event.marks if not key.startswith("words"))
    return strokes[(ASHA, ROBIN).index(owner)]


def test_everybody_sees_all_and_can_move_what_is_their_own(cafe: Cafe) -> None:
    for owner, words in ((ASHA, "words1"), (ROBIN, "words2")):
        data = shown(cafe, owner)
        assert free(data) == {words, ink_by(cafe, owner)}
        pieces = {element["customData"].get("piece") for element in data["elements"]}
        assert len(pieces - {None}) == 3
        assert {item["text"]: item["own"] for item in data["items"] if item["kind"] == "voice"} == {
            "Said by a": owner == ASHA,
            "Said by r": owner == ROBIN,
        }


def test_an_unknown_browser_gets_nothing_before_it_says_which_it_is(cafe: Cafe) -> None:
    data = shown(cafe, "")
    assert data["elements"] == data["items"] == []
    assert data["setting"]["cloth"]["open"] == "t1--r1"


def test_what_is_new_comes_alone_and_a_new_round_brings_everything_locked(cafe: Cafe) -> None:
    revision = cafe.event.revision
    shown(cafe, ASHA)
    cafe.does(draw(cafe.at(name_of_owner(ROBIN)), "t1", "r1", [INK]))
    news = shown(cafe, ASHA, revision)
    assert news["base"] == revision
    assert [element["locked"] for element in news["elements"]] == [True]
    cafe.does(begin_round(cafe.at(), "r2"))
    everything = shown(cafe, ASHA, news["revision"])
    assert everything["base"] is None
    assert free(everything) == set()


def test_words_that_not_everybody_may_read_are_in_nothing_that_is_sent(cafe: Cafe) -> None:
    for share in (Share.PRIVATE, Share.THEME):
        words = f"canary {share}"
        cafe.does(contribute(cafe.at(), Part.TABLE, words, table="t1", round="r1", share=share))
    assert "canary" not in str(shown(cafe, ASHA))


def test_the_journal_does_not_give_the_secret_of_a_browser_away(cafe: Cafe) -> None:
    names = {step.by for step in cafe.context.store.history(cafe.event.id)}
    assert name_of_owner(ASHA) in names
    assert not [name for name in names if ASHA in name]
    assert name_of_owner("") == ""


@pytest.mark.parametrize("owner", ["", "A" * 20, "a" * 19, "a" * 21, 5, None, ["a"], "../" * 7])
def test_a_secret_is_twenty_letters_and_digits(owner: object) -> None:
    message = read({"owner": owner, "wall": "w", "turn": 1})
    assert message.owner == ""


def test_changes_of_a_window_are_its_browsers_after_a_reload_too(cafe: Cafe) -> None:
    change = {"id": "x" * 20, "do": "drop", "collection": "voices", "record": "words1"}
    acks = Acks()
    for owner in (ROBIN, ASHA):
        message = WallMessage("another window", None, (change,), owner=owner)
        acks = Acks()
        apply_changes(cafe.at(name_of_owner(owner)), "t1", message, acks)
        is_there = "words1" in cafe.event.voices
        assert is_there == (owner == ROBIN)
        assert (change["id"] in acks.refused) == is_there
    assert acks.acknowledged == {change["id"]}


def test_a_cloth_has_a_sentence_for_each_key_that_is_asked_for(cafe: Cafe) -> None:
    text = "".join(path.read_text("utf-8") for path in sorted(SOURCES.rglob("*.ts*")))
    asked = set(re.findall(r'"(cloth\.[a-z_]+)"', text))
    setting = cloth_setting(cafe.event, "t1", 1000.0)
    words = setting["words"]
    assert {key for key in words if key.startswith("cloth.")} == asked
    # All other sentences are those of the wall, or stand in for one of them.
    assert words.keys() - asked == wall_labels().keys()


def test_the_rounds_are_listed_with_the_one_of_now_first(cafe: Cafe) -> None:
    event = cafe.does(begin_round(cafe.at(), "r2"))
    stages = cloth_setting(event, "t1", 1000.0)["stages"]
    assert [stage["id"] for stage in stages] == ["t1--r2", "t1--r1"]
    assert [stage["title"] for stage in stages] == ["Round 2", "Round 1, locked"]
