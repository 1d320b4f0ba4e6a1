"""What walls are told: after any changes, in any order, with lost messages, all show the same."""

import json
import random
import secrets
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from path_planner.domain.session import Session
from path_planner.domain.voice import Share
from path_planner.processes.prompts import process_of
from path_planner.scene.model import Audience
from path_planner.scene.wall.off_paper import count_off
from path_planner.services.context import SessionContext
from path_planner.services.session.people import add_person, describe_session, remove_person
from path_planner.services.session.voices import change_voice, park_line, write_voice
from path_planner.services.session.wall.cards import settle_cards
from path_planner.storage.store_registry import open_store
from path_planner.ui.sync.acks import Acks
from path_planner.ui.wall import apply_changes
from path_planner.ui.wall.deltas import delta_for
from path_planner.ui.wall.presenter import WallMessage
from path_planner.ui.wall.view import WallView
from tests.domain.builders import a_session
from tests.scene import walls
from tests.services.session.walls import a_line, an_image

PASSING = ("version", "versionNonce", "updated", "seed")


@dataclass
class Wall:
    """A wall as a browser has it: what it was told, and what it drew itself."""

    name: str
    has: int | None = None
    elements: dict[str, Any] = field(default_factory=dict)
    items: dict[str, Any] = field(default_factory=dict)
    files: dict[str, Any] = field(default_factory=dict)
    setting: dict[str, Any] = field(default_factory=dict)
    off_paper: int = 0
    waiting: list[dict[str, Any]] = field(default_factory=list)

    def report(self) -> WallMessage:
        """Tell where it stands and what waits."""
        return WallMessage(self.name, self.has, tuple(self.waiting))

    def draw(self, element: dict[str, Any]) -> None:
        """Put a mark on the wall."""
        self.elements[element["id"]] = element
        self.waiting.append({"id": secrets.token_hex(10), "do": "put", "element": element})

    def wipe(self, mark: str) -> None:
        """Take a mark off the wall."""
        self.elements.pop(mark, None)
        self.waiting.append({"id": secrets.token_hex(10), "do": "gone", "mark": mark})

    def hear(self, news: dict[str, Any], kept: set[str]) -> None:
        """Take in what it is told."""
        if news["base"] is None:
            self.elements, self.items, self.files = {}, {}, {}
        elif self.has is None or self.has < news["base"]:
            return
        for element in news["elements"]:
            self.elements[element["id"]] = element
        for element_id in news["gone"]:
            self.elements.pop(element_id, None)
        self.items.update({item["id"]: item for item in news["items"]})
        for item_id in news["items_gone"]:
            self.items.pop(item_id, None)
        self.files.update({file["id"]: file for file in news["files"]})
        self.setting = news.get("setting", self.setting)
        self.off_paper = news["off_paper"]
        self.waiting = [one for one in self.waiting if one["id"] not in kept]
        self.has = news["revision"]


class House:
    """A store with one session, its painting, and the windows that look at it."""

    def __init__(self, *walls: str) -> None:
        self.store = open_store("memory:")
        self.session_id = self.store.create(a_session()).id
        self.painting = WallView(self.store)
        self.walls = [Wall(name) for name in walls]
        self.answers = {name: Acks() for name in walls}

    @property
    def session(self) -> Session:
        """Return the session as it is kept."""
        return self.store.open(self.session_id).document

    @property
    def room(self) -> SessionContext:
        """Return a room on it."""
        return SessionContext(self.store, self.session)

    def serve(self, wall: Wall, *, lost: bool = False) -> dict[str, Any]:
        """Take what a wall tells and answer it; the answer may be lost on its way."""
        answers = self.answers[wall.name]
        report = wall.report()
        apply_changes(self.room, report, answers)
        self.painting.update(self.session)
        if self.painting.unsettled:
            settle_cards(self.room)
            self.painting.update(self.session)
        news = delta_for(self.painting, report)
        if not lost:
            wall.hear(
                json.loads(json.dumps(news)), set(answers.acknowledged) | set(answers.refused)
            )
        return news


