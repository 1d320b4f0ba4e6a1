"""The painting of a wall: only what changed is made anew, and it is as if all of it had been."""

import random
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest

from path_planner.domain.marks import Card, Pen, Sketch
from path_planner.domain.voice import Share
from path_planner.scene import wall
from path_planner.scene.content import voice_block
from path_planner.services.context import SessionResult
from path_planner.services.session import commitments, people, sketches
from path_planner.services.session import voices as speaking
from path_planner.services.session.wall.cards import settle_cards
from path_planner.services.session.wall.records import delete_with_card, restore_with_card
from path_planner.ui.wall.outline_items import items_of
from path_planner.ui.wall.view import WallView
from tests.calls import calls
from tests.scene import walls
from tests.services.session.rooms import Group, a_group
from tests.services.session.walls import a_line, tell

WORDS = "And then everybody came along, and we stayed there until the evening. "


def a_wall(voices: int = 24) -> tuple[Group, WallView]:
    """Return a group whose wall is painted, and the painting."""
    group = a_group(walls.session(voices))
    group.does(settle_cards(group.room))
    painting = WallView(group.room.store)
    painting.update(group.session)
    return group, painting


def painted(painting: WallView) -> tuple[dict[str, Any], dict[str, Any], set[str]]:
    """Return all that a painting shows."""
    parts = {name: part.elements for name, part in painting.parts.items()}
    items = {name: item.value for name, item in painting.items.items.items()}
    return parts, items, set(painting.files)


def test_only_the_card_of_a_changed_voice_is_made_anew() -> None:
    made = []
    for voices in (12, 48):
        group, painting = a_wall(voices)

        def change(group: Group = group, painting: WallView = painting) -> None:
            group.does(speaking.change_voice(group.room, "v7", text="Short", approved=True))
            painting.update(group.session)

        revision = group.session.revision
        counted = calls(change)
        assert counted[wall.card_element.__code__] == 1
        made.append(counted[voice_block.__code__])
        news = {name for name, part in painting.parts.items() if part.since > revision}
        assert news == {"card v7"}
        assert painting.items.since(revision) == [items_of(group.session)["v7"]]
    # Its own card, measured as it was and as it is, and painted: however many others there are.
    assert made[0] == made[1] <= 5


def test_a_new_voice_is_one_card_and_one_revision_for_a_painting() -> None:
    group, painting = a_wall()
    revision = group.session.revision
    group.does(speaking.write_voice(group.room, "now", "Rain"))
    counted = calls(lambda: painting.update(group.session))
    assert counted[wall.card_element.__code__] == 1
    assert not painting.unsettled
    assert painting.revision == revision + 1


def _deeds(group: Group, chance: random.Random, name: str) -> Iterator[Callable[[], SessionResult]]:
    """Yield what may be done to a card, of something that is there."""
    room, session = group.room, group.session
    voice = chance.choice(list(session.voices.values()))
    promise = chance.choice(list(session.commitments))
    stage = chance.choice(["dream", "goal", "now"])
    x, y = chance.uniform(0, 3200), chance.uniform(0, 2260)
    card = chance.choice([one for one in session.marks.values() if isinstance(one, Card)])
    yield partial(speaking.write_voice, room, stage, f"{WORDS}{name}")
    yield partial(speaking.change_voice, room, voice.id, text=WORDS * chance.randint(1, 4))
    yield partial(speaking.change_voice, room, voice.id, share=chance.choice(list(Share)))
    yield partial(speaking.change_voice, room, voice.id, stage=stage)
    yield partial(delete_with_card, room, "voices", voice.id)
    yield partial(restore_with_card, room, "voices", voice.model_copy(update={"approved": True}))
    yield partial(commitments.commit, room, "first_steps", f"Step {name}")
    yield partial(commitments.change_commitment, room, promise, what=WORDS)
    yield partial(people.add_person, room, f"Person {name}")
    for sketch in [mark.id for mark in session.marks.values() if isinstance(mark, Sketch)]:
        yield partial(sketches.add_strokes, room, sketch, [(Pen(), (0, 0, x, y))])
        yield partial(sketches.describe_sketch, room, sketch, name)
        yield partial(delete_with_card, room, "marks", sketch)
    ink = [a_line(name, x, y)]
    signed = {"commitment": promise, "who": "Ada Quill", "what": "Drive", "stage": "enrol"}
    shown = {"collection": str(card.holds), "fields": {"hidden": chance.random() < 0.5}}
    yield partial(tell, group, "sign", **signed, elements=ink)
    yield partial(tell, group, "amend", record=card.record, **shown)
    yield partial(tell, group, "place", card=card.record, x=x, y=y, scale=chance.uniform(0.8, 1.2))
    yield partial(tell, group, "tidy", stage=stage)
    yield partial(tell, group, "put", element=a_line(name, x, y))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_what_is_painted_piece_by_piece_is_what_is_painted_at_once(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    group, painting = a_wall(12)
    for number in range(30):
        deed = chance.choice(list(_deeds(group, chance, f"new{number}")))
        group.does(deed())
        painting.update(group.session)
        fresh = WallView(group.room.store)
        fresh.update(group.session)
        assert painted(painting) == painted(fresh)
        assert painting.unsettled == fresh.unsettled
