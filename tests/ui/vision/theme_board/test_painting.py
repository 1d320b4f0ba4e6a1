"""What boards are told: everything once, then only what is new; never a word too many."""

import json
import random
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any

from path_planner.analysis.numbering import references
from path_planner.domain.people import Role
from path_planner.domain.vision.sources import ConsentTerms
from path_planner.domain.voice import Share
from path_planner.services.context import VisionContext
from path_planner.services.vision.theme_board_commands import apply_command, read_command
from path_planner.ui.vision.theme_board.view import (
    ThemeBoardView,
    cards_of,
    setting_of,
    source_names,
    themes_of_board,
)
from tests.analysis.visions import a_source, a_vision, a_voice
from tests.services.vision.circle import Circle, a_circle


@dataclass
class Board:
    """A board as a browser has it."""

    has: int | None = None
    cards: dict[str, Any] = field(default_factory=dict)
    themes: dict[str, Any] = field(default_factory=dict)
    setting: dict[str, Any] = field(default_factory=dict)

    def hear(self, raw: dict[str, Any] | bytes) -> dict[str, Any]:
        """Take in what it is told; return it."""
        news: dict[str, Any] = json.loads(raw) if isinstance(raw, bytes) else raw
        if news["base"] is None:
            self.cards, self.themes = {}, {}
        for name in ("cards", "themes"):
            own = getattr(self, name)
            own.update({one["id"]: one for one in news[name]})
            for gone in news[f"{name}_gone"]:
                own.pop(gone, None)
        self.setting = news.get("setting", self.setting)
        self.has = news["revision"]
        return news


def painted(circle: Circle) -> ThemeBoardView:
    """Return the painting of a vision as it stands."""
    painting = ThemeBoardView(circle.meeting.store)
    painting.update(circle.vision)
    return painting


def full(**facts: Any) -> Circle:
    """Return a circle with twenty voices of people and professionals."""
    roles = (Role.PATHFINDER, Role.FAMILY, Role.PROFESSIONAL, Role.OTHER)
    voices = [
        a_voice(f"q{n}", f"s{n % 3}", role=roles[n % 4], speaker=str(n % 5), order=n)
        for n in range(20)
    ]
    sources = [a_source(f"s{n}", order=n, kept_as="Ada’s PATH, top secret") for n in range(3)]
    return a_circle(sources=sources, voices=voices, **facts)


def test_a_change_sends_only_the_cards_and_themes_it_is_about() -> None:
    circle, board, ids = full(), Board(), count(1)
    painting = painted(circle)
    first = board.hear(painting.delta(None, {"calm": False}))
    assert len(first["cards"]) == 20
    make = {"id": f"{next(ids):020}", "do": "make", "theme": "t1", "name": "Home", "voices": ["q3"]}
    circle.does(apply_command(circle.meeting, read_command(make)))
    painting.update(circle.vision)
    news = board.hear(painting.delta(board.has, {}))
    assert [one["id"] for one in news["cards"]] == ["q3"]
    assert [one["id"] for one in news["themes"]] == ["t1"]
    assert "setting" not in news
    again = painting.delta(board.has, {})
    assert isinstance(again, dict)
    assert (again["cards"], again["themes"]) == ([], [])


def test_after_any_changes_and_lost_news_every_board_shows_the_same() -> None:
    chance, ids = random.Random(4), count(1)  # noqa: S311  (the same each time)
    circle = full()
    painting, boards = painted(circle), [Board(), Board(), Board()]
    for _ in range(120):
        change = a_change(chance, circle.meeting, f"{next(ids):020}")
        circle.does(apply_command(circle.meeting, read_command(change)))
        painting.update(circle.vision)
        board = chance.choice(boards)
        told = painting.delta(board.has, {})
        # One in five answers is lost on its way.
        if chance.random() < 0.8:
            board.hear(told)
    for board in boards:
        board.hear(painting.delta(board.has, {}))
        assert board.cards == cards_of(circle.vision)
        assert board.themes == themes_of_board(circle.vision)
        assert board.setting == json.loads(json.dumps(setting_of(circle.vision)))