@pytest.fixture(autouse=True)
def one_painting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what is taken be noted in the painting of the house."""
    monkeypatch.setattr("path_planner.ui.wall.wall_view", _wall_view)


_HOUSES: dict[int, WallView] = {}


def _wall_view(store: Any, session: Session) -> WallView:
    painting = _HOUSES[id(store)]
    painting.update(session)
    return painting


def a_house(*walls: str) -> House:
    """Return a house whose painting is found by its store."""
    house = House(*walls)
    _HOUSES[id(house.store)] = house.painting
    return house


def shown(wall: Wall) -> dict[str, Any]:
    """Return what a wall shows, without what drawing programs count for themselves."""
    return {key: plain(element) for key, element in wall.elements.items()}


def plain(element: dict[str, Any]) -> dict[str, Any]:
    """Return an element as its mark is seen."""
    left = {key: value for key, value in element.items() if key not in PASSING}
    if left.get("customData", {}).get("part") == "mark":
        return {
            "id": left["id"],
            "type": left["type"],
            "at": (round(left["x"]), round(left["y"])),
            "colour": left.get("strokeColor"),
        }
    return left


def everything(house: House) -> Wall:
    """Return a wall that was told everything at once, by a server that has just begun."""
    fresh = Wall("fresh")
    painting = WallView(house.store)
    painting.update(house.session)
    fresh.hear(json.loads(json.dumps(delta_for(painting, fresh.report()))), set())
    return fresh


def assert_all_agree(house: House) -> None:
    """Let every wall hear the last news, and compare."""
    for _ in range(2):
        for wall in house.walls:
            house.serve(wall)
    whole = everything(house)
    for wall in house.walls:
        assert shown(wall) == shown(whole)
        assert wall.items == whole.items
        assert wall.files.keys() >= whole.files.keys()
        assert wall.setting == whole.setting
        assert wall.waiting == []
    session = house.session
    off = count_off(session, process_of(session), Audience.CIRCLE)
    assert whole.off_paper == off
    assert {wall.off_paper for wall in house.walls} == {off}


def mine(name: str, x: float, y: float) -> dict[str, Any]:
    """Return a line as our own browser side tells of it."""
    line = a_line(name, x, y, roughness=0, customData={"part": "mark", "mark": name, "by": None})
    # Our browser side leaves out what is empty.
    return {**{key: value for key, value in line.items() if value != []}, "version": 3}


def test_a_wall_is_told_everything_once_and_then_only_what_changed() -> None:
    house = a_house("one")
    (wall,) = house.walls
    first = house.serve(wall)
    assert first["base"] is None
    assert {"setting", "elements", "items"} <= first.keys()
    again = house.serve(wall)
    assert (again["base"], again["elements"], again["items"], again["gone"]) == (0, [], [], [])
    assert "setting" not in again


def test_what_is_parked_is_told_at_once_and_moves_no_card() -> None:
    house = a_house("one")
    (wall,) = house.walls
    house.serve(wall)
    park_line(house.room, "dream", "Who has the keys?")
    news = house.serve(wall)
    assert [one["text"] for one in news["setting"]["parked"]] == ["Who has the keys?"]
    assert (news["elements"], news["items"]) == ([], [])


def test_nothing_new_is_the_very_same_answer() -> None:
    house = a_house("one", "two")
    wall, other = house.walls
    house.serve(wall)
    other.draw(mine("a", 100, 100))
    house.serve(other)
    assert house.serve(wall, lost=True) == house.serve(wall, lost=True)


def test_an_own_line_is_not_told_back_to_the_wall_that_drew_it_but_to_the_other() -> None:
    house = a_house("one", "two")
    for wall in house.walls:
        house.serve(wall)
    house.walls[0].draw(mine("first", 100, 100))
    house.serve(house.walls[0])
    house.walls[0].draw(mine("line", 700, 900))
    own = house.serve(house.walls[0])
    assert [one["id"] for one in own["elements"]] == []
    others = house.serve(house.walls[1])
    assert "line" in [one["id"] for one in others["elements"]]


def test_what_an_earlier_wall_left_behind_is_told_to_the_one_that_brings_it() -> None:
    house = a_house("one")
    (wall,) = house.walls
    house.serve(wall)
    change = {"id": secrets.token_hex(10), "do": "put", "element": mine("line", 700, 900)}
    wall.waiting.append({**change, "left": True})
    house.serve(wall)
    assert "line" in wall.elements


def test_an_own_line_that_another_has_changed_is_told_back() -> None:
    house = a_house("one", "two")
    one, two = house.walls
    one.draw(mine("line", 700, 900))
    for wall in house.walls:
        house.serve(wall)
    two.draw({**mine("line", 900, 900), "strokeColor": "#B3261E"})
    house.serve(two)
    assert [each["id"] for each in house.serve(one)["elements"]] == ["line"]


def test_a_stroke_among_three_thousand_costs_less_than_three_kilobytes() -> None:
    house = a_house("one")
    (wall,) = house.walls
    wall.draw(mine("l0", 100, 100))
    house.serve(wall)
    before = house.session
    line = before.marks["l0"]
    many = {f"l{number}": line.model_copy(update={"id": f"l{number}"}) for number in range(3000)}
    house.room.keep(before.model_copy(update={"marks": {**before.marks, **many}}))
    house.serve(wall)
    points = [[round(step * 1.5, 2), round(step * step / 40, 2)] for step in range(60)]
    wall.draw({**mine("new", 500, 500), "points": points, "width": 88.5, "height": 87.03})
    up = len(json.dumps(wall.waiting))
    down = len(json.dumps(house.serve(wall)))
    assert up + down < 3000, (up, down)


def test_private_words_never_come_to_the_wall_and_leave_it_when_they_become_private() -> None:
    house = a_house("one")
    (wall,) = house.walls
    write_voice(house.room, "dream", "Unspoken secret", share=Share.PRIVATE)
    house.serve(wall)
    assert "Unspoken" not in json.dumps([wall.elements, wall.items])
    change_voice(house.room, "v1", share=Share.PRIVATE)
    house.serve(wall)
    assert "sunflowers" not in json.dumps([wall.elements, wall.items])


def test_a_voice_of_the_walk_has_a_card_a_moment_later() -> None:
    house = a_house("one")
    (wall,) = house.walls
    wall.draw(mine("line", 700, 900))
    house.serve(wall)
    write_voice(house.room, "now", "Rain")
    news = house.serve(wall)
    voice = next(one.id for one in house.session.voices.values() if one.text == "Rain")
    assert any(one["id"].startswith(f"card-{voice}-") for one in news["elements"])
    assert voice in house.session.marks


def test_refused_changes_are_answered_with_a_sentence_and_hold_nothing_up() -> None:
    house = a_house("one")
    (wall,) = house.walls
    bad = {"id": secrets.token_hex(10), "do": "put", "element": {"id": "x", "type": "bomb"}}
    wall.waiting.append(bad)
    wall.draw(mine("line", 700, 900))
    house.serve(wall)
    assert "line" in house.session.marks
    assert house.answers["one"].refused[bad["id"]]
    assert wall.waiting == []


def test_a_wall_from_before_this_server_began_is_told_everything() -> None:
    house = a_house("one")
    (wall,) = house.walls
    for step in range(3):
        wall.draw(mine(f"l{step}", 700, 900))
        house.serve(wall)
    late = replace(wall, has=1)
    painting = WallView(house.store)
    painting.update(house.session)
    assert delta_for(painting, late.report())["base"] is None
    assert delta_for(painting, replace(wall, has=999).report())["base"] is None
    assert delta_for(painting, replace(wall, has=house.session.revision).report())["elements"] == []


def test_a_paper_path_shines_through_the_regions_as_long_as_it_lies_there() -> None:
    """A window that is open is told of the veil, and of its end."""
    session = walls.session(3)
    photo = session.marks["door"].model_copy(update={"under": True})
    painting, seen = WallView(open_store("memory:")), []
    for revision, marks in enumerate((session.marks, {**session.marks, "door": photo}) * 2, 1):
        painting.update(session.model_copy(update={"marks": marks, "revision": revision}))
        seen.append(
            [painting.parts[f"ground {name}"].elements[0].get("opacity", 100) for name in _BEDS]
        )
    assert seen[0] == seen[2] == [100, 100]
    assert seen[1] == seen[3] == [0, 30]


_BEDS = ("paper", "column-now")


def _something(house: House, chance: random.Random, number: int) -> None:
    wall = chance.choice(house.walls)
    x, y = chance.uniform(0, 3200), chance.uniform(0, 2260)
    marks = [
        key for key, one in wall.elements.items() if one.get("customData", {}).get("part") == "mark"
    ]
    deed = chance.randrange(9)
    if deed <= 2 or not marks:
        wall.draw(mine(f"{wall.name}-{number}", x, y))
    elif deed == 3:
        wall.draw(an_image(f"{wall.name}-{number}", x, y, stamp="home", words="Home"))
    elif deed == 4:
        moved = dict(wall.elements[chance.choice(marks)])
        wall.draw({**moved, "x": x, "y": y})
    elif deed == 5:
        wall.wipe(chance.choice(marks))
    elif deed == 6:
        write_voice(house.room, chance.choice(["dream", "goal", "now"]), f"Words {number}")
    elif deed == 7:
        change = chance.choice(["path6", "path8"])
        describe_session(house.room, process=change)
    elif number % 2:
        add_person(house.room, f"Person {number}")
    else:
        remove_person(house.room, chance.choice([*house.session.people, "nobody"]))


@pytest.mark.parametrize("seed", range(12))
def test_walls_agree_whatever_is_done_and_lost(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    house = a_house("one", "two", "three")
    for number in range(40):
        _something(house, chance, number)
        for wall in house.walls:
            if chance.random() < 0.6:
                house.serve(wall, lost=chance.random() < 0.3)
    assert_all_agree(house)


def test_what_lies_off_the_paper_is_counted_as_it_comes_and_goes() -> None:
    house = a_house("one", "two")
    (wall, _) = house.walls
    house.serve(wall)
    for place, counted in (((-900, 100), 1), ((700, 700), 0), ((100, 9000), 1)):
        wall.draw(mine("line", *place))
        house.serve(wall)
        assert wall.off_paper == counted
    wall.wipe("line")
    assert_all_agree(house)
    assert wall.off_paper == 0