def a_change(chance: random.Random, meeting: VisionContext, op_id: str) -> dict[str, Any]:
    """Return a change that makes sense now."""
    themes, voice = [*meeting.document.themes], chance.choice([*meeting.document.voices])
    if len(themes) < 2 or chance.random() < 0.15:
        return {"id": op_id, "do": "make", "theme": f"t{op_id}", "name": "New", "voices": [voice]}
    theme = chance.choice(themes)
    choices: list[dict[str, Any]] = [
        {"do": "place", "put": [[voice, theme]]},
        {"do": "place", "take": [[voice, theme]], "alone": [[voice, chance.random() < 0.5]]},
        {"do": "apart", "theme": theme},
        {"do": "rename", "theme": theme, "name": f"Name {op_id}"},
        {"do": "order", "theme": theme, "steps": chance.choice((-1, 1))},
    ]
    return {"id": op_id, **chance.choice(choices)}


def test_a_board_from_before_the_server_began_is_told_everything() -> None:
    circle = full()
    painting = painted(circle)
    assert isinstance(painting.delta(circle.vision.revision + 5, {}), bytes)
    assert isinstance(painting.delta(circle.vision.revision, {}), dict)


def test_counts_are_of_paths_and_people_and_apart_for_each_side() -> None:
    circle = full()
    voices = ["q0", "q4", "q8", "q2", "q6"]
    change = {"id": "0" * 20, "do": "make", "theme": "t1", "name": "Home", "voices": voices}
    circle.does(apply_command(circle.meeting, read_command(change)))
    theme = themes_of_board(circle.vision)["t1"]
    assert theme["counts"] == "Said in 3 of 3 PATHs, by at least 5 people."
    assert theme["side_counts"] == {
        "people": "Said in 3 of 3 PATHs, by at least 3 people.",
        "professionals": "Said in 2 of 3 PATHs, by at least 2 people.",
    }


def test_no_name_and_nothing_kept_for_the_steering_group_is_on_the_board() -> None:
    vision = a_vision(
        sources=[
            a_source("s1", kept_as="Canary title", names=("Canary Name",), group="Neighbours"),
            a_source("s2", agreed=ConsentTerms(share=False)),
        ],
        voices=[
            a_voice("q1", named="Canary Person", share=Share.NAMED, role=Role.FRIEND),
            a_voice("q2", share=Share.CIRCLE, text="Canary words"),
            a_voice("q3", "s2", text="Canary of another source"),
        ],
    )
    told = json.dumps([cards_of(vision), themes_of_board(vision), setting_of(vision)])
    assert "Canary" not in told
    assert list(cards_of(vision)) == ["q1"]
    assert cards_of(vision)["q1"]["about"] == "Friend · S1 A PATH · Neighbours"


def test_five_thousand_voices_travel_once_and_a_move_is_a_few_hundred_bytes() -> None:
    voices = [a_voice(f"q{n}", order=n, text=f"Voice number {n}") for n in range(5000)]
    circle = a_circle(sources=[a_source()], voices=voices)
    change = {"id": "0" * 20, "do": "make", "theme": "t1", "name": "Home", "voices": ["q1"]}
    circle.does(apply_command(circle.meeting, read_command(change)))
    painting = painted(circle)
    whole = painting.delta(None, {})
    assert isinstance(whole, bytes)
    assert len(json.loads(whole)["cards"]) == 5000
    move = {"id": "1" * 20, "do": "place", "put": [["q4999", "t1"]]}
    circle.does(apply_command(replace(circle.meeting), read_command(move)))
    painting.update(circle.vision)
    assert len(json.dumps(painting.delta(circle.vision.revision - 1, {}))) < 1500


def test_sources_have_the_numbers_that_they_have_in_print() -> None:
    vision = full().vision
    printed = references(vision)
    for source, name in source_names(vision):
        assert name.split()[0] == printed.of("sources", source)


def test_a_card_says_how_many_agreed_where_its_voice_was_collected() -> None:
    voice = a_voice("q", "s", agrees=48, disagrees=8)
    cards = cards_of(a_vision(sources=[a_source("s")], voices=[voice]))
    assert cards["q"]["about"].endswith("48 agreed there · 8 disagreed there")
